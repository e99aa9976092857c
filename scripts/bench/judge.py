"""`make judge`: the judged queries, asked of this site's search as it stands in the working tree; what is missed, and the scores.

Everything is built anew from seeds/ and docs/, without the site. `--queries` names another folder of tables, `--engine` another
engine, `--kind` and `--lang` ask fewer.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.compile import compile_publishable
from jianzhu.language import LANGUAGES, Language

from bench import edition as whole
from bench.browser import Chromium
from bench.engines import Engine
from bench.judged import KINDS, TABLES, JudgedQuery, read_queries
from bench.measure import BEST, FIRST, Judgment, judge, score

ROOT = Path(__file__).parents[2]
ENGINES = ("Jianzhu", "Pagefind extended", "Material + jieba")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=Path, default=TABLES, help="folder of the tables; tests/tables/queries")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind; may be given again")
    parser.add_argument("--lang", choices=[str(lang) for lang in LANGUAGES], help="only this language")
    parser.add_argument("--quiet", action="store_true", help="only the scores")
    options = parser.parse_args()
    queries = [
        query
        for query in read_queries(options.queries)
        if (not options.kind or query.kind in options.kind) and options.lang in (None, query.lang)
    ]
    edition, _ = compile_publishable(ROOT)
    judgments = judged(edition, queries, options.engine)
    if not options.quiet:
        print("\n".join(missed(judgments)), end="\n\n")
    print("\n".join(scores(judgments)))


def judged(edition: Edition, queries: Sequence[JudgedQuery], engine: str) -> list[Judgment]:
    """What `engine` is worth for each of `queries`, in their order."""
    found: dict[int, Judgment] = {}
    with Chromium() as chromium, tempfile.TemporaryDirectory() as folder:
        for lang in LANGUAGES:
            own = [query for query in queries if query.lang == lang]
            built = build(engine, Path(folder) / lang, edition, lang)
            lists = chromium.listed(built, [query.text for query in own], lang)
            found |= {id(query): judge(query, groups) for query, groups in zip(own, lists, strict=True)}
    return [found[id(query)] for query in queries]


def build(engine: str, folder: Path, edition: Edition, lang: Language) -> Engine:
    """The index that `engine` makes of `edition` for readers of `lang`."""
    match engine:
        case "Pagefind extended":
            return whole.write_pagefind(folder, edition, lang)
        case "Material + jieba":
            return whole.write_material(folder, edition, lang)
        case _:
            return whole.write_own(folder, edition)


def missed(judgments: Sequence[Judgment]) -> list[str]:
    """A few lines for every query that has no right address first: its rank, what is right, and what came first."""
    lines = []
    for judgment in judgments:
        if judgment.rank == FIRST:
            continue
        query = judgment.query
        sign = "lower " if 0 < judgment.rank <= BEST else "MISSED"
        lines.append(f"{sign} {query.kind} {query.lang}: {query.text}   (rank {judgment.rank or 'none'})")
        right = sorted(query.grades, key=lambda address: -query.grades[address])
        lines += [f"         right {address}" for address in right[:3]]
        lines += [f"         found {address}" for address in judgment.best[:BEST]] or ["         found nothing"]
    return lines


def scores(judgments: Sequence[Judgment]) -> list[str]:
    """A line for every kind and language, and for all."""
    head = f"{'kind':12}{'lang':6}{'count':>6}{'at 1':>8}{'at 5':>8}{'MRR':>8}{'answered at 5':>15}"
    lines = [head]
    for kind in (*KINDS, "all"):
        for lang in (*LANGUAGES, "both"):
            own = [one for one in judgments if kind in (one.query.kind, "all") and lang in (one.query.lang, "both")]
            if own:
                s = score(own)
                lines.append(f"{kind:12}{lang:6}{s.count:6}{s.first:8.1%}{s.five:8.1%}{s.mrr:8.3f}{s.answered:15.1%}")
    return lines


if __name__ == "__main__":
    main()
