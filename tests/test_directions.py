"""Directions: an edition is compiled and rendered in any pair of languages, with the right tags and no rule of another language."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from jianzhu.annotate.edition import Edition
from jianzhu.books.epub import epub_files
from jianzhu.compile import compile_edition
from jianzhu.language import LANGUAGES, Language, Side
from jianzhu.show.variants import edition_texts
from jianzhu.site.data.contract import FILES
from jianzhu.site.pages import render
from jianzhu.site.search import search_files
from jianzhu.site.search.documents import edition_documents
from jianzhu.source.problems import report
from jianzhu.text.characters import HAN

from tests.directions import DIRECTIONS, Direction, write
from tests.search_index import read_index

OPF_LANGUAGE = re.compile("<dc:language>([^<]+)</dc:language>")


@pytest.fixture(scope="module", params=DIRECTIONS, ids=lambda direction: direction.id)
def direction(request) -> Direction:
    return request.param


@pytest.fixture(scope="module")
def made(direction, tmp_path_factory) -> Edition:
    edition, problems = compile_edition(write(tmp_path_factory.mktemp("direction"), direction))
    # The rules of Chinese find a quantity in the one that has rules; others have fewer suggestions and none that is wrong.
    assert {problem.code for problem in problems} <= {"quantity-open", "date-open"}, report(problems)
    return edition


@pytest.fixture(scope="module")
def rendered(made) -> dict[str, str]:
    return render(made)


@pytest.fixture(scope="module")
def books(made) -> dict[str, zipfile.ZipFile]:
    return {name: zipfile.ZipFile(io.BytesIO(data)) for name, data in epub_files(made, "x").items()}


def test_the_text_is_printed_as_its_author_wrote_it(direction, made):
    (article,) = made.articles
    assert article.emendations == ()
    assert [(s.text_on(Side.SOURCE), s.translation) for s in article.sentences][1:] == [*direction.sentences]


def test_pages_lead_with_the_text_in_their_language(direction, rendered):
    for lang, lead in zip(LANGUAGES, direction.lead, strict=True):
        page = rendered[f"{lang}/articles/one.md"]
        facing = next(tag for tag in direction.tags if tag != lead)
        assert set(re.findall('<div class="main" lang="([^"]+)"', page)) == {lead}
        assert set(re.findall('<div class="facing" lang="([^"]+)"', page)) == {facing}
        side = "source" if lead == direction.tags[0] else "translation"
        assert f'data-lead="{side}"' in page
        main = page.split('<div class="main"')[1].partition("</div>")[0]
        assert ("{ #s2 } [" in main, "{ #s2 }[" in main) == (lead in ("en", "fr"), lead not in ("en", "fr"))


def test_a_concept_is_found_by_its_names_on_both_sides(direction, made, rendered):
    found = [(o.side, o.exact) for o in made.occurrences["it"]]
    expected = [(side, name) for side, name in zip(Side, direction.names, strict=True) if name]
    assert {side: exact for side, exact in found if (side, exact) in expected} == dict(expected)
    for lang in LANGUAGES:
        page = rendered[f"{lang}/glossary/it.md"]
        for tag, name in direction.concept.items():
            assert f'[{name}]{{ lang="{tag}" }}' in page


def test_data_tell_the_languages(direction, made, rendered):
    (article,) = json.loads(rendered["data/articles.json"])
    assert (article["language"], article["translationLanguage"]) == direction.tags
    assert article["script"] == (direction.script or None)
    (concept,) = json.loads(rendered["data/glossary.json"])
    assert {o["lang"] for o in concept["occurrences"]} <= {direction.source, direction.translation}
    given = {tag: name for tag, name in concept["prefLabel"].items() if tag != "others" and name}
    assert given | concept["prefLabel"]["others"] == direction.concept
    for name, adapter in FILES.items():
        adapter.validate_json(rendered[f"data/{name}.json"])


def test_both_texts_are_searched_each_in_the_column_of_its_language(direction, made):
    rows = [row for document in edition_documents(made) if document.kind == "article" for row in document.rows]
    for (source, translation), row in zip(direction.sentences, rows[-len(direction.sentences) :], strict=True):
        assert {row.zh, row.en} == {source, translation}
        for text, code in ((source, direction.source), (translation, direction.translation)):
            if code in LANGUAGES:
                assert {Language.ZH: row.zh, Language.EN: row.en}[Language(code)] == text


def test_books_are_led_by_each_text(direction, books):
    source, translation = direction.source, direction.translation
    assert [*books] == [f"x.{source}-{translation}.epub", f"x.{translation}-{source}.epub"]
    for book, lead, words in zip(books.values(), direction.tags, direction.books, strict=True):
        package = book.read("EPUB/package.opf").decode()
        languages = OPF_LANGUAGE.findall(package)
        assert languages[0].partition("-")[0] == lead.partition("-")[0]
        assert {*direction.tags} <= {*languages}
        assert f'xml:lang="{words}"' in package.split("<metadata")[0]
        chapter = book.read("EPUB/article-one.xhtml").decode()
        assert set(re.findall('<p class="main" lang="([^"]+)"', chapter)) == {lead}
        other = translation if lead == direction.tags[0] else source
        assert f'id="s2-{other}"' in chapter


def test_only_chinese_is_shown_in_another_script(direction, made):
    texts = {text.text: text.script for text in edition_texts(made, {}) if text.place == "one:s2"}
    chinese = {
        text: tag
        for text, tag in zip(direction.sentences[0], direction.tags, strict=True)
        if tag.startswith(("zh", "lzh"))
    }
    assert {text.strip(): script for text, script in texts.items()} == {
        text: f"zh-{tag[-4:]}" for text, tag in chinese.items()
    }


def test_addresses_follow_the_language_at_the_top(direction, tmp_path):
    edition, _ = compile_edition(write(tmp_path, direction, top="en"))
    (article,) = json.loads(render(edition)["data/articles.json"])
    assert article["url"] == {"zh": "zh/articles/one.html", "en": "articles/one.html"}


def test_the_search_knows_the_top_of_the_site_and_the_languages_of_sentences(direction, tmp_path):
    edition, _ = compile_edition(write(tmp_path, direction, top="en"))
    files = {path.rpartition("/")[2]: text for path, text in search_files(edition).items()}
    meta = read_index(files).meta
    assert meta["top"] == "en"
    assert set(meta["tags"].values()) == {direction.source, direction.translation}
    names = {"zh": "Chinese", "lzh": "Chinese", "en": "English", "ja": "Japanese", "fr": "French"}
    assert {term["id"]: term["en"] for term in meta["languages"]} == {
        column: names[tag] for column, tag in meta["tags"].items()
    }


@pytest.mark.parametrize(
    ("broken", "wrong"),
    [
        # What is changed in the edition from English to Chinese, and what is reported.
        (("articles/one/notes.yml", "  en: ", "  fr: "), "notes.yml:4: [record-unknown-key] word.fr: unknown key"),
        (("articles/one/article.yml", "source: ", "script: zh-Hans\nsource: "), "[record-invalid] script: 'zh-Hans'"),
        (("edition.yml", "translation: zh", "translation: en-GB"), "edition.yml:4: [record-invalid] languages:"),
        (("edition.yml", "interface: [zh, en]", "interface: [zh]"), "edition.yml:4: [record-invalid] languages:"),
        (("glossary/all.yml", 'en: "Nature", ', ""), "[concept-label] it.prefLabel.en: the label is missing"),
        (("glossary/all.yml", "zh-Hans", "ja"), "[record-unknown-key] it.prefLabel.ja: unknown key"),
        (
            ("articles/one/zh.yml", "28美元", "82美元"),
            "[numbers-differ] s3: 28 is not in the translation; 82 is not in",
        ),
    ],
)
def test_what_is_wrong_with_languages_is_said(broken, wrong, tmp_path):
    root = write(tmp_path, DIRECTIONS[0])
    name, old, new = broken
    path = root / "seeds" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert wrong in report(compile_edition(root)[1])


def test_chinese_is_left_in_a_translation_only_where_it_may_be(tmp_path):
    for direction in (DIRECTIONS[0], DIRECTIONS[1]):
        root = write(tmp_path / direction.id, direction)
        path = root / f"seeds/articles/one/{direction.translation}.yml"
        path.write_text(re.sub('text: "', 'text: "汉', path.read_text(encoding="utf-8")), encoding="utf-8")
        problems = compile_edition(root)[1]
        left = any(problem.code == "translation-han" for problem in problems)
        assert left == (direction.translation == "en")
        assert re.search(f"[{HAN}]", path.read_text(encoding="utf-8"))
