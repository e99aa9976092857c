// What a reader typed: terms, filters, and where they are found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain, table } from "./load.mjs";

const { parsed, found, forms } = table("query");
const { jianzhuSearch: search } = load(["search/text", "search/closed", "search/figures", "search/query"]);
const terms = (...words) => new Map(words.map(([word, id]) => [word, { id }]));
search.meta = {
  vocabulary: {
    filter: terms(["kind", "kind"], ["类别", "kind"], ["lang", "lang"], ["article", "article"]),
    kind: terms(["event", "event"], ["年表", "event"]),
    lang: terms(["en", "en"], ["英文", "en"]),
  },
};

for (const { query, ...expected } of parsed) {
  test(`is read: ${query}`, () => {
    const { terms, filters, whole, exact } = plain(search.parse(query));
    const written = terms.map((term) => (term.exact ? `"${term.text}"` : term.text));
    assert.deepEqual({ terms: written, filters, whole, exact }, { filters: {}, exact: false, ...expected });
  });
}

for (const { query, zh = "", en = "", places } of found) {
  test(`${query} is found in ${zh || en}`, () => {
    const lang = zh ? "zh" : "en";
    const row = { anchor: "", zh, en };
    const spans = plain(search.places(row, lang, search.parse(query).terms)).flat();
    assert.deepEqual(
      spans.map(([start, end]) => row[lang].slice(start, end)),
      places,
    );
  });
}

for (const [word, expected] of forms) {
  test(`other forms of ${word}`, () => {
    const own = search.forms(word);
    for (const form of expected) assert.ok(own.includes(form), form);
    assert.ok(!own.includes(word));
    if (!expected.length) assert.deepEqual(plain(own), []);
  });
}

test("a filter is taken out of a query", () => {
  assert.equal(search.without("芯片 类别:年表 lang:en", "kind"), "芯片 lang:en");
});

test("a long query is cut, and says so", () => {
  const query = search.parse("𠮷".repeat(search.longest + 1));
  assert.equal(Array.from(query.terms[0].text).length, search.longest);
  assert.ok(query.cut);
  assert.ok(!search.parse("𠮷".repeat(search.longest)).cut);
});
