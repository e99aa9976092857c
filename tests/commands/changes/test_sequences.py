"""Sequences: whatever commands follow each other, the edition stays without problems, and every old address leads on."""

from __future__ import annotations

import itertools
import json
import random
import re
from pathlib import Path

import pytest
from jianzhu.annotate.edition import Edition
from jianzhu.compile import compile_publishable
from jianzhu.site.pages import render

from tests.commands.changes.addresses import addresses_of, lost
from tests.folders import seeds_of

DAY = ("--date", "2024-01-01")
#: Behind these a sentence of the small edition, and its translation, can be split.
CLAUSE = re.compile("[，。]|[,.] ")


def renaming(edition: Edition, chance: random.Random) -> list[str]:
    names = {
        "article": [*edition.by_slug],
        "concept": [*edition.concepts],
        "event": [*edition.events],
        "claim": [*edition.claims],
        "relation": [*edition.relations],
        "question": [*edition.questions],
        "note": [f"{article.slug}:{name}" for article in edition.articles for name in article.notes],
    }
    what, known = chance.choice([item for item in names.items() if item[1]])
    new = f"{chance.choice('abxz')}{chance.randrange(99)}"
    old = chance.choice(known)
    return ["rename", what, old, f"{old.split(':')[0]}:{new}" if what == "note" else new]


def splitting(edition: Edition, chance: random.Random) -> list[str]:
    sentence = chance.choice([*edition.sentences.values()])
    cuts = [match.end() for match in CLAUSE.finditer(sentence.text)]
    others = [match.end() for match in CLAUSE.finditer(sentence.translation or "")]
    number = chance.randrange(max(1, len(cuts)))
    if number >= min(len(cuts), len(others)) or cuts[number] == len(sentence.text):
        return []
    before, behind = sentence.text[cuts[number] :], (sentence.translation or "")[others[number] :]
    return ["split", str(sentence.ref), "--before", before, "--translation-before", behind]


def joining(edition: Edition, chance: random.Random) -> list[str]:
    pairs = [
        [str(one.ref), str(other.ref)]
        for article in edition.articles
        for block in article.blocks
        for one, other in itertools.pairwise(block.sentences)
    ]
    pair = chance.choice(pairs) if pairs else []
    chance.shuffle(pair)
    return ["join", *pair] if pair else []


def merging(edition: Edition, chance: random.Random) -> list[str]:
    known = [*edition.concepts] if chance.random() < 0.5 else [*edition.by_slug]
    if len(known) < 2:
        return []
    return ["merge", "concept" if known[0] in edition.concepts else "article", *chance.sample(known, 2)]


def dividing(edition: Edition, chance: random.Random) -> list[str]:
    return ["divide", str(chance.choice([*edition.sentences])), f"part-{chance.randrange(99)}"]


def deleting(edition: Edition, chance: random.Random) -> list[str]:
    if len(edition.concepts) < 2:
        return []
    gone, successor = chance.sample([*edition.concepts], 2)
    return ["delete", "concept", gone, "--to", successor]


def moving(edition: Edition, chance: random.Random) -> list[str]:
    if len(edition.by_slug) < 2:
        return []
    ends = [
        sentence
        for article in edition.articles
        for sentence in (next(iter(article.sentences)), [*article.sentences][-1])
    ]
    chosen = chance.choice(ends)
    other = chance.choice([article for article in edition.articles if article.slug != chosen.ref.article])
    return [
        "move",
        str(chosen.ref),
        other.slug if chance.random() < 0.7 else str(chance.choice([*other.sentences]).ref),
    ]


def check_data(root: Path) -> None:
    """Every old id leads in the data to one that is there."""
    edition = compile_publishable(root)[0]
    files = render(edition)
    ids = {name: {row["id"] for row in json.loads(files[f"data/{name}.json"])} for name in
           ("articles", "segments", "glossary", "events", "claims", "relations", "questions", "notes")}  # fmt: skip
    plural = {"concept": "glossary"}
    for row in json.loads(files["data/changes.json"]):
        assert row["successor"] in ids[plural.get(row["what"], f"{row['what']}s")], row
    for article in json.loads(files["data/articles.json"]):
        for successor in article["withdrawn"].values():
            assert (successor if ":" in successor else f"{article['id']}:{successor}") in ids["segments"]


@pytest.mark.parametrize("seed", range(8))
def test_random_commands(seed, small, jianzhu):
    chance = random.Random(seed)
    known = addresses_of(small)
    works = [renaming, splitting, joining, merging, dividing, moving, deleting]
    done: list[list[str]] = []
    for _ in range(14):
        arguments = chance.choice(works)(compile_publishable(small)[0], chance)
        before = seeds_of(small)
        if not arguments:
            continue
        status, said = jianzhu(*arguments, *DAY)
        if status:
            assert seeds_of(small) == before, (arguments, said)
            assert "to do:" in said, (arguments, said)
            continue
        done.append(arguments)
        status, said = jianzhu("check")
        assert status == 0, (done, said)
        assert lost(small, known) == [], done
        known |= addresses_of(small)
    check_data(small)
    assert len(done) >= 4, done
    assert jianzhu("segments", compile_publishable(small)[0].articles[0].slug)[0] == 0
    assert jianzhu("check")[0] == 0
