/* Finder: what stands above the results of a search: filters to click, what is to be said of the answer, names that come
   near, and the way to more. Filters are words of the query, so that they can be typed, and a link keeps them. */
(function () {
  "use strict";

  var input = document.querySelector(".md-search__input"), place = document.querySelector(".md-search__scrollwrap");
  var meta = document.querySelector(".md-search-result__meta"), worker = jianzhu.worker;
  if (!input || !place || !worker) return;

  var zh = document.documentElement.lang.slice(0, 2) === "zh";
  var guide = new URL((zh ? "../../" : "../../en/") + "search.html", document.currentScript.src).href;
  var bar = element("div", "finder"), rest = element("div", "finder"), more = 1, answer = null, latest;

  function element(name, classes, text) {
    var made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Material asks at a key, and never twice for the same. */
  function ask() { input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); }

  /* The query of the answer with the filter `id` set to `value`, or without it. */
  function filter(id, value) {
    var own = answer.names[id];
    input.value = value ? own.without + " " + own.label + ":" + value : own.without;
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

  /* The choices of the filter `id`, [{value, label, count}], what is found or chosen; `value` is written into the query. */
  function group(id, label, choices, chosen, more) {
    var made = element("div", "finder-group");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", label);
    choices.forEach(function (choice) {
      var on = choice.id === chosen;
      if (!on && !choice.count) return;
      made.append(button(choice.label, on, function () { filter(id, on ? "" : choice.value || choice.label); }));
      made.lastChild.append(" ", element("small", "", choice.count));
    });
    if (more) made.append(element("small", "", more));
    if (made.firstChild) bar.append(made);
  }

  function note(text) { bar.append(element("p", "finder-note", text)); }

  function counted(found, listed) {
    if (!found.query.trim()) return zh ? "键入以开始检索" : "Type to start searching";
    if (!found.terms && !found.failed) return zh ? "没有可查的字词：请输入一个词" : "Nothing to look for: type a word";
    if (!found.pages) return zh ? "没有找到符合条件的结果" : "No matching documents";
    var doubt = { most: zh ? "至多 " : "At most ", least: zh ? "至少 " : "At least " }[found.doubt] || "";
    if (zh) return doubt + found.pages + " 页，" + found.hits + " 处" + (found.rest ? "；先列 " + listed + " 页" : "");
    return doubt + found.hits + (found.hits === 1 ? " place on " : " places on ") + found.pages + (found.pages === 1 ? " page" : " pages") +
      (found.rest ? "; the first " + listed + " are shown" : "");
  }

  function show(found, listed) {
    var spent = !found.rest && rest.contains(document.activeElement);
    var focused = bar.contains(document.activeElement) && document.activeElement.dataset.label;
    answer = found;
    bar.textContent = "";
    rest.hidden = true;
    bar.hidden = !found.query.trim();
    if (found.error) return note((zh ? "检索出错：" : "The search failed: ") + found.error);
    meta.textContent = counted(found, listed);
    if (bar.hidden) return;
    if (found.terms) {
      var filters = found.filters, slugs = Object.keys(found.articles), others = found.articleCount - slugs.length;
      if (filters.article && slugs.indexOf(filters.article) < 0) slugs.unshift(filters.article);
      group("kind", zh ? "类别" : "Kind", found.choices.kind, filters.kind);
      group("lang", zh ? "语言" : "Language", found.choices.lang, filters.lang);
      group("article", zh ? "文章" : "Article", slugs.map(function (slug) {
        var own = found.articles[slug] || { title: slug, hits: 0 };
        return { id: slug, value: slug, label: own.title, count: own.hits };
      }), filters.article, others > 0 && (zh ? "等 " + found.articleCount + " 篇" : "and " + others + " more"));
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
    if (event.data.type !== 3) return;
    var data = latest = event.data.data;
    // Behind Material's own listener, whose count this one replaces; an answer to what is no longer asked says nothing of it.
    setTimeout(function () {
      if (data !== latest) return;
      if (data.found.query === input.value) return show(data.found, data.items.length);
      meta.textContent = zh ? "正在检索……" : "Searching…";
      ask();
    });
  });

  // Text comes without a key, too: pasted by the mouse, dropped, dictated, or when a candidate is tapped.
  ["input", "compositionend", "change"].forEach(function (name) { input.addEventListener(name, ask); });
  input.form.addEventListener("reset", function () { setTimeout(ask); });
  input.addEventListener("keyup", function () { if (!answer || answer.query !== input.value) more = 1; });

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
