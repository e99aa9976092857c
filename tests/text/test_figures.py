"""Which quantities tell a figure of the world, and which only serve the sentence."""

from __future__ import annotations

import pytest
from jianzhu.text.figures import passing
from jianzhu.text.quantities import find_quantities

#: A text in which ‹…› stands around a quantity, and what that does in it; None for a figure.
CASES = [
    ("这‹十年›来，人人都谈大模型。", "duration"),
    ("‹十年›过去了。", "duration"),
    ("他用了‹三年›做成这件事。", "duration"),
    ("‹三個月›以後，他走了。", "duration"),
    ("过去‹5年›里变化很大。", "duration"),
    ("短短‹18个月›，格局已变。", "duration"),
    ("‹3天›后交稿。", "duration"),
    ("‹五千年›的文明。", "duration"),
    ("我等了‹两个小时›。", "duration"),
    ("这家公司排名前‹10位›。", "ordinal"),
    ("前‹三家›是龙头。", "ordinal"),
    ("‹三年›级的学生。", "school-year"),
    ("读了‹两年›高中。", "school-year"),
    ("他上大‹四年›，没毕业。", "school-year"),
    ("GPT-‹4个›", "version"),
    ("‹3个›版本之后。", "version"),
    ("‹三天›两头出新闻。", "idiom"),
    ("‹一家›公司", "article"),
    ("只剩‹1家›公司。", "article"),
    ("国内已有‹238个›大模型。", None),
    ("投资‹10亿元›。", None),
    ("工期‹18个月›。", None),
    ("长达‹三年›的诉讼。", None),
    ("发行‹十年›期国债。", None),
    ("每天工作‹12小时›。", None),
    ("增长‹3倍›。", None),
    ("占‹百分之三十›。", None),
    ("一共‹十个人›。", None),
    ("融资‹25笔›。", None),
    ("等了‹1个月›。", None),
    ("运行‹300天›。", None),
]


@pytest.mark.parametrize(("marked", "use"), CASES)
def test_what_a_quantity_does(marked, use):
    start, end = marked.index("‹"), marked.index("›") - 1
    assert passing(marked.replace("‹", "").replace("›", ""), start, end, "zh") == use


def test_a_language_without_rules_has_figures_only():
    assert passing("in ten years", 3, 12, "en") is None


def test_the_cases_are_in_the_form_in_which_quantities_are_found():
    """At least where the words are whole: what the rules of quantities find is what is asked about here."""
    found = 0
    for marked, _ in CASES:
        start, end = marked.index("‹"), marked.index("›") - 1
        text = marked.replace("‹", "").replace("›", "")
        found += any((hit.start, hit.end) == (start, end) for hit in find_quantities(text, "zh"))
    assert found >= 20
