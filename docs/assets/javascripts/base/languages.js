// @ts-check
/* Languages: the switch leads to where the reader is, in the other language. Ids, views and filters are the same in both, so the
   address says all: what is chosen, and the sentence or entry at the top of the view. Without this script the switch leads to
   the page. */
(() => {
  const links = /** @type {HTMLAnchorElement[]} */ (
    Array.from(document.querySelectorAll(".md-select__link[hreflang]"))
  );
  const article = document.querySelector(".md-content article");
  const own = links.find((link) => link.hreflang === document.documentElement.lang.slice(0, 2));
  const menu = /** @type {HTMLElement | null | undefined} */ (own?.closest(".md-select"));

  // A server may call index.html by its folder, and a page without the end of its name.
  /** @param {string} path */
  const normalized = (path) => path.replace(/(^|\/)index(\.html)?$/, "$1").replace(/\.html$/, "");

  // What is in no language, as the page for what is missing, leads to the first pages.
  if (!own || !menu || !article || normalized(own.pathname) !== normalized(location.pathname)) return;

  /* How far `node` begins from the line `top`, below which a page is read; infinitely far where nothing of it can be seen. */
  /** @type {(node: Element, top: number) => number} */
  const distance = (node, top) => {
    if (!node.getClientRects().length) return Infinity;
    const box = node.getBoundingClientRect();
    return box.bottom > top && box.top < innerHeight ? Math.abs(box.top - top) : Infinity;
  };

  /* The fragment of what is nearest to the top of the view: that of the address as long as it can be seen. */
  const currentFragment = () => {
    const [, name = location.hash.slice(1)] = /^#(s\d+)-s\d+$/.exec(location.hash) ?? [];
    const asked = document.getElementById(name);
    const bars = Array.from(document.querySelectorAll(".md-header, .tools"));
    const top = Math.max(...bars.map((bar) => bar.getBoundingClientRect().bottom));
    if (asked && (!asked.getClientRects().length || distance(asked, top) < Infinity)) return location.hash;
    if (scrollY < 8) return "";
    const text = article.querySelector(".reading");
    let nearest = "";
    let least = Infinity;
    // The title of a page has a name of its own in each language, and is the top of the page; what sticks there is always near.
    for (const node of article.querySelectorAll("[id]:not(h1)")) {
      if ((text?.contains(node) && !/^s\d+$/.test(node.id)) || node.querySelector("[id]")) continue;
      const far = distance(node, top);
      if (far >= least || getComputedStyle(node).position === "sticky") continue;
      nearest = `#${node.id}`;
      least = far;
    }
    return nearest;
  };

  const addresses = links.map((link) => link.href);
  /** @type {string | null} */
  let kept = null;
  const forget = () => {
    kept = null;
  };

  const updateLinks = () => {
    // From when the reader turns to the menu: where it is still unfolding, a browser scrolls to bring its links to sight.
    kept ??= currentFragment();
    const query = new URLSearchParams(location.search);
    // Said even where they are the usual ones: another window may have left other ones to be remembered.
    for (const name of /** @type {StateName[]} */ (Object.keys(jianzhu.choices))) query.set(name, jianzhu.get(name));
    links.forEach((link, at) => {
      link.href = `${addresses[at]}?${query}${kept}`;
    });
  };

  /** @param {MouseEvent | FocusEvent} event */
  const leave = ({ relatedTarget }) => {
    if (!menu.contains(/** @type {Node | null} */ (relatedTarget)) && !menu.matches(":hover")) forget();
  };

  // Whatever comes before a link is followed, copied or dragged, by whatever device.
  for (const name of ["pointerover", "pointerdown", "touchstart", "focusin", "contextmenu", "click"]) {
    menu.addEventListener(name, updateLinks, { capture: true, passive: true });
  }
  menu.addEventListener("pointerout", leave);
  menu.addEventListener("focusout", leave);
  for (const name of ["wheel", "touchmove", "hashchange"]) addEventListener(name, forget, { passive: true });
})();
