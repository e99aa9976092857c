/* Languages: the switch leads to where the reader is, in the other language. Ids, views and filters are the same in both, so the
   address says all: what is chosen, and the sentence or entry at the top of the view. Without this script the switch leads to
   the page. */
(function () {
  "use strict";

  var links = Array.from(document.querySelectorAll(".md-select__link[hreflang]")), article = document.querySelector(".md-content article");
  // A server may call index.html by its folder, and a page without the end of its name.
  function named(path) { return path.replace(/(^|\/)index(\.html)?$/, "$1").replace(/\.html$/, ""); }
  var own = links.find(function (link) { return link.hreflang === document.documentElement.lang.slice(0, 2); });
  // What is in no language, as the page for what is missing, leads to the first pages.
  if (!own || !article || named(own.pathname) !== named(location.pathname)) return;

  /* How far `node` begins from the line `top`, below which a page is read; infinitely far where nothing of it can be seen. */
  function distance(node, top) {
    var box = node.getClientRects().length && node.getBoundingClientRect();
    return box && box.bottom > top && box.top < window.innerHeight ? Math.abs(box.top - top) : Infinity;
  }

  /* The fragment of what is nearest to the top of the view: that of the address as long as it can be seen. */
  function place() {
    var asked = document.getElementById((/^#(s\d+)-s\d+$/.exec(location.hash) || [0, location.hash.slice(1)])[1]);
    var top = Math.max.apply(null, Array.from(document.querySelectorAll(".md-header, .tools"), function (bar) {
      return bar.getBoundingClientRect().bottom;
    }));
    if (asked && (!asked.getClientRects().length || distance(asked, top) < Infinity)) return location.hash;
    if (window.scrollY < 8) return "";
    var text = article.querySelector(".reading"), nearest = null, least = Infinity;
    // The title of a page has a name of its own in each language, and is the top of the page; what sticks there is always near.
    article.querySelectorAll("[id]:not(h1)").forEach(function (node) {
      if ((text && text.contains(node) && !/^s\d+$/.test(node.id)) || node.querySelector("[id]")) return;
      var far = distance(node, top);
      if (far >= least || getComputedStyle(node).position === "sticky") return;
      nearest = node;
      least = far;
    });
    return nearest ? "#" + nearest.id : "";
  }

  var plain = links.map(function (link) { return link.href; }), menu = own.closest(".md-select"), kept = null;

  function lead() {
    // From when the reader turns to the menu: where it is still unfolding, a browser scrolls to bring its links to sight.
    if (kept === null) kept = place();
    var query = new URLSearchParams(location.search);
    // Said even where they are the usual ones: another window may have left other ones to be remembered.
    Object.keys(jianzhu.choices).forEach(function (name) { query.set(name, jianzhu.get(name)); });
    links.forEach(function (link, at) { link.href = plain[at] + "?" + query + kept; });
  }

  function leave(event) {
    if (!menu.contains(event.relatedTarget) && !menu.matches(":hover")) kept = null;
  }

  // Whatever comes before a link is followed, copied or dragged, by whatever device.
  ["pointerover", "pointerdown", "touchstart", "focusin", "contextmenu", "click"].forEach(function (name) {
    menu.addEventListener(name, lead, { capture: true, passive: true });
  });
  menu.addEventListener("pointerout", leave);
  menu.addEventListener("focusout", leave);
  ["wheel", "touchmove", "hashchange"].forEach(function (name) {
    window.addEventListener(name, function () { kept = null; }, { passive: true });
  });
})();
