// @ts-check
/* Rows: which rows of the index hold a term. What its terms cannot decide, the texts are read for, or the answer says so. */
(() => {
  const { jianzhuSearch: search } = self;

  /** @typedef {{terms: string[], postingsOf: (term: number) => Postings, known: Map<number, Postings>}} Shard */

  /* Shards that one beginning of a word may need; more would be most of the index. */
  const MOST_SHARDS = 64;
  /* Files of texts that may be read to find out which rows hold a phrase whose words they hold. */
  const MOST_TEXTS = 24;
  const PHRASE_SPACE = "_";
  /** @type {PairPlace[]} */
  const ONCE = [[0, 0]];
  /** @type {Rows} */
  const NONE = new Uint32Array(0);

  const metaOf = () => /** @type {SearchMeta} */ (search.meta);

  const ALONE = "_";

  /* The pairs of a group: its first character with each that follows it. */
  /** @param {string} group */
  const pairsIn = (group) => {
    const [first, ...seconds] = Array.from(group);
    return seconds.map((second) => (second === ALONE ? first : first + second));
  };

  /** @type {(payload: string) => Shard} */
  const readPairs = (payload) => {
    const [line, bits] = payload.split("\n");
    const terms = line.split(" ").flatMap(pairsIn);
    return { terms, postingsOf: search.postings(bits, terms.length, true), known: new Map() };
  };

  /** @type {(payload: string) => Shard} */
  const readWords = (payload) => {
    const [line, bits] = payload.split("\n");
    let term = "";
    const terms = line.split(" ").map((part) => {
      term = term.slice(0, search.digit(part[0])) + part.slice(1);
      return term;
    });
    return { terms, postingsOf: search.postings(bits, terms.length, false), known: new Map() };
  };

  /** @type {(shard: Shard, at: number) => Postings} */
  const postingsAt = ({ known, postingsOf }, at) => {
    const read = known.get(at) ?? postingsOf(at);
    known.set(at, read);
    return read;
  };

  /* The shards for the keys from `key` to `end`; `doubts.least` is set where there are too many. */
  /** @type {(field: IndexField, key: string, end: string, doubts: Doubts) => string[]} */
  search.shardsOf = (field, key, end, doubts) => {
    const firsts = metaOf()[field];
    if (!firsts.length) return [];
    const from = search.lastUpTo(firsts, key);
    const count = search.lastUpTo(firsts, end) - from + 1;
    if (count > MOST_SHARDS) doubts.least = true;
    return Array.from({ length: Math.min(count, MOST_SHARDS) }, (_, at) => field[0] + (from + at));
  };

  /** @type {(shard: Shard, key: string, isPrefix: boolean) => Postings[]} */
  const entriesIn = (shard, key, isPrefix) => {
    const found = [];
    let at = search.lastUpTo(shard.terms, key);
    if (shard.terms[at] < key) at++;
    for (; at < shard.terms.length; at++) {
      const term = shard.terms[at];
      if (isPrefix ? !term.startsWith(key) : term !== key) break;
      found.push(postingsAt(shard, at));
    }
    return found;
  };

  /* What stands under `key`, or under all keys that begin with it; null where a shard could not be read. */
  /** @type {(field: IndexField, key: string, isPrefix: boolean, doubts: Doubts) => Promise<Postings[] | null>} */
  const entries = async (field, key, isPrefix, doubts) => {
    const names = search.shardsOf(field, key, isPrefix ? `${key}\uffff` : key, doubts);
    const shards = await Promise.all(names.map((name) => search.file(name, field === "grams" ? readPairs : readWords)));
    const read = shards.filter((shard) => shard !== null);
    return read.length < shards.length ? null : read.flatMap((shard) => entriesIn(shard, key, isPrefix));
  };

  /** @type {(field: IndexField, key: string, isPrefix: boolean, doubts: Doubts) => Promise<Rows | null>} */
  const rowsUnder = async (field, key, isPrefix, doubts) => {
    const found = await entries(field, key, isPrefix, doubts);
    return found && search.union(found.map(({ rows }) => rows));
  };

  search.union = (lists) => {
    if (lists.length < 2) return lists[0] ?? NONE;
    const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all.sort().filter((row, index) => !index || row !== all[index - 1]);
  };

  /** @type {(one: Rows, other: Rows) => Rows} */
  const intersectTwo = (one, other) => {
    let at = 0;
    return one.filter((row) => {
      while (at < other.length && other[at] < row) at++;
      return other[at] === row;
    });
  };

  search.intersect = (lists) => {
    const known = lists.filter((list) => list !== null).sort((one, other) => one.length - other.length);
    return known.length ? known.reduce(intersectTwo) : null;
  };

  /* Of `rows`, which stand in all `pairs`, those in which each pair goes on where the one before it ends: the character that
     they share is met equally often in both. A pair that could not be read (null) may be anywhere. */
  /** @type {(rows: Rows, pairs: (Postings | null)[]) => Rows} */
  const inARow = (rows, pairs) => {
    /** @type {(number[] | null)[]} how often the last character may have been met; null: any number of times */
    const ends = Array.from(rows, () => null);
    for (const pair of pairs) {
      let at = 0;
      rows.forEach((row, index) => {
        const met = ends[index];
        if (!pair) {
          if (met?.length) ends[index] = null;
          return;
        }
        while (pair.rows[at] < row) at++;
        const places = (pair.places.get(at) ?? ONCE).filter(([first]) => !met || met.includes(first));
        ends[index] = places.map(([, second]) => second);
      });
    }
    return rows.filter((_, index) => ends[index]?.length !== 0);
  };

  /** @type {(compact: string, doubts: Doubts) => Promise<Rows | null>} */
  const rowsOfChinese = async (compact, doubts) => {
    const characters = Array.from(compact);
    if (characters.length === 1) return rowsUnder("grams", compact, true, doubts);
    /** @type {(key: string) => Promise<Postings | null>} */
    const entryOf = async (key) => {
      const found = await entries("grams", key, false, doubts);
      return found && (found[0] ?? { rows: NONE, places: new Map() });
    };
    const pairs = await Promise.all(characters.slice(1).map((character, at) => entryOf(characters[at] + character)));
    const rows = search.intersect(pairs.map((pair) => pair?.rows ?? null));
    return rows && pairs.length > 1 ? inARow(rows, pairs) : rows;
  };

  /* Rows with one word, or with words that follow each other. Phrases of the glossary have entries of their own. */
  /** @type {(term: SearchTerm, doubts: Doubts) => Promise<Rows | null>} */
  const rowsOfEnglish = async (term, doubts) => {
    const words = term.spaced.split(" ");
    const last = words.length - 1;
    const isOpen = search.isOpen(term);
    if (!last) return rowsUnder("words", words[0], isOpen, doubts);
    const [phrase] = (!isOpen && (await entries("words", words.join(PHRASE_SPACE), false, doubts))) || [];
    if (phrase) return phrase.rows;
    const lists = await Promise.all(words.map((word, at) => rowsUnder("words", word, isOpen && at === last, doubts)));
    const rows = search.intersect(lists);
    return rows && confirmed(rows, term, doubts);
  };

  /* Those of `rows` whose English holds `term`; where too many texts would have to be read, all, and `doubts.most` is set. */
  /** @type {(rows: Rows, term: SearchTerm, doubts: Doubts) => Promise<Rows>} */
  const confirmed = async (rows, term, doubts) => {
    const { rowStarts, fileStarts } = metaOf();
    const places = Array.from(rows, (row) => {
      const document = search.lastUpTo(rowStarts, row);
      return { document, file: search.lastUpTo(fileStarts, document), row };
    });
    const files = Array.from(new Set(places.map(({ file }) => file)));
    if (files.length > MOST_TEXTS) {
      doubts.most = true;
      return rows;
    }
    const read = await Promise.all(files.map(search.texts));
    const texts = new Map(files.map((file, at) => [file, read[at]]));
    return rows.filter((row, index) => {
      const { document, file } = places[index];
      const own = texts.get(file)?.[document - fileStarts[file]];
      return !own || search.places(own.rows[row - rowStarts[document]], "en", [term])[0].length > 0;
    });
  };

  /** @type {(term: SearchTerm, lang: SearchLanguage, doubts: Doubts) => Promise<Rows | null>} */
  const rowsOfWords = async (term, lang, doubts) => {
    if (lang === "zh") return term.compact ? rowsOfChinese(term.compact, doubts) : NONE;
    if (!term.spaced || !term.latin) return NONE;
    const forms = term.exact ? [] : search.forms(term.spaced);
    const others = forms.map((form) => rowsUnder("words", form, false, doubts));
    const lists = await Promise.all([rowsOfEnglish(term, doubts), ...others]);
    const known = lists.filter((list) => list !== null);
    return known.length ? search.union(known) : null;
  };

  search.rowsOf = async (term, lang, doubts) => {
    if (!term.others.length && !term.keys.length) return rowsOfWords(term, lang, doubts);
    const lists = await Promise.all([
      ...[term, ...term.others].map((one) => rowsOfWords(one, lang, doubts)),
      ...term.keys.map((key) => search.rowsUnder(key)),
    ]);
    const known = lists.filter((list) => list !== null);
    return known.length ? search.union(known) : null;
  };

  search.rowsUnder = (key) => rowsUnder("words", key, false, {});

  search.belonging = (slug) => search.rowsUnder(`@${slug}`);

  /** @typedef {{zh: Map<string, string>, en: Map<string, string>}} Shorthand what each sign stands for, in each column */

  const ESCAPE = "\u00a1";
  /** @type {(first: number, last: number) => string[]} */
  const range = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  const SHORT = range(0x21, 0x7e).filter((sign) => !"\"&'<>\\".includes(sign));
  const LONG = range(0xa2, 0x7ff);
  const SIGNS = [...SHORT, ...LONG];

  /** @type {(payload: string) => Shorthand} */
  const readShorthand = (payload) => {
    const [characters, unused, words] = payload.split("\n");
    const own = LONG.filter((sign) => !unused.includes(sign));
    const zh = Array.from(characters, (character, at) => /** @type {const} */ ([SIGNS[at], character]));
    const en = words ? words.split("\t").map((word, at) => /** @type {const} */ ([own[at], word])) : [];
    return { zh: new Map(zh), en: new Map(en) };
  };

  /* A text in signs as it was written. */
  /** @type {(text: string, signs: Map<string, string>) => string} */
  const longhand = (text, signs) => {
    let written = "";
    let isEscaped = false;
    for (const sign of text) {
      if (!isEscaped && sign === ESCAPE) {
        isEscaped = true;
        continue;
      }
      written += isEscaped ? sign : (signs.get(sign) ?? sign);
      isEscaped = false;
    }
    return written;
  };

  /** @type {(payload: string, signs: Shorthand) => SearchTexts[]} */
  const readTexts = (payload, signs) => {
    const lines = payload.split("\n");
    const found = [];
    for (let at = 0; at + 4 < lines.length; at += 5) {
      const [own, places, first, second, sources] = lines.slice(at, at + 5);
      const written = [own, places, longhand(first, signs.zh), longhand(second, signs.en), sources];
      const [head, anchors, zh, en, refs] = written.map((line) => line.split("\t"));
      const [kind, path, ...title] = head;
      const rows = anchors.map((anchor, row) => ({ anchor, zh: zh[row], en: en[row], refs: refs[row] }));
      rows[0] = { anchor: "", zh: title[0], en: title[1], refs: "" };
      found.push({ kind, path, rows });
    }
    return found;
  };

  search.texts = async (file) => {
    const whole = search.file("d0", readShorthand);
    const own = search.file(`t${file}`, (payload) => payload);
    return readOnce(file, await whole, await own);
  };

  /** @type {Map<number, {payload: string, texts: SearchTexts[]}>} */
  const read = new Map();

  /** @type {(file: number, signs: Shorthand | null, payload: string | null) => SearchTexts[] | null} */
  const readOnce = (file, signs, payload) => {
    if (!signs || payload === null) return null;
    const known = read.get(file);
    if (known?.payload === payload) return known.texts;
    const texts = readTexts(payload, signs);
    read.set(file, { payload, texts });
    return texts;
  };
})();
