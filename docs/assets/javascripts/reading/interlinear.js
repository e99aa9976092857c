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

  const interleave = () => {
    for (const pair of reading.querySelectorAll(".pair:not(.heading)")) {
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
