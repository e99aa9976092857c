"""Dismissals: a quote that is not in the source is reported with the address of its sentence."""

from __future__ import annotations

from jianzhu.compile import compile_edition

DISMISSED = """
- segment: s3
  zh:
    exact: 算法
  dismissed: name
"""


def test_a_dismissal_of_words_that_are_not_there_names_the_sentence(small):
    path = small / "seeds/articles/craze/marks.yml"
    path.write_text(path.read_text(encoding="utf-8") + DISMISSED, encoding="utf-8")
    _, problems = compile_edition(small)
    assert [(problem.code, problem.wrong) for problem in problems] == [
        ("quote-missing", "'算法' is not in craze:s3 (zh)")
    ]
