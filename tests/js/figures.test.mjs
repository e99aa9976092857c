// Dates and numbers of a query; tests/site/test_search_terms.py holds the same table against the grammars of the texts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain, table } from "./load.mjs";

const { dates, iso, none, numbers, forms } = table("figures");
const { jianzhuSearch: search } = load(["search/text", "search/figures"]);
const keys = (text) => plain(search.figures(text)).flatMap((figure) => figure.keys);

for (const [, text, key] of [...dates, ...iso, ...numbers]) {
  test(`${text} is ${key}`, () => assert.deepEqual(keys(text), [key]));
}

for (const [, text] of none) {
  test(`${text} is no date and no number`, () => {
    const whole = plain(search.figures(text)).filter(({ start, end }) => !start && end === text.length);
    assert.deepEqual(whole, []);
    assert.ok(!keys(text).some((key) => key.startsWith("=") && !text.includes("2023年")), String(keys(text)));
  });
}

for (const [text, expected] of forms) {
  test(`how texts write ${text}`, () => {
    const [figure] = plain(search.figures(text));
    for (const form of expected) assert.ok(figure.forms.includes(form), form);
  });
}

test("a figure is where it stands", () => {
  const text = "微软投资一百亿美元，2019年7月";
  const found = plain(search.figures(text)).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ["一百亿", "2019年7月"]);
});
