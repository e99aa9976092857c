"""Article pages: source and translation beside each other, with the editors' notes, and the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.annotate import Article, Sentence, TextBlock
from edition.records import NoteRecord, RelationRecord
from edition.relate import Edition
from edition.render.markdown import Markdown, annotated, span
from edition.render.page import fill
from edition.render.words import words


@dataclass(frozen=True)
class Comment:
    """A note or a cross-reference that stands beside a block: `kind` in words, and what is said of which words."""

    id: str
    kind: str
    exact: str
    body: str
    href: Markdown | None
    status: str


@dataclass(frozen=True)
class Pair:
    """A block as the page shows it: the text in the page's language, the other beside it, and the comments."""

    kind: str
    level: int | None
    anchor: str
    main: Markdown
    facing: Markdown
    main_lang: str
    facing_lang: str
    comments: tuple[Comment, ...]


def article_pages(edition: Edition, lang: str) -> dict[str, str]:
    """The list of articles and one page for each, by path below docs/<lang>/."""
    pages = {"articles/index.md": fill("articles.md.j2", lang, articles=edition.articles)}
    for article in edition.articles:
        pages[f"articles/{article.slug}.md"] = _article_page(edition, article, lang)
    return pages


def _article_page(edition: Edition, article: Article, lang: str) -> str:
    pairs = [_pair(edition, article, block, lang) for block in article.blocks]
    title = pairs.pop(0) if pairs and pairs[0].level == 1 else None
    marks = {mark for sentence in article.sentences for mark in (*sentence.marks, *sentence.translation_marks)}
    refs = {kind: sorted({mark.ref for mark in marks if mark.kind == kind}) for kind in ("concept", "emendation")}
    here = {sentence.ref for sentence in article.sentences}
    events = [
        (name, edition.events[name], [t.segment for t in edition.events[name].evidence if t.segment in here])
        for name in edition.timeline
    ]
    claims = [(name, claim) for name, claim in edition.claims.items() if claim.target.segment in here]
    position = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    return fill(
        "article.md.j2",
        lang,
        article=article,
        title=title,
        pairs=pairs,
        events=[event for event in events if event[2]],
        claims=sorted(claims, key=lambda item: position[item[1].target.segment]),
        concepts=[(name, edition.concepts[name]) for name in refs["concept"]],
        emendations=[e for e in article.emendations if e.id in refs["emendation"]],
        count=sum(1 for _ in article.sentences),
        translated=sum(sentence.translation is not None for sentence in article.sentences),
        reviewed=sum(sentence.translation_status == "reviewed" for sentence in article.sentences),
    )


def _pair(edition: Edition, article: Article, block: TextBlock, lang: str) -> Pair:
    source, translation = _source(block, lang == "zh"), _translation(block, lang == "en", lang)
    main, facing = (source, translation) if lang == "zh" else (translation, source)
    langs = (article.record.script, "en")
    main_lang, facing_lang = langs if lang == "zh" else langs[::-1]
    heading = block.kind == "heading"
    return Pair(
        block.kind,
        block.level,
        block.sentences[0].id if heading else "",
        main,
        facing,
        main_lang,
        facing_lang,
        tuple(_comments(edition, article, block.sentences, lang)),
    )


def _source(block: TextBlock, main: bool) -> Markdown:
    return Markdown("".join(_sentence(annotated(s.text, s.marks), s, main, block.kind, "") for s in block.sentences))


def _translation(block: TextBlock, main: bool, lang: str) -> Markdown:
    parts = []
    for sentence in block.sentences:
        if sentence.translation is None:
            text, status = Markdown(words(lang)["not_translated"]), "missing"
        else:
            text, status = annotated(sentence.translation, sentence.translation_marks), sentence.translation_status
        parts.append(_sentence(text, sentence, main, block.kind, status))
        if status == "stale":
            parts[-1] += span(words(lang)["stale"], ".stale-mark")
    return Markdown(" ".join(parts))


def _sentence(text: Markdown, sentence: Sentence, main: bool, kind: str, status: str) -> Markdown:
    """A sentence as a span: with its id where it is the page's text, with a class of that name where it faces it.

    A heading carries the id of its only sentence itself.
    """
    shown = f" .{status}" if status in ("missing", "stale") else ""
    anchored = main and kind != "heading"
    return span(text, f"#{sentence.id}{shown}" if anchored else f".{sentence.id}{shown}")


def _comments(edition: Edition, article: Article, sentences: Sequence[Sentence], lang: str) -> list[Comment]:
    comments = []
    for sentence in sentences:
        notes = [(name, note) for name, note in article.notes.items() if note.segment == sentence.id]
        notes.sort(key=lambda item: (sentence.text.find(item[1].zh.exact) if item[1].zh else -1, item[0]))
        comments += [_note(name, note, lang) for name, note in notes]
        for name, relation in edition.relations.items():
            for end, other in ((relation.source, relation.target), (relation.target, relation.source)):
                if end == sentence.ref:
                    comments.append(_cross_reference(edition, f"{name}-{sentence.id}", relation, other, lang))
    return comments


def _note(name: str, note: NoteRecord, lang: str) -> Comment:
    kind = words(lang)[note.kind]
    if note.cert != "high":
        kind += f" · {words(lang)['certainty']}: {words(lang)[note.cert]}"
    quote = note.zh if lang == "zh" else note.en or note.zh
    return Comment(f"note-{name}", kind, quote.exact if quote else "", note.body[lang], None, note.status)


def _cross_reference(edition: Edition, name: str, relation: RelationRecord, other: str, lang: str) -> Comment:
    slug, _, segment = other.partition(":")
    title = next(article.record.title[lang] for article in edition.articles if article.slug == slug)
    return Comment(
        f"relation-{name}",
        words(lang)[relation.type],
        title,
        relation.rationale[lang],
        Markdown(f"{slug}.md#{segment}"),
        relation.status,
    )
