"""Chinese: the rules for dates in Chinese text, in simplified characters and half width."""

from __future__ import annotations

import re
from collections.abc import Callable

from jianzhu.text.dates.chinese_values import (
    ABOUT,
    DAY,
    DAY_SIGN,
    DAY_WORDS,
    FIGURE,
    LENGTH_BEFORE,
    MONTH,
    MONTH_PART,
    NEAR,
    NOT_A_YEAR,
    QUARTER,
    RELATIVE,
    SEASON,
    SMALL,
    SPACE,
    TO,
    WEEKDAYS,
    YEAR2,
    YEAR4,
    YEAR_PART,
    days_ago,
    decades_ago,
    iso,
    last_named,
    months_ago,
    of_century,
    of_days,
    of_decade,
    of_era,
    of_month_word,
    of_months,
    of_our_era,
    of_part_of_month,
    of_part_of_year,
    of_point,
    of_short_year,
    of_span,
    of_years,
    point_pattern,
    whole_number,
    year_of,
    years_ago,
)
from jianzhu.text.dates.eras import ERAS
from jianzhu.text.dates.rule import Now, Rule
from jianzhu.text.numerals import CHINESE


def _rule(name: str, pattern: str, resolve: Callable[[re.Match[str], Now], str | None]) -> Rule:
    return Rule(name, re.compile(pattern, re.VERBOSE), resolve)


def _lunar(match: re.Match[str], now: Now) -> str | None:
    """A date of the lunar calendar lies about the year that is named; without one nothing is known of it."""
    year = year_of(match, now)
    return None if year is None else f"{year:04}~"


_ANY_YEAR = rf"(?:(?P<y4>{YEAR4}){SPACE}年|(?P<rel>{RELATIVE}))"
_N = rf"(?:(?<![\d万几数第{CHINESE}])(?:\d{{1,6}}|[{CHINESE}]{{1,8}}))"
#: Digits of a date with separators are part of nothing longer, such as a version or an address.
_APART, _ENDED = r"(?<![A-Za-z0-9_.\-/:])", r"(?![A-Za-z0-9_\-/]|[.:]\d)"

CHINESE_RULES: tuple[Rule, ...] = (
    _rule(
        "lunar",
        rf"(?:{_ANY_YEAR}{SPACE})? (?:农历|阴历|旧历|夏历) [正腊冬闰{SMALL}\d]{{1,3}}月 (?:初?[{SMALL}\d]{{1,3}}[日号]?)?",
        _lunar,
    ),
    _rule("span", point_pattern("a") + TO + point_pattern("b"), of_span),
    _rule(
        "years",
        rf"(?P<first>{YEAR4}){SPACE}年? {TO} (?P<last>[12]\d{{3}}|[一二][{FIGURE}]{{3}}|\d{{2}}){SPACE}年 (?![代前级])",
        of_years,
    ),
    _rule("years-of-life", r"(?<=[(（]) (?P<first>[12]\d{3}) [-—–~～]{1,2} (?P<last>[12]\d{3}) (?=[)）])", of_years),
    _rule(
        "months",
        rf"""(?:{_ANY_YEAR}{SPACE} | (?<![\d.年])) (?P<from>{MONTH}){SPACE}月? {TO} (?P<to>{MONTH}){SPACE}月份?
            (?!{SPACE}{DAY}[日号])""",
        of_months,
    ),
    _rule(
        "days",
        rf"""(?:{_ANY_YEAR}{SPACE} | (?<![\d年])) (?P<m>{MONTH}){SPACE}月{SPACE}
            (?P<from>{DAY}){SPACE}[日号]? {TO} (?P<to>{DAY}){DAY_SIGN}""",
        of_days,
    ),
    _rule(
        "part-of-year",
        rf"{_ANY_YEAR}{SPACE}(?:的)?{SPACE} (?P<part>{QUARTER}|{YEAR_PART}|{SEASON}|{ABOUT})",
        of_part_of_year,
    ),
    _rule("part-of-year", rf"(?<![年\d]) (?P<part>第?[一二三四1-4]{SPACE}季度|[上下]半年) (?!度)", of_part_of_year),
    _rule(
        "part-of-month",
        rf"""(?:{_ANY_YEAR}{SPACE} | (?<![\d个年每{SMALL}])) (?P<m>{MONTH}){SPACE}月份?{SPACE}
            (?P<part>{MONTH_PART}|{ABOUT})""",
        of_part_of_month,
    ),
    _rule(
        "month-of-year",
        rf"""(?:{_ANY_YEAR} | (?P<y2>{YEAR2}){SPACE}年){SPACE} (?P<m>{MONTH}){SPACE}月份?
            (?:{SPACE}(?P<d>{DAY}){DAY_SIGN})?""",
        of_point,
    ),
    _rule("month-and-day", rf"(?<![\d年个历{SMALL}]) (?P<m>{MONTH}){SPACE}月{SPACE} (?P<d>{DAY}){DAY_SIGN}", of_point),
    _rule(
        "month",
        rf"""(?<![\d.个第每年历{SMALL}]) (?P<m> (?:1[0-2]|0?[1-9]){SPACE}月份? | {MONTH}月份)
            (?!\d | {SPACE}{DAY}{SPACE}[日号至到—-] | [球饼亮光票薪租嫂子台息卡报刊经食] | 革命)""",
        lambda m, now: last_named(m, now, whole_number(m["m"].rstrip("份 ").rstrip("月 "))),
    ),
    _rule("year", rf"(?P<y4>{YEAR4}){SPACE}年 (?![代前级]) (?!{SPACE}\d{{1,2}}{SPACE}月)", of_point),
    _rule("last-or-this-year", rf"(?P<rel>{RELATIVE}) (?!代)", of_point),
    _rule(
        "short-year",
        rf"""(?<!{LENGTH_BEFORE}) (?<!{LENGTH_BEFORE}[ ])
            (?P<y2> (?<![\d.第]) (?:0\d|[6-9]\d)
                | (?<![{CHINESE}第])
                    (?:[零〇][一二三四五六七八九] | [六七八九][零〇一二三四五六七八九] | [一二三四五][一二三四五六七八九]))
            {SPACE}年 {NOT_A_YEAR}""",
        of_short_year,
    ),
    _rule(
        "decade",
        rf"""(?:(?P<century>\d{{1,2}}|[{SMALL}]{{1,3}}|上个?|本){SPACE}世纪{SPACE})?
            (?: (?P<from>\d0|[{SMALL}]{{1,2}})(?:年代)?[、至到和—-]
                | (?P<near>[一二三四五六七八](?=[二三四五六七八九]十)) )?
            (?P<decade>(?<!\d)[12]\d\d0|(?<!\d)\d0|[二三四五六七八九]十){SPACE}年代""",
        of_decade,
    ),
    _rule(
        "century",
        rf"""(?P<before>公元前|前)? (?P<century>(?<!\d)\d{{1,2}}|[{SMALL}]{{1,3}}|上个?|本){SPACE}世纪
            (?!\S{{0,3}}年代 | \S{{0,2}}[大强])""",
        of_century,
    ),
    _rule("our-era", rf"公元(?P<before>前)?{SPACE} (?P<year>\d{{1,4}}|[{CHINESE}]{{1,5}}){SPACE}年 (?!代)", of_our_era),
    _rule("before-our-era", rf"(?<!\w) (?P<before>前){SPACE} (?P<year>\d{{3}}){SPACE}年 (?!代)", of_our_era),
    _rule(
        "era",
        rf"""(?P<era>{"|".join(ERAS)}) (?P<number>元|\d{{1,2}}|[{SMALL}]{{1,3}}){SPACE}年
            (?:{SPACE}(?P<m>{MONTH}){SPACE}月 (?:{SPACE}(?P<d>{DAY})[日号])?)? (?![代级])""",
        of_era,
    ),
    _rule(
        "iso",
        rf"""{_APART} (?P<y>(?:1[0-9]|20)\d\d) (?P<sep>[-/.]) (?P<m>0?[1-9]|1[0-2]) (?P=sep)
            (?P<d>0?[1-9]|[12]\d|3[01]) {_ENDED}""",
        lambda m, _: iso(int(m["y"]), int(m["m"]), int(m["d"])),
    ),
    _rule(
        "iso-month",
        rf"{_APART} (?P<y>(?:19|20)\d\d)[-/.](?P<m>0[1-9]|1[0-2]) {_ENDED} (?![万亿元%])",
        lambda m, _: iso(int(m["y"]), int(m["m"])),
    ),
    _rule("decades-ago", r"(?P<near>[一二三四五六七八]) (?P<far>[二三四五六七八九]) 十年前", decades_ago),
    _rule(
        "years-ago",
        rf"(?P<number>{_N}){SPACE} (?P<more>多)? 年 (?P<half>半)? 多? (?:之|以)? 前 (?![后夕])",
        years_ago,
    ),
    _rule("years-ago", r"(?<![年个\d下上]) 半年 (?:之|以)? 前", lambda _, now: f"{now.month_away(-6)}~"),
    _rule("months-ago", rf"(?P<number>{_N}){SPACE} 个 (?P<half>半)? 多? 个? 月 (?:之|以)? 前", months_ago),
    _rule("days-ago", rf"(?P<number>{_N}){SPACE} 个? (?P<unit>天|周|星期|礼拜) (?:之|以)? 前", days_ago),
    _rule(
        "day-word",
        r"(?P<day> (?<!大)昨[天日晚] | (?<![之以大])前天 | 大前天 | 后天(?![的性失]))",
        lambda m, now: now.days_away(DAY_WORDS[m["day"][0]]),
    ),
    _rule(
        "week",
        r"(?P<near>上上|上|本|这|下) 个? (?:周|星期|礼拜) (?P<day>[一二三四五六日天]) (?![年期般])",
        lambda m, now: now.weekday_away(NEAR[m["near"]], WEEKDAYS[m["day"]]),
    ),
    _rule(
        "week",
        r"(?P<near>上上|上|本|下) 个? (?:周|星期|礼拜) (?![一二三四五六日天期末身边])",
        lambda m, now: now.week_away(NEAR[m["near"]]),
    ),
    _rule("month-word", rf"(?P<near>上上|上|本|这|下) 个? 月 (?:{SPACE}(?P<d>{DAY}){DAY_SIGN})? (?!来)", of_month_word),
)
