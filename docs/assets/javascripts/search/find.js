// @ts-check
/* Find: what answers a query. First what holds all of it; where it is a question, or nothing holds all of it, what holds most; where
   nothing does, what is found by the nearest name. */
(() => {
  const { jianzhuSearch: search } = self;

  /* With fewer documents than this that hold all of a query, what holds most of it is listed behind them. */
  const FEW = 3;
  const NEAR = 5;

  /* Rows that hold the query, counted; documents in which it is found, and its rows. */
  /** @type {(query: SearchQuery, doubts: Doubts) => Promise<{counted: Counted, everywhere: Counted["list"], names: SearchName[], within: Rows | null}>} */
  const whole = async (query, doubts) => {
    const { article } = query.filters;
    const [names, named] = await Promise.all([
      search.named(query.exact ? "" : query.whole),
      article ? search.named(`@${search.compact(article).text}`) : [],
    ]);
    if (named.length) query.filters.article = named[0].labels[0] || article;
    query.others = search.otherNames(query, names);
    const keys = query.terms.flatMap((term) => term.keys);
    const meant = await Promise.all(keys.map((key) => search.rowsUnder(key)));
    query.meant = new Set(meant.flatMap((rows) => Array.from(rows ?? [])));
    const [terms, others, within] = await Promise.all([
      search.rowsOfTerms(query.terms, doubts),
      search.rowsOfTerms(query.others, doubts),
      search.rowsOfArticle(article, named),
    ]);
    const rows = { terms, others, names };
    const counted = search.count(query, rows, within);
    // Another article can be chosen in the place of this one.
    return { counted, everywhere: article ? search.count(query, rows, null).list : counted.list, names, within };
  };

  /** @type {(answers: SearchAnswer[]) => (answer: SearchAnswer) => boolean} whether a page, or an entry of one, is not among `answers` */
  const unlisted = (answers) => {
    const listed = new Set(answers.map(({ texts, apart }) => `${texts.kind} ${texts.path} ${apart?.anchor ?? ""}`));
    return ({ texts, apart }) => !listed.has(`${texts.kind} ${texts.path} ${apart?.anchor ?? ""}`);
  };

  /* `graded`, and behind them the others of `answers`; what is in both has the rows of both. */
  /** @type {(graded: SearchAnswer[], answers: SearchAnswer[]) => SearchAnswer[]} */
  const merged = (graded, answers) => {
    const both = graded.map((one) => {
      const other = one.apart ? undefined : answers.find(({ texts }) => texts === one.texts);
      if (!other) return one;
      const known = new Set(one.hits.map(({ row }) => row));
      const first = one.hits.filter(({ row }) => other.hits.some((hit) => hit.row === row));
      const rest = other.hits.filter(({ row }) => !known.has(row));
      return { texts: one.texts, hits: [...first, ...rest], isWhole: true };
    });
    return [...both, ...answers.filter(unlisted(graded))];
  };

  /* What holds most of the query; nothing where no part of it is found. */
  /** @type {(query: SearchQuery, pieces: Piece[], within: Rows | null, more: number) => Promise<SearchAnswer[]>} */
  const nearest = async (query, pieces, within, more) => {
    return search.gradedAnswers(await search.graded(query, pieces, within), query, pieces, more);
  };

  /** @type {(text: string, more: number, isSecond: boolean) => Promise<SearchResult>} */
  const find = async (text, more, isSecond) => {
    const meta = await search.open();
    const query = search.parse(meta ? text : "");
    /** @type {Doubts} */
    const doubts = {};
    if (!query.terms.length) {
      const nothing = { hits: 0, kinds: {}, languages: {}, answers: [], rest: 0, pages: 0, near: [], instead: "" };
      return { ...nothing, query, doubts, articles: { count: 0, list: [] } };
    }
    const { counted, everywhere, names, within } = await whole(query, doubts);
    const { list, ...counts } = counted;
    const isQuestion = Object.keys(query.asked).length > 0 && query.between.length > 0;
    const isFirst = !isQuestion && list.some(({ score }) => score > search.scatteredBelow);
    const [addressed, shown, articles] = await Promise.all([
      query.exact ? [] : search.addressed(query.text, more),
      search.answers(list, query, more),
      search.articlesOf(everywhere),
    ]);
    /** @type {NearName[]} */
    let near = [];
    let answers = [...addressed, ...shown.answers.filter(unlisted(addressed))];
    if (!query.exact && !addressed.length && (!isFirst || (list.length < FEW && !names.length))) {
      const pieces = await search.piecesOf(query, doubts);
      const isUnknown = pieces.some(
        ({ of, factor, rows }) => ["word", "pair"].includes(of) && factor === 1 && !rows.length,
      );
      // What is not known may be a part of a name that is misspelled.
      if (isUnknown && !list.length && !isSecond) near = await search.near(query.whole, NEAR);
      const graded = near.length ? [] : await nearest(query, pieces, within, more);
      answers = isFirst ? [...answers, ...graded.filter(unlisted(answers))] : merged(graded, answers);
      if (isQuestion || !answers[0]?.isWhole) answers = await search.withEvidence(answers);
    }
    if (!answers.length && !names.length && !near.length) near = await search.near(query.whole, NEAR);
    const [best] = near;
    if (best && !isSecond && !query.exact) {
      const label = search.shownLabel(best);
      const filters = Object.entries(query.filters).map(([name, value]) => `${name}:${value}`);
      const second = await find([label, ...filters].join(" "), more, true);
      return { ...second, query, near: near.slice(1), instead: label };
    }
    return { ...counts, answers, rest: shown.rest, query, pages: list.length, articles, doubts, near, instead: "" };
  };

  search.find = (text, more) => find(text, more, false);
})();
