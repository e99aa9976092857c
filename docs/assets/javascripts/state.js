/* State: what the reader has chosen, on <html> before the first paint, in the address so that a link keeps it, and
   remembered. Stands in the head; the other scripts of the reading room build on it. */
(function () {
  "use strict";

  var CHOICES = {
    view: ["parallel", "interlinear", "source", "translation"],
    script: ["published", "zh-Hans", "zh-Hant"]
  };
  var root = document.documentElement, query = new URLSearchParams(location.search), listeners = [];

  function remembered(name) {
    try { return localStorage.getItem("jianzhu." + name); } catch (_) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem("jianzhu." + name, value); } catch (_) { /* a folder may not remember */ }
  }

  function valid(name, value) {
    if (value === null) return false;
    return CHOICES[name] ? CHOICES[name].indexOf(value) >= 0 : /^[a-z ]*$/.test(value);
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

  root.classList.replace("no-js", "js"); // Material's script does the same, but after the first paint
  root.classList.add("js");
  ["view", "script", "hide"].forEach(function (name) {
    var value = [query.get(name), remembered(name), standard(name)].find(function (one) { return valid(name, one); });
    root.dataset[name] = value;
    if (CHOICES[name]) address(name, value);
  });
})();
