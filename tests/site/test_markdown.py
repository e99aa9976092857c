"""Markdown: whatever stands in a seed or a record appears letter by letter, and never as markup."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jianzhu.annotate.marks import Mark
from jianzhu.language import Language
from jianzhu.show.escape import front_matter, markdown_attribute, markdown_inline, one_line
from jianzhu.show.escape import html as escape_html
from jianzhu.show.escape import markdown as escape
from jianzhu.show.format import MARKDOWN
from jianzhu.site.markup.markdown import annotated, span
from jianzhu.text.kinds import default_kinds

from tests.injections.shown import converter
from tests.injections.texts import fold, injections, shown

UNITS = default_kinds().units
SYNTAX = "<>&[](){}*_`#|!\\-+=~^$:\"'/.1 a字\n\x0b\x0c\x1c\x85\u2028"

#: Where a text of Markdown can stand, and one of HTML on a page of Markdown.
FRAMES = (
    "{}",
    "{}\n\nx\n\n{}",
    "- {}",
    "> {}",
    "## {} {{ #id }}",
    "**x** {}",
    "x\n\n{}\n{{ .lead }}",
    "[{}]{{ .x }}",
    "{}[x]{{ .x }}",
    "{}[x](y.md)",
    "[{}](y.md)",
    "x | y\n---|---\n{} | z",
    "<div markdown>\n\n{}\n\n</div>",
    '<li markdown="block">\n\n{}\n{{ .x }}\n\n</li>',
)
INLINE_FRAMES = (
    "x [{}]{{ .x }}\n\n[:baidu]: y.md",
    "x [[{}][:baidu] y]{{ .x }}\n\n[:baidu]: y.md",
    "x {}[y]{{ .x }}",
    "x {}[y](y.md)",
    "x {}[y][:baidu]\n\n[:baidu]: y.md",
)
HTML_FRAMES = (
    "<p>{}</p>",
    "<div>\n{}\nx\n{}\n</div>",
    "<div>\n{}\n</div>",
    "<section markdown>\n\n<table><tr><th>{}</th><td>{}</td></tr></table>\n\n</section>",
    "<div markdown>\n\n<ul>\n<li>x\n{}</li>\n</ul>\n\n</div>",
    '<div markdown>\n<h2 id="x">{}</h2>\n</div>',
    "<div markdown>\n\nx <b>{}</b>\n\n</div>",
    'x <span title="{}">{}</span>',
    '<p title="{}">x</p>',
    '<div markdown>\n\n<svg aria-label="{}"><a><title>{}</title></a></svg>\n\n</div>',
)


class Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: fold(value or "") for name, value in attrs}))

    def handle_data(self, data):
        self.text += data


def read(source: str) -> Texts:
    texts = Texts()
    texts.feed(converter().reset().convert("\n".join(source.splitlines())))
    texts.close()
    return texts


@pytest.mark.parametrize(
    ("escaped", "frame"),
    [(escape, frame) for frame in FRAMES]
    + [(markdown_inline, frame) for frame in INLINE_FRAMES]
    + [(escape_html, frame) for frame in HTML_FRAMES],
)
def test_a_text_is_text_wherever_it_stands(escaped, frame):
    """Letter by letter, and among the elements that any word has there."""
    for text in injections():
        texts, harmless = (read(frame.format(*[escaped(one)] * 2)) for one in (text, "WORD"))
        said = shown(f".{text}.")[1:-1] if escaped is markdown_inline else shown(text)  # whose outer spaces matter
        usual = [(tag, {name: one.replace("WORD", said) for name, one in own.items()}) for tag, own in harmless.tags]
        assert texts.tags == usual, text
        assert fold(texts.text) == fold(harmless.text.replace("WORD", said)), text


@given(st.text(st.sampled_from(SYNTAX), max_size=30))
@example("{ .x }")
def test_any_text_is_text(text):
    texts = read(span(annotated(text, (), "zh", UNITS), "#s1"))
    assert fold(texts.text) == shown(text)
    assert texts.tags == [("p", {}), ("span", {"id": "s1"})]


@given(st.text(st.sampled_from(SYNTAX + "百度《》"), min_size=1, max_size=30))
@example("Wow! 百度 !")
@example("a\u3000百度")
def test_prose_is_text_with_its_chinese_words_marked(text):
    texts = read(f"- {MARKDOWN.prose(text, Language.EN)}")
    assert fold(texts.text) == shown(text)
    assert [tag for tag, _ in texts.tags[:2]] == ["ul", "li"]
    assert all(tag == ("span", {"lang": "zh"}) for tag in texts.tags[2:])


@given(st.text(st.sampled_from('<>&[]{}*_`"\\ a1字-–.,:/~≥'), max_size=8))
@example("≥ 200 CNY")
@example("2022-01/2022-06")
def test_a_value_of_an_attribute_is_shown_or_refused(value):
    try:
        written = markdown_attribute(value)
    except ValueError:
        return
    texts = read(span("x", f".date data-edtf={written}"))
    assert texts.tags == [("p", {}), ("span", {"class": "date", "data-edtf": fold(value)})]
    assert texts.text == "x"


@given(st.text(max_size=30))
@example("[tap](javascript:x)\x07")
def test_front_matter_reads_back_and_holds_no_markup(text):
    read = yaml.safe_load(f"title: {front_matter(text)}")["title"]
    assert not set(read) & set("<>\"'\n")
    assert html.unescape(read) == one_line(text.strip())


def test_chinese_words_in_english_prose_say_so():
    assert MARKDOWN.prose("Coined on 百团大战 (a campaign), in 《科学怪人》 too.", Language.EN) == (
        'Coined on [百团大战]{ lang="zh" } (a campaign), in [《科学怪人》]{ lang="zh" } too.'
    )
    assert MARKDOWN.prose("仿“百团大战”", Language.ZH) == "仿“百团大战”"


def test_marks_become_spans_and_links():
    text = "到2009年，中国生产了全球近一半的粗钢。"
    marks = [Mark(1, 6, "date", "2009", "year"), Mark(7, 9, "concept", "china", "label"), Mark(7, 19, "note", "steel")]
    assert annotated(text, marks, "en", UNITS) == (
        '到[2009年]{ .date data-edtf="2009" data-rule="year" }，'
        '[[中国][:china]生产了全球近一半的粗]{ .note data-ref="steel" }钢。'
    )
    html_text = converter().reset().convert(f"{annotated(text, marks, 'en', UNITS)}\n\n[:china]: ../glossary/china.md")
    assert '<a href="../glossary/china.md">中国</a>' in html_text
    assert '<span class="date" data-edtf="2009" data-rule="year">2009年</span>' in html_text


def test_a_mark_of_a_draft_says_so():
    text = "到2009年，中国生产了全球近一半的粗钢。"
    link, note = Mark(7, 9, "concept", "china", "label"), Mark(7, 19, "note", "steel")
    marked = '到2009年，[[中国][:china]{ .draft }生产了全球近一半的粗]{ .note .draft data-ref="steel" }钢。'
    assert annotated(text, [link, note], "en", UNITS, {link, note}) == marked
    assert annotated(text, [link, note], "en", UNITS, {note}) == marked.replace("[:china]{ .draft }", "[:china]")
    html_text = converter().reset().convert(f"{marked}\n\n[:china]: ../glossary/china.md")
    assert '<a class="draft" href="../glossary/china.md">中国</a>' in html_text
    assert '<span class="note draft" data-ref="steel">' in html_text
