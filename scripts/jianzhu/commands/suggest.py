"""Suggest: what the tool would record of an article, printed with its evidence, or written into the seeds."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.commands.changes.draft import Draft, change
from jianzhu.compile import Compilation, compile_seeds
from jianzhu.source.problems import EditionError, Location, Problem, count_of
from jianzhu.source.seeds import ARTICLES, SEEDS, translation_file
from jianzhu.source.suggested import ProposalKind
from jianzhu.source.yamledit import flow
from jianzhu.suggest.proposal import Place, Proposal
from jianzhu.suggest.suggest import proposals
from jianzhu.suggest.write import Written, write_proposals


def suggest(root: Path, slug: str, kinds: Collection[ProposalKind] = (), *, as_json: bool = False) -> str:
    """What could be recorded of the article `slug`, or of `kinds` only, and is not yet: as text, or as JSON.

    Raises EditionError where the article cannot be read.
    """
    found = _found(compile_seeds(root), slug, kinds, _files(root))
    return _data(found) if as_json else _text(slug, found)


def write_suggestions(
    root: Path, slug: str, kinds: Collection[ProposalKind] = (), *, as_json: bool = False, dry_run: bool = False
) -> str:
    """The same written into the files, all of them or none; the answer is each line that changes, or the JSON."""
    made: list[Written] = []

    def work(draft: Draft) -> None:
        _refuse_unrecorded(draft.compilation, slug)
        files = {path: draft.read(path).decode("utf-8") for path in draft.paths() if path.endswith(".yml")}
        found = _found(draft.compilation, slug, kinds, files)
        for path, text in found.files.items():
            draft.write(path, text.encode())
        draft.told.append(f"{_count(found)}{'.' if found.written else ': nothing to write.'}")
        made.append(found)

    told = change(root, "suggest", "", work, dry_run=dry_run)
    return _data(made[0]) if as_json else told


def _files(root: Path) -> dict[str, str]:
    base = root / SEEDS
    return {path.relative_to(base).as_posix(): path.read_bytes().decode("utf-8") for path in base.rglob("*.yml")}


def _found(compilation: Compilation, slug: str, kinds: Collection[ProposalKind], files: Mapping[str, str]) -> Written:
    edition, article = _readable(compilation, slug)
    found = [one for one in proposals(edition, article) if not kinds or one.kind in kinds]
    order = {kind: at for at, kind in enumerate(ProposalKind)}
    return write_proposals(sorted(found, key=lambda one: order[one.kind]), files, translation_file(edition.texts))


def _readable(compilation: Compilation, slug: str) -> tuple[Edition, Article]:
    state = compilation.state_of(slug)
    if compilation.edition is None or state.article is None:
        raise EditionError(state.problems or compilation.problems)
    return compilation.edition, state.article


def _refuse_unrecorded(compilation: Compilation, slug: str) -> None:
    """Raise EditionError where the sentences of the article have no permanent ids, to which suggestions could point."""
    unrecorded = [one for one in compilation.state_of(slug).problems if one.code == "segment-unrecorded"]
    if unrecorded:
        raise EditionError(
            [
                Problem(
                    Location(f"{ARTICLES}/{slug}/segments.yml"),
                    "segment-unrecorded",
                    wrong=f"{count_of(len(unrecorded), 'sentence')} of {slug} without a permanent id",
                    expected="sentences with permanent ids, to which suggestions can point",
                    advice=f"run `jianzhu segments {slug}`; without --write, suggestions are shown all the same",
                )
            ]
        )


# What is told.

#: The fields that name sentences.
_PLACES = frozenset({"segment", "evidence", "repeats", "positions"})


def _count(found: Written) -> str:
    known = f"; {len(found.known)} more are recorded or suggested already" if found.known else ""
    return f"{count_of(len(found.written), 'suggestion')}{known}"


def _text(slug: str, found: Written) -> str:
    lines = [f"{slug}: {_count(found)}."]
    for kind, group in groupby(found.written, key=lambda one: one.kind):
        own = list(group)
        lines += ["", f"{kind} ({len(own)})"]
        for proposal in own:
            lines += _lines(proposal)
    if found.written:
        lines += [
            "",
            f"`jianzhu suggest {slug} --write` writes them into the files, for you to accept, edit or delete.",
        ]
    return "\n".join(lines)


def _lines(proposal: Proposal) -> Iterator[str]:
    yield f"  {'; '.join(map(_place, proposal.places))}"
    for other in proposal.others:
        yield f"    beside {_place(other)}"
    name = f" {proposal.id}" if proposal.id else ""
    yield f"    {proposal.register}{name}: {_said(proposal.fields)}"
    yield f"    because: {' '.join(proposal.because.split())}"


def _place(place: Place) -> str:
    return f"{place.segment} {place.words}" if place.words else str(place.segment)


def _said(fields: Mapping[str, object]) -> str:
    """The fields in a line; where they stand in the text is said already."""
    said = ((name, _plain(value)) for name, value in fields.items() if name not in _PLACES)
    return ", ".join(f"{name} {flow(one)}" for name, one in said if not _is_place(one)) or "–"


def _is_place(value: Any) -> bool:
    return isinstance(value, Mapping) and ("exact" in value or "segment" in value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return None if value is None else str(value)


def _data(found: Written) -> str:
    return json.dumps([_datum(proposal) for proposal in found.written], ensure_ascii=False, indent=2)


def _datum(proposal: Proposal) -> dict[str, object]:
    return {
        "kind": proposal.kind,
        "register": proposal.register,
        "id": proposal.id,
        "places": _places(proposal.places),
        "others": _places(proposal.others),
        "fields": _plain(proposal.fields),
        "because": proposal.because,
    }


def _places(places: Sequence[Place]) -> list[dict[str, object]]:
    return [asdict(place) | {"segment": str(place.segment)} for place in places]
