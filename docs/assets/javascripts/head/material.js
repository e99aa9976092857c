/* Material: what the theme's script expects to find, a small store below the address of the site. The theme writes it into
   every page. */
(function () {
  "use strict";

  var scope = new URL("../../", document.currentScript.src);

  window.__md_scope = scope;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, character) { return (sum << 5) - sum + character.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, store, of) {
    return JSON.parse((store || localStorage).getItem((of || scope).pathname + "." + key));
  };
  window.__md_set = function (key, value, store, of) {
    try { (store || localStorage).setItem((of || scope).pathname + "." + key, JSON.stringify(value)); } catch (_) { /* a folder may not remember */ }
  };
})();
