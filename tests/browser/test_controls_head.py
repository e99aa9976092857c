"""Every control of the head of a page, and of the first page, by mouse or finger and by keyboard, on every screen."""

from __future__ import annotations

from tests.browser.controls import (
    ALL,
    DESK,
    PHONE,
    TABLET,
    Control,
    Reader,
    Step,
    click,
    drive,
    expect,
    hover,
    link,
    press,
    reader,
    run,
    tab,
    to,
    write,
)

__all__ = ["reader"]  # the fixture

OTHER = "html:lang(zh) .md-select__link[hreflang=en], html:lang(en) .md-select__link[hreflang=zh]"
THEME = ".md-header__button[for^=__palette]"
LINK, DRAWER = ".md-nav--primary > .md-nav__list > li:nth-child(4) > a", ".md-header__button[for=__drawer]"
#: Material waits until the scrolling has come to rest; an eighth of a second after the hash has changed it closes the search; and
#: for a moment after that the page cannot be scrolled.
REST = run("new Promise(done => setTimeout(done, 400))")
TOP = "seen('.md-top') && one('.md-top').tabIndex === 0"
#: The worker answers every letter; the list stays from the answer to the last one.
LISTEN = run("jianzhu.worker.addEventListener('message', event => window.answered = event.data.data?.found?.query)")
ANSWERED = (expect("window.answered === 'sora'"), run("frame()"))
HITS = "seen('.md-search-result__link') && words('.md-search-result__list').includes('Sora')"


def there(target: str) -> Step:
    """Press where `target` is: the button to the top goes if the page is scrolled any further."""

    def act(reader: Reader) -> None:
        box = reader.find(target).bounding_box()
        device = reader.page.touchscreen.tap if reader.touch else reader.page.mouse.click
        device(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    return act


def upwards(key: str) -> Step:
    """Scroll up a little by `key`, and again if the theme was too busy to see it: it shows the button to the top then."""

    def act(reader: Reader) -> None:
        for _ in range(5):
            press(key)(reader)
            REST(reader)
            if reader.page.evaluate(TOP):
                return
        place = reader.page.evaluate("[scrollY, document.activeElement.className, one('#__search').checked]")
        raise AssertionError(f"scrolling up shows no button to the top: {place}")

    return act


def drawer(name: str, mouse: tuple[Step, ...], keys: tuple[Step, ...], shows: str) -> Control:
    """The drawer of a narrow screen; by keyboard it opens where one comes to its links."""
    return Control(name, (click(DRAWER), *mouse), (tab(LINK), *keys), shows, (run("shut()"),), widths=(PHONE, TABLET))


def sought(name: str, mouse: tuple[Step, ...], keys: tuple[Step, ...], shows: str) -> Control:
    """What the search box lists, and what is done then."""
    typed = (LISTEN, press("Control+a"), write("sora"), *ANSWERED, expect(HITS))
    box = ".md-search__input"
    icon = f".md-header__button[for=__search], {box}"
    return Control(
        name,
        (click(icon), *typed, *mouse),
        (tab(box), *typed, *keys),
        shows,
        (press("Escape"), run("shut()"), REST),
        moves=ALL,
    )


HOME = (
    Control(
        "theme",
        (click(THEME),),
        (tab("[name=__palette]:checked"), press("Enter")),
        "document.body.dataset.mdColorScheme === (matchMedia('(prefers-color-scheme: dark)').matches ? 'default' : 'slate')",
        (click(THEME),),
    ),
    Control(
        "language",
        (hover(".md-select button"), click(OTHER)),
        (tab(".md-select button"), tab(OTHER), press("Enter")),
        "led(document.documentElement.lang === 'en' ? location.origin + '/index.html' : '/en/index.html')",
    ),
    drawer("drawer", (), (), f"insight('{LINK}')"),
    drawer("drawer: a page", (click(LINK),), (press("Enter"),), "led('glossary/')"),
    Control("tabs", *to(".md-tabs__item:nth-child(4) a"), "led('glossary/')", widths=(DESK,)),
    Control("home", *to(".md-header .md-logo"), "led('index.html')", widths=(DESK,)),
    Control(
        "past the head",
        (),
        (tab(".md-skip"), press("Enter")),
        "location.hash.length > 1",
        (run("location.hash = ''"), REST),
    ),
    sought("search", (), (), HITS),
    sought("search: a hit", (click(".md-search-result__link"),), (press("ArrowDown", "Enter"),), "led('.html')"),
    Control(
        "key /",
        (),
        (press("/"),),
        "document.activeElement.matches('.md-search__input') && one('#__search').checked",
        (press("Escape"), REST),
        moves=ALL,
    ),
    Control(
        "back to the top",
        (run("scrollTo(0, 900)"), REST, upwards("ArrowUp"), there(".md-top")),
        (press("End"), REST, upwards("PageUp"), tab(".md-top"), press("Enter")),
        "scrollY === 0",
    ),
    link("an article", ".entry a[href*='articles/']", "articles/"),
    link("a question", ".entry a[href*='questions/']", "questions/"),
    link("a figure", ".figure", ".html"),
)


def test_the_head_of_a_page_and_the_first_page(reader, server, subtests):
    drive(reader, subtests, server, "index.html", HOME)
