"""The search as a reader uses it: what is found, how it is narrowed, and what is said when something is wrong."""

from __future__ import annotations

import itertools
import random
import re
import shutil
import urllib.parse

import pytest
from jianzhu.text.folding import compact
from opencc import OpenCC

from tests.conftest import PHONE
from tests.searching import Hit, answer, ask, notes, open_search
from tests.searching import listed as whole_list


def anchors(hits: list[Hit], article: str) -> set[str]:
    """The sentences of `article` among the hits."""
    return {hit.anchor for hit in hits if hit.path.endswith(f"articles/{article}.html") and hit.anchor}


FIRST = [
    ("index.html", "大模型", "大模型"),
    ("index.html", "蘇姿豐", "苏姿丰"),
    ("index.html", "苏姿丰", "苏姿丰"),
    ("index.html", "lisa su", "苏姿丰"),
    ("index.html", "juguo tizhi", "举国体制"),
    ("index.html", "jǔguó tǐzhì", "举国体制"),
    ("index.html", "ＪＵＧＵＯ　ＴＩＺＨＩ", "举国体制"),
    ("en/index.html", "tortoise", "tortoise"),
    ("en/index.html", "晶元", "chip"),
]


@pytest.mark.parametrize("place", ["server", "folder"])
@pytest.mark.parametrize(("path", "query", "title"), FIRST)
def test_a_name_in_any_script_or_language_leads_to_its_page_first(page, server, site, place, path, query, title):
    page.goto((server + path) if place == "server" else (site / path).as_uri())
    assert ask(page, query)[0].title == title
    assert page.complaints == []


SENTENCES = [
    ("不具備足夠數據", "everyone-makes-models", "s20"),
    ("不具备足够数据", "everyone-makes-models", "s20"),
    ("不具备足夠数據", "everyone-makes-models", "s20"),
    ("造芯”企业如雨后", "everyone-makes-models", "s13"),
    ("造芯，企业。如雨后", "everyone-makes-models", "s13"),
    ("１１１６亿", "everyone-makes-models", None),
    ("1,116亿", "everyone-makes-models", None),
    ("111.6 billion", "everyone-makes-models", None),
    ("tortoise obituary", "tortoise", None),
]


@pytest.mark.parametrize(("query", "article", "segment"), SENTENCES)
def test_words_lead_to_their_sentence(page, server, query, article, segment):
    page.goto(server + "index.html")
    found = anchors(ask(page, query), article)
    assert found
    assert segment is None or segment in found


def test_every_substring_of_every_article_is_found_in_either_script(page, server, edition):
    """A sample with a fixed seed, of one to eight characters, through the worker that readers have."""
    dice, conversions = random.Random(7), (OpenCC("t2s"), OpenCC("s2tw"))
    asked = []
    for _ in range(40):
        sentence = dice.choice(list(edition.sentences.values()))
        at = dice.randrange(len(sentence.text))
        words = re.split(r"[\s\"“”「」『』:：]", sentence.text[at : at + dice.randint(1, 8)])[0]
        if compact(words):
            asked += [(sentence.ref, conversion.convert(words)) for conversion in conversions]
    page.goto(server + "index.html")
    page.wait_for_function("jianzhu.worker")
    missed = []
    for ref, query in asked:
        items = answer(page, f"{query} 类别:文章 文章:{ref.article}", more=100)["items"]
        found = [item["location"] for group in items for item in group]
        slug, segment = ref.article, ref.segment
        # A very common word is shown sixty times in an article at most.
        if len(found) < 60 and not any(re.search(rf"{slug}\.html.*#{segment}$", location) for location in found):
            missed.append((ref, query))
    assert missed == []


def test_an_article_is_asked_for_by_its_title_as_by_its_id(page, server, edition):
    page.goto(server + "index.html")
    by_id = {slug: ask(page, f"芯片 文章:{slug}") for slug in edition.short_titles}
    assert any("timeline/" in hit.href for hits in by_id.values() for hit in hits)
    for slug, title in edition.short_titles.items():
        assert ask(page, f"芯片 文章:{title.zh}") == by_id[slug], title.zh


def test_the_counterpart_stands_below_the_sentence(page, server, edition):
    page.goto(server + "en/index.html")
    sentence = next(s for s in edition.sentences.values() if "tortoise" in (s.translation or "") and s.marks)
    hits = ask(page, f"tortoise article:{sentence.ref.article} kind:article")
    hit = next(hit for hit in hits if hit.anchor == sentence.id)
    assert "tortoise" in hit.title.lower()
    assert compact(sentence.text)[:8] in compact(hit.text)


def test_another_name_is_found_after_the_word_and_said_to_be_one(page, server):
    page.goto(server + "en/index.html")
    hits = ask(page, "turtle")
    literal = [number for number, hit in enumerate(hits) if "turtle" in f"{hit.title} {hit.text}".lower()]
    named = [number for number, hit in enumerate(hits) if any("by another name" in tag for tag in hit.tags)]
    assert literal[0] == 0 and named
    assert "by another name" not in " ".join(hits[0].tags)


FORMS = [("models", "model"), ("companies", "company"), ("company", "companies"), ("chipmaker", "chipmakers")]


@pytest.mark.parametrize(("query", "form"), FORMS)
def test_forms_of_a_word_are_found(page, server, query, form):
    page.goto(server + "en/index.html")
    marked = {mark.lower() for hit in ask(page, f"{query} lang:english") for mark in hit.marks}
    assert form in marked or any(mark.startswith(query) and form.startswith(mark) for mark in marked)


def test_quotes_ask_for_the_very_words(page, server):
    page.goto(server + "en/index.html")
    assert {mark.lower() for hit in ask(page, '"model"') for mark in hit.marks} == {"model"}
    assert ask(page, '"of large china"') == []


def test_several_words_must_all_be_there(page, server):
    page.goto(server + "index.html")
    both = {hit.path for hit in ask(page, "乌龟 ChatGPT")}
    assert both
    assert both <= {hit.path for hit in ask(page, "乌龟")} & {hit.path for hit in ask(page, "ChatGPT")} | both
    assert ask(page, "乌龟 不存在的词") == []


KINDS = [
    ("词条", "glossary/"),
    ("事件", "timeline/"),
    ("数据", "claims/"),
    ("异同", "questions/"),
    ("文章", "articles/"),
    ("年表", "timeline/"),
    # An unknown filter is a word like others.
    ("小说", None),
]


@pytest.mark.parametrize(("kind", "folder"), KINDS)
def test_a_kind_can_be_typed(page, server, kind, folder):
    page.goto(server + "index.html")
    hits = ask(page, f"芯片 类别:{kind}")
    assert hits == [] if folder is None else hits and {hit.path.split("/")[-2] + "/" for hit in hits} == {folder}


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize(
    ("path", "query", "label"), [("index.html", "芯片", "事件"), ("en/index.html", "chip", "event")]
)
def test_a_filter_can_be_clicked_and_taken_back(page, server, by, path, query, label):
    page.goto(server + path)
    ask(page, query)
    button = page.locator(".finder button", has_text=label).first
    if by == "mouse":
        button.click()
    else:
        page.focus(".md-search__input")
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.label") == label:
                break
        page.keyboard.press("Enter")
    page.wait_for_selector(f".finder button[aria-pressed=true]:has-text('{label}')")
    assert page.input_value(".md-search__input").endswith(f":{label}")
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(link => link.href)")
    assert [link for link in links if "timeline" not in link] == []
    page.locator(".finder button[aria-pressed=true]").click()
    page.wait_for_selector(".finder button[aria-pressed=true]", state="detached")
    assert page.input_value(".md-search__input") == query


def test_more_can_be_asked_for(page, server):
    """What is listed grows, and what is counted stays."""
    page.goto(server + "index.html")
    few = {hit.path for hit in ask(page, "大模型")}
    pages, hits, listed = map(int, re.findall("[0-9]+", page.inner_text(".md-search-result__meta")))
    page.locator(".finder button", has_text="再多些").click()
    page.wait_for_function(
        "n => !document.querySelector('.md-search-result__meta').innerText.endsWith(`先列 ${n} 页`)", arg=listed
    )
    now = [int(number) for number in re.findall("[0-9]+", page.inner_text(".md-search-result__meta"))]
    assert now[:2] == [pages, hits]
    grown = now[2] if len(now) > 2 else pages
    assert listed < grown <= pages
    assert few < {hit.path for hit in whole_list(page, grown)}


@pytest.mark.parametrize(
    ("path", "query", "label"), [("index.html", "大练钢铁", "大炼钢铁"), ("en/index.html", "tortise", "tortoise")]
)
def test_where_nothing_is_found_near_names_are_offered(page, server, path, query, label):
    page.goto(server + path)
    assert ask(page, query) == []
    assert re.search("没有|No match", page.inner_text(".md-search-result__meta"))
    page.locator(".finder-note button", has_text=label).first.click()
    page.wait_for_function("/\\d/.test(document.querySelector('.md-search-result__meta').textContent)")
    assert page.input_value(".md-search__input") == label


HOSTILE = [
    "",
    " ",
    "模",
    "e",
    "。",
    "😀",
    "\ud83d",
    "大" * 10_000,
    "<img src=x onerror='window.evil=1'>",
    "</script><script>window.evil=1</script>",
    ".*+?^${}()|[]\\",
    "a" * 300 + " " + "b" * 300,
    '"',
    "kind:",
    "article:../../x",
    "__proto__ constructor toString",
    "chip kind:constructor",
    "toString:chip lang:__proto__",
]


def test_nothing_that_is_typed_does_harm(page, server):
    page.goto(server + "index.html")
    for query in HOSTILE:
        page.evaluate(
            """query => { const box = document.querySelector(".md-search__input"); box.focus(); box.value = query;
                 box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true})); }""",
            query,
        )
        page.wait_for_timeout(50)
    # The worker still answers.
    assert ask(page, "乌龟")
    assert page.evaluate("window.evil") is None
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert page.complaints == []


def test_a_long_query_is_cut_and_that_is_said(page, server):
    page.goto(server + "index.html")
    ask(page, "大" * 10_000)
    assert any("256" in note for note in notes(page))


def test_a_hit_leads_to_its_words_wherever_links_part_them(page, server):
    page.goto(server + "en/index.html")
    hit = next(hit for hit in ask(page, "war of a hundred models") if hit.anchor)
    page.goto(hit.href)
    ranges = page.evaluate("Array.from(CSS.highlights.get('found'), range => range.toString())")
    assert any(text.lower() == "war of a hundred models" for text in ranges)


def test_the_words_are_marked_in_the_script_the_reader_has_chosen(page, server):
    page.goto(server + "index.html")
    page.evaluate("jianzhu.set('script', 'zh-Hant')")
    hit = next(hit for hit in ask(page, "大炼钢铁") if hit.anchor and "great-steelmaking" in hit.path)
    page.goto(hit.href)
    page.wait_for_function("Array.from(CSS.highlights.get('found') || [], String).some(text => text.includes('鋼鐵'))")


def test_the_query_in_a_link_is_asked(page, server):
    page.goto(server + "index.html?q=" + urllib.parse.quote("芯片 类别:事件"))
    page.wait_for_selector(".finder button[aria-pressed=true]")
    assert page.locator(".md-search-result__item").count() == 1


@pytest.fixture
def damaged(site, tmp_path):
    """A copy of the site whose index may be damaged."""
    shutil.copytree(site, tmp_path / "damaged")
    return tmp_path / "damaged"


DAMAGES = {
    "missing": lambda text: None,
    "cut short": lambda text: text[: len(text) // 2],
    "changed": lambda text: text.replace("tortoise", "turtoise"),
    "of another file": lambda text: '__S("t0","00000000","");\n',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_of_and_the_rest_is_found(page, damaged, damage):
    texts = (damaged / "data" / "search").glob("t*.js")
    file = next(path for path in texts if "articles/tortoise.html" in path.read_text())
    after = DAMAGES[damage](file.read_text())
    file.unlink() if after is None else file.write_text(after)
    page.goto((damaged / "en/index.html").as_uri())
    hits = ask(page, "tortoise")
    assert hits
    assert any("could not be read" in note for note in notes(page))


def test_a_damaged_shard_of_terms_is_told_of(page, damaged):
    for shard in (damaged / "data" / "search").glob("g*.js"):
        shard.write_text(shard.read_text()[:100])
    page.goto((damaged / "index.html").as_uri())
    ask(page, "乌龟")
    assert any("读不出" in note for note in notes(page))
    assert ask(page, "tortoise")


AUTHORS = [
    ("index.html", "张静波", "two-hundred-models"),
    ("index.html", "張靜波", "two-hundred-models"),
    ("index.html", "Zhang Jingbo", "two-hundred-models"),
    ("en/index.html", "zhang jingbo", "two-hundred-models"),
    ("en/index.html", "Jingbo Zhang", "two-hundred-models"),
    ("en/index.html", "張靜波", "two-hundred-models"),
    ("index.html", "华商韬略", "two-hundred-models"),
    ("index.html", "華商韜略", "two-hundred-models"),
    ("en/index.html", "Huashang Taolue", "two-hundred-models"),
    ("index.html", "曹钟雄", "after-chatgpt"),
    ("en/index.html", "China Development Institute", "after-chatgpt"),
    ("index.html", "看中国", "tortoise"),
    ("en/index.html", "Vision Times", "tortoise"),
    ("index.html", "聚热点", "great-steelmaking"),
    ("en/index.html", "July 31, 2023 kind:article", "tortoise"),
    ("index.html", "2023年7月31日 类别:文章", "tortoise"),
    ("en/index.html", "面對AI", "tortoise"),
    ("index.html", "Facing AI", "tortoise"),
]


@pytest.mark.parametrize(("path", "query", "article"), AUTHORS)
def test_what_the_record_of_an_article_says_leads_to_the_article(page, server, path, query, article):
    page.goto(server + path)
    hits = ask(page, query)
    assert hits[0].path.endswith(f"/articles/{article}.html")
    assert any(hit.marks for hit in hits if hit.path == hits[0].path and not hit.anchor)


@pytest.mark.parametrize(
    ("path", "query", "label"),
    [
        ("index.html", "张静渡", "张静波"),
        ("en/index.html", "Zhang Jinboo", "Zhang Jingbo"),
        ("en/index.html", "Vison Tmes", "Vision Times"),
    ],
)
def test_a_name_of_an_author_is_offered_where_it_is_misspelt(page, server, path, query, label):
    page.goto(server + path)
    assert ask(page, query) == []
    assert label in page.locator(".finder-note button").all_inner_texts()


#: How text comes into the box without a key that goes up: what happens to the element, in the order of a browser.
ARRIVALS = {
    "pasted by the mouse": ["input"],
    "dropped": ["input", "change"],
    "dictated in parts": ["input", "input", "input"],
    "a tapped candidate": ["compositionstart", "input", "compositionend"],
    "composed, in WebKit’s order": ["compositionstart", "input", "compositionend", "input"],
    "set at the end of a composition": ["compositionstart", "compositionend"],
    "filled in by the browser": ["change"],
}


@pytest.mark.parametrize("arrival", ARRIVALS)
def test_text_is_found_however_it_comes(page, server, arrival):
    page.goto(server + "index.html")
    open_search(page)
    watch(page)
    page.evaluate(
        """names => { const box = document.querySelector(".md-search__input"), text = "苏姿丰";
          names.forEach((name, at) => {
            box.value = text.slice(0, Math.ceil(text.length * (at + 1) / names.length));
            box.dispatchEvent(/^composition/.test(name) ? new CompositionEvent(name, {bubbles: true, data: box.value}) :
              new InputEvent(name, {bubbles: true, data: box.value}));
          }); }""",
        ARRIVALS[arrival],
    )
    page.wait_for_selector(".md-search-result__link:has-text('苏姿丰')")
    assert page.evaluate("window.asked.at(-1)") == "苏姿丰"
    assert twice(page) == []


def test_what_is_typed_is_asked_once(page, server):
    page.goto(server + "en/index.html")
    open_search(page)
    watch(page)
    page.keyboard.type("tortoise")
    page.wait_for_selector(".md-search-result__link")
    page.wait_for_function("window.asked.at(-1) === 'tortoise'")
    page.keyboard.insert_text(" obituary")
    page.wait_for_function("window.asked.at(-1) === 'tortoise obituary'")
    page.click(".md-search__form [type=reset]")
    page.wait_for_function("window.asked.at(-1) === ''")
    assert twice(page) == []


def watch(page) -> None:
    """Keep what the worker is asked, as `asked`."""
    page.wait_for_function("jianzhu.worker")
    page.evaluate(
        """() => { window.asked = [];
          const send = jianzhu.worker.postMessage.bind(jianzhu.worker);
          jianzhu.worker.postMessage = message => { if (message.type === 2) window.asked.push(message.data); send(message); }; }"""
    )


def twice(page) -> list[str]:
    """What was asked twice in a row."""
    asked = page.evaluate("window.asked")
    return [one for one, other in itertools.pairwise(asked) if one == other]


def test_an_answer_to_what_is_no_longer_asked_says_nothing(page, server):
    """However answers and keys cross each other: a count is that of what stands in the box, or says that it is looked for."""
    page.goto(server + "index.html")
    ask(page, "不存在的词")
    stale = """query => { const box = document.querySelector(".md-search__input");
        const told = () => new Promise(resolve => setTimeout(resolve, 20));
        box.value = query;
        jianzhu.worker.dispatchEvent(new MessageEvent("message", {data: {type: 3, data: {items: [], found: {query: "旧", names: {},
          filters: {}, kinds: {}, articles: {}, choices: {kind: [], lang: []}, terms: 1, near: [], pages: 0, hits: 0, rest: 0}}}}));
        return told().then(() => document.querySelector(".md-search-result__meta").textContent); }"""
    assert "没有" not in page.evaluate(stale, "乌龟")
    page.wait_for_function("/^[0-9]+ 页/.test(document.querySelector('.md-search-result__meta').textContent)")


def test_fast_typing_ends_with_the_last_query(page, server):
    page.goto(server + "index.html")
    open_search(page)
    page.evaluate(
        """() => { const box = document.querySelector(".md-search__input");
          for (const text of ["不", "不存", "不存在", "", "乌", "乌龟"]) {
            box.value = text;
            box.dispatchEvent(new InputEvent("input", {bubbles: true}));
          } }"""
    )
    page.wait_for_selector(".md-search-result__link:has-text('乌龟')")
    page.wait_for_function("/^[0-9]+ 页/.test(document.querySelector('.md-search-result__meta').textContent)")


def test_no_mark_begins_in_the_middle_of_a_word(page, server):
    """But it does behind a capital: what the address asks for is marked where the search would find it."""
    page.goto(server + "en/articles/tortoise.html?h=" + urllib.parse.quote("a he GPT Goodenough"))
    before = page.evaluate(
        """() => Array.from(CSS.highlights.get("found"), range => {
          const text = range.startContainer.data.slice(0, range.startOffset);
          return [text.slice(-1), range.toString()]; })"""
    )
    assert {word for _, word in before} >= {"a", "GPT"}
    assert [(letter, word) for letter, word in before if letter.isascii() and letter.isalpha() and word != "GPT"] == []
    assert any(letter == "t" and word == "GPT" for letter, word in before)


def test_every_tag_and_label_of_a_kind_can_be_typed(page, server):
    for path, query in (("index.html", "芯片"), ("en/index.html", "chip")):
        page.goto(server + path)
        tags = {
            hit.tags[0]: hit.path
            for hit in ask(page, query)
            if hit.tags and "：" not in hit.tags[0] and ":" not in hit.tags[0]
        }
        labels = page.eval_on_selector_all(
            ".finder-group:first-child button", "all => all.map(one => one.dataset.label)"
        )
        assert set(tags) <= set(labels)
        assert len(labels) >= 5
        for label in labels:
            found = answer(page, f"{query} kind:{label}")["found"]
            assert found["filters"].get("kind") and found["hits"], label


def test_without_an_index_the_search_says_so(page, damaged):
    (damaged / "data/search/meta.js").unlink()
    page.goto((damaged / "index.html").as_uri())
    ask(page, "乌龟")
    assert any("读不出" in note for note in notes(page))


def test_the_search_fits_a_phone(browser, server):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + "en/index.html")
    open_search(page)
    ask(page, "chip")
    page.locator(".finder button", has_text="event").tap()
    page.wait_for_selector(".finder button[aria-pressed=true]")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
