// What counts as the same to the search: the table that tests/test_search.py holds against Python's rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, table } from "./load.mjs";

const { same, compact, spaced } = table("folding");
const { jianzhuSearch: search } = load(["search/text"]);
// Forms of other scripts come with the index; here those of the table, character by character.
const isHan = (character) => /\p{Script=Han}/u.test(character);
const pairs = same.flatMap(([one, other]) => Array.from(one, (character, at) => [character, Array.from(other)[at]]));
search.setFolds(
  pairs
    .filter(([one, other]) => one !== other && isHan(one))
    .flat()
    .join(""),
);

for (const [one, other] of same) {
  test(`${one} is the same as ${other}`, () => assert.equal(search.compact(one).text, search.compact(other).text));
}
for (const [text, expected] of compact) {
  test(`compact: ${JSON.stringify(text)}`, () => assert.equal(search.compact(text).text, expected));
}
for (const [text, expected] of spaced) {
  test(`spaced: ${JSON.stringify(text)}`, () => assert.equal(search.spaced(text).text, expected));
}

test("every unit of a folded text has its place in the original", () => {
  const text = "“𠮷野家”，1,116亿";
  const bare = search.compact(text);
  assert.equal(bare.at.map((at) => text[at]).join(""), bare.text);
  const words = search.spaced("It’s  an “A.I.”");
  assert.equal(words.text, "its an a i");
  assert.deepEqual(Array.from(words.at), [0, 1, 3, 4, 6, 7, 8, 10, 11, 12]);
});

test("markup is escaped", () => assert.equal(search.escape(`<a href="?a&b">`), "&lt;a href=&quot;?a&amp;b&quot;&gt;"));
