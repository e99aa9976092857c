"""The commands for suggestions, as the command line knows them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from jianzhu.commands.accept import accept, chosen, reject
from jianzhu.commands.changes.draft import Draft, change
from jianzhu.commands.command import Command
from jianzhu.commands.suggest import suggest, write_suggestions
from jianzhu.source.suggested import ProposalKind, Register

_KIND: Mapping[str, Any] = {
    "action": "append",
    "type": ProposalKind,
    "choices": list(ProposalKind),
    "default": [],
    "metavar": "kind",
    "help": f"only this kind, and others with another --kind: {', '.join(ProposalKind)}",
}
_DRY_RUN: Mapping[str, Any] = {"action": "store_true", "help": "show what would change, and write nothing"}
_CHOICE: Mapping[str, Mapping[str, Any]] = {
    "what": {"help": f"an article; or, with an id, a register: {', '.join(Register)}"},
    "id": {
        "nargs": "?",
        "help": "of a suggestion; of a note <article>:<note>, of a mark or translation <article>:<segment>",
    },
    "--kind": _KIND,
    "--all": {"action": "store_true", "help": "every suggestion of the article"},
    "--dry-run": _DRY_RUN,
}


def _suggest(options: argparse.Namespace) -> int:
    if options.write or options.dry_run:
        told = write_suggestions(
            options.root, options.slug, options.kind, as_json=options.json, dry_run=not options.write or options.dry_run
        )
    else:
        told = suggest(options.root, options.slug, options.kind, as_json=options.json)
    print(told)
    return 0


def _accept(options: argparse.Namespace) -> int:
    def work(draft: Draft) -> None:
        accept(draft, _chosen(draft, options), complete=options.complete)

    print(change(options.root, "accept", "", work, dry_run=options.dry_run))
    return 0


def _reject(options: argparse.Namespace) -> int:
    def work(draft: Draft) -> None:
        reject(draft, _chosen(draft, options))

    print(change(options.root, "reject", "", work, dry_run=options.dry_run))
    return 0


def _chosen(draft: Draft, options: argparse.Namespace) -> Any:
    return chosen(draft.compilation, options.what, options.id, options.kind, every=options.all)


COMMANDS = {
    "suggest": Command(
        _suggest,
        "propose what could be recorded of an article: terms, names, dates, quantities, quotations and more, with the evidence",
        {"slug": (str, "the article, whatever its status is")},
        {
            "--kind": _KIND,
            "--write": {
                "action": "store_true",
                "help": "write them into the files as suggestions, to accept, edit or delete",
            },
            "--dry-run": {
                "action": "store_true",
                "help": "show the lines that --write would change, and write nothing",
            },
            "--json": {"action": "store_true", "help": "as JSON, for programs"},
        },
    ),
    "accept": Command(
        _accept,
        "make records of suggestions, as drafts; refused, with all that is missing, while one lacks what its record must have",
        options={
            **_CHOICE,
            "--complete": {"action": "store_true", "help": "only those of the chosen ones that lack nothing"},
        },
    ),
    "reject": Command(_reject, "delete suggestions; nothing remembers them", options=_CHOICE),
}
