"""Language: the languages of the pages and those of the texts; no module but this compares codes."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from pathlib import Path

import jianzhu
import pytest
from jianzhu.language import LANGUAGES, Language, Side, TextLanguage, TextLanguages

ENGINE = Path(jianzhu.__file__).parent
#: All modules but the one that runs when it is imported.
MODULES = [
    found.name for found in pkgutil.walk_packages(jianzhu.__path__, "jianzhu.") if not found.name.endswith("__main__")
]
CODE = r"""["'](?:zh|en)["']"""
#: A line that asks for a language by its code: in a comparison, or as one of two alternatives.
COMPARED = re.compile(rf"{CODE} (?:[!=]=|(?:not )?in|if) |(?:[!=]= |\bin [(\[{{]|\belse ){CODE}")


@pytest.mark.parametrize(
    ("lang", "code", "tag", "other", "spaces_words"),
    [(Language.ZH, "zh", "zh-Hans", Language.EN, False), (Language.EN, "en", "en", Language.ZH, True)],
)
def test_what_a_language_of_the_interface_knows(lang, code, tag, other, spaces_words):
    assert (lang, lang.code, lang.tag, lang.other, lang.spaces_words) == (code, code, tag, other, spaces_words)
    assert Language(code) is lang
    assert {code: 1}[lang] == 1


def test_all_are_the_languages_of_the_interface():
    assert tuple(Language) == LANGUAGES


@pytest.mark.parametrize(
    ("tag", "code", "written", "in_traditional", "spaces_words", "interface"),
    [
        ("zh", "zh", "zh-Hans", "zh-Hant", False, Language.ZH),
        ("zh-Hant", "zh", "zh-Hant", "zh-Hant", False, Language.ZH),
        ("lzh", "lzh", "lzh-Hans", "lzh-Hant", False, Language.ZH),
        ("en", "en", "en", "en", True, Language.EN),
        ("en-GB", "en", "en-GB", "en-GB", True, Language.EN),
        ("ja", "ja", "ja", "ja", False, None),
        ("fr", "fr", "fr", "fr", True, None),
    ],
)
def test_what_a_language_of_texts_knows(tag, code, written, in_traditional, spaces_words, interface):
    language = TextLanguage(tag)
    assert (str(language), language.code, language.written()) == (code, code, written)
    assert language.written("zh-Hant") == in_traditional
    assert (language.spaces_words, language.interface) == (spaces_words, interface)


SOURCE, TRANSLATION = Side


@pytest.mark.parametrize(
    ("source", "translation", "chinese", "english", "readers"),
    [
        # The side that leads on Chinese and on English pages, and the languages of the two books.
        ("zh", "en", SOURCE, TRANSLATION, "zh en"),
        ("en", "zh-Hant", TRANSLATION, SOURCE, "en zh"),
        ("lzh", "en", SOURCE, TRANSLATION, "zh en"),
        ("lzh", "zh", TRANSLATION, SOURCE, "zh zh"),
        ("ja", "en", SOURCE, TRANSLATION, "en en"),
        ("en", "ja", SOURCE, SOURCE, "en en"),
        ("fr", "zh", TRANSLATION, SOURCE, "zh zh"),
        ("ja", "fr", SOURCE, SOURCE, "en en"),
    ],
)
def test_which_side_leads_for_whom(source, translation, chinese, english, readers):
    texts = TextLanguages(TextLanguage(source), TextLanguage(translation))
    assert [texts.lead(lang) for lang in (Language.ZH, Language.EN)] == [chinese, english]
    assert " ".join(texts.reader(side, Language.EN) for side in Side) == readers
    assert [texts.side_of(texts[side].code) for side in Side] == [*Side]
    assert texts.side_of("xx") is None


#: Tables by the code of a language of texts: what they have no rules for has fewer suggestions.
BY_TEXT_LANGUAGE = {
    "jianzhu.annotate.sentences.RULES",
    "jianzhu.extract.language.NAMES",
    "jianzhu.repair.repair.RULES_OF",
    "jianzhu.site.pages.concepts._KEYS",
    "jianzhu.suggest.vague._RULES",
    "jianzhu.text.dates.RULES",
    "jianzhu.text.figures._RULES",
    "jianzhu.text.numbers.GRAMMARS",
    "jianzhu.text.numbers.READERS",
    "jianzhu.text.quantities.RULES",
}


def test_every_table_by_language_of_the_interface_has_every_language():
    of_texts = {
        id(vars(importlib.import_module(module))[name])
        for module, _, name in (table.rpartition(".") for table in BY_TEXT_LANGUAGE)
    }
    tables = {
        f"{module.__name__}.{name}": set(map(str, value))
        for module in map(importlib.import_module, MODULES)
        for name, value in vars(module).items()
        if isinstance(value, Mapping) and value and set(value) & set(Language) and id(value) not in of_texts
    }
    assert len(tables) >= 10
    assert {name: keys for name, keys in tables.items() if not keys >= set(Language)} == {}


def test_no_other_module_compares_codes():
    found = [
        f"{path.relative_to(ENGINE).as_posix()}: {line.strip()}"
        for path in (*ENGINE.rglob("*.py"), *ENGINE.rglob("*.j2"))
        # Which language a raw text is in is told there.
        if path not in (ENGINE / "language.py", ENGINE / "extract/language.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if COMPARED.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'if lang == "zh":', '{% if lang != "en" %}', "'zh' == lang", '"en" if source else other', 'x if y else "zh"',
        'lang in ("zh",)',
    ],
)  # fmt: skip
def test_what_compares_codes_is_recognized(line):
    assert COMPARED.search(line)
