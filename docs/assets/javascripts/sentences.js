/* Sentences: the two languages of one light each other; a sentence has a handle, an address, and neighbours to step to.
   `#s12` is the sentence in the page's language, `.s12` the one that faces it; where a view hides the page's language, the
   other way round. */
(function () {
  "use strict";

  var reading = document.querySelector(".reading") && document.querySelector("article");
  if (!reading) return;
  var chinese = /^zh/.test(document.documentElement.lang);
  var narrow = window.matchMedia("(max-width: 47.99em)");
  var order = Array.prototype.map.call(reading.querySelectorAll("[id]"), function (node) { return node.id; })
    .filter(function (id) { return /^s\d+$/.test(id) && /\S/.test(document.getElementById(id).textContent); });

  function idOf(node) {
    for (; node && node !== reading; node = node.parentElement) {
      if (/^s\d+$/.test(node.id)) return node.id;
      var name = Array.prototype.find.call(node.classList || [], function (c) { return /^s\d+$/.test(c); });
      if (name) return name;
    }
    return null;
  }

  function both(id) {
    return id ? reading.querySelectorAll("[id='" + id + "'], ." + id) : [];
  }

  /* From `first` to `last`, in reading order. */
  function range(first, last) {
    var a = order.indexOf(first), b = order.indexOf(last || first);
    return a < 0 || b < 0 ? [] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  var lit = null;
  function light(id) {
    if (id === lit) return;
    both(lit).forEach(function (node) { node.classList.remove("lit"); });
    both(id).forEach(function (node) { node.classList.add("lit"); });
    handle(id);
    lit = id;
  }

  reading.addEventListener("mouseover", function (event) { light(idOf(event.target)); });
  reading.addEventListener("mouseleave", function () { light(null); });
  reading.addEventListener("focusin", function (event) { light(idOf(event.target)); });

  /* --- Handles: made when a sentence is pointed at or stepped to. One stop of the Tab key for all of them; the arrows, j
     and k go from one to the next. --- */

  var handles = {}, stop = null;
  function handle(id) {
    if (handles[id] || order.indexOf(id) < 0) return handles[id] || null;
    var button = document.createElement("button"), node = document.getElementById(id);
    button.type = "button";
    button.className = "handle";
    button.textContent = id.slice(1);
    button.tabIndex = -1;
    button.setAttribute("aria-label", (chinese ? "第" + id.slice(1) + "句" : "Sentence " + id.slice(1)));
    button.setAttribute("aria-haspopup", "dialog");
    node.insertBefore(button, node.firstChild);
    return (handles[id] = button);
  }

  function rest(id) {
    if (stop) stop.tabIndex = -1;
    stop = handle(id);
    if (stop) stop.tabIndex = 0;
  }
  rest(order[0]);

  function step(by) {
    // From the sentence in which the focus is: one at which the pointer happens to rest is lit as the page scrolls.
    var here = (reading.contains(document.activeElement) && idOf(document.activeElement)) || lit;
    var at = here ? order.indexOf(here) + by : 0;
    // What has no counterpart is not there in a view of the other language.
    while (order[at] && !document.getElementById(order[at]).getClientRects().length) at += by;
    if (!order[at]) return;
    rest(order[at]);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  }

  function typing(target) {
    return target.closest && target.closest("input, select, textarea, [contenteditable], dialog");
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    var on = event.target.classList && event.target.classList.contains("handle");
    if (event.key === "j" || (on && event.key === "ArrowDown")) step(1);
    else if (event.key === "k" || (on && event.key === "ArrowUp")) step(-1);
    else return;
    event.preventDefault();
  });

  /* --- On a narrow screen the other language waits until its sentence is tapped, or its block's button pressed. --- */

  var words = chinese ? ["显示英译", "收起英译"] : ["Show the Chinese", "Hide the Chinese"];

  function label(pair) {
    var button = pair.querySelector(".turn"), open = "open" in pair.dataset;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", words[open ? 1 : 0]);
  }

  function choose(pair, id) {
    if (id) pair.dataset.open = id; else delete pair.dataset.open;
    pair.querySelectorAll(".facing [class*='s']").forEach(function (node) {
      node.classList.toggle("chosen", node.classList.contains(id));
    });
    pair.querySelectorAll(".handle").forEach(function (handle) { handle.classList.toggle("chosen", handle === handles[id]); });
    label(pair);
  }

  reading.addEventListener("click", function (event) {
    if (!narrow.matches || event.target.closest("a, aside, button, summary, [data-ref]")) return;
    var id = idOf(event.target), pair = event.target.closest(".pair");
    if (!id || !pair || String(window.getSelection())) return;
    var same = pair.dataset.open === id;
    if (event.target.closest(".facing") && jianzhu.get("view") === "parallel" && !same) return;
    choose(pair, same ? null : id);
    light(same ? null : id);
  });

  reading.querySelectorAll(".pair:has(.facing)").forEach(function (pair) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "turn";
    button.addEventListener("click", function () { choose(pair, "open" in pair.dataset ? null : "all"); });
    pair.querySelector(".main").appendChild(button); // between its block and the facing one, nothing would keep its style
    label(pair);
  });

  /* --- The view of the other language: there its sentences have the addresses and the handles. --- */

  var turned = false;
  function turn(view) {
    if (turned === (view === (chinese ? "translation" : "source"))) return;
    turned = !turned;
    order.forEach(function (id) {
      var own = document.getElementById(id), other = reading.querySelector("." + id);
      if (!other) return;
      own.removeAttribute("id");
      own.classList.add(id);
      other.classList.remove(id);
      other.id = id;
      if (handles[id]) other.insertBefore(handles[id], other.firstChild);
    });
  }
  jianzhu.onchange(function (name, value) { if (name === "view") turn(value); });
  turn(jianzhu.get("view"));

  /* --- Ranges: #s12-s17 shows all of them. --- */

  function mark() {
    reading.querySelectorAll(".cited").forEach(function (node) { node.classList.remove("cited"); });
    var ends = /^#(s\d+)(?:-(s\d+))?$/.exec(location.hash);
    if (!ends) return;
    var ids = range(ends[1], ends[2]);
    ids.forEach(function (id) {
      both(id).forEach(function (node) { node.classList.add("cited"); });
      handle(id);
    });
    if ((ends[2] || turned) && ids.length) document.getElementById(ids[0]).scrollIntoView();
  }
  window.addEventListener("hashchange", mark);
  mark();

  jianzhu.sentences = { idOf: idOf, both: both, range: range, handle: handle };
})();
