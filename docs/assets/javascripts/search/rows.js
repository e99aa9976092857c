/* Rows: which rows of the index may hold a term. What is given here holds every row that does, and few that do not. */
(function (search) {
  "use strict";

  /* Shards that one beginning of a word may need; more would be most of the index. */
  var MOST_SHARDS = 64;

  function readTerms(payload) {
    var words = payload.split(" "), terms = [], rows = [];
    for (var at = 0; at < words.length; at += 2) { terms.push(words[at]); rows.push(words[at + 1]); }
    return { terms: terms, rows: rows };
  }

  function rowsAt(shard, at) {
    if (typeof shard.rows[at] === "string") shard.rows[at] = search.rows(shard.rows[at]);
    return shard.rows[at];
  }

  function names(lookup) {
    var firsts = search.meta[lookup.field], found = [];
    var from = search.placeOf(firsts, lookup.key), to = lookup.prefix ? search.placeOf(firsts, lookup.key + "\uffff") : from;
    if (!firsts.length) return found;
    for (var at = from; at <= to && found.length < MOST_SHARDS; at++) found.push(lookup.field[0] + at);
    return found;
  }

  /* Rows of one lookup {field, key, prefix}; null where a shard could not be read. */
  function rowsOf(lookup) {
    return Promise.all(names(lookup).map(function (name) { return search.file(name, readTerms); })).then(function (shards) {
      if (shards.indexOf(null) >= 0) return null;
      var found = [];
      shards.forEach(function (shard) {
        var at = search.placeOf(shard.terms, lookup.key);
        if (shard.terms[at] < lookup.key) at++;
        for (; at < shard.terms.length && (lookup.prefix ? shard.terms[at].startsWith(lookup.key) : shard.terms[at] === lookup.key); at++)
          found.push(rowsAt(shard, at));
      });
      return search.union(found);
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

  function all(lookups) {
    return Promise.all(lookups.map(rowsOf)).then(search.intersect);
  }

  function grams(compact) {
    var characters = Array.from(compact);
    if (characters.length === 1) return [{ field: "grams", key: compact, prefix: true }];
    return characters.slice(1).map(function (character, at) { return { field: "grams", key: characters[at] + character }; });
  }

  function words(spaced, exact) {
    var list = spaced.split(" ");
    return list.map(function (word, at) {
      return { field: "words", key: word, prefix: at === list.length - 1 && word.length > 1 && !exact };
    });
  }

  /* Rows that may hold `term`, in the languages that `lang` allows. */
  search.rowsOf = function (term, lang) {
    var ways = [];
    if (term.compact && lang !== "en") ways.push(all(grams(term.compact)));
    if (term.spaced && term.latin && lang !== "zh") {
      ways.push(all(words(term.spaced, term.exact)));
      if (!term.exact) search.forms(term.spaced).forEach(function (form) { ways.push(all(words(form, true))); });
    }
    return Promise.all(ways).then(function (lists) { return search.union(lists.filter(Boolean)); });
  };

  /* Lines of names: [key, document, label…]. */
  function readNames(payload) {
    return payload.split("\n").map(function (line) { return line.split("\t"); });
  }

  search.named = function (key) {
    if (!key) return Promise.resolve([]);
    return Promise.all(names({ field: "names", key: key }).map(function (name) { return search.file(name, readNames); })).then(function (shards) {
      return (shards[0] || []).filter(function (line) { return line[0] === key; });
    });
  };

  function pairs(text) {
    var characters = Array.from(text);
    return new Set(characters.map(function (character, at) { return character + (characters[at + 1] || ""); }));
  }

  /* The labels of the glossary that have most neighbouring characters in common with `key`, the nearest first. */
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
