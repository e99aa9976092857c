"""What readers see: marks, type and what stands where. Each answer is the same in all engines, since it says what is wrong with
what was measured, not the measures."""

from __future__ import annotations

import itertools
import re

from tests.browser.journeys import TORTOISE, turn_the_wheel

LONG = "articles/two-hundred-models.html"
#: Every page that has marks, and where they are; those of the legend are all that an article can have.
MARKED = (
    (LONG, ".sample:not(.links, .keys)"),
    (LONG, ".main a[href*='glossary/']"),
    ("en/" + LONG, ".main .claim"),
    ("en/" + LONG, ".lit .date, .lit .quantity"),
    ("en/questions/index.html", ".answers a"),
    ("en/questions/cost-of-chatgpt.html", ".hit"),
    ("en/about.html", ".md-content p > a"),
    ("en/claims/index.html", ".claims button"),
)
LINES = """nodes => nodes.map(node => {
    const style = getComputedStyle(node), border = style.borderBottomWidth === '0px' ? 'none' : style.borderBottomStyle;
    return [style.textDecorationLine, style.textDecorationLine === 'none' ? 'no' : style.textDecorationStyle, border];
})"""
TEXTS = (
    (LONG, "h1"),
    (LONG, ".main p"),
    (LONG, ".comment"),
    (TORTOISE, ".facing"),
    (TORTOISE, ".facing-title"),
    ("articles/tortoise.html", ".main p"),
    ("index.html", "h1"),
    ("index.html", ".md-content p"),
    ("glossary/large-model.html", "h1"),
    ("glossary/large-model.html", ".definition"),
    ("questions/index.html", ".answers a"),
)
# The Han character says how wide the font is. Whether quotation marks are wide is up to the font for Chinese that a machine has:
# they are as wide as where no other font is asked for.
NARROW = """([selector, fonts]) => {
    const node = document.querySelector(selector), probe = document.createElement('span'), wrong = [];
    const width = mark => {
        probe.textContent = '国' + mark + '国';
        const range = document.createRange();
        range.setStart(probe.firstChild, 1);
        range.setEnd(probe.firstChild, 2);
        return range.getBoundingClientRect().width;
    };
    node.append(probe);
    probe.style.fontKerning = 'auto';
    const whole = width('国'), full = mark => width(mark) > 0.94 * whole;
    for (const mark of '，。、：；？！（）《》') if (!full(mark)) wrong.push(mark);
    const quotes = [...'“”‘’'].filter(mark => !full(mark));
    probe.style.fontFamily = fonts;
    wrong.push(...quotes.filter(full));
    probe.remove();
    return wrong;
}"""
HAN_FONTS = (
    "'Songti SC', 'Songti TC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, PMingLiU,"
    " 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
)
STILL = "!document.querySelector('.md-top').getAnimations({subtree: true}).length"
COVERED = """() => {
    const pill = document.querySelector('.md-top'), box = pill.getBoundingClientRect(), wrong = new Set();
    const spoken = (node, x, y) => [...node.childNodes].some(text => {
        if (text.nodeType !== Node.TEXT_NODE || !text.data.trim()) return false;
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()].some(({left, right, top, bottom}) => left < x && x < right && top < y && y < bottom);
    });
    for (const across of [0.2, 0.5, 0.8]) for (const down of [0.2, 0.5, 0.8]) {
        const x = box.left + across * box.width, y = box.top + down * box.height;
        const [top, ...below] = document.elementsFromPoint(x, y);
        if (!pill.contains(top)) wrong.add('it is under ' + top.className);
        for (const under of below.filter(node => !pill.contains(node))) {
            // What stands behind a bar that the button belongs to is covered by the bar.
            if (under.contains(pill) && !/, 0[)]$/.test(getComputedStyle(under).backgroundColor)) break;
            const control = under.closest('a, button, select, input, label, summary, .tools, .filters');
            if (control) wrong.add('control ' + control.className);
            else if (spoken(under, x, y)) wrong.add('text ' + under.className);
        }
    }
    return [...wrong];
}"""
AT_THE_TOP = """() => {
    const below = Math.max(...[...document.querySelectorAll('.md-header, .tools')].map(bar => bar.getBoundingClientRect().bottom));
    const seen = [...document.querySelectorAll('.reading [id]')].find(node => /^s[0-9]+$/.test(node.id)
        && node.getClientRects().length && node.getBoundingClientRect().top >= below);
    return seen.id;
}"""
IN_SIGHT = """(() => {{
    const box = document.getElementById('{}').getBoundingClientRect();
    return box.height && box.bottom > 0 && box.top < innerHeight;
}})()"""


def sees_every_mark(page, base):
    """Every mark has a line that can be seen; which one, is the same in every engine."""
    seen = {}
    for path, selector in MARKED:
        page.goto(base + path)
        page.keyboard.press("j")  # what is looked for shows when its sentence is gone to
        lines = page.eval_on_selector_all(selector, LINES)
        assert lines, f"{path} has no {selector}"
        assert ["none", "no", "none"] not in lines, f"a mark of {path} cannot be seen: {selector}"
        seen[f"{path} {selector}"] = sorted({" ".join(line) for line in lines})
    return seen


def keeps_place_view_and_script_across_the_languages(page, base):
    """From an address with a sentence, and from wherever the reader has scrolled to."""
    page.goto(base + "articles/tortoise.html?view=interlinear&script=zh-Hans#s9")
    page.wait_for_function("document.querySelector('#s3').textContent.includes('苏姿丰')")
    switch_to_english(page)
    page.wait_for_function(IN_SIGHT.format("s9"))
    choices = page.evaluate("[jianzhu.get('view'), jianzhu.get('script'), location.hash]")
    page.goto(base + LONG)
    turn_the_wheel(page, 3000)
    sentence = page.evaluate(AT_THE_TOP)
    switch_to_english(page)
    page.wait_for_function(IN_SIGHT.format(sentence))
    return choices


def switch_to_english(page) -> None:
    page.hover(".md-select")
    page.click(".md-select__link[hreflang=en]")
    page.wait_for_url(re.compile("/en/"))


def reads_chinese_punctuation_as_wide_as_characters(page, base):
    """In text, titles and notes: what is too narrow, of all that was measured."""
    narrow, here = {}, None
    for path, selector in TEXTS:
        if path != here:
            page.goto(base + path)
            here = path
        narrow[f"{path} {selector}"] = page.evaluate(NARROW, [selector, HAN_FONTS])
    assert not any(narrow.values()), narrow
    return narrow


def sees_all_beside_the_way_back_to_the_top(page, base):
    """The button that leads back to the top covers no text, no control and no bar, and nothing covers it."""
    wrong = {}
    for width in (375, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("articles/tortoise.html", "en/timeline/index.html"):
            page.goto(base + path)
            turn_the_wheel(page, 900)
            turn_the_wheel(page, -300)
            page.wait_for_selector(".md-top:not([hidden])")
            page.wait_for_function(STILL)
            wrong[f"{path} at {width}"] = page.evaluate(COVERED)
    assert not any(wrong.values()), wrong
    return wrong


def scrolls_a_phone_and_nothing_shows_beside_the_bar(page, base):
    """What passes beneath the bar that stays is hidden by it, whole."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(base + "articles/tortoise.html")
    return page.evaluate("""async () => {
        const bar = document.querySelector('.tools'), leaks = [];
        const rest = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const all = [...document.querySelectorAll('.counts')].filter(node => node.getClientRects().length);
        for (const node of all.slice(2, 8)) {
            node.scrollIntoView({block: 'start', behavior: 'instant'});
            await rest();
            const meant = bar.getBoundingClientRect().top + 4 - node.getBoundingClientRect().top;
            scrollBy({top: -meant, behavior: 'instant'});
            await rest();
            const box = node.getBoundingClientRect(), y = Math.floor(bar.getBoundingClientRect().top + 8);
            if (!(box.top < y && y < box.bottom)) throw new Error('the button is not beneath the bar');
            for (let x = Math.ceil(box.left); x < Math.min(box.right, innerWidth); x += 2)
                if (node.contains(document.elementFromPoint(x, y))) { leaks.push(node.textContent); break; }
        }
        if (leaks.length) throw new Error('beside the bar: ' + leaks.join(' '));
        return all.length;
    }""")


def reads_comments_that_do_not_overlap(page, base):
    """Every comment in the margin ends before the next begins, to the last fraction of a pixel."""
    seen = []
    for path in (LONG, "en/" + LONG, TORTOISE, "articles/after-chatgpt.html"):
        page.goto(base + path)
        page.wait_for_selector(".placed .comments")
        boxes = page.eval_on_selector_all(
            ".comments",
            """nodes => nodes.map(node => node.getBoundingClientRect()).filter(box => box.height)
                .map(box => [box.top, box.bottom])""",
        )
        overlaps = [bottom - top for (_, bottom), (top, _) in itertools.pairwise(boxes) if bottom - top > 0.05]
        assert not overlaps, f"comments of {path} overlap by {overlaps}"
        seen.append(len(boxes))
    return seen


LOOKS = {
    sees_every_mark: "underline dotted",
    keeps_place_view_and_script_across_the_languages: "['interlinear', 'zh-Hans', '#s9']",
    reads_chinese_punctuation_as_wide_as_characters: ".main",
    sees_all_beside_the_way_back_to_the_top: "at 375",
    scrolls_a_phone_and_nothing_shows_beside_the_bar: "",
    reads_comments_that_do_not_overlap: "",
}
#: Those that are asked of every engine by `make test` too.
SHORT = (sees_every_mark, keeps_place_view_and_script_across_the_languages)
