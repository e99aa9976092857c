/* Find: the documents that answer a query, the best first, every hit verified in its text. */
(function (search) {
  "use strict";

  /* Files of texts, and documents, that one answer needs at most; `more` multiplies both. */
  var FILES = 10, DOCUMENTS = 30;
  var KIND_SCORES = { article: 6, concept: 5, question: 4, event: 3, claim: 3, note: 2 };
  var TITLE_SCORES = { article: 30, question: 15, concept: 8 };

  function readTexts(payload) {
    return payload.split("\n\n").map(function (written) {
      var lines = written.split("\n").map(function (line) { return line.split("\t"); }), head = lines.shift();
      var rows = lines.map(function (line) { return { anchor: line[0], zh: line[1] || "", en: line[2] || "", articles: (line[3] || "").split(" ") }; });
      rows.unshift({ anchor: "", zh: head[2], en: head[3], articles: [] });
      return { kind: head[0], path: head[1], rows: rows };
    });
  }

  /* document -> its rows among ascending `rows` */
  function byDocument(rows) {
    var starts = search.meta.rowStarts, found = new Map(), document = -1, own;
    for (var at = 0; at < rows.length; at++) {
      if (document < 0 || rows[at] >= starts[document + 1]) {
        document = search.placeOf(starts, rows[at]);
        found.set(document, own = []);
      }
      own.push(rows[at]);
    }
    return found;
  }

  /* Adds to `found` the documents that have one of `rows`, if they pass. */
  function collect(found, rows, terms, score, passes) {
    byDocument(rows).forEach(function (own, document) {
      if (!passes(document)) return;
      var hit = found.get(document);
      if (!hit) found.set(document, hit = { document: document, score: 0, ways: [] });
      hit.ways.push({ rows: own, terms: terms });
      if (hit.ways.length > 1) return;
      var kind = search.meta.kindOf(document), start = search.meta.rowStarts[document];
      hit.score = score + (KIND_SCORES[kind] || 0) + Math.min(10, 2 * Math.log2(1 + own.length));
      if (own[0] === start) hit.score += TITLE_SCORES[kind] || 0;
      else if (own[0] <= start + search.meta.headings[document]) hit.score += 10;
    });
  }

  /* Documents in which every term stands, though in no one row. */
  function scattered(lists) {
    var maps = lists.map(byDocument);
    return search.union(maps.map(function (map) {
      return Uint32Array.from([].concat.apply([], Array.from(map.keys()).filter(function (document) {
        return maps.every(function (other) { return other.has(document); });
      }).map(function (document) { return map.get(document); })));
    }));
  }

  /* Whether a document may answer by the filters; what belongs to an article by its rows alone is sifted later. */
  function passing(filters, articles) {
    return function (document) {
      var kind = search.meta.kindOf(document);
      if (filters.kind && kind !== filters.kind) return false;
      return !filters.article || articles.has(document) || kind === "event" || kind === "claim" || kind === "question";
    };
  }

  /* [{document, score, ways}], the best first. `ways` are lists of rows, each with the terms they are there for. */
  function candidates(query, names, articles) {
    var found = new Map(), passes = passing(query.filters, articles), lang = query.filters.lang;
    return Promise.all(query.terms.map(function (term) { return search.rowsOf(term, lang); })).then(function (lists) {
      collect(found, search.intersect(lists) || [], query.terms, 0, passes);
      if (lists.length > 1) collect(found, scattered(lists), query.terms, -40, function (document) { return passes(document) && !found.has(document); });
      names.forEach(function (name) {
        var hit = found.get(+name[1]);
        if (hit) hit.score += 100;
      });
      var labels = new Set([].concat.apply([], names.map(function (name) { return name.slice(2); })));
      var others = Array.from(labels).map(function (label) { return search.term(label, true); }).filter(function (term) {
        // A Chinese label that contains the words is found by them.
        return term.compact !== query.whole && (term.latin || term.compact.indexOf(query.whole) < 0);
      });
      return Promise.all(others.map(function (term) { return search.rowsOf(term, lang); })).then(function (lists) {
        others.forEach(function (term, at) { collect(found, lists[at], [term], -80, passes); });
        return Array.from(found.values()).sort(function (one, other) { return other.score - one.score || one.document - other.document; });
      });
    });
  }

  /* Places in order, those in one that overlap or that only a blank or a sign parts. */
  function joined(text, places) {
    var found = [];
    places.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; }).forEach(function (place) {
      var last = found[found.length - 1];
      if (last && (place[0] <= last[1] || /^[^\p{L}\p{N}]$/u.test(text.slice(last[1], place[0])))) last[1] = Math.max(last[1], place[1]);
      else found.push(place.slice());
    });
    return found;
  }

  /* The verified rows of a document: {row, zh, en, other}, `zh` and `en` the places of the hits, `other` the name that is found
     in the place of the query's words; null where there is none, or some term stands in none. */
  function verified(hit, texts, query) {
    var start = search.meta.rowStarts[hit.document], found = new Map();
    hit.ways.forEach(function (way) {
      var met = new Set(), own = [], literal = way.terms === query.terms;
      way.rows.forEach(function (number) {
        var row = texts.rows[number - start], result = { row: row, number: number, zh: [], en: [], other: literal ? "" : way.terms[0].text };
        if (!row || found.has(number)) return;
        if (query.filters.article && !query.articles.has(hit.document) && row.articles.indexOf(query.filters.article) < 0) return;
        ["zh", "en"].forEach(function (lang) {
          if (query.filters.lang && query.filters.lang !== lang) return;
          search.places(row, lang, way.terms).forEach(function (places, at) {
            if (places.length) met.add(at);
            result[lang] = result[lang].concat(places);
          });
        });
        result.zh = joined(row.zh, result.zh);
        result.en = joined(row.en, result.en);
        if (result.zh.length || result.en.length) own.push(result);
      });
      if (met.size === way.terms.length) own.forEach(function (result) { found.set(result.number, result); });
    });
    return found.size ? { texts: texts, hits: Array.from(found.values()) } : null;
  }

  /* Takes candidates until an answer is full; {answers, rest}: `rest` is how many candidates were not looked at. */
  function take(list, query, more) {
    var files = new Set(), answers = [], next = 0;
    function round() {
      var taken = [], open = DOCUMENTS * more - answers.length, full = false;
      while (next < list.length && taken.length < open) {
        var file = search.placeOf(search.meta.fileStarts, list[next].document);
        full = !files.has(file) && files.size >= FILES * more;
        if (full) break;
        files.add(file);
        taken.push({ hit: list[next++], file: file });
      }
      return Promise.all(taken.map(function (one) { return search.file("t" + one.file, readTexts); })).then(function (texts) {
        taken.forEach(function (one, at) {
          var own = texts[at] && texts[at][one.hit.document - search.meta.fileStarts[one.file]];
          var answer = own && verified(one.hit, own, query);
          if (answer) answers.push(answer);
        });
        // Candidates that only seemed to hold the words make room for others; where all did, other files are read.
        if (!answers.length) files.clear();
        var done = next >= list.length || answers.length >= DOCUMENTS * more || (full && answers.length);
        return done ? { answers: answers, rest: list.length - next } : round();
      });
    }
    return round();
  }

  /* {query, answers: [{texts, hits}], rest, kinds, near}: `kinds` of all candidates, `near` only where there is no answer. */
  search.find = function (text, more) {
    return search.open().then(function (meta) {
      var query = search.parse(meta ? text : ""), article = query.filters.article;
      if (!query.terms.length) return { query: query, answers: [], rest: 0, near: [], kinds: new Set() };
      return Promise.all([search.named(query.exact ? "" : query.whole), article ? search.named("@" + search.compact(article).text) : []]).then(function (named) {
        query.articles = new Set(named[1].map(function (line) { return +line[1]; }));
        query.filters.article = article && (named[1].length ? named[1][0][2] || article : article);
        return candidates(query, named[0], query.articles);
      }).then(function (list) {
        return take(list, query, more).then(function (result) {
          result.kinds = new Set(list.map(function (hit) { return meta.kindOf(hit.document); }));
          return result;
        });
      }).then(function (result) {
        result.query = query;
        if (result.answers.length) return Object.assign(result, { near: [] });
        return search.near(query.whole, 5).then(function (near) { return Object.assign(result, { near: near }); });
      });
    });
  };
})(self.jianzhuSearch = self.jianzhuSearch || {});
