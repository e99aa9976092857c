"""Matching: which sentence of a text is which of its record, after the text was edited.

Sentences that are the same are found first, in order (patience diff: what occurs once on both sides, and then what lies
between); then, where the two differ, edited ones by the characters they keep; then those that moved. The work grows with the
length of the texts, whatever is in them, repeated lines included.
"""

from __future__ import annotations

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

#: An edited sentence is the same one while this share of its characters, or of the old one's, is kept.
KEPT = 0.5
#: Where the texts differ, a sentence is compared with so many of the recorded ones that come next, and with so many that
#: have most in common with it; a pair of characters that occurs in more than COMMON of them is ignored.
NEAR, ALIKE, COMMON = 8, 8, 32
#: How many times the text between equal sentences is searched for more of them.
ROUNDS = 32


def match_sentences(sentences: Sequence[str], recorded: Sequence[Sequence[str]]) -> list[int | None]:
    """For every sentence the index of the recorded segment it belongs to, or None for a new one.

    `recorded` are the segments, each as the sentences it holds. Where the sentences are those of the record, each belongs to
    its own.
    """
    parts = [(index, sentence) for index, held in enumerate(recorded) for sentence in held]
    owners: list[int | None] = [None] * len(sentences)
    for old, new, equal in _opcodes([sentence for _, sentence in parts], sentences):
        if equal:
            for at, index in zip(old, new, strict=True):
                owners[index] = parts[at][0]
        else:
            _match_edited(owners, sentences, new, parts[old.start : old.stop])
    _match_moved(owners, sentences, recorded)
    return owners


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range, bool]]:
    """Ranges of `old` and `new` that are equal, and those between where both have something, from the first to the last."""
    ahead = [(range(len(old)), range(len(new)), ROUNDS)]
    while ahead:
        a, b, rounds = ahead.pop()
        size = _common(old, new, zip(a, b, strict=False))
        if size:
            yield a[:size], b[:size], True
        a, b = a[size:], b[size:]
        size = _common(old, new, zip(reversed(a), reversed(b), strict=False))
        if size:
            ahead.append((a[len(a) - size :], b[len(b) - size :], rounds))
            ahead.append((a[: len(a) - size], b[: len(b) - size], rounds))
            continue
        anchors = _anchors(old, new, a, b) if a and b and rounds else []
        if anchors:
            ends = [*anchors, (a.stop, b.stop)]
            starts = [(a.start, b.start), *anchors]
            # The last first: the next to be taken is the first.
            for (a_start, b_start), (a_end, b_end) in reversed(list(zip(starts, ends, strict=True))):
                ahead.append((range(a_start, a_end), range(b_start, b_end), rounds - 1))
        elif a and b:
            yield a, b, False


def _common(old: Sequence[str], new: Sequence[str], places: Iterator[tuple[int, int]]) -> int:
    return sum(1 for _ in itertools.takewhile(lambda place: old[place[0]] == new[place[1]], places))


def _anchors(old: Sequence[str], new: Sequence[str], a: range, b: range) -> list[tuple[int, int]]:
    """Places of equal sentences, ascending in both: of those that occur once on both sides, else of the first, second, …"""
    in_old, in_new = Counter(old[at] for at in a), Counter(new[at] for at in b)
    once = {sentence for sentence, count in in_old.items() if count == 1 and in_new[sentence] == 1}
    at_old: dict[tuple[str, int], int] = {}
    seen: Counter[str] = Counter()
    for at in a:
        if not once or old[at] in once:
            at_old[old[at], seen[old[at]]] = at
            seen[old[at]] += 1
    pairs = []
    seen = Counter()
    for at in b:
        other = at_old.get((new[at], seen[new[at]]))
        seen[new[at]] += 1
        if other is not None:
            pairs.append((other, at))
    return _ascending(pairs)


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of `pairs`, which ascend in the second, that ascends in the first too."""
    tails: list[int] = []  # the lowest first that ends a selection of each length
    ends: list[int] = []  # and the index of its pair
    before: list[int | None] = []
    for index, (first, _) in enumerate(pairs):
        length = bisect.bisect_left(tails, first)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [first]
        ends[length : length + 1] = [index]
    chosen, at = [], ends[-1] if ends else None
    while at is not None:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _match_edited(
    owners: list[int | None], sentences: Sequence[str], new: range, parts: Sequence[tuple[int, str]]
) -> None:
    """Give the sentences at `new` the owners of those of `parts` that they keep most of, in order."""
    old = [_pairs(part) for _, part in parts]
    standing: dict[str, list[int]] = defaultdict(list)
    for at, pairs in enumerate(old):
        for pair in pairs:
            standing[pair].append(at)
    floor = 0
    for index in new:
        pairs = _pairs(sentences[index])
        alike: Counter[int] = Counter()
        for pair in pairs:
            places = standing.get(pair, ())
            alike.update(at for at in places if at >= floor and len(places) <= COMMON)
        most = sorted(alike, key=lambda at: (-alike[at], at))[:ALIKE]
        candidates = {*range(floor, min(floor + NEAR, len(parts))), *most}
        scores = [(_kept(parts[at][1], old[at], sentences[index], pairs), -at) for at in candidates]
        score, at = max(scores, default=(0.0, 0))
        if score >= KEPT:
            owners[index] = parts[-at][0]
            floor = -at


def _pairs(text: str) -> Counter[str]:
    """The pairs of neighboring characters in `text`, with their counts."""
    return Counter(map("".join, itertools.pairwise(text)))


def _kept(old: str, old_pairs: Counter[str], new: str, new_pairs: Counter[str]) -> float:
    """The share of the shorter text's characters that have a neighbor in common with the longer one."""
    shorter, pairs = (old, new_pairs) if len(old) < len(new) else (new, old_pairs)
    taken: Counter[str] = Counter()
    kept = reached = 0
    for at in range(len(shorter) - 1):
        pair = shorter[at : at + 2]
        if taken[pair] < pairs[pair]:
            taken[pair] += 1
            kept += at + 2 - max(at, reached)
            reached = at + 2
    return kept / max(1, len(shorter))


def _match_moved(owners: list[int | None], sentences: Sequence[str], recorded: Sequence[Sequence[str]]) -> None:
    """What stands elsewhere now, word for word, keeps its owner."""
    used = set(owners)
    free: dict[str, list[int]] = defaultdict(list)
    for index in range(len(recorded) - 1, -1, -1):
        if index not in used and recorded[index]:
            free[recorded[index][0]].append(index)
    for at, sentence in enumerate(sentences):
        if owners[at] is not None or not free.get(sentence):
            continue
        held = recorded[free[sentence][-1]]
        here = range(at, at + len(held))
        if list(sentences[at : here.stop]) == list(held) and not any(owners[own] is not None for own in here):
            owners[at : here.stop] = [free[sentence].pop()] * len(held)


def carry_places(old: str, new: str, places: Sequence[int]) -> list[int]:
    """Where the ascending `places` of `old` are in `new`, an edited form of it (code points)."""
    if old == new:
        return list(places)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    carried = []
    for place in places:
        # In what is kept, or right behind it, a place is itself; in what was replaced, it is where that ends.
        kept = next((block for block in blocks if block.a <= place <= block.a + block.size), None)
        behind = next(block for block in blocks if block.a >= place or block.size == 0)
        carried.append(place - kept.a + kept.b if kept else behind.b)
    return carried
