// @ts-check
/* Dialog: all that is said of a sentence, with its address and its citations; it stays until it is closed. */
(() => {
  const article = /** @type {HTMLElement | null} */ (document.querySelector("article:has(.reading)"));
  if (!article) return;
  const { idOf, both, range, anchorOf } = jianzhu.sentences;
  const { any: MARKS, entryOf, textOf, readByRule } = jianzhu.marks;
  const dialog = document.createElement("dialog");
  dialog.className = "panel";
  document.body.append(dialog);
  /** @type {string[]} the sentences it is about */
  let ids = [];
  /** @type {string | null} where a range begins */
  let first = null;

  /** @type {<Name extends keyof HTMLElementTagNameMap>(name: Name, text?: string) => HTMLElementTagNameMap[Name]} */
  const element = (name, text = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  /** @type {(key: string, act: (button: HTMLButtonElement) => void) => HTMLButtonElement} */
  const buttonFor = (key, act) => {
    const button = element("button", jianzhu.message(key));
    button.type = "button";
    button.addEventListener("click", () => act(button));
    return button;
  };

  /** @type {(key: string, write: (ids: string[]) => string) => HTMLButtonElement} */
  const copyButton = (key, write) =>
    buttonFor(key, async (button) => {
      /** @param {string} said */
      const say = (said) => {
        button.textContent = jianzhu.message(said);
        jianzhu.convertSubtree(button);
      };
      button.style.minWidth = `${button.offsetWidth}px`; // its neighbors stay where they are
      try {
        await jianzhu.cite.copy(write(ids));
        say("copied");
      } catch {
        say("not_copied");
      }
      setTimeout(say, 1500, key);
    });

  /* What is said of a sentence: its entries in the lists of the page. */
  /** @param {string} id */
  const entriesOf = (id) => {
    const marks = /** @type {HTMLElement[]} */ (both(id).flatMap((node) => Array.from(node.querySelectorAll(MARKS))));
    return [...marks.map(entryOf), ...document.querySelectorAll(`.links li[id$='-${id}']`)];
  };

  /* An entry as an item of the dialog: its paragraphs in one, without what belongs to its own place. */
  /** @param {Element} entry */
  const itemFor = (entry) => {
    const item = element("li");
    const copy = jianzhu.cloneAsPublished(entry);
    for (const node of copy.querySelectorAll("button, .ref")) node.remove();
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    const paragraphs = copy.querySelectorAll(":scope > p");
    for (const part of paragraphs.length ? paragraphs : [copy]) item.append(...part.childNodes);
    return item;
  };

  /* What rules have read in the dates and quantities of a sentence, as items. */
  /** @param {string} id */
  const readingsOf = (id) => {
    const found = both(id).flatMap((node) => Array.from(node.querySelectorAll(".date, .quantity")));
    const marks = /** @type {HTMLElement[]} */ (found).filter(readByRule);
    return marks.map((mark) => {
      const reading = jianzhu.message("reading", { words: textOf(mark), reading: readByRule(mark) });
      return element("li", reading);
    });
  };

  const fill = () => {
    const name = jianzhu.citation.fragment(ids).replace("-", "–");
    const head = element("p");
    head.className = "panel-head";
    head.append(
      element("strong", name),
      copyButton("copy_link", jianzhu.cite.address),
      copyButton("copy_citation", jianzhu.cite.plain),
      copyButton("bibtex", jianzhu.cite.bibtex),
      copyButton("csl", jianzhu.cite.csl),
      buttonFor("close", () => dialog.close()),
    );
    const list = element("ul");
    const shown = new Set();
    for (const id of ids) {
      for (const entry of entriesOf(id)) {
        if (!entry || shown.has(entry)) continue;
        shown.add(entry);
        list.append(itemFor(entry));
      }
      list.append(...readingsOf(id));
    }
    dialog.ariaLabel = name;
    dialog.replaceChildren(head, list);
    jianzhu.convertSubtree(dialog);
  };

  /* Opens at the sentence of `anchor`, or, if it is to `extend`, from the one before to this one. */
  /** @type {(anchor: Element, extend: boolean) => void} */
  const openAt = (anchor, extend) => {
    const id = idOf(anchor);
    if (!id) return;
    ids = extend && first ? range(first, id) : [id];
    if (!extend || !first) first = id;
    if (dialog.open) dialog.close();
    fill();
    if (ids.length > 1) location.hash = jianzhu.citation.fragment(ids);
    dialog.style.top = `${scrollY}px`; // opening moves the focus, and must not move the page
    dialog.show();
    jianzhu.positionPopover(dialog, /** @type {HTMLElement} */ (document.getElementById(id)));
    dialog.querySelector("button")?.focus({ preventScroll: true });
  };

  const focusAnchor = () => anchorOf(ids.at(-1) ?? null)?.focus({ preventScroll: true });

  article.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const anchor = target.closest(".handle");
    if (anchor) return openAt(anchor, event.shiftKey);
    if (dialog.open) dialog.close();
    const mark = target.closest("[data-ref]");
    if (!mark || target.closest("a") || String(getSelection())) return;
    const own = anchorOf(idOf(mark));
    if (own) openAt(own, false);
  });
  dialog.addEventListener("close", () => {
    // It may have been opened anew before this event came.
    if (!dialog.open && dialog.contains(document.activeElement)) focusAnchor();
  });
  jianzhu.keys.on("close", () => {
    if (!dialog.open) return;
    dialog.close();
    focusAnchor();
  });
})();
