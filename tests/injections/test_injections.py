"""Nothing in a record is markup: every field with texts that something could read as more than text."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jianzhu.release.bundle.shared import SharedParts

from tests.injections.compare import Comparison, Difference, compared, matrix, rounds, tried, uniform
from tests.injections.fields import CARRIED, UNSEEN, fields, names
from tests.injections.shown import of_html
from tests.injections.sites import build_site
from tests.injections.texts import VARIANTS, injections

#: Of all editions that `make injections` makes, so many are tried by `make test`, in so many parts.
PARTS, EDITIONS = 4, 4
SYNTAX = "<>&[](){}*_`#|!\\-+=~^$:;\"'/.%@?, a1字。\n\t\r\x0b\x0c\x1c\x1e\x85\u2028\x00\x02\x03\u200b\u202e\ufeff"


def told(found: list[Difference]) -> str:
    return "\n".join(f"{one.context}, {one.path}, {one.field}: {one.wrong}" for one in found[:10])


def sample(part: int) -> list[dict[str, str]]:
    """Editions from all over the matrix, in which every text stands in some field."""
    chosen = []
    for number, variant in enumerate(VARIANTS):
        texts = [variant.replace("{}", text) for text in injections()]
        first = (part * len(VARIANTS) + number) * len(texts) // (PARTS * len(VARIANTS))
        chosen += rounds(texts, EDITIONS // len(VARIANTS), first)
    return chosen


@pytest.mark.parametrize("part", range(PARTS))
def test_every_field_shows_every_text_as_text(part):
    counts, found = tried(sample(part))
    assert not found, told(found)
    seen = {name for name, _ in counts}
    assert len(seen) > 0.9 * len(names()), matrix(counts, found)


@pytest.mark.parametrize("text", ["~~~", "```", "<!--", "a\u2028~~~\u2028b"])
def test_what_one_field_begins_no_other_ends(text):
    _, found = compared(uniform(text))
    assert not found, told(found)


def test_every_field_of_every_record_is_tried():
    """One that is not seen stands in no page: give the small edition in editions.py what it belongs to, or name it UNSEEN."""
    counts, _ = compared({name: f"<b>{number}</b>" for number, name in enumerate(names())})
    assert {name for name, _ in counts} == set(names())
    assert UNSEEN | CARRIED.keys() <= set(fields())


def test_the_corpus_is_large_and_says_nothing_twice():
    texts = injections()
    assert len(texts) >= 200
    assert len(texts) == len(set(texts))


@settings(max_examples=4, phases=[Phase.generate])  # what is wrong is told, and need not be small
@given(st.integers(0, 10**9))
def test_any_text_in_any_field_is_text(seed):
    """Texts of nothing but signs that mean something somewhere, and two letters that tell one from the other."""
    source = random.Random(seed)
    chosen = {}
    for number, name in enumerate(names()):
        before, behind = ("".join(source.choices(SYNTAX, k=source.randint(0, 6))) for _ in range(2))
        chosen[name] = f"{before}{chr(97 + number % 26)}{chr(97 + number // 26)}{behind}"
    _, found = compared(chosen)
    assert not found, f"{told(found)}\n{chosen}"


def packed(number: int) -> Comparison:
    """An edition whose fields have several texts each, of all parts of the corpus."""
    texts = injections()
    random.Random(number).shuffle(texts)
    joined = [" ".join(texts[at : at + 3]) for at in range(0, len(texts), 3)]
    return Comparison({name: joined[at % len(joined)] for at, name in enumerate(names())})


@pytest.mark.slow
@pytest.mark.parametrize("number", range(2))
def test_the_site_and_its_bundle_show_all_of_it_as_text(number, once):
    """As MkDocs builds it, strictly, with theme and plugins, head and contents; and as the bundle packs it."""
    comparison = packed(number)

    def build(to: Path) -> None:
        for name, edition in zip(("evil", "good"), comparison.editions(), strict=True):
            build_site(edition, to / name)

    folder = once(f"injected-{number}", build)
    evil, good = folder / "evil/site", folder / "good/site"
    paths = sorted(path.relative_to(evil).as_posix() for path in evil.rglob("*.html"))
    assert paths == sorted(path.relative_to(good).as_posix() for path in good.rglob("*.html"))
    assert len(paths) > 40
    found = []
    pages = [[(site / path).read_text(encoding="utf-8") for path in paths] for site in (evil, good)]
    shared = [SharedParts.collect(of_site) for of_site in pages]
    for path, mine, its in zip(paths, *pages, strict=True):
        found += comparison.of_document("site", path, of_html(mine), of_html(its))
        packed_pages = (of_html(one.rewrite_page(html, "")) for one, html in zip(shared, (mine, its), strict=True))
        found += comparison.of_document("bundle", path, *packed_pages)
    assert not found, told(found)
    assert Counter(context for _, context in comparison.seen).keys() == {"site", "bundle"}


def test_pages_written_by_hand_have_no_fences(root):
    """Generated pages hold other people's texts: what opens a fence in them is taken out of MkDocs (see the hook)."""
    for path in (*root.glob("docs/*/about.md"), *root.glob("docs/*/search.md")):
        assert not re.search(r"^(```|~~~)", path.read_text(encoding="utf-8"), re.MULTILINE), f"{path}: indent code"
