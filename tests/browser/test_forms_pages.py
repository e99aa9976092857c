"""Forms in a real browser: what a page shows in the other script is what the converter says, character by character."""

from __future__ import annotations

import pytest
from jianzhu.show.variants import converters, edition_texts
from jianzhu.text.variants import SCRIPTS, converter, page_runs, variants_file

TORTOISE = "articles/tortoise.html"
#: What is on the page beside its head, where the search says how far it is, in the language of the page.
BODY = "`<html lang=${document.documentElement.lang}>` + document.querySelector('main').outerHTML"
CHOICE = ("简繁", "原样", "原樣", "简体", "繁體")


@pytest.mark.parametrize("script", ["zh-Hans", "zh-Hant"])
def test_a_page_shows_of_every_text_what_the_converter_says(page, server, site, edition, script):
    """Over the borders of marks, in pages of every kind, and the texts themselves as scripts show them."""
    convert = converters(edition)[script]
    paths = [TORTOISE, "en/" + TORTOISE, "articles/great-steelmaking.html", "glossary/google.html", "claims/index.html"]
    for path in [
        *paths,
        "questions/index.html",
        "timeline/index.html",
        "apparatus/tortoise.html",
        "about.html",
        "search.html",
    ]:
        page.goto(server + path)
        before = page_runs(page.evaluate(BODY))
        page.select_option("select[name=script]", script)
        page.wait_for_function(
            "jianzhu.toReaderScript('這') === '这'" if script == "zh-Hans" else "jianzhu.toReaderScript('这') === '這'"
        )
        shown = [text for _, text in page_runs(page.evaluate(BODY))]
        # What scripts have put together is in no table; the names of the choice itself are not changed.
        built = set(page_runs((site / path).read_text(encoding="utf-8"))) - {("zh", name) for name in CHOICE}
        wrong = [
            (text, now)
            for (lang, text), now in zip(before, shown, strict=True)
            if (lang, text) in built and now != (text if lang == script else convert(text))
        ]
        assert wrong == [], path
    texts = sorted({" ".join(text.text.split()) for text in edition_texts(edition, {}) if text.script != script})
    told = page.evaluate("texts => texts.map(jianzhu.toReaderScript)", texts)
    assert [pair for pair in zip(told, map(convert, texts), strict=True) if pair[0] != pair[1]] == []


def test_a_word_that_a_mark_cuts_is_read_whole(page, server):
    """头 and 发 in two nodes are a word; characters of two code units and white space move nothing; what is left keeps its form."""
    texts = {("", "头发 白了𠮷三只"), ("", "发现只有"), ("", "尽头发光")}
    page.goto(server + "about.html")
    page.evaluate(variants_file(texts, {script: converter(script) for script in SCRIPTS}))
    shown = page.evaluate("""() => {
      jianzhu.set("script", "zh-Hant");
      const box = document.body.appendChild(document.createElement("div"));
      box.innerHTML = "<p> 头<a>发</a>\\n <b>白</b>了𠮷三<i>只</i></p><p>发现<i>只</i>有</p>" +
        "<p>尽<b>头</b>发光</p><p lang=zh-Hant>头发</p>";
      jianzhu.convertSubtree(box);
      return Array.from(box.querySelectorAll("p"), (node) => node.innerHTML);
    }""")
    assert shown == [
        " 頭<a>髮</a>\n <b>白</b>了𠮷三<i>隻</i>",
        "發現<i>只</i>有",
        "盡<b>頭</b>發光",
        "头发",
    ]
