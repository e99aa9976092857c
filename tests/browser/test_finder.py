"""The search as a reader uses it: what is found, what comes first, and where a hit leads."""

from __future__ import annotations

import random
import re
import urllib.parse

import pytest
from jianzhu.text.folding import compact
from opencc import OpenCC

from tests.browser.search_page import Hit, answer, ask


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
    ("index.html", "差距 美国", "中国与美国差距有多大？"),
    ("index.html", "中国有多少个模型", "中国有多少大模型？"),
]


@pytest.mark.parametrize("place", ["server", "folder"])
@pytest.mark.parametrize(("path", "query", "title"), FIRST)
def test_a_name_in_any_script_or_language_leads_to_its_page_first(page, server, site, place, path, query, title):
    page.goto((server + path) if place == "server" else (site / path).as_uri())
    assert ask(page, query)[0].title == title
    assert page.errors == []


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
    named = [number for number, hit in enumerate(hits) if any("also called" in tag for tag in hit.tags)]
    assert literal[0] == 0
    assert named
    assert "also called" not in " ".join(hits[0].tags)


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
    assert ask(page, '"乌龟" "不存在的词"') == []


def test_where_nothing_holds_all_what_holds_most_is_listed_and_said_to(page, server):
    page.goto(server + "index.html")
    hits = ask(page, "乌龟 不存在的词")
    assert hits[0].title == "乌龟"
    assert all("相近" in hit.tags for hit in hits if hit.tags)
    assert "最接近" in page.inner_text(".md-search-result__meta")
    assert {hit.path for hit in hits} >= {hit.path for hit in ask(page, "乌龟")[:1]}


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
