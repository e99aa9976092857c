"""The editorial data of the first edition: whole, sorted, anchored, and both languages said."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from jianzhu.annotate.coverage import coverage
from jianzhu.commands import cli
from jianzhu.language import Side
from jianzhu.source.yamlfile import read_yaml
from jianzhu.text.characters import HAN, fold_script
from jianzhu.text.edtf import edtf_bounds
from jianzhu.text.numbers import chinese_numbers

ROOT = Path(__file__).parents[2]
SORTED = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("seeds/glossary/*.yml")] + [
    f"seeds/{name}.yml" for name in ("events", "claims", "relations", "questions")
]


def test_the_check_is_silent(capsys):
    assert cli.main(["check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", SORTED)
def test_registers_are_sorted_by_id(path):
    file, problems = read_yaml(ROOT, path)
    assert not problems
    assert list(file.data) == sorted(file.data)


def test_the_edition_has_its_content(edition):
    assert len(edition.articles) == 5
    assert len(edition.concepts) >= 250
    assert len(edition.events) >= 90
    assert len(edition.claims) >= 120
    assert len(edition.relations) >= 60
    assert len(edition.questions) >= 12
    assert sum(len(article.notes) for article in edition.articles) >= 80
    for article in edition.articles:
        assert article.record.summary, article.slug
        assert len(edition.events_in[article.slug]) >= 10
        assert len(edition.claims_in[article.slug]) >= 10


def test_nothing_is_left_open(edition):
    """What the coverage page shows: all of it translated, recorded or dismissed, and linked."""
    for article in edition.articles:
        covered = coverage(article)
        assert covered.translated == covered.segments
        assert covered.with_chinese == 0
        assert not [sentence.id for sentence in article.sentences if sentence.translation_status == "stale"]
        assert covered.dates.open == covered.quantities.open == ()
    assert [name for name, found in edition.occurrences.items() if not found] == []


def test_every_article_is_in_the_debate(edition):
    """Each is linked with each of the others, and answers questions."""
    pairs = {
        frozenset(end.article for end in (relation.source, relation.target)) for relation in edition.relations.values()
    }
    slugs = [article.slug for article in edition.articles]
    assert {frozenset(pair) for pair in itertools.combinations(slugs, 2)} <= pairs
    for slug in slugs:
        asked = [q for q in edition.questions.values() if slug in {position.article for position in q.positions}]
        assert len(asked) >= 5, slug


def test_what_a_claim_says_stands_in_its_words(edition):
    """The figures of a claim are among the numbers of the sentence that makes it; a half and a few are no numbers."""
    sentences = {sentence.ref: sentence for article in edition.articles for sentence in article.sentences}
    apart = []
    for name, claim in edition.claims.items():
        said = chinese_numbers(sentences[claim.target.segment].text)
        figures = {figure for figure in (claim.value, claim.min, claim.max) if figure is not None}
        if not figures & (said.plain | said.vague):
            apart.append((name, fold_script(claim.target.quote(Side.SOURCE).exact)))
    assert [(name, words) for name, words in apart if not re.search("[几数半季成]|分之", words)] == []


def test_concepts_are_told_in_the_right_scripts(edition):
    for name, concept in edition.concepts.items():
        assert not re.search(f"[{HAN}]", concept.pref_label.en), name
        assert not re.search(r'[,;:?!"]', re.sub(r"[A-Za-z0-9][,:;?!]? ?[A-Za-z0-9]", "", concept.definition.zh)), name
        if re.search(f"[{HAN}]", concept.pref_label.zh_hans):
            assert concept.pinyin, f"{name} has no pinyin"


def test_no_event_is_after_the_articles_that_tell_it(edition):
    """Goals and forecasts apart: those say so in their label or resolution."""
    last = {article.slug: edtf_bounds(article.record.date)[1] for article in edition.articles}
    for name, event in edition.events.items():
        told = max(last[target.segment.article] for target in event.evidence)
        future = edtf_bounds(event.edtf)[0] > told
        said = f"{event.label.en} {event.resolution.en if event.resolution else ''}"
        assert not future or re.search(
            r"goal|target|forecast|predict|plan|expect|announce|scheduled|test", said, re.IGNORECASE
        ), name


def test_the_reader_sees_none_of_the_damage(edition):
    for article in edition.articles:
        for sentence in article.sentences:
            for pattern in (
                r"\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]",
                "[?？][;；]",
                "[?？]他們",
                "陌雽",
                f"[{HAN}],",
                f",[{HAN}]",
            ):
                assert not re.search(pattern, sentence.text), f"{sentence.ref}: {sentence.text}"
            for words in (
                "本站资源",
                "搜索建议",
                "相關文章",
                "本文留言",
                "消费者权益保护法",
                "FF91",
                "資料圖片",
                "juredian",
            ):
                assert words not in sentence.text, sentence.ref


@pytest.mark.parametrize(
    ("slug", "sic"),
    [
        ("everyone-makes-models", "(nèi)"),
        ("everyone-makes-models", "?;蛟S"),
        ("everyone-makes-models", "?;陌雽?dǎo)體"),
        ("everyone-makes-models", "?shù)卣龀?,"),
        ("everyone-makes-models", "燈下黑”轟轟烈烈"),
        ("everyone-makes-models", "(資料圖片僅供參考)"),
        ("two-hundred-models", ","),
        ("great-steelmaking", "聚热点 juredian"),
        ("tortoise", "几個月"),
        ("after-chatgpt", "ChatGDP"),
        ("after-chatgpt", "Attention is all your need"),
    ],
)
def test_the_damage_is_in_the_apparatus_with_the_seeds_reading(edition, slug, sic):
    article = next(article for article in edition.articles if article.slug == slug)
    assert any(sic in emendation.sic for emendation in article.emendations)


def test_headings_stand_by_themselves(edition):
    headings = {s.text for a in edition.articles for b in a.blocks if b.kind == "heading" for s in b.sentences}
    assert {"風口里的“燈下黑”", "內耗“扼殺”科技", "資本不長情，國內“無微軟”"} <= headings


def test_no_concept_is_marked_within_another(edition):
    for article in edition.articles:
        for sentence in article.sentences:
            for marks in (sentence.marks, sentence.translation_marks):
                spans = sorted((mark.start, mark.end) for mark in marks if mark.kind == "concept")
                for (_, end), (start, _) in itertools.pairwise(spans):
                    assert end <= start, sentence.ref
