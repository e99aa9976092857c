/* State: what the reader has chosen, on <html> before the first paint, in the address so that a link keeps it, and
   remembered. Stands in the head; the other scripts of the reading room build on it. */
(function () {
  "use strict";

  var CHOICES = {
    view: ["parallel", "interlinear", "source", "translation"],
    script: ["published", "zh-Hans", "zh-Hant"]
  };
  // Remembered only: what a link leads to shows the same with or without them.
  var KEPT = { hide: /^[a-z ]*$/, scheme: /^(default|slate)?$/ };
  var root = document.documentElement, query = new URLSearchParams(location.search), listeners = [];

  function remembered(name) {
    try { return localStorage.getItem("jianzhu." + name); } catch (_) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem("jianzhu." + name, value); } catch (_) { /* a folder may not remember */ }
  }

  function valid(name, value) {
    if (value === null) return false;
    return CHOICES[name] ? CHOICES[name].indexOf(value) >= 0 : KEPT[name].test(value);
  }

  function standard(name) { return CHOICES[name] ? CHOICES[name][0] : ""; }

  function address(name, value) {
    var url = new URL(location.href);
    if (value === standard(name)) url.searchParams.delete(name); else url.searchParams.set(name, value);
    if (url.href === location.href) return;
    try { history.replaceState(history.state, "", url.href); } catch (_) { /* nor be addressed */ }
  }

  window.jianzhu = {
    choices: CHOICES,
    get: function (name) { return root.dataset[name] || standard(name); },
    set: function (name, value) {
      if (!valid(name, value)) return;
      root.dataset[name] = value;
      remember(name, value);
      if (CHOICES[name]) address(name, value);
      listeners.forEach(function (listener) { listener(name, value); });
    },
    onchange: function (listener) { listeners.push(listener); }
  };

  // Who speaks to the computer must be able to switch keys of one character off (WCAG 2.2, 2.1.4), the theme's own too.
  window.addEventListener("keydown", function (event) {
    if (root.dataset.hide.split(" ").indexOf("keys") < 0 || !event.key || event.key.length > 1) return;
    if (!event.target.closest || !event.target.closest("input, select, textarea")) event.stopPropagation();
  }, true);

  // Material's script sets the same classes, but after the first paint, when each makes all the page be styled anew.
  root.classList.remove("no-js");
  root.classList.add("js", "js-focus-visible");
  ["view", "script", "hide", "scheme"].forEach(function (name) {
    var value = [CHOICES[name] ? query.get(name) : null, remembered(name), standard(name)].find(function (one) { return valid(name, one); });
    root.dataset[name] = value;
    if (CHOICES[name]) address(name, value);
  });
})();
