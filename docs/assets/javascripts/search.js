/* The search worker, in the place of Material's: it speaks its protocol (0 set up, 1 ready, 2 query, 3 result), but
   scans the sentences themselves, so that any substring is found, in either script, and a hit leads to its sentence.
   A name of a concept also finds its other names. Runs as a worker over http and as a plain script from a folder. */
(function () {
  "use strict";

  var source = self.document ? document.currentScript.src : self.location.href;
  var lang = /\?en/.test(source) ? "en" : "zh";
  var prefix = lang === "en" ? "en/" : "", column = lang === "en" ? [3, 2] : [2, 3];
  var PAGES = 60, SECTIONS = 3, CONTEXT = 40;
  var edition = null, waiting = [], folds = {};

  /* One character for one: offsets in the folded text are offsets in the text. */
  function fold(text) {
    return Array.prototype.map.call(text, function (c) {
      var plain = c.normalize("NFKC");
      plain = (plain.length === 1 ? plain : c).toLowerCase();
      return folds[plain] || (plain.length === 1 ? plain : c);
    }).join("").replace(/’/g, "'");
  }

  function escape(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  /* `text` with its hits marked, cut to `context` characters before the first one (never within a word) and four times
     as many in all. */
  function marked(text, folded, terms, context) {
    var spans = [];
    terms.forEach(function (term) {
      for (var at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) spans.push([at, at + term.length]);
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    var start = spans.length ? Math.max(0, spans[0][0] - context) : 0;
    if (start && /\w/.test(text[start - 1])) start = text.lastIndexOf(" ", start) + 1;
    var end = Math.min(text.length, start + 4 * context), html = start ? "…" : "", at = start;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > end) return;
      html += escape(text.slice(at, span[0])) + "<mark>" + escape(text.slice(span[0], span[1])) + "</mark>";
      at = span[1];
    });
    return html + escape(text.slice(at, end)) + (end < text.length ? "…" : "");
  }

  /* The rows that hold every term, by page; `rank` puts literal hits before those by another name. */
  function scan(terms, rank, found) {
    edition.rows.forEach(function (row, index) {
      var has = terms.every(function (term) { return row.folded[0].indexOf(term) >= 0 || row.folded[1].indexOf(term) >= 0; });
      if (!has) return;
      var page = found[row[0]] || (found[row[0]] = { rank: rank, terms: terms, rows: {} });
      if (!(index in page.rows)) page.rows[index] = terms;
    });
  }

  function search(query) {
    var whole = fold(query.trim()), terms = whole.split(/\s+/).filter(Boolean), found = {}, named = null;
    if (!terms.length) return [];
    edition.concepts.forEach(function (concept) {
      if (concept.folded.indexOf(whole) >= 0) named = concept;
      if (terms.every(function (term) { return concept.folded.some(function (label) { return label.indexOf(term) >= 0; }); }))
        found[concept[0]] = { rank: concept === named ? 3 : 2, terms: terms, rows: {} };
    });
    scan(terms, 1, found);
    if (named) named.folded.forEach(function (label) { if (label !== whole) scan([label], 0, found); });
    var keys = Object.keys(found).sort(function (a, b) {
      return found[b].rank - found[a].rank || Object.keys(found[b].rows).length - Object.keys(found[a].rows).length || a - b;
    });
    return keys.slice(0, PAGES).map(function (key, place) { return group(edition.pages[key], found[key], 1000 - place); });
  }

  function group(page, hit, score) {
    var title = page[lang === "en" ? 2 : 1], indexes = Object.keys(hit.rows);
    var first = { location: prefix + page[0], title: marked(title, fold(title), hit.terms, title.length), text: "", score: score, terms: {} };
    var sections = [];
    indexes.forEach(function (index) {
      var row = edition.rows[index], terms = hit.rows[index], side = column[0] - 2;
      var inMain = terms.some(function (term) { return row.folded[side].indexOf(term) >= 0; });
      var shown = inMain ? side : 1 - side, text = row[shown + 2], words = {};
      terms.forEach(function (term) {
        var at = row.folded[shown].indexOf(term);
        if (at >= 0) words[text.slice(at, at + term.length)] = true;
      });
      var html = marked(text, row.folded[shown], terms, CONTEXT);
      if (!row[1]) { first.text = html; first.terms = words; return; }
      sections.push({ location: first.location + "#" + row[1], title: html, text: "", score: score - (sections.length < SECTIONS ? 0 : 0.5), terms: words });
    });
    return [first].concat(sections);
  }

  function answer(message) {
    if (message.type === 0) self.postMessage({ type: 1 });
    if (message.type === 2) self.postMessage({ type: 3, data: { items: search(message.data) } });
  }

  self.__edition = function (data) {
    var pairs = Array.from(data.fold);
    for (var i = 0; i < pairs.length; i += 2) folds[pairs[i]] = pairs[i + 1];
    data.rows.forEach(function (row) { row.folded = [fold(row[2]), fold(row[3])]; });
    data.concepts.forEach(function (concept) { concept.folded = concept[1].map(fold); });
    edition = data;
    waiting.splice(0).forEach(answer);
  };

  self.addEventListener("message", function (event) {
    if (!event.data || typeof event.data.type !== "number") return;
    if (edition) answer(event.data); else waiting.push(event.data);
  });

  self.importScripts(new URL("../../data/search.js", source).href);
})();
