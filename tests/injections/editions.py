"""Editions: the small edition with a text in the place of each of its texts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.edition import Edition, Occurrence
from jianzhu.annotate.marks import Mark
from jianzhu.compile import compile_edition
from jianzhu.source.records import Bilingual, Record
from jianzhu.source.ref import Ref

from tests.injections.fields import Give, filled

ROOT = Path(__file__).resolve().parent.parent.parent


def injected(edition: Edition, give: Give) -> Edition:
    """`edition` with the text that `give` has for each field in the place of each text."""
    articles = tuple(_article(article, give) for article in edition.articles)
    sentences = {sentence.ref: sentence for article in articles for sentence in article.sentences}
    by_slug = {article.slug: article for article in articles}

    def all_of(register: Mapping[str, Record]) -> dict[str, Record]:
        return {name: filled(record, type(record), give) for name, record in register.items()}

    def moved(found: Occurrence) -> Occurrence:
        text = sentences[found.sentence.ref]
        half = len((text.text if found.side.is_source else text.translation) or "") // 2
        return Occurrence(text, by_slug[found.article.slug], found.side, half, 2 * half)

    return replace(
        edition,
        record=filled(edition.record, type(edition.record), give),
        articles=articles,
        by_slug=by_slug,
        sentences=sentences,
        short_titles={article.slug: article.record.short_title for article in articles},
        occurrences={
            name: tuple({(found.sentence.ref, found.side): moved(found) for found in group}.values())
            for name, group in edition.occurrences.items()
        },
        **{name: all_of(getattr(edition, name)) for name in ("concepts", "events", "claims", "relations", "questions")},
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

    return replace(
        article,
        record=filled(article.record, type(article.record), give),
        blocks=tuple(replace(block, sentences=tuple(map(sentence, block.sentences))) for block in article.blocks),
        notes={name: filled(note, type(note), give) for name, note in article.notes.items()},
        emendations=tuple(
            replace(
                one, sic=give("Emendation.sic"), corr=give("Emendation.corr"), before="字",
                resp=give("Emendation.resp"), why=why(one.why) if one.curated else one.why,
            )
            for one in article.emendations
        ),
    )  # fmt: skip


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
    missing = replace(last, id="s201", ref=Ref("craze", "s201"), translation=None, translation_status="missing")
    stale = replace(last, id="s202", ref=Ref("craze", "s202"), translation_status="stale")
    more.append(TextBlock("paragraph", None, (missing, stale)))
    article = replace(article, blocks=(*article.blocks, *more), withdrawn={"s99": "s2"})
    return replace(edition, articles=(article,))
