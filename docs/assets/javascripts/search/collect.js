// @ts-check
/* Collect: the documents in whose rows a query is found as a whole, the best first, counted by the terms of the whole index. */
(() => {
  const { jianzhuSearch: search } = self;

  /** @type {SearchLanguage[]} */
  const LANGUAGES = ["zh", "en"];
  const NONE = new Uint32Array(0);

  /* What a document loses whose rows hold all terms, and none of them all; a score below is that of none that holds all. */
  const SCATTERED = -200;
  search.scatteredBelow = -100;

  /* The kinds that are found by dates and figures as they are meant. */
  const MEANT = ["event", "claim"];

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
  search.rowsOfArticle = async (asked, named) => {
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
  search.otherNames = (query, names) => {
    const labels = new Map(names.flatMap((name) => name.labels.map((one) => [one, one])));
    for (const { labels: shown, hidden } of names) for (const label of hidden) labels.set(label, shown[0]);
    const terms = Array.from(labels, ([label, name]) => ({ ...search.term(label, true), name }));
    return terms.filter((term) => term.compact !== query.whole && (term.latin || !term.compact.includes(query.whole)));
  };

  /* The rows of each of `terms`. */
  /** @type {(terms: SearchTerm[], doubts: Doubts) => Promise<TermRows[]>} */
  search.rowsOfTerms = (terms, doubts) =>
    Promise.all(
      terms.map(async (term) => {
        const [zh, en] = await Promise.all(LANGUAGES.map((lang) => search.rowsOf(term, lang, doubts)));
        return { zh: zh ?? NONE, en: en ?? NONE, any: search.union([zh, en].filter((rows) => rows !== null)) };
      }),
    );

  /* Document -> candidate: its `ways` are lists of rows, each with the terms they are there for. */
  /** @type {(query: SearchQuery, rows: QueryRows, lang: SearchLanguage | "any", within: Rows | null) => Map<number, Candidate>} */
  const evaluate = (query, rows, lang, within) => {
    /** @type {Map<number, Candidate>} */
    const found = new Map();
    /** @type {(lists: (Rows | null)[]) => Rows} */
    const common = (lists) => search.intersect(lists) ?? NONE;
    const ownOf = (/** @type {TermRows} */ one) => (within ? common([one[lang], within]) : one[lang]);
    const lists = rows.terms.map(ownOf);
    const together = common(lists);
    collect(found, together, query.terms, 0);
    if (lists.length > 1) collect(found, scattered(lists), query.terms, SCATTERED, (document) => !found.has(document));
    // A date or a figure alone asks for what happened then, and what is so much.
    if (query.terms.some(({ keys }) => keys.length)) {
      const bonus = query.terms.every(({ keys }) => keys.length) ? 50 : 20;
      for (const candidate of found.values()) {
        if (MEANT.includes(metaOf().kindOf(candidate.document).id)) candidate.score += bonus;
      }
    }
    for (const { document } of rows.names) {
      const named = found.get(document);
      if (named) named.score += 100;
      // Some names are in no text: pinyin, and labels that are not shown.
      else if (!within)
        found.set(document, { document, score: 100, ways: [{ rows: [metaOf().rowStarts[document]], terms: [] }] });
    }
    rows.others.forEach((one, at) => {
      collect(found, ownOf(one), [query.others[at]], -80);
    });
    return found;
  };

  /* How many rows a document is found by. */
  /** @param {Candidate} candidate */
  search.countHits = ({ document, ways }) => {
    const { kindOf, rowStarts, headings } = metaOf();
    const rows = ways.length < 2 ? ways[0].rows : Array.from(new Set(ways.flatMap((way) => way.rows)));
    if (kindOf(document).id !== "question" || !headings[document]) return rows.length;
    // Other wordings of a question are not shown; they are places of the question itself.
    const start = rowStarts[document];
    const isWording = (/** @type {number} */ row) => row > start && row <= start + headings[document];
    return Math.max(1, rows.filter((row) => !isWording(row)).length);
  };

  /** @param {Candidate[]} list */
  const sumHits = (list) => list.reduce((total, candidate) => total + search.countHits(candidate), 0);

  /** @type {(found: Map<number, Candidate>, kind: string | undefined) => Candidate[]} */
  const ofKind = (found, kind) =>
    Array.from(found.values()).filter(({ document }) => !kind || metaOf().kindOf(document).id === kind);

  /* The documents that answer, the best first, and counts of the whole index. Those of kinds and languages say what would be found
     if another were chosen. */
  /** @type {(query: SearchQuery, rows: QueryRows, within: Rows | null) => Counted} */
  search.count = (query, rows, within) => {
    const { lang: chosen, kind } = query.filters;
    const found = evaluate(query, rows, /** @type {SearchLanguage} */ (chosen) ?? "any", within);
    /** @type {Record<string, number>} */
    const kinds = {};
    for (const candidate of found.values()) {
      const { id } = metaOf().kindOf(candidate.document);
      kinds[id] = (kinds[id] ?? 0) + search.countHits(candidate);
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
})();
