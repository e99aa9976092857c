"""The books of the real edition: valid, nothing of the edition lost on the way, and every link leads somewhere."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from jianzhu.annotate.anchor import SHOWN_REASONS
from jianzhu.books.epub import epub_files
from jianzhu.language import Side
from jianzhu.text.characters import HAN

from tests.books.opened import TYPE, XML_LANG, Opened, by_id, languages, of_type, plain

DC = "{http://purl.org/dc/elements/1.1/}"
#: The language that leads in a book, and what the name of its file says.
PAIRS = {"zh": "zh-en", "en": "en-zh"}
LEADS = {"zh": Side.SOURCE, "en": Side.TRANSLATION}
OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(scope="module")
def books(edition) -> dict[str, Opened]:
    files = epub_files(edition, "edition")
    return {lang: Opened(files[f"edition.{pair}.epub"]) for lang, pair in PAIRS.items()}


@pytest.fixture(params=PAIRS)
def lang(request) -> str:
    """The language that leads."""
    return request.param


@pytest.fixture
def book(books, lang) -> Opened:
    return books[lang]


def test_the_checker_of_publishers_finds_nothing(book, lang, epubcheck, tmp_path):
    path = tmp_path / f"{lang}.epub"
    path.write_bytes(book.data)
    assert epubcheck(path) == []


def test_the_type_of_the_file_stands_at_its_beginning(book):
    with zipfile.ZipFile(io.BytesIO(book.data)) as archive:
        first, *others = archive.infolist()
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)
    assert {entry.date_time[3:] for entry in (first, *others)} == {(0, 0, 0)}


def test_every_sentence_stands_there_in_both_languages_and_in_order(edition, book, lang):
    for article in edition.articles:
        document, other = book.documents[f"article-{article.slug}.xhtml"], {"zh": "en", "en": "zh"}[lang]
        spans = [
            (span.get("id"), plain(span)) for span in document.iter() if "sentence" in span.get("class", "").split()
        ]
        expected = []
        for block in article.blocks:
            for side, suffix in ((lang, ""), (other, f"-{other}")):
                expected += [(s.id + suffix, s.text if side == "zh" else s.translation) for s in block.sentences]
        assert spans == expected


def test_every_stretch_of_text_tells_its_language(edition, book, lang):
    for article in edition.articles:
        document = book.documents[f"article-{article.slug}.xhtml"]
        found, ids = languages(document), by_id(document)
        other = {"zh": "en", "en": "zh"}[lang]
        tags = {"zh": article.record.script, "en": "en"}
        for sentence in article.sentences:
            assert found[ids[sentence.id]] == tags[lang]
            assert found[ids[f"{sentence.id}-{other}"]] == tags[other]
    for path, document in book.documents.items():
        assert document.get("lang") == document.get(XML_LANG) == {"zh": "zh-Hans", "en": "en"}[lang], path


def test_no_chinese_stands_unmarked_among_the_english(books):
    for path, document in books["en"].documents.items():
        for element, tag in languages(document).items():
            texts = [element.text or "", *(child.tail or "" for child in element)]
            assert tag != "en" or not re.search(f"[{HAN}]", "".join(texts)), (path, texts)


def test_every_note_and_shown_emendation_is_a_footnote_and_leads_back(edition, book):
    for article in edition.articles:
        document = book.documents[f"article-{article.slug}.xhtml"]
        ids, notes = by_id(document), of_type(document, "footnote")
        signs = {sign.get("href"): sign for sign in of_type(document, "noteref")}
        assert len(signs) == len(of_type(document, "noteref")) == len(notes)
        for note in notes:
            sign = signs[f"#{note.get('id')}"]
            (back,) = of_type(note, "backlink")
            assert ids[back.get("href")[1:]] is sign
            assert sign.get("role") == "doc-noteref"
            assert note.get("role") == "doc-footnote"
        shown = {mark.ref for sentence in article.sentences for mark in sentence.marks if mark.kind == "emendation"}
        assert {e.id for e in article.emendations if e.id in shown and e.reason in SHOWN_REASONS} == shown
        expected = {f"note-{name}" for name in article.notes} | {f"emended-{name}" for name in shown}
        assert {note.get("id") for note in notes if note.get("class") != "links"} == expected


def test_a_note_says_what_the_editors_say(edition, book, lang):
    for article in edition.articles:
        ids = by_id(book.documents[f"article-{article.slug}.xhtml"])
        for name, note in article.notes.items():
            text = plain(ids[f"note-{name}"])
            assert note.body[lang] in text
            assert note.quote(LEADS[lang]).exact in text


def test_a_sign_stands_behind_the_words_that_its_note_is_about(edition, books):
    """In English, where every note quotes words that occur there once between its prefix and suffix."""
    for article in edition.articles:
        ids = by_id(books["en"].documents[f"article-{article.slug}.xhtml"])
        for name, note in article.notes.items():
            before = _text_before(ids[note.segment], f"to-note-{name}")
            assert note.quote(Side.TRANSLATION).exact in before
            assert (
                len(before) - before.rindex(note.quote(Side.TRANSLATION).exact)
                < len(note.quote(Side.TRANSLATION).exact) + 40
            )


def _text_before(sentence, sign: str) -> str:
    """The text of `sentence` up to the element with the id `sign`."""
    parts: list[str] = []

    def walk(element) -> bool:
        if element.get("id") == sign:
            return True
        if element.get(TYPE) != "noteref":
            parts.append(element.text or "")
        for child in element:
            if walk(child):
                return True
            parts.append(child.tail or "")
        return False

    assert walk(sentence)
    return "".join(parts)


def test_every_link_leads_somewhere_within_the_book(book):
    ids = {path: by_id(document) for path, document in book.documents.items()}
    dead = [
        (path, to, fragment)
        for path, _, to, fragment in book.links()
        if not (f"EPUB/{to}" in book.files and (not fragment or fragment in ids[to]))
        # The list of sources has their addresses, which are for readers to open.
        if not (path == "bibliography.xhtml" and to.startswith(("https://", "http://")))
    ]
    assert dead == []


def test_every_record_has_its_place(edition, book):
    ids = {name for document in book.documents.values() for name in by_id(document)}
    registers = ("questions", "relations", "events", "claims")
    for kind, register in (*((name[:-1], getattr(edition, name)) for name in registers), ("term", edition.concepts)):
        assert {f"{kind}-{name}" for name in register} <= ids, kind


def test_an_article_leads_to_each_of_its_terms_once_and_the_term_back(edition, book):
    ids = {path: by_id(document) for path, document in book.documents.items()}
    for article in edition.articles:
        path = f"article-{article.slug}.xhtml"
        marks = (mark for s in article.sentences for mark in (*s.marks, *s.translation_marks))
        named = {mark.ref for mark in marks if mark.kind == "concept"}
        leading = [(to, name, link) for at, link, to, name in book.links() if at == path and "glossary-" in to]
        assert sorted(name for _, name, _ in leading) == sorted(f"term-{name}" for name in named)
        for to, name, link in leading:
            assert link.get(TYPE) == "glossref"
            definition = _behind(book.documents[to], ids[to][name])
            assert f"{path}#{link.get('id')}" in [back.get("href") for back in definition.iter()]


def _behind(document, term):
    """The element that stands behind `term`: its definition."""
    parent = next(element for element in document.iter() if term in list(element))
    siblings = list(parent)
    return siblings[siblings.index(term) + 1]


def test_the_contents_name_every_part(book, lang):
    navigation = book.documents["nav.xhtml"]
    toc = by_id(navigation)["toc"]
    listed = {link.get("href").partition("#")[0] for link in toc.iter() if link.get("href")}
    assert listed | {"nav.xhtml"} == set(book.documents)
    (landmarks,) = of_type(navigation, "landmarks")
    assert {link.get(TYPE) for link in landmarks.iter()} - {None, "landmarks"} == {
        "toc",
        "titlepage",
        "bodymatter",
        "glossary",
    }


def test_the_package_tells_what_the_book_is(edition, books):
    for lang, book in books.items():
        metadata = book.package.find(f"{OPF}metadata")
        titles = [title.text for title in metadata.iter(f"{DC}title")]
        assert titles == ([edition.record.title.zh, edition.record.title.en][:: 1 if lang == "zh" else -1])
        languages = [element.text for element in metadata.iter(f"{DC}language")]
        assert sorted(languages) == ["en", "zh-Hans", "zh-Hant"]
        assert languages[0][:2] == lang
        authors = {article.record.author[lang] for article in edition.articles if article.record.author}
        assert {element.text for element in metadata.iter(f"{DC}contributor")} == authors
        properties = {element.get("property"): element.text for element in metadata.iter(f"{OPF}meta")}
        assert properties["dcterms:modified"] == f"{edition.record.modified}T00:00:00Z"
        assert {"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"} <= properties.keys()
    identifiers = {book.package.find(f"{OPF}metadata/{DC}identifier").text for book in books.values()}
    assert len(identifiers) == 2
    assert all(name.startswith("urn:uuid:") for name in identifiers)


def test_nothing_is_asked_of_any_other_host(book):
    for path, text in book.files.items():
        if path.endswith((".xhtml", ".css")):
            assert not re.search(rb"\ssrc=|url\(|@import", text), path
