// @ts-check
/* Query: what a reader typed, as terms that must all be found and filters that narrow where. */
(() => {
  const { jianzhuSearch: search } = self;

  /* Nobody looks for a longer sentence than this, and a pasted page is not one. */
  const LONGEST = 256;
  const QUOTED = /(?:^|\s)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』)(?=\s|$)/g;
  const FILTER = /(^|\s)(\p{L}+)[:：](\S+)/gu;
  const INVARIABLE = new Set(["news", "series", "species", "means", "physics", "mathematics"]);
  /* Endings of English words, and what the word has without them. */
  /** @type {[RegExp, string][]} */
  const ENDINGS = [
    [/ies$/, "y"],
    [/(ss|sh|ch|x|z)es$/, "$1"],
    [/([^siu])s$/, "$1"],
    [/ied$/, "y"],
    [/ed$/, ""],
    [/ed$/, "e"],
    [/ing$/, ""],
    [/ing$/, "e"],
    [/([bdglmnprt])\1(ed|ing)$/, "$1"],
  ];

  search.longest = LONGEST;

  /* The filter that `name` and `value` are, by the words of the index; undefined where they are none. */
  /** @type {(name: string, value: string) => {id: FilterId, value: string} | undefined} */
  const filterOf = (name, value) => {
    const vocabulary = search.meta?.vocabulary;
    const id = /** @type {FilterId | undefined} */ (vocabulary?.filter.get(search.compact(name).text)?.id);
    if (!vocabulary || !id) return undefined;
    if (id === "article") return { id, value };
    const known = vocabulary[id].get(search.compact(value).text);
    return known && { id, value: known.id };
  };

  search.without = (query, id) =>
    query.replace(FILTER, (all, _, name, value) => (filterOf(name, value)?.id === id ? "" : all)).trim();

  search.term = (text, exact) => {
    const compact = search.compact(text).text;
    return { text, compact, spaced: search.spaced(text).text, latin: search.isLatin(compact), exact };
  };

  search.parse = (query) => {
    const characters = Array.from(query);
    /** @type {SearchFilters} */
    const filters = {};
    /** @type {SearchTerm[]} */
    const terms = [];
    const text = characters
      .slice(0, LONGEST)
      .join("")
      .replace(FILTER, (all, _, name, value) => {
        const filter = filterOf(name, value);
        if (!filter) return all;
        filters[filter.id] = filter.value;
        return " ";
      });
    const unquoted = text.replace(QUOTED, (_, ...groups) => {
      const words = groups.slice(0, 4).find((group) => group !== undefined);
      terms.push(search.term(words, true));
      return " ";
    });
    for (const word of unquoted.split(/\s+/)) terms.push(search.term(word, false));
    const found = terms.filter(({ compact, spaced }) => compact || spaced);
    return {
      terms: found,
      filters,
      whole: search.compact(text).text,
      exact: found.some((term) => term.exact),
      cut: characters.length > LONGEST,
      others: [],
    };
  };

  search.forms = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word) || INVARIABLE.has(word)) return [];
    const bases = ENDINGS.map(([ending, base]) => word.replace(ending, base));
    const stems = [word, ...bases.filter((base) => base !== word && base.length > 2)];
    const found = stems.flatMap((stem) => {
      const bare = stem.replace(/e$/, "");
      const plurals = [`${stem}s`, `${stem}es`, stem.replace(/y$/, "ies")];
      return [stem, ...plurals, `${bare}ed`, `${bare}ing`, stem.replace(/y$/, "ied")];
    });
    return Array.from(new Set(found)).filter((form) => form !== word);
  };

  search.lastWord = (spaced) => spaced.slice(spaced.lastIndexOf(" ") + 1);

  /* The places in a text of what is `wanted` in its bare form, if there they are `fitting`. */
  /** @type {(bare: Bare, wanted: string, isFitting: (start: number, end: number) => boolean) => Span[]} */
  const placesOf = (bare, wanted, isFitting) => {
    /** @type {Span[]} */
    const found = [];
    if (!wanted) return found;
    for (let start = bare.text.indexOf(wanted); start >= 0; start = bare.text.indexOf(wanted, start + 1)) {
      const end = start + wanted.length;
      if (isFitting(start, end)) found.push([bare.at[start], bare.at[end - 1] + 1]);
    }
    return found;
  };

  /* In an English text a term is found from the beginning of a word, or a capital within one. */
  /** @type {(text: string, bare: Bare, term: SearchTerm) => Span[]} */
  const placesInEnglish = (text, bare, term) => {
    /** @param {number} start */
    const begins = (start) => {
      const place = bare.at[start];
      return !start || bare.text[start - 1] === " " || (/[A-Z]/.test(text[place]) && /[a-z]/.test(text[place - 1]));
    };
    /** @param {number} end */
    const ends = (end) => end === bare.text.length || bare.text[end] === " ";
    const isOpen = !term.exact && search.lastWord(term.spaced).length >= 2;
    const forms = term.exact ? [] : search.forms(term.spaced);
    return [
      ...placesOf(bare, term.spaced, (start, end) => begins(start) && (isOpen || ends(end))),
      ...forms.flatMap((form) => placesOf(bare, form, (start, end) => begins(start) && ends(end))),
    ];
  };

  search.places = (row, lang, terms) => {
    row.bare ??= {};
    row.bare[lang] ??= lang === "zh" ? search.compact(row.zh) : search.spaced(row.en);
    const bare = row.bare[lang];
    return terms.map((term) => {
      if (lang === "zh") return placesOf(bare, term.compact, () => true);
      return term.latin ? placesInEnglish(row.en, bare, term) : [];
    });
  };
})();
