"""Scales: from figures to round ticks and places on a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from jianzhu.site.charts.scale import EDGES, LINEAR_SPAN, STEPS, percent, scale_of


def decimals(*figures: str) -> list[Decimal]:
    return [Decimal(figure) for figure in figures]


@pytest.mark.parametrize(
    ("figures", "ticks", "logarithmic"),
    [
        (["10000", "30000"], ["0", "10000", "20000", "30000"], False),
        (["200", "238"], ["0", "100", "200", "300"], False),
        (["0.2", "0.7"], ["0", "0.2", "0.4", "0.6", "0.8"], False),
        (["16", "287.23"], ["0", "100", "200", "300"], False),
        (["-5", "10"], ["-5", "0", "5", "10"], False),
        (["7", "7"], ["0", "2", "4", "6", "8"], False),
        (["0"], ["0", "0.5"], False),
        (["10", "300"], ["0", "100", "200", "300"], False),
        (["10", "301"], ["10", "100", "1000"], True),
        (["1", "50000000000"], ["1", "1000", "1000000", "1000000000", "1000000000000"], True),
        (["0", "1000000"], ["0", "500000", "1000000"], False),
    ],
)
def test_ticks_are_round_and_hold_all_figures(figures, ticks, logarithmic):
    scale = scale_of(decimals(*figures))
    assert scale.logarithmic == logarithmic
    assert [float(tick) for tick in scale.ticks] == [float(tick) for tick in ticks]
    assert len(scale.ticks) <= STEPS + 2
    places = [scale.at(figure) for figure in decimals(*figures)]
    assert all(EDGES[0] <= place <= EDGES[1] for place in places)
    assert places == sorted(places)


def test_the_ends_of_a_scale_and_its_middle():
    linear, logarithmic = scale_of(decimals("0", "100")), scale_of(decimals("1", "100"))
    assert [round(linear.at(Decimal(figure)), 6) for figure in (0, 50, 100)] == [8, 49, 90]
    assert [round(logarithmic.at(Decimal(figure)), 6) for figure in (1, 10, 100)] == [8, 49, 90]


def test_a_span_at_the_border_is_linear():
    assert not scale_of([Decimal(1), Decimal(LINEAR_SPAN)]).logarithmic
    assert scale_of([Decimal(1), Decimal(LINEAR_SPAN) + 1]).logarithmic


@pytest.mark.parametrize(("place", "text"), [(8, "8%"), (35.333333, "35.33%"), (12.5, "12.5%"), (90.0, "90%")])
def test_a_place_is_written_shortly(place, text):
    assert percent(place) == text
