// @ts-check
/* Material: what the theme's script expects to find, a small store below the address of the site. The theme writes it into
   every page. */
(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL("../../", src);

  /** @type {(key: string, of?: URL) => string} */
  const keyOf = (key, of = scope) => `${of.pathname}.${key}`;

  window.__md_scope = scope;
  window.__md_hash = (text) =>
    Array.from(text).reduce((sum, character) => (sum << 5) - sum + character.charCodeAt(0), 0);
  window.__md_get = (key, store, of) => JSON.parse((store ?? localStorage).getItem(keyOf(key, of)) ?? "null");
  window.__md_set = (key, value, store, of) => {
    try {
      (store ?? localStorage).setItem(keyOf(key, of), JSON.stringify(value));
    } catch {
      // a page in a folder may have no storage
    }
  };
})();
