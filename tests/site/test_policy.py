"""Policy: what would break it is found in a page, and every page carries it."""

from __future__ import annotations

import pytest
from jianzhu.site.theme.policy import META, POLICY, breaches

#: Parts of a page, and whether they break the policy.
PARTS = [
    ("<script>f()</script>", True),
    ("<SCRIPT type=module>f()</SCRIPT>", True),
    ('<script type="text/javascript">f()</script>', True),
    ('<script src="a.js"></script>', False),
    ('<script defer src="a.js"></script>', False),
    ('<script id="__config" type="application/json">{"a": "<b style=\\"x\\">"}</script>', False),
    ('<p style="color: red">', True),
    ("<p style=color:red>", True),
    ("<p STYLE='color: red'>", True),
    ("<svg><rect style='fill: red'/></svg>", True),
    ("<style>p {}</style>", True),
    ('<p data-style="x" class="style" title="style=\'x\' onclick=\'f()\'">', False),
    ('<p>style="x" onclick="f()" javascript:f()</p>', False),
    ('<p>a < b style="x"</p>', False),
    ('<b onclick="f()">', True),
    ("<svg onload=f()>", True),
    ("<input\nautofocus\nonfocus=f()>", True),
    ('<a href="javascript:f()">', True),
    ('<a href=" JavaScript:f()">', True),
    ('<a href="&#106;avascript:f()">', True),
    ('<form action="javascript:f()">', True),
    ("<svg/onload=f()>", True),
    ('<p class="a"onclick="f()">', True),
    ('<meta name="description" content="JavaScript: a language">', False),
    ('<base href="/">', True),
    ('<a href="on.html" title="only">', False),
    ("<!-- <script>f()</script> -->", False),
]


@pytest.mark.parametrize(("part", "breaks"), PARTS)
def test_what_would_break_the_policy_is_found(part, breaks):
    assert bool(breaches(f"<head>{META}</head>{part}")) is breaks


@pytest.mark.parametrize("page", ["<p>x</p>", f'<script src="a.js"></script>{META}', f'<link href="a.css">{META}'])
def test_a_page_begins_with_its_policy(page):
    assert breaches(page) == ["no policy before the first script"]


def test_the_policy_allows_no_inline_script_no_inline_style_and_no_other_host():
    assert POLICY.startswith("default-src 'self';")
    for source in ("unsafe", "http", "*", "blob:", "nonce", "sha256"):
        assert source not in POLICY


def test_every_page_of_the_site_carries_it(site):
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    assert len(pages) > 800
    assert {page.partition(META)[0].count("<") for page in pages} == {4}  # behind doctype, html, head, charset
