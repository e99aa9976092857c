/* Query: what a reader typed, as terms that must all be found and filters that narrow where. */
(function (search) {
  "use strict";

  /* Nobody looks for a longer sentence than this, and a pasted page is not one. */
  var LONGEST = 256;
  var QUOTED = /(?:^|\s)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』)(?=\s|$)/g;
  var FILTER = /(^|\s)(\p{L}+)[:：](\S+)/gu;
  var INVARIABLE = ["news", "series", "species", "means", "physics", "mathematics"];

  /* The filter that `name` and `value` are, {id, value}, by the words of the index; undefined where they are none. */
  function filterOf(name, value) {
    function meant(which, word) { return search.meta.vocabulary[which].get(search.compact(word).text); }
    var filter = search.meta && meant("filter", name);
    if (!filter) return undefined;
    if (filter.id === "article") return { id: filter.id, value: value };
    var known = meant(filter.id, value);
    return known && { id: filter.id, value: known.id };
  }

  /* What `query` is when all its filters of the name `id` are taken out. */
  search.without = function (query, id) {
    return query.replace(FILTER, function (all, before, name, value) {
      var filter = filterOf(name, value);
      return filter && filter.id === id ? "" : all;
    }).trim();
  };

  /* A term is found as `compact` in Chinese and as `spaced` in English; `exact` where it was quoted. */
  function term(text, exact) {
    var compact = search.compact(text).text;
    return { text: text, compact: compact, spaced: search.spaced(text).text, latin: search.isLatin(compact), exact: exact };
  }

  /* {terms, filters, whole, exact, cut}: `exact` if anything is quoted; `whole` is the query without filters and blanks, as a name is looked up. */
  search.parse = function (query) {
    var characters = Array.from(query), terms = [], filters = {};
    var text = characters.slice(0, LONGEST).join("").replace(FILTER, function (all, before, name, value) {
      var filter = filterOf(name, value);
      if (!filter) return all;
      filters[filter.id] = filter.value;
      return " ";
    });
    var whole = search.compact(text).text;
    text = text.replace(QUOTED, function () {
      terms.push(term(Array.prototype.slice.call(arguments, 1, 5).find(function (words) { return words !== undefined; }), true));
      return " ";
    });
    text.split(/\s+/).forEach(function (word) { terms.push(term(word, false)); });
    terms = terms.filter(function (one) { return one.compact || one.spaced; });
    var exact = terms.some(function (one) { return one.exact; });
    return { terms: terms, filters: filters, whole: whole, exact: exact, cut: characters.length > LONGEST };
  };

  /* Other forms of an English word, among them some that do not exist: companies, company; models, model, modeling. */
  search.forms = function (word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word) || INVARIABLE.indexOf(word) >= 0) return [];
    var stems = [word], found = new Set();
    [[/ies$/, "y"], [/(ss|sh|ch|x|z)es$/, "$1"], [/([^siu])s$/, "$1"], [/ied$/, "y"], [/ed$/, ""], [/ed$/, "e"], [/ing$/, ""], [/ing$/, "e"],
      [/([bdglmnprt])\1(ed|ing)$/, "$1"]].forEach(function (rule) {
      var stem = word.replace(rule[0], rule[1]);
      if (stem !== word && stem.length > 2) stems.push(stem);
    });
    stems.forEach(function (stem) {
      var bare = stem.replace(/e$/, "");
      [stem, stem + "s", stem + "es", bare + "ed", bare + "ing", stem.replace(/y$/, "ies"), stem.replace(/y$/, "ied")].forEach(function (form) {
        if (form !== word) found.add(form);
      });
    });
    return Array.from(found);
  };

  search.lastWord = function (spaced) { return spaced.slice(spaced.lastIndexOf(" ") + 1); };

  /* Places of `term` in a Chinese text, as [start, end] of the text as written. */
  function inChinese(text, compact, term) {
    return places(text, compact, term.compact);
  }

  function places(text, bare, wanted, fits) {
    var found = [];
    if (!wanted) return found;
    for (var at = bare.text.indexOf(wanted); at >= 0; at = bare.text.indexOf(wanted, at + 1)) {
      if (!fits || fits(at, at + wanted.length)) {
        var last = bare.at[at + wanted.length - 1];
        found.push([bare.at[at], last + 1]);
      }
    }
    return found;
  }

  /* Places of `term` in an English text: from the beginning of a word, or a capital within one. */
  function inEnglish(text, spaced, term) {
    function starts(at) {
      var place = spaced.at[at];
      return !at || spaced.text[at - 1] === " " || (/[A-Z]/.test(text[place]) && /[a-z]/.test(text[place - 1]));
    }
    function ends(end) { return end === spaced.text.length || spaced.text[end] === " "; }
    var found = places(text, spaced, term.spaced, function (at, end) {
      return starts(at) && (ends(end) || !(term.exact || search.lastWord(term.spaced).length < 2));
    });
    (term.exact ? [] : search.forms(term.spaced)).forEach(function (form) {
      found = found.concat(places(text, spaced, form, function (at, end) { return starts(at) && ends(end); }));
    });
    return found;
  }

  /* Places of each of `terms` in the text of a row in `lang`; the row remembers its text as it is searched. */
  search.places = function (row, lang, terms) {
    row.bare = row.bare || {};
    var bare = row.bare[lang] = row.bare[lang] || (lang === "zh" ? search.compact : search.spaced)(row[lang]);
    return terms.map(function (term) {
      return lang === "zh" ? inChinese(row.zh, bare, term) : term.latin ? inEnglish(row.en, bare, term) : [];
    });
  };

  search.term = term;
})(self.jianzhuSearch = self.jianzhuSearch || {});
