// @ts-check
/* Marks: what the lists at the end of an article say of its marked words, and what a rule has read in them. */
(() => {
  const TERM = "a[href*='glossary/']";
  /* The kinds of marks that have an entry in a list of the page, with what the entry's id begins with. */
  /** @type {Partial<Record<string, string>>} */
  const PREFIX = { concept: "term-", event: "event-", claim: "claim-", note: "note-", emendation: "emended-" };

  /* What a sentence and its marks are made of. */
  const INLINE = "a, b, code, del, em, ruby, span, strong, sub, sup";

  /** @param {HTMLElement} mark */
  const entryOf = (mark) => {
    if (mark.matches(TERM)) {
      const concept = mark.getAttribute("href")?.replace(/^.*\/|\.html.*$/g, "");
      return document.getElementById(`term-${concept}`);
    }
    const prefix = PREFIX[mark.classList[0]];
    return prefix && mark.dataset.ref ? document.getElementById(prefix + mark.dataset.ref) : null;
  };

  /** @param {Element} node */
  const textOf = (node) => (jianzhu.cloneAsPublished(node).textContent ?? "").replace(/\s+/g, " ").trim();

  /* What a rule has read in a date or a quantity, or nothing; until an editor has made an event or a claim of it, it says so. */
  /** @param {HTMLElement} mark */
  const readByRule = ({ dataset: { edtf, rule, value } }) => {
    if (edtf && rule) return jianzhu.message("date_by_rule", { edtf, rule });
    return value ? jianzhu.message("quantity_by_rule", { value }) : "";
  };

  /** @param {HTMLElement} mark */
  const linesOf = (mark) => {
    const lines = [];
    for (let node = /** @type {HTMLElement | null} */ (mark); node?.matches(INLINE); node = node.parentElement) {
      const read = readByRule(node);
      const entry = entryOf(node);
      if (read) lines.push(read);
      if (entry) lines.push(textOf(entry.querySelector("p") ?? entry));
    }
    return lines;
  };

  jianzhu.marks = {
    term: TERM,
    any: `${TERM}, .concept, .event, .claim, .note, .emendation, .date, .quantity`,
    entryOf,
    textOf,
    readByRule,
    linesOf,
  };

  /* Below `target`, or above it where there is no room below, and never over the edge. */
  jianzhu.positionPopover = (popover, target) => {
    const lines = target.getClientRects();
    if (!lines.length) return;
    const { left, top } = lines[0];
    const below = lines[lines.length - 1].bottom + 6;
    const { offsetWidth: width, offsetHeight: height, style } = popover;
    const farthest = document.documentElement.clientWidth - width - 8;
    const fits = below + height < innerHeight;
    style.left = `${Math.max(8, Math.min(left, farthest)) + scrollX}px`;
    style.top = `${(fits ? below : Math.max(8, top - height - 6)) + scrollY}px`;
  };
})();
