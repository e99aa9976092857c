"""Claims, charts, questions and the map in a real browser, by mouse and by keyboard, on a desk and on a phone."""

from __future__ import annotations

import itertools
import re

import pytest

from tests.browser.viewports import DESK, PHONE


@pytest.mark.parametrize("path", ["questions/index.html", "en/questions/index.html"])
def test_on_a_phone_a_question_is_a_card_with_its_answers(page, server, path):
    page.set_viewport_size(PHONE)
    page.goto(server + path)
    row = page.locator("tr:has(a[href='gpus-needed.html'])")
    cells = [cell.bounding_box() for cell in row.locator("td:not(:empty)").all()]
    assert len(cells) >= 2
    assert all(above["y"] + above["height"] <= below["y"] + 1 for above, below in itertools.pairwise(cells))
    assert page.evaluate("[...document.querySelectorAll('.answers')].every(m => m.scrollWidth <= m.clientWidth)")
    assert row.locator("td:empty").first.is_hidden()


@pytest.mark.parametrize("width", [768, 1219, 1220, 1440])
def test_the_matrix_fits_and_every_answer_stands_under_its_article(page, server, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server + "en/questions/index.html")
    assert page.evaluate("[...document.querySelectorAll('.answers')].every(m => m.scrollWidth <= m.clientWidth)")
    row = page.locator(".answers tbody tr", has_text="How many GPUs").first
    answers = [answer.bounding_box() for answer in row.locator("td:not(:empty)").all()]
    if width >= 1220:
        heads = page.locator(".answers thead").first.locator("th").all()[1:]
        places = {round(head.bounding_box()["x"]) for head in heads}
        assert {round(answer["x"]) for answer in answers} <= places
        assert len({round(answer["y"]) for answer in answers}) == 1
    else:
        question = row.locator("th").bounding_box()
        assert all(answer["y"] >= question["y"] + question["height"] for answer in answers)
        named = "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
        assert row.locator("td:not(:empty)").evaluate_all(named) == [
            '"After ChatGPT"',
            '"Steelmaking"',
            '"Tortoise"',
            '"Chipmaking"',
        ]


@pytest.mark.parametrize(
    ("path", "word"), [("questions/index.html", "相悖"), ("en/questions/index.html", "contradict")]
)
def test_a_verdict_is_a_word_and_a_sign(page, server, path, word):
    page.goto(server + path)
    verdict = page.locator(".verdict.contradict").first
    assert verdict.inner_text() == word
    assert "≠" in verdict.evaluate("node => getComputedStyle(node, '::before').content")


def test_the_answers_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(page, server):
    page.goto(server + "en/questions/gpus-needed.html")
    first, second = (page.locator(".position").nth(number).bounding_box() for number in (0, 1))
    assert first["x"] + first["width"] <= second["x"]
    assert abs(first["y"] - second["y"]) < 2
    page.set_viewport_size(PHONE)
    first, second = (page.locator(".position").nth(number).bounding_box() for number in (0, 1))
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] <= second["y"]


def test_a_mark_of_a_chart_leads_to_its_sentence(page, server):
    page.goto(server + "en/questions/gpus-needed.html")
    mark = page.locator(".chart li a", has_text="TrendForce").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"articles/[a-z-]+\.html#s\d+$"))
    assert "TrendForce" in page.inner_text(":target")


def test_the_marks_of_a_chart_stand_in_the_order_of_their_figures(page, server):
    page.goto(server + "questions/gpus-needed.html")
    places = [mark.bounding_box()["x"] for mark in page.locator(".chart li circle").all()]
    assert len(places) >= 2
    assert places == sorted(places)


WIDTH = "node => parseFloat(getComputedStyle(node).strokeWidth)"
OPACITY = "node => parseFloat(getComputedStyle(node).opacity)"


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_an_arc_is_lifted_out_of_the_others(page, server, way):
    page.goto(server + "en/map.html")
    arcs = page.locator(".map a:not(.strip)")
    arc, other = arcs.last, arcs.first  # the last lies above all others
    before = arc.locator(".arc").evaluate(WIDTH), other.evaluate(OPACITY)
    arc.scroll_into_view_if_needed()
    if way == "mouse":
        x, y = arc.locator(".hit").evaluate(
            "path => { const p = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());"
            " return [p.x, p.y]; }"
        )
        page.mouse.move(x, y + 3)
    else:
        arcs.nth(arcs.count() - 2).focus()
        page.keyboard.press("Tab")
    assert arc.locator(".arc").evaluate(WIDTH) > before[0]
    assert other.evaluate(OPACITY) < before[1]


def test_an_arc_has_a_name_and_leads_to_its_entry_by_the_keyboard(page, server):
    page.goto(server + "en/map.html")
    arc = page.locator(".map a.contradicts").first
    entry = arc.get_attribute("href")
    assert page.get_by_role("link", name=arc.locator("title").text_content(), exact=True).count() >= 1
    arc.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(entry) + "$"))
    assert page.inner_text(":target strong") == "Contradicts"
    assert 0 < page.locator(":target").bounding_box()["y"] < 900
    page.locator(":target li a").first.click()
    page.wait_for_url(re.compile(r"articles/[a-z-]+\.html#s\d+$"))


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_names_on_the_map_can_be_read_and_it_fits(page, server, size):
    """Where there is no room for names around the circle, numbers stand there, and the names below."""
    page.set_viewport_size(size)
    page.goto(server + "en/map.html")
    phone = size == PHONE
    strip = page.locator(".strip").first
    assert strip.locator(".number").is_visible() == page.locator(".on-map").is_visible() == phone
    assert strip.locator(".name").is_visible() != phone
    shown = strip.locator(".number" if phone else "tspan >> nth=0")
    assert shown.evaluate("node => node.getBoundingClientRect().height") > 11
    assert strip.get_attribute("aria-label") == "1 " + page.locator(".on-map a").first.text_content()
    for part in page.locator(f".strip > path, {'.number' if phone else '.name'}").all():
        box = part.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_script_all_claims_are_there_and_no_control_is(browser, server):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "en/claims/index.html#chatgpt-training-gpus")
    assert page.locator(".filters").is_hidden()
    rows = page.locator("#claims tr[data-item]")
    assert rows.count() > 100
    assert rows.last.is_visible()
    assert 0 < page.locator(":target").bounding_box()["y"] < PHONE["height"]
    context.close()


@pytest.mark.parametrize(("size", "edge"), [(DESK, "th"), (PHONE, ":scope")])
@pytest.mark.parametrize(("status", "style"), [("draft", "dotted"), ("reviewed", "solid")])
def test_a_draft_has_a_dotted_line_in_a_table_and_in_a_card(page, server, size, edge, status, style):
    page.set_viewport_size(size)
    page.goto(server + "claims/index.html")
    row = page.locator("#claims tbody tr").first
    row.evaluate("(node, status) => { node.className = status; }", status)
    line = (
        "(node, edge) => getComputedStyle(edge === ':scope' ? node : node.querySelector(edge)).borderInlineStartStyle"
    )
    assert row.evaluate(line, edge) == style
