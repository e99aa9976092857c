// @ts-check
/* Find: the documents that answer a query, the best first, counted by the terms of the whole index; what is shown is verified
   in its text. */
(() => {
  const { jianzhuSearch: search } = self;

  /** @typedef {{zh: Rows, en: Rows, any: Rows}} TermRows */
  /** @typedef {{document: number, score: number, ways: {rows: number[], terms: SearchTerm[]}[]}} Candidate */

  /* Files of texts, and documents, that one answer needs at most; `more` multiplies both. Articles that are listed by name. */
  const FILES = 10;
  const DOCUMENTS = 30;
  const ARTICLES = 8;
  /** @type {SearchLanguage[]} */
  const LANGUAGES = ["zh", "en"];
  const NONE = new Uint32Array(0);

  const metaOf = () => /** @type {SearchMeta} */ (search.meta);

  /* Document -> its rows among ascending `rows`. */
  /** @type {(rows: Rows) => Map<number, number[]>} */
  const byDocument = (rows) => {
    const { rowStarts } = metaOf();
    /** @type {Map<number, number[]>} */
    const found = new Map();
    /** @type {number[]} */
    let own = [];
    let next = 0;
    for (const row of rows) {
      if (row >= next) {
        const document = search.lastUpTo(rowStarts, row);
        next = rowStarts[document + 1];
        own = [];
        found.set(document, own);
      }
      own.push(row);
    }
    return found;
  };

  /* Adds to `found` the documents that have one of `rows`, if they pass. */
  /** @type {(found: Map<number, Candidate>, rows: Rows, terms: SearchTerm[], score: number, passes?: (document: number) => boolean) => void} */
  const collect = (found, rows, terms, score, passes = () => true) => {
    const { kindOf, rowStarts, headings } = metaOf();
    for (const [document, own] of byDocument(rows)) {
      if (!passes(document)) continue;
      const known = found.get(document);
      if (known) {
        known.ways.push({ rows: own, terms });
        continue;
      }
      const kind = kindOf(document);
      const start = rowStarts[document];
      const isHeading = own[0] <= start + headings[document];
      const place = own[0] === start ? kind.title : isHeading ? 10 : 0;
      const total = score + kind.weight + Math.min(10, 2 * Math.log2(1 + own.length)) + place;
      found.set(document, { document, score: total, ways: [{ rows: own, terms }] });
    }
  };

  /* Rows of documents in which every term is found, though in no one row. */
  /** @param {Rows[]} lists */
  const scattered = (lists) => {
    const maps = lists.map(byDocument);
    const inAll = (/** @type {number} */ document) => maps.every((map) => map.has(document));
    const rows = maps.map((map) => Array.from(map).flatMap(([document, own]) => (inAll(document) ? own : [])));
    return search.union(rows.map((own) => Uint32Array.from(own)));
  };

  /* All rows that belong to the articles `named`, their own and those of registers; null where none is asked for. */
  /** @type {(asked: string | undefined, named: SearchName[]) => Promise<Rows | null>} */
  const rowsOfArticle = async (asked, named) => {
    if (!asked) return null;
    const { rowStarts } = metaOf();
    const slugs = new Set(named.map(({ labels }) => labels[0]));
    const registers = await Promise.all(Array.from(slugs, search.belonging));
    const own = named.map(({ document }) => {
      const from = rowStarts[document];
      return Uint32Array.from({ length: rowStarts[document + 1] - from }, (_, at) => from + at);
    });
    return search.union([...registers.filter((rows) => rows !== null), ...own]);
  };

  /* Other names of what the query names, as terms: a Chinese one that contains the words is found by them. */
  /** @type {(query: SearchQuery, names: SearchName[]) => SearchTerm[]} */
  const otherNames = (query, names) => {
    const labels = new Set(names.flatMap((name) => name.labels));
    const terms = Array.from(labels, (label) => search.term(label, true));
    return terms.filter((term) => term.compact !== query.whole && (term.latin || !term.compact.includes(query.whole)));
  };

  /* The rows of each of `terms`. */
  /** @type {(terms: SearchTerm[], doubts: Doubts) => Promise<TermRows[]>} */
  const rowsOfTerms = (terms, doubts) =>
    Promise.all(
      terms.map(async (term) => {
        const [zh, en] = await Promise.all(LANGUAGES.map((lang) => search.rowsOf(term, lang, doubts)));
        return { zh: zh ?? NONE, en: en ?? NONE, any: search.union([zh, en].filter((rows) => rows !== null)) };
      }),
    );

  /** @typedef {{terms: TermRows[], others: TermRows[], names: SearchName[]}} QueryRows */

  /* Document -> candidate: its `ways` are lists of rows, each with the terms they are there for. */
  /** @type {(query: SearchQuery, rows: QueryRows, lang: SearchLanguage | "any", within: Rows | null) => Map<number, Candidate>} */
  const evaluate = (query, rows, lang, within) => {
    /** @type {Map<number, Candidate>} */
    const found = new Map();
    /** @type {(lists: (Rows | null)[]) => Rows} */
    const common = (lists) => search.intersect(lists) ?? NONE;
    const ownOf = (/** @type {TermRows} */ one) => (within ? common([one[lang], within]) : one[lang]);
    const lists = rows.terms.map(ownOf);
    collect(found, common(lists), query.terms, 0);
    if (lists.length > 1) collect(found, scattered(lists), query.terms, -40, (document) => !found.has(document));
    for (const { document } of rows.names) {
      const named = found.get(document);
      if (named) named.score += 100;
    }
    rows.others.forEach((one, at) => {
      collect(found, ownOf(one), [query.others[at]], -80);
    });
    return found;
  };

  /* How many rows a document is found by. */
  /** @param {Candidate} candidate */
  const countHits = ({ ways }) =>
    ways.length < 2 ? ways[0].rows.length : new Set(ways.flatMap(({ rows }) => rows)).size;

  /** @param {Candidate[]} list */
  const sumHits = (list) => list.reduce((total, candidate) => total + countHits(candidate), 0);

  /** @type {(found: Map<number, Candidate>, kind: string | undefined) => Candidate[]} */
  const ofKind = (found, kind) =>
    Array.from(found.values()).filter(({ document }) => !kind || metaOf().kindOf(document).id === kind);

  /* The documents that answer, the best first, and counts of the whole index. Those of kinds and languages say what would be found
     if another were chosen. */
  /** @type {(query: SearchQuery, rows: QueryRows, within: Rows | null) => Counted} */
  const count = (query, rows, within) => {
    const { lang: chosen, kind } = query.filters;
    const found = evaluate(query, rows, /** @type {SearchLanguage} */ (chosen) ?? "any", within);
    /** @type {Record<string, number>} */
    const kinds = {};
    for (const candidate of found.values()) {
      const { id } = metaOf().kindOf(candidate.document);
      kinds[id] = (kinds[id] ?? 0) + countHits(candidate);
    }
    const list = ofKind(found, kind).sort((one, other) => other.score - one.score || one.document - other.document);
    const hits = sumHits(list);
    const hasEnglish = [...rows.terms, ...rows.others].some(({ en }) => en.length);
    const countIn = (/** @type {SearchLanguage} */ lang) => {
      if (chosen === lang || (!chosen && !hasEnglish && lang === "zh")) return hits;
      return lang === "en" && !hasEnglish ? 0 : sumHits(ofKind(evaluate(query, rows, lang, within), kind));
    };
    return { list, hits, kinds, languages: Object.fromEntries(LANGUAGES.map((lang) => [lang, countIn(lang)])) };
  };

  /* Places in order, those in one that overlap or that only a space or a sign separates. */
  /** @type {(text: string, places: Span[]) => Span[]} */
  const join = (text, places) => {
    /** @type {Span[]} */
    const found = [];
    for (const [start, end] of places.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      const last = found.at(-1);
      if (last && (start <= last[1] || /^[^\p{L}\p{N}]$/u.test(text.slice(last[1], start))))
        last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  };

  /* The verified rows of a document, with the places of the hits, and in `other` the name that is found in the place of the query's
     words; null where there is none, or some term is in none. */
  /** @type {(candidate: Candidate, texts: SearchTexts, query: SearchQuery) => SearchAnswer | null} */
  const verify = (candidate, texts, query) => {
    const start = metaOf().rowStarts[candidate.document];
    const languages = LANGUAGES.filter((lang) => !query.filters.lang || query.filters.lang === lang);
    /** @type {Map<number, SearchHit>} */
    const found = new Map();
    for (const { rows, terms } of candidate.ways) {
      const met = new Set();
      const other = terms === query.terms ? "" : terms[0].text;
      /** @type {[number, SearchHit][]} */
      const own = [];
      for (const number of rows) {
        const row = texts.rows[number - start];
        if (!row || found.has(number)) continue;
        /** @type {SearchHit} */
        const hit = { row, zh: [], en: [], other };
        for (const lang of languages) {
          const places = search.places(row, lang, terms);
          places.forEach((list, at) => {
            if (list.length) met.add(at);
          });
          hit[lang] = join(row[lang], places.flat());
        }
        if (hit.zh.length || hit.en.length) own.push([number, hit]);
      }
      if (met.size === terms.length) for (const [number, hit] of own) found.set(number, hit);
    }
    return found.size ? { texts, hits: Array.from(found.values()) } : null;
  };

  /** @param {Candidate} candidate */
  const fileOf = ({ document }) => search.lastUpTo(metaOf().fileStarts, document);

  /* The text of each of `list`; undefined where it could not be read. */
  /** @type {(list: Candidate[]) => Promise<(SearchTexts | undefined)[]>} */
  const textsOf = (list) =>
    Promise.all(
      list.map(async (candidate) => {
        const file = fileOf(candidate);
        const texts = await search.texts(file);
        return texts?.[candidate.document - metaOf().fileStarts[file]];
      }),
    );

  /* The best of `list`, as many as an answer has room for, and how many others there are. */
  /** @type {(list: Candidate[], query: SearchQuery, more: number) => Promise<{answers: SearchAnswer[], rest: number}>} */
  const answer = async (list, query, more) => {
    const files = new Set();
    let size = 0;
    for (; size < list.length && size < DOCUMENTS * more; size++) {
      const file = fileOf(list[size]);
      if (!files.has(file) && files.size >= FILES * more) break;
      files.add(file);
    }
    const texts = await textsOf(list.slice(0, size));
    const answers = texts.map((own, at) => (own ? verify(list[at], own, query) : null));
    return { answers: answers.filter((one) => one !== null), rest: list.length - size };
  };

  /* How many articles hold the words, and the best of them by name. */
  /** @type {(list: Candidate[]) => Promise<FoundArticles>} */
  const articles = async (list) => {
    const own = list.filter(({ document }) => metaOf().kindOf(document).id === "article");
    const best = own.slice(0, ARTICLES);
    const read = await textsOf(best);
    return {
      count: own.length,
      list: read.flatMap((texts, at) => (texts ? [{ texts, hits: countHits(best[at]) }] : [])),
    };
  };

  search.find = async (text, more) => {
    const meta = await search.open();
    const query = search.parse(meta ? text : "");
    const { filters } = query;
    /** @type {Doubts} */
    const doubts = {};
    if (!query.terms.length) {
      const nothing = { hits: 0, kinds: {}, languages: {}, answers: [], rest: 0, pages: 0, near: [] };
      return { ...nothing, query, doubts, articles: { count: 0, list: [] } };
    }
    const { article } = filters;
    const [names, named] = await Promise.all([
      search.named(query.exact ? "" : query.whole),
      article ? search.named(`@${search.compact(article).text}`) : [],
    ]);
    if (named.length) filters.article = named[0].labels[0] || article;
    query.others = otherNames(query, names);
    const [terms, others, within] = await Promise.all([
      rowsOfTerms(query.terms, doubts),
      rowsOfTerms(query.others, doubts),
      rowsOfArticle(article, named),
    ]);
    const rows = { terms, others, names };
    const { list, ...counts } = count(query, rows, within);
    // Another article can be chosen in the place of this one.
    const everywhere = article ? count(query, rows, null).list : list;
    const [shown, found] = await Promise.all([answer(list, query, more), articles(everywhere)]);
    const near = shown.answers.length ? [] : await search.near(query.whole, 5);
    return { ...counts, ...shown, query, pages: list.length, articles: found, doubts, near };
  };
})();
