/* Highlight: on the page a search result leads to, its words, wherever marks and links part them. They stand in the address
   (`?h=`, one after the other behind blanks; a blank within one is a no-break space). */
(function () {
  "use strict";

  var words = (new URLSearchParams(location.search).get("h") || "").split(" ").filter(Boolean).map(function (word) {
    return word.replace(/\u00a0/g, " ");
  });
  var anchor = location.hash.slice(1), content = Array.from(document.querySelectorAll(".md-content"));
  if (!words.length || !window.CSS || !CSS.highlights) return;

  /* Of a page, the sentence that was found, in both languages; without one, all of it. */
  if (/^[\w-]+$/.test(anchor)) {
    var found = document.querySelectorAll("[id='" + anchor + "'], .md-content ." + CSS.escape(anchor));
    if (found.length) content = Array.from(found);
  }

  /* Runs of text nodes that no block parts: [[node, node…]…]. */
  function runs(element) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [], last = null, node;
    while ((node = walker.nextNode())) {
      var block = node.parentNode.closest("p, li, h1, h2, h3, h4, td, th, dt, dd, blockquote, figcaption, summary, div");
      if (!found.length || block !== last) found.push([]);
      found[found.length - 1].push(node);
      last = block;
    }
    return found;
  }

  /* Whether what begins at `at` is the middle of an English word, and not behind a capital. */
  function within(text, at) {
    var pair = text.slice(at - 1, at + 1);
    return at > 0 && /[A-Za-z]{2}/.test(pair) && !/[a-z][A-Z]/.test(pair);
  }

  function ranges(nodes, wanted) {
    var text = nodes.map(function (node) { return node.data; }).join(""), found = [];
    function boundary(at, end) {
      for (var i = 0; i < nodes.length; i++) {
        if (at < nodes[i].length || (end && at === nodes[i].length)) return [nodes[i], at];
        at -= nodes[i].length;
      }
    }
    wanted.forEach(function (word) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (within(text, at)) continue;
        var range = new Range();
        range.setStart.apply(range, boundary(at, false));
        range.setEnd.apply(range, boundary(at + word.length, true));
        found.push(range);
      }
    });
    return found;
  }

  function show() {
    var wanted = words.concat(words.map(jianzhu.shown)).filter(function (word, at, all) { return all.indexOf(word) === at; });
    var all = [];
    content.forEach(function (element) {
      runs(element).forEach(function (nodes) { all = all.concat(ranges(nodes, wanted)); });
    });
    CSS.highlights.set("found", new Highlight(...all));
  }

  jianzhu.onchange(function (name) { if (name === "script") show(); });
  jianzhu.onforms = show;
  show();
})();
