"""The commands that change an edition, as the command line knows them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

from jianzhu.commands.changes.draft import Draft, change
from jianzhu.commands.changes.move import move
from jianzhu.commands.changes.names import delete, merge_concepts, rename
from jianzhu.commands.changes.parts import divide, merge_articles
from jianzhu.commands.changes.sentences import join, split
from jianzhu.commands.changes.update import update
from jianzhu.commands.command import Command
from jianzhu.source.records import Addressed

#: What can be renamed and deleted; sentences are split, joined and moved.
_NAMED = tuple(what for what in get_args(Addressed) if what != "segment")
_DRY_RUN = {"action": "store_true", "help": "show what would change, and write nothing"}


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2024-04-11")
    return date.fromisoformat(text).isoformat()


def _command(
    name: str, work: Callable[[Draft, argparse.Namespace], None], meaning: str, known: dict[str, dict[str, Any]]
) -> Command:
    """The command `name`, which does `work` on a draft of the edition; `known` are its arguments and options, for argparse."""

    def run(options: argparse.Namespace) -> int:
        day = options.date or date.today().isoformat()  # noqa: DTZ011 - the day at the editor's desk
        print(change(options.root, name, day, partial(_do, work, options), dry_run=options.dry_run))
        return 0

    dated = {"type": _day, "help": "the date of the change in changes.yml (default: today)"}
    return Command(run, meaning, options={**known, "--dry-run": _DRY_RUN, "--date": dated})


def _do(work: Callable[[Draft, argparse.Namespace], None], options: argparse.Namespace, draft: Draft) -> None:
    work(draft, options)


_WHAT = {"choices": _NAMED, "metavar": "kind", "help": ", ".join(_NAMED)}

_MERGES = {"concept": merge_concepts, "article": merge_articles}
_SENTENCE = {"help": "<article>:<segment>, as pages cite it"}

COMMANDS = {
    "rename": _command(
        "rename",
        lambda draft, options: rename(draft, options.what, options.old, options.new),
        "give something another id: every reference follows, and old addresses lead to the new one",
        {"what": _WHAT, "old": {"help": "its id; of a note <article>:<note>"}, "new": {"help": "its new id"}},
    ),
    "delete": _command(
        "delete",
        lambda draft, options: delete(draft, options.what, options.id, options.to),
        "delete something; refused while anything refers to it",
        {
            "what": _WHAT,
            "id": {"help": "its id; of a note <article>:<note>"},
            "--to": {"metavar": "id", "help": "what refers to it refers to this one then, and its address leads there"},
        },
    ),
    "split": _command(
        "split",
        lambda draft, options: split(draft, options.sentence, options.before, options.translation_before),
        "split a sentence in two: the first part keeps the id, and what quotes the second part points to it",
        {
            "sentence": _SENTENCE,
            "--before": {"required": True, "metavar": "words", "help": "the words that the second part begins with"},
            "--translation-before": {"metavar": "words", "help": "those that its translation begins with"},
        },
    ),
    "join": _command(
        "join",
        lambda draft, options: join(draft, options.sentence, options.other),
        "join two neighboring sentences: the first one named keeps its id, and the id of the other leads to it",
        {"sentence": _SENTENCE, "other": {"help": "its neighbor: <article>:<segment>"}},
    ),
    "merge": _command(
        "merge",
        lambda draft, options: _MERGES[options.what](draft, options.id, options.into),
        "make two concepts one, with the labels of both, or two articles that are parts of one file; the old address leads on",
        {
            "what": {"choices": tuple(_MERGES), "metavar": "kind", "help": ", ".join(_MERGES)},
            "id": {"help": "the one that goes"},
            "into": {"help": "the one that stays"},
        },
    ),
    "update": _command(
        "update",
        lambda draft, options: update(draft, options.slug, options.file),
        "replace the seed of an article by a new version: sentences keep their ids, and what no longer applies is told",
        {
            "slug": {"help": "the article"},
            "file": {"type": Path, "help": "the new version"},
        },
    ),
    "divide": _command(
        "divide",
        lambda draft, options: divide(draft, options.sentence, options.new),
        "make two articles of one: from a sentence on it is an article of its own; both keep the whole seed",
        {
            "sentence": {"help": "the first sentence of the new article: <article>:<segment>"},
            "new": {"help": "the id of the new article"},
        },
    ),
    "move": _command(
        "move",
        lambda draft, options: move(draft, options.sentence, options.to),
        "move a sentence to another article, with its translation, notes and marks; its old address leads there",
        {
            "sentence": _SENTENCE,
            "to": {"help": "the sentence behind which it is to stand; or an article, where both are parts of one file"},
        },
    ),
}
