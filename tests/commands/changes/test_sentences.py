"""Sentences: split, joined and merged with what points to them, and back."""

from __future__ import annotations

import pytest

from tests.commands.changes.addresses import addresses_of, lost
from tests.folders import seeds_of

DAY = ("--date", "2024-01-01")


def test_what_quotes_the_second_part_points_to_it(small, jianzhu):
    before = addresses_of(small)
    status, said = jianzhu(
        "split", "craze:s3", "--before", "小米也做", "--translation-before", "and so", *DAY
    )  # fmt: skip
    assert status == 0, said
    assert jianzhu("check")[0] == 0
    article = small / "seeds/articles/craze"
    assert '      s3: "百度做，"\n      s6: "小米也做。"\n' in (article / "segments.yml").read_text("utf-8")
    assert "next: 7" in (article / "segments.yml").read_text("utf-8")
    assert "- segment: s6\n  zh:\n    exact: 小米\n  concept: xiaomi" in (article / "marks.yml").read_text("utf-8")
    assert 'text: "and so does Xiaomi."' in (article / "en.yml").read_text("utf-8")
    assert lost(small, before) == []


def test_what_is_split_and_joined_again_says_what_it_said(small, jianzhu):
    before = seeds_of(small)
    jianzhu("split", "craze:s3", "--before", "小米也做", "--translation-before", "and so", *DAY)
    assert jianzhu("segments", "craze")[0] == 0
    assert jianzhu("check")[0] == 0
    status, said = jianzhu("join", "craze:s3", "craze:s6", *DAY)
    assert status == 0, said
    assert jianzhu("check")[0] == 0
    after = seeds_of(small)
    for path in ("en.yml", "marks.yml", "notes.yml"):
        assert after[f"seeds/articles/craze/{path}"] == before[f"seeds/articles/craze/{path}"]
    assert b"withdrawn:\n  s6: s3\nnext: 7\n" in after["seeds/articles/craze/segments.yml"]


def test_a_quote_that_would_mean_two_places_gets_what_is_around_it(small, jianzhu):
    segments, emendations = (small / f"seeds/articles/craze/{name}.yml" for name in ("segments", "emendations"))
    words = "百度做，小米也做。"
    emendations.write_text(
        emendations.read_text("utf-8") + "- sic: 百度做,小米也做。\n  corr: 小米。百度做，小米也做。\n"
        "  reason: typo\n  cert: low\n  why: {zh: 样例。, en: A specimen.}\n",
        "utf-8",
    )
    segments.write_text(
        segments.read_text("utf-8")
        .replace(f's3: "{words}"', f's6: "小米。"\n      s3: "{words}"')
        .replace("next: 6", "next: 7"),
        "utf-8",
    )
    with (small / "seeds/articles/craze/en.yml").open("a", encoding="utf-8") as file:
        file.write('\ns6:\n  source: 2f2ddb5c\n  text: "Xiaomi."\n')
    jianzhu("segments", "craze")
    report = jianzhu("check")[1]
    assert "translation-stale" in report or "no problems" in report
    status, said = jianzhu("join", "craze:s3", "craze:s6", *DAY)
    assert status == 0, said
    assert "    exact: 小米\n    prefix: " in (small / "seeds/articles/craze/marks.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("split", "craze:s3", "--before", "小米也做"), "it is not said where the translation is split"),
        (("split", "craze:s3", "--before", "小米粥", "--translation-before", "and"), "'小米粥' stands 0 times"),
        (("split", "craze:s3", "--before", "做", "--translation-before", "and"), "'做' stands 2 times"),
        (("split", "craze:s3", "--before", "百度", "--translation-before", "and"), "nothing stands before '百度'"),
        (("split", "craze:s9", "--before", "百度", "--translation-before", "and"), "s9 is not a segment of craze"),
        (("split", "crazy:s9", "--before", "百度", "--translation-before", "and"), "there is no article 'crazy'"),
        (("split", "s9", "--before", "百度", "--translation-before", "and"), "'s9' is no address of a sentence"),
        (
            ("split", "craze:s2", "--before", "国内", "--translation-before", "238"),
            "seeds/events.yml:5: [record-invalid] the words quoted here are in both parts",
        ),
        (("join", "craze:s3", "craze:s4"), "do not stand next to each other in one block"),
        (("merge", "concept", "baidu", "baidu"), "are one"),
        (("merge", "concept", "baidu", "baid"), "there is no concept 'baid'"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(arguments, told, small, jianzhu):
    before = seeds_of(small)
    status, said = jianzhu(*arguments)
    assert status == 1
    assert told in said
    assert seeds_of(small) == before


def test_a_relation_between_the_two_is_told(small, jianzhu):
    path = small / "seeds/relations.yml"
    path.write_text(path.read_text("utf-8").replace("craze:s4", "craze:s3"), "utf-8")
    status, said = jianzhu("join", "craze:s2", "craze:s3")
    assert status == 1
    assert "seeds/relations.yml:1: [record-invalid] the relation 'answer' links the two sentences" in said


def test_a_merged_concept_leaves_its_labels_and_its_address(small, jianzhu):
    before = addresses_of(small)
    status, said = jianzhu("merge", "concept", "xiaomi", "baidu", *DAY)
    assert status == 0, said
    assert lost(small, before) == []
    text = (small / "seeds/glossary/companies.yml").read_text("utf-8")
    assert 'altLabel: ["小米", Xiaomi]' in text
    assert "related: []" in text
    assert jianzhu("check")[0] == 0
