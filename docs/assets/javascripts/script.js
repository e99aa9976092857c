/* Script: the page's Chinese as published, simplified or traditional, by a table made from the words of its texts when
   the site was built; it is asked for when it is first wanted. What is copied keeps the published form. */
(function () {
  "use strict";

  var control = document.querySelector(".script-choice select");
  var place = document.currentScript.src.replace(/assets\/javascripts\/.*$/, "");
  var SPACE = /^[ \t\n\f\r]$/, SILENT = "script, style, textarea, template, .script-choice";
  var INLINE = /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|ins|del|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
  var tables = null, asked = false, published = new Map(), langs = new Map();

  /* The table counts in characters, as Python does; here they are counted in units, of which rare characters have two. */
  function read(table) {
    var usual = {}, characters = Array.from(table.usual);
    for (var at = 0; at < characters.length; at += 2) usual[characters[at]] = characters[at + 1];
    Object.values(table.rules).flat().forEach(function (rule) { rule[1] = Array.from(rule[0]).slice(0, rule[1]).join("").length; });
    return { usual: usual, rules: table.rules };
  }

  /* The texts of `pieces`, which are read as one, in the other script. In the words of a rule all white space is one space, and
     a line end stands for the edges of a text. */
  function forms(pieces, table) {
    var text = "\n", places = [], characters = pieces.map(function (piece) { return Array.from(piece); });
    characters.forEach(function (piece) {
      piece.forEach(function (character) {
        var space = SPACE.test(character);
        if (space && /[\n ]$/.test(text)) return places.push(0);
        places.push(text.length);
        text += space ? " " : character;
      });
    });
    text = text.replace(/ $/, "") + "\n";
    var next = 0;
    return characters.map(function (piece) {
      return piece.map(function (character) { return form(character, places[next++], text, table); }).join("");
    });
  }

  function form(character, at, text, table) {
    var rules = table.rules[character] || [];
    for (var i = 0; i < rules.length; i++)
      if (at >= rules[i][1] && text.startsWith(rules[i][0], at - rules[i][1])) return rules[i][2];
    return table.usual[character] || character;
  }

  /* The text nodes in `root` that are read as one, over the borders of marks; scripts/jianzhu/text/variants/runs.py divides alike. */
  function runs(root) {
    var found = [], run = null;
    (function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === Node.TEXT_NODE) {
          if (!run) found.push(run = []);
          run.push(child);
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          var divides = !INLINE.test(child.localName) || child.hasAttribute("lang");
          if (divides) run = null;
          if (!child.matches(SILENT)) walk(child);
          if (divides) run = null;
        }
      }
    })(root);
    return found;
  }

  function langOf(node) {
    var marked = node.parentNode.closest("[lang]");
    return marked ? langs.get(marked) || marked.lang : "";
  }

  /* What is published in `script` stays as it is. */
  function convert(script, root) {
    var table = tables[script];
    runs(root).forEach(function (nodes) {
      if (langOf(nodes[0]) === script) return;
      forms(nodes.map(function (node) { return node.data; }), table).forEach(function (shown, at) {
        var node = nodes[at];
        if (shown === node.data) return;
        if (!published.has(node)) published.set(node, node.data);
        node.data = shown;
      });
    });
    root.querySelectorAll("[lang^='zh-Han']").forEach(function (node) {
      if (!langs.has(node)) langs.set(node, node.lang);
      node.lang = script;
    });
  }

  function restore() {
    published.forEach(function (text, node) { node.data = text; });
    published.clear();
    langs.forEach(function (lang, node) { node.lang = lang; });
    langs.clear();
  }

  function show(name, script) {
    if (name !== "script") return;
    if (control) control.value = script;
    restore();
    if (script === "published") return;
    if (tables) return convert(script, document.body);
    if (asked) return;
    asked = true;
    var file = document.createElement("script");
    file.src = place + "data/script.js";
    file.onerror = function () { asked = false; jianzhu.set("script", "published"); };
    document.head.appendChild(file);
  }

  jianzhu.forms = function (given) {
    tables = { "zh-Hans": read(given["zh-Hans"]), "zh-Hant": read(given["zh-Hant"]) };
    jianzhu.dress(document.body);
    if (jianzhu.onforms) jianzhu.onforms();
  };

  /* A published text, of which no script is known, as the page shows it now. */
  jianzhu.shown = function (text) {
    var script = jianzhu.get("script");
    return tables && script !== "published" ? forms([text], tables[script])[0] : text;
  };

  /* A copy of `node` as it was published. */
  jianzhu.published = function (node) {
    var copy = node.cloneNode(true), all = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
    var from = document.createTreeWalker(node, all), to = document.createTreeWalker(copy, all);
    do {
      if (published.has(from.currentNode)) to.currentNode.data = published.get(from.currentNode);
      if (langs.has(from.currentNode)) to.currentNode.lang = langs.get(from.currentNode);
    } while (from.nextNode() && to.nextNode());
    return copy;
  };

  /* What is new on the page, `root`, in the reader's script; what is gone from the page is forgotten. */
  jianzhu.dress = function (root) {
    var script = jianzhu.get("script");
    [published, langs].forEach(function (kept) {
      kept.forEach(function (_, node) { if (!node.isConnected) kept.delete(node); });
    });
    if (tables && script !== "published") convert(script, root);
  };

  /* Does what is to be done with the page as it was published. */
  jianzhu.plainly = function (act) {
    restore();
    act();
    jianzhu.dress(document.body);
  };

  document.addEventListener("copy", function (event) {
    var selection = window.getSelection(), script = jianzhu.get("script");
    if (!published.size || selection.isCollapsed) return;
    var range = selection.getRangeAt(0);
    var ends = [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
    restore();
    selection.setBaseAndExtent.apply(selection, ends);
    event.clipboardData.setData("text/plain", String(selection));
    event.preventDefault();
    convert(script, document.body);
    selection.setBaseAndExtent.apply(selection, ends);
  });

  if (control) control.addEventListener("change", function () { jianzhu.set("script", control.value); });
  jianzhu.onchange(show);
  show("script", jianzhu.get("script"));
})();
