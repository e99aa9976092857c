"""Vocabulary: the kinds, languages and filters of the search, what they are called, and what a reader may type for them.

They are written here and nowhere else: the index carries them to the worker, which reads queries and names its answers by
them, and the page search.md is tested against them. A reader's word is compared as the search compares all text, so
one script, case and width of each word is enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.text.folding import compact


@dataclass(frozen=True)
class Term:
    """Something that a filter can be set to, or a filter itself.

    `zh` and `en` are what pages call it; the search writes these into a query itself, so neither has a space in it. `also`
    are other words for it.
    """

    id: str
    zh: str
    en: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that means it, as the search compares it."""
        return tuple(dict.fromkeys(map(compact, (self.zh, self.en, self.id, *self.also))))


@dataclass(frozen=True)
class Kind(Term):
    """A kind of document: `weight` is what it counts in the order of answers, `title` what a hit in its title adds."""

    weight: int = 0
    title: int = 0


#: The kind of document that has a file of texts to itself.
ARTICLE = "article"

KINDS = (
    Kind(ARTICLE, "文章", "article", ("articles", "essay", "essays", "文"), weight=6, title=30),
    Kind(
        "concept",
        "词条",
        "glossary",
        ("concepts", "term", "terms", "entry", "entries", "词汇", "词汇表", "概念", "术语"),
        weight=5,
        title=8,
    ),
    Kind("question", "异同", "question", ("questions", "问题", "同异", "同与异"), weight=4, title=15),
    Kind("event", "事件", "event", ("events", "timeline", "timelines", "年表"), weight=3),
    Kind("claim", "数据", "claim", ("claims", "data", "figure", "figures", "数字"), weight=3),
    Kind("note", "笺注", "note", ("notes", "annotation", "annotations", "注", "注释"), weight=2),
)
LANGUAGES = (
    Term("zh", "中文", "Chinese", ("汉语", "中")),
    Term("en", "英文", "English", ("英语", "英")),
)
FILTERS = (
    Term("kind", "类别", "kind", ("kinds", "type", "种类")),
    Term("lang", "语言", "lang", ("language", "languages", "文字")),
    Term("article", "文章", "article", ("articles", "essay")),
)


@dataclass(frozen=True)
class Columns:
    """The two columns of the index: that of Chinese pages, and that of English ones.

    `top` is the language of the pages at the top of the site, `tags` are the languages of the sentences in each column, and
    `terms` what a reader calls the columns.
    """

    top: str = "zh"
    tags: tuple[str, str] = ("zh", "en")
    terms: tuple[Term, Term] = LANGUAGES


#: Those of an edition from Chinese to English.
USUAL_COLUMNS = Columns()


def described(terms: tuple[Term, ...]) -> list[dict[str, object]]:
    """`terms` as the index publishes them."""
    return [
        {"id": term.id, "zh": term.zh, "en": term.en, "words": list(term.words)}
        | ({"weight": term.weight, "title": term.title} if isinstance(term, Kind) else {})
        for term in terms
    ]


def vocabulary_characters(languages: tuple[Term, ...]) -> str:
    """Every character of the vocabulary's words, `languages` among them, for the table that folds what a reader types."""
    return "".join(word for term in (*KINDS, *languages, *FILTERS) for word in term.words)
