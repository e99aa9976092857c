"""Titles: names that marks set apart, 《 》 and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.words import either
from jianzhu.text.characters import HAN

TITLE = Rule("in marks of titles")
PERIODICAL = Rule("in marks of titles, and named like a periodical")
QUOTED = Rule("in quotation marks, and what it is stands after it")
CALLED = Rule("in quotation marks, and said to be a name")

_PERIODICAL = re.compile("(?:报|刊|杂志|书评|评论|新闻)$")
_TITLE = re.compile("《([^《》\n]{2,40})》")
_QUOTED = re.compile(rf"[“「『]([{HAN}A-Za-z0-9]{{2,8}})[”」』](?=(?:{either('products')}|公司|品牌))(号?)")
_CALLED = re.compile(rf"(?:{either('named')})[“「『]([{HAN}A-Za-z0-9·]{{2,10}})[”」』]")


def titles(text: str) -> Iterator[Mention]:
    """What stands in marks of titles, or is said to be a name in quotation marks."""
    for found in _TITLE.finditer(text):
        paper = bool(_PERIODICAL.search(found[1]))
        kind, rule = (NameType.ORGANIZATION, PERIODICAL) if paper else (NameType.WORK, TITLE)
        yield Mention(*found.span(1), kind, rule)
    for found in _QUOTED.finditer(text):
        # The quotation marks before 号 are part of the name of a ship.
        yield Mention(*(found.span() if found[2] else found.span(1)), NameType.MODEL, QUOTED)
    for found in _CALLED.finditer(text):
        yield Mention(*found.span(1), NameType.MODEL, CALLED)
