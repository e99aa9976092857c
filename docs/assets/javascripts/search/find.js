/* Find: the documents that answer a query, the best first, counted by the terms of the whole index; what is shown is verified
   in its text. */
(function (search) {
  "use strict";

  /* Files of texts, and documents, that one answer needs at most; `more` multiplies both. Articles that are listed by name. */
  var FILES = 10, DOCUMENTS = 30, ARTICLES = 8;
  var ARTICLE = "article", LANGUAGES = ["zh", "en"];

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
      if (passes && !passes(document)) return;
      var hit = found.get(document);
      if (!hit) found.set(document, hit = { document: document, score: 0, ways: [] });
      hit.ways.push({ rows: own, terms: terms });
      if (hit.ways.length > 1) return;
      var kind = search.meta.kindOf(document), start = search.meta.rowStarts[document];
      hit.score = score + kind.weight + Math.min(10, 2 * Math.log2(1 + own.length));
      if (own[0] === start) hit.score += kind.title;
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

  /* All rows that belong to the articles that `named` says, their own and those of registers; null where it is not asked. */
  function rowsOfArticle(asked, named) {
    if (!asked) return Promise.resolve(null);
    var slugs = Array.from(new Set(named.map(function (line) { return line[2]; })));
    return Promise.all(slugs.map(search.belonging)).then(function (lists) {
      return search.union(lists.filter(Boolean).concat(named.map(function (line) {
        var from = search.meta.rowStarts[+line[1]], to = search.meta.rowStarts[+line[1] + 1];
        return Uint32Array.from({ length: to - from }, function (_, at) { return from + at; });
      })));
    });
  }

  /* Other names of what the query names, as terms: a Chinese one that contains the words is found by them. */
  function otherNames(query, names) {
    var labels = new Set([].concat.apply([], names.map(function (name) { return name.slice(2); })));
    return Array.from(labels).map(function (label) { return search.term(label, true); }).filter(function (term) {
      return term.compact !== query.whole && (term.latin || term.compact.indexOf(query.whole) < 0);
    });
  }

  /* The rows of each of `terms`: [{zh, en, any}]. */
  function loaded(terms, doubts) {
    return Promise.all(terms.map(function (term) {
      return Promise.all(LANGUAGES.map(function (lang) { return search.rowsOf(term, lang, doubts); })).then(function (lists) {
        return { zh: lists[0] || new Uint32Array(0), en: lists[1] || new Uint32Array(0), any: search.union(lists.filter(Boolean)) };
      });
    }));
  }

  /* document -> {document, score, ways}: `ways` are lists of rows, each with the terms they are there for. */
  function evaluated(query, rows, lang, within) {
    var found = new Map();
    function own(one) { return within ? search.intersect([one[lang], within]) : one[lang]; }
    var lists = rows.terms.map(own);
    collect(found, search.intersect(lists), query.terms, 0);
    if (lists.length > 1) collect(found, scattered(lists), query.terms, -40, function (document) { return !found.has(document); });
    rows.names.forEach(function (name) {
      var hit = found.get(+name[1]);
      if (hit) hit.score += 100;
    });
    rows.others.forEach(function (one, at) { collect(found, own(one), [query.others[at]], -80); });
    return found;
  }

  /* How many rows a document is found by. */
  function hits(hit) {
    if (hit.ways.length < 2) return hit.ways[0].rows.length;
    return new Set([].concat.apply([], hit.ways.map(function (way) { return way.rows; }))).size;
  }

  function ofKind(found, kind) {
    return Array.from(found.values()).filter(function (hit) { return !kind || search.meta.kindOf(hit.document).id === kind; });
  }

  function sum(list) { return list.reduce(function (total, hit) { return total + hits(hit); }, 0); }

  /* {list, hits, kinds, languages}: the documents that answer, the best first, and counts of the whole index. Those of kinds and
     languages say what would be found if another were chosen. */
  function counted(query, rows, within) {
    var filters = query.filters, found = evaluated(query, rows, filters.lang || "any", within), kinds = {}, languages = {};
    found.forEach(function (hit) {
      var kind = search.meta.kindOf(hit.document).id;
      kinds[kind] = (kinds[kind] || 0) + hits(hit);
    });
    var list = ofKind(found, filters.kind).sort(function (one, other) { return other.score - one.score || one.document - other.document; });
    var total = sum(list), latin = rows.terms.concat(rows.others).some(function (one) { return one.en.length; });
    LANGUAGES.forEach(function (lang) {
      if (filters.lang === lang || (!filters.lang && !latin && lang === "zh")) languages[lang] = total;
      else languages[lang] = lang === "en" && !latin ? 0 : sum(ofKind(evaluated(query, rows, lang, within), filters.kind));
    });
    return { list: list, hits: total, kinds: kinds, languages: languages };
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
        LANGUAGES.forEach(function (lang) {
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

  function fileOf(hit) { return search.placeOf(search.meta.fileStarts, hit.document); }

  /* The text of each of `list`; null where it could not be read. */
  function textsOf(list) {
    return Promise.all(list.map(function (hit) {
      return search.texts(fileOf(hit)).then(function (texts) {
        return texts && texts[hit.document - search.meta.fileStarts[fileOf(hit)]];
      });
    }));
  }

  /* {answers, rest}: the best of `list`, as many as an answer has room for, and how many others there are. */
  function shown(list, query, more) {
    var files = new Set(), count = 0;
    for (; count < list.length && count < DOCUMENTS * more; count++) {
      var file = fileOf(list[count]);
      if (!files.has(file) && files.size >= FILES * more) break;
      files.add(file);
    }
    return textsOf(list.slice(0, count)).then(function (texts) {
      var answers = texts.map(function (own, at) { return own && verified(list[at], own, query); });
      return { answers: answers.filter(Boolean), rest: list.length - count };
    });
  }

  /* {count, list: [{path, title rows, hits}]}: how many articles hold the words, and the best of them by name. */
  function articles(list) {
    var own = list.filter(function (hit) { return search.meta.kindOf(hit.document).id === ARTICLE; }), best = own.slice(0, ARTICLES);
    return textsOf(best).then(function (texts) {
      return {
        count: own.length,
        list: best.map(function (hit, at) { return texts[at] && { texts: texts[at], hits: hits(hit) }; }).filter(Boolean)
      };
    });
  }

  var NOTHING = { answers: [], rest: 0, near: [], hits: 0, pages: 0, kinds: {}, languages: {}, articles: { count: 0, list: [] }, doubts: {} };

  /* {query, answers: [{texts, hits}], rest, pages, hits, kinds, languages, articles, doubts, near}: `doubts.most` where the numbers
     are no smaller than the true ones, `doubts.least` where they are no greater; `near` only where there is no answer. */
  search.find = function (text, more) {
    return search.open().then(function (meta) {
      var query = search.parse(meta ? text : ""), article = query.filters.article, doubts = {};
      if (!query.terms.length) return Object.assign({}, NOTHING, { query: query });
      return Promise.all([search.named(query.exact ? "" : query.whole), article ? search.named("@" + search.compact(article).text) : []]).then(function (named) {
        if (named[1].length) query.filters.article = named[1][0][2] || article;
        query.others = otherNames(query, named[0]);
        return Promise.all([loaded(query.terms, doubts), loaded(query.others, doubts), rowsOfArticle(article, named[1])]).then(function (parts) {
          var rows = { terms: parts[0], others: parts[1], names: named[0] };
          var result = counted(query, rows, parts[2]), list = result.list;
          // Another article can be chosen in the place of this one.
          var all = article ? counted(query, rows, null).list : list;
          return Promise.all([shown(list, query, more), articles(all)]).then(function (found) {
            return Object.assign(result, found[0], { query: query, pages: list.length, articles: found[1], doubts: doubts });
          });
        });
      }).then(function (result) {
        if (result.answers.length) return Object.assign(result, { near: [] });
        return search.near(query.whole, 5).then(function (near) { return Object.assign(result, { near: near }); });
      });
    });
  };
})(self.jianzhuSearch = self.jianzhuSearch || {});
