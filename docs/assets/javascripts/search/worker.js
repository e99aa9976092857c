/* Worker: Material's protocol (0 set up, 1 ready, 2 query, 3 result). Results are written as its list shows them, every text
   escaped; what else is to be said of them goes beside them as `found`, for assets/javascripts/finder.js. */
(function (search) {
  "use strict";

  var source = self.document ? document.currentScript.src : self.location.href;
  var lang = /\?en/.test(source) ? "en" : "zh", other = lang === "en" ? "zh" : "en", prefix = lang === "en" ? "en/" : "";
  var BY_NAME = { zh: "又名：", en: "by another name: " };
  /* Sections above the fold, and at most; characters shown before a first hit, and in all. */
  var SHOWN = 3, MOST = 60, BEFORE = { zh: 24, en: 60 }, LENGTH = { zh: 110, en: 260 };
  var latest = 0;

  /* `text` with what is at `spans` marked, cut around the first of them, never within an English word. */
  function marked(text, spans, of, whole) {
    var start = !whole && spans.length && text.length > LENGTH[of] ? Math.max(0, spans[0][0] - BEFORE[of]) : 0;
    while (start && of === "en" && /\S/.test(text[start - 1])) start--;
    var end = whole ? text.length : Math.min(text.length, start + LENGTH[of]);
    while (end < text.length && of === "en" && /\S/.test(text[end])) end++;
    var html = start ? "…" : "", at = start;
    spans.forEach(function (span) {
      var from = Math.max(span[0], at), to = Math.min(span[1], end);
      if (from >= to) return;
      html += search.escape(text.slice(at, from)) + "<mark>" + search.escape(text.slice(from, to)) + "</mark>";
      at = to;
    });
    html += search.escape(text.slice(at, end)) + (end < text.length ? "…" : "");
    return '<span lang="' + of + '">' + html + "</span>";
  }

  /* The address of a hit, with its words as they are written there, for assets/javascripts/highlight.js. */
  function address(path, hits, anchor) {
    var words = new Set();
    hits.forEach(function (hit) {
      ["zh", "en"].forEach(function (of) {
        hit[of].forEach(function (place) { words.add(hit.row[of].slice(place[0], place[1]).replace(/ /g, "\u00a0")); });
      });
    });
    return path + (words.size ? "?h=" + encodeURIComponent(Array.from(words).slice(0, 12).join(" ")) : "") + (anchor ? "#" + anchor : "");
  }

  function section(hit, path, score) {
    var first = hit[lang].length || !hit.row[other] ? lang : other, second = first === "en" ? "zh" : "en";
    if (!hit.row[first]) first = second;
    var counterpart = second !== first && hit.row[second] ? marked(hit.row[second], hit[second], second) : "";
    var result = { location: address(path, [hit], hit.row.anchor), title: marked(hit.row[first], hit[first], first), text: counterpart, score: score, terms: {} };
    if (hit.other) result.tags = [search.escape(BY_NAME[lang] + hit.other)];
    return result;
  }

  /* One document as Material shows it: the page, and below it its sentences. What has no place of its own on the page stands
     with the page. */
  function group(answer, place) {
    var texts = answer.texts, path = prefix + texts.path, score = 1000 - place, head = texts.rows[0], next = texts.rows[1];
    var sections = answer.hits.filter(function (hit) { return hit.row.anchor; });
    var own = answer.hits.filter(function (hit) { return !hit.row.anchor; });
    var title = own.find(function (hit) { return hit.row === head; }), inner = own.find(function (hit) { return hit.row !== head; });
    // A title that is hit in the other language stands below the page's own.
    if (!inner && title && !title[lang].length) inner = title;
    var first = {
      location: address(path, own, ""),
      title: marked(head[lang], title ? title[lang] : [], lang, true),
      text: inner ? section(inner, path, score).title : next && !next.anchor ? marked(next[lang], [], lang) : "",
      score: score,
      terms: {},
      tags: [search.meta.kinds.find(function (kind) { return kind.id === texts.kind; })[lang]]
    };
    if (own.length && own[0].other) first.tags.push(search.escape(BY_NAME[lang] + own[0].other));
    sections.sort(function (one, two) { return !!one.other - !!two.other; });
    // Material shows the text of the page itself only where no section of it is shown.
    if (inner && sections.length) { first.text = ""; sections.unshift(inner); }
    return [first].concat(sections.slice(0, MOST).map(function (hit, at) {
      return section(hit, path, at < SHOWN && (!hit.other || !own.length) ? score : score - 0.5);
    }));
  }

  /* The names of `terms` as they are written into a query, with their numbers: [{id, label, count}]. */
  function choices(terms, counts) {
    return terms.map(function (term) { return { id: term.id, label: term[lang], count: counts[term.id] || 0 }; });
  }

  function articles(list) {
    var found = {};
    list.forEach(function (one) {
      found[one.texts.path.replace(/^.*\/|\.html$/g, "")] = { title: one.texts.rows[0][lang] || one.texts.rows[0][other], hits: one.hits };
    });
    return found;
  }

  /* What a query is without each filter, and what the filter is called: id -> {label, without}. */
  function filters(text) {
    var found = {};
    (search.meta ? search.meta.filters : []).forEach(function (filter) {
      found[filter.id] = { label: filter[lang], without: search.without(text, filter.id) };
    });
    return found;
  }

  /* A name as a reader may click it: the label found, or, where that was pinyin, the preferred one. */
  function suggestion(near) {
    var label = near.labels.find(function (label) { return search.compact(label).text === near.key; });
    var english = lang === "en" && near.labels.find(function (label) { return search.isLatin(search.compact(label).text); });
    return label || english || near.labels[0];
  }

  function reply(text, result) {
    return {
      type: 3,
      data: {
        items: result.answers.map(group),
        found: {
          query: text,
          filters: result.query.filters,
          names: filters(text),
          terms: result.query.terms.length,
          cut: result.query.cut,
          pages: result.pages,
          hits: result.hits,
          rest: result.rest,
          doubt: result.doubts.most ? "most" : result.doubts.least ? "least" : "",
          kinds: result.kinds,
          languages: result.languages,
          choices: search.meta ? { kind: choices(search.meta.kinds, result.kinds), lang: choices(search.meta.languages, result.languages) } : {},
          articles: articles(result.articles.list),
          articleCount: result.articles.count,
          near: result.near.map(suggestion),
          failed: search.failed.size
        }
      }
    };
  }

  self.addEventListener("message", function (event) {
    var message = event.data;
    if (!message || typeof message.type !== "number") return;
    if (message.type === 0) return self.postMessage({ type: 1 });
    if (message.type !== 2) return;
    var number = ++latest, text = String(message.data);
    search.find(text, message.more || 1).then(reply.bind(null, text)).catch(function (error) {
      return { type: 3, data: { items: [], found: { query: text, error: String(error) } } };
    }).then(function (answer) {
      // What has been typed since is answered instead.
      if (number === latest) self.postMessage(answer);
    });
  });

  search.open();
})(self.jianzhuSearch = self.jianzhuSearch || {});
