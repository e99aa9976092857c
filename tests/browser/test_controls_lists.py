"""Every control of the lists and the pictures, by mouse or finger and by keyboard, on every screen."""

from __future__ import annotations

from tests.browser.controls import (
    ALL,
    DESK,
    TABLET,
    Control,
    Reader,
    Step,
    choose,
    click,
    drive,
    expect,
    link,
    press,
    reader,
    run,
    tab,
    to,
    write,
)

__all__ = ["reader"]  # the fixture

CLEAR = click(".filters .clear")


def select(name: str) -> Control:
    """The first choice narrows the list to what it says."""
    target = f".filters [name={name}]"
    value = f"one('{target}').options[1].value"
    return Control(
        f"filter: {name}",
        (choose(target, 1),),
        (tab(target), press("ArrowDown")),
        f"location.search === '?{name}=' + {value} && every(item => has(item, '{name}', {value})) && counts()",
        (CLEAR,),
        moves=ALL,
    )


def search(query: str, found: str) -> Control:
    target = ".filters [name=q]"
    return Control(
        "filter: search",
        (click(target), write(query)),
        (tab(target), write(query)),
        f"items() < 12 && every(item => item.textContent.includes('{found}')) && counts()",
        (CLEAR,),
        moves=ALL,
    )


def clear(query: str) -> Control:
    """All is there again, and the keyboard is back at the first control."""
    target, button = ".filters [name=q]", ".filters .clear"
    few = expect("items() < 12")
    return Control(
        "filter: clear",
        (click(target), write(query), few, click(button)),
        (tab(target), write(query), few, tab(button), press("Enter")),
        "items() === document.querySelectorAll('[data-item]').length && location.search === ''"
        " && document.activeElement === one('.filters [name]') && one('.filters .clear').disabled",
        moves=ALL,
    )


def jump(name: str, target: str, widths: tuple[int, ...] = ALL) -> Control:
    """A link to another place of the page, which is in sight then."""
    return Control(
        name,
        *to(target),
        "location.hash.length > 1 && insight(decodeURIComponent(location.hash))",
        (run("location.hash = ''"), run("rest()")),
        widths=widths,
    )


def sort(key: str, way: str) -> Control:
    """The first press on the head of a column."""
    button = f"table.claims [data-sort={key}]"
    back = run(
        "one('table.claims [data-sort=figure]').click(); history.replaceState(null, '', location.pathname); calm()"
    )
    return Control(
        f"sorting by {key}",
        (click(button),),
        (tab(button), press("Enter")),
        f"sorted('{key}', '{way}')",
        (back,),
        moves=ALL,
    )


def spot(target: str, press: bool = True) -> Step:
    """Point at a line of the map, and press there."""

    def act(reader: Reader) -> None:
        x, y = reader.page.evaluate("target => free(target)", target)
        if reader.touch:
            reader.page.touchscreen.tap(x, y)
        elif press:
            reader.page.mouse.click(x, y)
        else:
            reader.page.mouse.move(x, y)

    return act


def letter(reader: Reader) -> None:
    """Come to the letters, and go on to the second."""
    tab(".letters :checked")(reader)
    press("ArrowRight", "ArrowRight")(reader)


GLOSSARY = (
    search("lisa", "suzifeng"),
    clear("lisa"),
    select("type"),
    select("article"),
    Control(
        "filter: initial",
        (click(".letters label:nth-of-type(3)"),),
        (letter,),
        "location.search === '?initial=b' && items() > 3 && every(item => has(item, 'initial', 'b')) && counts()",
        (CLEAR,),
        moves=ALL,
    ),
    link("an entry", "[data-item] a", "glossary/"),
)
TIMELINE = (
    jump("a dot of the axis", ".axis a[href='#gpt-4-launch']"),
    Control(
        "past the axis",
        (),
        (tab(".skip"), press("Enter", "Tab")),
        "document.activeElement.closest('#timeline')",
        (run("location.hash = ''"),),
    ),
    search("h100", "H100"),
    clear("h100"),
    select("kind"),
    select("article"),
    select("concept"),
    link("a sentence", "[data-item] .ref", "articles/"),
    link("a concept", "[data-item] .tag", "glossary/"),
)
CLAIMS = (
    jump("a kind of figures", ".byline a[href='#dimension-share']"),
    select("dimension"),
    select("article"),
    select("by"),
    search("semia", "SemiAnalysis"),
    clear("semia"),
    sort("figure", "descending"),
    sort("date", "ascending"),
    sort("article", "ascending"),
    link("a sentence", "table.claims .ref", "articles/"),
    link("a mark of a chart", ".chart li a", "articles/"),
    link("the question of a chart", ".chart figcaption a", "questions/"),
)
QUESTIONS = (
    link("a question", ".answers tbody th a", "questions/"),
    link("an article", ".answers thead a", "articles/", widths=(DESK,)),
    link("the map", ".byline a", "map.html"),
)
QUESTION = (
    link("a quoted sentence", "blockquote .ref", "articles/"),
    link("a mark of a chart", ".chart li a", "articles/"),
    link("a cross-reference", ".relation strong a", "map.html#relation-"),
    link("a question beside it", ".beside a", "questions/"),
)
MAP = (
    Control(
        "an arc lifted out of the others",
        (spot(".map a.contradicts", press=False),),
        (tab(".map a.contradicts"),),
        "[...document.querySelectorAll('.map .arc')].some(arc => style(arc, 'stroke-width') === '3.5px')",
        widths=(TABLET, DESK),
    ),
    Control(
        "an arc",
        (spot(".map a.contradicts"),),
        (tab(".map a.contradicts"), press("Enter")),
        "location.hash.startsWith('#relation-') && insight(location.hash)",
        (run("location.hash = ''"),),
    ),
    Control(
        "an article on the circle", (spot(".map .strip"),), (tab(".map .strip"), press("Enter")), "led('articles/')"
    ),
    jump("the list", ".lead a[href='#list']"),
    select("type"),
    select("article"),
    search("semia", "SemiAnalysis"),
    clear("semia"),
    link("a passage", "[data-item] li a", "articles/"),
)
CONCEPT = (
    link("a stroke of the picture", ".sparkline a", "articles/"),
    jump("an article of the picture", ".spread > li > a"),
    link("a sentence", ".body .ref", "articles/"),
    link("a neighbor", ".facts a", "glossary/"),
    link("a question", "#questions + ul a", "questions/"),
    link("an event", "#events + ul a", "timeline/index.html#"),
)
APPARATUS = (
    link("a sentence", "#editors + ul .ref", "articles/"),
    jump("contents of the page", ".md-sidebar--secondary .md-nav__link[href='#rules']", widths=(DESK,)),
)
PAGES = {
    "glossary/index.html": GLOSSARY,
    "timeline/index.html": TIMELINE,
    "claims/index.html": CLAIMS,
    "questions/index.html": QUESTIONS,
    "questions/gpus-needed.html": QUESTION,
    "map.html": MAP,
    "glossary/large-model.html": CONCEPT,
    "apparatus/tortoise.html": APPARATUS,
}


def test_lists_and_pictures(reader, server, subtests):
    for path, controls in PAGES.items():
        drive(reader, subtests, server, path, controls)
