"""Every problem has a directory: what is broken in the small edition, and the report an editor gets.

tests/problems/<code>/seeds/ lies over tests/edition/seeds/; removed.txt names files that are taken away, added.txt empty files
with names that this repository should not hold, in the escapes of Python. expected.txt is all that `jianzhu check` says.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.site.publish import generated_folder
from jianzhu.source.problems import CODES, EDITORIAL

CASES = Path(__file__).parents[1] / "problems"


def break_edition(small: Path, case: Path) -> None:
    if (case / "seeds").exists():
        shutil.copytree(case / "seeds", small / "seeds", dirs_exist_ok=True)
    if (case / "removed.txt").exists():
        for name in (case / "removed.txt").read_text().split():
            (small / name).unlink()
    if (case / "added.txt").exists():
        for name in (case / "added.txt").read_text().split():
            (small / name.encode().decode("unicode_escape")).touch()


def test_every_code_has_a_case_and_every_case_a_code():
    assert {case.name for case in CASES.iterdir()} == set(CODES)


def test_the_small_edition_is_without_problems(small, capsys):
    assert cli.main(["--root", str(small), "check"]) == 0
    assert "no problems" in capsys.readouterr().out


@pytest.mark.parametrize("code", sorted(CODES))
def test_check_reports(code, small, capsys, golden):
    break_edition(small, CASES / code)
    assert cli.main(["--root", str(small), "check"]) == 1
    # The versions of the tools that are installed change, and the reports with them.
    report = re.sub(r"(?<=[a-z] )\d+(?:\.\d+){2}", "N", capsys.readouterr().out)
    golden(CASES / code / "expected.txt", report)
    assert f"[{code}]" in report


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_fatal_problem_stops_the_build_and_an_editorial_one_does_not(code, small):
    break_edition(small, CASES / code)
    status = cli.main(["--root", str(small), "pages"])
    assert status == (0 if code in EDITORIAL else 1)
    assert generated_folder(small).exists() == (code in EDITORIAL)


def test_all_problems_are_told_at_once(small, capsys):
    for code in ("edtf-invalid", "record-invalid", "quote-missing", "translation-stale"):
        break_edition(small, CASES / code)
    assert cli.main(["--root", str(small), "check"]) == 1
    report = capsys.readouterr().out
    for code in ("edtf-invalid", "record-invalid", "quote-missing", "translation-stale"):
        assert f"[{code}]" in report
