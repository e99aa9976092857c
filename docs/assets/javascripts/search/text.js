/* Text: what counts as the same to a search; the same rules as scripts/jianzhu/text/folding.py. */
(function (search) {
  "use strict";

  var folds = new Map(), classes = new Map();
  var KEPT = /[\p{L}\p{N}]/u, SIGNS = "%‰+°$€£¥₩", DIGIT = /[0-9]/;

  /* One character in its narrow, lower-case form without accents, where that is one character of the same length. */
  function plain(character) {
    [character.normalize("NFKC"), character.normalize("NFKC").toLowerCase()].forEach(function (form) {
      if (form.length === 1 && character.length === 1) character = form;
    });
    var parts = character.normalize("NFD");
    if (/^[\x00-\x7f]\p{M}+$/u.test(parts)) return parts[0].toLowerCase();
    return character === "’" ? "'" : character;
  }

  /* {form, kept}: what stands for a character, and whether it is a letter or figure. */
  function classOf(character) {
    var known = classes.get(character);
    if (known) return known;
    var form = plain(character);
    form = folds.get(form) || form;
    classes.set(character, known = { form: form, kept: KEPT.test(form) });
    return known;
  }

  /* Folded characters as {form, at, kept}, `at` their place in the text. */
  function characters(text) {
    var found = [], at = 0;
    for (var character of text) {
      var own = classOf(character);
      found.push({ form: own.form, kept: own.kept, at: at });
      at += character.length;
    }
    return found;
  }

  /* {text, at}: the forms in a row without points that stand between no figures (`instead` takes their place), and the place in
     the original of each UTF-16 unit. */
  function joined(list, instead) {
    var text = "", at = [];
    list.forEach(function (one, index) {
      var form = one.form;
      if (form === "." && !(DIGIT.test((list[index - 1] || one).form) && DIGIT.test((list[index + 1] || one).form))) form = instead;
      text += form;
      for (var unit = 0; unit < form.length; unit++) at.push(one.at + unit);
    });
    return { text: text, at: at };
  }

  /* A Chinese text: letters, figures and signs in a row. */
  search.compact = function (text) {
    return joined(characters(text).filter(function (one) {
      return one.kept || one.form === "." || SIGNS.indexOf(one.form) >= 0;
    }), "");
  };

  /* An English text: words with one blank between them. */
  search.spaced = function (text) {
    var all = characters(text), list = [];
    all.forEach(function (one, index) {
      var before = all[index - 1] || one, next = all[index + 1] || one;
      if (one.form === "'" && before.kept && next.kept) return;
      if (one.form === "," && DIGIT.test(before.form) && DIGIT.test(next.form)) return;
      list.push({ form: one.kept || one.form === "." ? one.form : " ", at: one.at });
    });
    var spaced = joined(list, " "), result = { text: "", at: [] };
    for (var unit = 0; unit < spaced.text.length; unit++) {
      if (spaced.text[unit] === " " && (!result.text || result.text.endsWith(" "))) continue;
      result.text += spaced.text[unit];
      result.at.push(spaced.at[unit]);
    }
    if (result.text.endsWith(" ")) { result.text = result.text.slice(0, -1); result.at.pop(); }
    return result;
  };

  search.setFolds = function (pairs) {
    var list = Array.from(pairs);
    folds = new Map();
    classes = new Map();
    for (var at = 0; at < list.length; at += 2) folds.set(list[at], list[at + 1]);
  };

  search.isLatin = function (compact) { return /^[\x00-\x7f\u00b0-\u024f]*$/.test(compact); };

  search.escape = function (text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  };
})(self.jianzhuSearch = self.jianzhuSearch || {});
