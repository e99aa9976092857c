/* Views: which languages of an article are shown and how, which kinds of marks, and where the commentary stands. */
(function () {
  "use strict";

  var reading = document.querySelector(".reading");
  if (!reading) return;

  /* --- The controls show and set the state. --- */

  var tools = document.querySelector(".tools");
  tools.querySelectorAll("select").forEach(function (select) {
    select.value = jianzhu.get(select.name);
    select.addEventListener("change", function () { jianzhu.set(select.name, select.value); });
  });
  var layers = tools.querySelectorAll("[name='layer']");
  layers.forEach(function (box) {
    box.checked = jianzhu.get("hide").split(" ").indexOf(box.value) < 0;
    box.addEventListener("change", function () {
      var hidden = Array.prototype.filter.call(layers, function (one) { return !one.checked; });
      jianzhu.set("hide", hidden.map(function (one) { return one.value; }).join(" "));
    });
  });
  document.addEventListener("click", function (event) {
    var open = tools.querySelector("details[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && tools.querySelector("details[open]")) {
      var details = tools.querySelector("details[open]");
      details.open = false;
      details.querySelector("summary").focus();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
    var name = { v: "view", c: "script" }[event.key];
    if (!name) return;
    var choices = jianzhu.choices[name];
    jianzhu.set(name, choices[(choices.indexOf(jianzhu.get(name)) + 1) % choices.length]);
  });

  /* --- Interlinear: each sentence is followed by its counterpart; the way back is kept. --- */

  var moved = [];
  function interlinear(on) {
    moved.reverse().forEach(function (one) { one.home.insertBefore(one.node, one.next); });
    moved = [];
    if (!on) return;
    reading.querySelectorAll(".pair:not(.heading)").forEach(function (pair) {
      pair.querySelectorAll(".facing [class*='s']").forEach(function (node) {
        var id = Array.prototype.find.call(node.classList, function (c) { return /^s\d+$/.test(c); });
        var main = id && pair.querySelector(".main [id='" + id + "'], .main ." + id);
        if (!main) return;
        moved.push({ node: node, home: node.parentNode, next: node.nextSibling });
        node.lang = pair.querySelector(".facing").lang;
        main.parentNode.insertBefore(node, main.nextSibling);
      });
    });
  }

  /* --- The margin: comments stand beside their block, or below those of the block before. --- */

  var wide = window.matchMedia("(min-width: 76.25em)");
  var groups = reading.querySelectorAll(".comments"), stacked = false;
  function stack() {
    if (!wide.matches && !stacked) return;
    if (wide.matches) clip(reading);
    // All is measured before anything is moved: each layout of a long article costs.
    var tops = Array.prototype.map.call(groups, function (group) { return group.parentNode.getBoundingClientRect().top; });
    var heights = Array.prototype.map.call(groups, function (group) { return group.getBoundingClientRect().height; });
    var above = reading.getBoundingClientRect().top, bottom = above;
    groups.forEach(function (group, number) {
      var shift = wide.matches ? Math.max(0, bottom - tops[number]) : 0;
      group.style.top = shift + "px";
      bottom = tops[number] + shift + heights[number];
    });
    reading.style.minHeight = wide.matches ? bottom - above + "px" : "";
    reading.classList.add("placed");
    stacked = wide.matches;
  }

  function show(name, value) {
    if (name === "view") jianzhu.plainly(function () { interlinear(value === "interlinear"); });
    tools.querySelectorAll("select").forEach(function (select) { select.value = jianzhu.get(select.name); });
    stack();
  }

  /* --- Comments: the first lines at once, the whole on demand; measured when they are first to be seen. --- */

  var chinese = /^zh/.test(document.documentElement.lang), measured = new Set();
  function clip(within) {
    var comments = Array.prototype.filter.call(within.querySelectorAll(".comment"), function (comment) { return !measured.has(comment); });
    var clipped = comments.map(function (comment) {
      var text = comment.querySelector("p");
      return text && (!text.clientHeight || text.scrollHeight > text.clientHeight + 2);
    });
    comments.forEach(function (comment, number) {
      measured.add(comment);
      if (!clipped[number]) { comment.classList.add("whole"); return; }
      var more = document.createElement("button");
      more.type = "button";
      more.className = "more";
      function turn(whole) {
        comment.classList.toggle("whole", whole);
        more.setAttribute("aria-expanded", String(whole));
        more.textContent = chinese ? (whole ? "收起" : "展开") : (whole ? "less" : "more");
      }
      more.addEventListener("click", function () { turn(!comment.classList.contains("whole")); stack(); });
      comment.appendChild(more);
      turn(false);
    });
  }

  /* --- Where there is no margin, a button tells how many comments a block has, and shows them. --- */

  /* Adds a line to `button`: to the eye a sign and how many, to the ear how many and of what. */
  function tell(button, sign, amount, noun) {
    if (!amount) return;
    var shown = document.createElement("span"), said = document.createElement("span");
    shown.ariaHidden = "true";
    shown.textContent = (button.firstChild ? "\n" : "") + sign;
    said.className = "aside";
    said.textContent = noun;
    button.append(shown, String(amount), said);
  }

  reading.querySelectorAll(".comments").forEach(function (group, number) {
    var notes = group.querySelectorAll(".comment").length, links = group.querySelectorAll(".links li").length;
    var button = document.createElement("button"), pair = group.parentNode;
    button.type = "button";
    button.className = "counts";
    tell(button, "※ ", notes, chinese ? "条注" : notes === 1 ? " note" : " notes");
    tell(button, "⇄ ", links, chinese ? "处互见" : links === 1 ? " cross-reference" : " cross-references");
    group.id = "comments-" + number;
    button.setAttribute("aria-controls", group.id);
    function turn(open) {
      if (open) pair.dataset.notes = ""; else delete pair.dataset.notes;
      button.setAttribute("aria-expanded", String(open));
      if (open) clip(group);
    }
    button.addEventListener("click", function () { turn(!("notes" in pair.dataset)); });
    group.insertBefore(button, group.firstChild);
    turn(Boolean(location.hash && group.querySelector("[id='" + CSS.escape(location.hash.slice(1)) + "']")));
  });

  reading.addEventListener("toggle", stack, true);
  window.addEventListener("resize", stack);
  window.addEventListener("load", stack);
  window.addEventListener("hashchange", stack);
  jianzhu.onchange(show);
  show("view", jianzhu.get("view"));

  /* --- Paragraphs that were spared while the page loaded are laid out now, a few at a time. --- */

  var spared = Array.from(document.querySelectorAll(".pair")), idle = window.requestIdleCallback || function (act) { setTimeout(act, 50); };
  function settle() {
    spared.splice(0, 4).forEach(function (pair) { pair.style.contentVisibility = "visible"; });
    if (spared.length) idle(settle); else document.documentElement.classList.add("settled");
  }
  if (document.readyState === "complete") idle(settle); else window.addEventListener("load", function () { idle(settle); });
})();
