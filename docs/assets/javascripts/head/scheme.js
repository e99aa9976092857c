/* Scheme: light or dark, as the reader chose, else as the system has it, now and when it changes. Set as soon as there is a
   body, so that the first paint has its colors; the theme's own script sets them later, and styles all anew three times. */
(function () {
  "use strict";

  var dark = window.matchMedia("(prefers-color-scheme: dark)"), options = document.getElementsByName("__palette");
  var bar = document.createElement("meta");
  bar.name = "theme-color";

  function system() { return dark.matches ? "slate" : "default"; }

  function paint() { document.body.dataset.mdColorScheme = jianzhu.get("scheme") || system(); }

  function show() {
    paint();
    options.forEach(function (option) {
      option.checked = option.dataset.mdColorScheme === document.body.dataset.mdColorScheme;
      option.nextElementSibling.hidden = !option.checked;
    });
    bar.content = getComputedStyle(document.body).getPropertyValue("--paper").trim();
  }

  function choose(option) {
    var scheme = option.dataset.mdColorScheme;
    jianzhu.set("scheme", scheme === system() ? "" : scheme);
    show();
  }

  // Observers are heard before the next paint, whatever of the body has been read by then.
  new MutationObserver(function (_, observer) {
    if (!document.body) return;
    observer.disconnect();
    paint();
  }).observe(document.documentElement, { childList: true });
  document.addEventListener("DOMContentLoaded", function () { // when the header is whole: its parts must not move
    document.head.appendChild(bar);
    options.forEach(function (option, number) {
      option.addEventListener("change", function () { choose(option); });
      option.addEventListener("keydown", function (event) {
        if (event.key !== "Enter") return;
        event.preventDefault();
        var next = options[(number + 1) % options.length];
        choose(next);
        next.focus();
      });
    });
    dark.addEventListener("change", show);
    show();
  });
})();
