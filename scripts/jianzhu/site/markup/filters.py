"""Filters: the controls that narrow a list. docs/assets/javascripts/registers.js shows them and does what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.escape import Markdown
from jianzhu.show.messages import messages
from jianzhu.show.texts import text_words
from jianzhu.site.markup.fragment import fragment
from jianzhu.site.markup.page import Reviewable
from jianzhu.source.records.terms import Status


@dataclass(frozen=True)
class Choice:
    """One control: it looks at the items' `data-<name>`, is called `title`, and offers tokens with their words."""

    name: str
    title: str
    options: Sequence[tuple[str, str]]


def filters(of: str, lang: Language, choices: Iterable[Choice], letters: Choice | None = None) -> Markdown:
    """The controls of the list with the id `of`: words to find, a menu for each of `choices`, a row of `letters`."""
    return fragment("filters.html.j2", lang, list=of, choices=choices, letters=letters)


def article_choice(edition: Edition, lang: Language) -> Choice:
    """The choice of an article, by its short title."""
    return Choice("article", text_words(edition.record.called, lang)["label"], list(edition.titles(lang).items()))


def status_choices(records: Iterable[Reviewable], lang: Language) -> list[Choice]:
    """The choice between reviewed records and drafts; none where all are one or the other."""
    found = {record.status for record in records}
    t = messages(lang)
    options = [(status, t[status]) for status in get_args(Status)]
    return [Choice("status", t["status"], options)] if len(found) > 1 else []


def any_draft(records: Iterable[Reviewable]) -> bool:
    """True where one of `records` has not been reviewed."""
    return any(record.status == "draft" for record in records)
