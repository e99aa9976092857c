"""Editions: the small edition with a text in the place of each of its texts."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

from jianzhu.annotate.article import Article, Image, Sentence, TextBlock
from jianzhu.annotate.edition import Edition, Occurrence
from jianzhu.annotate.marks import Mark
from jianzhu.compile import compile_edition
from jianzhu.language import LANGUAGES
from jianzhu.source.records import Bilingual, ChangeRecord, Record
from jianzhu.source.ref import Ref
from jianzhu.text.kinds import Kind
from jianzhu.text.structure import InlineKind

from tests.injections.fields import Give, filled

ROOT = Path(__file__).resolve().parent.parent.parent


def injected(edition: Edition, give: Give) -> Edition:
    """`edition` with the text that `give` has for each field in the place of each text."""
    articles = tuple(_article(article, give) for article in edition.articles)
    sentences = {sentence.ref: sentence for article in articles for sentence in article.sentences}
    by_slug = {article.slug: article for article in articles}

    def all_of(register: Mapping[str, Record]) -> dict[str, Record]:
        return {name: filled(record, type(record), give) for name, record in register.items()}

    def change(record: ChangeRecord) -> ChangeRecord:
        """Its ids and its kind stay: the record checks them as a whole."""
        told = filled(record, ChangeRecord, give)
        return told.model_copy(update={"source": record.source, "target": record.target})

    def kind(old: Kind) -> Kind:
        words = {what: {lang: give(f"Kind.{what}.{lang}") for lang in LANGUAGES} for what in ("name", "heading")}
        return replace(old, **words)

    kinds = edition.kinds
    named = {
        section: {name: kind(one) for name, one in getattr(kinds, section).items()}
        for section in ("concepts", "events", "dimensions")
    }

    def moved(found: Occurrence) -> Occurrence:
        text = sentences[found.sentence.ref]
        half = len((text.text if found.side.is_source else text.translation) or "") // 2
        return Occurrence(text, by_slug[found.article.slug], found.side, half, 2 * half)

    return replace(
        edition,
        kinds=replace(kinds, **named),
        record=filled(edition.record, type(edition.record), give),
        articles=articles,
        by_slug=by_slug,
        sentences=sentences,
        history=replace(edition.history, changes=tuple(map(change, edition.history.changes))),
        short_titles={article.slug: article.record.short_title for article in articles},
        occurrences={
            name: tuple({(found.sentence.ref, found.side): moved(found) for found in group}.values())
            for name, group in edition.occurrences.items()
        },
        **{
            name: all_of(getattr(edition, name))
            for name in ("concepts", "events", "claims", "relations", "questions", "sources")
        },
    )


def _article(article: Article, give: Give) -> Article:
    """The article, its sentences twice the text each: once before a mark, once within all of its marks."""

    def sentence(old: Sentence) -> Sentence:
        text, translation = give("Sentence.text") * 2, give("Sentence.translation") * 2

        def marks(own: Iterable[Mark], length: int) -> tuple[Mark, ...]:
            kinds = {(mark.kind, mark.ref): mark for mark in own}
            return tuple(replace(mark, start=length // 2, end=length) for mark in kinds.values())

        return replace(
            old,
            text=text,
            translation=translation if old.translation else None,
            marks=marks(old.marks, len(text)),
            translation_marks=marks(old.translation_marks, len(translation)),
            dismissed=(),
        )

    def why(text: Bilingual) -> Bilingual:
        return Bilingual.model_construct(**{lang: give(f"Emendation.why.{lang}") for lang in Bilingual.model_fields})

    def block(old: TextBlock) -> TextBlock:
        label = f"1{give('ManifestBlock.label')}" if old.kind == "list" and old.level else old.label
        sentences = tuple(map(sentence, old.sentences))
        if old.kind == "verse":  # in which a line feed is a line
            sentences = tuple(
                replace(one, text=one.text.replace("\n", " "), translation=(one.translation or "").replace("\n", " "))
                for one in sentences
            )
        return replace(old, sentences=sentences, label=label)

    rights = {lang: give(f"ImageRecord.rights.{lang}") for lang in Bilingual.model_fields}
    return replace(
        article,
        images={IMAGE.name: Image(IMAGE, Bilingual.model_construct(**rights))},
        record=filled(article.record, type(article.record), give),
        blocks=tuple(map(block, article.blocks)),
        notes={name: filled(note, type(note), give) for name, note in article.notes.items()},
        emendations=tuple(
            replace(
                one, sic=give("Emendation.sic"), corr=give("Emendation.corr"), before="字",
                resp=give("Emendation.resp"), why=why(one.why) if one.curated else one.why,
            )
            for one in article.emendations
        ),
    )  # fmt: skip


IMAGE = ROOT / "tests/showcase/images/hills.png"
#: The author's marks on the sentence that has them.
INLINES = tuple(kind for kind in get_args(InlineKind) if kind != "address")
#: What the small edition lacks of what pages can show.
MORE = {
    "seeds/claims.yml": """
models-second:
  label: {zh: 又, en: again}
  subject: large-model
  min: "200"
  unit: model
  asOf: "2023"
  assertedBy: {zh: 他, en: he}
  status: reviewed
  target: {segment: craze:s2, zh: {exact: 238个大模型}}
""",
    "seeds/questions.yml": """
second:
  label: {zh: 又, en: again}
  about: thesis
  verdict: differ
  finding: {zh: 又, en: again}
  status: reviewed
  positions:
    - article: craze
      stance: {zh: 又, en: again}
      passages: [{segment: craze:s2}, {segment: craze:s4}]
    - article: craze
      stance: {zh: 又, en: again}
      passages: [{segment: craze:s2}]
""",
    "seeds/events.yml": """
second:
  edtf: 2023-05
  label: {zh: 又, en: again}
  status: reviewed
  evidence: [{segment: craze:s4}]
  concepts: [baidu]
  kind: market
""",
    "seeds/edition.yml": """
links: [{name: {zh: 又, en: again}, url: "https://example.org/"}]
""",
    "seeds/changes.yml": """
- {date: 2023-06-01, kind: deleted, what: concept, from: chips, to: compute, label: {zh: 又, en: again}, why: {zh: 又, en: again}}
""",
    "seeds/glossary/ideas.yml": """
compute:
  type: idea
  prefLabel: {zh-Hans: 计算, zh-Hant: 計算, en: computing}
  definition: {zh: 又, en: again}
  broader: [large-model]
  related: [baidu]
""",
}


@cache
def base() -> Edition:
    """The small edition, with all that a page can show."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "edition"
        shutil.copytree(ROOT / "tests/edition", root)
        for path, text in MORE.items():
            with (root / path).open("a", encoding="utf-8") as file:
                file.write(text)
        edition, problems = compile_edition(root)
        assert not [problem for problem in problems if problem.fatal], problems
    article = edition.articles[0]
    last = article.blocks[-1].sentences[0]
    kinds = [("heading", 2), ("quotation", None), ("list", None), ("caption", None), ("byline", None)]
    more = [
        TextBlock(kind, level, (replace(last, id=f"s{number}", ref=f"craze:s{number}"),))
        for number, (kind, level) in enumerate(kinds, 101)
    ]
    more += _structured(last)
    missing = replace(last, id="s201", ref=Ref("craze", "s201"), translation=None, translation_status="missing")
    stale = replace(last, id="s202", ref=Ref("craze", "s202"), translation_status="stale")
    more.append(TextBlock("paragraph", None, (missing, stale)))
    article = replace(article, blocks=(*article.blocks, *more), withdrawn={"s99": "s2"})
    return replace(edition, articles=(article,))


def _structured(last: Sentence) -> list[TextBlock]:
    """Blocks of every kind that a format with markup can say, with every mark of an author but addresses, which are no text."""
    sentences = (replace(last, id=f"s{number}", ref=Ref("craze", f"s{number}")) for number in itertools.count(301))
    marked = replace(
        next(sentences),
        marks=tuple(Mark(0, 1, kind, "note" if kind == "footnote" else "") for kind in INLINES),
        translation_marks=tuple(Mark(0, 1, kind, "note" if kind == "footnote" else "") for kind in INLINES),
    )
    blocks = [TextBlock("paragraph", None, (marked,))]
    blocks += [TextBlock("list", level, (next(sentences),), "1") for level in (1, 2, 1)]
    blocks += [TextBlock("table", None, (next(sentences),), label, 2) for label in ("header", "")]
    kinds = ("quotation", "attribution", "verse", "dialogue", "caption", "code", "separator")
    blocks += [TextBlock(kind, None, (next(sentences),)) for kind in kinds]
    blocks += [TextBlock("figure", None, (next(sentences),), label) for label in (IMAGE.name, "lost.png")]
    return [*blocks, TextBlock("footnote", None, (next(sentences),), "note")]
