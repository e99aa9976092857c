"""Edits: layers of edits that can be replayed, undone and traced back to the seed.

A layer is a sorted tuple of edits that do not overlap; its offsets count code points of the layer's own input.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """At `start` the text had `sic` and now has `corr`; `rule` names the repair rule or the curated emendation."""

    start: int
    sic: str
    corr: str
    rule: str

    @property
    def end(self) -> int:
        return self.start + len(self.sic)


Layer = tuple[Edit, ...]


@dataclass(frozen=True)
class Change:
    """Where seed and result differ: the spans in both (code points), the readings, the rules that made it so."""

    seed_start: int
    sic: str
    start: int
    corr: str
    rules: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.corr)


def make_layer(edits: Iterable[Edit]) -> Layer:
    """Sort `edits`, leave out those that change nothing; ValueError where two overlap."""
    layer = tuple(sorted((edit for edit in edits if edit.sic != edit.corr), key=lambda edit: (edit.start, edit.end)))
    for left, right in itertools.pairwise(layer):
        if right.start < left.end or right.start == left.start:
            raise ValueError(f"edits overlap at {right.start}: {left} and {right}")
    return layer


def replay_layer(text: str, layer: Layer) -> str:
    """`text` with the edits of `layer` made; ValueError where it does not read as an edit's `sic`."""
    return _splice(text, [(edit.start, edit.sic, edit.corr) for edit in layer])


def undo_layer(text: str, layer: Layer) -> str:
    """The text before `layer` was made; ValueError where it does not read as an edit's `corr`."""
    moved, shift = [], 0
    for edit in layer:
        moved.append((edit.start + shift, edit.corr, edit.sic))
        shift += len(edit.corr) - len(edit.sic)
    return _splice(text, moved)


def _splice(text: str, edits: Sequence[tuple[int, str, str]]) -> str:
    parts, done = [], 0
    for start, old, new in edits:
        if not text.startswith(old, start):
            raise ValueError(f"at {start} stands {text[start : start + len(old)]!r}, not {old!r}")
        parts += [text[done:start], new]
        done = start + len(old)
    return "".join([*parts, text[done:]])


def replay(text: str, layers: Iterable[Layer]) -> str:
    """The seed's `text` with all `layers` made, first to last."""
    for layer in layers:
        text = replay_layer(text, layer)
    return text


def undo(text: str, layers: Sequence[Layer]) -> str:
    """The seed's text again, from the result of all `layers`."""
    for layer in reversed(layers):
        text = undo_layer(text, layer)
    return text


@dataclass(frozen=True)
class _Piece:
    """A part of the seed, from `start` to `end`, and what it reads now: `corr`, or what the seed has where that is None.

    Only such a part without a reading of its own may be cut; nothing is copied for that.
    """

    start: int
    end: int
    corr: str | None = None
    rules: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return self.end - self.start if self.corr is None else len(self.corr)

    def cut(self, at: int) -> tuple[_Piece, _Piece]:
        return _Piece(self.start, self.start + at), _Piece(self.start + at, self.end)

    def reading(self, seed: str) -> str:
        return seed[self.start : self.end] if self.corr is None else self.corr


def changes(seed: str, layers: Iterable[Layer]) -> tuple[Change, ...]:
    """What all `layers` together did to `seed`, in order: edits of several layers in one place become one change.

    The readings of `sic` and `corr`, with what stands between them, are the whole seed and the whole result.
    """
    pieces = [_Piece(0, len(seed))]
    for layer in layers:
        pieces = _through(seed, pieces, layer)
    result: list[Change] = []
    start = 0
    for piece in pieces:
        sic, corr = (seed[piece.start : piece.end], piece.reading(seed)) if piece.rules else ("", "")
        if sic != corr:
            change = Change(piece.start, sic, start, corr, piece.rules)
            # An insertion has no place of its own in the seed: it is one change with what follows it there.
            if result and result[-1].seed_start == piece.start:
                before = result.pop()
                rules = tuple(dict.fromkeys((*before.rules, *change.rules)))
                change = Change(piece.start, sic, before.start, before.corr + change.corr, rules)
            result.append(change)
        start += piece.length
    return tuple(result)


def _through(seed: str, pieces: Sequence[_Piece], layer: Layer) -> list[_Piece]:
    """`pieces` of `seed` after one more layer: every group of its edits becomes one piece."""
    ahead, done, position = list(reversed(pieces)), [], 0
    for start, end, edits in _groups(pieces, layer):
        # What an earlier layer deleted has no width here: it stays a change of its own, before the group.
        while position < start or (ahead and not ahead[-1].length):
            piece = ahead.pop()
            if position + piece.length > start:
                piece, rest = piece.cut(start - position)
                ahead.append(rest)
            done.append(piece)
            position += piece.length
        # An insertion touches no piece: it stands where the seed goes on.
        seed_start = ahead[-1].start if ahead else len(seed)
        seed_end = seed_start
        covered: list[_Piece] = []
        while position < end:
            piece = ahead.pop()
            if position + piece.length > end:
                piece, rest = piece.cut(end - position)
                ahead.append(rest)
            covered.append(piece)
            position += piece.length
            seed_end = piece.end
        moved = tuple(Edit(edit.start - start, edit.sic, edit.corr, edit.rule) for edit in edits)
        rules = [rule for piece in covered for rule in piece.rules] + [edit.rule for edit in edits]
        reading = replay_layer("".join(piece.reading(seed) for piece in covered), moved)
        done.append(_Piece(seed_start, seed_end, reading, tuple(dict.fromkeys(rules))))
    return done + ahead[::-1]


def _groups(pieces: Sequence[_Piece], layer: Layer) -> list[tuple[int, int, list[Edit]]]:
    """The edits of `layer` with the span each touches, widened to whole changed pieces; those that then meet are one."""
    spans, position = [], 0
    for piece in pieces:
        if piece.rules:
            spans.append((position, position + piece.length))
        position += piece.length
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in layer:
        start, end = edit.start, edit.end
        for at in range(max(0, bisect.bisect_left(spans, (start, 0)) - 1), len(spans)):
            left, right = spans[at]
            if left > end:
                break
            if max(left, start) < min(right, end) or left < start == end < right:
                start, end = min(start, left), max(end, right)
        if groups and start < groups[-1][1]:
            begun, reached, edits = groups[-1]
            edits.append(edit)
            groups[-1] = (begun, max(end, reached), edits)
        else:
            groups.append((start, end, [edit]))
    return groups
