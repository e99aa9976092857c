// @ts-check
/* Focus: the keys of the open search besides the theme's, and where the focus is when it has closed. */
(() => {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const panel = /** @type {HTMLElement | null | undefined} */ (input?.closest(".md-search__inner"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("#__search"));
  if (!input || !panel || !toggle) return;

  /** @type {HTMLElement | null} what had the focus before the search */
  let before = null;

  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !panel.contains(target)) before = target;
  });
  // A press beside everything that can have the focus takes it away.
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest(".md-search, [for=__search]")) before = null;
  });

  /** @type {(elements: Iterable<Element>, from: Element | null, step: number) => HTMLElement | undefined} */
  const next = (elements, from, step) => {
    const all = /** @type {HTMLElement[]} */ (Array.from(elements));
    const at = all.findIndex((one) => one.contains(from));
    return at < 0 ? (step > 0 ? all[0] : undefined) : all[at + step];
  };

  /** @param {number} step */
  const toGroup = (step) => {
    const item = next(panel.querySelectorAll(".md-search-result__item"), document.activeElement, step);
    (item?.querySelector("a") ?? (step < 0 ? input : null))?.focus();
  };

  /* Among what stands above the results: sideways within it, downward and upward also out of it. */
  /** @type {(from: Element, key: string) => void} */
  const inBar = (from, key) => {
    const bar = from.closest(".finder");
    const isRow = from.closest(".finder-group") !== null;
    const isSideways = key === "ArrowLeft" || key === "ArrowRight";
    const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    if (!isRow && !isSideways) {
      const recent = next(bar?.querySelectorAll("[data-query]") ?? [], from, step);
      return (recent ?? (step < 0 ? input : undefined))?.focus();
    }
    if (isSideways) return next(bar?.querySelectorAll("button, a") ?? [], from, step)?.focus();
    /** @type {HTMLElement | null} */ (step < 0 ? input : panel.querySelector(".md-search-result__link"))?.focus();
  };

  jianzhu.keys.lead(panel, (key, target) => {
    if (key === "Escape" && toggle.checked) setTimeout(() => before?.isConnected && before.focus());
    if (!/^(Arrow|Page)/.test(key) || (target === input && /Left|Right/.test(key))) return false;
    const recent = /** @type {HTMLElement | null} */ (panel.querySelector("[data-query]"));
    if (key.startsWith("Page")) toGroup(key === "PageDown" ? 1 : -1);
    else if (target.closest(".finder")) inBar(target, key);
    else if (key === "ArrowDown" && target === input && recent) recent.focus();
    else return false;
    return true;
  });
})();
