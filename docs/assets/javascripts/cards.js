/* Cards: what the lists at the end of the page say about a word, shown beside the word at a glance (a tooltip), and all
   that is said of a sentence in a panel that stays, with its links, its address and its citation. */
(function () {
  "use strict";

  var reading = document.querySelector(".reading") && document.querySelector("article");
  if (!reading) return;
  var chinese = /^zh/.test(document.documentElement.lang);
  var TERM = "a[href*='glossary/']", MARKS = TERM + ", .event, .claim, .note, .emendation, .date, .quantity";
  /* Dates and quantities are found by rules; until an editor has made an event or a claim of them, they say so. */
  var MACHINE = chinese ? "由规则识别" : "found by rule";
  var PREFIX = { event: "event-", claim: "claim-", note: "note-", emendation: "emended-" };

  function entryOf(node) {
    if (node.matches(TERM))
      return document.getElementById("term-" + node.getAttribute("href").replace(/^.*\/|\.html.*$/g, ""));
    var prefix = PREFIX[node.classList[0]];
    return prefix && node.dataset.ref ? document.getElementById(prefix + node.dataset.ref) : null;
  }

  function text(node) { return jianzhu.published(node).textContent.replace(/\s+/g, " ").trim(); }

  /* What a rule has read in a date or a quantity, or nothing. */
  function byRule(node) {
    var data = node.dataset;
    if (data.edtf && data.rule) return "EDTF " + data.edtf + " · " + MACHINE + " (" + data.rule + ")";
    return data.value ? data.value + " · " + MACHINE : "";
  }

  function lines(node) {
    var found = [];
    for (; node && /^(A|SPAN)$/.test(node.tagName); node = node.parentElement) {
      var entry = entryOf(node);
      if (byRule(node)) found.push(byRule(node));
      if (entry) found.push(text(entry.querySelector("p") || entry));
    }
    return found;
  }

  /* --- The tooltip. --- */

  var card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "tooltip");
  card.id = "card";
  card.hidden = true;
  document.body.appendChild(card);
  var bound = null, timer = 0;

  function close() {
    clearTimeout(timer);
    card.hidden = true;
    if (bound) bound.removeAttribute("aria-describedby");
    bound = null;
  }

  /* Below `target`, or above it where there is no room below, and never over the edge. */
  function place(box, target) {
    var lines = target.getClientRects(), first = lines[0], last = lines[lines.length - 1];
    if (!first) return;
    var width = box.offsetWidth, height = box.offsetHeight;
    var left = Math.max(8, Math.min(first.left, document.documentElement.clientWidth - width - 8));
    var below = last.bottom + 6 + height < window.innerHeight;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (below ? last.bottom + 6 : Math.max(8, first.top - height - 6)) + window.scrollY + "px";
  }

  function open(node) {
    var target = node.closest(MARKS), found = target ? lines(target) : [];
    if (!found.length) return close();
    if (target === bound) return;
    close();
    card.textContent = "";
    found.forEach(function (line) { card.appendChild(document.createElement("p")).textContent = line; });
    jianzhu.dress(card);
    card.hidden = false;
    place(card, target);
    target.setAttribute("aria-describedby", card.id);
    bound = target;
  }

  /* A pointer has time to come to the card, which stays while it is there. A finger neither points nor leaves. */
  var points = window.matchMedia("(hover: hover)");
  function soon(act) {
    clearTimeout(timer);
    if (points.matches) timer = setTimeout(act, 250);
  }
  reading.addEventListener("mouseover", function (event) { soon(function () { open(event.target); }); });
  reading.addEventListener("mouseleave", function () { soon(close); });
  card.addEventListener("mouseenter", function () { clearTimeout(timer); });
  card.addEventListener("mouseleave", function () { soon(close); });
  reading.addEventListener("focusin", function (event) { open(event.target); });
  reading.addEventListener("focusout", close);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  document.addEventListener("click", function (event) {
    if (bound && !bound.contains(event.target) && !card.contains(event.target)) close();
  });

  /* A finger cannot point: the first tap on a term shows the card, the second follows the link. A key (it clicks with no
     detail) has shown the card when it came here. */
  reading.addEventListener("click", function (event) {
    var link = event.target.closest(".pair " + TERM);
    if (!link || !event.detail || points.matches || "shown" in link.dataset) return;
    event.preventDefault();
    open(link);
    link.dataset.shown = "";
    setTimeout(function () { delete link.dataset.shown; }, 4000);
  });

  /* --- The panel. --- */

  var labels = chinese
    ? { link: "复制链接", plain: "复制引文", bibtex: "BibTeX", csl: "CSL-JSON", close: "关闭", done: "已复制", failed: "未能复制" }
    : { link: "Copy link", plain: "Copy citation", bibtex: "BibTeX", csl: "CSL-JSON", close: "Close", done: "Copied", failed: "Not copied" };
  var panel = document.createElement("dialog"), from = null, ids = [];
  panel.className = "panel";
  document.body.appendChild(panel);

  function button(name, act) {
    var one = document.createElement("button");
    one.type = "button";
    one.textContent = labels[name];
    one.addEventListener("click", act);
    return one;
  }

  function say(node, words) {
    node.textContent = words;
    jianzhu.dress(node);
  }

  function copy(name) {
    return button(name, function () {
      var said = this;
      var written = name === "link" ? jianzhu.cite.address(ids) : jianzhu.cite[name](ids);
      said.style.minWidth = said.offsetWidth + "px"; // its neighbors stay where they are
      jianzhu.cite.copy(written).then(function () { say(said, labels.done); }, function () { say(said, labels.failed); }).then(function () {
        setTimeout(function () { say(said, labels[name]); }, 1500);
      });
    });
  }

  /* What is said of a sentence: its entries in the lists of the page, each once, in the order of the text. */
  function entries(id) {
    var found = [], base = id.replace(/^s/, "");
    jianzhu.sentences.both(id).forEach(function (node) {
      node.querySelectorAll(MARKS).forEach(function (mark) {
        var entry = entryOf(mark);
        if (entry && found.indexOf(entry) < 0) found.push(entry);
      });
    });
    document.querySelectorAll(".links li[id$='-s" + base + "']").forEach(function (entry) { found.push(entry); });
    return found;
  }

  function fill() {
    panel.textContent = "";
    var name = ids.length > 1 ? ids[0] + "–" + ids[ids.length - 1] : ids[0];
    var head = panel.appendChild(document.createElement("p"));
    head.className = "panel-head";
    head.appendChild(document.createElement("strong")).textContent = name;
    ["link", "plain", "bibtex", "csl"].forEach(function (one) { head.appendChild(copy(one)); });
    head.appendChild(button("close", function () { panel.close(); }));
    panel.setAttribute("aria-label", name);
    var list = panel.appendChild(document.createElement("ul")), seen = [];
    ids.forEach(function (id) {
      entries(id).forEach(function (entry) {
        if (seen.indexOf(entry) >= 0) return;
        seen.push(entry);
        var item = list.appendChild(document.createElement("li")), source = jianzhu.published(entry);
        source.querySelectorAll("button, .ref").forEach(function (node) { node.remove(); });
        source.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
        (source.querySelector(":scope > p") ? Array.from(source.querySelectorAll(":scope > p")) : [source]).forEach(function (part) {
          while (part.firstChild) item.appendChild(part.firstChild);
        });
      });
      jianzhu.sentences.both(id).forEach(function (node) {
        node.querySelectorAll(".date, .quantity").forEach(function (mark) {
          var read = byRule(mark);
          if (read) list.appendChild(document.createElement("li")).textContent = text(mark) + (chinese ? "：" : ": ") + read;
        });
      });
    });
    jianzhu.dress(panel);
  }

  function ask(handle, extend) {
    var id = jianzhu.sentences.idOf(handle);
    ids = extend && from ? jianzhu.sentences.range(from, id) : [id];
    if (!extend || !from) from = id;
    if (panel.open) panel.close();
    fill();
    if (ids.length > 1) location.hash = ids[0] + "-" + ids[ids.length - 1];
    panel.style.top = window.scrollY + "px"; // opening moves the focus, and must not move the page
    panel.show();
    place(panel, document.getElementById(id));
    panel.querySelector("button").focus({ preventScroll: true });
  }

  reading.addEventListener("click", function (event) {
    var handle = event.target.closest(".handle");
    if (handle) return ask(handle, event.shiftKey);
    if (panel.open) panel.close();
    var mark = event.target.closest("[data-ref]");
    if (mark && !event.target.closest("a") && !String(window.getSelection())) {
      handle = jianzhu.sentences.handle(jianzhu.sentences.idOf(mark));
      if (handle) ask(handle, false);
    }
  });
  panel.addEventListener("close", function () {
    if (panel.open) return; // it was opened anew before this was told
    var handle = jianzhu.sentences.handle(ids[ids.length - 1]);
    if (handle && panel.contains(document.activeElement)) handle.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !panel.open) return;
    var handle = jianzhu.sentences.handle(ids[ids.length - 1]);
    panel.close();
    if (handle) handle.focus({ preventScroll: true });
  });
})();
