// @ts-check
/* Cite: the address and the citations of sentences of this page. */
(() => {
  const source = /** @type {HTMLElement | null} */ (document.querySelector(".tools[data-slug]"));
  if (!source) return;
  const { fragment, plain, bibtex, csl } = jianzhu.citation;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", src).href;

  /** @param {string[]} ids */
  const address = (ids) => `${location.href.replace(/[?#].*$/, "")}#${fragment(ids)}`;

  /** @type {(ids: string[]) => CitedPassage} */
  const passage = (ids) => {
    const { slug = "", title = "", author = "", edition = "", date = "" } = source.dataset;
    const url = address(ids);
    return {
      slug,
      title,
      author,
      edition,
      year: date.slice(0, 4),
      fragment: fragment(ids),
      // In a folder only the place within the edition, since where the folder lies is the reader's affair.
      url: location.protocol === "file:" ? url.slice(root.length) : url,
      language: document.documentElement.lang,
    };
  };

  /* A page in a folder may not use the clipboard by itself; there the old way still works. */
  /** @param {string} text */
  const copy = async (text) => {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "aside";
    (document.querySelector("dialog[open]") ?? document.body).append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (!isCopied) throw new Error("the browser does not copy");
  };

  jianzhu.cite = {
    address,
    plain: (ids) => plain(passage(ids)),
    bibtex: (ids) => bibtex(passage(ids)),
    csl: (ids) => csl(passage(ids)),
    copy,
  };
})();
