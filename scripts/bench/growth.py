"""`make bench-growth`: how the time of every step grows with the length of an article, for articles of odd shapes.

Each step is timed at n, 2n and 4n characters, in processor time, so that other work on the machine counts little. The
exponent is the slope from n to 4n, or from 2n to 4n where that is less: 1 for work that grows with the text, 2 where it
grows with its square. More than LIMIT is a fault, and the command fails.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jianzhu.annotate.alignment import manifest_problems
from jianzhu.annotate.anchor import annotate
from jianzhu.annotate.coverage import open_problems
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.relate import relate
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.commands import scaffold
from jianzhu.commands.add import add_article
from jianzhu.extract.encoding import UndecodableSeed, detect_encoding
from jianzhu.language import LANGUAGES, Language
from jianzhu.repair.damage import damage_problems
from jianzhu.repair.decode import read_witness
from jianzhu.repair.detect import detect
from jianzhu.repair.edits import changes, replay, undo
from jianzhu.repair.repair import apply_rules, repair
from jianzhu.repair.seed import read_seed
from jianzhu.show.format import MARKDOWN
from jianzhu.site.markup.markdown import annotated
from jianzhu.site.pages.apparatus import apparatus_pages
from jianzhu.site.pages.articles import article_pages
from jianzhu.source.load import load_seeds
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.records import ManifestRecord
from jianzhu.source.records.registers import Complete
from jianzhu.suggest.suggest import proposals
from jianzhu.text.dates import find_dates
from jianzhu.text.folding import compact, grams, spaced, words
from jianzhu.text.kinds import default_kinds
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.quantities import find_quantities

from bench.shapes import ROOT, SHAPES, Shape, write_notes, write_project

LIMIT = 1.2
#: The shortest article, the longest, and the time that one must take before growth is looked at.
SHORTEST, LONGEST, ENOUGH = 2_000, 32_000, 0.01
#: A step on one article, prepared: what is timed.
Step = Callable[[], object]


def steps(shape: Shape) -> Iterator[tuple[str, Step]]:
    """Every step on an article of `shape`, by name, in the order of the pipeline."""
    yield from steps_of_a_text(shape)
    with tempfile.TemporaryDirectory() as folder:
        yield from _steps_of_an_edition(Path(folder), shape)


def steps_of_a_text(shape: Shape) -> Iterator[tuple[str, Step]]:
    """The steps that need nothing but the text of the article."""
    data = shape.seed.encode()
    yield "read", lambda: read_witness(data, detect_encoding(data))
    legacy = shape.seed.encode("gb18030", "ignore")
    yield "read GB18030", lambda: _detected(legacy)
    printed, layers = apply_rules(shape.seed)
    yield "rules", lambda: apply_rules(shape.seed)
    yield "changes", lambda: changes(shape.seed, layers)
    yield "replay and undo", lambda: undo(replay(shape.seed, layers), layers)
    yield "detect", lambda: detect(printed)
    yield "segment", lambda: propose_blocks(printed)
    blocks = propose_blocks(printed)
    manifest = to_manifest(align(blocks, ManifestRecord()).blocks, ManifestRecord())
    yield "align", lambda: align(blocks, manifest)
    # Every other line edited, and the first moved to the end.
    lines = printed.split("\n")
    edited = propose_blocks("\n".join([*(line + "。新句。" * (at % 2) for at, line in enumerate(lines[1:])), lines[0]]))
    yield "align edited", lambda: align(edited, manifest)
    yield "write segments", lambda: dump_manifest(manifest)
    finder = _vocabulary()
    yield "labels", lambda: finder.find(printed)
    yield (
        "dates",
        lambda: (find_dates(printed, Language.ZH, "2023-07-31"), find_dates(printed, Language.EN, "2023-07-31")),
    )
    yield "quantities", lambda: find_quantities(printed)
    yield "numbers", lambda: numbers_apart(printed, printed)
    yield (
        "escape",
        lambda: (
            annotated(shape.seed, (), Language.ZH, default_kinds().units),
            MARKDOWN.prose(shape.seed, Language.EN),
        ),
    )
    yield "search terms", lambda: (compact(printed), spaced(printed), grams(printed), words(printed))


def _steps_of_an_edition(root: Path, shape: Shape) -> Iterator[tuple[str, Step]]:
    write_project(root, shape)
    received = root / "received.txt"
    received.write_bytes(shape.seed.encode())
    slugs = (f"a{number}" for number in range(1_000_000))
    yield "add", lambda: add_article(root, next(slugs), received)
    for path in root.glob("seeds/articles/a*"):
        for file in path.iterdir():
            file.unlink()
        path.rmdir()
    scaffold.record_segments(root, "shape")
    (folder,) = load_seeds(root)[0].folders
    segments = {name: text for block in folder.manifest.blocks for name, text in block.segments.items()}
    write_notes(root, shape, segments)
    yield "load", lambda: load_seeds(root)
    seeds, problems = load_seeds(root)
    assert not problems, problems[:3]
    (folder,) = seeds.folders
    witness, problems = read_seed(folder)
    assert witness is not None, problems[:3]
    repaired, problems = repair(witness, folder)
    assert not problems, problems[:3]
    yield "repair", lambda: repair(witness, folder)
    yield "damage", lambda: damage_problems(folder, repaired)
    alignment = align(propose_blocks(repaired.text, folder.title), folder.manifest)
    yield "manifest", lambda: manifest_problems(folder, alignment)
    finder = LabelFinder(seeds.vocabulary.concepts)
    yield "annotate", lambda: annotate(folder, repaired, alignment, finder, ())
    article, problems = annotate(folder, repaired, alignment, finder, ())
    assert not [problem for problem in problems if problem.fatal], problems[:3]
    edition, problems = relate(seeds, [article])
    assert edition is not None, problems[:3]
    raw = replace(article, slug="raw")
    yield "suggest", lambda: proposals(edition, raw)
    yield "coverage", lambda: list(open_problems(folder, article, Complete(dates="all", quantities="all")))
    yield "render", lambda: [article_pages(edition, lang) for lang in LANGUAGES]
    yield "apparatus", lambda: apparatus_pages(edition, Language.ZH)


def _detected(data: bytes) -> str | None:
    try:
        return detect_encoding(data)
    except UndecodableSeed:  # an answer too, where no encoding is likely
        return None


@lru_cache(maxsize=1)
def _vocabulary() -> LabelFinder:
    return LabelFinder(load_seeds(ROOT)[0].vocabulary.concepts)


def seconds(step: Step, runs: int = 3) -> float:
    """The least processor time of some runs."""
    took = []
    gc.collect()
    gc.disable()
    for _ in range(runs):
        begun = time.process_time()
        step()
        took.append(time.process_time() - begun)
        if sum(took) > 2:
            break
    gc.enable()
    return min(took)


def growth(name: str) -> Iterator[tuple[str, int, list[float]]]:
    """Every step on articles of the shape `name`: at which length, and the seconds at one, two and four times it."""
    measured: dict[str, dict[int, float]] = {}
    settled: set[str] = set()
    length = SHORTEST
    while length <= 4 * LONGEST:
        for step, run in steps(SHAPES[name](length)):
            if step in settled:
                continue
            took = measured.setdefault(step, {})
            took[length] = seconds(run)
            first = length // 4
            if first in took and (took[first] >= ENOUGH or length == 4 * LONGEST):
                settled.add(step)
                yield step, first, [took[first], took[first * 2], took[length]]
        if settled == measured.keys():
            return
        length *= 2


def again(name: str, step: str, length: int) -> list[float]:
    """The seconds of a step on articles of the shape `name`, at one, two and four times `length`, the least of more runs."""
    return [
        next(seconds(run, 9) for own, run in steps(SHAPES[name](size)) if own == step)
        for size in (length, length * 2, length * 4)
    ]


def slope(took: list[float]) -> float:
    """The exponent of growth, from n to 4n or from 2n to 4n, whichever is less."""
    first, second, last = (max(one, 1e-6) for one in took)
    return min(math.log(last / first, 4), math.log2(last / second))


def main() -> None:
    """Print a line for every shape and step; fail where one grows faster than LIMIT."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", default=list(SHAPES), help="names of shapes (default: all)")
    options = parser.parse_args()
    too_fast: list[tuple[str, str]] = []
    print(f"{'shape':<20} {'step':<16} {'n':>8} {'n, s':>8} {'2n, s':>8} {'4n, s':>8}  exponent")
    for name in options.shapes:
        for step, length, first in growth(name):
            took = first
            # What takes no time at 4n has no growth to speak of; what a busy machine disturbed is measured again.
            for _ in range(2):
                if slope(took) > LIMIT and took[2] >= 2 * ENOUGH:
                    took = [min(pair) for pair in zip(took, again(name, step, length), strict=True)]
            fault = slope(took) > LIMIT and took[2] >= 2 * ENOUGH
            times = " ".join(f"{one:8.3f}" for one in took)
            print(f"{name:<20} {step:<16} {length:>8} {times}  {slope(took):5.2f}{' <' if fault else ''}", flush=True)
            if fault:
                too_fast.append((name, step))
    print(f"{len(too_fast)} grow faster than with the exponent {LIMIT}")
    sys.exit(bool(too_fast))


if __name__ == "__main__":
    main()
