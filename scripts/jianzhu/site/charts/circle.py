"""Circle: where articles, their sentences and the arcs between these stand on a circle around (0, 0)."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianzhu.language import Language
from jianzhu.show.escape import one_line

#: Of the circle on which the sentences stand, in the units of the picture.
RADIUS = 300.0
#: Degrees between two articles, where these are so few that all gaps together fit into GAPS.
GAP = 5.0
GAPS = 90.0
#: Where the names of the articles begin, and how many characters a line of them has, by language.
LABEL_RADIUS = 322.0
LABEL_WIDTH = {"zh": 8, "en": 17}
LINE_HEIGHT = 25.0
#: Where a number stands instead of a name, on a narrow screen.
NUMBER_RADIUS = 345.0
#: How far arcs between neighboring sentences keep from the middle, as a part of the radius.
BULGE = 0.8


@dataclass(frozen=True, kw_only=True)
class Strip:
    """An article as a stretch of the circle, with its title in `lines`, each at (x, y), or else a number at `middle`."""

    article: str
    title: str
    path: str
    middle: tuple[float, float]
    anchor: str
    lines: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True)
class Arc:
    """A curve between two sentences, and its two ends."""

    path: str
    ends: tuple[tuple[float, float], tuple[float, float]]


def strips(sizes: Sequence[tuple[str, int]], titles: Mapping[str, str], lang: Language) -> list[Strip]:
    """The articles around the circle, clockwise from the top, each as long as it has sentences (`sizes`)."""
    found = []
    for slug, (start, end) in _spans(sizes).items():
        (x1, y1), (x2, y2) = _point(start, RADIUS + 8), _point(end, RADIUS + 8)
        radius = _number(RADIUS + 8)
        path = (
            f"M{_number(x1)} {_number(y1)}A{radius} {radius} 0 {int(end - start > 180)} 1 {_number(x2)} {_number(y2)}"
        )
        angle = (start + end) / 2
        middle = _rounded(_point(angle, NUMBER_RADIUS))
        title = one_line(titles[slug])
        anchor, lines = _label(title, angle, lang)
        found.append(Strip(article=slug, title=title, path=path, middle=middle, anchor=anchor, lines=lines))
    return found


def arcs(sizes: Sequence[tuple[str, int]], links: Sequence[tuple[tuple[str, int], tuple[str, int]]]) -> list[Arc]:
    """An arc for every link between two sentences, each an article and a number from 0."""
    spans, counts = _spans(sizes), dict(sizes)
    found = []
    for ends in links:
        angles = []
        for slug, number in ends:
            start, end = spans[slug]
            angles.append(start + (end - start) * (number + 0.5) / counts[slug])
        found.append(_arc(*angles))
    return found


def _spans(sizes: Sequence[tuple[str, int]]) -> dict[str, tuple[float, float]]:
    """First and last degree of each article."""
    gap = min(GAP, GAPS / max(1, len(sizes)))
    total, room = sum(size for _, size in sizes), 360 - gap * len(sizes)
    spans, at = {}, gap / 2
    for slug, size in sizes:
        spans[slug] = (at, at + room * size / total)
        at = spans[slug][1] + gap
    return spans


def _arc(first: float, second: float) -> Arc:
    """A curve that goes deeper into the circle the further its ends lie apart."""
    a, b = _point(first, RADIUS), _point(second, RADIUS)
    apart = abs(first - second)
    middle = (first + second) / 2 + (180 if apart > 180 else 0)
    x, y = _point(middle, RADIUS * BULGE * (1 - min(apart, 360 - apart) / 180))
    path = f"M{_number(a[0])} {_number(a[1])}Q{_number(x)} {_number(y)} {_number(b[0])} {_number(b[1])}"
    return Arc(path, (_rounded(a), _rounded(b)))


def _label(title: str, angle: float, lang: Language) -> tuple[str, tuple[tuple[float, float, str], ...]]:
    """Where the lines of a title are anchored (`text-anchor`), and each with its place."""
    lines = (_spaced_lines if lang.spaces_words else _chinese_lines)(title, LABEL_WIDTH[lang])
    x, y = _point(angle, LABEL_RADIUS)
    side = x / LABEL_RADIUS
    anchor = "start" if side > 0.2 else "end" if side < -0.2 else "middle"
    # A block of lines is centered beside the circle, and stands wholly above or below it.
    top = y - LINE_HEIGHT * (len(lines) - 1) / 2 * (1 - y / LABEL_RADIUS) + LINE_HEIGHT * 0.3
    heights = [top + LINE_HEIGHT * n for n in range(len(lines))]
    if anchor != "middle":  # and no line of it runs into the circle
        x = math.copysign(max(_half_chord(height - LINE_HEIGHT * 0.3) for height in heights), x)
    return anchor, tuple((*_rounded((x, height)), line) for height, line in zip(heights, lines, strict=True))


def _spaced_lines(title: str, width: int) -> list[str]:
    return textwrap.wrap(title, width, break_on_hyphens=False)


def _chinese_lines(title: str, width: int) -> list[str]:
    """`title` in lines of `width` Han characters, broken after punctuation and where one is full; Latin words are kept whole."""
    lines = []
    for clause in re.findall(r"[^，、：；]+[，、：；]*|^[，、：；]+", title):
        room = 0.0
        for part in re.findall(r"[“‘（《]*(?:[A-Za-z0-9.]+|.)[”’）》？！]*", clause):
            taken = sum(0.55 if character.isascii() else 1 for character in part if character not in "”’？！")
            if taken > room:
                lines.append("")
                room = width
            lines[-1] += part
            room -= taken
    return lines


def _half_chord(height: float) -> float:
    """How far the circle of the labels reaches to each side at `height`."""
    return math.sqrt(max(0.0, LABEL_RADIUS**2 - height**2))


def _point(degrees: float, radius: float) -> tuple[float, float]:
    turned = math.radians(degrees - 90)
    return radius * math.cos(turned), radius * math.sin(turned)


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return float(_number(point[0])), float(_number(point[1]))


def _number(value: float) -> str:
    """One decimal is enough for the eye, and the same on every machine."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")
