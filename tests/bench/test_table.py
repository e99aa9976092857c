"""The tables of the page on how the search works."""

from __future__ import annotations

import pytest
from bench.judged import ANSWER, JudgedQuery
from bench.measure import Judgment
from bench.table import write_judged, written_judged
from jianzhu.language import Language


def judged(*cases: tuple[str, Language, int]) -> list[Judgment]:
    return [
        Judgment(JudgedQuery(kind=kind, lang=lang, text="x", grades={"a.html": ANSWER}), rank, rank, ())
        for kind, lang, rank in cases
    ]


ZH, EN = Language.ZH, Language.EN
JUDGED = {
    "One": judged(("name", ZH, 1), ("name", ZH, 4), ("name", EN, 0), ("date", EN, 2)),
    "Two": judged(("name", ZH, 0), ("name", ZH, 0), ("name", EN, 1), ("date", EN, 6)),
}


def test_engines_stand_side_by_side_by_kind_and_language():
    assert written_judged(JUDGED, "en").splitlines() == [
        "| kind | language | queries | One | Two |",
        "| --- | --- | ---: | ---: | ---: |",
        "| name | Chinese | 2 | 50% · 100% · 0.62 | 0% · 0% · 0.00 |",
        "| name | English | 1 | 0% · 0% · 0.00 | 100% · 100% · 1.00 |",
        "| date | English | 1 | 0% · 100% · 0.50 | 0% · 0% · 0.17 |",
        "| all | Chinese | 2 | 50% · 100% · 0.62 | 0% · 0% · 0.00 |",
        "| all | English | 2 | 0% · 50% · 0.25 | 50% · 50% · 0.58 |",
        "| all | all | 4 | 25% · 75% · 0.44 | 25% · 25% · 0.29 |",
    ]


def test_the_table_is_put_between_its_marks_in_both_languages(tmp_path):
    for lang in ("zh", "en"):
        (tmp_path / f"search.{lang}.md.j2").write_text(
            "a\n<!-- judged -->\nold\n<!-- /judged -->\nz\n", encoding="utf-8"
        )
    for _ in range(2):
        write_judged(tmp_path, JUDGED)
    for lang in ("zh", "en"):
        text = (tmp_path / f"search.{lang}.md.j2").read_text(encoding="utf-8")
        table = written_judged(JUDGED, lang)
        assert text == f"a\n<!-- judged -->\n\n{table}\n<!-- /judged -->\nz\n"
    assert "| 名称 | 中文 | 2 |" in written_judged(JUDGED, "zh")


def test_a_page_without_marks_is_named(tmp_path):
    for lang in ("zh", "en"):
        (tmp_path / f"search.{lang}.md.j2").write_text("nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no <!-- judged --> and <!-- /judged -->"):
        write_judged(tmp_path, JUDGED)
