"""Messages: an entry has all languages, a value has words, and whatever is said is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from jianzhu.annotate.article import TranslationStatus
from jianzhu.show.escape import Markdown, html, markdown, xml
from jianzhu.show.messages import BOOKS, PAGES, READER, THEME, VALUES, Messages
from jianzhu.source import records
from jianzhu.source.records import terms
from markupsafe import Markup

ENGINE = Path(records.__file__).parents[2]
LANGUAGES = {"zh", "en"}
#: Types of values that are not called anything anywhere, and why.
WITHOUT_WORDS = {
    "BlockKind": "a block is shown as what it is",
    "Status": "pages.yml calls a draft a draft, and the table of coverage counts what is reviewed",
}
LITERALS = {
    name: get_args(value)
    for name, value in vars(terms).items()
    if get_args(value) and all(isinstance(v, str) for v in get_args(value))
}
SOURCES = {
    path: path.read_text(encoding="utf-8")
    for path in ENGINE.rglob("*")
    if path.suffix in (".py", ".j2") and "messages" not in path.parts
}


@pytest.mark.parametrize("catalogue", [PAGES, BOOKS, READER, THEME, *VALUES.values()])
def test_an_entry_has_all_languages_and_the_same_braces_in_each(catalogue):
    for key, texts in catalogue.items():
        assert set(texts) == LANGUAGES, key
        assert all(isinstance(text, str) for text in texts.values()), key
        braces = {lang: {name for _, name, _, _ in Formatter().parse(text) if name} for lang, text in texts.items()}
        assert all(found <= set().union(*braces.values()) for found in braces.values()), key


def test_the_types_of_the_records_are_found():
    assert {"NoteKind", "Reason", "RelationType", "Certainty", "Verdict"} <= set(LITERALS)


@pytest.mark.parametrize("kind", [name for name in LITERALS if name not in WITHOUT_WORDS])
def test_every_value_of_a_record_has_its_words(kind):
    assert set(VALUES[kind]) == set(LITERALS[kind])


def test_every_state_of_a_translation_that_pages_name_has_a_message():
    assert set(get_args(TranslationStatus)) <= {"missing", *PAGES}


@pytest.mark.parametrize("kind", VALUES)
def test_every_type_with_words_is_asked_for(kind):
    assert any(f'word("{kind}"' in text or f'words("{kind}"' in text for text in SOURCES.values())


@pytest.mark.parametrize("catalogue", [PAGES, BOOKS], ids=["pages", "books"])
def test_every_message_is_used(catalogue):
    """By its name in a template, or as a string of its own in code, which is looked up then."""
    text = "\n".join(SOURCES.values())
    unused = [key for key in catalogue if not re.search(rf"\bt\.{key}\b|[\"']{key}[\"']", text)]
    assert unused == []


@pytest.mark.parametrize("catalogue", [PAGES, BOOKS], ids=["pages", "books"])
def test_a_message_with_braces_is_filled_in(catalogue):
    templates = "\n".join(text for path, text in SOURCES.items() if path.suffix == ".j2")
    assert [
        key for key, texts in catalogue.items() if "{" in texts["en"] and re.search(rf"\bt\.{key}\b", templates)
    ] == []


def test_no_message_hides_a_method():
    assert not {*PAGES, *BOOKS} & set(dir(Messages))
    assert not PAGES.keys() & BOOKS.keys()


@pytest.mark.parametrize(
    ("ready", "own", "escape", "value", "expected"),
    [
        (Markdown, Markdown, markdown, "a*b", r"*a\*b* <of> **3**"),
        (Markup, html, html, "a<b", "&#42;a&lt;b&#42; &lt;of&gt; **3**"),
        (Markup, xml, xml, "a<b", "*a&lt;b* &lt;of&gt; **3**"),
    ],
)
def test_what_is_filled_in_is_escaped_once(ready, own, escape, value, expected):
    said = Messages({"one": {"en": "*{name}* <of> {count}"}}, "en", ready=ready, own=own, escape=escape)
    assert said.fill("one", name=value, count=ready("**3**")) == expected
    assert isinstance(said.fill("one", name="", count=""), ready)


def test_a_value_without_words_is_named():
    with pytest.raises(KeyError, match="nonsense"):
        Messages({}, "en", ready=str, own=str, escape=str).word("NoteKind", "nonsense")
