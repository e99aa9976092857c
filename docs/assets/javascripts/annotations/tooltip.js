// @ts-check
/* Tooltip: what the lists at the end of an article say of a marked word, beside the word. */
(() => {
  const article = /** @type {HTMLElement | null} */ (document.querySelector("article:has(.reading)"));
  if (!article) return;
  const { term: TERM, any: MARKS, linesOf } = jianzhu.marks;
  const tooltip = document.createElement("div");
  tooltip.className = "card";
  tooltip.role = "tooltip";
  tooltip.id = "card";
  tooltip.hidden = true;
  document.body.append(tooltip);
  /** @type {Element | null} the mark that the tooltip describes */
  let described = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    tooltip.hidden = true;
    described?.removeAttribute("aria-describedby");
    described = null;
  };

  /** @param {Event} event */
  const openFor = ({ target }) => {
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest(MARKS));
    const lines = mark ? linesOf(mark) : [];
    if (!mark || !lines.length) return close();
    if (mark === described) return;
    close();
    const paragraphs = lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    tooltip.replaceChildren(...paragraphs);
    jianzhu.convertSubtree(tooltip);
    tooltip.hidden = false;
    jianzhu.positionPopover(tooltip, mark);
    mark.setAttribute("aria-describedby", tooltip.id);
    described = mark;
  };

  /* A pointer has time to reach the tooltip, which stays while it is there. A finger neither points nor leaves. */
  const hovers = matchMedia("(hover: hover)");
  /** @param {() => void} act */
  const soon = (act) => {
    clearTimeout(timer);
    if (hovers.matches) timer = setTimeout(act, 250);
  };
  article.addEventListener("mouseover", (event) => soon(() => openFor(event)));
  article.addEventListener("mouseleave", () => soon(close));
  tooltip.addEventListener("mouseenter", () => clearTimeout(timer));
  tooltip.addEventListener("mouseleave", () => soon(close));
  article.addEventListener("focusin", openFor);
  article.addEventListener("focusout", close);
  jianzhu.keys.on("close", close);
  document.addEventListener("click", ({ target }) => {
    const clicked = /** @type {Node} */ (target);
    if (described && !described.contains(clicked) && !tooltip.contains(clicked)) close();
  });

  /* The first tap on a term shows the tooltip, the second follows the link. A key (it clicks with no detail) has shown the
     tooltip when it came here. */
  article.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest(`.pair ${TERM}`));
    if (!link || !event.detail || hovers.matches || "shown" in link.dataset) return;
    event.preventDefault();
    openFor(event);
    link.dataset.shown = "";
    setTimeout(() => delete link.dataset.shown, 4000);
  });
})();
