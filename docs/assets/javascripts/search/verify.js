// @ts-check
/* Verify: the texts of the documents that are shown, and the places in them of what is found; what is not in its text is no answer. */
(() => {
  const { jianzhuSearch: search } = self;

  /* Files of texts, and documents, that one answer needs at most; `more` multiplies both. Articles that are listed by name. */
  const FILES = 10;
  const DOCUMENTS = 30;
  const ARTICLES = 8;
  /* Rows of a document that are shown for a query that none holds as a whole. */
  const GRADED_ROWS = 2;
  /* What a row gains at most that is nothing but what the query holds. */
  const DENSE = 0.25;
  /** @type {SearchLanguage[]} */
  const LANGUAGES = ["zh", "en"];

  const metaOf = () => /** @type {SearchMeta} */ (search.meta);

  /* Places in order, those in one that overlap or that only a space, a sign, or words of the query separate that need not be found. */
  /** @type {(text: string, places: Span[], between: string[]) => Span[]} */
  const join = (text, places, between) => {
    const isGap = (/** @type {string} */ gap) =>
      /^[^\p{L}\p{N}]$/u.test(gap) ||
      (between.length > 0 &&
        gap.length < 20 &&
        /^[\p{L} ’']+$/u.test(gap) &&
        search
          .spaced(gap)
          .text.split(" ")
          .every((word) => between.includes(word)));
    /** @type {Span[]} */
    const found = [];
    for (const [start, end] of places.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      const last = found.at(-1);
      if (last && (start <= last[1] || isGap(text.slice(last[1], start)))) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  };

  /* The anchor of a row that is searched and never shown. */
  search.unseen = "?";

  /** @type {(row: SearchRow, query: SearchQuery, terms: SearchTerm[], other: string) => {hit: SearchHit, met: Set<number>}} */
  const hitIn = (row, query, terms, other) => {
    /** @type {SearchHit} */
    const hit = { row, zh: [], en: [], other };
    /** @type {Set<number>} */
    const met = new Set();
    for (const lang of LANGUAGES) {
      if (query.filters.lang && query.filters.lang !== lang) continue;
      const places = search.places(row, lang, terms);
      places.forEach((list, at) => {
        if (list.length) met.add(at);
      });
      hit[lang] = join(row[lang], places.flat(), query.between);
    }
    return { hit, met };
  };

  /* The verified rows of a document, with the places of the hits, and in `other` the name that is found in the place of the query's
     words; null where there is none, or some term is in none. Dates and figures are in the index as they are meant, and what is
     found by them needs no words. */
  /** @type {(candidate: Candidate, texts: SearchTexts, query: SearchQuery) => SearchAnswer | null} */
  const verify = (candidate, texts, query) => {
    const start = metaOf().rowStarts[candidate.document];
    /** @type {Map<number, SearchHit>} */
    const found = new Map();
    for (const { rows, terms } of candidate.ways) {
      const isMeant = terms.length > 0 && terms.every(({ keys }) => keys.length > 0);
      const all = new Set();
      const other = terms === query.terms || !terms.length ? "" : (terms[0].name ?? terms[0].text);
      /** @type {[number, SearchHit][]} */
      const own = [];
      for (const number of rows) {
        const row = texts.rows[number - start];
        if (!row || found.has(number)) continue;
        const { hit, met } = hitIn(row, query, terms, other);
        if (query.meant.has(number)) hit.isMeant = true;
        for (const at of met) all.add(at);
        if (!terms.length || hit.zh.length || hit.en.length || isMeant) own.push([number, hit]);
      }
      if (all.size === terms.length || isMeant) for (const [number, hit] of own) found.set(number, hit);
    }
    return found.size ? { texts, hits: Array.from(found.values()), isWhole: true } : null;
  };

  /* The rows of a document that hold most of the pieces of the query. */
  /** @type {(candidate: Graded, texts: SearchTexts, query: SearchQuery, pieces: Piece[], scores: Float32Array) => SearchAnswer} */
  const show = ({ document, rows, isApart, isWhole }, texts, query, pieces, scores) => {
    const start = metaOf().rowStarts[document];
    const terms = pieces.flatMap((one) => (one.factor < 1 ? [] : one.terms));
    const best = scores[rows[0]];
    const hits = rows
      .filter((row) => scores[row] >= 0.7 * best)
      .slice(0, GRADED_ROWS)
      .map((number) => hitIn(texts.rows[number - start], query, terms, "").hit);
    return { texts, hits, isWhole, isGraded: true, ...(isApart && { apart: hits[0].row }) };
  };

  /** @param {{document: number}} candidate */
  const fileOf = ({ document }) => search.lastUpTo(metaOf().fileStarts, document);

  /* The text of each of `list`; undefined where it could not be read. */
  /** @type {(list: {document: number}[]) => Promise<(SearchTexts | undefined)[]>} */
  const textsOf = (list) =>
    Promise.all(
      list.map(async (candidate) => {
        const file = fileOf(candidate);
        const texts = await search.texts(file);
        return texts?.[candidate.document - metaOf().fileStarts[file]];
      }),
    );

  /* As many of the best of `list` as an answer has room for. */
  /** @type {<One extends {document: number}>(list: One[], more: number) => One[]} */
  const fitting = (list, more) => {
    const files = new Set();
    let size = 0;
    for (; size < list.length && size < DOCUMENTS * more; size++) {
      const file = fileOf(list[size]);
      if (!files.has(file) && files.size >= FILES * more) break;
      files.add(file);
    }
    return list.slice(0, size);
  };

  search.answers = async (list, query, more) => {
    const best = fitting(list, more);
    const texts = await textsOf(best);
    const answers = texts.map((own, at) => (own ? verify(best[at], own, query) : null));
    return { answers: answers.filter((one) => one !== null), rest: list.length - best.length };
  };

  /* The part of the text of a row that is marked, in the language that has more of it. */
  /** @param {SearchHit} hit */
  const density = (hit) => {
    const partOf = (/** @type {SearchLanguage} */ lang) => {
      const marked = hit[lang].reduce((sum, [start, end]) => sum + end - start, 0);
      return marked / (hit.row[lang].length || 1);
    };
    return Math.max(...LANGUAGES.map(partOf));
  };

  search.gradedAnswers = async ({ list, scores }, query, pieces, more) => {
    const best = fitting(list, more);
    const texts = await textsOf(best);
    const answers = texts.flatMap((own, at) => {
      if (!own) return [];
      const answer = show(best[at], own, query, pieces, scores);
      // Of two rows that hold the same, the shorter says it of itself.
      return [{ answer, score: best[at].score * (1 + DENSE * density(answer.hits[0])) }];
    });
    return answers.sort((one, other) => other.score - one.score).map(({ answer }) => answer);
  };

  search.articlesOf = async (list) => {
    const own = list.filter(({ document }) => metaOf().kindOf(document).id === "article");
    const best = own.slice(0, ARTICLES);
    const read = await textsOf(best);
    return {
      count: own.length,
      list: read.flatMap((texts, at) => (texts ? [{ texts, hits: search.countHits(best[at]) }] : [])),
    };
  };

  /* The sentence that the first of `answers` rests on, read from its article; it is shown with what the editors say of it. */
  search.withEvidence = async ([first, ...others]) => {
    const { rowStarts, fileStarts } = metaOf();
    const rows = first?.apart ? [first.apart] : first?.texts.kind === "question" ? first.texts.rows : [];
    const ref = rows.map(({ refs }) => refs.split(" ")[0]).find((one) => one.includes(":"));
    if (!ref) return first ? [first, ...others] : [];
    const [slug, anchor] = ref.split(":");
    const named = await search.named(`@${search.compact(slug).text}`);
    const document = named.find(({ labels }) => labels[0] === slug)?.document;
    if (document === undefined || document >= rowStarts.length) return [first, ...others];
    const file = search.lastUpTo(fileStarts, document);
    const texts = (await search.texts(file))?.[document - fileStarts[file]];
    const row = texts?.rows.find((one) => one.anchor === anchor);
    return [{ ...first, ...(texts && row && { evidence: { texts, row } }) }, ...others];
  };
})();
