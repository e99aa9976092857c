"""Event kinds: what the words of a clause say about the kind of an event, where they make it evident."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jianzhu.text.characters import fold_script

#: The words of each kind by the code of a language; a clause with the words of one kind only is of that kind.
_WORDS: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]] = {
    "zh": [
        (kind, re.compile(words))
        for kind, words in (
            ("product", "发布了?(?!报告|研报)|推出|上线|问世|面世|亮相|发售|开售|内测|公测|开源"),
            ("company", "成立|创立|创办|创建|收购|并购|融资|上市|倒闭|破产|裁员|注册|投资了?|入股|加入|辞职|离职"),
            ("research", "论文|实验|研究出|研制|发明|发现|突破|诺贝尔"),
            ("policy", "政策|条例|法案|法律|规划|协议|协定|禁令|制裁|国务院|大会|峰会|颁布|出台|中央"),
            ("remark", "表示|认为|指出|声称|宣称|预测|透露|坦言|直言|说[:：，,“「]|曾说|称[:：，,“「]"),
            ("market", "价格|涨|跌|降价|销量|市场|股价|产能|出货|热潮|扎堆"),
            ("publication", "出版|刊登|刊发|发表|首版|写了|写道"),
        )
    ],
    "en": [
        (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
        for kind, words in (
            ("product", "launch(?:es|ed)?|releas(?:e|es|ed)|unveil(?:s|ed)?|introduc(?:es|ed)"),
            ("company", "found(?:ed|s)|acquir(?:es|ed)|merg(?:es|ed)|invest(?:s|ed)|bankrupt|incorporated"),
            ("research", "discover(?:s|ed)|invent(?:s|ed)|experiment|Nobel"),
            ("policy", "act|treaty|law|decree|sanctions?|agreement|congress|parliament"),
            ("remark", "said|says|declared|predicted|remarked"),
            ("market", "prices?|sales|shares?|market"),
            ("publication", "publish(?:es|ed)|printed|wrote"),
        )
    ],
}


def event_kind(words: str, lang: str) -> str | None:
    """The kind of the event that `words`, in the language with the code `lang`, tell; None where they leave it open."""
    folded = fold_script(words)
    kinds = [kind for kind, pattern in _WORDS.get(lang, ()) if pattern.search(folded)]
    return kinds[0] if len(kinds) == 1 else None
