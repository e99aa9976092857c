"""Forms: what a single line of a plain text is by its form, whatever stands around it.

The kinds are told by form, not by language, where that is possible; the words are those of Chinese and English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jianzhu.text.characters import CLOSING, HAN
from jianzhu.text.structure import BlockKind

#: A heading is short and does not end like a sentence.
HEADING_LENGTH = 40
#: A caption, a byline or an attribution is a line, not a paragraph.
LINE_LENGTH = 80

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"\w")
_STOPS = "。！？…；：:;,，、."
_NUMERAL = "一二三四五六七八九十百千零〇两"

_SEPARATOR = re.compile(r"(?:([*＊※☆★◇◆○●□■△▲§#＃~～=＝_＿·•—–-])[ \u3000]*)(?:\1[ \u3000]*)+|[※☆★◇◆§❦❧⁂＊*]")
_BULLET = re.compile(rf"[•●○◦▪■□◆◇➤►▶✓✔☐☑‣⁃∙][ \u3000]?(?=\w|[“「《（(【])|[-–*+·][ \u3000]+(?=\S)|[-·](?=[{HAN}])")
#: How the items of a list are numbered: a name for each way, so that those that are alike are found.
_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("circle", re.compile(r"[①-⑳⑴-⒇❶-❿㊀-㊉][ \u3000]?")),
    ("1)", re.compile(r"\d{1,3}[)）][ \u3000]?")),
    ("(1)", re.compile(r"[(（]\d{1,3}[)）][、 \u3000]?")),
    ("1.", re.compile(r"\d{1,3}(?:[.．](?!\d)[ \u3000]?|、)")),
    ("（一）", re.compile(rf"[(（][{_NUMERAL}]{{1,3}}[)）][、 \u3000]?")),
    ("一、", re.compile(rf"[{_NUMERAL}]{{1,3}}(?:[、．.][ \u3000]?)")),
    ("其一", re.compile(rf"(?:其[{_NUMERAL}]|第[{_NUMERAL}]|首先|其次|最后)[，、：][ \u3000]?(?!.)")),
    ("a.", re.compile(r"[A-Za-z][.)）] ")),
    ("i.", re.compile(r"[ivxIVX]{1,5}[.)）] ")),
)
#: Items that are one even where they stand alone.
LONE_ITEMS = frozenset({"circle", "1)", "(1)"})
_PART = re.compile(
    rf"第[ \u3000]?[{_NUMERAL}\d]{{1,5}}[ \u3000]?[章回节節卷部篇集幕编編场場讲講课課](?![，。！？；])|(?:卷|上篇|中篇|下篇|楔子|引子|序言?|前言|后记|後記|尾声|尾聲|附录|附錄)"
    rf"(?:[{_NUMERAL}\d上中下]{{0,3}}(?=[ \u3000]|$))|(?i:chapter|part|book|section|act|scene|canto)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?![,;]).{{0,60}}$"
)
_SUBPART = re.compile(rf"第[{_NUMERAL}\d]{{1,5}}[节節场場]")
_CAPTION = re.compile(
    r"(?:图|圖|附图|附圖|插图|表|附表|照片|(?i:figure|fig\.|table|photo|plate|chart))[ \u3000]?"
    r"(?:(?:\d{1,3}(?:[-–.]\d{1,3})?|[一二三四五六七八九十]{1,3})[a-zA-Z]?)?(?:[：:/／ \u3000.、]|[（(](?=.*[）)]$))"
    r"|[▲△▼▽↑↓]"
    r"|(?:图片|圖片|照片|资料|資料|题图|題圖|封面|配图|配圖|图|圖|图表|數據|数据)(?:来源|來源|提供|源)[：:/／]"
    r"|(?:题图|題圖|封面图|头图|配图)[：:/／]|资料图|資料圖|[（(](?:图|圖|图片|圖片|摄影|攝影)[：:/／]"
    r"|(?i:photo|image|illustration|picture)(?:s)?(?: credit| by| courtesy)?s?:"
)
_ROLE = (
    "文|图|作者|原作者|编辑|編輯|责编|責編|责任编辑|責任編輯|总编|主编|主編|记者|記者|特约记者|本报记者|通讯员|通訊員|实习生|撰文|撰稿|采访|採訪|采写|采编|"
    "整理|口述|译|譯|译者|譯者|翻译|翻譯|校对|校對|审校|审核|监制|監製|出品|策划|策劃|排版|设计|設計|摄影|攝影|供稿|投稿|来源|來源|稿源|出处|"
    "发布|發布|发布时间|發布時間|发表时间|更新时间|更新時間|时间|時間|日期|原标题|原題|字号"
)
_BYLINE = re.compile(
    rf"[（(]?(?:{_ROLE})(?:[ \u3000/／｜|&、与和及·]+(?:{_ROLE}))*[ \u3000]?[：:/／｜|][ \u3000]?\S"
    r"|(?:本报|本報|本刊|特约|实习)?(?:记者|記者|通讯员|通訊員)[ \u3000]+\S{1,12}(?:[ \u3000、]+\S{1,12}){0,4}$"
    r"|【[^】]*[讯訊电電]】$"
    r"|[\d:：年月日/ \u3000-]*(?:来源|來源)[：:/／]"
    r"|(?i:written by|by|translated by|edited by|text by|words by|from our correspondent)[: ]\s*[A-Z][^.!?]{0,60}$"
    r"|[〔［\[（(][先秦两汉魏晋南北朝隋唐五代宋元明清现代當当近民國国 ]{1,4}[〕］\]）)][ \u3000]?[^，。]{2,12}$"
    r"|[唐宋元明清][ \u3000·]+[^，。\s]{2,4}$"
    r"|[（(](?:作者|文|编译|本文|原载|原載|譯者|译者|来源|來源|记者|記者)[^（()）]*[)）]$"
)
#: A line that is the date of a text and the place where it was written.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DIGITS = "\\d〇零○一二三四五六七八九十廿卅元正腊臘"
_PLACE = r"[^\s，。、：]{2,8}"
_DATE = re.compile(
    rf"(?:[^\s，。、：]{{0,4}}[写寫作记記成改][于於](?:{_PLACE}[，, \u3000]*)??|{_PLACE}[，, \u3000]+)?"
    rf"(?:民国|民國|公元|西元|光绪|宣统|昭和|大正|令和|平成)?[{_DIGITS}]{{1,5}}年[ \u3000]?(?:[{_DIGITS}]{{1,3}}月(?:[{_DIGITS}]{{1,3}}[日号號])?|[春夏秋冬])"
    r"(?:[ \u3000]?(?:星期|周|週|礼拜)[一二三四五六日天])?(?:[ \u3000]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    rf"(?:[夜晨]|[写寫作]毕?|改定|灯下|(?:[，, \u3000]+|[写寫]?[于於]){_PLACE})?[。.]?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
    rf"|(?:[A-Z][\w ]+, )?(?:{_MONTHS})\s+\d{{1,2}},?\s+\d{{4}}\.?|\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}\.?"
)
#: A dateline that has a line of its own; in front of a report it is a part of its first paragraph.
_DATELINE = re.compile(
    r"[（(]?(?:本报|本報|本刊|新华社|新華社|中新社|中新网|央视网|路透社|法新社|美联社|中央社|[^\s，。]{2,6}(?:社|网|讯|報|报))?"
    r"[^\s，。（]{0,6}\d{1,2}月\d{1,2}日(?:电|電|讯|訊)(?:[ \u3000]*[（(]?(?:记者|記者)[^。！？]{1,30})?[）)]?"
    r"|(?:记者|記者)[^\s，。：]{0,1}[ \u3000]?[^，。：！？]{2,16}(?:报道|報道|報導|电|電|摄|攝)"
)
_ATTRIBUTION = re.compile(r"(?:——|—|――|──|--|–)[ \u3000]?(?=[^\s—–―─-])[^。！？!?；;]{1,60}")
_FOOTNOTE = re.compile(
    r"(?:[\[［〔]\d{1,3}[\]］〕]|[¹²³⁰⁴-⁹]{1,3})[ \u3000]?\S|(?:注|註|注释|註釋|附注|Note|NOTE)[ \u3000]?\d{0,3}[：:.][ \u3000]?\S|\*注[：:]?|＊注[：:]?"
)
_QUOTED = re.compile(r">[ \u3000]?\S")
_SPEECH = re.compile(
    r"(?P<who>[^\s：:，。！？；、“”「」《》（）()\d]{1,8}(?:[（(][^（）()]{1,10}[)）])?|[A-Z][\w.’' ]{0,24}|[问答問QA])"
    r"[：:][ \u3000]?(?=\S)"
)
#: Labels of facts, which speak no words.
NO_SPEAKERS = re.compile(
    f"(?:{_ROLE}|注意|提示|地址|地点|地點|电话|電話|邮箱|郵箱|微信|网址|網址|价格|價格|名称|名稱|类型|用法|说明|說明|例如|例|比如|结论|結論|摘要|关键词|關鍵詞|备注|標籤|标签|主题|優點|缺點|优点|缺点|"
    "目标|目標|原因|结果|結果|步骤|步驟|答案|链接|鏈接|上一篇|下一篇|分享到|分享|标题|標題|https?|ftp|mailto)"
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line that holds anything: where its text starts, the text without the spaces around it, the width of the spaces
    before it, and whether an empty line, or none, stands before it.
    """

    start: int
    text: str
    indent: int
    after_blank: bool


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that hold anything."""
    lines, at, blank = [], 0, True
    for whole in text.split("\n"):
        held = whole.strip()
        if held:
            indent = len(whole) - len(whole.lstrip())
            lines.append(Line(start=at + indent, text=held, indent=indent, after_blank=blank))
        blank = not held
        at += len(whole) + 1
    return tuple(lines)


def form_of(line: str) -> BlockKind | None:
    """The kind of a `line` whose form leaves no doubt; None for most."""
    if _SEPARATOR.fullmatch(line):
        return "separator"
    short = len(line) <= LINE_LENGTH
    if short and _ATTRIBUTION.fullmatch(line):
        return "attribution"
    if short and (_DATE.fullmatch(line) or _DATELINE.fullmatch(line)):
        return "byline"
    if short and _CAPTION.match(line):
        return "caption"
    if short and _BYLINE.match(line) and "。" not in line[:-1]:
        return "byline"
    if _FOOTNOTE.match(line):
        return "footnote"
    if _BULLET.match(line):
        return "list"
    if _QUOTED.match(line):
        return "quotation"
    return None


def numbering(line: str) -> str:
    """How `line` is numbered as the item of a list or a heading: the name of the way; empty where it is not."""
    return next((name for name, pattern in _NUMBERS if pattern.match(line)), "")


def speaker(line: str) -> str:
    """Who speaks in `line`, if it is one of a dialogue; empty where its form is another."""
    match = _SPEECH.match(line)
    # Prose tells who speaks in front of quotation marks: 子曰：“…”.
    if match is None or line[match.end()] in '“「『"' or NO_SPEAKERS.fullmatch(match["who"]):
        return ""
    return match["who"]


def part_level(line: str) -> int | None:
    """The level of `line` as the heading of a chapter or another numbered part; None where it is no such heading."""
    if re.fullmatch(r"\d{2}", line):
        return 2
    if len(line) > HEADING_LENGTH * (1 if has_han(line) else 2) or not _PART.match(line) or line[-1] in "。；，：":
        return None
    return 3 if _SUBPART.match(line) else 2


def has_han(line: str) -> bool:
    """Whether there is a Han character in `line`."""
    return _HAN.search(line) is not None


def looks_like_a_heading(line: str) -> bool:
    """Whether `line` is as short as a heading and does not end like a sentence; what stands around it decides."""
    bare = line.rstrip(CLOSING)
    if not bare or bare[-1] in _STOPS or line[-1] == "）" or "。" in line or _WORD.search(line) is None:
        return False
    if has_han(line):
        return len(line) <= HEADING_LENGTH
    words = line.split()
    large = [word for word in words if word[0].isupper() or not word[0].isalpha()]
    return len(line) <= 2 * HEADING_LENGTH and len(words) <= 12 and 2 * len(large) >= len(words) and line[0].isupper()
