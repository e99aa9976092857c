"""The language switch: it keeps the reader's place and choices, by whatever way it is followed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.browser.viewports import DESK, PHONE

TORTOISE, STEEL = "articles/tortoise.html", "articles/great-steelmaking.html"
#: What is said of the usual choices, lest what another window left to be remembered come instead.
USUAL = {"view": "parallel", "script": "published"}


def switch(lang: str) -> str:
    return f".md-select__link[hreflang={lang}]"


def led(page, lang: str) -> tuple[str, dict[str, str], str]:
    """Where the link to `lang` leads when it is pointed at: path, query, fragment."""
    page.hover(".md-select button")
    page.hover(switch(lang))
    address = urlsplit(page.eval_on_selector(switch(lang), "link => link.href"))
    return address.path, dict(parse_qsl(address.query, keep_blank_values=True)), address.fragment


@pytest.mark.parametrize(
    ("path", "query", "fragment"),
    [
        (STEEL, "", "s60"),
        (STEEL, "", "s12-s17"),
        (TORTOISE, "view=interlinear&script=zh-Hant", "s9"),
        (TORTOISE, "view=translation", "s20"),
        (TORTOISE, "view=source&h=蘇姿豐", "s3"),
        (TORTOISE, "", ""),
        (STEEL, "", "claims"),
        ("timeline/index.html", "concept=openai&kind=launch", ""),
        ("timeline/index.html", "", "gpt-4-launch"),
        ("claims/index.html", "dimension=money&sort=-date&find=1000", ""),
        ("glossary/index.html", "type=person&find=li", ""),
        ("map.html", "type=contradicts", ""),
        ("questions/gpus-needed.html", "", ""),
        ("about.html", "", "rights"),
        ("index.html", "script=zh-Hans", "questions"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_leads_to_the_same_sentence_view_script_and_filters(page, server, path, query, fragment, lang):
    here, there, other = ("", "en/", "en") if lang == "zh" else ("en/", "", "zh")
    page.goto(f"{server}{here}{path}?{query}#{fragment}")
    wanted = USUAL | dict(parse_qsl(query))
    assert led(page, other) == ("/" + there + path, wanted, fragment)
    page.click(switch(other))
    page.wait_for_url(re.compile(f"{'/en/' if other == 'en' else f'{server}(?!en/)'}"))
    unusual = {name: value for name, value in wanted.items() if USUAL.get(name) != value}
    address = urlsplit(page.url)
    assert (dict(parse_qsl(address.query)), address.fragment) == (unusual, fragment)
    assert page.evaluate("({view: jianzhu.get('view'), script: jianzhu.get('script')})") == {
        name: wanted[name] for name in USUAL
    }
    if fragment:
        first = fragment.split("-s")[0]
        page.wait_for_function(f"""() => {{
            const box = document.getElementById('{first}').getBoundingClientRect();
            return box.bottom > 0 && box.top < innerHeight;
        }}""")


def at_the_top(page, selector: str) -> str:
    """Scroll so that the element stands just below what sticks to the top of the view."""
    page.evaluate(
        """selector => {
            const bars = [...document.querySelectorAll('.md-header, .tools')].map(bar => bar.getBoundingClientRect().height);
            const top = document.querySelector(selector).getBoundingClientRect().top;
            scrollTo({top: scrollY + top - bars.reduce((a, b) => a + b) - 4, behavior: 'instant'});
        }""",
        selector,
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("path", "selector", "fragment"),
    [
        (STEEL, "#s19", "s19"),
        (STEEL + "?view=interlinear", "#s19", "s19"),
        (STEEL + "?view=translation", ".facing #s19", "s19"),
        (STEEL + "#s3", "#s19", "s19"),
        (STEEL + "#no-such-place", "#s19", "s19"),
        ("timeline/index.html", "#gpt-4-launch", "gpt-4-launch"),
        ("claims/index.html", "#claims tbody tr:nth-child(9)", None),
        (STEEL, "h1", ""),
    ],
)
def test_where_the_reader_has_scrolled_to_counts(page, server, viewport, path, selector, fragment):
    page.set_viewport_size(viewport)
    page.goto(server + path)
    page.wait_for_load_state("load")
    # On a phone, paragraphs that were spared while the page loaded make room for themselves.
    page.wait_for_function("!document.querySelector('.reading') || document.querySelector('html.settled')")
    if "#" in path:
        page.wait_for_function("scrollY > 0 || !document.querySelector(location.hash)")
    page.evaluate("scrollTo(0, 0)") if selector == "h1" else at_the_top(page, selector)
    wanted = page.locator(selector).first.get_attribute("id") if fragment is None else fragment
    assert led(page, "en")[2] == wanted


def test_from_a_folder_it_keeps_the_place_too(page, site):
    base = site.as_uri()
    page.goto(f"{base}/{STEEL}?view=interlinear#s60")
    page.hover(".md-select button")
    page.click(switch("en"))
    page.wait_for_url(re.compile("/en/"))
    assert page.url == f"{base}/en/{STEEL}?view=interlinear#s60"
    assert page.errors == []


WAYS = {
    "Enter": lambda page, link: (link.focus(), page.keyboard.press("Enter")),
    "a click by a script or a reader of screens": lambda page, link: link.evaluate("link => link.click()"),
    "Control and a click": lambda page, link: link.click(modifiers=["Control"]),
    "the middle button": lambda page, link: link.click(button="middle"),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_follow_it_leads_there(page, server, way):
    page.goto(f"{server}{STEEL}?view=interlinear#s60")
    opened = []

    def keep(new):
        opened.append(new)

    page.context.on("page", keep)
    if "click by" not in way and way != "Enter":
        page.hover(".md-select button")
    WAYS[way](page, page.locator(switch("en")))
    wanted = re.compile(r"/en/articles/great-steelmaking\.html\?view=interlinear#s60$")
    if way in ("Enter", "a click by a script or a reader of screens"):
        page.wait_for_url(wanted)
    else:
        while not opened:
            page.wait_for_timeout(20)
        opened[0].wait_for_url(wanted)


def test_the_address_that_a_menu_copies_is_right(page, server):
    page.goto(f"{server}{STEEL}#s60")
    page.dispatch_event(switch("en"), "contextmenu")
    assert page.eval_on_selector(switch("en"), "link => link.hash") == "#s60"


def test_what_another_window_left_to_be_remembered_does_not_come_between(page, server):
    page.goto(server + TORTOISE)
    other = page.context.new_page()
    other.goto(server + STEEL)
    other.evaluate("jianzhu.set('view', 'source'); jianzhu.set('script', 'zh-Hant')")
    page.hover(".md-select button")
    page.click(switch("en"))
    page.wait_for_url(re.compile("/en/"))
    assert page.evaluate("[jianzhu.get('view'), jianzhu.get('script')]") == ["parallel", "published"]
    assert page.url == f"{server}en/{TORTOISE}"


@pytest.mark.parametrize(
    ("address", "href"), [("404.html?view=source#s3", "/en/index.html"), ("?script=zh-Hant", None)]
)
def test_a_page_in_no_language_leads_to_the_first_pages_and_a_folder_is_its_index(page, server, address, href):
    page.goto(server + address)
    path, query, fragment = led(page, "en")
    assert path == "/en/index.html"
    assert (query, fragment) == (({}, "") if href else (USUAL | {"script": "zh-Hant"}, ""))


def test_without_script_it_leads_to_the_page(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{TORTOISE}?view=source#s9")
    page.hover(".md-select button")
    page.click(switch("en"))
    assert page.url == f"{server}en/{TORTOISE}"
    context.close()


class Ids(HTMLParser):
    """The ids of a page but for that of its title, which is the top of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "h1" and (name := dict(attrs).get("id")):
            self.found.add(name)


def test_a_page_has_the_same_ids_in_both_languages(site):
    pairs = [(path, site / "en" / path.relative_to(site)) for path in site.rglob("*.html") if "en" not in path.parts]
    pairs = [(path, other) for path, other in pairs if path.name != "404.html"]
    assert len(pairs) > 280
    for path, other in pairs:
        ours, theirs = (Ids(file.read_text(encoding="utf-8")).found for file in (path, other))
        assert ours == theirs, path.name
