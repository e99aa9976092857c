// @ts-check
/* Scheme: light or dark, as the reader chose, else as the system has it, now and when it changes. Set as soon as there is a
   body, so that the first paint has its colors; the theme's own script sets them later, and styles all anew three times. */
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (document.getElementsByName("__palette"));
  const bar = document.createElement("meta");
  bar.name = "theme-color";

  const ofSystem = () => (dark.matches ? "slate" : "default");

  const paint = () => {
    document.body.dataset.mdColorScheme = jianzhu.get("scheme") || ofSystem();
  };

  const show = () => {
    paint();
    for (const option of options) {
      option.checked = option.dataset.mdColorScheme === document.body.dataset.mdColorScheme;
      /** @type {HTMLElement} */ (option.nextElementSibling).hidden = !option.checked;
    }
    bar.content = getComputedStyle(document.body).getPropertyValue("--paper").trim();
  };

  /** @param {HTMLInputElement} option */
  const choose = (option) => {
    const scheme = option.dataset.mdColorScheme ?? "";
    jianzhu.set("scheme", scheme === ofSystem() ? "" : scheme);
    show();
  };

  // Observers are called before the next paint, whatever of the body has been parsed by then.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    paint();
  }).observe(document.documentElement, { childList: true });
  // When the header is whole: its parts must not move.
  document.addEventListener("DOMContentLoaded", () => {
    document.head.append(bar);
    for (const option of options) option.addEventListener("change", () => choose(option));
    jianzhu.keys.on("nextScheme", () => {
      const at = Array.from(options).indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
      const next = options[(at + 1) % options.length];
      choose(next);
      next.focus();
    });
    dark.addEventListener("change", show);
    show();
  });
})();
