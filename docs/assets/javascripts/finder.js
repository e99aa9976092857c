/* Finder: what stands above the results of a search: filters to click, what is to be said of the answer, names that come
   near, and the way to more. Filters are words of the query, so that they can be typed, and a link keeps them. */
(function () {
  "use strict";

  var input = document.querySelector(".md-search__input"), place = document.querySelector(".md-search__scrollwrap");
  var meta = document.querySelector(".md-search-result__meta"), worker = jianzhu.worker;
  if (!input || !place || !worker) return;

  var zh = document.documentElement.lang.slice(0, 2) === "zh";
  var NAMES = { lang: zh ? "语言" : "lang", kind: zh ? "类别" : "kind", article: zh ? "文章" : "article" };
  var TOKENS = { lang: "lang|语言|語言", kind: "kind|类别|類別", article: "article|文章" };
  var LANGS = zh ? [["zh", "中文"], ["en", "英文"]] : [["zh", "Chinese"], ["en", "English"]];
  var KINDS = zh ?
    [["article", "文章"], ["concept", "词条"], ["question", "异同"], ["event", "事件"], ["claim", "数据"], ["note", "笺注"]] :
    [["article", "article"], ["concept", "glossary"], ["question", "question"], ["event", "event"], ["claim", "claim"], ["note", "note"]];
  var guide = new URL((zh ? "../../" : "../../en/") + "search.html", document.currentScript.src).href;
  var bar = element("div", "finder"), rest = element("div", "finder"), more = 1;

  function element(name, classes, text) {
    var made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function ask() { input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); }

  /* The query with the filter `name` set to `value`, or without it. */
  function filter(name, value) {
    var bare = input.value.replace(new RegExp("(^|\\s)(" + TOKENS[name] + ")[:：]\\S+", "gi"), "").trim();
    input.value = value ? bare + " " + NAMES[name] + ":" + value : bare;
    ask();
  }

  function button(text, pressed, act) {
    var made = element("button", "", text);
    made.type = "button";
    if (pressed !== null) made.setAttribute("aria-pressed", String(pressed));
    made.dataset.label = text;
    made.addEventListener("click", act);
    return made;
  }

  function group(label, name, choices, chosen) {
    if (!choices.length) return;
    var made = element("div", "finder-group");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", label);
    choices.forEach(function (choice) {
      var on = choice.value === chosen;
      made.append(button(choice.label, on, function () { filter(name, on ? "" : choice.word || choice.value); }));
      if (choice.count) made.lastChild.append(" ", element("small", "", choice.count));
    });
    bar.append(made);
  }

  function note(text) { bar.append(element("p", "finder-note", text)); }

  function counted(found, pages) {
    if (!found.terms && !found.failed) return zh ? "没有可查的字词：请输入一个词" : "Nothing to look for: type a word";
    if (!pages) return meta.textContent;
    if (zh) return pages + " 页，" + found.hits + " 处" + (found.rest ? "；另有至多 " + found.rest + " 页" : "");
    return found.hits + (found.hits === 1 ? " place on " : " places on ") + pages + (pages === 1 ? " page" : " pages") +
      (found.rest ? "; up to " + found.rest + " more" : "");
  }

  function show(found, pages) {
    var spent = !found.rest && rest.contains(document.activeElement);
    var focused = bar.contains(document.activeElement) && document.activeElement.dataset.label;
    bar.textContent = "";
    rest.hidden = true;
    bar.hidden = !found.query.trim();
    if (bar.hidden) return;
    if (found.error) return note((zh ? "检索出错：" : "The search failed: ") + found.error);
    meta.textContent = counted(found, pages);
    var filters = found.filters;
    if (found.terms) {
      group(zh ? "类别" : "Kind", "kind", KINDS.filter(function (kind) {
        return kind[0] in found.kinds || filters.kind === kind[0];
      }).map(function (kind) {
        return { value: kind[0], word: kind[1], label: kind[1], count: found.kinds[kind[0]] };
      }), filters.kind);
      group(zh ? "语言" : "Language", "lang", LANGS.map(function (lang) {
        return { value: lang[0], word: lang[1].toLowerCase(), label: lang[1] };
      }), filters.lang);
      var articles = Object.keys(found.articles).slice(0, 8);
      group(zh ? "文章" : "Article", "article", articles.map(function (slug) {
        return { value: slug, label: found.articles[slug].title, count: found.articles[slug].hits };
      }), filters.article);
      if (filters.article && !found.articles[filters.article])
        group(zh ? "文章" : "Article", "article", [{ value: filters.article, label: filters.article }], filters.article);
    }
    if (found.failed) note(zh ? "索引有 " + found.failed + " 个文件读不出，结果可能不全。请重新载入网页再试。" :
      found.failed + (found.failed === 1 ? " file" : " files") + " of the index could not be read; results may be missing. Reload the page to try again.");
    if (found.cut) note(zh ? "输入太长，只查了前 256 个字。" : "That is long; only its first 256 characters were looked for.");
    var help = element("a", "", zh ? "检索之法" : "What can be typed");
    help.href = guide;
    if (!found.hits) bar.append(help);
    if (found.near.length) {
      var near = element("p", "finder-note", zh ? "词条中相近的有：" : "Near it in the glossary: ");
      found.near.forEach(function (label) { near.append(button(label, null, function () { input.value = label; ask(); input.focus(); }), " "); });
      bar.append(near);
    }
    rest.hidden = !found.rest;
    var again = focused && Array.from(bar.querySelectorAll("button")).find(function (one) { return one.dataset.label === focused; });
    if (again) again.focus();
    else if (focused || spent) input.focus();
  }

  worker.addEventListener("message", function (event) {
    // Behind Material's own listener, whose count this one replaces.
    if (event.data.type === 3) setTimeout(show, 0, event.data.data.found, event.data.data.items.length);
  });
  input.addEventListener("keyup", function () { more = 1; });

  // Material closes the search at a Tab, and takes every other key to its box. Here Tab leads through the filters, and the search
  // closes when the focus has left it.
  var panel = input.closest(".md-search__inner"), toggle = document.querySelector("#__search");
  [bar, rest].forEach(function (own) {
    own.addEventListener("keydown", function (event) { if (event.key !== "Escape") event.stopPropagation(); });
  });
  panel.addEventListener("keydown", function (event) { if (event.key === "Tab") event.stopPropagation(); });
  panel.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !panel.contains(event.relatedTarget) && toggle.checked) toggle.click();
  });
  rest.append(button(zh ? "再多些" : "Show more", null, function () {
    more *= 2;
    worker.postMessage({ type: 2, data: input.value, more: more });
  }));
  bar.hidden = rest.hidden = true;
  meta.setAttribute("role", "status");
  place.prepend(bar);
  place.append(rest);
})();
