"""Queries: what readers type, through the site's own search scripts on an empty page, in the browser of the tests."""

from __future__ import annotations

import mimetypes
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jianzhu.compile import compile_edition
from jianzhu.site.search import FOLDER, search_files
from jianzhu.site.theme.assets import SEARCH_PARTS
from jianzhu.text.folding import compact, fold_table, spaced, variants

from tests.fuzz.runs import LIMIT, Result
from tests.fuzz.texts import ROOT, Texts

ORIGIN = "http://fuzz.invalid/"
#: The parts that find; the last one speaks to the page, and is not here.
PARTS = SEARCH_PARTS[:-1]
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_RUN = """async ([queries, rows]) => {
  const search = self.jianzhuSearch, found = [];
  for (let number = 0; number < queries.length; number++) {
    const begun = performance.now(), one = { number };
    try {
      const query = search.parse(queries[number]), row = { zh: rows[number], en: rows[number] };
      one.query = JSON.parse(JSON.stringify(query));
      one.zh = search.compact(rows[number]);
      one.en = search.spaced(rows[number]);
      one.places = ["zh", "en"].map(lang => search.places(row, lang, query.terms));
      const answer = await search.find(queries[number], 1);
      one.answers = answer.answers.map(({ hits }) => hits.map(hit => ["zh", "en"].map(of => [hit.row[of].length, hit[of]])));
    } catch (error) { one.error = String(error.stack || error); }
    one.took = performance.now() - begun;
    found.push(one);
  }
  return found;
}"""


@contextmanager
def chromium() -> Iterator[Any]:
    """The system's Chromium, without windows."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if not path:
        raise SystemExit(f"The queries need Chromium: none of {', '.join(BROWSERS)} is on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def search_page(browser: Any) -> Iterator[Any]:
    """An empty page with the scripts of the search and the index of the small edition; nothing of it comes from a network."""
    edition, _ = compile_edition(ROOT / "tests/edition")
    index = {path.removeprefix(f"{FOLDER}/"): text for path, text in search_files(edition).items()}
    scripts = "".join(f'<script src="{ORIGIN}{part}"></script>' for part in PARTS)
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: _answer(route, f"<!doctype html><meta charset=utf-8>{scripts}", index))
    page.goto(ORIGIN)
    assert page.evaluate("() => jianzhuSearch.open().then(meta => meta.version)"), "the index cannot be read"
    # An index brings the other forms of the characters that are in it; a text of the fuzz may have any.
    page.evaluate("folds => jianzhuSearch.setFolds(folds)", variants(set(fold_table().values())))
    yield page
    context.close()


def _answer(route: Any, page: str, index: Mapping[str, str]) -> None:
    path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
    name = path.rpartition("/")[2]
    if not path:
        route.fulfill(body=page, content_type="text/html; charset=utf-8")
    elif name in index:
        route.fulfill(body=index[name], content_type="text/javascript; charset=utf-8")
    elif path in PARTS:
        body = (ROOT / "docs" / path).read_text(encoding="utf-8")
        route.fulfill(body=body, content_type=f"{mimetypes.types_map['.js']}; charset=utf-8")
    else:
        route.fulfill(status=404)


def run_queries(page: Any, seed: int, batch: int, count: int) -> Result:
    """Do `count` queries of a batch, each beside a text in which its terms are looked for."""
    texts, result = Texts(f"{seed} query {batch}"), Result("query")
    queries = [texts.query() for _ in range(count)]
    rows = [texts.random.choice((texts.text()[:300], query, texts.english())) for query in queries]
    begun = time.monotonic()
    found = page.evaluate(_RUN, [queries, rows])
    result.inputs, result.seconds = len(found), time.monotonic() - begun
    for one, query, row in zip(found, queries, rows, strict=True):
        result.worst = max(result.worst, one["took"] / 1000)
        try:
            assert "error" not in one, one.get("error")
            _check(one, query, row)
            assert one["took"] < LIMIT * 1000, f"more than {LIMIT} s"
        except AssertionError as error:
            result.faults.append(f"batch {batch}, input {one['number']}: {str(error)[:300]} <- {query!r:.160}")
    return result


def _check(one: Mapping[str, Any], query: str, row: str) -> None:
    """The page reads a text as the index does, and what it finds stands where it says."""
    assert one["query"]["cut"] == (len(query) > 256), "a query is cut, and does not say so"
    assert all(term["compact"] or term["spaced"] for term in one["query"]["terms"]), "a term of nothing"
    for said, wanted in ((one["zh"], compact(row)), (one["en"], spaced(row))):
        assert said["text"] == wanted, f"the page reads {said['text']!r}, the index {wanted!r}"
        assert len(said["at"]) == utf16(said["text"]), "a character without a place"
        assert said["at"] == sorted(said["at"]), "places out of order"
    length = utf16(row)
    for places in one["places"]:
        assert all(0 <= start < end <= length for term in places for start, end in term), "a hit beyond the text"
    for answer in one["answers"]:
        assert answer, "an answer without a hit"
        for hit in answer:
            assert all(0 <= start < end <= size for size, spans in hit for start, end in spans), "a hit beyond its row"
            assert any(spans for _, spans in hit), "a row without a hit"


def utf16(text: str) -> int:
    """The length that JavaScript gives `text`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
