// @ts-check
/* Grade: what of a query each row holds, by the weight of what is rare, for a query that none holds as a whole. */
(() => {
  const { jianzhuSearch: search } = self;

  const NONE = new Uint32Array(0);
  /* What a piece of each sort weighs: names are what a query is about; two neighbors of a Chinese word are half of it. */
  const WEIGHTS = { name: 1.2, figure: 1.5, word: 1, pair: 0.6, single: 0.4 };
  /* A pair with a character of a function word in it is likely none of a word. */
  const CLOSED_PAIR = 0.3;
  const MOST_PIECES = 31;
  /* Labels of a name by which it is found within a query. */
  const MOST_LABELS = 8;

  const metaOf = () => /** @type {SearchMeta} */ (search.meta);
  const isHan = (/** @type {string | undefined} */ one) => one !== undefined && /\p{Script=Han}/u.test(one);

  /** @type {(of: keyof typeof WEIGHTS, terms: SearchTerm[], factor?: number) => Omit<Piece, "rows">} */
  const piece = (of, terms, factor = 1) => ({ of, terms, factor, documents: [] });

  /* The piece that a name is: all its labels. */
  /** @type {(found: FoundName, factor?: number) => Omit<Piece, "rows">} */
  const namePiece = ({ key, names }, factor = 1) => {
    const labels = new Set(names.flatMap((name) => [...name.labels, ...name.hidden]).slice(0, MOST_LABELS));
    const terms = [search.term(key, true), ...Array.from(labels, (label) => search.term(label, true))];
    return { ...piece("name", terms, factor), documents: names.map(({ document }) => document) };
  };

  /* Pieces of a run of Chinese: pairs of neighbors, and what stands alone between function words. */
  /** @param {string} run */
  const pairsOf = (run) => {
    const characters = Array.from(run);
    const isClosed = search.closedIn(run);
    /** @type {Omit<Piece, "rows">[]} */
    const found = [];
    characters.forEach((character, at) => {
      const next = characters[at + 1];
      const before = at > 0 && !isClosed[at - 1];
      if (next && !(isClosed[at] && isClosed[at + 1])) {
        const factor = isClosed[at] || isClosed[at + 1] ? CLOSED_PAIR : 1;
        found.push(piece("pair", [search.term(character + next, true)], factor));
      }
      if (!isClosed[at] && !before && (!next || isClosed[at + 1]))
        found.push(piece("single", [search.term(character, true)]));
    });
    return found;
  };

  /* A word, and where it is derived from another, all that is: innovative, innovation. */
  /** @param {string} word */
  const wordTerms = (word) => {
    const own = search.term(word, false);
    const stem = search.stem(own.spaced);
    const others = search.kin(own.spaced).map((one) => search.term(one, true));
    return [own, ...(stem ? [search.term(stem, false)] : []), ...others];
  };

  /* What a query is made of, in the order of the text; `bare` is the text that names have been found in. */
  /** @type {(query: SearchQuery, names: FoundName[]) => {pieces: Omit<Piece, "rows">[], runs: string[]}} */
  const cut = (query, names) => {
    const { text } = query;
    const bare = search.compact(text);
    /** @type {boolean[]} the places of the text that are accounted for */
    const isTaken = Array.from(text, () => false);
    const pieces = names.map((name) => {
      isTaken.fill(true, bare.at[name.start], bare.at[name.end - 1] + 1);
      return namePiece(name);
    });
    for (const term of query.terms) {
      if (!term.exact && !term.keys.length && !term.others.length) continue;
      if (!term.exact && !term.keys.length && !term.latin) continue;
      const at = text.indexOf(term.text);
      if (at >= 0) isTaken.fill(true, at, at + term.text.length);
      pieces.push(piece(term.exact ? "word" : "figure", [term]));
    }
    for (const { start, end, keys, forms } of search.figures(text)) {
      if (isTaken[start]) continue;
      isTaken.fill(true, start, end);
      const own = {
        ...search.term(text.slice(start, end), true),
        keys,
        others: forms.map((form) => search.term(form, true)),
      };
      pieces.push(piece("figure", [own]));
    }
    const rest = Array.from({ length: text.length }, (_, at) => (isTaken[at] ? " " : text[at])).join("");
    /** @type {string[]} */
    const runs = [];
    for (const [word] of rest.matchAll(/\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)) {
      if (isHan(word[0])) {
        const run = search.compact(word).text;
        runs.push(run);
        pieces.push(...pairsOf(run));
      } else
        for (const own of word.match(/[^\p{Script=Han}]+|\p{Script=Han}+/gu) ?? []) {
          if (isHan(own[0])) pieces.push(...pairsOf(search.compact(own).text));
          else if (!search.isClosed(own)) pieces.push(piece("word", wordTerms(own)));
        }
    }
    return { pieces, runs };
  };

  /** @type {(own: Omit<Piece, "rows">, lang: SearchLanguage | undefined, doubts: Doubts) => Promise<Piece>} */
  const withRows = async (own, lang, doubts) => {
    const found = await search.rowsOfTerms(own.terms, doubts);
    return { ...own, rows: search.union(found.map((one) => one[lang ?? "any"])) };
  };

  /* What is in no row may be a name that is written otherwise. */
  /** @type {(pieces: Piece[], runs: string[], lang: SearchLanguage | undefined, doubts: Doubts) => Promise<Piece[]>} */
  const misspelled = async (pieces, runs, lang, doubts) => {
    /** @type {Promise<Piece>[]} */
    const found = [];
    for (const one of pieces) {
      const key = one.terms[0].compact;
      if (one.of !== "word" || one.rows.length || !one.terms[0].latin || key.length < 4) continue;
      const [name] = await search.near(key, 1);
      if (name) found.push(withRows(namePiece({ start: 0, end: 0, key: name.key, names: [name] }), lang, doubts));
    }
    const isUnknown = pieces.some((one) => one.of === "pair" && one.factor === 1 && !one.rows.length);
    if (isUnknown) {
      for (const run of runs) {
        for (const name of await search.soundingIn(run, 2)) found.push(withRows(namePiece(name), lang, doubts));
      }
    }
    return Promise.all(found);
  };

  search.piecesOf = async (query, doubts) => {
    const names = query.exact ? [] : await search.namesIn(query.text);
    const { pieces, runs } = cut(query, names);
    const lang = /** @type {SearchLanguage | undefined} */ (query.filters.lang);
    const read = await Promise.all(pieces.slice(0, MOST_PIECES).map((one) => withRows(one, lang, doubts)));
    const others = await misspelled(read, runs, lang, doubts);
    return [...read, ...others].slice(0, MOST_PIECES);
  };

  /* The weight of each piece in an index of `count` rows: the rarer, the more (Robertson and Zaragoza 2009, The Probabilistic Relevance
     Framework: BM25 and Beyond, 3.1). A row is a sentence, so how often it holds a piece, and how long it is, say little. */
  search.weights = (pieces, count) =>
    pieces.map(
      ({ of, factor, rows: { length } }) =>
        WEIGHTS[of] * factor * Math.log(1 + (count - length + 0.5) / (length + 0.5)),
    );

  search.scores = (pieces, weights, count) => {
    const scores = new Float32Array(count);
    const held = new Uint32Array(count);
    pieces.forEach(({ rows }, at) => {
      for (const row of rows) {
        scores[row] += weights[at];
        held[row] |= 1 << at;
      }
    });
    return { scores, held };
  };

  /** @type {(held: number, weights: number[]) => number} */
  const weightOf = (held, weights) => weights.reduce((sum, weight, at) => (held & (1 << at) ? sum + weight : sum), 0);

  /* How much a document counts by its kind, and what of it beside the row that holds most. */
  const KINDS = { article: 1, concept: 0.85, question: 1.05, event: 1, claim: 1, note: 0.85 };
  const TITLE = 1.25;
  const WORDING = 1.15;
  const BESIDE = 0.2;
  const NAMED = 1.2;
  /* What is dated and counted is meant where a date or a number is asked for. */
  const MEANT = 1.2;
  /* The kinds whose rows are answers of their own. */
  const APART = ["event", "claim"];
  /* What has less than this part of what the best has is no answer. */
  const LEAST = 0.35;
  const MOST = 60;

  /* The rows that each facet of `preferred` has, with its factor. */
  /** @type {(preferred: Record<string, number>) => Promise<Map<number, number>>} */
  const preferredRows = async (preferred) => {
    /** @type {Map<number, number>} */
    const found = new Map();
    const facets = Object.entries(preferred).filter(([key]) => key.startsWith(":"));
    const lists = await Promise.all(facets.map(([key]) => search.rowsUnder(key)));
    facets.forEach(([, factor], at) => {
      for (const row of lists[at] ?? NONE) found.set(row, Math.max(factor, found.get(row) ?? 1));
    });
    return found;
  };

  /* The documents and entries that hold most of the pieces, the best first. */
  search.graded = async (query, pieces, within) => {
    const { rowStarts, headings, kindOf } = metaOf();
    const count = rowStarts[rowStarts.length - 1];
    const weights = search.weights(pieces, count);
    const { scores, held } = search.scores(pieces, weights, count);
    const preferred = await preferredRows(query.asked);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const full = pieces.reduce(
      (mask, { rows, factor }, at) => (rows.length && factor === 1 ? mask | (1 << at) : mask),
      0,
    );
    const isWhole = pieces.every(({ rows, factor }) => rows.length || factor < 1);
    const hasFigure = pieces.some(({ of }) => of === "figure");
    /** @type {Map<number, number>} what a document is named by */
    const named = new Map();
    pieces.forEach(({ documents }, at) => {
      for (const document of documents) named.set(document, (named.get(document) ?? 0) + weights[at]);
    });
    /** @type {Graded[]} */
    const found = [];
    /** @type {(document: number, rows: number[], isApart: boolean) => void} */
    const add = (document, rows, isApart) => {
      const kind = kindOf(document);
      const start = rowStarts[document];
      let best = 0;
      let beside = 0;
      let isHeld = false;
      for (const row of rows) {
        beside |= held[row];
        const isWording = kind.id === "question" && row > start && row <= start + headings[document];
        const place = row === start ? TITLE : isWording ? WORDING : 1;
        best = Math.max(best, scores[row] * place * (isApart ? (preferred.get(row) ?? 1) : 1));
        isHeld ||= (held[row] & full) === full >>> 0;
      }
      const name = named.get(document) ?? 0;
      let score = best + (isApart ? 0 : BESIDE * Math.max(0, weightOf(beside, weights) - best));
      // The more of a query is the name, the more it asks for what is named.
      score += (NAMED * name * name) / all;
      const meant = isApart && hasFigure ? MEANT : 1;
      score *= meant * KINDS[kind.id] * (query.asked[kind.id] ?? 1) * (isApart ? 1 : (preferred.get(start) ?? 1));
      found.push({ document, score, rows, isApart, isWhole: isWhole && isHeld });
    };
    /** @type {number[]} */
    let own = [];
    let document = 0;
    const close = () => {
      if (own.length && kindOf(document).id && (!query.filters.kind || kindOf(document).id === query.filters.kind)) {
        if (APART.includes(kindOf(document).id)) for (const row of own) add(document, [row], true);
        else add(document, own, false);
      }
      own = [];
    };
    const rows = within ?? search.union(pieces.map((one) => one.rows));
    for (const row of rows) {
      if (!scores[row]) continue;
      if (row >= rowStarts[document + 1]) {
        close();
        document = search.lastUpTo(rowStarts, row);
      }
      own.push(row);
    }
    close();
    found.sort((one, other) => other.score - one.score || one.document - other.document || one.rows[0] - other.rows[0]);
    const least = (found[0]?.score ?? 0) * LEAST;
    const list = found.filter(({ score }) => score >= least).slice(0, MOST);
    for (const one of list) one.rows.sort((a, b) => scores[b] - scores[a] || a - b);
    return { list, scores };
  };
})();
