// @ts-check
/* Sentences: the two languages of one light up together; a sentence has an anchor, an address, and neighbors to go to.
   `#s12` is the sentence in the page's language, `.s12` its counterpart; where a view hides the page's language, the other
   way round. */
(() => {
  const article = /** @type {HTMLElement | null} */ (document.querySelector("article:has(.reading)"));
  if (!article) return;
  const ID = /^s\d+$/;
  const narrow = matchMedia("(width < 48em)");
  const order = Array.from(article.querySelectorAll("[id]"))
    .filter((node) => ID.test(node.id) && /\S/.test(node.textContent ?? ""))
    .map((node) => node.id);

  /** @type {(id: string) => HTMLElement} */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /** @type {(node: Element) => string | undefined} */
  const classOf = (node) => Array.from(node.classList).find((name) => ID.test(name));

  /** @type {(node: Element | null) => string | null} */
  const idOf = (node) => {
    for (; node && node !== article; node = node.parentElement) {
      const id = ID.test(node.id) ? node.id : classOf(node);
      if (id) return id;
    }
    return null;
  };

  /** @type {(id: string | null) => Element[]} */
  const both = (id) => (id ? Array.from(article.querySelectorAll(`[id='${id}'], .${id}`)) : []);

  const range = (/** @type {string} */ first, last = first) => {
    const ends = [order.indexOf(first), order.indexOf(last)];
    return ends.includes(-1) ? [] : order.slice(Math.min(...ends), Math.max(...ends) + 1);
  };

  /** @type {string | null} */
  let lit = null;
  /** @param {string | null} id */
  const light = (id) => {
    if (id === lit) return;
    for (const node of both(lit)) node.classList.remove("lit");
    for (const node of both(id)) node.classList.add("lit");
    if (id) anchorOf(id);
    lit = id;
  };

  /** @param {Event} event */
  const lightTarget = ({ target }) => light(idOf(/** @type {Element} */ (target)));
  article.addEventListener("mouseover", lightTarget);
  article.addEventListener("focusin", lightTarget);
  article.addEventListener("mouseleave", () => light(null));

  /* --- Anchors: buttons with the number of a sentence, made when it is pointed at or gone to. One stop of the Tab key for all
     of them; keys lead from one to the next. --- */

  /** @type {Map<string, HTMLButtonElement>} */
  const anchors = new Map();
  /** @type {HTMLButtonElement | undefined} */
  let tabStop;

  /** @param {string | null} id */
  const anchorOf = (id) => {
    if (!id || anchors.has(id) || !order.includes(id)) return anchors.get(id ?? "");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "handle";
    button.textContent = id.slice(1);
    button.tabIndex = -1;
    button.ariaLabel = jianzhu.message("sentence", { number: id.slice(1) });
    button.ariaHasPopup = "dialog";
    byId(id).prepend(button);
    anchors.set(id, button);
    return button;
  };

  /** @param {string} id */
  const setTabStop = (id) => {
    if (tabStop) tabStop.tabIndex = -1;
    tabStop = anchorOf(id);
    if (tabStop) tabStop.tabIndex = 0;
    return tabStop;
  };
  if (order.length) setTabStop(order[0]);

  /** @param {1 | -1} by */
  const moveFocus = (by) => {
    // From the sentence in which the focus is: one at which the pointer happens to rest is lit as the page scrolls.
    const active = document.activeElement;
    const here = (article.contains(active) && idOf(active)) || lit;
    let at = here ? order.indexOf(here) + by : 0;
    // What has no counterpart is not there in a view of the other language.
    while (order[at] && !byId(order[at]).getClientRects().length) at += by;
    if (!order[at]) return;
    const anchor = setTabStop(order[at]);
    anchor?.focus({ preventScroll: true });
    anchor?.scrollIntoView({ block: "center" });
  };
  jianzhu.keys.on("nextSentence", () => moveFocus(1));
  jianzhu.keys.on("previousSentence", () => moveFocus(-1));

  /* --- On a narrow screen the other language waits until its sentence is tapped, or its block's button pressed. --- */

  /** @param {HTMLElement} pair */
  const labelToggle = (pair) => {
    const button = /** @type {HTMLButtonElement} */ (pair.querySelector(".turn"));
    const isOpen = "open" in pair.dataset;
    button.ariaExpanded = String(isOpen);
    button.ariaLabel = jianzhu.message(isOpen ? "hide_facing" : "show_facing");
  };

  /* Shows in `pair` the counterpart of the sentence `id`, of "all", or of none. */
  /** @type {(pair: HTMLElement, id: string | null) => void} */
  const choose = (pair, id) => {
    if (id) pair.dataset.open = id;
    else delete pair.dataset.open;
    for (const node of pair.querySelectorAll(".facing [class*='s']")) {
      node.classList.toggle("chosen", id !== null && node.classList.contains(id));
    }
    for (const anchor of pair.querySelectorAll(".handle")) {
      anchor.classList.toggle("chosen", anchor === anchors.get(id ?? ""));
    }
    labelToggle(pair);
  };

  article.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!narrow.matches || target.closest("a, aside, button, summary, [data-ref]")) return;
    const id = idOf(target);
    const pair = /** @type {HTMLElement | null} */ (target.closest(".pair"));
    if (!id || !pair || String(getSelection())) return;
    const isChosen = pair.dataset.open === id;
    if (target.closest(".facing") && jianzhu.get("view") === "parallel" && !isChosen) return;
    choose(pair, isChosen ? null : id);
    light(isChosen ? null : id);
  });

  for (const pair of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".pair:has(.facing)"))) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "turn";
    button.addEventListener("click", () => choose(pair, "open" in pair.dataset ? null : "all"));
    pair.querySelector(".main")?.append(button); // between its block and the facing one, nothing would keep its style
    labelToggle(pair);
  }

  /* --- The view of the other language: there its sentences have the addresses and the anchors. --- */

  const reading = /** @type {HTMLElement} */ (article.querySelector(".reading"));
  const otherView = reading.dataset.lead === "source" ? "translation" : "source";
  let isSwapped = false;
  /** @param {string} view */
  const swapAddresses = (view) => {
    if (isSwapped === (view === otherView)) return;
    isSwapped = !isSwapped;
    for (const id of order) {
      const own = byId(id);
      const other = article.querySelector(`:is(.facing, .facing-title) .${id}`) ?? article.querySelector(`.${id}`);
      if (!other) continue;
      own.removeAttribute("id");
      own.classList.add(id);
      other.classList.remove(id);
      other.id = id;
      const anchor = anchors.get(id);
      if (anchor) other.prepend(anchor);
    }
  };
  jianzhu.onChange((name, value) => {
    if (name === "view") swapAddresses(value);
  });
  swapAddresses(jianzhu.get("view"));

  /* --- Ranges: #s12-s17 shows all of them. --- */

  const showCited = () => {
    for (const node of article.querySelectorAll(".cited")) node.classList.remove("cited");
    const [, first, last] = /^#(s\d+)(?:-(s\d+))?$/.exec(location.hash) ?? [];
    const ids = first ? range(first, last) : [];
    for (const id of ids) {
      for (const node of both(id)) node.classList.add("cited");
      anchorOf(id);
    }
    if ((last || isSwapped) && ids.length) byId(ids[0]).scrollIntoView();
  };
  addEventListener("hashchange", showCited);
  showCited();

  jianzhu.sentences = { idOf, both, range, anchorOf };
})();
