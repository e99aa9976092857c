"""Messages: what pages and books say in their own words, in every language of the edition.

`pages.yml` has what both say, `books.yml` what only the books say, `reader.yml` what the scripts say that readers load, and
`theme.yml` what the theme and the search say; an entry has all its languages, and braces are filled in.
`values.yml` has the words of the values that records, views and files can have, by the type of the value: a `Literal` without
words for each of its values fails a test, and so does an entry that nothing shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Any

import yaml
from markupsafe import Markup

from jianzhu.language import Language
from jianzhu.show.escape import Markdown, html, markdown, xml

#: Key -> language -> text.
Catalogue = Mapping[str, Mapping[str, str]]


def _read(name: str) -> Any:
    return yaml.safe_load(files(__name__).joinpath(name).read_text(encoding="utf-8"))


PAGES: Catalogue = MappingProxyType(_read("pages.yml"))
BOOKS: Catalogue = MappingProxyType(_read("books.yml"))
THEME: Catalogue = MappingProxyType(_read("theme.yml"))
#: The scripts cite a sentence as the pages do.
READER: Catalogue = MappingProxyType(
    _read("reader.yml") | {key: PAGES[key] for key in ("citation", "citation_author", "citation_year", "undated")}
)
#: Type -> value -> language -> word.
VALUES: Mapping[str, Catalogue] = MappingProxyType(_read("values.yml"))


#: What a text is called -> language -> form -> word.
TEXTS: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType(_read("texts.yml"))


def page_texts() -> dict[str, Mapping[str, str]]:
    """Every message and word of the pages: key, or `<type>: <value>` -> language -> text."""
    words = {f"{kind}: {value}": word for kind, catalogue in VALUES.items() for value, word in catalogue.items()}
    return words | dict(PAGES)


class Messages(Mapping[str, str]):
    """The messages of one language by their keys; `word` gives those of values, `fill` fills in braces.

    All of them are `ready`, which templates write as it is: `own` makes it of the texts of the catalogues, `escape` of what
    is filled in.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        lang: Language,
        *,
        ready: type[str],
        own: Callable[[str], str],
        escape: Callable[[str], str],
    ) -> None:
        self._catalogue = catalogue
        self._lang, self._ready, self._own, self._escape = lang, ready, own, escape
        self._texts = {key: own(texts[lang]) for key, texts in catalogue.items()}

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def word(self, kind: str, value: str) -> str:
        """What `value`, of the type `kind`, is called. Raises KeyError where values.yml has no word for it."""
        return self._own(VALUES[kind][value][self._lang])

    def words(self, kind: str) -> list[tuple[str, str]]:
        """All values of the type `kind` in the order of values.yml, each with what it is called."""
        return [(value, self.word(kind, value)) for value in VALUES[kind]]

    def plain(self, key: str, **values: object) -> str:
        """The message `key` with `values` in the place of its braces, as plain text that is still to be escaped."""
        return self._catalogue[key][self._lang].format_map(values)

    def fill(self, key: str, **values: object) -> str:
        """The message `key` with `values` in the place of its braces; those that are not ready are escaped."""
        text, pieces = self._catalogue[key][self._lang], []
        for words, name, _, _ in Formatter().parse(text):
            pieces.append(self._own(words))
            if name is not None:
                value = values[name]
                pieces.append(value if isinstance(value, self._ready) else self._escape(str(value)))
        return self._ready("".join(pieces))


@lru_cache(maxsize=8)
def messages(lang: Language) -> Messages:
    """The messages of the pages in `lang`, as Markdown; they are ours and need no escaping."""
    return Messages(PAGES, lang, ready=Markdown, own=Markdown, escape=markdown)


@lru_cache(maxsize=8)
def html_messages(lang: Language) -> Messages:
    """The messages of the pages in `lang`, as HTML, for what is HTML within a page."""
    return Messages(PAGES, lang, ready=Markup, own=html, escape=html)


@lru_cache(maxsize=8)
def book_messages(lang: Language) -> Messages:
    """The messages of the books, those of the pages among them, in `lang`, as XML."""
    return Messages({**PAGES, **BOOKS}, lang, ready=Markup, own=xml, escape=xml)
