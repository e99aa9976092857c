// @ts-check
/* Text: what counts as the same to a search; the same rules as scripts/jianzhu/text/folding.py. */
self.jianzhuSearch = self.jianzhuSearch ?? {};

(() => {
  const { jianzhuSearch: search } = self;

  /** @typedef {{form: string, kept: boolean}} Folded what stands for a character, and whether it is a letter or a figure */
  /** @typedef {{form: string, at: number}} Placed a folded character, and its place in the text */

  const KEPT = /[\p{L}\p{N}]/u;
  const SIGNS = "%‰+°$€£¥₩";
  const DIGIT = /[0-9]/;
  /** @type {Map<string, string>} */
  let folds = new Map();
  /** @type {Map<string, Folded>} */
  let known = new Map();

  /* One character in its narrow, lower-case form without accents, where that is one character of the same length. */
  /** @param {string} character */
  const plain = (character) => {
    if (character.length === 1) {
      const normal = character.normalize("NFKC");
      character = [normal.toLowerCase(), normal].find((form) => form.length === 1) ?? character;
    }
    const parts = character.normalize("NFD");
    if (/^[\x00-\x7f]\p{M}+$/u.test(parts)) return parts[0].toLowerCase();
    return character === "’" ? "'" : character;
  };

  /** @param {string} character */
  const foldOf = (character) => {
    let own = known.get(character);
    if (!own) {
      const bare = plain(character);
      const form = folds.get(bare) ?? bare;
      own = { form, kept: KEPT.test(form) };
      known.set(character, own);
    }
    return own;
  };

  /** @param {string} text */
  const charactersOf = (text) => {
    let at = 0;
    return Array.from(text, (character) => {
      const { form, kept } = foldOf(character);
      const found = { form, kept, at };
      at += character.length;
      return found;
    });
  };

  /** @param {Placed | undefined} one */
  const isDigit = (one) => one !== undefined && DIGIT.test(one.form);

  /* The forms in a row, and the place in the original of each UTF-16 unit. Of points only those between figures are left; `instead`
     takes the place of others. */
  /** @type {(list: Placed[], instead: string) => Bare} */
  const join = (list, instead) => {
    let text = "";
    /** @type {number[]} */
    const at = [];
    list.forEach((one, index) => {
      const isPoint = one.form === "." && !(isDigit(list[index - 1]) && isDigit(list[index + 1]));
      const form = isPoint ? instead : one.form;
      text += form;
      for (let unit = 0; unit < form.length; unit++) at.push(one.at + unit);
    });
    return { text, at };
  };

  search.compact = (text) =>
    join(
      charactersOf(text).filter(({ form, kept }) => kept || form === "." || SIGNS.includes(form)),
      "",
    );

  search.spaced = (text) => {
    const all = charactersOf(text);
    /** @type {Placed[]} */
    const list = [];
    all.forEach(({ form, kept, at }, index) => {
      const before = all[index - 1];
      const next = all[index + 1];
      if (form === "'" && before?.kept && next?.kept) return;
      if (form === "," && isDigit(before) && isDigit(next)) return;
      list.push({ form: kept || form === "." ? form : " ", at });
    });
    const spaced = join(list, " ");
    /** @type {Bare} */
    const result = { text: "", at: [] };
    for (let unit = 0; unit < spaced.text.length; unit++) {
      if (spaced.text[unit] === " " && (!result.text || result.text.endsWith(" "))) continue;
      result.text += spaced.text[unit];
      result.at.push(spaced.at[unit]);
    }
    if (result.text.endsWith(" ")) {
      result.text = result.text.slice(0, -1);
      result.at.pop();
    }
    return result;
  };

  search.folded = (text) =>
    charactersOf(text)
      .map(({ form }) => form)
      .join("");

  search.setFolds = (pairs) => {
    const list = Array.from(pairs);
    folds = new Map();
    known = new Map();
    for (let at = 0; at < list.length; at += 2) folds.set(list[at], list[at + 1]);
  };

  search.isLatin = (compact) => /^[\x00-\x7f\u00b0-\u024f]*$/.test(compact);

  search.escape = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
})();
