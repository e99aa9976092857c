"""The documents that stand in English and in Chinese say the same: section by section the same headings, code, lists and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAIRS = [("README.md", "README.zh.md"), ("seeds/README.md", "seeds/README.zh.md")]

_HEADING = re.compile(r"(#+) (.+)")
_ITEM = re.compile(r"(?:-|\d+\.) ")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
#: What stands behind a command in a block of code: words of the language.
_REMARK = re.compile(r"\s{2,}.*|\s#.*")


@dataclass(frozen=True, kw_only=True)
class Section:
    """What a heading and the text below it have in every language."""

    title: str
    level: int
    code: tuple[str, ...]
    items: int
    rows: int
    spans: frozenset[str]
    links: frozenset[str]


def sections(text: str) -> list[Section]:
    """The sections of a document, in order. What is in code is no heading, item or row."""
    found: list[tuple[str, int, list[str]]] = []
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            found.append((heading[2], len(heading[1]), []))
        else:
            found[-1][2].append(line)
    return [_section(title, level, lines) for title, level, lines in found]


def _section(title: str, level: int, lines: list[str]) -> Section:
    code = [line.strip() for line in lines if line.startswith("    ")]
    prose = [line.strip() for line in lines if not line.startswith("    ")]
    running = " ".join((title, *prose))
    return Section(
        title=title,
        level=level,
        code=tuple(_REMARK.sub("", line) for line in code),
        items=sum(bool(_ITEM.match(line)) for line in prose),
        rows=sum(line.startswith("|") for line in prose),
        spans=frozenset(span[2] for span in _SPAN.finditer(running)),
        links=frozenset(_target(link) for link in _LINK.findall(running)),
    )


def _target(link: str) -> str:
    """The document that a link leads to, whatever its language; a place in it by the sign alone, since it is named by a heading."""
    file, hash_, _ = link.partition("#")
    return file.replace(".zh.md", ".md") + hash_


def differences(english: str, chinese: str) -> list[str]:
    """How two editions of a document differ, a line for each, with the section that is out of step."""
    found = []
    for ours, theirs in zip_longest(sections(english), sections(chinese)):
        if ours is None or theirs is None:
            one, language = (ours, "English") if ours else (theirs, "Chinese")
            found.append(f"{one.title}: only in {language}")
            continue
        name = f"{ours.title} / {theirs.title}"
        found += [
            f"{name}: {what} {left!r} in English, {right!r} in Chinese"
            for what, left, right in (
                ("a heading of level", ours.level, theirs.level),
                ("list items:", ours.items, theirs.items),
                ("table rows:", ours.rows, theirs.rows),
            )
            if left != right
        ]
        found += [
            f"{name}: code {left!r} in English, {right!r} in Chinese"
            for left, right in zip_longest(ours.code, theirs.code)
            if left != right
        ]
        for what, left, right in (("", ours.spans, theirs.spans), ("a link to ", ours.links, theirs.links)):
            found += [f"{name}: {what}{one!r} only in English" for one in sorted(left - right)]
            found += [f"{name}: {what}{one!r} only in Chinese" for one in sorted(right - left)]
    return found


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_both_languages_say_the_same(english, chinese):
    read = [(ROOT / name).read_text(encoding="utf-8") for name in (english, chinese)]
    assert min(len(sections(text)) for text in read) > 5
    assert differences(*read) == []


@pytest.mark.parametrize("name", [name for pair in PAIRS for name in pair])
def test_links_lead_to_headings(name):
    for link in _LINK.findall((ROOT / name).read_text(encoding="utf-8")):
        file, hash_, anchor = link.partition("#")
        if hash_ and not link.startswith("http"):
            target = (ROOT / name).parent / file if file else ROOT / name
            titles = [section.title for section in sections(target.read_text(encoding="utf-8"))]
            assert anchor in [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles], link


ENGLISH = """# Book

A [link](a.md#one).

## One

- `key` is a word
- `other key` with ``a ` b``

| name | use |
| --- | --- |
| x | y |

    make site     # builds it
    seeds/        the texts
"""
CHINESE = """# 书

一个[链接](a.zh.md#一)。

## 一

- 词 `key`
- 用 ``a ` b`` 的 `other key`

| 名 | 用 |
| --- | --- |
| x | y |

    make site     # 构建
    seeds/        文章
"""


def test_words_and_order_may_differ():
    assert differences(ENGLISH, CHINESE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("is a word", "and `new`", "One / 一: 'new' only in English"),
        ("`key` is", "key is", "One / 一: 'key' only in Chinese"),
        ("## One", "### One", "One / 一: a heading of level 3 in English, 2 in Chinese"),
        ("- `other key` with", "`other key` with", "One / 一: list items: 1 in English, 2 in Chinese"),
        ("| x | y |\n", "| x | y |\n| z | y |\n", "One / 一: table rows: 4 in English, 3 in Chinese"),
        ("make site", "make sites", "One / 一: code 'make sites' in English, 'make site' in Chinese"),
        ("    seeds/        the texts\n", "", "One / 一: code None in English, 'seeds/' in Chinese"),
        ("a.md#one", "b.md", "Book / 书: a link to 'b.md' only in English"),
        ("    make site", "## Two\n\n    make site", "Two: only in English"),
    ],
)
def test_a_difference_is_told_with_its_section(old, new, expected):
    assert ENGLISH.count(old) == 1
    assert expected in differences(ENGLISH.replace(old, new), CHINESE)
