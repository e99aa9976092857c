"""Type: which font gives which character, with fonts made for the test, so that what is installed decides nothing."""

from __future__ import annotations

import os
import sys

import pytest

from tests.browser.fonts import make_font, only_fonts
from tests.browser.page_kinds import KINDS
from tests.browser.viewports import DESK

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "éāáǎàēěèīíǐìōóǒòūúǔùǖǘǚǜ"
MARKS = "“”‘’—…·"
LATIN = ("Georgia", "Arial")
HAN = ("Songti SC", "Songti TC", "PingFang SC", "PingFang TC")
#: A character is as wide as its glyph, without what is put between characters.
PLAIN = "* { letter-spacing: 0 !important; text-autospace: no-autospace !important; text-spacing-trim: space-all !important; }"
#: Of every letter and mark that is seen: its language, what it is, and its width in tenths of an em; and where one stands.
MEASURE = """marks => {
    const found = {}, walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = new Range();
    for (let node; (node = walker.nextNode());) {
        const parent = node.parentElement;
        if (parent.closest('script, style, option, code, .hash, .axis, .map, .chart svg')) continue;
        const style = getComputedStyle(parent), size = parseFloat(style.fontSize), lang = parent.closest('[lang]').lang;
        const own = /^zh(?!-Latn)/.test(lang) ? 'zh' : 'en', serif = /^(Latin|"Source Serif 4")/.test(style.fontFamily);
        [...node.data.matchAll(RegExp('[A-Za-z' + marks + ']', 'g'))].forEach(({0: sign, index}) => {
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            const {width} = range.getBoundingClientRect(), what = marks.includes(sign) ? 'mark' : serif ? 'letter' : 'plain letter';
            if (!width) return;
            // A browser may round what a letter takes to pixels: which of the widths in use is meant?
            const tenths = [1, 3, 7, 10].reduce((one, other) => {
                const off = tenth => Math.abs(width / size * 10 - tenth);
                return off(other) < off(one) ? other : one;
            });
            found[[own, what, tenths]] ||= parent.outerHTML.slice(0, 120);
        });
    }
    return found;
}"""

FEATURES = "nodes => [...new Set(nodes.map(node => getComputedStyle(node).fontFeatureSettings))]"


@pytest.fixture(scope="module")
def typeset(launch, site, tmp_path_factory):
    """A page in a browser whose machine has few fonts: all Latin letters are 0.7 em wide in the Latin ones, 0.3 in the Han ones;
    marks 0.1 em in the Latin ones, an em in the Han ones."""
    if sys.platform != "linux":
        pytest.skip("only fontconfig lets a test say which fonts there are")
    folder = tmp_path_factory.mktemp("fonts")
    characters = {sign for path in site.rglob("*.html") for sign in path.read_text(encoding="utf-8") if sign > "\u2e00"}
    latin = dict.fromkeys(LETTERS, 700) | dict.fromkeys(MARKS + "–", 100)
    han = dict.fromkeys(characters, 1000) | dict.fromkeys(LETTERS, 300) | dict.fromkeys(MARKS, 1000)
    for families, widths in ((LATIN, latin), (HAN, han)):
        for family in families:
            for style in ("Regular", "Bold"):
                make_font(folder, family, widths, style)
    browser = launch({**os.environ, **only_fonts(folder)})
    yield browser.new_context(viewport=DESK).new_page()
    browser.close()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_chinese_has_its_own_punctuation_and_english_letters_and_english_all_of_the_latin_font(
    typeset, server, lang, subtests
):
    allowed = {"zh,mark,10", "zh,letter,7", "zh,plain letter,3", "en,mark,1", "en,letter,7", "en,plain letter,7"}
    seen = set()

    def measured(what):
        found = typeset.evaluate(MEASURE, MARKS)
        seen.update(found)
        with subtests.test(what):
            assert {what: where for what, where in found.items() if what not in allowed} == {}
            # By which Firefox halves Chinese punctuation.
            assert typeset.eval_on_selector_all("body, body *", FEATURES) == ["normal"]

    for path in KINDS:
        typeset.goto(server + lang + path, wait_until="domcontentloaded")
        typeset.add_style_tag(content=PLAIN)
        measured(path)
    typeset.goto(server + lang + "articles/great-steelmaking.html#s19")
    typeset.add_style_tag(content=PLAIN)
    typeset.hover("#s19")
    typeset.click("#s19 > .handle")
    typeset.fill(".md-search__input", "大炼钢铁")
    typeset.dispatch_event(".md-search__input", "keyup")
    typeset.wait_for_selector(".md-search-result__link :lang(en)", state="attached")
    measured("panel and hits")
    assert seen >= allowed - ({"zh,plain letter,3"} if lang else {"en,plain letter,7"})
