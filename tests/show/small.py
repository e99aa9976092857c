"""Small editions, made of a few sentences and records, for tests of what is shown of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from jianzhu.annotate.article import Article, Sentence, TextBlock, TranslationStatus
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.source.records import ArticleRecord, Bilingual, EditionRecord, NoteRecord, Quote, RelationRecord
from jianzhu.source.ref import Ref
from jianzhu.text.kinds import default_kinds


def both(text: str) -> Bilingual:
    """`text` in both languages."""
    return Bilingual(zh=f"{text}中", en=text)


def sentence(
    ref: str,
    text: str = "百模大战。",
    translation: str | None = "A war.",
    status: TranslationStatus = "reviewed",
    marks: tuple[Mark, ...] = (),
) -> Sentence:
    """The sentence `<article>:<segment>`."""
    parsed = Ref.parse(ref)
    return Sentence(
        id=parsed.segment,
        ref=parsed,
        text=text,
        marks=marks,
        translation=translation,
        translation_marks=(),
        translation_status="missing" if translation is None else status,
        dismissed=(),
    )


def block(*sentences: Sentence, kind: str = "paragraph", level: int | None = None) -> TextBlock:
    """A block of `sentences`."""
    return TextBlock(kind, level, sentences)


def article(
    slug: str,
    *blocks: TextBlock,
    notes: Mapping[str, NoteRecord] | None = None,
    withdrawn: Mapping[str, str | None] | None = None,
    author: Bilingual | None = None,
) -> Article:
    """An article in traditional script."""
    record = ArticleRecord.model_construct(
        title=both(f"About {slug}"), short_title=both(slug), author=author, date="2023-04~", script="zh-Hant"
    )
    return Article(slug, record, blocks, (), {}, notes or {}, withdrawn or {})


def edition(*articles: Article, **registers: Any) -> Edition:
    """The edition of `articles` with `registers`; what is not among these is empty."""
    ends: dict[Ref, list[tuple[str, Ref]]] = defaultdict(list)
    relations: Mapping[str, RelationRecord] = registers.get("relations", {})
    for name, relation in relations.items():
        ends[relation.source].append((name, relation.target))
        ends[relation.target].append((name, relation.source))
    values: dict[str, Any] = {field.name: {} for field in fields(Edition)} | {
        "record": EditionRecord.model_construct(title=both("The War")),
        "kinds": default_kinds(),
        "articles": articles,
        "forms": (),
        "timeline": (),
        "relations_of": ends,
        "short_titles": {one.slug: one.record.short_title for one in articles},
        "by_slug": {one.slug: one for one in articles},
        "sentences": {s.ref: s for one in articles for s in one.sentences},
    }
    return Edition(**values | registers)


def relation(source: str, target: str) -> RelationRecord:
    """A relation between two sentences."""
    return RelationRecord(
        type="supports", source=Ref.parse(source), target=Ref.parse(target), rationale=both("Because."), status="draft"
    )


def target(segment: str, zh: str = "", en: str = "") -> dict[str, Any]:
    """A target as YAML has it: the sentence, and the words in it, if any."""
    quotes = {lang: Quote(exact=words) for lang, words in (("zh", zh), ("en", en)) if words}
    return {"segment": segment, **quotes}


def names(found: Iterable[tuple[str, object]]) -> list[str]:
    """The ids of records."""
    return [name for name, _ in found]
