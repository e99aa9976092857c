"""Reader: the numbers of a Chinese text one by one: cardinals, ordinals, fractions, ranges and bounds.

What stands for a number in every word of Chinese is not one: 一样, 万一, 十分 and 四川 are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Context, Decimal

from jianzhu.text.numbers.hit import NumberHit
from jianzhu.text.numerals import CHINESE, Numeral, find_numerals

#: Thirds have no end: 15 figures of them are kept.
_PRECISE = Context(prec=15)
#: Words of which a sign of a number is a part, and which are none.
_WORDS = re.compile(
    r"一(?:[样些直定般起下旦切致向同再味律贯带连边齐共并概度旁举经方面时路手生流心体道]|点(?![〇零一二三四五六七八九]))"
    r"|[统唯万专单均如]一(?![百千万亿])|[十万]分(?![之钟])|万[能岁物般里]|千万(?=别|不|要|记|注意|小心|莫|勿|得)|千(?:瓦时?|克|米|[卡帕赫]|古|秋|里马)"
    r"|百(?:姓|货|度|科|合|叶|般|年|家姓)|四川|四[处周肢季面]|三(?:角|亚|明|峡|星|轮|国演义|菱|联)|九江|六安|五[行官金谷]|八[卦方]"
    r"|七夕|十字|双十一|两[旁边岸侧会广手极]|零(?:件|售|食|碎|部件|钱|用|散)|半(?:岛|径|导体|夜|路|途|球|决赛|天|截|响|身|数|边|成品|山|空)|两栖"
    r"|对(?:于|方|象|面|比|待|应|手|付|策|此|外|内|折|话|抗|立)|千方百计|百花齐放|五花八门|九牛一毛|乱七八糟|七上八下|一一"
)
_SCALES = {
    "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)
}  # fmt: skip
_LETTERS = {"k": 3, "K": 3, "M": 6, "G": 9, "B": 9, "T": 12}
_NAME = re.compile(r"[A-Za-z_#№]\Z|[A-Za-z\d][-_./:]\Z|\d\.\Z")
_SIGN = re.compile(
    r"(?:(?<![\d.A-Za-z%)\]\u3007-\u9fff])[-−]|(?<=[到至于为是在过达率比~～])[-−]|(?<![承肩抱辜不胜])负) ?\Z"
)
_BELOW = re.compile(r" ?分 ?之 ?(?P<minus>负)?")
_SLASH = re.compile(r" ?/ ?(?P<below>\d{1,6})(?![\d/])")
_MIXED = re.compile(r" (?P<above>\d{1,3})/(?P<below>\d{1,3})(?![\d/])")
_EXPONENT = re.compile(r"[eE](?P<places>[+-]?\d{1,2})(?![\dA-Za-z])|[\^](?P<power>[+-]?\d{1,2})(?!\d)")
_LETTER = re.compile(r"(?P<letter>[kKMGBT])(?![A-Za-z\d])")
_MORE = re.compile(r"(?:(?P<more>多|余(?!额|下|地))|(?P<round>来(?!自|到|说|看|源)))(?P<scale>[百千万亿兆]{0,2})")
_SCALE = re.compile(r"[万亿兆]{1,2}(?!分之)")
_HALF = re.compile(r" ?个半")
_DOZENS = re.compile(
    r" ?(?:(?P<dozen>打(?![击开破听造算扮扰包车折断工动]))|(?P<pair>双(?![方边重十语])"
    r"|对(?!于|方|象|面|比|待|应|手|付|策|此|外|内|抗|立)))"
)
_OPEN = re.compile(rf"(?P<word>[几数])(?P<scale>[十百千万亿]+)(?![{CHINESE}])")
_ALONE = re.compile(r"(?<![\d一二两三四五六七八九十个百千万亿大])半(?=[个年月天日小杯碗瓶斤里\s]|\Z)")
_TO = re.compile(r" ?(?:[-–—―~～]{1,2}|至|到|与(?=[^之]{1,12}之间)|和(?=[^之]{1,12}之间)) ?")
_BETWEEN = re.compile(r"(?:介于|介乎|处于|处在|在|从|由|自) ?\Z")
_HAS = r"(?:了|有|要|过|到|达|出)?"
_LOWER = r"大于等于|大于或等于|不小于|不少于|不低于|不下于?|至少|最少|起码|最低|≥|>=|≧"
_ABOVE = r"大于|超过|超出|多于|高于|突破|不止|逾|超|>"
_UPPER = r"小于等于|小于或等于|不大于|不超过|未超过|没超过|不高于|不多于|至多|最多|最高|多达|≤|<=|≦"
_UNDER = r"小于|少于|低于|不到|不足|不满|未满|未到|<"
_BEFORE = re.compile(
    rf"(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER})|(?P<under>{_UNDER})|(?P<above>{_ABOVE})"
    rf"|(?P<about>大约|约莫|约|大概|差不多|接近|将近|几乎|≈|(?<![附最远邻靠临晚])近)){_HAS}为? ?\Z"
)
_OVER = re.compile(r"(?<![晚早以之网路线市世地海身手场月周加赶版])上\Z")
_THAN, _THAN_AFTER = (
    re.compile(r"比 ?\Z"),
    re.compile(r"(?:(?P<above>[大多高])|(?P<under>[小少低]))(?!家|数|人|半|年|学|天)"),
)
_AFTER = re.compile(
    r" ?(?:(?P<lower>及以上|或以上|或更多|以上|开外|有余)|(?P<upper>及以下|或以下|或更少|以下|以内|之内)|(?P<above>之上|出头)"
    r"|(?P<under>之下)|(?P<about>左右|上下|前后))"
)
_BETWEEN_AFTER = re.compile(r" ?(?:之间|中间)")
_ALSO = re.compile(r"(?:[,，、]? ?(?:且|并且|而且|而|但|又|同时|and)?) ?")


def read_numbers(text: str) -> tuple[NumberHit, ...]:
    """Every number in `text` (simplified characters, half width), left to right."""
    hits: list[NumberHit] = []
    for hit in _bounded(text):
        joined = _both_bounds(text, hits[-1], hit) if hits else None
        if joined is not None:
            hits[-1] = joined
        else:
            hits.append(hit)
    return tuple(hits)


def _bounded(text: str) -> Iterator[NumberHit]:
    """The numbers of `text` with the words around them."""
    atoms = list(_atoms(text))
    at = done = 0
    while at < len(atoms):
        hit, bare = atoms[at]
        at += 1
        if at < len(atoms) and (between := _TO.match(text, hit.end)) and not bare:
            second, second_bare = atoms[at]
            ordinal = text.startswith("第", between.end()) and text[hit.start - 1 : hit.start] == "第"
            if between.end() + ordinal == second.start and not second_bare and (joined := _range(text, hit, second)):
                hit, at = joined, at + 1
        found = _around(text, hit, done)
        if (
            bare
            and found == hit
            and text[hit.start : hit.end] not in ("百万", "千万", "百亿", "千亿", "万", "亿", "万亿")
        ):
            continue
        done = found.end
        yield found


def _around(text: str, hit: NumberHit, done: int) -> NumberHit:
    """`hit` with the ordinal, the hedge and the bounds before and behind it."""
    if text[max(done, hit.start - 1) : hit.start] == "第" or text[max(done, hit.start - 2) : hit.start] == "第 ":
        start = text.rindex("第", done, hit.start)
        return replace(hit, start=start, kind="ordinal")
    before = _BEFORE.search(text, max(done, hit.start - 8), hit.start)
    above = _OVER.search(text, max(done, hit.start - 2), hit.start)
    after = _AFTER.match(text, hit.end)
    if hit.low is not None and hit.low != hit.high and hit.high is not None:
        start, end = hit.start, hit.end
        between = _BETWEEN_AFTER.match(text, end)
        if between:
            end = between.end()
        opening = _BETWEEN.search(text, max(done, start - 3), start)
        if opening and (between or opening[0].startswith(("介", "从", "由"))):
            start = opening.start()
        return replace(hit, start=start, end=end)
    if hit.low is None or hit.high is None:
        return hit
    value, start, end = hit.low, hit.start, hit.end
    if before is not None:
        start = before.start()
    if above is not None and before is None and text[hit.start] in "百千万亿":
        start, before = above.start(), above
        return replace(hit, start=start, high=None)
    if _THAN.search(text, max(done, start - 2), start) and (than := _THAN_AFTER.match(text, end)):
        start, end, after, before = text.rindex("比", done, start), than.end(), than, None
    elif after is not None:
        end = after.end()
    words = {name for match in (before, after) if match is not None for name, said in match.groupdict().items() if said}
    if "about" in words and len(words) == 1:
        return replace(hit, start=start, end=end, approximate=True)
    if words & {"lower", "above"} and not words & {"upper", "under"}:
        return replace(hit, start=start, end=end, high=None, above="above" in words)
    if words & {"upper", "under"} and not words & {"lower", "above"}:
        return replace(hit, start=start, end=end, low=None, below="under" in words)
    return replace(hit, low=value, high=value)


def _both_bounds(text: str, first: NumberHit, second: NumberHit) -> NumberHit | None:
    """大于10小于20: the range of a lower and an upper bound that follow one another, in either order."""
    gap = _ALSO.match(text, first.end)
    if gap is None or gap.end() != second.start or "ordinal" in (first.kind, second.kind):
        return None
    lower, upper = (first, second) if first.high is None else (second, first)
    if lower.high is not None or upper.low is not None or lower.low is None or upper.high is None:
        return None
    if lower.low >= upper.high:
        return None
    return NumberHit(
        start=first.start, end=second.end, low=lower.low, high=upper.high, above=lower.above, below=upper.below
    )


def _range(text: str, first: NumberHit, second: NumberHit) -> NumberHit | None:
    """The range from `first` to `second`; the first may share the scale of the second: 3到5万."""
    low, high = first.low, second.high
    if low is None or high is None or first.high is None or second.low is None:
        return None
    words = text[first.start : first.end]
    said = text[second.start : second.end]
    shared = re.search(r"[万亿兆]+\Z" if re.search(r"[百千]\Z", words) else r"[百千万亿兆]+\Z", said)
    if shared and not re.search(r"[万亿兆]\Z", words):
        scaled = low * _scale(shared[0])
        low = scaled if scaled < high else low
    return replace(first, end=second.end, low=low, high=high) if low < high else None


def _atoms(text: str) -> Iterator[tuple[NumberHit, bool]]:
    """The single numbers of `text`, and whether each is a unit without a figure (百万)."""
    words = _WORDS.finditer(text)
    word = next(words, None)
    numerals = sorted([*find_numerals(text), *_others(text)], key=lambda numeral: (numeral.start, -numeral.end))
    at = done = 0
    while at < len(numerals):
        numeral = numerals[at]
        at += 1
        while word is not None and word.end() <= numeral.start:
            word = next(words, None)
        if numeral.start < done or _NAME.search(text, max(done, numeral.start - 2), numeral.start):
            continue
        if word is not None and word.start() < numeral.end and _is_word(word, numeral):
            continue
        following = next((other for other in numerals[at : at + 3] if other.start >= numeral.end), None)
        hit = _atom(text, numeral, following, done)
        done = hit.end
        yield hit, numeral.bare and hit.end == numeral.end


def _is_word(word: re.Match[str], numeral: Numeral) -> bool:
    """Whether `numeral` is only a part of `word`: 一样; the 三角 in 二十三角 is none."""
    return word.start() <= numeral.start and (numeral.end <= word.end() or numeral.end - numeral.start == 1)


def _others(text: str) -> Iterator[Numeral]:
    """几十 and 数百万, half of a thing, .5, 兆."""
    for match in _OPEN.finditer(text):
        value = Decimal(2)
        for sign in match["scale"]:
            value *= _SCALES[sign]
        yield Numeral(match.start(), match.end(), value, Decimal(-1))
    for match in _ALONE.finditer(text):
        yield Numeral(match.start(), match.end(), Decimal("0.5"), Decimal("0.5"))
    for match in re.finditer(r"(?<![\d\w])\.\d{1,9}(?![\d.])", text):
        yield Numeral(match.start(), match.end(), Decimal(match[0]), Decimal(match[0]))


def _atom(text: str, numeral: Numeral, following: Numeral | None, done: int) -> NumberHit:
    """`numeral` with its sign, its scale, and what makes a fraction or a mixed number of it."""
    start, end, low, high = numeral.start, numeral.end, numeral.low, numeral.high
    if high == -1:
        scale = _SCALE.match(text, end)
        return NumberHit(
            start=start, end=scale.end() if scale else end, low=low * _scale(scale[0] if scale else ""), high=None
        )
    sign = _SIGN.search(text, max(done, start - 2), start)
    minus = Decimal(-1) if sign else Decimal(1)
    start = sign.start() if sign else start
    if part := _part(text, numeral, following):
        value, end = part
        return NumberHit(start=start, end=end, low=value * minus, high=value * minus)
    if (exponent := _EXPONENT.match(text, end)) and text[end - 1].isdigit():
        low = low.scaleb(int(exponent["places"])) if exponent["places"] else _PRECISE.power(low, int(exponent["power"]))
        return NumberHit(start=start, end=exponent.end(), low=low * minus, high=low * minus)
    if (letter := _LETTER.match(text, end)) and text[end - 1].isdigit():
        factor = Decimal(10) ** _LETTERS[letter["letter"]]
        return NumberHit(start=start, end=letter.end(), low=low * factor * minus, high=high * factor * minus)
    if low == high and low > 0 and low % 10 == 0 and (more := _MORE.match(text, end)):
        value = low * _scale(more["scale"])
        if more["more"]:
            return NumberHit(start=start, end=more.end(), low=value, high=None, above=True)
        return NumberHit(start=start, end=more.end(), low=value, high=value, approximate=True)
    if low == high and low % 10 == 0 and text.startswith("几", end) and low > 0:
        return NumberHit(start=start, end=end + 1, low=low + 1, high=low + 9)
    if scale := _SCALE.match(text, end) if text[end : end + 1] == "兆" else None:
        low, high, end = low * _scale(scale[0]), high * _scale(scale[0]), scale.end()
        if following is not None and following.start == end and following.low == following.high < 10**12:
            low, high, end = low + following.low, high + following.low, following.end
    elif half := _HALF.match(text, end):
        low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), half.end()
    elif dozens := _DOZENS.match(text, end):
        factor = Decimal(12 if dozens["dozen"] else 2)
        low, high, end = low * factor, high * factor, dozens.end()
    low, high = (low * minus, high * minus) if minus > 0 else (high * minus, low * minus)
    return NumberHit(start=start, end=end, low=low, high=high)


def _part(text: str, numeral: Numeral, following: Numeral | None) -> tuple[Decimal, int] | None:
    """The value and the end of a fraction that begins with `numeral`: 三分之一, 三又二分之一, 3/4, 1 1/2."""
    if numeral.low != numeral.high:
        return None
    if mixed := _MIXED.match(text, numeral.end):
        if int(mixed["below"]) > 0 and text[numeral.end - 1].isdigit():
            part = _PRECISE.divide(Decimal(mixed["above"]), Decimal(mixed["below"]))
            return _PRECISE.add(numeral.low, part), mixed.end()
        return None
    if (slash := _SLASH.match(text, numeral.end)) and text[numeral.end - 1].isdigit() and int(slash["below"]) > 0:
        return _PRECISE.divide(numeral.low, Decimal(slash["below"])), slash.end()
    whole, below = Decimal(0), numeral
    if text.startswith("又", numeral.end) and following is not None and following.start == numeral.end + 1:
        whole, below = numeral.low, following
    match = _BELOW.match(text, below.end)
    if match is None or below.low <= 0:
        return None
    above = next(find_numerals(text[match.end() : match.end() + 24]), None)
    if above is None or above.start or above.low != above.high:
        return None
    value = _PRECISE.add(whole, _PRECISE.divide(above.low, below.low))
    return -value if match["minus"] else value, match.end() + above.end


def _scale(signs: str) -> Decimal:
    value = Decimal(1)
    for sign in signs:
        value *= _SCALES[sign]
    return value
