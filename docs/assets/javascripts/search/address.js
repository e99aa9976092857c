// @ts-check
/* Address: a query that is the number of a sentence, alone or with the name of an article: `s10`, `my-text s10`, `my-text:s10`, 第10句. */
(() => {
  const { jianzhuSearch: search } = self;

  const ADDRESSES = [
    /(?:^|[\s:#,，/]|\.html#)#?(?:s|sentence)[\s#]*([1-9][0-9]{0,6})(?:\s*[-–—]\s*s?[0-9]+)?(?=$|[\s:,，])/u,
    /第\s*([1-9][0-9]{0,6})\s*句/u,
  ];
  /* Articles that are looked through where none is named. */
  const ARTICLES = 10;

  search.addressOf = (text) => {
    const folded = search.folded(text).trim();
    const [found] = ADDRESSES.map((pattern) => pattern.exec(folded)).filter((match) => match !== null);
    if (!found) return null;
    const name = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`;
    return { name: name.replace(/^[\s:,，#]+|[\s:,，#]+$/gu, ""), anchor: `s${found[1]}` };
  };

  /* The articles that are called `key`, or else those whose id or a title begins with it, or else has it in it. */
  /** @param {string} key */
  const called = async (key) => {
    const known = await search.namedFrom(`@${key}`);
    const exact = known.filter((one) => one.key === `@${key}`);
    const found = exact.length ? exact : known;
    return found.length ? found : (await search.namedFrom("@")).filter((one) => one.key.includes(key));
  };

  /* The articles that `name` means, by itself or as another name of something. */
  /** @param {string} name */
  const articlesNamed = async (name) => {
    const key = search.compact(name.split("/").at(-1) ?? "").text;
    const labels = (await search.named(key)).flatMap((one) => one.labels.map((label) => search.compact(label).text));
    for (const one of [key, ...labels]) {
      const found = one ? await called(one) : [];
      if (found.length) return Array.from(new Set(found.map(({ document }) => document)));
    }
    return [];
  };

  search.addressed = async (text, more) => {
    const { kindOf, rowStarts, fileStarts } = /** @type {SearchMeta} */ (search.meta);
    const address = search.addressOf(text);
    if (!address) return [];
    const all = Array.from({ length: rowStarts.length - 1 }, (_, document) => document);
    const named = address.name ? await articlesNamed(address.name) : all.slice(0, ARTICLES * more);
    const documents = named.filter((document) => kindOf(document).id === "article");
    const found = await Promise.all(
      documents.map(async (document) => {
        const file = search.lastUpTo(fileStarts, document);
        const texts = (await search.texts(file))?.[document - fileStarts[file]];
        const row = texts?.rows.find(({ anchor }) => anchor === address.anchor);
        return texts && row ? [{ texts, hits: [{ row, zh: [], en: [], other: "" }], isWhole: true }] : [];
      }),
    );
    return found.flat();
  };
})();
