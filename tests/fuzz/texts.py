"""Texts: odd inputs made from the real ones, always the same for a seed."""

from __future__ import annotations

import codecs
import random
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jianzhu.extract.encoding import ENCODINGS

ROOT = Path(__file__).parents[2]
#: Characters that some rule or reader treats differently from others.
ODD = (
    *",.:;?!()[]{}<>\"'`*_#|\\-+=~&%/@$^ \t\n",
    *"，。、；：？！（）《》〈〉「」『』【】“”‘’…—～·\u3000",
    *"\0\x0b\x0c\r\x1b\x1c\x1e\x7f\x85\xa0\xad\u200b\u200e\u2028\u2029\u202e\u2066\ufeff\ufffd\ufffe\ue5e5",
    *"āèü\u0301ıßİﬁ１Ａ\u0663é\U00020000\U0001f600\U0010ffff",
    *"0123456789一二三十百千万亿年月日去今前初底多余几半个",
)
#: What stands in articles besides sentences, and what has been damaged.
FRAGMENTS = (
    "图片来源：视觉中国。作者摄", "圖片來源：每經記者", "图 2021年投资。单位：亿元", "（文：曹钟雄，经济学博士）",
    "作者：甲。乙", "【看中國2023年7月31日訊】", "2023-08-15 10:21 来源：某网", "01", "第一部分 02",
    "1.科技企业的差距。", "2. 两句？真的", "一哄而上", "一哄而上！人人都做大模型。",
    "这会不会导致产能过剩、资源浪费？", "科技的尽头，比拼的是国力", "“不断地重复。”",
    "“甲。”“乙。”他们都这样说。", "他说：“不知道。”说完就走了。",
    "「Hey, let’s get dinner with some cool people.」", "- 第一条", "——", "……", "。。。", "国内(nèi)大模型",
    "規?;陌雽?dǎo)體", "力量?;蛟S也是", "&lt;p&gt;", "<p>一段</p>", "1,000", "12:30", "3.5", "GPT-3.5",
    "2023年4月11日", "去年10月", "一個半個月前", "20多年前", "二三十年前", "二十世纪七十年代", "500万-2000万美元",
    "7万亿", "两百多个模型", "超过1,116亿元", "三成", "本站资源来自互联网", "", " ", "\u3000\u3000", "”", "。", "(",
    "（（", "“",
)  # fmt: skip
ENGLISH = (
    "the great steelmaking", "more than 200 models", "$111.6 billion", "April 11, 2023", "in the 1970s", "GPT-3.5", "an A100",
    "five hundred and twenty million", "a dozen", "21st century", "May I", "1,116", "from 5 to 20 million",
)  # fmt: skip
FILTERS = (
    "kind:",
    "类别：",
    "article:tortoise",
    "lang:zh",
    "lang:en",
    "文章：",
    "constructor:",
    "__proto__:",
    "kind:article",
    '"',
    "“",
)
#: The longest run of one thing; a run twice as long would take four times as long where something is quadratic.
RUN = 1500
#: Lists and mappings nested as deep overrun the stack of a parser that does not count.
DEEP = 40_000


@lru_cache(maxsize=1)
def _lines() -> tuple[str, ...]:
    seeds = sorted((ROOT / "seeds/articles").glob("*/source.txt"))
    return tuple(line for seed in seeds for line in seed.read_bytes().decode().split("\n") if line.strip())


@lru_cache(maxsize=1)
def _records() -> tuple[str, ...]:
    files = [*sorted((ROOT / "tests/edition/seeds").rglob("*.yml")), *sorted((ROOT / "tests/problems").rglob("*.yml"))]
    return tuple(file.read_bytes().decode("utf-8", "replace") for file in files)


class Texts:
    """Makes inputs; the same `seed` gives the same ones in the same order."""

    def __init__(self, seed: int | str) -> None:
        self.random = random.Random(seed)

    def text(self) -> str:
        """A Chinese article of some lines."""
        kinds = (self._excerpt, self._excerpt, self._collage, self._collage, self._soup, self._run)
        return self.random.choice(kinds)()

    def edited(self, text: str) -> str:
        """`text` as it may read after an editor's emendations."""
        lines = text.split("\n")
        for _ in range(self.random.randint(1, 4)):
            at = self.random.randrange(len(lines))
            match self.random.randrange(8):
                case 0:
                    del lines[at]
                case 1:
                    lines.insert(at, self.line())
                case 2:
                    lines.insert(at, lines[at])
                case 3:
                    lines[at : at + 2] = ["".join(lines[at : at + 2])]
                case 4:
                    cut = self.random.randint(0, len(lines[at]))
                    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
                case 5:
                    lines[at] += "！" + self.line()
                case 6:
                    lines.insert(self.random.randrange(len(lines)), lines.pop(at))
                case _:
                    lines[at] = self._mutated(lines[at], 1)
            lines = lines or [""]
        return "\n".join(lines)

    def line(self) -> str:
        """A line of an article."""
        return self.random.choice(FRAGMENTS if self.random.random() < 0.5 else _lines())

    def english(self) -> str:
        """A sentence of a translation."""
        words = self.random.choices((*ENGLISH, "of", "it", "and"), k=self.random.randint(1, 12))
        return self._mutated(" ".join(words), self.random.randint(0, 3))

    def data(self) -> bytes:
        """A file as received."""
        encoding = self.random.choice((*ENCODINGS, "utf-8", "utf-8", "utf-8", "latin-1"))
        data = self.text().encode(encoding, "ignore")
        match self.random.randrange(6):
            case 0:
                return self._damaged(data)
            case 1:
                return self.random.choice((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\0")) + data
            case 2:
                return self.random.randbytes(self.random.randint(0, 40))
        return data

    def yaml(self) -> str:
        """A file of records, more or less."""
        if self.random.random() < 0.05:
            sign = self.random.choice(("[", "{", "- ", "? ", "a: [", "{a: ", "'", '"', "&a ", "!!", "|\n ", "[,"))
            return sign * (DEEP if self.random.random() < 0.01 else self.random.randint(1, RUN))
        lines = self.random.choice(_records()).split("\n")
        start = self.random.randrange(len(lines))
        lines = lines[start : start + self.random.randint(1, 30)]
        for _ in range(self.random.randint(0, 3)):
            at = self.random.randrange(len(lines))
            lines[at] = self._mutated(lines[at], 2) if self.random.random() < 0.7 else self.random.choice(lines)
        return "\n".join(lines)

    def query(self) -> str:
        """What a reader types or pastes into the search box."""
        parts = self.random.choices((*FILTERS, *FRAGMENTS, *ENGLISH), k=self.random.randint(1, 5))
        if self.random.random() < 0.2:
            parts.append(self.text())
        return self._mutated(self.random.choice((" ", "")).join(parts), self.random.randint(0, 3))

    def _excerpt(self) -> str:
        lines = _lines()
        start = self.random.randrange(len(lines))
        return self._mutated("\n".join(lines[start : start + self.random.randint(1, 6)]), self.random.randint(0, 8))

    def _collage(self) -> str:
        own = [self.line() for _ in range(self.random.randint(1, 4))]
        lines = self.random.choices(
            (*own, *FRAGMENTS), (8,) * len(own) + (1,) * len(FRAGMENTS), k=self.random.randint(1, 12)
        )
        return self.random.choice(("\n", "\n", "\n\n", "\r\n", "")).join(lines)

    def _soup(self) -> str:
        alphabet = self.random.choices((*ODD, *_lines()[0]), k=self.random.randint(1, 8))
        return "".join(self.random.choices(alphabet, k=self.random.randint(0, 60)))

    def _run(self) -> str:
        unit = "".join(self.random.choices((*ODD, *FRAGMENTS), k=self.random.randint(1, 3)))
        return (unit * self.random.randint(1, RUN))[:RUN] + self.random.choice(("", "x", "。", "中"))

    def _mutated(self, text: str, times: int) -> str:
        for _ in range(times):
            at = self.random.randint(0, len(text))
            end = min(len(text), at + self.random.randint(0, 6))
            match self.random.randrange(5):
                case 0:
                    text = text[:at] + text[end:]
                case 1:
                    text = text[:at] + text[at:end] * 2 + text[end:]
                case 2:
                    text = text[:at] + self.random.choice(FRAGMENTS) + text[at:]
                case _:
                    text = text[:at] + "".join(self._odd(self.random.randint(1, 3))) + text[end:]
        return text

    def _odd(self, count: int) -> Sequence[str]:
        return self.random.choices(ODD, k=count)

    def _damaged(self, data: bytes) -> bytes:
        damaged = bytearray(data)
        for _ in range(self.random.randint(1, 4)):
            at = self.random.randint(0, len(damaged))
            damaged[at : at + self.random.randint(0, 3)] = self.random.randbytes(self.random.randint(0, 3))
        return bytes(damaged)
