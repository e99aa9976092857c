"""Language: the two languages of an edition; no module but this compares codes."""

from __future__ import annotations

import re
from pathlib import Path

import jianzhu
import pytest
from jianzhu.language import LANGUAGES, SOURCE, TRANSLATION, Language

ENGINE = Path(jianzhu.__file__).parent


@pytest.mark.parametrize(
    ("lang", "code", "tag", "other", "is_source", "spaces_words", "folder"),
    [
        (SOURCE, "zh", "zh-Hans", TRANSLATION, True, False, ""),
        (TRANSLATION, "en", "en", SOURCE, False, True, "en/"),
    ],
)
def test_what_a_language_knows(lang, code, tag, other, is_source, spaces_words, folder):
    assert (lang, lang.code, lang.tag, lang.other, lang.is_source) == (code, code, tag, other, is_source)
    assert (lang.spaces_words, lang.folder) == (spaces_words, folder)
    assert Language(code) is lang
    assert {code: 1}[lang] == 1


def test_both_are_the_languages_of_the_edition():
    assert set(LANGUAGES) == set(Language)


def test_no_other_module_compares_codes():
    compared = re.compile(r"""[!=]= ["'](zh|en)["']|["'](zh|en)["'] if lang""")
    found = [
        path.relative_to(ENGINE).as_posix()
        for path in (*ENGINE.rglob("*.py"), *ENGINE.rglob("*.j2"))
        if compared.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
