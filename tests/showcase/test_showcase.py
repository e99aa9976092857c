"""Every kind of block and every mark of the author has its place in pages and books."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jianzhu.books.epub import epub_files
from jianzhu.language import LANGUAGES, Side
from jianzhu.show.blocks import Pair, pair_of
from jianzhu.show.groups import groups_of
from jianzhu.show.inlines import outward
from jianzhu.site.pages import render

from tests.books.opened import Opened
from tests.conftest import TESTS
from tests.showcase.edition import SLUG, showcase

GOLDEN = TESTS / "golden"


@dataclass(frozen=True)
class Held:
    """A block as a group has it."""

    pair: Pair


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(showcase())


@pytest.fixture(scope="module")
def books() -> dict[str, Opened]:
    return {name.split(".")[1][:2]: Opened(data) for name, data in epub_files(showcase(), "x").items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_written_so(pages, golden, lang):
    golden(GOLDEN / f"{lang}.articles.{SLUG}.md", pages[f"{lang}/articles/{SLUG}.md"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chapter_is_written_so(books, golden, lang):
    golden(GOLDEN / f"epub.{lang}.article-{SLUG}.xhtml", books[lang].files[f"EPUB/article-{SLUG}.xhtml"].decode())


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("http://例子.test/路 径", ""),
        ("https://example.org/路", "https://example.org/%E8%B7%AF"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("a@example.org", "mailto:a@example.org"),
        ("www.example.org/x", "https://www.example.org/x"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/x", ""),
        ("chapter.html", ""),
        ("https:", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_link_of_an_author_leads_to_sites_and_letters_only(address, leads):
    assert outward(address) == leads


def test_consecutive_blocks_are_one_where_the_format_says_so():
    article = showcase().by_slug[SLUG]
    pairs = [Held(pair_of(article, block, Side.SOURCE)) for block in article.blocks]
    kinds = [(group.kind, len(group.blocks)) for group in groups_of(pairs, structured=True) if group.kind != "single"]
    assert kinds == [
        ("list", 6),
        ("table", 3),
        ("table", 3),
        ("quotation", 3),
        ("verse", 2),
        ("figure", 2),
        ("figure", 1),
        ("footnotes", 3),
    ]
    guessed = groups_of(pairs, structured=False)
    assert not [group for group in guessed if group.kind == "quotation"]
