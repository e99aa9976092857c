"""Corpus: the edition's articles, or as many synthetic ones as wanted, and what to look for in them. Seeded throughout."""

from __future__ import annotations

import html
import itertools
import pickle
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jianzhu.compile import compile_publishable
from jianzhu.site.search.documents import edition_documents
from jianzhu.site.search.index import Document, Row
from jianzhu.site.search.vocabulary import ARTICLE
from jianzhu.text.folding import compact, spaced
from opencc import OpenCC

SEED = 20231130
#: Size of the synthetic vocabularies, and how often a Chinese word is one of them and not a turn of the essays'.
CHINESE_WORDS, ENGLISH_WORDS, FOREIGN = 60_000, 30_000, 0.5
SENTENCES = (40, 90)
_ONSETS, _VOWELS = "b c d f g l m n p r s t v st tr pl", "a e i o u ai on er"
_SYLLABLES = [onset + vowel for onset in _ONSETS.split() for vowel in _VOWELS.split()]


@dataclass(frozen=True)
class Question:
    """What is typed, the numbers of the articles whose Chinese holds it, and of those whose English alone does."""

    text: str
    articles: frozenset[int]
    others: frozenset[int]


def real_articles(root: Path) -> list[Document]:
    """The edition's own articles."""
    edition, _ = compile_publishable(root)
    return [document for document in edition_documents(edition) if document.kind == ARTICLE]


def synthetic_articles(real: Sequence[Document], count: int) -> Iterator[Document]:
    """`count` articles: half of their words from the essays' own turns, half from a vocabulary with Zipf's frequencies."""
    texts = [row.zh for document in real for row in document.rows]
    chinese, english = _Chinese(texts), _English([row.en for document in real for row in document.rows])
    for number in range(count):
        rng = random.Random(f"{SEED}-{number}")
        rows = tuple(
            Row(f"s{place}", chinese.sentence(rng), english.sentence(rng))
            for place in range(1, rng.randint(*SENTENCES) + 1)
        )
        yield Document(
            kind=ARTICLE,
            path=f"articles/a{number}.html",
            zh=chinese.sentence(rng)[:12],
            en=english.sentence(rng)[:40],
            rows=rows[5:],
            headings=rows[:5],
        )


def store(articles: Sequence[Document], file: Path) -> None:
    """Writes the articles down one by one, so that they can be read one by one."""
    with file.open("wb") as out:
        for article in articles:
            pickle.dump(article, out)


def stored(file: Path) -> Iterator[Document]:
    """The articles that `store` wrote into `file`."""
    with file.open("rb") as written:
        while written.peek(1):
            yield pickle.load(written)


class _Zipf:
    """Draws from `words`, the n-th with a weight of 1/n."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.sums = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def draw(self, rng: random.Random) -> str:
        return self.words[bisect(self.sums, rng.random() * self.sums[-1])]


class _Chinese:
    def __init__(self, texts: Sequence[str]) -> None:
        rng = random.Random(SEED)
        self.text = "".join(texts)
        characters = sorted({character for character in self.text if "\u4e00" <= character <= "\u9fff"})
        common = _Zipf(
            rng.sample(characters, len(characters)) + [chr(code) for code in rng.sample(range(0x4E00, 0x9FA6), 2500)]
        )
        self.words = _Zipf(
            ["".join(common.draw(rng) for _ in range(rng.choice((2, 2, 2, 3, 4)))) for _ in range(CHINESE_WORDS)]
        )

    def sentence(self, rng: random.Random) -> str:
        parts = []
        for _ in range(rng.randint(6, 16)):
            if rng.random() < FOREIGN:
                parts.append(self.words.draw(rng))
            else:
                at = rng.randrange(len(self.text) - 4)
                parts.append(self.text[at : at + rng.randint(1, 4)])
        return "".join(parts) + "。"


class _English:
    def __init__(self, texts: Sequence[str]) -> None:
        rng = random.Random(SEED)
        own = sorted(set(" ".join(texts).split()))
        made = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(ENGLISH_WORDS)]
        self.words = _Zipf(rng.sample(own + made, len(own) + len(made)))

    def sentence(self, rng: random.Random) -> str:
        return " ".join(self.words.draw(rng) for _ in range(rng.randint(10, 25))) + "."


def questions(articles: Sequence[Document], count: int, lengths: tuple[int, int], seed: str) -> list[Question]:
    """`count` substrings of the articles' Chinese of `lengths` characters, and each again in the other script.

    An article holds one if its compact text does, whatever the script: that is what a reader means by it.
    """
    rng, conversions = random.Random(f"{SEED}-{seed}"), (OpenCC("t2s"), OpenCC("s2tw"))
    held = [[compact(text) for text in _texts(article)] for article in articles]
    joined = ["\n".join(texts) for texts in held]
    asked: dict[str, None] = {}
    while len(asked) < count * 2:
        text = rng.choice(_texts(rng.choice(articles)))
        length = rng.randint(*lengths)
        at = rng.randrange(max(1, len(text) - length))
        words = text[at : at + length]
        # A quotation mark or a blank within would be a phrase or two words; a lone sign is nothing to look for.
        if compact(words) and not set(words) & set(' \u00a0\u3000"“”「」『』'):
            simplified = conversions[0].convert(words)
            asked |= dict.fromkeys((words, conversions[1].convert(words) if simplified == words else simplified))
    english = [
        spaced("\n".join((article.en, *(row.en for row in (*article.headings, *article.rows))))) for article in articles
    ]
    found = []
    for text in itertools.islice(asked, count * 2):
        wanted, latin = compact(text), spaced(text)
        articles_with = frozenset(number for number, whole in enumerate(joined) if wanted in whole)
        others = frozenset(number for number, whole in enumerate(english) if latin.isascii() and latin in whole)
        found.append(Question(text, articles_with, others - articles_with))
    return found


def _texts(article: Document) -> list[str]:
    return [article.zh, *(row.zh for row in (*article.headings, *article.rows))]


def page(article: Document) -> str:
    """The article as a plain page, both languages on it as on the site: what the other engines read."""
    parts = [f"<h1>{html.escape(article.zh)}</h1>", f'<p lang="en">{html.escape(article.en)}</p>']
    for tag, rows in (("h2", article.headings), ("p", article.rows)):
        for row in rows:
            parts.append(f'<{tag} id="{row.anchor}">{html.escape(row.zh)}</{tag}>')
            parts.append(f'<p lang="en">{html.escape(row.en)}</p>')
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{html.escape(article.zh)}</title></head>'
        f"<body><main data-pagefind-body>{''.join(parts)}</main></body></html>"
    )
