// Messages: braces are filled in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { jianzhu } = load(["base/messages"], {
  jianzhu: { messages: { notes: "{count} {count:note|notes} of {name}" } },
});

for (const [count, expected] of [
  [1, "1 note of A&B"],
  [0, "0 notes of A&B"],
  [2, "2 notes of A&B"],
]) {
  test(expected, () => assert.equal(jianzhu.message("notes", { count, name: "A&B" }), expected));
}
