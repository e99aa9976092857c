"""Controls: what a reader can do on a page, as tables that a browser works through by mouse, by finger and by keyboard.

A test loads a page once for each screen and drives every control of its table there, one after another. Each leaves the
page as it found it, so a table can be read, and mended, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.console_errors import console_errors

PHONE, TABLET, DESK = 375, 768, 1440
HEIGHTS = {PHONE: 812, TABLET: 1024, DESK: 900}
ALL = tuple(HEIGHTS)


@dataclass(frozen=True)
class Screen:
    """How wide the window is, which theme it has, and which language the page is in. A phone has a touch screen."""

    width: int
    scheme: str
    lang: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}-{self.lang}"

    @property
    def prefix(self) -> str:
        """What the addresses of this language begin with."""
        return "" if self.lang == "zh" else "en/"


SCREENS = tuple(
    Screen(width, scheme, lang) for width in HEIGHTS for scheme in ("light", "dark") for lang in ("zh", "en")
)

#: Half of them, in which each width meets each theme and each language, and each theme each language.
PAIRS = tuple(
    screen for place, screen in enumerate(SCREENS) if place % 4 in ((1, 2) if screen.width == TABLET else (0, 3))
)

Step = Callable[["Reader"], None]


@dataclass(frozen=True)
class Control:
    """A control, how it is used, and what must be true on the page then.

    `shows` is an expression in the page; controls.js says what it can ask. `back` undoes what was done. `widths` are
    those at which the control exists. At the widths in `moves` the text may move: a view, a filter and whatever unfolds
    within the text make other room; everything else has to leave each line where it is.
    """

    name: str
    mouse: tuple[Step, ...]
    keys: tuple[Step, ...]
    shows: str
    back: tuple[Step, ...] = ()
    widths: tuple[int, ...] = ALL
    moves: tuple[int, ...] = ()


#: The theme's script, which stands at the end of a page; our own scripts come after it.
BUNDLE = re.compile(r"/assets/javascripts/bundle[^/]*\.js$")
#: What the expressions of the tables can ask of a page.
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


class Reader:
    """Someone before a page: has a mouse or, on a phone, a finger, and a keyboard."""

    def __init__(self, page: object, screen: Screen):
        self.page, self.screen, self.touch = page, screen, screen.width == PHONE

    def find(self, target: str) -> object:
        return self.page.locator(f"{target} >> visible=true").first

    def point(self, target: str, **options: object) -> None:
        found = self.find(target)
        if self.touch:
            found.tap(**options)
        else:
            found.click(**options)

    def until(self, condition: str) -> None:
        """Wait until `condition` is true on the page; a promise is waited for, which Playwright's own function does not do."""
        assert self.page.evaluate(f"until(async () => {condition})"), f"this does not come true: {condition}"


def click(target: str, **options: object) -> Step:
    """Click on the first of `target` that can be seen, or tap it."""
    return lambda reader: reader.point(target, **options)


def hover(target: str) -> Step:
    """Point at it; a finger taps it."""
    return lambda reader: reader.point(target) if reader.touch else reader.find(target).hover()


def choose(target: str, value: str | int) -> Step:
    """Choose from a select, by value or place, that a pointer can reach; its menu is the browser's own."""

    def act(reader: Reader) -> None:
        found = reader.find(target)
        found.click(trial=True)
        found.select_option(**{"index" if isinstance(value, int) else "value": value})

    return act


def tab(target: str) -> Step:
    """Come to `target` by the Tab key, from the stop before it."""

    def act(reader: Reader) -> None:
        lost, key = reader.page.evaluate("target => before(target)", target)
        assert not lost, lost
        reader.page.keyboard.press(key)
        for _ in range(60):  # what opens as one comes to it, opens gradually
            if not (lost := reader.page.evaluate("arrived()")):
                return
            reader.page.evaluate("frame()")
        raise AssertionError(lost)

    return act


def press(*keys: str) -> Step:
    def act(reader: Reader) -> None:
        for key in keys:
            reader.page.keyboard.press(key)

    return act


def write(text: str) -> Step:
    """Type `text`; characters that no key has come as from an input method."""

    def act(reader: Reader) -> None:
        reader.page.keyboard.type(text)
        reader.page.keyboard.press("Shift")  # Material's search listens to keys alone

    return act


def to(target: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Both ways of following the link `target`, or of pressing the button."""
    return (click(target),), (tab(target), press("Enter"))


def link(name: str, target: str, led: str, widths: tuple[int, ...] = ALL) -> Control:
    """A link to another page."""
    return Control(name, *to(target), f"led('{led}')", widths=widths)


def expect(condition: str) -> Step:
    """Wait until `condition` is true on the page."""
    return lambda reader: reader.until(condition)


def run(script: str) -> Step:
    """Do by script what needs no reader."""
    return lambda reader: reader.page.evaluate(script)


def off(reader: Reader) -> None:
    """Take the pointer off the text: where the page scrolls under it, it comes upon other words, and their card opens."""
    if not reader.touch:
        reader.page.mouse.move(2, reader.page.viewport_size["height"] - 2)


def aside(reader: Reader) -> None:
    """Take the pointer off the text, and close what it opened."""
    off(reader)
    reader.page.keyboard.press("Escape")


@pytest.fixture
def reader(request: pytest.FixtureRequest, browser: object) -> Iterator[Reader]:
    """A reader with nothing remembered, before each of the screens."""
    screen = request.param
    context = browser.new_context(
        viewport={"width": screen.width, "height": HEIGHTS[screen.width]},
        color_scheme=screen.scheme,
        has_touch=screen.width == PHONE,
        is_mobile=screen.width == PHONE,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(15000)
    context.add_init_script(SCRIPT)
    page = context.new_page()
    page.errors = console_errors(page)
    yield Reader(page, screen)
    context.close()


def arrive(page: object, address: str) -> float:
    """Go to `address`, and let its scripts begin only when the page is drawn; gives the time of that, in milliseconds.

    Before, lines that are half there are drawn and then filled, which is the browser's to decide. What moves afterwards,
    the scripts have moved. The page must know SCRIPT.
    """
    held = []
    page.route(BUNDLE, lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no method of a builtin type
    with page.expect_request(BUNDLE):
        page.goto(address, wait_until="commit")
    drawn = page.evaluate("frame().then(() => performance.now())")
    held[0].continue_()
    page.unroute(BUNDLE)
    page.wait_for_load_state("load")
    return drawn


def drive(reader: Reader, subtests: pytest.Subtests, server: str, path: str, controls: tuple[Control, ...]) -> None:
    """Work through `controls` on the page at `path`, in the language of the reader, by mouse and by keyboard.

    Fails by the names of page and control where a control does not show what it should, leaves something changed, moves
    the text, or makes the page wider than the window; and where the page complains or its scripts move it.
    """
    page, address = reader.page, server + reader.screen.prefix + path
    still = [(0.0, "arriving", False), (arrive(page, address), "loading", True)]
    first = page.evaluate("settled().then(state)")
    with subtests.test(f"{path}, loaded"):
        assert not first["edge"], "the page is wider than the window"
        assert not page.errors, page.errors
    for control in controls:
        for way, steps in (("mouse", control.mouse), ("keyboard", control.keys)):
            if not steps or reader.screen.width not in control.widths:
                continue
            name, fine = f"{path}, {control.name} by {way}", False
            with subtests.test(name):
                moves = reader.screen.width in control.moves
                still.append((page.evaluate("performance.now()"), name, not moves))
                if way == "keyboard":
                    off(reader)
                for step in steps:
                    step(reader)
                reader.until(control.shows)
                assert not page.evaluate("state().edge"), "the page is wider than the window"
                for step in control.back:
                    step(reader)
                left = page.evaluate(
                    "moves => (moves ? frame() : Promise.resolve()).then(() => (calm(), state().left))", moves
                )
                changed = {what: value for what, value in left.items() if value != first["left"][what]}
                assert changed == {}, f"something stays changed: {changed}"
                assert not page.errors, page.errors
                fine = True
            if not fine:
                page.errors.clear()
                unmoved(page, subtests, still)
                still = [(0.0, f"{path}, loading again", False)]
                page.goto(address)
                first = page.evaluate("settled().then(state)")
    unmoved(page, subtests, still)


def unmoved(page: object, subtests: pytest.Subtests, still: list[tuple[float, str, bool]]) -> None:
    """Fail by the name of what moved the text and should not have; `still` tells when each began."""
    for time, value, nodes in page.evaluate("settled()"):
        _, name, must = next(entry for entry in reversed(still) if entry[0] <= time)
        if must:
            with subtests.test(f"{name}: nothing moves"):
                raise AssertionError(f"the layout shifts by {value:.4f}: {nodes}")
