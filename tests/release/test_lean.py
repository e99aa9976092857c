"""Shared parts: a page of the bundle says what the page of the site says, and what pages repeat is written once."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from jianzhu.release.bundle.shared import FOLDER, ICONS, SharedParts

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1"/></svg>'
SETTINGS = '<script id="__config" type="application/json">{"base": ".."}</script>'
PAGES = [
    ("<p>一\n\n   二 \n</p>", "<p>一\n二\n</p>"),
    ("<p>　一　\n二\u00a0</p>", "<p>　一　\n二\u00a0</p>"),
    ("<pre>a\n\n  b</pre><textarea>\n\n x</textarea>",) * 2,
    ("<script>\n\n f()</script>",) * 2,
    ('<script type="application/json">{\n\n}</script>',) * 2,
    (SETTINGS, '<script src="../assets/shared/SCRIPT.js"></script>'),
    (f"<a>{ICON}</a>", '<a><svg class="icon-ICON" viewBox="0 0 24 24"></svg></a>'),
    ("<a title=\"<script>evil()</script>\" href='<script>evil()</script>'>x</a>",) * 2,
    (f'<a title="{ICON.replace(chr(34), "&quot;")}">x</a>',) * 2,
    ("<!-- <script>evil()</script> -->",) * 2,
    ("<p title='</head>'>x</p>",) * 2,
    ("<p>&lt;script&gt;evil()&lt;/script&gt; a < b</p>",) * 2,
    (
        '<head><link rel="canonical" href="https://example.org/"></head>',
        f'<head><link rel="stylesheet" href="../{ICONS}"></head>',
    ),
]


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_the_page_of_a_folder_reads_then(html, expected):
    shared = SharedParts.collect([html])
    for kind, names in (("SCRIPT", shared.scripts), ("ICON", shared.icons)):
        expected = expected.replace(kind, next(iter(names), ""))
    assert shared.rewrite("en/x.html", html.encode()).decode() == expected
    assert set(shared.scripts.values()) <= {f"document.currentScript.outerHTML = {json.dumps(SETTINGS)};"}


def test_what_pages_share_stands_in_files():
    files = SharedParts.collect([f"{SETTINGS}{ICON}", SETTINGS]).files()
    assert [path.endswith(".js") for path in files if path.startswith(FOLDER)] == [True, False]
    assert b"d='M1 1'" in files[ICONS]


def test_a_hash_in_an_icon_does_not_end_its_address():
    """In a `data:` URL it would begin a fragment (RFC 3986, section 3.5)."""
    icon = ICON.replace("M1 1", "M1 1#b")
    (image,) = set(re.findall(r'url\("(.*?)"\)', SharedParts.collect([icon]).files()[ICONS].decode()))
    assert "#" not in image
    assert unquote(image).endswith("<path d='M1 1#b'/></svg>")


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("assets/a.js", "f()\n//# sourceMappingURL=a.js.map\n", "f()\n"),
        ("assets/a.css", "p{}/*# sourceMappingURL=a.css.map */", "p{}"),
        (
            "assets/a.js",
            'g("https://unpkg.com/mermaid.js","https://api.github.com/repos/")',
            'g("mermaid.js","repos/")',
        ),
        ("data/search.js", '"https://unpkg.com/"', '"https://unpkg.com/"'),
    ],
)
def test_scripts_and_styles_name_no_host_and_no_map(path, text, expected):
    assert SharedParts({}, {}).rewrite(path, text.encode()).decode() == expected
