"""Context: the words around a number and its unit, and whether they make something else of it than a quantity."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jianzhu.text.numerals import CHINESE, Numeral

#: Words in which a number and a unit are no quantity.
_IDIOMS = re.compile(
    r"[一]人|人人|千人一面|百人一|一次|一家|一个|一位|一名|一项|一张|一起|一台|一款|一元(?![零一二三四五六七八九\d])|一周|一所|一天|一块|一条|一种|一件|一份|一场|一回|一遍"
    r"|一部|一本|一套|一类|一行|一期|一步|一把|一道|一门|一片|一只|一国|一分钱|一度|一角|一毛|一升|一码|一瓦|一平|一寸寸|二元|三元及第|两码事|十分(?!钟)|万分(?!钟)|百分(?!钟)"
)
_NO_IDIOMS = (
    "块钱",
    "元钱",
    "个月",
    "个小时",
    "个百分点",
    "个季度",
    "个世纪",
    "个工作日",
    "个星期",
    "个礼拜",
    "个钟头",
)
#: Short words of measures, with which 一 says something else as often as not: 一度, 一角, 一块.
BEGIN_WORDS = ("米", "克", "升", "码", "瓦", "伏", "度", "块", "角", "毛", "行", "平方", "立方")
_MEMORY = re.compile("(?i:ddr)|内存|硬盘|显存|流量|U盘|显卡|独显|空间|手机|缓存")
_MONTHS_OF_AGE = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?月")
_SHORT_YEAR = re.compile("[4-9][1-9]")
_LASTING = re.compile("[了经历达近约共整过有长这那隔在续距今约超逾前后满第]\\Z|(?:历时|时隔|超过|不到)\\Z")
_LASTING_AFTER = re.compile(
    " ?(?:[来前后间里多]|以[来前后]|之|历史|时间|过去|的(?:历史|时间|经验|发展|岁月)|风雨|寿命|期|左右|以上|以下)"
)
_A_YEAR = re.compile(r"[12]\d{3}")
#: What makes an inch of 寸: things whose size is told in inches.
_SCREENS = re.compile("的?(?:屏|显示|液晶|电视|照|相片|蛋糕|披萨|平板|笔记本|轮|彩电|触|大屏|监视|光盘|荧幕|荧屏)")


_FIGURES = "一二三四五六七八九"
#: 三块二一斤.
_PRICE = re.compile(f"[{_FIGURES}](?=一[斤个只条块把件位人杯碗瓶本张份])")


@dataclass(frozen=True)
class Context:
    """The `numeral` of a `text` (simplified, half width), with the unit `word` behind it that ends at `end`."""

    text: str
    numeral: Numeral
    end: int
    word: str

    @property
    def is_idiom(self) -> bool:
        """Whether the two belong to a fixed phrase, or to 一 as an article."""
        return self.word not in _NO_IDIOMS and _IDIOMS.match(self.text, self.numeral.start) is not None

    @property
    def is_none(self) -> bool:
        """Whether the unit is none here: a name, a date, a size of pictures."""
        rule = _RULES.get(self.word)
        return rule is not None and rule(self)

    @property
    def tells_a_screen(self) -> bool:
        """Whether what is measured is told in inches."""
        return _SCREENS.match(self.text, self.end) is not None

    @property
    def number(self) -> str:
        """The number as written."""
        return self.text[self.numeral.start : self.numeral.end]

    @property
    def tells_an_age(self) -> bool:
        """Whether 周 is a year of age: 1周10个月."""
        return self.word == "周" and _MONTHS_OF_AGE.match(self.text, self.end) is not None

    @property
    def tenths(self) -> int:
        """The tenths of money behind the unit, where the price of one thing is told: the 2 of 三块二一斤."""
        price = _PRICE.match(self.text, self.end) if self.word == "块" else None
        return _FIGURES.index(price[0]) + 1 if price else 0

    def before(self, length: int) -> str:
        """As many characters before the number."""
        return self.text[max(0, self.numeral.start - length) : self.numeral.start]


def _no_year(context: Context) -> bool:
    """2023年 is a date; 57年 is more often one than a length of time."""
    if _A_YEAR.fullmatch(context.number):
        return True
    lasting = _LASTING.search(context.before(4)) or _LASTING_AFTER.match(context.text, context.end)
    return _SHORT_YEAR.fullmatch(context.number) is not None and lasting is None


def _no_cun(context: Context) -> bool:
    """3寸 in digits may be an inch, or a cun of a body."""
    return context.number[0] not in CHINESE and context.numeral.low < 4 and not context.tells_a_screen


def _no_decade(context: Context) -> bool:
    """七旬 is an age; 两旬 are twenty days."""
    return not (5 <= context.numeral.high <= 10 or "年" in context.before(2))


_RULES: Mapping[str, Callable[[Context], bool]] = {
    "年": _no_year,
    "寸": _no_cun,
    "旬": _no_decade,
    "节": lambda context: "速" not in context.before(8),
    "g": lambda context: _MEMORY.search(context.before(12) + context.text[context.end : context.end + 12]) is not None,
    "周": lambda context: (
        context.number == "四" and _LASTING_AFTER.match(context.text, context.end) is None
    ),  # 四周: around
    "尺": lambda context: context.before(1) == "涎",
    "丈": lambda context: context.before(1) == "冒",
    "分": lambda context: context.number == "一",
    "秒": lambda context: context.before(2) == "一分",  # 一分一秒
    "伏": lambda context: context.number == "三",  # the dog days
    "折": lambda context: len(context.number) == 2 and set(context.number) <= set(_FIGURES),  # 八五折 is read elsewhere
    "K": lambda context: "." not in context.number,  # 4K is a size of pictures
}
