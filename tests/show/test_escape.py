"""Escape: a text in HTML is shown as it is, and begins nothing."""

from __future__ import annotations

from html import unescape

import pytest
from jianzhu.show.escape import html


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a<b>&c", "a&lt;b&gt;&amp;c"),
        ("~~~", "&#126;~~"),  # no fence of code begins
        ("\t~x", " &#126;x"),
        ("  ~~~", "  &#126;~~"),
        ("a ~ b", "a ~ b"),
    ],
)
def test_what_could_begin_something_is_written_as_a_reference(text, written):
    assert str(html(text)) == written
    assert unescape(str(html(text))) == text.replace("\t", " ")
