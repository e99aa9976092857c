"""Unknown: the problems of references to what is not there."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from jianzhu.source.problems import Location, Problem, one_of


def unknown_article(location: Location, slug: str, slugs: Collection[str]) -> Problem:
    """The problem of a pointer at `location` to the article `slug`, which is none of `slugs`."""
    return Problem(
        location,
        "segment-unknown",
        wrong=f"there is no article {slug!r}",
        expected=one_of(sorted(slugs), "an article; there are none yet"),
        advice="write the reference as <article>:<segment>" if slugs else "add the article, or remove the reference",
    )


def unknown_concept(
    location: Location, name: str, known: Collection[str], suggested: Mapping[str, Location]
) -> Problem:
    """The problem of a reference at `location` to the concept `name`, which is none of those that are `known`; `suggested` are
    those that no editor has accepted yet, and where they are.
    """
    near = difflib.get_close_matches(name, known, 1)
    advice = "add the concept to the glossary, or remove the reference"
    if name in suggested:
        advice = f"it is only suggested, at {suggested[name]}: `jianzhu accept glossary {name}` makes it one"
    elif near:
        advice = f"did you mean {near[0]!r}?"
    return Problem(
        location,
        "concept-unknown",
        wrong=f"there is no concept {name!r}",
        expected="an id from seeds/glossary/",
        advice=advice,
    )


def unknown_source(location: Location, name: str, known: Collection[str]) -> Problem:
    """The problem of a citation at `location` of the source `name`, which is none of those that are `known`."""
    near = difflib.get_close_matches(name, known, 1)
    return Problem(
        location,
        "source-unknown",
        wrong=f"there is no source {name!r}",
        expected="an id from seeds/sources.yml",
        advice=f"did you mean {near[0]!r}?" if near else "record the source there, or remove the citation",
    )
