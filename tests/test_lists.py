"""The lists of the edition in a real browser: glossary, timeline, claims and cross-references, narrowed and sorted."""

from __future__ import annotations

import re

import pytest


def shown(page) -> list[str]:
    """The ids of the entries in sight; an entry of the glossary has that of the page it leads to."""
    return page.eval_on_selector_all(
        "[data-item]",
        """items => items.filter(item => item.getClientRects().length)
            .map(item => item.id || item.querySelector('a').href.split('/').pop().split('.')[0])""",
    )


def told(page) -> list[int]:
    """What the count above a list says: how many of how many."""
    return [int(number) for number in re.findall("[0-9]+", page.inner_text(".filters output"))]


@pytest.mark.parametrize(
    ("path", "control", "value", "register", "holds"),
    [
        ("en/claims/index.html", "article", "tortoise", "claims", lambda c: "tortoise:" in str(c.targets)),
        (
            "claims/index.html",
            "dimension",
            "computing",
            "claims",
            lambda c: c.unit in ("GPU", "parameter", "petabyte", "PF-day"),
        ),
        ("timeline/index.html", "kind", "policy", "events", lambda e: e.kind == "policy"),
        ("en/timeline/index.html", "concept", "chatgpt", "events", lambda e: "chatgpt" in e.concepts),
        ("en/glossary/index.html", "type", "idiom", "concepts", lambda c: c.type == "idiom"),
        ("en/map.html", "type", "contradicts", "relations", lambda r: r.type == "contradicts"),
    ],
)
def test_a_choice_narrows_a_list_to_what_it_says(page, server, edition, path, control, value, register, holds):
    page.goto(server + path)
    everything = getattr(edition, register)
    assert told(page)[-1] == len(everything)
    page.select_option(f".filters select[name={control}]", value)
    expected = {name for name, record in everything.items() if holds(record)}
    assert expected
    assert {item.removeprefix("relation-") for item in shown(page)} == expected
    assert sorted(told(page)) == sorted([len(expected), len(everything)])
    assert f"{control}={value}" in page.url
    page.reload()
    assert len(shown(page)) == len(expected)
    page.click(".filters .clear")
    assert len(shown(page)) == len(everything)


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("glossary/index.html", "lisa su", "lisa-su"),
        ("glossary/index.html", "juguo tizhi", "whole-nation-system"),
        ("en/glossary/index.html", "蘇姿豐", "lisa-su"),
        ("en/claims/index.html", "semianalysis", "chatgpt-operating-cost-day"),
        ("timeline/index.html", "古迪纳夫", "goodenough-nobel-prize"),
    ],
)
def test_a_list_is_narrowed_as_one_types(page, server, path, query, found):
    page.goto(server + path)
    page.focus(".filters input[type=search]")
    page.keyboard.type(query)
    page.wait_for_function("document.querySelectorAll('[data-item]').length > 20")
    assert found in shown(page)
    assert len(shown(page)) < 25
