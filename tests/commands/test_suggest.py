"""Suggest: what is proposed is printed, or written as it was printed; all files or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.compile import compile_seeds
from jianzhu.source.ref import Ref
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register

SLUG = "craze"


def place(article, words: str) -> Place:
    sentence = next(one for one in article.sentences if words in one.text)
    start = sentence.text.index(words)
    return Place(segment=sentence.ref, start=start, end=start + len(words), words=words)


def made(edition, article) -> tuple[Proposal, ...]:
    """Proposals of three kinds, and one of what is recorded already."""
    first, second = place(article, "238个"), place(article, "国内")
    whole = Place(segment=Ref(article.slug, first.segment.segment), start=0, end=0, words="")
    return (
        Proposal(kind=ProposalKind.RELATION, register=Register.RELATIONS, id="alike", places=(whole,), others=(second,),
                 fields={"type": "elaborates", "source": str(whole.segment), "target": "craze:s5"}, because="alike"),
        Proposal(kind=ProposalKind.DATE, register=Register.EVENTS, id="many-models", places=(second,), because="the\nwords",
                 fields={"edtf": "2023", "evidence": [{"segment": str(second.segment), "zh": {"exact": "国内"}}]}),
        Proposal(kind=ProposalKind.QUANTITY, register=Register.MARKS, id="", places=(first,), because="counted",
                 fields={"segment": first.segment.segment, "zh": {"exact": "238个"}, "dismissed": "name"}),
        Proposal(kind=ProposalKind.QUANTITY, register=Register.CLAIMS, id="known", places=(first,), because="known",
                 fields={"target": {"segment": "craze:s2", "zh": {"exact": "238个大模型"}}}),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _finders(monkeypatch):
    monkeypatch.setattr("jianzhu.commands.suggest.proposals", made)


def run(small: Path, *arguments: str) -> int:
    return cli.main(["--root", str(small), "suggest", *arguments])


def seeds(small: Path) -> dict[str, bytes]:
    return {
        path.relative_to(small).as_posix(): path.read_bytes() for path in (small / "seeds").rglob("*") if path.is_file()
    }


PRINTED = """\
craze: 3 suggestions; 1 more are recorded or suggested already.

date (1)
  craze:s2 国内
    events many-models-2: edtf 2023
    because: the words

quantity (1)
  craze:s2 238个
    marks: dismissed name
    because: counted

relation (1)
  craze:s2
    beside craze:s2 国内
    relations alike: type elaborates, source craze:s2, target craze:s5
    because: alike

`jianzhu suggest craze --write` writes them into the files, for you to accept, edit or delete.
"""


@pytest.mark.parametrize("status", ["raw", "draft", "published"])
def test_what_could_be_recorded_is_printed_whatever_the_status_is(small, capsys, status):
    record = small / "seeds/articles/craze/article.yml"
    record.write_text(f"status: {status}\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    before = seeds(small)
    assert run(small, SLUG) == 0
    assert capsys.readouterr().out == PRINTED
    assert seeds(small) == before


@pytest.mark.parametrize(("kinds", "count"), [(["date"], 1), (["date", "relation"], 2), (["idiom"], 0), ([], 3)])
def test_only_the_kinds_that_are_named(small, capsys, kinds, count):
    options = [option for kind in kinds for option in ("--kind", kind)]
    assert run(small, SLUG, *options, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == count
    assert not kinds or {one["kind"] for one in found} <= {*kinds}
    assert run(small, SLUG, *options, "--write") == 0
    assert len(compile_seeds(small).suggested) == count


def test_json_has_the_whole_proposal(small, capsys):
    assert run(small, SLUG, "--kind", "date", "--json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "kind": "date",
            "register": "events",
            "id": "many-models-2",
            "places": [{"segment": "craze:s2", "start": 6, "end": 8, "words": "国内"}],
            "others": [],
            "fields": {"edtf": "2023", "evidence": [{"segment": "craze:s2", "zh": {"exact": "国内"}}]},
            "because": "the\nwords",
        }
    ]


@pytest.mark.parametrize("options", [["--dry-run"], ["--write", "--dry-run"], ["--write"]])
def test_each_line_that_is_written_is_printed_with_its_place(small, capsys, options):
    before = seeds(small)
    assert run(small, SLUG, *options) == 0
    told = capsys.readouterr().out
    assert "seeds/events.yml:11\n  + many-models-2:\n  +   edtf: 2023\n" in told
    assert "seeds/articles/craze/marks.yml:9\n  + - segment: s2\n" in told
    assert "3 suggestions; 1 more are recorded or suggested already." in told
    dry = "--dry-run" in options
    assert ("Nothing is written: this was a dry run." in told) is dry
    assert (seeds(small) == before) is dry
    assert len(compile_seeds(small).suggested) == (0 if dry else 3)


def test_what_is_written_is_not_suggested_again(small, capsys):
    assert run(small, SLUG, "--write") == 0
    after = seeds(small)
    capsys.readouterr()
    assert run(small, SLUG, "--write") == 0
    assert "0 suggestions; 4 more are recorded or suggested already: nothing to write." in capsys.readouterr().out
    assert seeds(small) == after


def test_a_file_that_cannot_be_changed_keeps_all_files_as_they_are(small, capsys):
    (small / "seeds/relations.yml").write_text("{}\n", encoding="utf-8")
    (small / "seeds/articles/craze/marks.yml").write_text("[{segment: s5, zh: {exact: 小米}}]\n", encoding="utf-8")
    before = seeds(small)
    assert run(small, SLUG, "--write") == 1
    assert "seeds/articles/craze/marks.yml:1" in capsys.readouterr().err
    assert seeds(small) == before


def test_nothing_points_to_an_id_that_may_change(small, capsys):
    record = small / "seeds/articles/craze/article.yml"
    record.write_text(f"status: raw\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    (small / "seeds/articles/craze/segments.yml").write_text("blocks: []\n", encoding="utf-8")
    front = small / "seeds/edition.yml"
    front.write_text(front.read_text(encoding="utf-8").replace("specimen: craze:s4\n", ""), encoding="utf-8")
    assert run(small, SLUG) == 0
    before = seeds(small)
    capsys.readouterr()
    assert run(small, SLUG, "--write") == 1
    assert "run `jianzhu segments craze`" in capsys.readouterr().err
    assert seeds(small) == before


def test_an_article_that_is_not_there_is_named(small, capsys):
    assert run(small, "wave") == 1
    assert "there is no article 'wave'" in capsys.readouterr().err
