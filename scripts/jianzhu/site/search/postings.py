"""Postings: ascending row numbers as text, as they are kept while rows come: the differences, five bits a character.

Behind a row may stand the places of a pair of characters in it (`folding.gram_places`), each a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

#: Without the space, which separates postings from terms, and without characters that JavaScript escapes.
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MORE = 32
#: One character for each of the first numbers of places, and the last for all others, whose number follows. None is a
#: digit, a space, or what JavaScript or JSON escapes.
MARKS = "!#$%&'()*+,./:;=>?@[]^`{|}~"


def encode_number(number: int) -> str:
    """A number from 0: the lowest five bits first; every character but the last is one of the upper half."""
    written = ""
    while number >= _MORE:
        written += ALPHABET[_MORE + number % _MORE]
        number //= _MORE
    return written + ALPHABET[number]


def encode_numbers(numbers: Iterable[int]) -> str:
    """Numbers from 0, one after the other."""
    return "".join(map(encode_number, numbers))


def encode_place(first: int, second: int) -> str:
    """A place as a mark. Places are numbered along the diagonals: (0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)…"""
    number = (first + second) * (first + second + 1) // 2 + second
    return MARKS[number] if number < len(MARKS) - 1 else MARKS[-1] + encode_number(number)


def decode_numbers(written: str) -> Iterator[int]:
    """What encode_numbers wrote. Raises KeyError for any other character, ValueError for a number cut short."""
    number, place = 0, 1
    for character in written:
        value = _VALUES[character]
        number += value % _MORE * place
        place *= _MORE
        if value < _MORE:
            yield number
            number, place = 0, 1
    if place > 1:
        raise ValueError(f"the last number of {written!r} is cut short")


def decode_places(written: str) -> Iterator[tuple[int, list[int]]]:
    """Each difference between rows, and the numbers of the places behind it."""
    number, scale, is_place = 0, 1, False
    difference, places = 0, list[int]()
    for character in written:
        value = _VALUES.get(character)
        if value is None:
            mark = MARKS.index(character)
            is_place = mark == len(MARKS) - 1
            if not is_place:
                places.append(mark)
            continue
        number += value % _MORE * scale
        scale *= _MORE
        if value >= _MORE:
            continue
        if is_place:
            places.append(number)
        else:
            if difference:
                yield difference, places
            difference, places = number, []
        number, scale, is_place = 0, 1, False
    if difference:
        yield difference, places


def decode_rows(written: str) -> Iterator[int]:
    """Ascending rows from their differences, the first counted from -1 (so that none is 0)."""
    row = -1
    for difference in decode_numbers(written):
        row += difference
        yield row
