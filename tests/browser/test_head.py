"""What stays at the top of the view while one reads: it covers no text but what passes beneath it, and nothing covers it."""

from __future__ import annotations

import pytest

from tests.browser.page_kinds import KINDS

WIDTHS = (320, 375, 768, 1220, 1920)
#: Scrolls down and up a little, as one does who looks for the way back; gives what is wrong then.
WRONG = """async () => {
    const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const top = document.querySelector('.md-top'), end = performance.now() + 10000;
    const deep = document.documentElement.scrollHeight - innerHeight;
    if (deep < 300) return [];
    // The theme looks at where the page is only now and then, and changes its mind at another width.
    let shown = 0;
    for (let y = 0; shown < 9 && performance.now() < end; await frame()) {
        if (top.hidden) scrollTo(0, y = y > 200 ? y - 7 : Math.min(deep, 1600));
        shown = top.hidden ? 0 : shown + 1;
    }
    if (top.hidden) return ['there is no way back to the top'];
    const box = top.getBoundingClientRect(), wrong = [];
    const meet = other => box.left < other.right - 0.5 && box.right > other.left + 0.5
        && box.top < other.bottom - 0.5 && box.bottom > other.top + 0.5;
    const head = document.querySelector('.md-header').getBoundingClientRect();
    if (box.width < 24 || box.height < 24) wrong.push('it is too small for a finger');
    if (box.top < head.top || box.bottom > head.bottom || box.left < 0 || box.right > innerWidth)
        wrong.push('it is not in the head');
    const there = (x, y, selector) => document.elementFromPoint(x, y).closest(selector);
    if (!there(box.x + box.width / 2, box.y + box.height / 2, '.md-top')) wrong.push('it is covered');
    for (const node of document.querySelectorAll('.md-header__inner > *, .md-header__ellipsis, .tools'))
        if (!node.contains(top) && node.offsetWidth > 0 && getComputedStyle(node).visibility === 'visible'
            && meet(node.getBoundingClientRect())) wrong.push('it covers ' + node.className);
    const bar = document.querySelector('.tools');
    if (bar && bar.getBoundingClientRect().top < head.bottom + 1) {
        const {top, bottom, left, right} = bar.getBoundingClientRect();
        const wide = innerWidth > 1219 ? [left + 1, right - 1] : [1, document.documentElement.clientWidth - 1];
        for (let x = wide[0]; x <= wide[1]; x += 3)
            for (const y of [top + 2, (top + bottom) / 2, bottom - 2])
                if (!there(x, y, '.tools')) return [...wrong, `${x}, ${y}: ${there(x, y, '*').outerHTML}`];
    }
    return wrong;
}"""


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("kind", range(0, len(KINDS), 2))
def test_the_way_back_to_the_top_covers_nothing_and_nothing_covers_the_bar(page, server, kind, lang, subtests):
    path = lang + KINDS[kind + (1 if lang and kind + 1 < len(KINDS) else 0)]
    page.goto(server + path, wait_until="domcontentloaded")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        with subtests.test(f"{path}, {width}"):
            assert page.evaluate(WRONG) == []


@pytest.mark.parametrize("path", ["articles/everyone-makes-models.html", "en/articles/great-steelmaking.html"])
def test_nothing_covers_the_bar_of_an_article(page, server, path, subtests):
    page.goto(server + path, wait_until="domcontentloaded")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        with subtests.test(f"{path}, {width}"):
            assert page.evaluate(WRONG) == []


@pytest.mark.parametrize(
    ("path", "title"), [("index.html", "百模大战"), ("en/index.html", "The War of a Hundred Models")]
)
def test_the_first_page_has_the_title_of_the_edition(page, server, path, title):
    page.goto(server + path, wait_until="domcontentloaded")
    assert page.title() == title
