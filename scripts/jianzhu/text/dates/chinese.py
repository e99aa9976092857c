"""Chinese: the rules for dates in Chinese text, in simplified characters and half width."""

from __future__ import annotations

from jianzhu.text.dates.chinese_ages import (
    PART_OF_CENTURY,
    PART_OF_DECADE,
    of_century,
    of_decade,
    of_era,
    of_era_as_whole,
    of_our_era,
    of_years_before_our_era,
)
from jianzhu.text.dates.chinese_parts import (
    ABOUT,
    MONTH_PART,
    QUARTER,
    SEASON,
    YEAR_PART,
    about_point,
    of_first_part,
    of_part_of_month,
    of_part_of_year,
)
from jianzhu.text.dates.chinese_relative import RELATIVE_RULES
from jianzhu.text.dates.chinese_values import (
    DAY,
    DAY_SIGN,
    FIGURE,
    LENGTH_BEFORE,
    MONTH,
    NOT_A_YEAR,
    OF,
    RELATIVE,
    SMALL,
    SPACE,
    TO,
    YEAR2,
    YEAR4,
    iso,
    last_named,
    of_days,
    of_months,
    of_point,
    of_short_year,
    of_span,
    of_year,
    of_years,
    point_pattern,
    whole_number,
)
from jianzhu.text.dates.eras import ERAS
from jianzhu.text.dates.festivals import FESTIVAL, of_festival, of_lunar
from jianzhu.text.dates.rule import Rule, verbose
from jianzhu.text.numerals import CHINESE

_LUNAR_SIGN = "(?:农历|阴历|旧历|夏历)"
_ANY_YEAR = rf"(?:(?P<y4>{YEAR4}){SPACE}年|(?P<rel>{RELATIVE}))"
#: Digits of a date with separators are part of nothing longer, such as a version or an address.
_APART, _ENDED = r"(?<![A-Za-z0-9_.\-/])(?<![A-Za-z0-9/]:)", r"(?![A-Za-z0-9_\-/]|[.:]\d)"

_ABSOLUTE_RULES: tuple[Rule, ...] = (
    verbose(
        "lunar",
        rf"""(?P<sign_before>{_LUNAR_SIGN}{SPACE})? {_ANY_YEAR}{OF} (?:(?P<sign>{_LUNAR_SIGN}){SPACE})?
            (?P<leap>闰)? (?P<month>[正腊冬]|{MONTH}) 月 (?P<d>初[一二三四五六七八九十]|{DAY}(?:[日号]|(?!\d)))?""",
        of_lunar,
    ),
    verbose(
        "festival",
        rf"""(?:{_ANY_YEAR} | (?P<y2>{YEAR2}){SPACE}年){OF} (?P<festival>{FESTIVAL})节?(?![月日号运]|(?<=至)[\d今明])
            (?P<about>{SPACE}(?:期间|前后|前夕|假期|长假|黄金周))?""",
        of_festival,
    ),
    verbose("span", point_pattern("a") + TO + point_pattern("b"), of_span),
    verbose(
        "years",
        rf"""(?P<first>{YEAR4}){SPACE}年? (?:{TO}|(?P<list>、)) (?P<last>[12]\d{{3}}|[一二][{FIGURE}]{{3}}|\d{{2}}){SPACE}
            (?: 年间?(?![代前级]) | 赛季 | 学年 | 财年)""",
        of_years,
    ),
    verbose(
        "years",
        r"(?<=[(（]) (?P<first>[1-9]\d\d)年? [-—–~～至] (?P<list>(?!))? (?P<last>[1-9]\d\d)年 (?=[)）])",
        of_years,
    ),
    # The year of our era, behind that of another: 光绪八年(1882).
    verbose("year", r"(?<=年[(（]) (?P<y4>[1-9]\d{2,3}) (?=[)）])", of_point),
    verbose(
        "years-of-life",
        r"""(?<![A-Za-z0-9_.\-/:—–~～]) (?P<first>1\d{3}|20\d{2}) (?P<list>(?!))? [ ]?[-—–~～]{1,2}[ ]? (?P<last>1\d{3}|20\d{2})
            (?=[)），,；。、这]|$)""",
        of_years,
    ),
    verbose(
        "months",
        rf"""(?:{_ANY_YEAR}{SPACE} | (?<![\d.年])) (?P<from>{MONTH}){SPACE}月? (?:{TO}|(?P<list>、)) (?P<to>{MONTH}){SPACE}月份?
            (?!{SPACE}{DAY}[日号])""",
        of_months,
    ),
    verbose(
        "months",
        rf"""(?:{_ANY_YEAR}{OF} | (?<![\d.年个{SMALL}])) (?P<from>[一二三四五六七八九]) (?P<to>[二三四五六七八九])
            (?P<list>月份? (?:间|(?<=份)|(?<=年..月)|(?<=年的..月)) )""",
        of_months,
    ),
    verbose(
        "days",
        rf"""(?:{_ANY_YEAR}{SPACE} | (?<![\d年])) (?P<m>{MONTH}){SPACE}月{SPACE}
            (?P<from>{DAY}) (?: {SPACE}[日号]?{TO} | (?P<list>、)) (?P<to>{DAY}){DAY_SIGN}""",
        of_days,
    ),
    verbose(
        "part-of-year",
        rf"""(?:{_ANY_YEAR}{OF} | (?P<y5>{YEAR4}) (?=[上下]半年|第?[一二三四1-4]季度))
            (?P<part>{QUARTER}|{YEAR_PART}|{SEASON}|{ABOUT})""",
        of_part_of_year,
    ),
    verbose(
        "part-of-year",
        rf"""(?<!{LENGTH_BEFORE}) (?P<y2>{YEAR2}){SPACE}年
            (?P<part>{QUARTER}|(?!中){YEAR_PART}|{SEASON})""",
        of_part_of_year,
    ),
    verbose(
        "first-part-of-year",
        rf"""(?:{_ANY_YEAR}{OF} (?:[前头] (?P<count>[一二两三四五六七八九十]{{1,2}}|1?\d) (?P<unit>个?季度?|个月))
            | [前头] (?P<count2>[一二两三四五六七八九十]) (?P<unit2>个?季度))""",
        of_first_part,
    ),
    verbose(
        "part-of-year", rf"(?<![年\d前头个的]) (?P<part>第?[一二三四1-4]{SPACE}季度|[上下]半年) (?!度)", of_part_of_year
    ),
    verbose(
        "part-of-month",
        rf"""(?:{_ANY_YEAR}{OF} | (?<![\d个年每{SMALL}])) (?P<m>{MONTH}){SPACE}月份?{SPACE}
            (?P<part>{MONTH_PART}|{ABOUT})""",
        of_part_of_month,
    ),
    verbose(
        "month-of-year",
        rf"""(?:{_ANY_YEAR} | (?P<y2>{YEAR2}){SPACE}年){OF} (?P<m>{MONTH}){SPACE}月份?
            (?:{SPACE}(?P<d>{DAY}){DAY_SIGN})?""",
        of_point,
    ),
    verbose(
        "about",
        rf"""(?:{_ANY_YEAR}{OF} | (?<![\d年个历{SMALL}])) (?P<m>{MONTH}){SPACE}月{SPACE} (?P<d>{DAY}){SPACE}[日号]{SPACE}
            (?:{ABOUT})""",
        about_point,
    ),
    verbose(
        "about",
        rf"""(?:大约|大概|大致|(?<![条合公签契节纽预邀违履特大相赴制])约)[在于]?{SPACE}
            (?P<y4>{YEAR4}){SPACE}年 (?![代前级]) (?!{OF}\d)""",
        about_point,
    ),
    verbose(
        "month-and-day", rf"(?<![\d年个历{SMALL}]) (?P<m>{MONTH}){SPACE}月{SPACE} (?P<d>{DAY}){DAY_SIGN}", of_point
    ),
    verbose(
        "month",
        rf"""(?<![\d.个第每年历{SMALL}]) (?P<m> (?:1[0-2]|0?[1-9]){SPACE}月份? | {MONTH}月份 | (?<![公纪状])元月)
            (?!\d | {SPACE}{DAY}{SPACE}[日号至到—-] | [球饼亮光票薪租嫂子台息卡报刊经食龄牌] | 份[牌额子] | 间
                | 革命 | 来信 | 事变 | 起义 | 惨案 | 风暴 | 逆流 | 暴动)""",
        lambda m, now: last_named(m, now, whole_number(m["m"].rstrip("份 ").rstrip("月 "))),
    ),
    verbose(
        "year",
        rf"(?P<y4>{YEAR4}){SPACE}年 (?![代级] | (?<=零年)前) (?!{SPACE}\d{{1,2}}{SPACE}月)",
        of_year,
    ),
    verbose("last-or-this-year", rf"(?P<rel>{RELATIVE}) (?!代)", of_point),
    verbose(
        "short-year",
        rf"""(?<!{LENGTH_BEFORE}) (?<!{LENGTH_BEFORE}[ ])
            (?P<y2> (?<![\d.第]) (?:0\d|[6-9]\d)
                | (?<![{CHINESE}第])
                    (?:[零〇][一二三四五六七八九] | [六七八九][零〇一二三四五六七八九] | [一二三四五][一二三四五六七八九]))
            {SPACE}年 {NOT_A_YEAR}""",
        of_short_year,
    ),
    verbose(
        "short-year",
        rf"""(?<!{LENGTH_BEFORE}) (?<![\d.第]) (?P<y2>[1-5]\d){SPACE}年
            (?=毕业|结婚|出生|入学|参军|退休|去世|的时候|那年|开始|起|世界杯|奥运)""",
        of_short_year,
    ),
    verbose(
        "decade",
        rf"""(?:(?P<century>\d{{1,2}}|[{SMALL}]{{1,3}}|上个?|本|这个){SPACE}世纪{SPACE})?
            (?: (?P<from>(?<!\d)(?:[12]\d)?\d0|[{SMALL}]{{1,2}})(?:年代)?[、至到和—-]
                | (?P<near>[一二三四五六七八](?=[二三四五六七八九]十)) )?
            (?P<decade>(?<!\d)[12]\d\d0|(?<!\d)\d0|[二三四五六七八九]十){SPACE}年代 (?P<part>{PART_OF_DECADE})?""",
        of_decade,
    ),
    verbose(
        "century",
        rf"""(?:(?P<before>公元前|西元前|前)|公元|西元)? (?P<century>(?<!\d)\d{{1,2}}|[{SMALL}]{{1,3}}|上个?|本|这个){SPACE}世纪
            (?P<part>{PART_OF_CENTURY})? (?!\S{{0,3}}年代 | \S{{0,2}}[大强])""",
        of_century,
    ),
    verbose(
        "our-era", rf"[公西]元(?P<before>前)?{SPACE} (?P<year>\d{{1,4}}|[{CHINESE}]{{1,5}}){SPACE}年 (?!代)", of_our_era
    ),
    verbose(
        "our-era",
        rf"""[公西]元前{SPACE} (?P<first>\d{{1,4}}){SPACE}年? {TO} (?P<last>\d{{1,4}}){SPACE}年 (?!代)""",
        of_years_before_our_era,
    ),
    verbose("before-our-era", rf"(?<!\w) (?P<before>前){SPACE} (?P<year>\d{{3}}){SPACE}年 (?!代)", of_our_era),
    verbose(
        "era",
        rf"""(?P<era>{"|".join(ERAS)}) (?P<number>元|\d{{1,2}}|[{SMALL}]{{1,3}}){SPACE}年
            (?:{SPACE}(?P<m>{MONTH}){SPACE}月 (?:{SPACE}(?P<d>{DAY})[日号])?)? (?![代级])""",
        of_era,
    ),
    verbose("era", rf"(?P<era>{'|'.join(ERAS)}) 年间", of_era_as_whole),
    verbose(
        "compact",
        r"(?<![\w.\-/]) (?P<y>19\d\d|20\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>0[1-9]|[12]\d|3[01]) (?![A-Za-z0-9_.\-/])",
        lambda m, _: iso(int(m["y"]), int(m["m"]), int(m["d"])),
    ),
    verbose(
        "iso",
        rf"""{_APART} (?P<y>(?:1[0-9]|20)\d\d) (?P<sep>[-/.]) (?P<m>0?[1-9]|1[0-2]) (?P=sep)
            (?P<d>0?[1-9]|[12]\d|3[01]) {_ENDED}""",
        lambda m, _: iso(int(m["y"]), int(m["m"]), int(m["d"])),
    ),
    verbose(
        "iso-month",
        rf"{_APART} (?P<y>(?:19|20)\d\d)[-/.](?P<m>0[1-9]|1[0-2]) {_ENDED} (?![万亿元%])",
        lambda m, _: iso(int(m["y"]), int(m["m"])),
    ),
)

CHINESE_RULES = (*_ABSOLUTE_RULES, *RELATIVE_RULES)
