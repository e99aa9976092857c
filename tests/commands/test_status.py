"""An article grows: raw, draft, published; what `check` and `status` tell of it, and what is in the output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.commands.table import shortened, table, width_of
from jianzhu.compile import compile_edition, compile_seeds
from jianzhu.site.pages import render

TEXT = "大模型的浪潮\n2023年以来，小米等公司一哄而上。\n他说：“第一家公司花了5000万元。”\n"


@pytest.fixture
def wave(small: Path) -> Path:
    """The folder of a second article, as `add` leaves it."""
    received = small / "received.txt"
    received.write_text(TEXT, encoding="utf-8")
    assert cli.main(["--root", str(small), "add", "wave", str(received)]) == 0
    return small / "seeds/articles/wave"


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def slugs(small: Path) -> list[str]:
    edition, problems = compile_edition(small)
    assert not problems
    return [article.slug for article in edition.articles]


BROKEN = [
    ("article.yml", "titleSource: seed", "titleSource: [seed"),
    ("article.yml", "sha256: ", "sha256: 0"),
    ("segments.yml", "blocks: []", "blocks: ["),
    ("notes.yml", "{}", "- no mapping"),
    ("marks.yml", "[]", "[{segment: s1, zh: {exact: 浪潮}, concept: nowhere}]"),
]


@pytest.mark.parametrize("status", ["raw", "draft"])
@pytest.mark.parametrize(("file", "old", "new"), BROKEN)
def test_what_is_wrong_with_an_unfinished_article_stops_nobody(small, wave, capsys, status, file, old, new):
    edit(wave / "article.yml", ("status: raw", f"status: {status}"))
    edit(wave / file, (old, new))
    assert slugs(small) == ["craze"]
    assert cli.main(["--root", str(small), "pages"]) == 0
    assert cli.main(["--root", str(small), "check"]) == 0
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check", "wave"]) == 1
    assert f"seeds/articles/wave/{file}" in capsys.readouterr().out


@pytest.mark.parametrize(("file", "old", "new"), BROKEN)
def test_the_same_in_a_published_article_stops_the_build(small, wave, file, old, new):
    edit(wave / "article.yml", ("status: raw\n", ""))
    edit(wave / file, (old, new))
    assert cli.main(["--root", str(small), "pages"]) == 1


def test_a_raw_article_is_in_no_output(small, wave):
    edition, _ = compile_edition(small)
    assert [path for path, text in render(edition).items() if "wave" in path or "浪潮" in text] == []


def test_a_draft_is_shown_with_what_it_has_and_marked(small, wave):
    edit(wave / "article.yml", ("status: raw", "status: draft"))
    edition, problems = compile_edition(small)
    assert not problems
    files = render(edition)
    for lang, sign in (("zh", "未完稿"), ("en", "unfinished")):
        page = files[f"{lang}/articles/wave.md"]
        assert 'class="draft-notice"' in page
        assert {"zh": "日期不详", "en": "date unknown"}[lang] in page
        for listing in ("articles/index.md", "index.md"):
            text = files[f"{lang}/{listing}"]
            assert text.count(f"[{sign}]{{ .unfinished }}\n{{ .byline }}") == 1
        assert 'class="draft-notice"' not in files[f"{lang}/articles/craze.md"]
    assert "Not yet translated" in files["en/articles/wave.md"]
    craze, wave = json.loads(files["data/articles.json"])
    assert (craze["status"], wave["status"]) == ("published", "draft")
    assert (wave["date"], wave["rights"], wave["description"]) == (None, None, None)
    assert wave["title"] == {"zh": "大模型的浪潮", "en": "大模型的浪潮"}


def test_a_draft_without_a_title_is_left_out(small, wave, capsys):
    edit(wave / "article.yml", ("status: raw", "status: draft"), ('"大模型的浪潮"', ""))
    assert slugs(small) == ["craze"]
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check"]) == 0
    assert "wave is a draft, and left out" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "shown"), [("raw", False), ("draft", True)])
def test_the_registers_lose_what_they_say_of_an_article_that_is_not_shown(small, wave, status, shown):
    edit(wave / "article.yml", ("status: raw", f"status: {status}"))
    with (small / "seeds/events.yml").open("a", encoding="utf-8") as file:
        file.write(
            "more: {edtf: '2023', label: {zh: 样例, en: Example}, evidence: [{segment: 'wave:s2', zh: {exact: 2023年}}]}\n"
        )
    (small / "seeds/claims.yml").write_text(
        "sum:\n  label: {zh: 样例, en: Example}\n  value: 50000000\n  unit: CNY\n  asOf: '2023'\n"
        "  assertedBy: {zh: 样例, en: Example}\n  target: {segment: 'wave:s3', zh: {exact: 5000万元}}\n",
        encoding="utf-8",
    )
    edit(small / "seeds/edition.yml", ("dates: all, quantities: all", "dates: none"))
    edition, problems = compile_edition(small)
    assert [problem for problem in problems if problem.fatal] == []
    assert ("more" in edition.events, "sum" in edition.claims) == (shown, shown)
    render(edition)


def test_a_front_page_that_shows_a_raw_article_is_a_problem(small, wave):
    edit(small / "seeds/edition.yml", ("specimen: craze:s4", "specimen: wave:s2"))
    _, problems = compile_edition(small)
    assert [(problem.code, "not part of the edition yet" in problem.wrong) for problem in problems] == [
        ("segment-unknown", True)
    ]


def test_the_steps_come_in_the_order_in_which_they_are_taken(small, wave, capsys):
    capsys.readouterr()
    assert cli.main(["--root", str(small), "status", "wave", "--json"]) == 0
    (state,) = json.loads(capsys.readouterr().out)
    assert [task["name"] for task in state["tasks"]] == [
        "record segments",
        "fill in article.yml",
        "translate",
        "record dates",
        "record quantities",
        "publish",
    ]
    assert state["segments"] == {"count": 3, "recorded": 0, "translated": 0, "reviewed": 0}
    assert (state["dates"]["open"], state["quantities"]["open"]) == (1, 1)


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ("{}", {"untranslated"}),
        ("{translation: none}", set()),
        ("{translation: none, dates: all}", {"date-open"}),
        ("{translation: none, quantities: all}", {"quantity-open"}),
        ("{translation: none, review: all}", {"review-open"}),
    ],
)
def test_what_is_asked_of_an_article_is_the_choice_of_the_edition(small, wave, choice, codes):
    edit(small / "seeds/edition.yml", ("{dates: all, quantities: all, concepts: all}", choice))
    (state,) = (state for state in compile_seeds(small).states if state.slug == "wave")
    assert {problem.code for problem in state.problems} == codes | {"segment-unrecorded"}


def test_many_problems_of_a_kind_are_told_as_the_first_and_a_count(small, capsys):
    notes = small / "seeds/articles/craze/notes.yml"
    entry = "  segment: s4\n  zh: {exact: 无此词}\n  kind: fact\n  body: {zh: 样例, en: Example}\n"
    notes.write_text("".join(f"n{number}:\n{entry}" for number in range(9)), encoding="utf-8")
    assert cli.main(["--root", str(small), "check"]) == 1
    told = capsys.readouterr().out
    assert told.count("[quote-missing] '无此词'") == 3
    assert "and 6 more like this" in told
    assert told.endswith("9 problems\n")
    assert cli.main(["--root", str(small), "check", "--full"]) == 1
    assert capsys.readouterr().out.count("[quote-missing] '无此词'") == 9


def test_an_article_that_is_not_there_is_told_with_those_that_are(small, capsys):
    for command in ("check", "status"):
        assert cli.main(["--root", str(small), command, "nowhere"]) == 1
        assert "expected: one of craze" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("大模型", 6, "大模型"), ("大模型", 5, "大模…"), ("大模型", 4, "大…")],
)
def test_a_title_is_cut_by_columns(text, columns, cut):
    assert shortened(text, columns) == cut
    assert width_of(cut) <= columns


def test_columns_are_aligned_where_characters_are_wide():
    lines = table([("title", "n"), ("大模型", "10"), ("e\u0301tude", "9")], [False, True]).split("\n")
    assert lines == ["title    n", "大模型  10", "e\u0301tude    9"]
