// The converter that readers run; tests/site/test_scripts.py compares it with Python's on every sentence of the edition.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { jianzhu } = load(["base/convert"], { jianzhu: {} });
const written = {
  usual: "头頭发發𠮷吉",
  rules: {
    发: [["头发", 1, "髮"]],
    云: [["\n云头云", 3, "雲"]],
    里: [["头 里", 2, "裡"]],
    只: [
      ["\n只", 1, "隻"],
      ["𠮷三只", 2, "隻"],
    ],
  },
};
const convert = (...pieces) => plain(jianzhu.variants.convert(pieces, jianzhu.variants.readTable(written)));

const CASES = [
  [["云头云"], ["云頭雲"]],
  [["头\n里"], ["頭\n裡"]],
  [["头发"], ["頭髮"]],
  [["发头"], ["發頭"]],
  [
    ["头", "发"],
    ["頭", "髮"],
  ],
  [["只有"], ["隻有"]],
  [["\n 只有"], ["\n 隻有"]],
  [["有只"], ["有只"]],
  [["有𠮷三只"], ["有吉三隻"]],
  [
    ["头 \n", " 发"],
    ["頭 \n", " 發"],
  ],
  [
    ["", ""],
    ["", ""],
  ],
];
for (const [pieces, expected] of CASES) {
  test(JSON.stringify(pieces), () => assert.deepEqual(convert(...pieces), expected));
}
