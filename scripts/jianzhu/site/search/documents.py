"""Documents: what of the edition can be found, where it stands, and by which names it goes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language, Side, TextLanguage, TextLanguages
from jianzhu.show.environment import amount
from jianzhu.show.languages import language_name
from jianzhu.show.messages import PAGES
from jianzhu.show.registers.evidence import segments_of
from jianzhu.site.search.index import UNSEEN, Document, Name, Row
from jianzhu.site.search.terms import date_terms, facet, value_terms
from jianzhu.site.search.vocabulary import ARTICLE, Columns, Term
from jianzhu.site.search.vocabulary import LANGUAGES as COLUMNS
from jianzhu.source.records import ClaimRecord, ConceptRecord
from jianzhu.source.records.terms import RemoteTarget
from jianzhu.text.edtf import edtf_words
from jianzhu.text.kinds import Kinds

_ASIDE = re.compile(r"\s*(?:[(（].*?[)）]|,.*|，.*)")


def edition_documents(edition: Edition) -> Iterator[Document]:
    """Every page with something to find, all of a kind together: articles first, then what is said about them."""
    yield from (_article(edition, article) for article in edition.articles)
    yield from (_concept(name, concept) for name, concept in edition.concepts.items())
    yield from _questions(edition)
    yield from _timeline(edition)
    yield from _claims(edition)
    yield from (_notes(article) for article in edition.articles if article.notes)


def edition_names(edition: Edition) -> Iterator[Name]:
    """By what one looks up a page: concepts by labels and pinyin, articles by who wrote and published them.

    Behind `@` stand the names that the filter knows an article by, its id and titles; they lead to the id.
    """
    for name, concept in edition.concepts.items():
        forms = (*concept.labels, *([concept.pinyin] if concept.pinyin else ()), name)
        if concept.type == "person":
            forms += tuple(map(_turned, forms))
        shown, hidden = shown_labels(concept), concept.hidden_label
        yield Name(forms=forms, kind="concept", path=f"glossary/{name}.html", labels=shown, hidden=hidden)
    for article in edition.articles:
        titles = (article.record.title, edition.short_titles[article.slug])
        forms = tuple(
            f"@{form}" for form in (article.slug, *(form for title in titles for form in (title.zh, title.en)))
        )
        for kind in (ARTICLE, "note") if article.notes else (ARTICLE,):
            yield Name(forms=forms, kind=kind, path=f"articles/{article.slug}.html", labels=(article.slug,))
        for who in (article.record.author, article.record.publisher):
            labels = tuple(_bare(who[lang]) for lang in LANGUAGES) if who else ()
            if labels:
                yield Name(
                    forms=(*labels, *map(_turned, labels)),
                    kind=ARTICLE,
                    path=f"articles/{article.slug}.html",
                    labels=labels,
                )


def _article(edition: Edition, article: Article) -> Document:
    """Title, record and headings, and then the editors' summary and the sentences."""
    title = _title(article)
    headings, rows = [_record(edition, article)], [*_summary(article)]
    first, second = columns(edition.texts)
    for block in article.blocks:
        for sentence in block.sentences:
            row = Row(sentence.id, sentence.text_on(first) or "", sentence.text_on(second) or "")
            (headings if block.kind == "heading" else rows).append(row)
    return Document(
        kind=ARTICLE,
        path=f"articles/{article.slug}.html",
        zh=title[Language.ZH],
        en=title[Language.EN],
        rows=tuple(rows),
        headings=tuple(headings),
    )


def _summary(article: Article) -> Iterator[Row]:
    """What the editors say that the article says."""
    record, summary = article.record, article.record.summary
    said = (summary.thesis,) if summary else ()
    for text in (*([record.description] if record.description else ()), *said):
        yield Row("", text.zh, text.en)


def columns(texts: TextLanguages) -> tuple[Side, Side]:
    """The sides in the order of the columns of a row: Chinese in that of Chinese, English in that of English, any other in the
    one that is left, the source first.
    """
    chinese, english = (
        next((side for side in Side if texts[side].interface is lang), None) for lang in (Language.ZH, Language.EN)
    )
    first = chinese or (english.other if english else Side.SOURCE)
    return first, first.other


def edition_columns(edition: Edition) -> Columns:
    """What the columns of the index hold: a column whose sentences are in a language of its own is called by that."""
    texts = edition.texts
    tags, terms = [], []
    for side, lang, usual in zip(columns(texts), (Language.ZH, Language.EN), COLUMNS, strict=True):
        text = texts[side]
        tags.append(text.code)
        terms.append(usual if text.interface is lang else _column_term(text, usual))
    return Columns(edition.languages[0].code, (tags[0], tags[1]), (terms[0], terms[1]))


def _column_term(text: TextLanguage, usual: Term) -> Term:
    """What a column in `text` is called; the names of the pages' language, in which editors write there, mean it too."""
    zh, en = (language_name(text, lang).replace(" ", "-") for lang in (Language.ZH, Language.EN))
    return Term(usual.id, zh, en, (text.code, usual.zh, usual.en, *usual.also))


def _title(article: Article) -> Mapping[Language, str]:
    """The title in each language; that of a draft says so."""
    title, draft = article.record.title, article.record.status == "draft"
    return {
        lang: PAGES["unfinished_title"][lang].format(title=title[lang]) if draft else title[lang] for lang in LANGUAGES
    }


def _record(edition: Edition, article: Article) -> Row:
    """What else the article goes by: who wrote and who published it, when, and its short title."""
    record, short = article.record, edition.short_titles[article.slug]
    known = [part for part in (record.author, record.publisher) if part]
    zh, en = (
        [
            *(part[lang] for part in known),
            *([edtf_words(record.date, lang)] if record.date else []),
            *([short[lang]] if short != record.title else []),
        ]
        for lang in LANGUAGES
    )
    return Row("", " · ".join(zh), " · ".join(en))


def _bare(name: str) -> str:
    """`name` without what an editor says of it in brackets or behind a comma: 看中国（Vision Times）, China Institute, Shenzhen."""
    return _ASIDE.sub("", name).strip() or name


def _turned(name: str) -> str:
    """`name` with its last word first: Ada Lovelace, Lovelace Ada."""
    *first, last = name.split()
    return " ".join((last, *first))


def shown_labels(concept: ConceptRecord) -> tuple[str, ...]:
    """The labels that are shown: the preferred ones first."""
    return tuple(dict.fromkeys((*concept.pref_label.names.values(), *concept.alt_label)))


def _concept(name: str, concept: ConceptRecord) -> Document:
    """The definition, and then the labels: those with Chinese in them, and those without, with the pinyin."""
    label, labels = concept.pref_label, shown_labels(concept)
    english = [form for form in labels if form.isascii()]
    others = [form for form in labels if form not in (label["zh"], label["en"])]
    chinese = "、".join(form for form in others if form not in english)
    latin = "; ".join([*(form for form in others if form in english), *([concept.pinyin] if concept.pinyin else ())])
    rows = [Row("", concept.definition.zh, concept.definition.en)]
    if chinese or latin:
        rows.append(Row("", chinese, latin))
    return Document(
        kind="concept",
        path=f"glossary/{name}.html",
        zh=label["zh"],
        en=label["en"],
        rows=tuple(rows),
        terms=(facet(concept.type),),
    )


def _questions(edition: Edition) -> Iterator[Document]:
    for name, question in edition.questions.items():
        finding = Row(
            "", question.finding.zh, question.finding.en, tuple({p.article: None for p in question.positions})
        )
        stances = (Row("", p.stance.zh, p.stance.en, _refs(p.passages)) for p in question.positions)
        asks = question.asks
        wordings = itertools.zip_longest(asks.zh, asks.en, fillvalue="")
        yield Document(
            kind="question",
            path=f"questions/{name}.html",
            zh=question.label.zh,
            en=question.label.en,
            rows=(finding, *stances),
            headings=tuple(Row(UNSEEN, zh, en) for zh, en in wordings),
            terms=(facet(question.about),),
        )


def _timeline(edition: Edition) -> Iterator[Document]:
    events = [(name, edition.events[name]) for name in edition.timeline]
    rows = tuple(
        Row(
            name,
            f"{event.edtf} {event.label.zh}",
            f"{event.edtf} {event.label.en}",
            _refs(event.evidence),
            (facet(event.kind), *date_terms(event.edtf)),
        )
        for name, event in events
    )
    if rows:
        yield _register("event", "timeline", rows)


def _claims(edition: Edition) -> Iterator[Document]:
    rows = tuple(
        Row(
            name,
            _said(claim, Language.ZH, edition.kinds),
            _said(claim, Language.EN, edition.kinds),
            _refs(claim.targets),
            (facet(edition.kinds.units[claim.unit].dimension), *value_terms(claim)),
        )
        for name, claim in edition.claims.items()
    )
    if rows:
        yield _register("claim", "claims", rows)


def _refs(targets: Iterable[RemoteTarget]) -> tuple[str, ...]:
    return tuple(map(str, segments_of(targets)))


def _register(kind: str, page: str, rows: tuple[Row, ...]) -> Document:
    title = PAGES[page]
    return Document(kind=kind, path=f"{page}/index.html", zh=title[Language.ZH], en=title[Language.EN], rows=rows)


def _said(claim: ClaimRecord, lang: Language, kinds: Kinds) -> str:
    """What is claimed, the figure, and who asserts it."""
    return f"{claim.label[lang]} · {amount(claim, lang, kinds)} · {claim.asserted_by[lang]}"


def _notes(article: Article) -> Document:
    title = _title(article)
    rows = tuple(Row(f"note-{name}", note.body.zh, note.body.en) for name, note in article.notes.items())
    return Document(
        kind="note",
        path=f"articles/{article.slug}.html",
        zh=title[Language.ZH],
        en=title[Language.EN],
        rows=rows,
    )
