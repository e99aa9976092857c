"""Release: its name and date, files that are whole or not there, sums that check."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from jianzhu.release.dist import NO_DATE, ReleaseError, release_of, write_release
from jianzhu.source.names import name_fault

from tests.folders import SUMS, check_sums


@pytest.mark.parametrize(
    ("epoch", "time"),
    [
        (None, datetime(2023, 12, 31, tzinfo=UTC)),
        (str(NO_DATE), datetime(1980, 1, 1, tzinfo=UTC)),
        ("1700000000", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ("4354819199", datetime(2107, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_date_is_the_one_that_is_told_or_the_editors(small, epoch, time):
    assert release_of(small, {"SOURCE_DATE_EPOCH": epoch} if epoch else {}).time == time


@pytest.mark.parametrize("epoch", ["", "0", "315532799", "4354819200", "-1", "1.5", "today", "１７００００００００"])
def test_a_date_that_no_zip_can_tell_is_refused(root, epoch):
    with pytest.raises(ReleaseError, match=r"SOURCE_DATE_EPOCH is .*\n +expected: .*\n +to do: "):
        release_of(root, {"SOURCE_DATE_EPOCH": epoch})


def test_the_sums_are_of_all_that_a_release_has(tmp_path):
    (tmp_path / "dist").mkdir()
    for name in ("b.epub", "a.zip", ".c.zip.partial", SUMS):
        (tmp_path / "dist" / name).write_text(name)
    (tmp_path / "dist/folder").mkdir()
    write_release(tmp_path, {"d.zip": b"d", "a.zip": b"new"})
    assert [line.split("  ")[1] for line in (tmp_path / "dist" / SUMS).read_text().splitlines()] == [
        "a.zip", "b.epub", "d.zip",
    ]  # fmt: skip
    check_sums(tmp_path / "dist")


@pytest.mark.parametrize(
    ("title", "stem"), [("x" * 300, "x" * 80), ("大", "edition"), ("A. B!", "a-b"), ("AUX", "aux")]
)
def test_the_name_of_a_release_fits_every_system(small, title, stem):
    record = small / "seeds/edition.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("A Specimen", title), encoding="utf-8")
    assert release_of(small, {}).stem == f"{stem}-0.1.0"
    assert name_fault(f"{stem}-0.1.0.zip") is None


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "[project", "[project]\nversion = '../1'"])
def test_a_release_without_a_version_is_refused(small, text):
    (small / "pyproject.toml").write_text(text)
    with pytest.raises(ReleaseError, match=r"pyproject.toml does not give the version"):
        release_of(small)


def test_a_release_is_named_after_its_english_title_and_its_version(root):
    release = release_of(root, {})
    assert release.stem == f"the-war-of-a-hundred-models-{release.version}"
