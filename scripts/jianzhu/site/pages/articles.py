"""Article pages: source and translation beside each other, with the editors' notes, and the list of articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.relate import Edition
from jianzhu.language import SOURCE, Language
from jianzhu.show.escape import Markdown
from jianzhu.show.messages import messages
from jianzhu.show.quotations import quotation_of
from jianzhu.site.pages.markdown import annotated, span
from jianzhu.site.pages.page import Reviewable, fill
from jianzhu.source.records import NoteRecord, RelationRecord
from jianzhu.source.ref import Ref

#: Segment id -> the notes on it, each with its id.
NotesBySegment = Mapping[str, Sequence[tuple[str, NoteRecord]]]


@dataclass(frozen=True)
class Comment:
    """A note that stands beside a block: what is said of which words, and of what kind it is."""

    id: str
    kind: str
    exact: str
    body: str
    status: str


@dataclass(frozen=True)
class Link:
    """A way from a block to a passage that answers it, or to a question it answers: the words there, and the reason."""

    id: str
    kind: str
    title: str
    href: Markdown
    quotation: str
    lang: str
    reason: str
    status: str


@dataclass(frozen=True)
class Pair:
    """A block as the page shows it: the text in the page's language, the other beside it, and what belongs to both."""

    kind: str
    level: int | None
    anchor: str
    main: Markdown
    facing: Markdown
    main_lang: str
    facing_lang: str
    comments: tuple[Comment, ...]
    links: tuple[Link, ...]


def article_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The list of articles and one page for each, by path below the folder of the language."""
    pages = {"articles/index.md": fill("articles.md.j2", lang, articles=edition.articles)}
    for article in edition.articles:
        pages[f"articles/{article.slug}.md"] = _article_page(edition, article, lang)
    return pages


def _article_page(edition: Edition, article: Article, lang: Language) -> str:
    notes = notes_by_segment(article)
    pairs = [pair_of(edition, article, block, notes, lang) for block in article.blocks]
    title = pairs.pop(0) if pairs and pairs[0].level == 1 else None
    marks = {mark for sentence in article.sentences for mark in (*sentence.marks, *sentence.translation_marks)}
    refs = {kind: {mark.ref for mark in marks if mark.kind == kind} for kind in ("concept", "emendation")}
    here = {sentence.ref for sentence in article.sentences}
    events = [
        (name, edition.events[name], [t.segment for t in edition.events[name].evidence if t.segment in here])
        for name in edition.events_in.get(article.slug, ())
    ]
    claims = [(name, edition.claims[name]) for name in edition.claims_in.get(article.slug, ())]
    position = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    return fill(
        "article.md.j2",
        lang,
        edition=edition.record,
        article=article,
        title=title,
        pairs=pairs,
        events=events,
        claims=sorted(claims, key=lambda item: position[item[1].target.segment]),
        concepts=[(name, edition.concepts[name]) for name in sorted(refs["concept"])],
        drafts=any(True for sentence in article.sentences for _ in _drafts(edition, article, sentence)),
        emendations=[e for e in article.emendations if e.id in refs["emendation"]],
        count=sum(1 for _ in article.sentences),
        translated=sum(sentence.translation is not None for sentence in article.sentences),
        reviewed=sum(sentence.translation_status == "reviewed" for sentence in article.sentences),
    )


def notes_by_segment(article: Article) -> NotesBySegment:
    """The notes of `article` by the id of the segment they are on."""
    notes: dict[str, list[tuple[str, NoteRecord]]] = defaultdict(list)
    for name, note in article.notes.items():
        notes[note.segment].append((name, note))
    return notes


def pair_of(edition: Edition, article: Article, block: TextBlock, notes: NotesBySegment, lang: Language) -> Pair:
    """The block as a page in `lang` shows it."""
    drafts = {mark for sentence in block.sentences for mark in _drafts(edition, article, sentence)}
    source, translation = _source(article, block, lang, drafts), _translation(article, block, lang, drafts)
    main, facing = (source, translation) if lang.is_source else (translation, source)
    heading = block.kind == "heading"
    return Pair(
        block.kind,
        block.level,
        block.sentences[0].id if heading else "",
        main,
        facing,
        article.record.tag(lang),
        article.record.tag(lang.other),
        tuple(_comments(block.sentences, notes, lang)),
        tuple(link for sentence in block.sentences for link in _links(edition, sentence, lang)),
    )


def _source(article: Article, block: TextBlock, lang: Language, drafts: Container[Mark]) -> Markdown:
    parts = []
    for sentence in block.sentences:
        anchor = _anchor(block, sentence) if lang.is_source else f".{sentence.id}"
        parts.append(
            span(annotated(sentence.text, sentence.marks, lang, drafts), anchor)
            + _aliases(article, sentence, lang.is_source)
        )
    return Markdown("".join(parts))


def _translation(article: Article, block: TextBlock, lang: Language, drafts: Container[Mark]) -> Markdown:
    t = messages(lang)
    parts = []
    for sentence in block.sentences:
        attributes = f".{sentence.id}" if lang.is_source else _anchor(block, sentence)
        text: str = annotated(sentence.translation or "", sentence.translation_marks, lang, drafts)
        if sentence.translation is None:
            text = span(t["not_translated"], f"{attributes} .missing")
        elif sentence.translation_status == "stale":
            text = span(text, f"{attributes} .stale")
            text += span(t["stale"], ".stale-mark")
        else:
            text = span(text, attributes)
        parts.append(text + _aliases(article, sentence, not lang.is_source))
    return Markdown(" ".join(parts))


def _drafts(edition: Edition, article: Article, sentence: Sentence) -> Iterator[Mark]:
    """The marks in both languages that lead to what has not been reviewed."""
    registers: dict[str, Mapping[str, Reviewable]] = {
        "concept": edition.concepts,
        "event": edition.events,
        "claim": edition.claims,
        "note": article.notes,
    }
    for mark in (*sentence.marks, *sentence.translation_marks):
        if mark.kind in registers and registers[mark.kind][mark.ref].status == "draft":
            yield mark


def _anchor(block: TextBlock, sentence: Sentence) -> str:
    """The id of a sentence in the page's language; a heading carries that of its only sentence itself."""
    return f".{sentence.id}" if block.kind == "heading" else f"#{sentence.id}"


def _aliases(article: Article, sentence: Sentence, main: bool) -> str:
    """Anchors for withdrawn ids that lead to this sentence, so that old addresses still do."""
    return "".join(f'<a id="{name}"></a>' for name in article.replaced.get(sentence.id, ()) if main)


def _comments(sentences: Sequence[Sentence], notes: NotesBySegment, lang: Language) -> list[Comment]:
    comments = []
    for sentence in sentences:
        own = list(notes.get(sentence.id, ()))
        own.sort(key=lambda item: (sentence.text.find(item[1].zh.exact) if item[1].zh else -1, item[0]))
        comments += [_note(name, note, lang) for name, note in own]
    return comments


def _note(name: str, note: NoteRecord, lang: Language) -> Comment:
    t = messages(lang)
    kind = t.word("NoteKind", note.kind)
    if note.cert != "high":
        kind = t.fill("kind_and_certainty", kind=kind, certainty=t.word("Certainty", note.cert))
    quote = note.quote(lang) or note.quote(SOURCE)
    return Comment(f"note-{name}", kind, quote.exact if quote else "", note.body[lang], note.status)


def _links(edition: Edition, sentence: Sentence, lang: Language) -> Iterator[Link]:
    for name, other in edition.relations_of.get(sentence.ref, ()):
        yield _cross_reference(edition, f"{name}-{sentence.id}", edition.relations[name], other, lang)
    for name in edition.questions_of.get(sentence.ref, ()):
        question = edition.questions[name]
        yield Link(
            f"question-{name}-{sentence.id}",
            messages(lang)["answers"],
            question.label[lang],
            Markdown(f"../questions/{name}.md"),
            "",
            "",
            "",
            question.status,
        )


def _cross_reference(edition: Edition, name: str, relation: RelationRecord, other: Ref, lang: Language) -> Link:
    slug, segment = other.article, other.segment
    quotation = quotation_of(edition, other, lang)
    return Link(
        f"relation-{name}",
        messages(lang).word("RelationType", relation.type),
        f"{edition.short_titles[slug][lang]} {segment}",
        Markdown(f"{slug}.md#{segment}"),
        quotation.text,
        quotation.tag,
        relation.rationale[lang],
        relation.status,
    )
