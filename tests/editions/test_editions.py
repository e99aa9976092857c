"""Tiny editions, made with the commands: they have no problems, and the commands still read what is recorded."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from jianzhu.annotate.edition import Edition
from jianzhu.books.epub import epub_files
from jianzhu.commands import cli
from jianzhu.compile import compile_edition
from jianzhu.language import LANGUAGES
from jianzhu.site.pages import render

from tests.books.opened import Opened
from tests.editions.cases import LETTER, MA_SHUO, OF_STUDIES, Case, each, read
from tests.folders import files_of

#: What the saved page says besides the essay.
NAVIGATION = (
    "Log in", "Poems", "Subscribe", "Related", "Of Truth", "Of Gardens", "Reading Room", "All rights", "Privacy policy",
    "window.visits",
)  # fmt: skip


def compiled(case: Case) -> Edition:
    edition, problems = compile_edition(case.folder)
    assert problems == []
    return edition


def pages(case: Case) -> dict[str, str]:
    """The pages of the article by the language of the interface."""
    files = render(compiled(case))
    return {lang: files[f"{lang}/articles/{case.slug}.md"] for lang in LANGUAGES}


@each
def test_it_has_no_problems(case, capsys):
    assert cli.main(["--root", str(case.folder), "check"]) == 0
    assert capsys.readouterr().out.startswith("no problems")
    assert cli.main(["--root", str(case.folder), "check", case.slug]) == 0


@each
def test_all_that_can_be_translated_is(case):
    (article,) = compiled(case).articles
    assert {sentence.id for sentence in article.sentences if sentence.translatable} == set(
        case.recorded(f"{case.languages[1]}.yml")
    )


@each
def test_the_commands_give_what_is_recorded(case, tmp_path):
    """The file is added to a new edition, which then has the same source, the same extract and the same ids."""
    root, raw = tmp_path / "new", tmp_path / f"received{Path(case.file).suffix}"
    shutil.copyfile(case.article / case.file, raw)
    for image in (case.article / "images").glob("*"):
        shutil.copy(image, tmp_path)
    source, translation = case.languages
    assert cli.main(["new", str(root), "--source", source, "--translation", translation]) == 0
    for command in (["add", case.slug, str(raw)], ["segments", case.slug], ["translation", case.slug]):
        assert cli.main(["--root", str(root), *command]) == 0
    made = root / "seeds/articles" / case.slug
    for name in (case.file, "segments.yml", *(["extract.yml"] if (case.article / "extract.yml").exists() else [])):
        assert (made / name).read_bytes() == (case.article / name).read_bytes(), name
    assert files_of(made / "images") == files_of(case.article / "images")
    assert read(made / "article.yml")["source"] == case.recorded("article.yml")["source"]
    assert {name: entry["source"] for name, entry in read(made / f"{translation}.yml").items()} == {
        name: entry["source"] for name, entry in case.recorded(f"{translation}.yml").items()
    }


@each
def test_its_blocks_are_those_of_the_file(case):
    kinds = [block["kind"] for block in case.recorded("segments.yml")["blocks"]]
    assert {kind: kinds.count(kind) for kind in kinds} == case.blocks


@each
def test_source_and_translation_say_their_language(case):
    for page in pages(case).values():
        sides = re.findall(r'class="(?:main|facing)" lang="([^"]+)"', page)
        assert set(sides) == {case.source, case.translation}
    for data in epub_files(compiled(case), "x").values():
        book = Opened(data)
        chapter = book.files[f"EPUB/article-{case.slug}.xhtml"].decode()
        assert f'xml:lang="{case.source}"' in chapter or f'lang="{case.source}"' in chapter
        assert f'lang="{case.translation}"' in chapter


def test_an_uncertain_date_is_told_so():
    page = pages(MA_SHUO)
    assert "about AD 795 to about AD 805" in page["en"]
    assert "Not known for certain" in page["en"]


def test_notes_stand_at_their_words():
    for slug, count in ((MA_SHUO, 4), (OF_STUDIES, 2)):
        for page in pages(slug).values():
            assert len(re.findall(r'<aside class="comment \w+" id="note-', page)) == count


def test_what_surrounds_the_essay_is_in_no_output():
    left_out = " ".join(OF_STUDIES.recorded("extract.yml")["leftOut"])
    seed = (OF_STUDIES.article / "source.html").read_text("cp1252")
    edition = compiled(OF_STUDIES)
    pages = {name: text for name, text in render(edition).items() if not name.startswith("data/schema/")}
    texts = {**pages, **{name: _text_of(data) for name, data in epub_files(edition, "x").items()}}
    for words in NAVIGATION:
        assert words in seed
        assert [name for name, text in texts.items() if words in text] == []
    assert all(words in left_out for words in NAVIGATION[:-3])


def _text_of(book: bytes) -> str:
    return "".join(data.decode() for name, data in Opened(book).files.items() if name.endswith("html"))


CODE = "df -h | awk '$5 > 90 { print $6, $5 }'   # 超过90%就报警: 别忘了引号!"
#: What is in the page (Markdown) and in the book's chapter (XHTML), as patterns, and how often.
BOTH = (
    (r'href="https://example\.com/log\?id=3;lang=zh"', 2),  # in the source and in the translation
    (re.escape(CODE), 1),
    (re.escape(r"$E = P \times t$"), 2),
    (r'href="mailto:mail@example\.com"', 2),
    (r'href="https://example\.com/a"', 2),
    (r"<ol ", 1),
    (r"<ul ", 1),
    (r"<table ", 2),
    (r"<img [^>]*rack\.png", 1),
    (r"<strong[^>]*>the top shelf is empty|\*\*the top shelf is empty", 1),
    (r'href="#footnote-1"', 2),
    (r'id="footnote-1"', 1),
)
PAGE = (
    (r"^> ", 2),
    (r'<th scope="col" markdown="span">|<th scope="col"', 6),
    (r'id="footnote-1-sign"', 1),
    (r'href="#footnote-1-sign"', 1),
)
BOOK = (
    (r"<blockquote ", 1),
    (r"<th[ >]", 6),
    (r'id="to-footnote-1"', 1),
    (r'href="#to-footnote-1"', 1),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_letter_has_is_in_its_page_and_its_book(lang):
    edition = compiled(LETTER)
    page = render(edition)[f"{lang}/articles/letter.md"]
    (book,) = [Opened(data) for name, data in epub_files(edition, "x").items() if f".{lang}" in name]
    chapter = book.files["EPUB/article-letter.xhtml"].decode()
    for text, patterns in ((page.replace("\\\\", "\\"), BOTH + PAGE), (chapter, BOTH + BOOK)):
        found = {pattern: len(re.findall(pattern, unescape(text), re.MULTILINE)) for pattern, _ in patterns}
        assert found == dict(patterns)
    assert [data for name, data in book.files.items() if name.endswith("rack.png")] == [
        (LETTER.article / "images/rack.png").read_bytes()
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_is_marked(lang):
    assert 'class="draft-notice"' in pages(LETTER)[lang]
    assert 'class="draft-notice"' not in pages(MA_SHUO)[lang]


@each
def test_the_status_counts_the_same_segments_at_each_step(case, capsys):
    """Those that are the same in every language, such as code, at none."""
    assert cli.main(["--root", str(case.folder), "status", "--json"]) == 0
    (state,) = json.loads(capsys.readouterr().out)
    assert len(set(state["segments"].values())) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_code_is_no_sentence_to_translate(lang):
    """Of 30 segments, one is code, in which Chinese is no words left untranslated."""
    files = render(compiled(LETTER))
    said = {"zh": "译文：29/29 句已译", "en": "29/29 sentences translated"}[lang]
    assert said in files[f"{lang}/articles/letter.md"]
    assert "left in them: 0" in files["en/coverage.md"]


def test_no_page_speaks_of_a_makefile_that_a_new_edition_has_not():
    assert [name for name, text in render(compiled(MA_SHUO)).items() if re.search(r"`make \w+`", text)] == []


@pytest.mark.parametrize("page", ["timeline", "glossary"])
def test_a_list_with_nothing_in_it_says_so(page):
    """And has neither filters nor a chart."""
    empty, filled = ({"timeline": MA_SHUO, "glossary": LETTER}[page], OF_STUDIES)
    for case, said in ((empty, True), (filled, False)):
        text = render(compiled(case))[f"en/{page}/index.md"]
        assert ("Nothing here yet." in text) == said
        assert ('class="filters"' in text) == (not said)
