/* Rows: which rows of the index hold a term. What its terms cannot tell, the texts are read for, or it is said. */
(function (search) {
  "use strict";

  /* Shards that one beginning of a word may need; more would be most of the index. */
  var MOST_SHARDS = 64;
  /* Files of texts that may be read to find out which rows hold a phrase whose words they hold. */
  var MOST_TEXTS = 24;
  var ONCE = [[0, 0]], PHRASE_SPACE = "_";

  function readTerms(payload) {
    var parts = payload.split(" "), terms = [], rows = [], term = "";
    for (var at = 0; at < parts.length; at += 2) {
      terms.push(term = term.slice(0, search.digit(parts[at][0])) + parts[at].slice(1));
      rows.push(parts[at + 1]);
    }
    return { terms: terms, rows: rows };
  }

  function rowsAt(shard, at) {
    if (typeof shard.rows[at] === "string") shard.rows[at] = search.rows(shard.rows[at]);
    return shard.rows[at];
  }

  /* The shards for the keys from `key` to `end`; `doubts.least` is set where there are too many. */
  function shardsOf(field, key, end, doubts) {
    var firsts = search.meta[field], found = [];
    if (!firsts.length) return found;
    var from = search.placeOf(firsts, key), to = search.placeOf(firsts, end);
    if (to - from >= MOST_SHARDS) doubts.least = true;
    for (var at = from; at <= to && found.length < MOST_SHARDS; at++) found.push(field[0] + at);
    return found;
  }

  /* What stands under `key`, [{rows, places}], or under all keys that begin with it; null where a shard could not be read. */
  function entries(field, key, prefix, doubts) {
    var names = shardsOf(field, key, prefix ? key + "\uffff" : key, doubts);
    return Promise.all(names.map(function (name) { return search.file(name, readTerms); })).then(function (shards) {
      if (shards.indexOf(null) >= 0) return null;
      var found = [];
      shards.forEach(function (shard) {
        var at = search.placeOf(shard.terms, key);
        if (shard.terms[at] < key) at++;
        for (; at < shard.terms.length && (prefix ? shard.terms[at].startsWith(key) : shard.terms[at] === key); at++)
          found.push(rowsAt(shard, at));
      });
      return found;
    });
  }

  function rowsUnder(field, key, prefix, doubts) {
    return entries(field, key, prefix, doubts).then(function (found) {
      return found && search.union(found.map(function (entry) { return entry.rows; }));
    });
  }

  search.union = function (lists) {
    if (lists.length < 2) return lists[0] || new Uint32Array(0);
    var all = new Uint32Array(lists.reduce(function (sum, list) { return sum + list.length; }, 0)), at = 0, kept = 0;
    lists.forEach(function (list) { all.set(list, at); at += list.length; });
    all.sort();
    for (at = 0; at < all.length; at++) if (!at || all[at] !== all[at - 1]) all[kept++] = all[at];
    return all.slice(0, kept);
  };

  function intersectTwo(one, other) {
    var found = [], at = 0;
    for (var i = 0; i < one.length; i++) {
      while (at < other.length && other[at] < one[i]) at++;
      if (other[at] === one[i]) found.push(one[i]);
    }
    return Uint32Array.from(found);
  }

  /* What stands in all `lists`; a list that could not be read (null) forbids nothing. Null where none could. */
  search.intersect = function (lists) {
    var known = lists.filter(Boolean).sort(function (one, other) { return one.length - other.length; });
    return known.length ? known.slice(1).reduce(intersectTwo, known[0]) : null;
  };

  /* Of `rows`, which stand in all `pairs`, those in which each pair goes on where the one before it ends: the character that
     they share is met equally often in both. A pair that could not be read (null) may be anywhere. */
  function inARow(rows, pairs) {
    var ends = Array.from(rows, function () { return null; });
    pairs.forEach(function (pair) {
      var at = 0;
      rows.forEach(function (row, index) {
        if (!pair) { ends[index] = ends[index] && ends[index].length ? null : ends[index]; return; }
        while (pair.rows[at] < row) at++;
        var met = ends[index];
        ends[index] = (pair.places.get(at) || ONCE).filter(function (place) {
          return !met || met.indexOf(place[0]) >= 0;
        }).map(function (place) { return place[1]; });
      });
    });
    return rows.filter(function (_, index) { return !ends[index] || ends[index].length; });
  }

  function chinese(compact, doubts) {
    var characters = Array.from(compact);
    if (characters.length === 1) return rowsUnder("grams", compact, true, doubts);
    return Promise.all(characters.slice(1).map(function (character, at) {
      return entries("grams", characters[at] + character, false, doubts).then(function (found) {
        return found && (found[0] || { rows: new Uint32Array(0), places: new Map() });
      });
    })).then(function (pairs) {
      var rows = search.intersect(pairs.map(function (pair) { return pair && pair.rows; }));
      return rows && pairs.length > 1 ? inARow(rows, pairs) : rows;
    });
  }

  /* Rows with one word, or with words that follow each other. Phrases of the glossary have entries of their own. */
  function english(term, doubts) {
    var words = term.spaced.split(" "), last = words.length - 1, open = !term.exact && words[last].length > 1;
    if (!last) return rowsUnder("words", words[0], open, doubts);
    var phrase = words.join(PHRASE_SPACE);
    return (open ? Promise.resolve([]) : entries("words", phrase, false, doubts)).then(function (found) {
      if (found && found.length) return found[0].rows;
      return Promise.all(words.map(function (word, at) { return rowsUnder("words", word, open && at === last, doubts); })).then(function (lists) {
        var rows = search.intersect(lists);
        return rows && confirmed(rows, term, doubts);
      });
    });
  }

  /* Those of `rows` whose English holds `term`; where too many texts would have to be read, all, and `doubts.most` is set. */
  function confirmed(rows, term, doubts) {
    var starts = search.meta.rowStarts, files = new Map();
    var places = Array.from(rows, function (row) {
      var document = search.placeOf(starts, row), file = search.placeOf(search.meta.fileStarts, document);
      files.set(file, null);
      return { document: document, file: file, row: row };
    });
    if (files.size > MOST_TEXTS) { doubts.most = true; return rows; }
    return Promise.all(Array.from(files.keys(), search.texts)).then(function (texts) {
      Array.from(files.keys()).forEach(function (file, at) { files.set(file, texts[at]); });
      return rows.filter(function (_, index) {
        var place = places[index], own = files.get(place.file);
        if (!own) return true;
        return search.places(own[place.document - search.meta.fileStarts[place.file]].rows[place.row - starts[place.document]], "en", [term])[0].length;
      });
    });
  }

  /* The rows that hold `term` in `lang`; null where they could not be read. */
  search.rowsOf = function (term, lang, doubts) {
    if (lang === "zh") return term.compact ? chinese(term.compact, doubts) : Promise.resolve(new Uint32Array(0));
    if (!term.spaced || !term.latin) return Promise.resolve(new Uint32Array(0));
    var forms = term.exact ? [] : search.forms(term.spaced);
    return Promise.all([english(term, doubts)].concat(forms.map(function (form) {
      return rowsUnder("words", form, false, doubts);
    }))).then(function (lists) {
      var known = lists.filter(Boolean);
      return known.length ? search.union(known) : null;
    });
  };

  /* The rows of registers that belong to the article with the id `slug`. */
  search.belonging = function (slug) { return rowsUnder("words", "@" + slug, false, {}); };

  /* The documents of a file of texts: {kind, path, rows}, the title being the first row; null where it could not be read. */
  search.texts = function (file) { return search.file("t" + file, readTexts); };

  function readTexts(payload) {
    var lines = payload.split("\n"), found = [];
    for (var at = 0; at + 4 < lines.length; at += 5) {
      var head = lines[at].split("\t"), columns = lines.slice(at + 1, at + 4).map(function (line) { return line.split("\t"); });
      var rows = columns[0].map(function (anchor, row) { return { anchor: anchor, zh: columns[1][row], en: columns[2][row] }; });
      rows[0] = { anchor: "", zh: head[2], en: head[3] };
      found.push({ kind: head[0], path: head[1], rows: rows });
    }
    return found;
  }

  /* Lines of names: [key, document, label…]. */
  function readNames(payload) {
    return payload.split("\n").map(function (line) { return line.split("\t"); });
  }

  search.named = function (key) {
    if (!key) return Promise.resolve([]);
    return Promise.all(shardsOf("names", key, key, {}).map(function (name) { return search.file(name, readNames); })).then(function (shards) {
      return (shards[0] || []).filter(function (line) { return line[0] === key; });
    });
  };

  function pairs(text) {
    var characters = Array.from(text);
    return new Set(characters.map(function (character, at) { return character + (characters[at + 1] || ""); }));
  }

  /* The names that have most neighbouring characters in common with `key`, the nearest first. */
  search.near = function (key, most) {
    var files = search.meta.names.slice(0, MOST_SHARDS).map(function (_, at) { return search.file("n" + at, readNames); });
    var wanted = pairs(key), best = new Map();
    return Promise.all(files).then(function (shards) {
      shards.filter(Boolean).forEach(function (lines) {
        lines.forEach(function (line) {
          if (line[0][0] === "@") return;
          var own = pairs(line[0]), common = 0;
          own.forEach(function (pair) { if (wanted.has(pair)) common++; });
          var score = 2 * common / (own.size + wanted.size);
          if (score > 0.25 && score > (best.get(line[1]) || { score: 0 }).score) best.set(line[1], { score: score, key: line[0], labels: line.slice(2) });
        });
      });
      return Array.from(best.values()).sort(function (one, other) { return other.score - one.score; }).slice(0, most);
    });
  };
})(self.jianzhuSearch = self.jianzhuSearch || {});
