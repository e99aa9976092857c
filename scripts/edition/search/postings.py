"""Postings: ascending row numbers as text: the differences, five bits a character, the high ones first marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

#: Neither a blank, which parts postings from terms, nor anything that JavaScript escapes.
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MORE = 32


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


def decode_rows(written: str) -> Iterator[int]:
    """Ascending rows from their differences, the first counted from -1 (so that none is 0)."""
    row = -1
    for difference in decode_numbers(written):
        row += difference
        yield row
