"""Accept and reject: what becomes of suggestions, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.compile import compile_seeds

CRAZE = "articles/craze"
#: By file, an entry that lacks nothing, and what stays of it.
WHOLE = {
    "events.yml": (
        "sug:\n  edtf: '2023'\n  label: {zh: 拟, en: Sug}\n  # why so\n  evidence: [{segment: 'craze:s2', zh: {exact: 国内}}]\n",
        "  status: suggested\n  because: seen\n",
    ),
    "relations.yml": (
        "sug: {type: supports, source: 'craze:s2', target: 'craze:s3', rationale: {zh: 拟, en: Sug}",
        ", status: suggested, because: seen}\n",
    ),
    f"{CRAZE}/marks.yml": (
        "- segment: s2\n  zh: {exact: 国内}\n  concept: xiaomi\n",
        "  status: suggested\n  because: seen\n",
    ),
    f"{CRAZE}/notes.yml": (
        "sug:\n  segment: s2\n  kind: fact\n  body: {zh: 拟, en: Sug}\n",
        "  status: suggested\n  because: seen\n",
    ),
}
NAMES = {
    "events.yml": ("events", "sug", "date"),
    "relations.yml": ("relations", "sug", "relation"),
    f"{CRAZE}/marks.yml": ("marks", "craze:s2", "concept"),
    f"{CRAZE}/notes.yml": ("notes", "craze:sug", "quotation"),
}


def run(small: Path, *arguments: str) -> int:
    return cli.main(["--root", str(small), *arguments])


def seeds(small: Path) -> dict[str, bytes]:
    return {
        path.relative_to(small).as_posix(): path.read_bytes() for path in (small / "seeds").rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("by", ["name", "kind", "all"])
@pytest.mark.parametrize("file", WHOLE)
def test_what_is_accepted_loses_only_that_it_is_suggested(small, capsys, file, by):
    path, (entry, sign) = small / "seeds" / file, WHOLE[file]
    text = path.read_text(encoding="utf-8")
    path.write_text(text + entry + sign, encoding="utf-8")
    register, name, kind = NAMES[file]
    how = {"name": [register, name], "kind": ["craze", "--kind", kind], "all": ["craze", "--all"]}[by]
    before = seeds(small)
    assert run(small, "accept", *how, "--dry-run") == 0
    assert seeds(small) == before
    capsys.readouterr()
    assert run(small, "accept", *how) == 0
    told = capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == text + entry + ("}\n" if sign.endswith("}\n") else "")
    assert f"1 suggestion ({kind} 1) accepted." in told
    assert f"seeds/{file}:" in told
    assert not compile_seeds(small).suggested
    assert not compile_seeds(small).problems


@pytest.mark.parametrize("by", ["name", "kind", "all"])
@pytest.mark.parametrize("file", WHOLE)
def test_what_is_rejected_is_gone_and_comments_stay(small, capsys, file, by):
    path, (entry, sign) = small / "seeds" / file, WHOLE[file]
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# a comment\n{entry}{sign}", encoding="utf-8")
    register, name, kind = NAMES[file]
    how = {"name": [register, name], "kind": ["craze", "--kind", kind], "all": ["craze", "--all"]}[by]
    assert run(small, "reject", *how) == 0
    assert f"1 suggestion ({kind} 1) rejected." in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == f"{text}# a comment\n"


TRANSLATION = '  text: "In 2023, 238 large models sprang up in China."\n'


@pytest.fixture
def translated(small: Path) -> tuple[Path, str]:
    """An entry of en.yml as `translation` begins it."""
    path = small / "seeds" / CRAZE / "en.yml"
    text = path.read_text(encoding="utf-8")
    last = text.rindex("\ns") + 1
    return path, text[:last] + text[last:].partition("\n")[0] + "\n  source: 00000000\n  text:\n"


@pytest.mark.parametrize(("command", "rest"), [
    ("accept", "  text: \"Some people eat millet.\"\n  status: draft\n"), ("reject", "  text:\n"),
])  # fmt: skip
def test_a_translation_becomes_a_draft_or_is_to_be_made_again(small, translated, command, rest):
    path, begun = translated
    said = '  text: "Some people eat millet."\n  status: suggested\n  because: memory\n'
    path.write_text(begun.removesuffix("  text:\n") + said, encoding="utf-8")
    name = begun.rsplit("\n", 4)[1].rstrip(":")
    assert run(small, command, "translation", f"craze:{name}") == 0
    assert path.read_text(encoding="utf-8") == begun.removesuffix("  text:\n") + rest


def test_all_that_is_missing_is_told_at_once_and_nothing_is_written(small, capsys):
    path = small / "seeds/events.yml"
    lines = len(path.read_text(encoding="utf-8").splitlines())
    with path.open("a", encoding="utf-8") as file:
        file.write("one:\n  edtf: '2023'\n  evidence: [{segment: 'craze:s2'}]\n  status: suggested\n  because: seen\n")
        file.write(
            "two:\n  label: {zh: 二}\n  evidence: [{segment: 'craze:s2'}]\n  status: suggested\n  because: seen\n"
        )
        file.write("wrong: {edtf: '2023', label: {zh: 三, en: three}, evidence: [{segment: 'craze:s2', zh: {exact: 国外}}], "
                   "status: suggested, because: seen}\n")  # fmt: skip
        file.write("whole: {edtf: '2023', label: {zh: 四, en: four}, evidence: [{segment: 'craze:s2'}], "
                   "status: suggested, because: seen}\n")  # fmt: skip
    before = seeds(small)
    assert run(small, "accept", "craze", "--all") == 1
    told = capsys.readouterr().err
    assert [
        line.partition(": [")[0] + line.partition("]")[2] for line in told.splitlines() if line.startswith("seeds/")
    ] == [
        f"seeds/events.yml:{lines + 1} one.label: missing",
        f"seeds/events.yml:{lines + 6} two.edtf: missing",
        f"seeds/events.yml:{lines + 7} two.label.en: missing",
        f"seeds/events.yml:{lines + 11} '国外' is not in craze:s2 (zh)",
    ]
    assert seeds(small) == before
    assert run(small, "accept", "craze", "--all", "--complete") == 0
    assert "1 suggestion (date 1) accepted; 3 left, which lack something." in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").endswith("evidence: [{segment: 'craze:s2'}]}\n")
    assert len(compile_seeds(small).suggested) == 3
    assert run(small, "accept", "craze", "--all", "--complete") == 1


def test_what_would_stop_a_build_is_not_accepted(small, capsys):
    with (small / "seeds/glossary/ideas.yml").open("a", encoding="utf-8") as file:
        file.write("sug: {type: idea, prefLabel: {zh-Hans: 国内}, status: suggested, because: seen}\n")
    with (small / "seeds" / CRAZE / "marks.yml").open("a", encoding="utf-8") as file:
        file.write("- {segment: s2, zh: {exact: 国内}, concept: sug, status: suggested, because: seen}\n")
    before = seeds(small)
    assert run(small, "accept", "marks", "craze:s2") == 1
    assert "`jianzhu accept glossary sug` makes it one" in capsys.readouterr().err
    assert seeds(small) == before


def test_what_would_make_an_unfinished_article_unreadable_is_not_accepted(small, capsys):
    record = small / "seeds" / CRAZE / "article.yml"
    record.write_text(f"status: draft\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    with (small / "seeds/glossary/ideas.yml").open("a", encoding="utf-8") as file:
        file.write("sug: {type: idea, prefLabel: {zh-Hans: 国内}, status: suggested, because: seen}\n")
    with (small / "seeds" / CRAZE / "marks.yml").open("a", encoding="utf-8") as file:
        file.write("- {segment: s2, zh: {exact: 国内}, concept: sug, status: suggested, because: seen}\n")
    before = seeds(small)
    assert run(small, "accept", "marks", "craze:s2") == 1
    assert "there is no concept 'sug'" in capsys.readouterr().err
    assert seeds(small) == before


REFUSED = [
    (["craze"], "1 suggestion in craze, and not said which"),
    (["craze", "--kind", "name"], "no suggestion of the kind name waits in craze"),
    (["wave"], "there is no article 'wave'"),
    (["events", "nothing"], "no suggestion 'nothing' waits in events"),
    (["things", "sug"], "there is no register 'things'"),
    (["notes", "sug"], "no suggestion 'sug' waits in notes"),
]


@pytest.mark.parametrize("command", ["accept", "reject"])
@pytest.mark.parametrize(("arguments", "wrong"), REFUSED)
def test_what_is_not_there_is_refused_with_what_is(small, capsys, command, arguments, wrong):
    with (small / "seeds/events.yml").open("a", encoding="utf-8") as file:
        file.write("".join(WHOLE["events.yml"]))
    before = seeds(small)
    assert run(small, command, *arguments) == 1
    told = capsys.readouterr().err
    assert wrong in told
    if arguments[0] == "events":
        assert "one of those that wait: sug" in told
    assert seeds(small) == before


def test_an_article_without_suggestions_says_so(small, capsys):
    assert run(small, "accept", "craze", "--all") == 1
    assert "no suggestion waits in craze" in capsys.readouterr().err
