"""Doings: what readers do with the edition, each a function of a page and of the address of the edition's top folder.

Each gives what the reader then has before the eyes, with the address of the edition taken out: the same online and from a
folder, and in every engine.
"""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import unquote

TORTOISE = "en/articles/tortoise.html"


def place(page, base: str) -> str:
    """Where the page is, from the edition's top folder."""
    assert page.url.startswith(base), page.url
    return unquote(page.url.removeprefix(base))


def shown(page, selector: str) -> list[str]:
    """The texts of the elements in sight."""
    return page.eval_on_selector_all(
        selector, "nodes => nodes.filter(n => n.getClientRects().length).map(n => n.textContent.trim())"
    )


def hits(page, base: str, query: str) -> list[tuple[str, str]]:
    """What the search box lists for `query`: texts and addresses."""
    page.click(".md-search__input")
    page.fill(".md-search__input", query)
    page.dispatch_event(".md-search__input", "keyup")
    return listed(page, base)


def listed(page, base: str) -> list[tuple[str, str]]:
    """The hits in the list, once there are any."""
    page.wait_for_selector(".md-search-result__link")
    links = page.eval_on_selector_all(".md-search-result__link", "links => links.map(a => [a.innerText, a.href])")
    return [(text, unquote(href.removeprefix(base))) for text, href in links]


def turn_the_wheel(page, by: int) -> None:
    """Scroll by the wheel, with the mouse on the page, until the page rests."""
    page.evaluate("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))")
    before, middle = page.evaluate("[scrollY, Math.floor(innerWidth / 2)]")
    page.mouse.move(middle, 400)
    page.mouse.wheel(0, by)
    page.wait_for_function(f"scrollY {'>' if by > 0 else '<'} {before}")
    page.evaluate("""() => new Promise(rest => {
        let last = scrollY, still = 0;
        requestAnimationFrame(function look() {
            still = scrollY === last ? still + 1 : 0;
            last = scrollY;
            if (still < 6) requestAnimationFrame(look); else rest();
        });
    })""")


def switches_the_language(page, base):
    page.goto(base + "glossary/sensetime.html")
    page.hover(".md-select")
    page.click(".md-select__link[hreflang=en]")
    page.wait_for_url(re.compile("/en/"))
    return place(page, base), page.inner_text("h1"), page.title()


def searches_and_follows_a_hit(page, base):
    page.goto(base + "index.html")
    found = hits(page, base, "不具備足夠數據")
    page.locator(".md-search-result__link[href*='#s20']").first.click()
    page.wait_for_url(re.compile("everyone-makes-models"))
    return found, place(page, base), page.inner_text("#s20")


def searches_by_another_name(page, base):
    page.goto(base + "en/index.html")
    return hits(page, base, "炼钢")


def opens_a_link_to_a_search(page, base):
    page.goto(base + "en/index.html?q=tortoise")
    return listed(page, base)


def opens_a_card(page, base):
    page.goto(base + TORTOISE)
    page.locator("#s3 a", has_text="Lisa Su").focus()
    page.wait_for_selector("#card:not([hidden])")
    return page.inner_text("#card")


def reads_all_about_a_sentence_and_cites_it(page, base):
    page.goto(base + TORTOISE + "#s9-s11")
    cited = page.eval_on_selector_all(".main .cited", "nodes => nodes.map(n => n.id)")
    page.hover("#s9")
    page.click("#s9 > .handle")
    forms = [page.evaluate(f"jianzhu.cite.{form}(['s9', 's10'])") for form in ("address", "plain", "bibtex", "csl")]
    assert "file:" not in "".join(forms[1:]), "a citation tells where the reader's folder lies"
    return cited, page.inner_text("dialog.panel").replace(base, ""), [form.replace(base, "") for form in forms]


def goes_by_keyboard(page, base):
    page.goto(base + TORTOISE)
    for key in ("j", "j", "j", "v", "c", "Enter"):
        page.keyboard.press(key)
    page.wait_for_function("document.querySelector('dialog.panel').textContent.includes('一个半个月前')")
    return place(page, base), page.inner_text("dialog.panel h2, dialog.panel"), page.locator(".lit").count()


def makes_choices_that_are_kept(page, base):
    page.goto(base + TORTOISE)
    page.select_option("select[name=view]", "interlinear")
    here = place(page, base), shown(page, ".reading .s3, .reading #s3")
    page.click(".tools summary")
    page.uncheck("[name=layer][value=note]")
    page.click("label[for=__palette_1]")
    page.goto(base + "en/articles/two-hundred-models.html")
    choices = "({view: document.documentElement.dataset.view, hide: document.documentElement.dataset.hide})"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return here, place(page, base), page.evaluate(choices), paper, shown(page, ".reading .s3, .reading #s3, .comment")


def changes_the_script(page, base):
    page.goto(base + "articles/tortoise.html")
    page.select_option("select[name=script]", "zh-Hans")
    page.wait_for_function("document.querySelector('h1').textContent.includes('面对')")
    return place(page, base), page.inner_text("#s3"), shown(page, ".tools label, .tools summary")


def filters_the_timeline(page, base):
    page.goto(base + "en/timeline/index.html")
    page.select_option(".filters [name=concept]", "openai")
    before = shown(page, "[data-item]")
    page.reload()
    return before, shown(page, "[data-item]"), page.inner_text(".filters .shown"), place(page, base)


def sorts_the_claims(page, base):
    page.goto(base + "en/claims/index.html?dimension=money")
    table = page.locator("table.claims").first
    button = table.locator("[data-sort=date]")
    button.click()
    button.click()
    rows = table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    return rows, table.locator("th:has([data-sort=date])").get_attribute("aria-sort"), place(page, base)


def goes_down_the_axis_and_back_to_the_top(page, base):
    page.goto(base + "timeline/index.html")
    page.locator(".axis a[href='#gpt-4-launch']").click()
    event = place(page, base), page.inner_text(":target")
    turn_the_wheel(page, 800)
    turn_the_wheel(page, -400)
    page.locator(".md-top:not([hidden])").click()
    page.wait_for_function("scrollY === 0")
    return event


def follows_a_line_of_the_map(page, base):
    page.goto(base + "en/map.html")
    link = page.locator("svg a[href^='#relation-']").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash || !location.pathname.endsWith('map.html')")
    return place(page, base)


def follows_a_cross_reference(page, base):
    page.goto(base + TORTOISE)
    page.locator(".links summary").first.click()
    page.locator(".links[open] a[href*='#s']").first.click()
    page.wait_for_url(re.compile(r"#s\d+"))
    return place(page, base), page.inner_text(":target")


def downloads_a_table(page, base):
    page.goto(base + "download.html")
    with page.expect_download() as found:
        page.click("a[href$='data/claims.csv']")
    data = found.value.path().read_bytes()
    return found.value.suggested_filename, len(data), hashlib.sha256(data).hexdigest()


def opens_the_data(page, base):
    page.goto(base + "en/download.html")
    page.click("a[href$='data/relations.json']")
    page.wait_for_url(re.compile(r"data/relations\.json$"))
    return len(json.loads(page.inner_text("pre")))


def prints_an_article(page, base):
    page.goto(base + TORTOISE)
    paper = page.pdf(format="A4")
    page.emulate_media(media="print")
    return len(re.findall(rb"/Type\s*/Page\b", paper)), len(shown(page, ".comment")), shown(page, ".tools, .md-header")


def looks_at_the_icons(page, base):
    """Their sizes and places, and the color in which each is seen, once the scripts have shown the switch of the theme."""
    page.goto(base + TORTOISE)
    page.wait_for_selector("label.md-header__button[for^=__palette]:not([hidden])")
    return page.eval_on_selector_all(
        "svg[viewBox='0 0 24 24']",
        """icons => icons.map(icon => {
            const box = icon.getBoundingClientRect(), style = getComputedStyle(icon), path = icon.querySelector('path');
            const color = path ? getComputedStyle(path).fill : style.backgroundColor;
            return [box.x, box.y, box.width, box.height, color];
        })""",
    )
