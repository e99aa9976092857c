// @ts-check
/* Variants: the page's Chinese as published, simplified or traditional. The table is asked for when it is first wanted. What is
   copied keeps the published form. */
(() => {
  const control = /** @type {HTMLSelectElement | null} */ (document.querySelector(".script-choice select"));
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TABLES = new URL("../../data/variants.js", src).href;
  const SILENT = "script, style, textarea, template, .script-choice, [translate='no']";
  const INLINE =
    /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|ins|del|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
  /** @type {Record<string, VariantTable> | null} */
  let tables = null;
  let isAskedFor = false;
  /* What was changed, with what it was. */
  /** @type {Map<Node, string>} */
  const publishedText = new Map();
  /** @type {Map<Node, string>} */
  const publishedLang = new Map();
  /** @type {(() => void)[]} */
  const listeners = [];

  /* The table of the script that the reader has chosen; null as published, and until it has come. */
  const tableInUse = () => {
    const script = jianzhu.get("script");
    return script === "published" ? null : (tables?.[script] ?? null);
  };

  /* The text nodes in `root` that are read as one, over the borders of marks; scripts/jianzhu/text/variants/runs.py divides alike. */
  /** @param {Node} root */
  const runsIn = (root) => {
    /** @type {Text[][]} */
    const found = [];
    /** @type {Text[] | null} */
    let run = null;
    /** @param {Node} node */
    const collect = (node) => {
      for (const child of node.childNodes) {
        if (child instanceof Text) {
          if (run) run.push(child);
          else {
            run = [child];
            found.push(run);
          }
        } else if (child instanceof Element) {
          const divides = !INLINE.test(child.localName) || child.hasAttribute("lang");
          // The reading of a ruby stands beside the text that goes on around it.
          const around = child.matches("rt, rp") ? run : null;
          if (divides) run = null;
          if (!child.matches(SILENT)) collect(child);
          if (divides) run = around;
        }
      }
    };
    collect(root);
    return found;
  };

  /** @param {Text} node */
  const langOf = (node) => {
    const marked = /** @type {HTMLElement | null | undefined} */ (node.parentElement?.closest("[lang]"));
    return marked && (publishedLang.get(marked) ?? marked.lang);
  };

  /* What is published in `script` stays as it is. */
  /** @type {(script: string, table: VariantTable, root: HTMLElement) => void} */
  const convert = (script, table, root) => {
    for (const nodes of runsIn(root)) {
      if (langOf(nodes[0]) === script) continue;
      const pieces = nodes.map((node) => node.data);
      jianzhu.variants.convert(pieces, table).forEach((text, at) => {
        if (text === pieces[at]) return;
        if (!publishedText.has(nodes[at])) publishedText.set(nodes[at], pieces[at]);
        nodes[at].data = text;
      });
    }
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[lang^='zh-Han']"))) {
      if (!publishedLang.has(node)) publishedLang.set(node, node.lang);
      node.lang = script;
    }
  };

  const restore = () => {
    for (const [node, text] of publishedText) /** @type {Text} */ (node).data = text;
    for (const [node, lang] of publishedLang) /** @type {HTMLElement} */ (node).lang = lang;
    publishedText.clear();
    publishedLang.clear();
  };

  const loadTables = () => {
    if (isAskedFor) return;
    isAskedFor = true;
    const file = document.createElement("script");
    file.src = TABLES;
    file.onerror = () => {
      isAskedFor = false;
      jianzhu.set("script", "published");
    };
    document.head.append(file);
  };

  /** @param {string} script */
  const show = (script) => {
    if (control) control.value = script;
    restore();
    if (script === "published") return;
    if (tables) jianzhu.convertSubtree(document.body);
    else loadTables();
  };

  jianzhu.setVariants = (given) => {
    tables = {};
    for (const [script, table] of Object.entries(given)) tables[script] = jianzhu.variants.readTable(table);
    jianzhu.convertSubtree(document.body);
    for (const listener of listeners) listener();
  };

  jianzhu.onVariants = (listener) => listeners.push(listener);

  jianzhu.toReaderScript = (text) => {
    const table = tableInUse();
    return table ? jianzhu.variants.convert([text], table)[0] : text;
  };

  jianzhu.cloneAsPublished = (node) => {
    const copy = node.cloneNode(true);
    const walker = (/** @type {Node} */ root) =>
      document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const from = walker(node);
    const to = walker(copy);
    do {
      const text = publishedText.get(from.currentNode);
      const lang = publishedLang.get(from.currentNode);
      if (text !== undefined) /** @type {Text} */ (to.currentNode).data = text;
      if (lang !== undefined) /** @type {HTMLElement} */ (to.currentNode).lang = lang;
    } while (from.nextNode() && to.nextNode());
    return /** @type {typeof node} */ (copy);
  };

  jianzhu.convertSubtree = (root) => {
    for (const published of [publishedText, publishedLang]) {
      for (const node of published.keys()) if (!node.isConnected) published.delete(node);
    }
    const table = tableInUse();
    if (table) convert(jianzhu.get("script"), table, root);
  };

  jianzhu.withPublishedText = (act) => {
    restore();
    act();
    jianzhu.convertSubtree(document.body);
  };

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!publishedText.size || !selection || selection.isCollapsed) return;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const select = () => selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    jianzhu.withPublishedText(() => {
      select();
      event.clipboardData?.setData("text/plain", String(selection));
      event.preventDefault();
    });
    select();
  });

  control?.addEventListener("change", () => jianzhu.set("script", control.value));
  jianzhu.onChange((name, value) => {
    if (name === "script") show(value);
  });
  show(jianzhu.get("script"));
})();
