// @ts-check
/* Interlinear: each sentence is followed by its counterpart; the way back is kept. */
(() => {
  const reading = document.querySelector(".reading");
  if (!reading) return;
  /** @type {{node: HTMLElement, home: Node, next: Node | null}[]} */
  let moved = [];

  const restore = () => {
    for (const { node, home, next } of moved.reverse()) home.insertBefore(node, next);
    moved = [];
  };

  /** @param {Element} pair a stanza, which is read line by line */
  const interleaveLines = (pair) => {
    const facing = /** @type {HTMLElement | null} */ (pair.querySelector(".facing"));
    const lines = pair.querySelectorAll(".main .line");
    pair.querySelectorAll(".facing .line").forEach((line, number) => {
      const node = /** @type {HTMLElement} */ (line);
      if (!facing || !lines.length || !node.parentNode) return;
      moved.push({ node, home: node.parentNode, next: node.nextSibling });
      node.lang = facing.lang;
      (number < lines.length ? lines[number] : moved[moved.length - 2].node).after(node);
    });
  };

  const interleave = () => {
    for (const pair of reading.querySelectorAll(".pair:not(.heading)")) {
      if (pair.matches(".verse")) {
        interleaveLines(pair);
        continue;
      }
      const facing = /** @type {HTMLElement | null} */ (pair.querySelector(".facing"));
      for (const node of /** @type {NodeListOf<HTMLElement>} */ (pair.querySelectorAll(".facing [class*='s']"))) {
        const id = Array.from(node.classList).find((name) => /^s\d+$/.test(name));
        const main = id && pair.querySelector(`.main [id='${id}'], .main .${id}`);
        if (!main || !facing || !node.parentNode) continue;
        moved.push({ node, home: node.parentNode, next: node.nextSibling });
        node.lang = facing.lang;
        main.after(node);
      }
    }
  };

  /** @param {string} view */
  const show = (view) =>
    jianzhu.withPublishedText(() => {
      restore();
      if (view === "interlinear") interleave();
    });
  jianzhu.onChange((name, value) => {
    if (name === "view") show(value);
  });
  show(jianzhu.get("view"));
})();
