"""Growth: no text takes more than its share of time. `make bench-growth` measures; here is what would take minutes.

The limit is one of processor time, and some twenty times what the work takes: a busy machine does not reach it, and work
that grows with the square of the text does.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.growth import steps_of_a_text
from bench.shapes import SHAPES
from jianzhu.annotate.alignment import manifest_problems
from jianzhu.annotate.marks import Mark, mark_tree
from jianzhu.annotate.segment import Alignment
from jianzhu.annotate.spans import Covered
from jianzhu.compile import align_article
from jianzhu.site.markup.markdown import annotated
from jianzhu.source.quote import find_words
from jianzhu.text.kinds import default_kinds

from tests.articles import FOLDERS
from tests.fuzz.runs import limited

LENGTH, SECONDS = 50_000, 5.0


UNITS = default_kinds().units


@pytest.mark.parametrize("shape", SHAPES)
def test_no_step_takes_more_than_its_share(shape):
    with limited(SECONDS):
        steps = list(steps_of_a_text(SHAPES[shape](LENGTH)))
    for name, step in steps:
        with limited(SECONDS):
            step()
        assert name


def test_very_many_marks_on_one_sentence():
    count = 10_000
    marks = [Mark(at, at + 3, kind, f"m{at}") for at in range(0, 2 * count, 2) for kind in ("concept", "note")]
    with limited(SECONDS):
        assert len(mark_tree(2 * count + 3, marks)) == 1 + count
        assert annotated("模" * (2 * count + 3), marks, "zh", UNITS).count("模") == 2 * count + 3


def test_marks_nested_as_deep_as_no_call_can_be():
    marks = [Mark(0, length, "note", f"n{length}") for length in range(1, 3000)]
    assert annotated("模" * 3000, marks, "zh", UNITS).count("]{ .note") == 2999


def test_very_many_quotes_in_one_text():
    text = "".join(f"第{number}句。" for number in range(60_000))
    with limited(SECONDS):
        found = find_words(text, (f"第{number}句" for number in range(60_000)))
    assert all(len(offsets) == 1 for offsets in found.values())


def test_very_many_spans_in_one_text():
    spans = [Mark(at, at + 2, "note", "") for at in range(0, 100_000, 2)]
    with limited(SECONDS):
        covered = Covered(spans)
        assert all(covered.first(span) is span for span in spans)


def test_ids_that_were_skipped_are_told_in_one_line():
    folder = FOLDERS["tortoise"]
    aligned, problems = align_article(folder)
    assert not problems
    far = folder.manifest.model_copy(update={"next": 9_999_999})
    told = manifest_problems(replace(folder, manifest=far), Alignment(aligned[1].blocks, (), ()))
    assert [problem.code for problem in told] == ["segment-vanished"]
    assert "to s9999998 (" in told[0].wrong
