// @ts-check
/* Names: what of a query is the name of something, and, where a name is misspelled, which one is meant. Labels that lead to a name and
   are not to be shown stand behind `~`. */
(() => {
  const { jianzhuSearch: search } = self;

  /* Shards of names that are read for the names nearest to a word. */
  const MOST_SHARDS = 64;
  /* Characters, and words, of the longest name that is looked for within a query. */
  const LONGEST = 12;
  const LONGEST_WORDS = 6;
  const HIDDEN = "~";

  /** @type {(payload: string) => SearchName[]} */
  const readNames = (payload) =>
    payload.split("\n").map((line) => {
      const [key, document, ...labels] = line.split("\t");
      const shown = labels.filter((label) => !label.startsWith(HIDDEN));
      const hidden = labels.filter((label) => label.startsWith(HIDDEN)).map((label) => label.slice(HIDDEN.length));
      return { key, document: Number(document), labels: shown, hidden };
    });

  /** @type {(key: string, end: string) => Promise<SearchName[]>} */
  const between = async (key, end) => {
    const files = search.shardsOf("names", key, end, {}).map((name) => search.file(name, readNames));
    return (await Promise.all(files)).flatMap((names) => names ?? []);
  };

  search.named = async (key) => (key ? (await between(key, key)).filter((name) => name.key === key) : []);

  search.namedFrom = async (key) => {
    if (!key) return [];
    return (await between(key, `${key}\uffff`)).filter((name) => name.key.startsWith(key));
  };

  /* Where a name may begin and end in a compact text, by its `text` as written: not within a Latin word. */
  /** @type {(text: string, bare: Bare) => boolean[]} */
  const bounds = (text, bare) => {
    const isLetter = (/** @type {string | undefined} */ one) =>
      one !== undefined && /[\p{Script=Latin}0-9'’]/u.test(one);
    const found = bare.at.map((at) => !(isLetter(text[at]) && isLetter(text[at - 1])));
    found.push(true);
    return found;
  };

  search.namesIn = async (text) => {
    const bare = search.compact(text);
    const isBound = bounds(text, bare);
    /** @type {{start: number, end: number}[]} */
    const spans = [];
    for (let start = 0; start < bare.text.length; start++) {
      if (!isBound[start]) continue;
      let words = 0;
      for (let end = start + 1; end <= bare.text.length && words < LONGEST_WORDS; end++) {
        if (!isBound[end]) continue;
        const own = bare.text.slice(start, end);
        if (!search.isLatin(own) && own.length > LONGEST) break;
        words += search.isLatin(own) ? 1 : 0;
        if (own.length > 1) spans.push({ start, end });
      }
    }
    spans.sort((one, other) => other.end - other.start - (one.end - one.start));
    const named = await Promise.all(spans.map(({ start, end }) => search.named(bare.text.slice(start, end))));
    /** @type {FoundName[]} */
    const found = [];
    spans.forEach(({ start, end }, at) => {
      if (!named[at].length || search.isClosed(bare.text.slice(start, end))) return;
      if (found.some((one) => start < one.end && one.start < end)) return;
      found.push({ start, end, key: bare.text.slice(start, end), names: named[at] });
    });
    return found.sort((one, other) => one.start - other.start);
  };

  /* From a character to its syllable. */
  const readSounds = (/** @type {string} */ payload) => {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const line of payload.split(" ")) {
      const syllable = line.replace(/[^a-z]/g, "");
      for (const character of line.slice(syllable.length)) found.set(character, syllable);
    }
    return found;
  };
  const soundsOf = async () => (await search.file("p0", readSounds)) ?? new Map();

  /* The least cost of edits from `one` to `other`, those of neighbors that have changed places among them; `most` and what is above are
     the same. */
  search.distance = (
    one,
    other,
    cost = (/** @type {string} */ a, /** @type {string} */ b) => (a === b ? 0 : 1),
    most = Infinity,
  ) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let older = [];
    let old = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row++) {
      const own = [row];
      for (let at = 1; at <= other.length; at++) {
        let least = Math.min(old[at] + 1, own[at - 1] + 1, old[at - 1] + cost(one[row - 1], other[at - 1]));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
          least = Math.min(least, older[at - 2] + 1);
        own.push(least);
      }
      if (Math.min(...own) > most) return most + 1;
      older = old;
      old = own;
    }
    return old[other.length];
  };

  /* How far a name may be from what was typed. */
  /** @type {(length: number, isLatin: boolean) => number} */
  const tolerance = (length, isLatin) => {
    if (isLatin) return length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;
    return length < 3 ? 0.5 : length < 6 ? 1 : 2;
  };

  const allNames = async () => {
    const count = Math.min(search.meta?.names.length ?? 0, MOST_SHARDS);
    const read = await Promise.all(Array.from({ length: count }, (_, at) => search.file(`n${at}`, readNames)));
    return read.flatMap((names) => names ?? []).filter(({ key }) => !key.startsWith("@"));
  };

  search.near = async (key, most) => {
    const isLatin = search.isLatin(key);
    const [names, table] = await Promise.all([allNames(), isLatin ? new Map() : soundsOf()]);
    // Characters that sound the same are near.
    const cost = (/** @type {string} */ a, /** @type {string} */ b) => {
      if (a === b) return 0;
      const [one, other] = [table.get(a), table.get(b)];
      if (!one || !other) return 1;
      return one === other ? 0.25 : search.distance(Array.from(one), Array.from(other), undefined, 1) > 1 ? 1 : 0.5;
    };
    const limit = tolerance(key.length, isLatin);
    const letters = Array.from(key);
    /** @type {Map<number, NearName>} */
    const best = new Map();
    for (const name of names) {
      if (search.isLatin(name.key) !== isLatin) continue;
      const distance = search.distance(letters, Array.from(name.key), cost, limit);
      if (distance > limit || distance >= name.key.length) continue;
      const known = best.get(name.document);
      if (distance < (known?.distance ?? Infinity)) best.set(name.document, { ...name, distance });
    }
    return Array.from(best.values())
      .sort((one, other) => one.distance - other.distance || one.document - other.document)
      .slice(0, most);
  };

  search.soundingIn = async (text, most) => {
    const [names, table] = await Promise.all([allNames(), soundsOf()]);
    const characters = Array.from(text);
    const sound = (/** @type {string} */ one) => table.get(one) ?? one;
    const spoken = characters.map(sound);
    /** @type {FoundName[]} */
    const found = [];
    for (const name of names) {
      const own = Array.from(name.key);
      if (own.length < 2 || own.length > spoken.length || search.isLatin(name.key)) continue;
      const wanted = own.map(sound);
      for (let start = 0; start + own.length <= spoken.length; start++) {
        if (!wanted.every((one, at) => one === spoken[start + at])) continue;
        // Two characters that only sound alike are another word.
        const same = own.filter((one, at) => one === characters[start + at]).length;
        if (!same || same === own.length) continue;
        found.push({ start, end: start + own.length, key: name.key, names: [name] });
      }
    }
    return found.sort((one, other) => other.key.length - one.key.length).slice(0, most);
  };
})();
