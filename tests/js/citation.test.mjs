// Citations of sentences, in the forms that people and programs take.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { jianzhu } = load(["base/messages", "annotations/citation"], { jianzhu: {} });
jianzhu.messages = {
  citation: "{author}“{title}” ({year}), {segment}, in {edition}, ",
  citation_author: "{author}, ",
  citation_year: "in {year}",
  undated: "date unknown",
};
const { fragment, plain, bibtex, csl } = jianzhu.citation;
const PASSAGE = {
  slug: "after-chatgpt",
  title: "R&D: {50%} of #1 \\ C_o $",
  author: "Cao & Co.",
  edition: "The War",
  year: "2023",
  fragment: "s12-s14",
  url: "articles/after-chatgpt.html#s12-s14",
  language: "en",
};

test("a fragment names the first and the last sentence", () => {
  assert.equal(fragment(["s12"]), "s12");
  assert.equal(fragment(["s12", "s13", "s14"]), "s12-s14");
});

test("a citation for people", () => {
  const title = PASSAGE.title;
  const rest = `s12–s14, in The War, ${PASSAGE.url}`;
  assert.equal(plain(PASSAGE), `Cao & Co., “${title}” (in 2023), ${rest}`);
  assert.equal(plain({ ...PASSAGE, author: "" }), `“${title}” (in 2023), ${rest}`);
  assert.equal(plain({ ...PASSAGE, year: "" }), `Cao & Co., “${title}” (date unknown), ${rest}`);
});

test("BibTeX keeps signs from being commands, and addresses as they are", () => {
  assert.equal(
    bibtex({ ...PASSAGE, url: "a.html?x=1&y=2#s12" }),
    `@incollection{after-chatgpt-s12-s14,
  author = {{Cao \\& Co.}},
  title = {R\\&D: 50\\% of \\#1  C\\_o \\$},
  year = {2023},
  booktitle = {The War},
  note = {s12-s14},
  url = {a.html?x=1&y=2#s12},
}`,
  );
  assert.doesNotMatch(bibtex({ ...PASSAGE, author: "" }), /author/);
});

test("CSL-JSON has the year as a number, or no date", () => {
  const item = JSON.parse(csl(PASSAGE))[0];
  assert.deepEqual(item.issued, { "date-parts": [[2023]] });
  assert.deepEqual(item.author, [{ literal: "Cao & Co." }]);
  const bare = JSON.parse(csl({ ...PASSAGE, year: "197X", author: "" }))[0];
  assert.deepEqual(Object.keys(bare), ["id", "type", "title", "container-title", "locator", "URL", "language"]);
});
