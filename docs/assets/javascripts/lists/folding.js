// @ts-check
/* Folding: what counts as the same when a list is narrowed by words is what the search takes for it: its rules and its table,
   loaded when words are first typed. Until they come, or where they do not, only case and accents are ignored. */
(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", src);
  /** @type {Promise<void> | null} */
  let loading = null;

  /** @param {string} path */
  const load = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, root).href;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  const loadRules = async () => {
    try {
      await load("assets/javascripts/search/text.js");
      self.__S = (_name, _sum, payload) => self.jianzhuSearch.setFolds(JSON.parse(payload).fold);
      await load("data/search/meta.js");
      self.jianzhuSearch.ready = true;
    } catch {
      // as above
    }
  };

  /* The two forms in which `text` is looked for: without what is between characters, and with a space between words. */
  /** @type {(text: string) => string[]} */
  const forms = (text) => {
    const search = self.jianzhuSearch;
    if (search) return [search.compact(text).text, search.spaced(text).text];
    return [
      text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase(),
    ];
  };

  jianzhu.folding = {
    isAskedFor: () => loading !== null,
    load() {
      loading ??= loadRules();
      return loading;
    },
    fold: (text) => forms(text).join("\n"),
    words: (text) =>
      text
        .split(/\s+/)
        .map((word) => forms(word).filter(Boolean))
        .filter((word) => word.length),
  };
})();
