"""Markdown: whatever stands in a seed or a record appears letter by letter, and never as markup."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from edition.annotate.marks import Mark
from edition.characters import UNPRINTABLE
from edition.render.markdown import annotated, attribute, escape, prose, span
from edition.render.page import environment
from hypothesis import example, given
from hypothesis import strategies as st

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.bracketspan"]

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[link](javascript:alert(1))",
    "![picture](x)",
    "{{ config }} {% raw %} {: .x onclick=y }",
    "[span]{ onclick=alert(1) }",
    "&lt;b&gt; &amp; &",
    "`code` *em* **strong** __b__ ~~s~~ ^x^ ==m== $x$",
    "# not a heading",
    "C#",
    "C## #",
    "#",
    "1. not a list",
    "2009. 也不是",
    "- not a list",
    "+ nor this",
    "> no quotation",
    "| a | b |",
    "<!-- comment -->",
    "</div></div>",
    "]: http://example.org",
    "a  \nb",
    "\\",
    "\\*",
    "*",
    "[x][y]",
    "/// html | script",
    "=====",
    "!!! note",
    "~~~",
]


class Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def shown(source: str) -> Texts:
    texts = Texts()
    texts.feed(markdown.markdown(source, extensions=EXTENSIONS))
    return texts


def visible(text: str) -> str:
    """What HTML shows of a text: blanks and line ends run together."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "- {}", "> {}", "## {}", "**x** {}", "<div markdown>\n\n{}\n\n</div>"])
def test_hostile_text_is_text(text, frame):
    texts = shown(frame.format(escape(text)))
    assert visible(texts.text).removeprefix("x ") == visible(text)
    assert {tag for tag, _ in texts.tags} <= {"p", "ul", "li", "blockquote", "h2", "strong", "div"}


@given(st.text(st.sampled_from("<>&[](){}*_`#|!\\-+=~^$:\"'/.1 a字\n"), max_size=30))
@example("{ .x }")
def test_any_text_is_text(text):
    if not text.strip():
        return
    texts = shown(span(annotated(re.sub(r"\s+", " ", text).strip(), (), "zh"), "#s1"))
    assert visible(texts.text) == visible(text)
    assert texts.tags == [("p", {}), ("span", {"id": "s1"})]


@given(st.text(st.sampled_from('<>&[]{}*_`"\\ a1字-–.,:/~≥'), max_size=8))
@example("≥ 200 CNY")
@example("2022-01/2022-06")
def test_a_value_of_an_attribute_is_shown_or_refused(value):
    try:
        written = attribute(value)
    except ValueError:
        return
    texts = shown(span("x", f".date data-edtf={written}"))
    assert texts.tags == [("p", {}), ("span", {"class": "date", "data-edtf": value})]
    assert texts.text == "x"


@given(st.text(max_size=30))
@example("[tap](javascript:x)\x07")
def test_front_matter_reads_back_and_holds_no_markup(text):
    line = environment().from_string("title: {{ text | yaml }}").render(text=text)
    read = yaml.safe_load(line)["title"]
    assert "<" not in read
    assert '"' not in read
    assert html.unescape(read) == UNPRINTABLE.sub("", re.sub(r"\s+", " ", text))


def test_chinese_words_in_english_prose_say_so():
    assert prose("Coined on 百团大战 (a campaign), in 《科学怪人》 too.", "en") == (
        'Coined on [百团大战]{ lang="zh" } (a campaign), in [《科学怪人》]{ lang="zh" } too.'
    )
    assert prose("仿“百团大战”", "zh") == "仿“百团大战”"


def test_marks_become_spans_and_links():
    text = "到2009年，中国生产了全球近一半的粗钢。"
    marks = [Mark(1, 6, "date", "2009", "year"), Mark(7, 9, "concept", "china", "label"), Mark(7, 19, "note", "steel")]
    assert annotated(text, marks, "en") == (
        '到[2009年]{ .date data-edtf="2009" data-rule="year" }，'
        '[[中国][:china]生产了全球近一半的粗]{ .note data-ref="steel" }钢。'
    )
    html_text = markdown.markdown(
        f"{annotated(text, marks, 'en')}\n\n[:china]: ../glossary/china.md", extensions=EXTENSIONS
    )
    assert '<a href="../glossary/china.md">中国</a>' in html_text
    assert '<span class="date" data-edtf="2009" data-rule="year">2009年</span>' in html_text


def test_a_mark_of_a_draft_says_so():
    text = "到2009年，中国生产了全球近一半的粗钢。"
    link, note = Mark(7, 9, "concept", "china", "label"), Mark(7, 19, "note", "steel")
    marked = '到2009年，[[中国][:china]{ .draft }生产了全球近一半的粗]{ .note .draft data-ref="steel" }钢。'
    assert annotated(text, [link, note], "en", {link, note}) == marked
    assert annotated(text, [link, note], "en", {note}) == marked.replace("[:china]{ .draft }", "[:china]")
    html_text = markdown.markdown(f"{marked}\n\n[:china]: ../glossary/china.md", extensions=EXTENSIONS)
    assert '<a class="draft" href="../glossary/china.md">中国</a>' in html_text
    assert '<span class="note draft" data-ref="steel">' in html_text
