// @ts-check
/* Highlight: on the page a search result leads to, its words, across marks and links. They stand in the address (`?h=`,
   separated by spaces; a space within one is a no-break space). */
(() => {
  const asked = new URLSearchParams(location.search).get("h") ?? "";
  const words = asked
    .split(" ")
    .filter(Boolean)
    .map((word) => word.replaceAll("\u00a0", " "));
  if (!words.length || !window.CSS || !CSS.highlights) return;

  const BLOCK = "p, li, h1, h2, h3, h4, td, th, dt, dd, blockquote, figcaption, summary, div";

  /* Of a page, the sentence that was found, in both languages; without one, all of it. */
  const searched = () => {
    const anchor = location.hash.slice(1);
    const found = /^[\w-]+$/.test(anchor)
      ? document.querySelectorAll(`[id='${anchor}'], .md-content .${CSS.escape(anchor)}`)
      : [];
    return Array.from(found.length ? found : document.querySelectorAll(".md-content"));
  };

  /* The text nodes in `element`, those of a block together. */
  /** @param {Element} element */
  const runsIn = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    /** @type {Text[][]} */
    const runs = [];
    /** @type {Element | null | undefined} */
    let last = null;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (node.parentElement?.closest("rt, rp")) continue;
      const block = node.parentElement?.closest(BLOCK);
      if (!runs.length || block !== last) runs.push([]);
      runs[runs.length - 1].push(node);
      last = block;
    }
    return runs;
  };

  /* Whether what begins at `at` is the middle of an English word, and not behind a capital. */
  /** @type {(text: string, at: number) => boolean} */
  const isWithinWord = (text, at) => {
    const pair = text.slice(at - 1, at + 1);
    return at > 0 && /[A-Za-z]{2}/.test(pair) && !/[a-z][A-Z]/.test(pair);
  };

  /* The node of `nodes`, and the place in it, at which the text of all is at `at`; the `end` of a range may be behind a node. */
  /** @type {(nodes: Text[], at: number, end: boolean) => [Text, number]} */
  const boundary = (nodes, at, end) => {
    for (const node of nodes) {
      if (at < node.length || (end && at === node.length)) return [node, at];
      at -= node.length;
    }
    throw new RangeError(`${at} is behind the text`);
  };

  /** @type {(nodes: Text[], wanted: Iterable<string>) => Range[]} */
  const rangesIn = (nodes, wanted) => {
    const text = nodes.map((node) => node.data).join("");
    const ranges = [];
    for (const word of wanted) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (isWithinWord(text, at)) continue;
        const range = new Range();
        range.setStart(...boundary(nodes, at, false));
        range.setEnd(...boundary(nodes, at + word.length, true));
        ranges.push(range);
      }
    }
    return ranges;
  };

  const content = searched();
  const show = () => {
    const wanted = new Set([...words, ...words.map(jianzhu.toReaderScript)]);
    const ranges = content.flatMap(runsIn).flatMap((nodes) => rangesIn(nodes, wanted));
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  jianzhu.onChange((name) => {
    if (name === "script") show();
  });
  jianzhu.onVariants(show);
  show();
})();
