"""Measure: how far down a list the right addresses stand.

An engine's list is read from top to bottom as its reader sees it, without opening or scrolling to anything. Every line has a rank,
but for a page's line above lines of places on that page: it heads them, so it shares the rank of the first. Lines that are folded
away have none. A query's rank is that of the first right address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from bench.judged import ANSWER, JudgedQuery

#: The ranks that are told of.
FIRST, BEST = 1, 5
#: Addresses of the lines below one heading, the page's own first.
Group = Sequence[str]


@dataclass(frozen=True)
class Judgment:
    """A query, the rank of the first right address and that of the first that answers (0 where none does), and the best lines."""

    query: JudgedQuery
    rank: int
    answered: int
    best: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """Of `count` queries: shares with a right address first, and among the best five; the mean reciprocal rank; and the share
    with an answer among the best five, where what is only acceptable does not count.
    """

    count: int
    first: float
    five: float
    mrr: float
    answered: float


def bare(location: str) -> str:
    """The address behind a link of a list: path in the site without the folder of a language, and anchor, without a query."""
    path, _, anchor = location.partition("#")
    path = path.partition("?")[0].removeprefix("/").removeprefix("en/").removeprefix("zh/")
    return unquote(path) + (f"#{unquote(anchor)}" if anchor else "")


def ranked(groups: Iterable[Group]) -> list[tuple[int, str]]:
    """Every address of a list with its rank."""
    found, rank = [], 0
    for head, *places in groups:
        rank += 1
        found.append((rank, bare(head)))
        for place, location in enumerate(places):
            rank += place > 0
            found.append((rank, bare(location)))
    return found


def judge(query: JudgedQuery, groups: Iterable[Group]) -> Judgment:
    """What the list in `groups` is worth as an answer to `query`."""
    lines = ranked(groups)
    right = (rank for rank, address in lines if address in query.grades)
    answers = (rank for rank, address in lines if query.grades.get(address) == ANSWER)
    best = tuple(address for rank, address in lines if rank <= BEST)
    return Judgment(query, next(right, 0), next(answers, 0), best)


def score(judgments: Sequence[Judgment]) -> Score:
    """The score of some queries, one at least."""
    count = len(judgments)
    ranks = [judgment.rank for judgment in judgments]
    return Score(
        count,
        first=sum(rank == FIRST for rank in ranks) / count,
        five=sum(0 < rank <= BEST for rank in ranks) / count,
        mrr=sum(1 / rank for rank in ranks if rank) / count,
        answered=sum(0 < judgment.answered <= BEST for judgment in judgments) / count,
    )
