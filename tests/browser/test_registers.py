"""Registers: the script that narrows lists and sorts tables, on a small page opened from a folder."""

from __future__ import annotations

import pytest
from jianzhu.site.search import FOLDER, index_files
from jianzhu.site.theme.assets import SCRIPT_PARTS, SEARCH_RULES, bundle_assets, message_files

LISTS = "assets/javascripts/lists.js"

ITEMS = """
<section data-group id="towns"><h2>Towns</h2><ul>
  <li data-item id="xian" data-type="town" data-seen="a b">西安 <span hidden>Xī'ān xian</span></li>
  <li data-item id="cadiz" data-type="town" data-seen="b">Cádiz</li>
</ul></section>
<section data-group id="rivers"><h2>Rivers</h2><ul>
  <li data-item id="yellow" data-type="river" data-seen="">Yellow  River</li>
</ul></section>"""
ROWS = "".join(
    f'<tr data-sort-name="{name}" data-sort-size="{size}"><td>{name}</td></tr>'
    for name, size in (("b", "10"), ("c", "9"), ("a", ""))
)
PAGE = f"""<!doctype html><html lang="{{lang}}"><body>
<figure data-mirror="places"><a href="#xian">·</a><a href="#yellow">·</a></figure>
<div class="filters" data-for="places" hidden>
<label>Find <input type="search" name="q"></label>
<label>Type <select name="type"><option value="">any</option><option>town</option><option>river</option></select></label>
<label><input type="checkbox" name="seen" value="a"> A</label><label><input type="checkbox" name="seen" value="b"> B</label>
<output class="shown" aria-live="polite"></output><button type="button" class="clear" disabled>Clear</button>
</div>
<div id="places">{ITEMS}</div>
<table><thead><tr><th><button data-sort="name">Name</button></th><th><button data-sort="size">Size</button></th></tr></thead>
<tbody>{ROWS}</tbody></table>
<script>window.jianzhu = {{{{cloneAsPublished: node => node}}}};</script>
{{scripts}}</body></html>"""


@pytest.fixture
def address(root, tmp_path) -> str:
    parts = ("assets/javascripts/base/messages.js", *SCRIPT_PARTS[LISTS])
    files = bundle_assets(root / "docs", {LISTS: parts, SEARCH_RULES: [SEARCH_RULES]}) | message_files()
    files |= {f"{FOLDER}/{name}": text for name, text in index_files((), ())}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for lang in ("zh", "en"):
        scripts = "".join(
            f'<script src="{script}"></script>' for script in (f"assets/javascripts/messages.{lang}.js", LISTS)
        )
        (tmp_path / f"{lang}.html").write_text(PAGE.format(lang=lang, scripts=scripts), encoding="utf-8")
    return tmp_path.as_uri()


@pytest.fixture
def page(page):
    yield page
    assert page.errors == []


def shown(page) -> list[str]:
    return page.eval_on_selector_all("[data-item]", "items => items.filter(i => i.offsetParent).map(i => i.id)")


def rows(page) -> str:
    return "".join(page.locator("tbody td").all_inner_texts())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["xian", "cadiz", "yellow"]),
        ("type=river", ["yellow"]),
        ("type=nothing-of-ours", ["xian", "cadiz", "yellow"]),
        ("seen=a", ["xian"]),
        ("seen=a&seen=b", ["xian", "cadiz"]),
        ("seen=b&find=cadiz", ["cadiz"]),
        ("find=CADIZ", ["cadiz"]),
        ("find=xian", ["xian"]),
        ("find=xī’ān", ["xian"]),
        ("find=西", ["xian"]),
        ("find=river+yellow", ["yellow"]),
        ("find=ｃａｄｉｚ", ["cadiz"]),
        ("type=river&find=cadiz", []),
    ],
)
def test_an_address_shows_what_it_asks_for(page, address, query, found):
    page.goto(f"{address}/en.html?{query}")
    assert shown(page) == found
    assert page.inner_text(".shown") == f"{len(found)} of 3"
    assert page.locator("#rivers").is_visible() == ("yellow" in found)


def test_the_keyboard_narrows_the_list_and_the_address_keeps_it(page, address):
    page.goto(f"{address}/zh.html")
    assert page.inner_text(".shown") == "3 条中的 3 条"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # behind the two links of the picture
    page.keyboard.type("cad")
    assert shown(page) == ["cadiz"]
    assert page.inner_text(".shown") == "3 条中的 1 条"
    assert page.url.endswith("zh.html?find=cad")
    page.reload()
    assert shown(page) == ["cadiz"]
    assert page.input_value("[name=q]") == "cad"
    page.get_by_text("Clear").press("Enter")
    assert shown(page) == ["xian", "cadiz", "yellow"]
    assert page.url.endswith("zh.html")
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.locator(".clear").is_disabled()


def test_what_the_address_says_beside_the_controls_is_kept(page, address):
    page.goto(f"{address}/en.html?h=word")
    page.select_option("[name=type]", "town")
    assert page.url.endswith("en.html?h=word&type=town")


def test_a_picture_fades_what_the_list_hides(page, address):
    page.goto(f"{address}/en.html?type=river")
    assert page.eval_on_selector_all("figure a", "links => links.map(l => [l.className, l.tabIndex])") == [
        ["off", -1],
        ["", 0],
    ]
    page.select_option("[name=type]", "")
    assert page.locator("figure .off").count() == 0


def test_who_asks_for_a_hidden_item_sees_it(page, address):
    page.goto(f"{address}/en.html?type=river#cadiz")
    assert shown(page) == ["xian", "cadiz", "yellow"]
    assert page.url.endswith("en.html#cadiz")
    page.select_option("[name=type]", "town")
    page.evaluate("location.hash = 'yellow'")
    page.wait_for_function("document.getElementById('yellow').offsetParent")
    assert page.input_value("[name=type]") == ""


def test_a_column_is_sorted_up_and_down(page, address):
    page.goto(f"{address}/en.html")
    assert rows(page) == "bca"
    name, size = page.locator("th button").all()
    name.press("Enter")
    assert rows(page) == "abc"
    size.click()
    assert rows(page) == "cba"  # 9 before 10, and a blank last
    assert page.locator("th").evaluate_all("heads => heads.map(h => h.ariaSort)") == [None, "ascending"]
    size.click()
    assert rows(page) == "bca"
    assert page.url.endswith("?sort=-size")
    page.reload()
    assert page.locator("th").nth(1).get_attribute("aria-sort") == "descending"
    assert rows(page) == "bca"


def test_without_script_the_list_is_whole_and_the_controls_are_not_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en.html?type=river")
    assert page.locator("[data-item]:visible").count() == 3
    assert page.locator(".filters").is_hidden()
    context.close()
