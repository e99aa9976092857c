/* Lists that can be narrowed and tables that can be sorted: glossary, timeline, claims. Without this script they are
   whole. What is chosen stands in the address, so that a link keeps it. */
(function () {
  "use strict";

  var chinese = /^zh/.test(document.documentElement.lang);

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* Lower case, without tone marks and accents, full width as half width: what a keyboard types. */
  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");
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

    /* An item is found as it was published, and as the reader's script has it. */
    function text(item) {
      if (!texts.has(item)) texts.set(item, fold(jianzhu.published(item).textContent));
      return texts.get(item) + (jianzhu.get("script") === "published" ? "" : "\n" + fold(item.textContent));
    }

    function chosen() {
      var values = {};
      controls.forEach(function (control) {
        var name = parameter(control.name), own = values[name] = values[name] || [], value = control.value.trim();
        if (value && (!choosable(control) || control.checked)) own.push(value);
      });
      return values;
    }

    function matches(item, values) {
      return Object.keys(values).every(function (name) {
        if (!values[name].length) return true;
        if (name === "find") {
          var written = text(item);
          return fold(values.find[0]).split(" ").every(function (term) { return written.indexOf(term) >= 0; });
        }
        var tokens = (item.getAttribute("data-" + name) || "").split(" ");
        return values[name].some(function (value) { return tokens.indexOf(value) >= 0; });
      });
    }

    function apply() {
      var values = chosen(), count = 0;
      items.forEach(function (item) {
        item.hidden = !matches(item, values);
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
