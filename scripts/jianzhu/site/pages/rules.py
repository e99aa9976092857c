"""Rules page: what the grammars of dates, quantities and numbers read, and what not, by examples read anew at each build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.site.markup.page import fill
from jianzhu.text.dates import find_dates
from jianzhu.text.edtf import edtf_words
from jianzhu.text.kinds import default_kinds
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.quantities import find_quantities
from jianzhu.text.units import parse_quantity

#: The date of the article from which the examples count, a Monday.
ARTICLE_DATE = "2023-07-31"


@dataclass(frozen=True)
class Read:
    """What is read of an example: its words, what they mean in words, and as it is recorded."""

    exact: str
    words: str
    recorded: str


@dataclass(frozen=True)
class Example:
    """A text with all that is read in it."""

    text: str
    reads: tuple[Read, ...]

    @property
    def whole(self) -> bool:
        """True where all of the text is one thing."""
        return [read.exact for read in self.reads] == [self.text]


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A text that is read wrongly or not at all, what would be right, and why."""

    lang: str
    text: str
    right: str
    why: str


def examples() -> dict[str, Any]:
    """The file of examples."""
    loaded: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("rules.yml").read_text(encoding="utf-8"))
    return loaded


def read_dates(text: str, text_lang: str, lang: Language) -> Example:
    """An example of dates in the language with the code `text_lang`, for a page in `lang`."""
    hits = find_dates(text, text_lang, ARTICLE_DATE)
    return Example(text, tuple(Read(text[hit.start : hit.end], edtf_words(hit.edtf, lang), hit.edtf) for hit in hits))


def read_quantities(text: str, lang: Language) -> Example:
    """An example of quantities in Chinese, for a page in `lang`."""
    units = default_kinds().units
    hits = [(text[hit.start : hit.end], str(hit)) for hit in find_quantities(text)]
    return Example(text, tuple(Read(words, parse_quantity(hit).words(lang, units), hit) for words, hit in hits))


def rules_page(edition: Edition, lang: Language) -> dict[str, str]:  # noqa: ARG001 every maker of pages takes it
    """The page, by path below the folder of the language; it is the same in every `edition`."""
    data = examples()
    dates = {
        text_lang: [
            (group["kind"][lang], [read_dates(text, text_lang, lang) for text in group["examples"]]) for group in groups
        ]
        for text_lang, groups in data["dates"].items()
    }
    quantities = [
        (group["kind"][lang], [read_quantities(text, lang) for text in group["examples"]])
        for group in data["quantities"]
    ]
    same = [(zh, en) for zh, en in data["numbers"] if numbers_apart(zh, en) == ((), ())]
    return {
        "rules.md": fill(
            "rules.md.j2",
            lang,
            date=edtf_words(ARTICLE_DATE, lang),
            dates=dates,
            quantities=quantities,
            same=same,
            unread=[*_unread_dates(data, lang), *_unread_quantities(data, lang)],
        )
    }


def _unread_dates(data: dict[str, Any], lang: Language) -> Iterator[Unread]:
    for row in data["unread"]["dates"]:
        right = "; ".join(edtf_words(edtf, lang) for edtf in row["right"])
        yield Unread(lang=row["lang"], text=row["text"], right=right, why=row["why"][lang])


def _unread_quantities(data: dict[str, Any], lang: Language) -> Iterator[Unread]:
    for row in data["unread"]["quantities"]:
        right = "; ".join(parse_quantity(quantity).words(lang, default_kinds().units) for quantity in row["right"])
        yield Unread(lang="zh", text=row["text"], right=right, why=row["why"][lang])


PAGES = {"rules.md": rules_page}
