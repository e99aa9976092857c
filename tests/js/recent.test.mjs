// Recent queries: what is kept of them, and what where a browser keeps nothing or something else stands there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

function storage(kept = {}) {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => {
      kept[key] = value;
    },
    removeItem: (key) => {
      delete kept[key];
    },
  };
}

const REFUSED = new Proxy(
  {},
  {
    get: () => () => {
      throw new Error("refused");
    },
  },
);
const recent = (localStorage) => load(["finder/recent"], { jianzhu: {}, localStorage }).jianzhu.recent;

test("the latest comes first, once, without spaces around it", () => {
  const queries = recent(storage());
  for (const query of ["芯片", "chip", " 芯片 ", "", "  "]) queries.keep(query);
  assert.deepEqual(plain(queries.list()), ["芯片", "chip"]);
});

test("the eight latest are kept", () => {
  const queries = recent(storage());
  for (let number = 1; number < 12; number++) queries.keep(`q${number}`);
  assert.deepEqual(plain(queries.list()), ["q11", "q10", "q9", "q8", "q7", "q6", "q5", "q4"]);
});

test("one is deleted, or all, of which nothing stays", () => {
  const store = storage();
  const queries = recent(store);
  for (const query of ["a", "b", "c"]) queries.keep(query);
  queries.drop("b");
  assert.deepEqual(plain(queries.list()), ["c", "a"]);
  queries.clear();
  assert.deepEqual(store.kept, {});
});

const FOREIGN = ["{", "null", "3", '{"a":1}', '[1,null,["x"]," "]'];
for (const text of FOREIGN)
  test(`what is not a list of queries is none: ${text}`, () => {
    assert.deepEqual(plain(recent(storage({ "jianzhu.recent": text })).list()), []);
  });

test("where storage is refused there are none, and nothing fails", () => {
  const queries = recent(REFUSED);
  queries.keep("a");
  queries.drop("a");
  queries.clear();
  assert.deepEqual(plain(queries.list()), []);
});
