/* Store: the files of the index, each asked for once, checked, and read. Over http they are fetched; from a folder, where
   nothing can be fetched, they are loaded as the scripts they are. */
(function (search) {
  "use strict";

  var source = self.document ? document.currentScript.src : self.location.href;
  var base = new URL("../../data/search/", source).href;
  var VERSION = 2, DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  var MARKS = "!#$%&'()*+,./:;=>?@[]^`{|}~", OTHER = MARKS.length - 1;
  var files = new Map(), calls = {}, table = null, values = {};
  for (var digit = 0; digit < 64; digit++) values[DIGITS[digit]] = digit;

  search.failed = new Set();
  search.meta = null;

  function checksum(payload) {
    if (!table) {
      table = new Int32Array(256);
      for (var n = 0; n < 256; n++) {
        var c = n;
        for (var bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
        table[n] = c;
      }
    }
    var sum = -1, bytes = new TextEncoder().encode(payload);
    for (var i = 0; i < bytes.length; i++) sum = table[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return ((sum ^ -1) >>> 0).toString(16).padStart(8, "0");
  }

  self.__S = function (name, sum, payload) { calls[name] = [sum, payload]; };

  /* The arguments of the call that the file consists of. */
  function fetched(name, url) {
    return fetch(url).then(function (response) {
      if (!response.ok) throw new Error(name + ": " + response.status);
      return response.text();
    }).then(function (text) {
      return JSON.parse("[" + text.trim().replace(/^__S\(/, "").replace(/\);$/, "") + "]").slice(1);
    });
  }

  function loaded(name, url) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = url;
      script.onload = function () { script.remove(); resolve(calls[name] || ["", ""]); delete calls[name]; };
      script.onerror = function () { script.remove(); reject(new Error(name)); };
      document.head.appendChild(script);
    });
  }

  /* The payload of a file, read by `read`; null, and its name in `failed`, where it is missing or not what was written. */
  search.file = function (name, read) {
    if (files.has(name)) return files.get(name);
    var url = base + name + ".js" + (search.meta ? "?" + search.meta.digest : "");
    var promise = (self.document ? loaded : fetched)(name, url).then(function (call) {
      if (checksum(call[1]) !== call[0]) throw new Error(name + ": checksum");
      search.failed.delete(name);
      return read(call[1]);
    }).catch(function () {
      files.delete(name); // the next query tries again
      search.failed.add(name);
      return null;
    });
    files.set(name, promise);
    return promise;
  };

  search.digit = function (written) { return values[written] || 0; };

  search.numbers = function (written) {
    var found = [], number = 0, place = 1;
    for (var at = 0; at < written.length; at++) {
      var value = values[written[at]];
      number += (value % 32) * place;
      place *= 32;
      if (value < 32) { found.push(number); number = 0; place = 1; }
    }
    return found;
  };

  /* The place that is number `number`: [how often the first character of a pair was met before, how often the second]. */
  function place(number) {
    var diagonal = 0;
    while (number > diagonal) number -= ++diagonal;
    return [diagonal - number, number];
  }

  /* {rows, places}: ascending rows, and of those that have places written down, by their index among the rows, the places. */
  search.rows = function (written) {
    var rows = [], places = new Map(), row = -1, number = 0, scale = 1, marked = false;
    for (var at = 0; at < written.length; at++) {
      var value = values[written[at]];
      if (value === undefined) {
        var own = places.get(rows.length - 1), mark = MARKS.indexOf(written[at]);
        if (!own) places.set(rows.length - 1, own = []);
        marked = mark === OTHER;
        if (!marked) own.push(place(mark));
        continue;
      }
      number += (value % 32) * scale;
      scale *= 32;
      if (value >= 32) continue;
      if (marked) places.get(rows.length - 1).push(place(number)); else rows.push(row += number);
      number = 0;
      scale = 1;
      marked = false;
    }
    return { rows: Uint32Array.from(rows), places: places };
  };

  function sums(counts) {
    var total = 0, starts = new Uint32Array(counts.length + 1);
    counts.forEach(function (count, at) { starts[at + 1] = total += count; });
    return starts;
  }

  /* The last place in ascending `starts` whose value is not above `value`. */
  search.placeOf = function (starts, value) {
    var low = 0, high = starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (starts[middle] <= value) low = middle; else high = middle - 1;
    }
    return low;
  };

  /* From each word of each of `terms` to the term. */
  function byWord(terms) {
    var found = new Map();
    terms.forEach(function (term) { term.words.forEach(function (word) { found.set(word, term); }); });
    return found;
  }

  /* What stands in every query's way: the shards' first terms, where documents begin, the folding, the vocabulary. */
  search.open = function () {
    if (search.meta) return Promise.resolve(search.meta);
    return search.file("meta", function (payload) {
      var meta = JSON.parse(payload);
      if (meta.version !== VERSION) throw new Error("the index has version " + meta.version);
      var counts = search.numbers(meta.documents);
      search.setFolds(meta.fold);
      ["grams", "words", "names"].forEach(function (field) { meta[field] = meta[field] ? meta[field].split(" ") : []; });
      meta.headings = search.numbers(meta.headings);
      meta.rowStarts = sums(counts);
      meta.fileStarts = sums(search.numbers(meta.files));
      meta.kindStarts = sums(meta.kinds.map(function (kind) { return kind.documents; }));
      meta.kindOf = function (document) { return meta.kinds[search.placeOf(meta.kindStarts, document)]; };
      meta.vocabulary = { filter: byWord(meta.filters), kind: byWord(meta.kinds), lang: byWord(meta.languages) };
      return search.meta = meta;
    });
  };
})(self.jianzhuSearch = self.jianzhuSearch || {});
