"""The reading room in a real browser: views, script, marks, sentences and their citations, by mouse and by keyboard."""

from __future__ import annotations

import itertools
import json
import re

import pytest

TORTOISE = "articles/tortoise.html"


def test_a_view_is_kept_by_the_address_and_remembered(page, server):
    page.goto(server + TORTOISE + "?view=interlinear#s9")
    assert page.evaluate("document.documentElement.dataset.view") == "interlinear"
    page.keyboard.press("v")
    assert page.input_value("select[name=view]") == "source"
    page.goto(server + "en/articles/after-chatgpt.html")
    assert "view=source" in page.url
    page.select_option("select[name=view]", "parallel")
    assert "view" not in page.url


def test_the_way_back_from_the_interlinear_view_is_whole(page, server):
    page.goto(server + TORTOISE)
    before = page.inner_html(".reading .pair:has(#s9)")
    page.select_option("select[name=view]", "interlinear")
    page.select_option("select[name=view]", "parallel")
    assert page.inner_html(".reading .pair:has(#s9)").replace(' lang="en"', "") == before.replace(' lang="en"', "")


@pytest.mark.parametrize(("lang", "view"), [("", "translation"), ("en/", "source")])
def test_in_the_view_of_the_other_language_its_sentences_have_addresses_keys_and_numbers(page, server, lang, view):
    page.goto(server + lang + TORTOISE + f"?view={view}#s20")
    page.wait_for_function("scrollY > 500")
    box = page.locator("#s20").bounding_box()
    assert page.locator(".facing #s20").is_visible()
    assert 0 < box["y"] < page.viewport_size["height"]
    page.evaluate("location.hash = '#s12'")
    page.wait_for_function("document.querySelector('.facing #s12').getBoundingClientRect().top < innerHeight")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.facing').textContent.length > 0")
    page.keyboard.press("Enter")
    assert page.locator("dialog.panel").is_visible()
    page.select_option("select[name=view]", "parallel")
    assert page.locator(".main #s20").count() == 1
    assert page.locator(".facing .s20").count() == 1
    assert page.locator(".facing [id]").count() == 0


def test_single_letter_keys_can_be_switched_off(page, server):
    page.goto(server + TORTOISE)
    page.click(".tools summary")
    page.uncheck("[name=layer][value=keys]")
    page.keyboard.press("Escape")
    for key in ("v", "c", "j", "/"):
        page.keyboard.press(key)
    assert page.evaluate("[jianzhu.get('view'), jianzhu.get('script')]") == ["parallel", "published"]
    assert page.evaluate("document.activeElement.matches('.handle, .md-search__input')") is False
    page.click(".md-search__input")
    page.keyboard.type("v")
    assert page.input_value(".md-search__input") == "v"


@pytest.mark.parametrize("query", ["?view=none&script=x", "?hide=note&scheme=dark", "#100%25", "#100%"])
def test_an_address_that_says_nothing_changes_nothing(page, server, query):
    page.goto(server + TORTOISE + query)
    assert page.evaluate("[jianzhu.get('view'), jianzhu.get('script'), jianzhu.get('hide')]") == [
        "parallel",
        "published",
        "",
    ]
    assert page.locator(".md-header__button[for^=__palette]:visible").count() == 1
    page.goto(server + "claims/index.html" + query)
    page.click("[data-sort=date]")
    assert page.locator("[aria-sort]:not([aria-sort=none])").count() > 1
    assert page.errors == []


def test_the_script_changed_twice_before_its_table_is_there_goes_back_whole(page, server):
    page.goto(server + TORTOISE)
    whole = "[...document.querySelectorAll('.reading, .reading [lang]')].map(node => [node.lang, node.textContent])"
    before = page.evaluate(whole)
    page.evaluate("jianzhu.set('script', 'zh-Hans'); jianzhu.set('script', 'zh-Hant')")
    page.wait_for_function("document.querySelector('.tools').textContent.includes('標記')")
    page.evaluate("jianzhu.set('script', 'published')")
    assert page.evaluate(whole) == before


def test_a_sentence_that_was_moved_while_converted_goes_back_to_the_published_script(page, server):
    page.goto(server + "en/" + TORTOISE + "?script=zh-Hans")
    page.wait_for_function("document.querySelector('.s3').textContent.includes('苏姿丰')")
    page.select_option("select[name=view]", "interlinear")
    assert page.get_attribute(".main .s3", "lang") == "zh-Hans"
    page.select_option("select[name=script]", "published")
    assert page.get_attribute(".main .s3", "lang") == "zh-Hant"


def test_the_script_is_the_readers_choice(page, server):
    page.goto(server + TORTOISE)
    assert "面對" in page.inner_text("h1")
    page.select_option("select[name=script]", "zh-Hans")
    page.wait_for_function("document.querySelector('h1').textContent.includes('面对')")
    assert page.get_attribute(".reading .main", "lang") == "zh-Hans"
    page.select_option("select[name=script]", "zh-Hant")
    page.wait_for_function("document.querySelector('.tools').textContent.includes('標記')")
    page.select_option("select[name=script]", "published")
    assert "面對" in page.inner_text("h1")
    assert "标记" in page.inner_text(".tools")
    assert page.get_attribute(".reading .main", "lang") == "zh-Hant"


@pytest.mark.parametrize("script", ["published", "zh-Hans", "zh-Hant"])
def test_a_list_is_narrowed_by_the_word_that_is_shown_and_by_the_published_one(page, server, script):
    page.goto(server + "timeline/index.html?script=" + script)
    shown = {"published": "训练", "zh-Hans": "训练", "zh-Hant": "訓練"}[script]
    page.wait_for_function(f"document.querySelector('#timeline').textContent.includes('{shown}')")
    found = []
    for word in ("训练", shown):
        page.fill(".filters [name=q]", word)
        page.wait_for_function("self.jianzhuSearch?.ready")
        found.append(page.eval_on_selector_all("[data-item]:not([hidden])", "items => items.map(item => item.id)"))
    assert found[0] == found[1]
    assert 0 < len(found[0]) < page.locator("[data-item]").count()


def test_what_is_copied_keeps_the_published_form(page, server):
    page.goto(server + TORTOISE + "?script=zh-Hans")
    page.wait_for_function("document.querySelector('#s3').textContent.includes('苏姿丰')")
    copied = page.evaluate("""() => {
        getSelection().selectAllChildren(document.querySelector('#s3'));
        const event = new ClipboardEvent('copy', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
        document.dispatchEvent(event);
        return [event.clipboardData.getData('text/plain'), String(getSelection())];
    }""")
    assert "蘇姿豐" in copied[0]
    assert "苏姿丰" in copied[1]


def test_what_is_said_of_a_sentence_is_in_the_readers_script_and_goes_back_to_the_published_form(page, server):
    page.goto(server + TORTOISE + "?script=zh-Hans#s3")
    page.wait_for_function("document.querySelector('#s3').textContent.includes('一个半个月前')")
    page.hover("#s3")
    page.click("#s3 > .handle")
    assert "一个半个月前：EDTF" in page.inner_text("dialog.panel")
    page.select_option("select[name=script]", "published")
    assert "一個半個月前：EDTF" in page.inner_text("dialog.panel")
    page.select_option("select[name=script]", "zh-Hans")
    assert "一个半个月前：EDTF" in page.inner_text("dialog.panel")


def test_a_layer_that_was_switched_off_stays_off(page, server):
    page.goto(server + TORTOISE)
    page.click(".tools summary")
    page.uncheck("[name=layer][value=note]")
    page.goto(server + "en/" + TORTOISE)
    assert not page.locator(".comment").first.is_visible()
    assert not page.locator("[name=layer][value=note]").is_checked()


def test_the_keyboard_goes_from_sentence_to_sentence_and_opens_all_that_is_said_of_one(page, server):
    page.goto(server + "en/articles/tortoise.html")
    for _ in range(3):
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "3"
    assert page.eval_on_selector_all(".lit", "nodes => nodes.length") == 2
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel = page.locator("dialog.panel")
    assert panel.is_visible()
    for said in ("Lisa Su", "MI300X", "smaller"):
        assert said in panel.inner_text()
    assert panel.locator("a[href*='timeline/']").count()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.className.includes('handle')")


@pytest.fixture
def cite(page, server):
    page.goto(server + "en/articles/after-chatgpt.html?view=source")
    return lambda form, ids: page.evaluate(f"jianzhu.cite.{form}({json.dumps(ids)})")


def test_a_citation_names_author_title_edition_and_sentence(cite, server):
    address = f"{server}en/articles/after-chatgpt.html#s12"
    assert cite("address", ["s12"]) == address
    assert cite("address", ["s12", "s13", "s14"]) == f"{server}en/articles/after-chatgpt.html#s12-s14"
    plain = cite("plain", ["s12"])
    for part in ("Cao Zhongxiong", "After ChatGPT", "2023", "s12", "The War of a Hundred Models", address):
        assert part in plain
    item = json.loads(cite("csl", ["s12"]))[0]
    assert item["author"] == [{"literal": "Cao Zhongxiong"}]
    assert item["issued"] == {"date-parts": [[2023]]}
    assert item["URL"] == address
    assert re.search(r"^@incollection\{after-chatgpt-s12,\n  author = \{\{Cao", cite("bibtex", ["s12"]))


def test_a_citation_for_bibtex_keeps_its_signs_from_being_commands(page, cite):
    page.evaluate(r"document.querySelector('.tools').dataset.title = 'R&D: {50%} of #1 \\ C_o $'")
    assert r"title = {R\&D: 50\% of \#1  C\_o \$}," in cite("bibtex", ["s12"])


def test_an_address_of_a_range_shows_all_of_it(page, server):
    page.goto(server + "en/articles/tortoise.html#s9-s11")
    cited = page.eval_on_selector_all(".main .cited", "nodes => nodes.map(n => n.id)")
    assert cited == ["s9", "s10", "s11"]
    assert 0 <= page.locator("#s9").bounding_box()["y"] < 900
    page.hover("#s12")
    page.click("#s12 > .handle")
    page.keyboard.press("Escape")
    page.hover("#s14")
    page.click("#s14 > .handle", modifiers=["Shift"])
    assert page.url.endswith("#s12-s14")


@pytest.mark.parametrize("path", ["articles/great-steelmaking.html", "en/articles/two-hundred-models.html"])
def test_comments_stand_in_the_margin_without_covering_each_other(page, server, path):
    page.goto(server + path)
    # Parts of a pixel, whatever fonts there are: what is rounded once a comment adds up.
    page.add_style_tag(content=".comments { padding-bottom: 0.4px; } .pair { margin-bottom: 0.3px; }")
    page.evaluate("dispatchEvent(new Event('resize'))")
    boxes = page.eval_on_selector_all(
        ".comments", "nodes => nodes.map(n => n.getBoundingClientRect()).map(b => [b.left, b.top, b.bottom])"
    )
    assert len(boxes) > 20
    right = page.eval_on_selector(".facing", "node => node.getBoundingClientRect().right")
    for (left, _, bottom), (_, top, _) in itertools.pairwise(boxes):
        assert left > right
        assert bottom <= top + 1 / 16  # a browser counts in 64ths of a pixel


def test_a_comment_that_unfolds_moves_no_text(page, server):
    page.goto(server + "en/articles/two-hundred-models.html")
    place = "document.querySelector('#s40').getBoundingClientRect().top + scrollY"
    before = page.evaluate(place)
    page.locator(".more").first.click()
    page.locator(".links summary").first.click()
    assert page.evaluate(place) == before


def test_where_there_is_no_margin_a_button_shows_the_comments(page, server):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(server + TORTOISE)
    pair = page.locator(".pair:has(#s9)")
    button = pair.locator(".counts")
    assert not pair.locator(".comment").first.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert pair.locator(".comment").first.is_visible()
    assert button.get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (TORTOISE, r'"[0-9]+ 条注 [0-9]+ 处互见"'),
        ("en/" + TORTOISE, r'"[0-9]+ notes? [0-9]+ cross-references?"'),
    ],
)
def test_the_button_says_in_words_what_its_signs_show(page, server, path, name):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(server + path)
    button = page.locator(".counts:has-text('※'):has-text('⇄')").first
    assert re.search(name, button.aria_snapshot())
    names = [button.aria_snapshot() for button in page.locator(".counts").all()]
    assert not [name for name in names if re.search(r"\b1 (notes|cross-references)", name)]


def test_a_cross_reference_leads_to_the_passage_and_back(page, server, edition):
    name, relation = next(iter(edition.relations.items()))
    slug, segment = relation.source.article, relation.source.segment
    page.goto(f"{server}en/articles/{slug}.html")
    entry = page.locator(f"[id='relation-{name}-{segment}']")
    page.evaluate("id => document.getElementById(id).closest('details').open = true", f"relation-{name}-{segment}")
    assert relation.rationale.en[:40] in entry.inner_text()
    other, there = relation.target.article, relation.target.segment
    entry.locator("a").first.click()
    page.wait_for_url(re.compile(rf"articles/{other}\.html(\?.*)?#{there}$"))
    assert page.locator(f"[id='relation-{name}-{there}']").count() == 1


def test_on_paper_the_notes_are_whole_and_the_controls_are_gone(page, server):
    page.goto(server + TORTOISE)
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert not page.locator(".handle").first.is_visible()
    assert page.locator(".comment").first.is_visible()
    note = page.locator(".comment p").first
    assert note.evaluate("node => node.scrollHeight <= node.clientHeight + 2")
