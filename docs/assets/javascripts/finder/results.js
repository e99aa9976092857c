// @ts-check
/* Results: the list that the theme writes. Each result says its kind, and more of them stand below those that are there, which
   do not move. */
(() => {
  const list = document.querySelector(".md-search-result__list");
  if (!list) return;
  const base = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  let number = 0;

  /** @type {(name: string, className: string, html?: string) => HTMLElement} */
  const element = (name, className, html = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.innerHTML = html;
    return made;
  };

  /* A result as the theme writes one, whose texts the worker has escaped. */
  /** @type {(section: ListedSection, isHead: boolean, hasText: boolean) => HTMLElement} */
  const linkFor = ({ location, title, text, tags, score }, isHead, hasText) => {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "md-search-result__link"));
    link.href = new URL(location, base).href;
    link.tabIndex = -1;
    const article = element("article", "md-search-result__article md-typeset");
    article.dataset.mdScore = score.toFixed(2);
    if (isHead) article.append(element("div", "md-search-result__icon md-icon"));
    article.append(element(isHead ? "h1" : "h2", "", title));
    if (hasText && text) article.insertAdjacentHTML("beforeend", text);
    if (tags) {
      const nav = element("nav", "md-tags");
      nav.append(...tags.map((tag) => element("span", "md-tag", tag)));
      article.append(nav);
    }
    link.append(article);
    return link;
  };

  /** @param {ListedSection[]} sections */
  const itemFor = ([head, ...sections]) => {
    const item = element("li", "md-search-result__item");
    const shown = sections.filter(({ score }) => score >= head.score);
    const folded = sections.filter(({ score }) => score < head.score);
    item.append(linkFor(head, true, !shown.length), ...shown.map((section) => linkFor(section, false, true)));
    if (folded.length) {
      const details = element("details", "md-search-result__more");
      const summary = element("summary", "");
      summary.tabIndex = -1;
      const label = document.createElement("div");
      label.textContent = jianzhu.message("more_sections", { count: folded.length });
      summary.append(label);
      details.append(summary, ...folded.map((section) => linkFor(section, false, true)));
      item.append(details);
    }
    return item;
  };

  /** @type {WeakSet<Element>} the items that were added here */
  const own = new WeakSet();

  /* What an item is: the same page may be there as one kind and as another. */
  /** @param {Element} item */
  const keyOf = (item) => {
    const link = item.querySelector("a");
    return `${link?.href} ${link?.querySelector(".md-tag")?.textContent}`;
  };

  /* What stands in the tags of the first result of a group is said of each of them. */
  /** @param {Element} item */
  const describe = (item) => {
    const [first, ...links] = item.querySelectorAll("a");
    const kind = first?.querySelector(".md-tag");
    for (const nav of item.querySelectorAll("nav")) nav.role = "none";
    if (!kind) return;
    kind.id ||= `kind-${++number}`;
    for (const link of links) link.setAttribute("aria-describedby", kind.id);
  };

  /* The theme writes the rest of an answer when the end of the list is reached: some of it may be there already. */
  new MutationObserver((changes) => {
    const there = Array.from(list.children);
    const added = new Set(there.filter((item) => own.has(item)).map(keyOf));
    for (const item of there) if (!own.has(item) && added.has(keyOf(item))) item.remove();
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) describe(node);
    }
  }).observe(list, { childList: true });

  jianzhu.results = {
    add(items) {
      const known = new Set(Array.from(list.children, keyOf));
      const added = items.map(itemFor).filter((item) => !known.has(keyOf(item)));
      for (const item of added) own.add(item);
      list.append(...added);
      return added;
    },
  };
})();
