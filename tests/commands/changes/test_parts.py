"""Parts: an article divided, joined again, and sentences moved from one to another."""

from __future__ import annotations

import pytest
from jianzhu.compile import compile_publishable

from tests.commands.changes.addresses import addresses_of, lost, pages_of
from tests.folders import seeds_of

DAY = ("--date", "2024-01-01")
CRAZE, REST = "seeds/articles/craze", "seeds/articles/rest"


@pytest.fixture
def divided(small, jianzhu):
    """The small edition with two articles of one file."""
    status, said = jianzhu("divide", "craze:s4", "rest", *DAY)
    assert status == 0, said
    return small


def texts(root) -> dict[str, list[str]]:
    edition = compile_publishable(root)[0]
    return {article.slug: [sentence.text for sentence in article.sentences] for article in edition.articles}


def test_two_articles_print_what_one_did(small, jianzhu):
    before, old = texts(small)["craze"], addresses_of(small)
    assert jianzhu("divide", "craze:s4", "rest", *DAY)[0] == 0
    after = texts(small)
    assert after["craze"] + after["rest"] == before
    assert jianzhu("check")[0] == 0
    assert lost(small, old) == []
    assert seeds_of(small)[f"{CRAZE}/source.txt"] == seeds_of(small)[f"{REST}/source.txt"]
    apparatus = pages_of(small)["en/apparatus/craze.md"]
    assert "做大模型" not in apparatus  # what is in the other article is no emendation


def test_joined_again_they_say_what_was_said(divided, jianzhu):
    before = addresses_of(divided)
    status, said = jianzhu("merge", "article", "rest", "craze", *DAY)
    assert status == 0, said
    assert [*texts(divided)] == ["craze"]
    assert texts(divided)["craze"][-1] == "有人吃小米粥。"
    assert "part:" not in seeds_of(divided)[f"{CRAZE}/article.yml"].decode()
    assert jianzhu("check")[0] == 0
    assert lost(divided, before) == []
    assert "segments: {s1: craze:s6, s2: craze:s7}" in seeds_of(divided)["seeds/changes.yml"].decode()


def test_the_border_is_shifted_and_back(divided, jianzhu):
    before, old = texts(divided), addresses_of(divided)
    status, said = jianzhu("move", "rest:s1", "craze", *DAY)
    assert status == 0, said
    assert jianzhu("check")[0] == 0
    assert texts(divided)["craze"][-1] == before["rest"][0]
    assert b"sic" not in seeds_of(divided)[f"{REST}/emendations.yml"]
    assert b"hub:" in seeds_of(divided)[f"{CRAZE}/notes.yml"]
    status, said = jianzhu("move", "craze:s6", "rest", *DAY)
    assert status == 0, said
    assert texts(divided) == before
    assert lost(divided, old) == []


def test_a_sentence_put_elsewhere_is_recorded_on_both_sides(divided, jianzhu):
    old = addresses_of(divided)
    status, said = jianzhu("move", "rest:s2", "craze:s2", *DAY)
    assert status == 0, said
    assert jianzhu("check")[0] == 0
    assert texts(divided)["craze"][2] == "有人吃小米粥。"
    assert lost(divided, old) == []
    pages = pages_of(divided)
    assert "Moved to “Rushing In” (craze:s6)." in pages["en/apparatus/rest.md"]
    assert (
        "This sentence stands in the seed of “Rushing In (2)” (rest:s2), and was moved here."
        in pages["en/apparatus/craze.md"]
    )
    assert "Moved to Rushing In: [s2](../articles/craze.md#s6){ #s2 .ref }" in pages["en/articles/rest.md"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("divide", "craze:s1", "third"), "nothing would stay"),
        (("divide", "craze:s2", "rest"), "the article 'rest' is already there"),
        (("move", "rest:s2", "craze"), "does not stand where rest and craze meet"),
        (("move", "rest:s2", "rest:s1"), "is in rest already"),
        (("move", "rest:s2", "craze:s1"), "is a heading: nothing can follow in it"),
        (("move", "rest:s2", "crazy"), "there is no article 'crazy'"),
        (("merge", "article", "craze", "rest"), "does not follow right behind"),
        (("merge", "article", "craze", "craze"), "are not parts of one file"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(arguments, told, divided, jianzhu):
    before = seeds_of(divided)
    status, said = jianzhu(*arguments)
    assert status == 1
    assert told in said
    assert seeds_of(divided) == before


def test_what_is_on_both_sides_is_told(small, jianzhu):
    path = small / "seeds/claims.yml"
    path.write_text(path.read_text("utf-8") + "\n  repeats: [{segment: craze:s4}]\n", "utf-8")
    status, said = jianzhu("divide", "craze:s4", "rest")
    assert status == 1
    assert "seeds/claims.yml:1: [record-invalid] the claim 'models-238' has passages on both sides" in said
