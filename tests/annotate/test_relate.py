"""Relate: what a record says in one direction holds in the other, too."""

from __future__ import annotations

import pytest
from jianzhu.compile import compile_edition

from tests.suggest.made import BOTH, NEW, Seeds, Text, compiled

#: A line added to xiaomi, and the neighbors of each concept then; baidu names xiaomi as related.
NEIGHBORS = [
    ("", {"baidu": ("xiaomi",), "xiaomi": ("baidu",), "large-model": ()}),
    ("related: [baidu]", {"baidu": ("xiaomi",), "xiaomi": ("baidu",), "large-model": ()}),
    ("related: [large-model]", {"baidu": ("xiaomi",), "xiaomi": ("baidu", "large-model"), "large-model": ("xiaomi",)}),
    ("broader: [large-model]", {"baidu": ("xiaomi",), "xiaomi": ("baidu",), "large-model": ("xiaomi",)}),
    ("broader: [baidu]", {"baidu": ("xiaomi",), "xiaomi": ("baidu",), "large-model": ()}),
]


def with_line(small, line: str) -> None:
    path = small / "seeds/glossary/companies.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("xiaomi:\n", f"xiaomi:\n  {line}\n", 1), encoding="utf-8")


@pytest.mark.parametrize(("line", "expected"), NEIGHBORS)
def test_neighbors_hold_in_both_directions(small, line, expected):
    with_line(small, line)
    edition, problems = compile_edition(small)
    assert not problems
    assert edition.neighbors == expected


def test_a_question_stays_where_an_article_that_is_not_shown_answers_first(tmp_path):
    answers = [("new", ["s1"]), ("old", ["s1", "s2"]), ("old", ["s3"])]
    positions = [
        {"article": slug, "stance": BOTH, "passages": [{"segment": f"{slug}:{name}"} for name in names]}
        for slug, names in answers
    ]
    question = {"label": BOTH, "about": "thesis", "verdict": "differ", "finding": BOTH, "positions": positions}
    seeds = Seeds(Text(["一。"]), Text(["甲。", "乙。", "丙。"]), questions={"which": question})
    edition, _ = compiled(tmp_path, seeds, status="raw")
    assert [position.article for position in edition.questions["which"].positions] == ["old", "old"]
    assert NEW not in edition.by_slug
