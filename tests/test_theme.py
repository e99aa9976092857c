"""Theme: Material's known errors are mended, and nothing else is changed."""

from __future__ import annotations

import pytest
from edition.theme import mended, sitemap, whole_files, with_one_style

CASES = [
    (
        '<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">',
        '<input class="md-toggle" type="checkbox" id="__search">',
    ),
    ('<input type="text" class="md-search__input" autocomplete="off">',) * 2,
    (
        '<label class="md-nav__title" for="__toc">\n Contents\n</label>',
        '<span class="md-nav__title">\n Contents\n</span>',
    ),
    ('<input id="__toc"><label class="md-nav__title" for="__toc">Contents</label>',) * 2,
    (
        '<p>id="__toc"</p><label class="md-nav__title" for="__toc">Contents</label>',
        '<p>id="__toc"</p><span class="md-nav__title">Contents</span>',
    ),
    ("<p>autocomplete=&quot;off&quot;</p>",) * 2,
    (
        r'<script id="__config" type="application/json">{"a": "\u627e\u5230 1 \u003c"}</script>\u627e',
        r'<script id="__config" type="application/json">{"a": "找到 1 \u003c"}</script>\u627e',
    ),
]


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_the_page_reads_then(html, expected):
    assert mended(html) == expected


def test_a_page_asks_for_one_style():
    own = '<link rel="stylesheet" href="../a.css">\n <link rel="stylesheet" href="../b.css">'
    html = f'<link rel="stylesheet" href="../m.css">{own}'
    assert with_one_style(html, ["a.css", "b.css"]) == (
        '<link rel="stylesheet" href="../m.css"><link rel="stylesheet" href="../assets/stylesheets/site.css">'
    )


def test_scripts_and_styles_are_published_without_their_comments(tmp_path):
    (tmp_path / "a.js").write_text("/* why */\nvar a = '/* kept */'; // because\n", encoding="utf-8")
    (tmp_path / "b.js").write_text("var b = /[/]*/;\n", encoding="utf-8")
    (tmp_path / "a.css").write_text(
        '/* why */\n\na::before { content: "/* kept */"; }/* then */ b { }\n', encoding="utf-8"
    )
    files = whole_files(tmp_path, {"s.js": ["a.js", "b.js"], "s.css": ["a.css"]})
    assert files == {
        "s.js": "var a='/* kept */';var b=/[/]*/;\n",
        "s.css": 'a::before { content: "/* kept */"; } b { }\n',
    }


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [(None, ""), ("", ""), ("https://example.org/", "<url>\n  <loc>https://example.org/index.html</loc>\n</url>")],
)
def test_a_sitemap_has_no_dates_and_is_there_where_the_site_has_an_address(site_url, expected):
    xml = "<url>\n  <loc>https://example.org/index.html</loc>\n  <lastmod>2026-11-22</lastmod>\n</url>"
    assert sitemap(xml, site_url) == expected


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_or_dark_is_the_systems_until_the_reader_chooses(browser, server, system):
    schemes = {"light": "default", "dark": "slate"}
    other = {"light": "dark", "dark": "light"}[system]
    context = browser.new_context(color_scheme=system)
    page = context.new_page()
    # What the page is when its header is parsed, before any script of the theme has run.
    page.add_init_script(
        "new MutationObserver(() => { const seen = document.querySelector('.md-header');"
        " if (seen && !window.first) window.first = document.body.dataset.mdColorScheme;"
        " }).observe(document, {childList: true, subtree: true});"
    )

    def shown() -> tuple[str, str, int]:
        page.goto(server + "about.html")
        labels = page.locator(".md-header__option label[for^='__palette']")
        visible = sum(label.is_visible() for label in labels.all())
        return page.evaluate("window.first"), page.evaluate("document.body.dataset.mdColorScheme"), visible

    assert shown() == (schemes[system], schemes[system], 1)
    page.locator(".md-header__option label[for^='__palette']:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == schemes[other]
    assert shown() == (schemes[other], schemes[other], 1)
    page.emulate_media(color_scheme=other)
    page.locator(".md-header__option label[for^='__palette']:visible").click()
    page.emulate_media(color_scheme=system)
    assert shown() == (schemes[system], schemes[system], 1)
    context.close()
