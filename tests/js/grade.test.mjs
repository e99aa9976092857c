// What of a query only holds it together, what it asks for, what its parts weigh, and which names are near.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const parts = ["text", "store", "closed", "figures", "query", "rows", "names", "collect", "grade", "verify", "address"];
const world = { location: new URL("http://host/assets/javascripts/search.js?zh"), fetch: async () => ({ ok: false }) };
const { jianzhuSearch: search } = load(
  parts.map((part) => `search/${part}`),
  world,
);

for (const [word, isClosed] of [
  ["the", true],
  ["How", true],
  ["US", false],
  ["us", true],
  ["train", false],
  ["the state", false],
  ["是什么意思", true],
  ["多少", true],
  ["的", true],
  ["大炼钢铁", false],
]) {
  test(`${word} ${isClosed ? "only holds a query together" : "says something"}`, () => {
    assert.equal(search.isClosed(word), isClosed);
  });
}

for (const [query, words] of [
  ["how much does it cost to train ChatGPT", ["cost", "train", "ChatGPT"]],
  ["what is it", ["what", "is", "it"]],
  ['"the state" of the art', ['"the state"', "art"]],
  ["events of April 2023", ["events", "April 2023"]],
  ["100 billion yuan", ["100 billion", "yuan"]],
]) {
  test(`what counts of: ${query}`, () => {
    const { terms } = plain(search.parse(query));
    assert.deepEqual(
      terms.map((term) => (term.exact ? `"${term.text}"` : term.text)),
      words,
    );
  });
}

for (const [query, preferred] of [
  ["who founded Nvidia", ":person"],
  ["谁创立了英伟达", ":person"],
  ["when was OpenAI founded", "event"],
  ["OpenAI是哪一年成立的", "event"],
  ["how many models are there", "claim"],
  ["中国有多少大模型", "claim"],
  ["how much does it cost", ":money"],
  ["割韭菜是什么意思", "concept"],
  ["why is China behind", "question"],
]) {
  test(`what is asked for: ${query}`, () => assert.ok(search.asked(query)[preferred] > 1));
}

test("words that ask for nothing prefer nothing", () => assert.deepEqual(plain(search.asked("大模型 芯片 chip")), {}));

for (const [one, other, expected] of [
  ["chatgtp", "chatgpt", 1],
  ["nvdia", "nvidia", 1],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
  ["same", "same", 0],
]) {
  test(`from ${one} to ${other}`, () => {
    assert.equal(search.distance(Array.from(one), Array.from(other)), expected);
    assert.equal(search.distance(Array.from(other), Array.from(one)), expected);
  });
}

test("far is far, however far", () => {
  assert.equal(search.distance(Array.from("abcdef"), Array.from("uvwxyz"), undefined, 2), 3);
});

test("the rarer a piece, the more it weighs, and a row what its pieces weigh", () => {
  const piece = (of, rows, factor = 1) => ({ of, factor, terms: [], documents: [], rows: Uint32Array.from(rows) });
  const pieces = [piece("word", [1]), piece("word", [0, 1, 2, 3]), piece("word", []), piece("pair", [1], 0.5)];
  const weights = search.weights(pieces, 100);
  assert.ok(weights[2] > weights[0] && weights[0] > weights[1] && weights[0] > weights[3]);
  const { scores, held } = search.scores(pieces, weights, 100);
  assert.ok(Math.abs(scores[1] - (weights[0] + weights[1] + weights[3])) < 1e-4);
  assert.equal(held[1], 0b1011);
  assert.equal(scores[4], 0);
});

for (const [query, expected] of [
  ["s10", { name: "", anchor: "s10" }],
  ["#S10", { name: "", anchor: "s10" }],
  ["two-hundred s10", { name: "two-hundred", anchor: "s10" }],
  ["tortoise:s47", { name: "tortoise", anchor: "s47" }],
  ["articles/tortoise.html#s47", { name: "articles/tortoise", anchor: "s47" }],
  ["tortoise s1-s3", { name: "tortoise", anchor: "s1" }],
  ["chips10", null],
  ["models", null],
  ["s0", null],
]) {
  test(`${query} is ${expected ? "an address" : "no address"}`, () => {
    assert.deepEqual(search.addressOf(query) && plain(search.addressOf(query)), expected);
  });
}
