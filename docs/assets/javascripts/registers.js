/* Lists that can be narrowed and tables that can be sorted: glossary, timeline, claims. Without this script they are
   whole. What is chosen stands in the address, so that a link keeps it. */
(function () {
  "use strict";

  var chinese = /^zh/.test(document.documentElement.lang);

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* What counts as the same is what the search takes for it: its rules and its table, asked for when words are first looked for.
     Until they come, or where they do not, case and accents are evened out. */
  var place = document.currentScript.src.replace(/assets\/javascripts\/.*$/, ""), ready = null;

  function rules() {
    function load(path) {
      return new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = place + path;
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    return ready = ready || load("assets/javascripts/search/text.js").then(function () {
      window.__S = function (name, sum, payload) { window.jianzhuSearch.setFolds(JSON.parse(payload).fold); };
      return load("data/search/meta.js").then(function () { window.jianzhuSearch.ready = true; });
    }).catch(function () { /* as above */ });
  }

  /* `text` as words are looked for in it: without what is between characters, and with a space between words. */
  function fold(text) {
    var search = window.jianzhuSearch;
    if (search) return search.compact(text).text + "\n" + search.spaced(text).text;
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* The words of `text`, each as it is looked for; signs alone are none. */
  function words(text) {
    return text.split(/\s+/).map(function (word) { return fold(word).split("\n"); }).filter(function (word) { return word[0] || word[1]; });
  }

  /* Puts `values` (name -> list) into the address. Some browsers refuse that to files: the list works all the same. */
  function keep(values) {
    var params = new URLSearchParams(location.search);
    Object.keys(values).forEach(function (name) {
      params.delete(name);
      values[name].forEach(function (value) { params.append(name, value); });
    });
    var query = params.toString();
    try {
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    } catch (refused) { /* as above */ }
  }

  /* --- Filters: an item shows when for every name that is set one of its tokens is among the values chosen. --- */

  /* The theme takes a `q` in the address for its own search box. */
  function parameter(name) { return name === "q" ? "find" : name; }

  function choosable(control) { return control.type === "checkbox" || control.type === "radio"; }

  function register(filters) {
    var list = document.getElementById(filters.dataset.for);
    if (!list) return;
    var items = all("[data-item]", list), groups = all("[data-group]", list), controls = all("[name]", filters);
    var output = filters.querySelector(".shown"), clear = filters.querySelector(".clear");
    var mirrored = all("[data-mirror='" + list.id + "'] a[href^='#']");
    var texts = new Map();

    /* An item is found by what was published, in whichever script it is shown. */
    function text(item) {
      if (!texts.has(item)) texts.set(item, fold(jianzhu.published(item).textContent));
      return texts.get(item);
    }

    function chosen() {
      var values = {};
      controls.forEach(function (control) {
        var name = parameter(control.name), own = values[name] = values[name] || [], value = control.value.trim();
        if (value && (!choosable(control) || control.checked)) own.push(value);
      });
      return values;
    }

    function matches(item, values, asked) {
      return Object.keys(values).every(function (name) {
        if (!values[name].length) return true;
        if (name === "find") {
          var written = text(item);
          return asked.every(function (word) { return word.some(function (form) { return form && written.indexOf(form) >= 0; }); });
        }
        var tokens = (item.getAttribute("data-" + name) || "").split(" ");
        return values[name].some(function (value) { return tokens.indexOf(value) >= 0; });
      });
    }

    function apply() {
      var values = chosen(), count = 0, asked = words((values.find || [])[0] || "");
      if (asked.length && !ready) rules().then(function () { texts.clear(); apply(); });
      items.forEach(function (item) {
        item.hidden = !matches(item, values, asked);
        if (!item.hidden) count += 1;
      });
      groups.forEach(function (group) { group.hidden = !group.querySelector("[data-item]:not([hidden])"); });
      /* A picture of the list fades what the list hides. */
      mirrored.forEach(function (link) {
        var item = document.getElementById(link.getAttribute("href").slice(1)), off = !item || item.hidden;
        link.classList.toggle("off", off);
        if (off) link.setAttribute("tabindex", "-1"); else link.removeAttribute("tabindex");
      });
      if (output) output.textContent = chinese ? items.length + " 条中的 " + count + " 条" : count + " of " + items.length;
      if (clear) clear.disabled = !Object.keys(values).some(function (name) { return values[name].length; });
      return values;
    }

    /* Sets every control to what `params` say of it, or to nothing. */
    function restore(params) {
      controls.forEach(function (control) {
        if (choosable(control)) {
          var group = controls.filter(function (one) { return one.name === control.name; });
          var asked = params.getAll(parameter(control.name)).filter(function (value) {
            return group.some(function (one) { return one.value === value; });
          });
          control.checked = asked.length ? asked.indexOf(control.value) >= 0 : !control.value;
        } else {
          control.value = params.get(parameter(control.name)) || "";
          if (control.selectedIndex < 0) control.selectedIndex = 0;
        }
      });
    }

    /* Whoever asks for an item by its address gets to see it. */
    function reveal() {
      var target = document.getElementById(location.hash.slice(1));
      if (!target || !list.contains(target) || target.offsetParent) return;
      restore(new URLSearchParams());
      keep(apply());
      target.scrollIntoView();
    }

    restore(new URLSearchParams(location.search));
    filters.hidden = false;
    apply();
    reveal();
    filters.addEventListener("input", function () { keep(apply()); });
    window.addEventListener("hashchange", reveal);
    if (clear) clear.addEventListener("click", function () {
      restore(new URLSearchParams());
      keep(apply());
      controls[0].focus();
    });
  }

  /* --- Tables: a button in a column's head sorts the rows by `data-sort-<key>`, numbers as numbers, blanks last. --- */

  function compare(a, b, way) {
    if (a === "" || b === "") return (a === "") - (b === "");
    var difference = Number(a) - Number(b);
    return way * (isNaN(difference) ? a.localeCompare(b, document.documentElement.lang) : difference);
  }

  function sort(table, key, way) {
    all("th", table).forEach(function (head) {
      var button = head.querySelector("[data-sort]"), own = button && button.dataset.sort === key;
      if (own) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending"); else head.removeAttribute("aria-sort");
    });
    Array.prototype.forEach.call(table.tBodies, function (body) {
      Array.prototype.slice.call(body.rows).sort(function (a, b) {
        return compare(a.getAttribute("data-sort-" + key) || "", b.getAttribute("data-sort-" + key) || "", way);
      }).forEach(function (row) { body.appendChild(row); });
    });
  }

  function sortable(table) {
    var buttons = all("th [data-sort]", table), asked = new URLSearchParams(location.search).get("sort") || "";
    buttons.forEach(function (button) {
      var key = button.dataset.sort;
      if (asked.replace(/^-/, "") === key) sort(table, key, asked[0] === "-" ? -1 : 1);
      button.addEventListener("click", function () {
        var way = button.closest("th").getAttribute("aria-sort") === "ascending" ? -1 : 1;
        sort(table, key, way);
        keep({ sort: [(way < 0 ? "-" : "") + key] });
      });
    });
  }

  all(".filters[data-for]").forEach(register);
  all("table").forEach(sortable);
})();
