"""Figures: which quantities of a text tell a figure of the world, and which only serve the sentence.

A rule looks at the words of a quantity and at what stands around them, never at the value alone: 十年 in 这十年 passes, and
十年 in 十年期国债 is a term. Where no rule applies, a quantity is a figure: one too many is asked for rather than one lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jianzhu.text.characters import fold_script

#: What a quantity does that is no figure: it tells a length of time in passing, an order, one thing of a kind, is part of an
#: idiom, names a year at school, or a version of something.
Passing = Literal["duration", "ordinal", "article", "idiom", "school-year", "version"]


@dataclass(frozen=True)
class _Rule:
    """A quantity whose words match `words` whole, between text that ends as `before` and begins as `after`, is `use`."""

    use: Passing | Literal["figure"]
    words: str
    before: str = ""
    after: str = ""


_DIGIT = "[一二两三四五六七八九]"
#: Small and round numbers in Chinese characters.
_ROUND = f"(?:{_DIGIT}?[十百千万](?:多|几|余)?|{_DIGIT}{{1,2}})"
_TIME = "(?:年|个?月|个?季度|周|个?星期|个?礼拜|天|日|个?小时|个?钟头|分钟|秒钟?|个?世纪)"
_MORE = "(?:多|余|左右|以上|上下)?"
_COUNTER = "[个家种项张位名件条只次款台本部篇段场座份句人]"
#: What makes a figure of a length of time: words that measure it, and terms.
_MEASURES = "工期|寿命|刑期|周期|期限|年限|历时|长达|平均|时长|耗时|每天|每周|每年|有效|保质|任期|刑"
#: What tells that a length of time only places something: before it, and behind it.
_SINCE = "[这那近前后头每]|过去的?|最近的?|未来的?|今后的?|此后的?|短短|仅仅|再过|再等|一晃|转眼|早在|还有"
_THEN = "来|间|[里内][，,的]?|之?[后前]|以[来前后]|时间|光阴|河[东西]|如一日|过去了|磨一剑|树木|寒窗"
_ANYTHING = ".*"

#: The rules of Chinese, in simplified characters; the first that applies counts.
_CHINESE: Sequence[_Rule] = (
    _Rule("ordinal", _ANYTHING, before="第|排名(?:前|在)?|名列(?:前|第)?|位[列居](?:前|第)?|排在(?:前|第)?|(?<![之以年月天日])前"),
    _Rule("school-year", rf"(?:\d|{_DIGIT})年", before="[高初大研小中]", after="(?!前|后|来|多)"),
    _Rule("school-year", rf"(?:\d|{_DIGIT})年", after="(?:级|制|[高初]中|大学|小学|中学|本科|硕士|博士|书)"),
    _Rule("version", _ANYTHING, before=r"[A-Za-z][-.]?|版本|[Vv](?:er)?\.?\s?"),
    _Rule("version", _ANYTHING, after=r"\s?(?:版本?(?!权)|型号)"),
    _Rule("idiom", "三天", after="两头|打鱼"),
    _Rule("idiom", "[一两三几千万百十](?:个|家|次|人|天|年|里|张|条|步)", after="(?:子(?!公司)|世界|半载|半会|万户|万水|落一|夜)"),
    _Rule("article", rf"[一1]\s?{_COUNTER}", after="(?!月|小时|季度|百分点|多)"),
    _Rule("figure", rf"{_ANYTHING}{_TIME}{_MORE}", before=_MEASURES),
    _Rule("figure", rf"{_ANYTHING}{_TIME}{_MORE}", after="期|国债|贷款|刑|保修"),
    _Rule("duration", rf"(?:近|约|大约|超过|将近)?{_ROUND}{_MORE}{_TIME}{_MORE}"),
    _Rule("duration", rf"(?:近|约|大约|超过|将近)?\d{{1,2}}{_MORE}\s?{_TIME}{_MORE}", before=_SINCE),
    _Rule("duration", rf"(?:近|约|大约|超过|将近)?\d{{1,2}}{_MORE}\s?{_TIME}{_MORE}", after=_THEN),
)  # fmt: skip

#: How far before a quantity a rule looks.
_NEAR = 12

_RULES: Mapping[str, Sequence[_Rule]] = {"zh": _CHINESE}


def passing(text: str, start: int, end: int, lang: str) -> Passing | None:
    """What the quantity at `start` to `end` of `text` (code points) does instead of telling a figure; None where it tells one.

    `lang` is the code of the text's language; in one without rules every quantity is a figure.
    """
    folded = fold_script(text)
    words, before, after = folded[start:end], folded[:start], folded[end:]
    for rule in _RULES.get(lang, ()):
        if (
            re.fullmatch(rule.words, words)
            and re.search(f"(?:{rule.before})$", before[-_NEAR:])
            and re.match(rule.after, after)
        ):
            return None if rule.use == "figure" else rule.use
    return None
