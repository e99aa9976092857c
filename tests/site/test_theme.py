"""Theme: cells aligned without styles, and files whole and without comments."""

from __future__ import annotations

import pytest
from jianzhu.site.theme.assets import bundle_assets, sitemap, without_cell_styles

CELLS = [
    ('<td style="text-align: right;">3</td>', '<td class="at-right">3</td>'),
    ('<th style="text-align: center;">n</th>', '<th class="at-center">n</th>'),
    ('<td class="a" style="text-align: left;" id="b">', '<td class="at-left a" id="b">'),
    ('<td style="text-align: left;" id="b">', '<td id="b" class="at-left">'),
    ('<td>style="text-align: right;"</td>',) * 2,
    ('<td style="color: red;">',) * 2,
    ("&lt;td style=&quot;text-align: right;&quot;&gt;",) * 2,
]


@pytest.mark.parametrize(("html", "expected"), CELLS)
def test_cells_are_aligned_by_classes(html, expected):
    assert without_cell_styles(html) == expected


def test_scripts_and_styles_are_published_without_their_comments(tmp_path):
    (tmp_path / "a.js").write_text("/* why */\nvar a = '/* kept */'; // because\n", encoding="utf-8")
    (tmp_path / "b.js").write_text("var b = /[/]*/;\n", encoding="utf-8")
    (tmp_path / "a.css").write_text(
        '/* why */\n\na::before { content: "/* kept */"; }/* then */ b {\n\n  & c { }\n}\n', encoding="utf-8"
    )
    files = bundle_assets(tmp_path, {"s.js": ["a.js", "b.js"], "s.css": ["a.css"]})
    assert files == {
        "s.js": """"use strict";var a='/* kept */';var b=/[/]*/;\n""",
        "s.css": 'a::before { content: "/* kept */"; } b {\n& c { }\n}\n',
    }


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [(None, ""), ("", ""), ("https://example.org/", "<url>\n  <loc>https://example.org/index.html</loc>\n</url>")],
)
def test_a_sitemap_has_no_dates_and_is_there_where_the_site_has_an_address(site_url, expected):
    xml = "<url>\n  <loc>https://example.org/index.html</loc>\n  <lastmod>2026-11-22</lastmod>\n</url>"
    assert sitemap(xml, site_url) == expected
