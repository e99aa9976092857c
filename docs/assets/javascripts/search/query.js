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

  /* What stands behind a figure in Chinese. */
  const UNIT =
    /^[多余餘]?(?:[个個家张張枚人名次倍年天岁歲元米克座台项項所种種层層颗顆]|个月|個月|[美日欧歐]元|人民币|人民幣|个?参数|個?參數)$/u;

  const DERIVED =
    /(?:ational|ation|ition|ative|itive|ments?|mental|ances?|ences?|ities|ity|ically|ical|ics?|ives?|ively|ions?|ional|ists?|isms?|ors?|ers?|ants?|ents?|ful|less|ness|ously|ous|ably|able|ibly|ible|ally|als?|ly|ed|ing|es|s|e)$/;

  /* Countries and what is of them, where that is more than an ending (Unicode CLDR, territories). */
  const NATIONS = [
    ["us", "usa", "united states", "america", "american", "americans"],
    ["uk", "united kingdom", "britain", "british"],
    ["china", "chinese", "prc"],
    ["japan", "japanese"],
    ["germany", "german", "germans"],
    ["france", "french"],
    ["netherlands", "dutch", "holland"],
    ["taiwan", "taiwanese"],
    ["korea", "korean", "koreans", "south korea"],
    ["russia", "russian", "russians"],
    ["eu", "europe", "european", "europeans", "european union"],
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
    return {
      text,
      compact,
      spaced: search.spaced(text).text,
      latin: search.isLatin(compact),
      exact,
      keys: [],
      others: [],
      meant: new Set(),
    };
  };

  search.kin = (word) => NATIONS.find((family) => family.includes(word))?.filter((one) => one !== word) ?? [];

  /* What is left of an English word without the endings that make one word of another; empty where it is too little to tell. */
  search.stem = (word) => {
    if (!/^[a-z]{6,}$/.test(word)) return "";
    const stem = word.replace(DERIVED, "");
    return stem !== word && stem.length >= 5 ? stem : "";
  };

  /* A word with how else its dates and numbers are written, and by which terms of the index they are found. */
  /** @type {(text: string, figures: SearchFigure[], offset: number) => SearchTerm} */
  const figured = (text, figures, offset) => {
    const term = search.term(text, false);
    for (const { start, end, keys, forms } of figures) {
      const before = text.slice(0, start - offset);
      const behind = text.slice(end - offset);
      for (const form of forms) {
        const isChinese = /[^\x00-\x7f]/.test(form);
        const other = search.term(before + form + behind, true);
        if (!isChinese && (before || behind) && !other.latin) continue;
        if (other.compact !== term.compact || other.spaced !== term.spaced) term.others.push(other);
      }
      // With its unit a figure must be large, since a small one is many things.
      const isLarge = /^#[0-9]{4}/.test(keys[0]) && UNIT.test(behind);
      if (!search.compact(before).text && (isLarge || !search.compact(behind).text)) term.keys.push(...keys);
    }
    return term;
  };

  /* The words of a text that is not quoted; a date or a number of several words is one. */
  /** @param {string} text */
  const wordsOf = (text) => {
    const figures = search.figures(text);
    const inFigure = (/** @type {number} */ at) => figures.some(({ start, end }) => start <= at && at < end);
    /** @type {SearchTerm[]} */
    const terms = [];
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && (!/\s/.test(text[at]) || inFigure(at))) continue;
      const own = figures.filter(({ start, end }) => from <= start && end <= at);
      if (at > from) terms.push(figured(text.slice(from, at), own, from));
      from = at + 1;
    }
    return terms;
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
    terms.push(...wordsOf(unquoted));
    const all = terms.filter(({ compact, spaced }) => compact || spaced);
    const telling = all.filter((term) => term.exact || term.keys.length || !search.isClosed(term.text));
    const found = telling.length ? telling : all;
    return {
      terms: found,
      text: unquoted,
      asked: search.asked(text),
      between: all.filter((term) => !found.includes(term)).map(({ spaced }) => spaced),
      filters,
      whole: search.compact(text).text,
      exact: found.some((term) => term.exact),
      cut: characters.length > LONGEST,
      others: [],
      meant: new Set(),
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

  /* Whether longer words are meant too: what is as short as two letters stands in too many of them. */
  search.isOpen = (term) => !term.exact && search.lastWord(term.spaced).length > 2 && !search.isClosed(term.text);

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
    const isOpen = search.isOpen(term);
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
    /** @type {(term: SearchTerm) => Span[]} */
    const placesIn = (term) => {
      const others = term.others.flatMap(placesIn);
      if (lang === "zh") return [...placesOf(bare, term.compact, () => true), ...others];
      return term.latin ? [...placesInEnglish(row.en, bare, term), ...others] : others;
    };
    return terms.map(placesIn);
  };
})();
