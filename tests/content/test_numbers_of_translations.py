"""The numbers of the edition's translations: none is flagged, and a slip in any one of them is found."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from jianzhu.text.numbers import numbers_apart

#: How many of the slips must be found, and the seed by which they are made.
FOUND, SEED = 0.99, 7
_FIGURE = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,-]|\.\d)")
_SCALE = re.compile(r"\b(million|billion|trillion|thousand|hundred)\b")


def test_a_slip_in_a_number_is_found(edition):
    chance = random.Random(SEED)
    slips = missed = 0
    for article in edition.articles:
        for sentence in article.sentences:
            text = sentence.translation or ""
            assert numbers_apart(sentence.text, text) == ((), ()), sentence.ref
            for start, end, words in _slips(text, chance):
                slips += 1
                missed += numbers_apart(sentence.text, text[:start] + words + text[end:]) == ((), ())
    assert slips > 500
    assert missed <= (1 - FOUND) * slips


def _slips(text: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """Where in `text` a number stands, and what could be written there by mistake: another figure, one figure too many or a
    point left out, two figures in each other's place, another scale.
    """
    for match in _FIGURE.finditer(text):
        number, places = match[0], [at for at, sign in enumerate(match[0]) if sign.isdigit()]
        at = chance.choice(places)
        other = chance.choice([figure for figure in "123456789" if figure != number[at]])
        yield match.start(), match.end(), number[:at] + other + number[at + 1 :]
        yield match.start(), match.end(), number.replace(".", "") if "." in number else number.replace(",", "") + "0"
        if len(places) > 1:
            which = chance.randrange(len(places) - 1)
            first, second = places[which : which + 2]
            swapped = list(number)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if number[first] != number[second] and swapped[0] != "0":
                yield match.start(), match.end(), "".join(swapped)
    for match in _SCALE.finditer(text):
        yield from (
            (match.start(), match.end(), word) for word in ("million", "billion", "thousand") if word != match[0]
        )
