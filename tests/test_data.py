"""The editorial data of the first edition: whole, sorted, anchored, and both languages said."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import build
import pytest
from edition.characters import HAN
from edition.edtf_date import edtf_bounds
from edition.yamlfile import read_yaml

ROOT = Path(__file__).parent.parent
SORTED = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("seeds/glossary/*.yml")] + [
    f"seeds/{name}.yml" for name in ("events", "claims", "relations")
]


def test_the_check_is_silent(capsys):
    assert build.main(["check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", SORTED)
def test_registers_are_sorted_by_id(path):
    file, problems = read_yaml(ROOT, path)
    assert not problems
    assert list(file.data) == sorted(file.data)


def test_the_edition_has_its_first_content(edition):
    translated = [sentence for article in edition.articles for sentence in article.sentences if sentence.translation]
    assert len(edition.articles) == 5
    assert len(edition.concepts) >= 40
    assert len(edition.events) >= 40
    assert len(translated) >= 60
    assert edition.claims and edition.relations
    assert all(article.notes for article in edition.articles)


def test_every_concept_is_named_or_belongs_to_an_event(edition):
    of_events = {name for event in edition.events.values() for name in event.concepts}
    missing = [name for name, found in edition.occurrences.items() if not found and name not in of_events]
    assert not missing, f"no text names these concepts: {missing}"


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
        told = max(last[target.segment.partition(":")[0]] for target in event.evidence)
        future = edtf_bounds(event.edtf)[0] > told
        said = f"{event.label.en} {event.resolution.en if event.resolution else ''}"
        assert not future or re.search(
            r"goal|target|forecast|predict|plan|expect|announce|scheduled|test", said, re.I
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
