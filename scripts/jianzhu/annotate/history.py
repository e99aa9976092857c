"""History: where the addresses lead that an edition once had, and the problems of the changes that editors recorded.

The changes are replayed in their order, so that what was renamed and renamed back is itself again, and no two lead in a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate.article import Article
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import Addressed, ChangeRecord
from jianzhu.source.records.changes import GONE
from jianzhu.source.ref import Ref, split_id
from jianzhu.source.seeds import Seeds

#: What has an address: of which kind it is, and its id.
Address = tuple[Addressed, str]


@dataclass(frozen=True)
class History:
    """The changes in the order of their record; `successors` leads from what is gone to what is there instead, or to None.

    `former` leads from what is there to what has led to it, and `gone` to the change by which something went.
    """

    changes: tuple[ChangeRecord, ...]
    successors: Mapping[Address, str | None]
    former: Mapping[Address, tuple[str, ...]]
    gone: Mapping[Address, ChangeRecord]

    def names(self, slug: str) -> set[str]:
        """All names that the article `slug` has had; those of an article that was joined to it are none."""
        found = {slug}
        while (
            more := {
                name
                for (what, name), change in self.gone.items()
                if what == "article" and change.kind == "renamed" and change.target in found
            }
            - found
        ):
            found |= more
        return found

    def left(self, slug: str, what: Addressed) -> dict[str, str | None]:
        """The ids of `what` that have left the article `slug`, without its name, each with where it is now.

        Segments that another one of the same article has taken in are not among them.
        """
        found = {}
        for (kind, name), successor in self.successors.items():
            article, own = split_id(name)
            stays = successor is not None and split_id(successor)[0] == slug
            if kind == what and article == slug and not stays:
                found[own] = successor
        return found


def make_history(seeds: Seeds, articles: Sequence[Article]) -> tuple[History, list[Problem]]:
    """The history of the edition, and a problem for every change that leads nowhere, or whose old id is used again."""
    there = _there(seeds, articles)
    changes = seeds.registers.changes
    leads: dict[Address, str | None] = {}
    by: dict[Address, int] = {}
    for index, change in enumerate(changes):
        if change.kind in GONE:
            leads[change.what, change.source] = change.target
            by[change.what, change.source] = index
        if change.target is not None:
            leads.pop((change.what, change.target), None)
        for name, ref in change.segments.items():
            leads["segment", f"{change.source}:{name}"] = str(ref)
            by["segment", f"{change.source}:{name}"] = index
    withdrawn: dict[Address, Location] = {}
    for folder in seeds.folders:
        for name, successor in folder.manifest.withdrawn.items():
            address: Address = ("segment", f"{folder.slug}:{name}")
            if address not in leads or successor is not None:
                leads[address] = successor if successor is None or ":" in successor else f"{folder.slug}:{successor}"
            withdrawn[address] = folder.location("segments.yml", "withdrawn", name)
    successors = {address: _follow(address, leads, there) for address in leads}
    former: dict[Address, list[str]] = defaultdict(list)
    for (what, name), successor in successors.items():
        if successor is not None:
            former[what, successor].append(name)
    gone = {address: changes[index] for address, index in by.items() if address in leads}
    history = History(changes, successors, {key: tuple(names) for key, names in former.items()}, gone)
    unread = bool(seeds.unread) or not seeds.vocabulary.whole or len(articles) < len(seeds.folders)
    return history, [] if unread else list(_problems(seeds, history, withdrawn, there))


def _there(seeds: Seeds, articles: Sequence[Article]) -> Mapping[Addressed, Collection[str]]:
    """The ids of all that is there."""
    registers = seeds.registers
    names = {
        name: set(registers.files[f"{name}.yml"].data or ()) for name in ("events", "claims", "relations", "questions")
    }
    return {
        "article": {article.slug for article in articles},
        "concept": {*seeds.vocabulary.concepts, *seeds.vocabulary.unread},
        "segment": {str(sentence.ref) for article in articles for sentence in article.sentences},
        "event": names["events"],
        "claim": names["claims"],
        "relation": names["relations"],
        "question": names["questions"],
        "source": set(registers.sources),
        "note": {f"{article.slug}:{name}" for article in articles for name in article.notes},
    }


def _follow(
    address: Address, leads: Mapping[Address, str | None], there: Mapping[Addressed, Collection[str]]
) -> str | None:
    """Where `address` leads in the end; None where that is nothing. What is within an article goes where the article goes."""
    what, name = address
    seen: set[str] = set()
    following: str | None = leads[address]
    while following is not None and following not in there[what] and following not in seen:
        seen.add(following)
        if (what, following) in leads:
            following = leads[what, following]
            continue
        article, own = split_id(following)
        moved = leads.get(("article", article)) if article else None
        following = f"{moved}:{own}" if moved else None
    return following if following is not None and following in there[what] and following != name else None


def _problems(
    seeds: Seeds,
    history: History,
    withdrawn: Mapping[Address, Location],
    there: Mapping[Addressed, Collection[str]],
) -> Iterator[Problem]:
    file = seeds.registers.files.get("changes.yml")
    for index, change in enumerate(history.changes):
        assert file is not None  # noqa: S101 - the changes are read from it
        address: Address = (change.what, change.source)
        if change.source in there[change.what] and history.gone.get(address) is change:
            yield Problem(
                file.location(index, "from"),
                "change-reused",
                wrong=f"the {change.what} {change.source!r} was {change.kind}, and there is one of this id again",
                expected="an id that was given up to stay unused, since old links lead by it",
                advice="give what is there now another id, or remove this entry if the change was undone",
            )
        for key, name in _targets(change):
            target: Address = (change.what if key == ("to",) else "segment", name)
            resolved = target[1] in there[target[0]] or history.successors.get(target) is not None
            if not resolved and not (target in history.gone and history.gone[target].kind == "deleted"):
                yield _unresolved(file.location(index, *key), target)
    for address, location in withdrawn.items():
        successor = _recorded(seeds, address)
        if successor is not None and ":" in successor and history.successors[address] is None:
            yield _unresolved(location, ("segment", successor))


def _recorded(seeds: Seeds, address: Address) -> str | None:
    ref = Ref.parse(address[1])
    return next(folder.manifest.withdrawn[ref.segment] for folder in seeds.folders if folder.slug == ref.article)


def _targets(change: ChangeRecord) -> Iterable[tuple[tuple[str, ...], str]]:
    """What `change` leads to, each with its key."""
    if change.target is not None:
        yield ("to",), change.target
    for name, ref in change.segments.items():
        yield ("segments", name), str(ref)


def _unresolved(location: Location, target: Address) -> Problem:
    what, name = target
    return Problem(
        location,
        "change-unresolved",
        wrong=f"there is no {what} {name!r}, nor a change that says what became of it",
        expected="an id that is there, or one that a later entry leads on from",
        advice="correct the id, or record with a command (`jianzhu rename`, `jianzhu delete`) what became of it",
    )
