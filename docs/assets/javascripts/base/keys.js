// @ts-check
/* Keys: every key that does something, and what it does. Other scripts say how. */
(() => {
  const TYPING = "input, select, textarea, [contenteditable], dialog";
  /* A key, its action and, where it acts only with the focus on certain elements, these. The theme's own keys are not here. */
  /** @type {readonly {key: string, action: KeyAction, focus?: string}[]} */
  const BINDINGS = [
    { key: "Escape", action: "close" },
    { key: "j", action: "nextSentence" },
    { key: "k", action: "previousSentence" },
    { key: "ArrowDown", action: "nextSentence", focus: ".handle" },
    { key: "ArrowUp", action: "previousSentence", focus: ".handle" },
    { key: "v", action: "nextView" },
    { key: "c", action: "nextScript" },
    { key: "Enter", action: "nextScheme", focus: "[name=__palette]" },
  ];
  /** @type {Partial<Record<KeyAction, (() => void)[]>>} */
  const handlers = {};

  /** @type {(event: KeyboardEvent, selector: string) => boolean} */
  const isWithin = ({ target }, selector) => target instanceof Element && target.closest(selector) !== null;

  /** @param {KeyboardEvent} event */
  const isCharacter = (event) => event.key?.length === 1;

  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    for (const { key, action, focus } of BINDINGS) {
      if (event.key !== key || (focus && !isWithin(event, focus))) continue;
      const acts = handlers[action];
      if (!acts || (key !== "Escape" && modified) || (isCharacter(event) && isWithin(event, TYPING))) continue;
      for (const act of acts) act();
      if (key !== "Escape") event.preventDefault(); // of which browsers and the theme make something too
    }
  });

  // Who speaks to the computer must be able to switch keys of one character off (WCAG 2.2, 2.1.4), the theme's own too.
  window.addEventListener(
    "keydown",
    (event) => {
      const off = jianzhu.get("hide").split(" ").includes("keys");
      if (off && isCharacter(event) && !isWithin(event, "input, select, textarea")) event.stopPropagation();
    },
    true,
  );

  jianzhu.keys = {
    on(action, handler) {
      handlers[action] ??= [];
      handlers[action].push(handler);
    },
    // Before the theme hears of it.
    lead(element, act) {
      element.addEventListener(
        "keydown",
        (event) => {
          if (!(event.target instanceof Element) || !act(event.key, event.target)) return;
          event.preventDefault();
          event.stopPropagation();
        },
        true,
      );
    },
    // The theme's search closes at a Tab, and takes every other key to its box.
    withhold(element, isWithheld) {
      element.addEventListener("keydown", (event) => {
        if (isWithheld(event.key)) event.stopPropagation();
      });
    },
  };
})();
