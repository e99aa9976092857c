"""Names: what is renamed keeps everything that refers to it, and its old address."""

from __future__ import annotations

import pytest
from jianzhu.storage.transaction import Output

from tests.commands.changes.addresses import addresses_of, lost, pages_of
from tests.failing import Crash
from tests.folders import seeds_of

DAY = ("--date", "2024-01-01")
RENAMED = [
    ("article", "craze", "rush"),
    ("concept", "xiaomi", "a-mi"),
    ("concept", "large-model", "llm"),
    ("event", "many-models", "a-wave"),
    ("claim", "models-238", "a-count"),
    ("relation", "answer", "a-reply"),
    ("question", "how-many", "a-number"),
    ("note", "craze:hub", "craze:compute"),
]


@pytest.mark.parametrize(("what", "old", "new"), RENAMED)
def test_what_is_renamed_is_found_by_both_ids(what, old, new, small, jianzhu):
    before = addresses_of(small)
    assert len(before) >= 18
    status, said = jianzhu("rename", what, old, new, *DAY)
    assert status == 0, said
    assert jianzhu("check")[0] == 0
    assert lost(small, before) == []
    assert f"`{old}`" in pages_of(small)["en/changes.md"]


@pytest.mark.parametrize(("what", "old", "new"), RENAMED)
def test_what_is_renamed_back_is_what_it_was_byte_for_byte(what, old, new, small, jianzhu):
    before = seeds_of(small)
    jianzhu("rename", what, old, new, *DAY)
    status, said = jianzhu("rename", what, new, old, *DAY)
    assert status == 0, said
    after = seeds_of(small)
    assert after.pop("seeds/changes.yml")
    assert after == before
    assert jianzhu("check")[0] == 0


def test_an_old_id_leads_on_over_several_changes(small, jianzhu):
    before = addresses_of(small)
    for old, new in (("craze", "a"), ("a", "b"), ("b", "c")):
        assert jianzhu("rename", "article", old, new, *DAY)[0] == 0
    assert lost(small, before) == []


def test_a_dry_run_shows_every_line_and_writes_nothing(small, jianzhu):
    before = seeds_of(small)
    status, said = jianzhu("rename", "concept", "xiaomi", "mi", "--dry-run", *DAY)
    assert status == 0
    assert seeds_of(small) == before
    for line in (
        "seeds/articles/craze/marks.yml:8",
        "  -   concept: xiaomi",
        "  +   concept: mi",
        "  +   related: [mi]",
    ):
        assert f"{line}\n" in said
    assert "Nothing is written" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("rename", "concept", "xiaom", "mi"), "there is no concept 'xiaom'"),
        (("rename", "concept", "xiaomi", "baidu"), "the concept 'baidu' is already there"),
        (("rename", "concept", "xiaomi", "Mi"), "'Mi' is not a valid id"),
        (("rename", "article", "craze", "index"), "'index' is not a valid id"),
        (("rename", "note", "craze:hub", "rush:hub"), "is in another article"),
        (("delete", "concept", "xiaomi"), "seeds/articles/craze/marks.yml:8: [record-invalid] xiaomi is named here"),
        (("delete", "concept", "xiaomi"), "seeds/glossary/companies.yml:5: [record-invalid]"),
        (
            ("delete", "article", "craze"),
            "seeds/claims.yml:9: [record-invalid] craze:s2, which is in it, is named here",
        ),
        (("delete", "question", "how-many"), "seeds/edition.yml:5: [record-invalid]"),
        (("delete", "concept", "baidu", "--to", "baid"), "there is no concept 'baid'"),
        (("delete", "claim", "models-239"), "the nearest: models-238"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(arguments, told, small, jianzhu):
    before = seeds_of(small)
    status, said = jianzhu(*arguments)
    assert status == 1
    assert told in said
    assert seeds_of(small) == before


@pytest.mark.parametrize(
    ("what", "name", "to"),
    [
        ("concept", "baidu", None),
        ("concept", "xiaomi", "baidu"),
        ("event", "many-models", None),
        ("claim", "models-238", None),
        ("relation", "answer", None),
        ("note", "craze:hub", None),
    ],
)
def test_what_is_deleted_leads_to_its_successor_or_says_that_it_is_gone(what, name, to, small, jianzhu):
    before = addresses_of(small)
    status, said = jianzhu("delete", what, name, *(("--to", to) if to else ()), *DAY)
    assert status == 0, said
    left = [address for address in lost(small, before) if name.rpartition(":")[2] not in address]
    assert left == []
    assert not any("glossary/" in address for address in lost(small, before))
    assert jianzhu("pages")[0] == 0


def test_comments_and_order_stay(small, jianzhu):
    path = small / "seeds/claims.yml"
    path.write_bytes(
        b"# The claims.\r\n"
        + path.read_bytes()
        .replace(b"\n", b"\r\n")
        .replace(b"subject: large-model", b"subject:   'large-model'  # which")
    )
    before = path.read_bytes()
    assert jianzhu("rename", "concept", "large-model", "llm", *DAY)[0] == 0
    assert path.read_bytes() == before.replace(b"'large-model'", b"'llm'")


def test_a_sorted_register_stays_sorted(small, jianzhu):
    path = small / "seeds/glossary/companies.yml"
    path.write_text(path.read_text("utf-8").replace("xiaomi:", "# 小米\nxiaomi:", 1), "utf-8")
    assert jianzhu("rename", "concept", "xiaomi", "apple", *DAY)[0] == 0
    text = path.read_text("utf-8")
    assert text.startswith("# 小米\napple:\n")
    assert "  status: reviewed\nbaidu:\n" in text
    assert text.endswith("  related: [apple]\n")


def test_a_broken_edition_is_not_changed(small, jianzhu):
    (small / "seeds/claims.yml").write_text("a: [", "utf-8")
    before = seeds_of(small)
    status, said = jianzhu("rename", "concept", "xiaomi", "mi")
    assert status == 1
    assert "[yaml-syntax]" in said
    assert seeds_of(small) == before


def test_what_was_cut_short_is_ended_by_the_next_command(small, jianzhu, monkeypatch):
    """A power cut between two files: the plan is on the disk, and any command carries it out."""
    place = Output._place

    def cut(output, name, digest):
        if name == "edition.yml":
            raise Crash
        return place(output, name, digest)

    with monkeypatch.context() as patch, pytest.raises(Crash):
        patch.setattr(Output, "_place", cut)
        jianzhu("rename", "article", "craze", "rush", *DAY)
    assert (small / "seeds/articles/craze").exists()
    assert jianzhu("check")[0] == 0
    assert not (small / "seeds/articles/craze").exists()
    assert [path for path in (small / "seeds").iterdir() if path.name.startswith(".")] == []


def test_every_id_that_old_links_use_stays_unused(small, jianzhu):
    jianzhu("rename", "concept", "xiaomi", "mi", *DAY)
    status, said = jianzhu("rename", "concept", "baidu", "xiaomi", *DAY)
    assert (status, "is still the address of" in said) == (1, True)
