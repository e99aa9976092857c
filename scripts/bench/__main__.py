"""`make bench-search`: the judged queries, and substrings of 5 real and 1,000 and 10,000 synthetic articles (or the counts given);
tables, and the page's tables.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from pathlib import Path

from jianzhu.compile import compile_publishable
from jianzhu.site.markup.fragment import TEMPLATES
from jianzhu.site.search import FOLDER
from jianzhu.site.search.index import Document

from bench import corpus, engines
from bench.browser import Chromium, travelling_size
from bench.judge import ENGINES, judged
from bench.judged import read_queries
from bench.table import Line, write_judged, write_pages, written, written_judged

ROOT = Path(__file__).parents[2]
#: How many substrings, each in both scripts, the quality is measured by; first answers; repeated ones.
RECALL, COLD, WARM = {5: 230, 0: 60}, 15, 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "counts", nargs="*", type=int, default=[5, 1_000, 10_000], help="numbers of articles; 5 are the real ones"
    )
    parser.add_argument("--judged", action="store_true", help="the judged queries only")
    parser.add_argument("--write", action="store_true", help="write the tables into the page on how the search works")
    options = parser.parse_args()
    edition, _ = compile_publishable(ROOT)
    queries = read_queries()
    judgments = {engine: judged(edition, queries, engine) for engine in ENGINES}
    print(written_judged(judgments, "en"), flush=True)
    if options.write:
        write_judged(TEMPLATES, judgments)
    if options.judged:
        return
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            lines = measure(count, Path(folder))
        print(written(lines, "en"), flush=True)
        if options.write:
            write_pages(TEMPLATES, lines)


def measure(count: int, folder: Path) -> list[Line]:
    """The lines of the table for `count` articles."""
    real = corpus.real_articles(ROOT)
    articles = real if count == len(real) else list(corpus.synthetic_articles(real, count))
    articles = [
        Document(kind=a.kind, path=f"articles/a{n}.html", zh=a.zh, en=a.en, rows=a.rows, headings=a.headings)
        for n, a in enumerate(articles)
    ]
    texts = gzip.compress("\n".join(map(corpus.page, articles)).encode(), 6)
    corpus.store(articles, folder / "articles")
    own, took, peak = engines.build_own(folder / "own", folder / "articles")
    pages = {article.path: corpus.page(article) for article in articles}
    engines.write_pages(folder / "pagefind", pages)
    begun = time.monotonic()
    made: list[tuple[engines.Engine, float, int | None]] = [(own, took, peak)]
    pagefind = engines.write_pagefind(folder / "pagefind")
    made.append((pagefind, time.monotonic() - begun, None))
    if articles[0].path and count == len(real):
        begun = time.monotonic()
        made.append((engines.write_material(folder / "material", pages), time.monotonic() - begun, None))
    # Of the real articles any substring, however short; of synthetic ones what is not in most of them.
    asked = corpus.questions(articles, RECALL.get(count, RECALL[0]), (1, 8) if count == len(real) else (2, 8), "recall")
    timed = corpus.questions(articles, WARM // 2, (2, 6), "speed")
    lines = []
    with Chromium() as chromium:
        for engine, seconds, memory in made:
            # Pagefind tells a page's name only when the page is loaded: of very many, some must do.
            quality = chromium.quality(engine, asked if engine is own or count < 10_000 else asked[:24])
            local = chromium.quality(engine, asked, local=True) if engine is own else None
            assert local is None or local == quality, f"from a folder the answers differ: {local} and {quality}"
            speed = chromium.speed(engine, timed[:COLD], timed)
            size = index_size(engine)
            lines.append(Line(count, engine.name, quality, speed, size, len(texts), seconds, memory))
            print(lines[-1], flush=True)
    return lines


def index_size(engine: engines.Engine) -> int:
    """Bytes that the index takes on its way, all of it: this site's texts and Pagefind's fragments are part of it."""
    if engine.name == "Jianzhu":
        return travelling_size(engine.folder / FOLDER)
    if engine.name == "Material + jieba":
        return travelling_size(engine.folder, ".json")
    return sum(file.stat().st_size for file in (engine.folder / "pagefind").rglob("*.pf_*"))


if __name__ == "__main__":
    main()
