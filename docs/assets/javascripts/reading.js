/* The reading room: shows a sentence's counterpart, and what is said about a word, without leaving the text.
   A classic script that asks nothing of the network; every text it shows is set as text, never as markup. */
(function () {
  "use strict";

  if (!document.querySelector(".reading")) return;
  var reading = document.querySelector("article"); // the title and its notes belong to it

  /* --- Counterparts: `#s12` in the page's language, `.s12` in the one that faces it. --- */

  function sentenceOf(node) {
    for (; node && node !== reading; node = node.parentElement) {
      if (/^s\d+$/.test(node.id)) return node.id;
      var name = Array.prototype.find.call(node.classList || [], function (c) { return /^s\d+$/.test(c); });
      if (name) return name;
    }
    return null;
  }

  function both(id) {
    return id ? document.querySelectorAll("article [id='" + id + "'], article ." + id) : [];
  }

  var shown = null;
  function show(id) {
    if (id === shown) return;
    both(shown).forEach(function (node) { node.classList.remove("lit"); });
    both(id).forEach(function (node) { node.classList.add("lit"); });
    shown = id;
  }

  reading.addEventListener("mouseover", function (event) { show(sentenceOf(event.target)); });
  reading.addEventListener("mouseleave", function () { show(null); });
  reading.addEventListener("focusin", function (event) { show(sentenceOf(event.target)); });

  /* On a narrow screen the other language waits until its sentence is tapped. */
  reading.addEventListener("click", function (event) {
    if (event.target.closest("a, aside, button")) return;
    var id = sentenceOf(event.target), pair = event.target.closest(".pair");
    if (!id || !pair || String(window.getSelection())) return;
    var same = pair.dataset.open === id;
    if (event.target.closest(".facing") && !same) return;
    if (same) { delete pair.dataset.open; show(null); } else { pair.dataset.open = id; show(id); }
    pair.querySelectorAll(".facing [class*='s']").forEach(function (node) {
      node.classList.toggle("chosen", !same && node.classList.contains(id));
    });
    label(pair);
  });

  /* The same by keyboard and for screen readers: one button a block. */
  var chinese = /^zh/.test(document.documentElement.lang);
  var words = chinese ? ["显示英译", "收起英译"] : ["Show the Chinese", "Hide the Chinese"];

  function label(pair) {
    var button = pair.querySelector(".turn"), open = "open" in pair.dataset;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", words[open ? 1 : 0]);
  }

  reading.querySelectorAll(".pair").forEach(function (pair) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "turn";
    button.addEventListener("click", function () {
      if ("open" in pair.dataset) delete pair.dataset.open; else pair.dataset.open = "all";
      pair.querySelectorAll(".chosen").forEach(function (node) { node.classList.remove("chosen"); });
      label(pair);
    });
    pair.insertBefore(button, pair.querySelector(".facing"));
    label(pair);
  });

  /* --- Comments: the first lines at once, the whole on demand. --- */

  reading.querySelectorAll(".comment").forEach(function (comment) {
    var text = comment.querySelector("p");
    if (!text || text.scrollHeight <= text.clientHeight + 2) { comment.classList.add("whole"); return; }
    var more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    function turn(whole) {
      comment.classList.toggle("whole", whole);
      more.setAttribute("aria-expanded", String(whole));
      more.textContent = chinese ? (whole ? "收起" : "展开") : (whole ? "less" : "more");
    }
    more.addEventListener("click", function () { turn(!comment.classList.contains("whole")); });
    comment.appendChild(more);
    turn(false);
  });

  /* --- Cards: what the lists at the end of the page say about a word, shown beside the word. --- */

  var card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "tooltip");
  card.id = "card";
  card.hidden = true;
  document.body.appendChild(card);
  var bound = null, timer = 0;
  /* Dates and quantities are found by rules; until an editor has made an event or a claim of them, they say so. */
  var MACHINE = chinese ? "由规则识别" : "found by rule";

  function entryOf(node) {
    if (node.matches("a[href*='glossary/']"))
      return document.getElementById("term-" + node.getAttribute("href").replace(/^.*\/|\.html.*$/g, ""));
    var prefix = { event: "event-", claim: "claim-", note: "note-", emendation: "emended-" }[node.classList[0]];
    return prefix && node.dataset.ref ? document.getElementById(prefix + node.dataset.ref) : null;
  }

  function lines(node) {
    var found = [];
    for (; node && /^(A|SPAN)$/.test(node.tagName); node = node.parentElement) {
      var data = node.dataset, entry = entryOf(node);
      if (data.edtf) found.push("EDTF " + data.edtf + " · " + MACHINE + " (" + data.rule + ")");
      if (data.value) found.push(data.value + " · " + MACHINE);
      if (entry) found.push((entry.querySelector("p") || entry).textContent.replace(/\s+/g, " ").trim());
    }
    return found;
  }

  function close() {
    clearTimeout(timer);
    card.hidden = true;
    if (bound) bound.removeAttribute("aria-describedby");
    bound = null;
  }

  function open(node) {
    var target = node.closest("a[href*='glossary/'], .event, .claim, .note, .emendation, .date, .quantity");
    var text = target ? lines(node) : [];
    if (!text.length) return close();
    if (target === bound) return;
    close();
    card.textContent = "";
    text.forEach(function (line) {
      card.appendChild(document.createElement("p")).textContent = line;
    });
    card.hidden = false;
    var box = target.getClientRects()[0], width = card.offsetWidth, height = card.offsetHeight;
    var left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    var below = box.bottom + 6 + height < window.innerHeight;
    card.style.left = left + window.scrollX + "px";
    card.style.top = (below ? box.bottom + 6 : Math.max(8, box.top - height - 6)) + window.scrollY + "px";
    target.setAttribute("aria-describedby", card.id);
    bound = target;
  }

  reading.addEventListener("mouseover", function (event) {
    clearTimeout(timer);
    var node = event.target;
    timer = setTimeout(function () { open(node); }, 250);
  });
  reading.addEventListener("mouseleave", close);
  reading.addEventListener("focusin", function (event) { open(event.target); });
  /* A finger cannot point: the first tap on a term shows the card, the second follows the link. */
  reading.addEventListener("click", function (event) {
    var link = event.target.closest(".pair a[href*='glossary/']");
    if (!link || !window.matchMedia("(hover: none)").matches || "shown" in link.dataset) return;
    event.preventDefault();
    open(link);
    link.dataset.shown = "";
    setTimeout(function () { delete link.dataset.shown; }, 4000);
  });
  reading.addEventListener("focusout", close);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
})();
