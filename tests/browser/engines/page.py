"""A page of an engine without Playwright, with those calls of Playwright's page that the scenarios use, by the same names.

Clicks, keys, wheel and hovering are input of the engine itself, aimed at what is in sight and can be touched; what has to
come is waited for.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.browser.engines.driver import Driver, until

IN_PAGE = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
#: The keys that have a name, as WebDriver writes them (WebDriver, section 17.4.2).
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowDown": "\ue015", "ArrowUp": "\ue013"}
#: What becomes of a value in Playwright: a function is called, anything else is the answer.
VALUE = "(page, argument) => {{ const value = ({}); return typeof value === 'function' ? value(argument) : value; }}"


class Page:
    """A page that is driven through `driver`."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.keyboard = Keyboard(driver)
        self.mouse = Mouse(driver)

    # Where it is

    @property
    def url(self) -> str:
        return until(lambda: self.ask("() => location.href"), lambda: "the page has no address")

    def goto(self, url: str) -> None:
        self.driver.go(url)

    def reload(self) -> None:
        self.driver.reload()

    def title(self) -> str:
        return self.ask("() => document.title")

    def set_viewport_size(self, size: dict[str, int]) -> None:
        self.driver.resize(size["width"], size["height"])

    # What is asked of it

    def ask(self, function: str, *arguments: object) -> Any:
        """What `function` gives in the page, called with the functions of page.js and `arguments`. Raises Moved."""
        called = (
            f"async text => {{ const page = {IN_PAGE.strip()};"
            f" return JSON.stringify({{value: await ({function})(page, ...JSON.parse(text))}}); }}"
        )
        return json.loads(self.driver.run(called, json.dumps(arguments))).get("value")

    def evaluate(self, expression: str, argument: object = None) -> Any:
        return self.ask(VALUE.format(expression), argument)

    def eval_on_selector_all(self, selector: str, expression: str) -> Any:
        return self.locator(selector).evaluate_all(expression)

    def wait_for_function(self, expression: str) -> None:
        until(lambda: self.evaluate(expression), lambda: f"never came true: {expression}")

    def wait_for_url(self, pattern: re.Pattern[str]) -> None:
        until(lambda: pattern.search(self.url), lambda: f"no address with {pattern.pattern} came, but {self.url}")
        self.wait_for_function("document.readyState === 'complete'")

    def wait_for_selector(self, selector: str) -> None:
        self.locator(selector).first.wait_for()

    def get_attribute(self, selector: str, name: str) -> str | None:
        return self.locator(selector).first.get_attribute(name)

    @contextlib.contextmanager
    def expect_download(self) -> Iterator[Expected]:
        """What is saved while this is entered, and after: `value` once this is left."""
        folder = self.driver.downloads
        assert folder, "this engine does not tell what it saves"
        found = Expected()
        yield found
        # Until a file is whole, it is empty or has another beside it.
        path = until(
            lambda: (
                next((path for path in folder.iterdir() if path.stat().st_size), None)
                if len(list(folder.iterdir())) == 1
                else None
            ),
            lambda: f"nothing was saved, but {list(folder.iterdir())}",
        )
        found.value = Saved(path)

    # What it said

    @property
    def errors(self) -> list[str]:
        self.driver.hear()
        return self.driver.errors

    @property
    def requests(self) -> list[str]:
        self.driver.hear()
        return self.driver.requests

    # What is in it

    def locator(self, selector: str, has_text: str | None = None) -> Locator:
        return Locator(self, ()).locator(selector, has_text)

    def click(self, selector: str) -> None:
        self.locator(selector).first.click()

    def hover(self, selector: str) -> None:
        self.locator(selector).first.hover()

    def fill(self, selector: str, text: str) -> None:
        self.locator(selector).first.fill(text)

    def uncheck(self, selector: str) -> None:
        self.locator(selector).first.uncheck()

    def select_option(self, selector: str, value: str) -> None:
        self.locator(selector).first.select_option(value)

    def inner_text(self, selector: str) -> str:
        return self.locator(selector).first.inner_text()

    def dispatch_event(self, selector: str, name: str) -> None:
        self.locator(selector).first.dispatch_event(name)


@dataclass(frozen=True)
class Saved:
    """A file that was downloaded."""

    file: Path

    @property
    def suggested_filename(self) -> str:
        return self.file.name

    def path(self) -> Path:
        return self.file


@dataclass
class Expected:
    """What is still to come."""

    value: Saved | None = None


@dataclass(frozen=True)
class Locator:
    """Elements of a page, looked for at every call. Calls about one element want exactly one."""

    page: Page
    steps: tuple[dict[str, object], ...]

    def locator(self, selector: str, has_text: str | None = None) -> Locator:
        found = self._with({"css": selector})
        return found._with({"text": has_text}) if has_text else found

    @property
    def first(self) -> Locator:
        return self._with({"first": True})

    def _with(self, step: dict[str, object]) -> Locator:
        return replace(self, steps=(*self.steps, step))

    def _once(self, function: str, *arguments: object) -> Any:
        """What `function`, called with page.js and this target, gives once it gives something that is true."""
        return until(
            lambda: self.page.ask(function, self.steps, *arguments),
            lambda: f"nothing that is meant by {self.steps} in {self.page.url}: {function}",
        )

    def _of_one(self, expression: str) -> Any:
        """The value of `expression` about the one `node`, once it is there."""
        return self._once(f"(page, target) => {{ const node = page.one(target); return node && [{expression}]; }}")[0]

    def wait_for(self) -> None:
        self._once("(page, target) => { const node = page.one(target); return node && page.seen(node); }")

    def count(self) -> int:
        return self.page.ask("(page, target) => page.all(target).length", self.steps)

    def evaluate_all(self, expression: str) -> Any:
        return self.page.ask(f"(page, target) => ({expression})(page.all(target))", self.steps)

    def inner_text(self) -> str:
        return self._of_one("node.innerText")

    def get_attribute(self, name: str) -> str | None:
        return self._of_one(f"node.getAttribute({json.dumps(name)})")

    def focus(self) -> None:
        self._of_one("node.focus()")

    def dispatch_event(self, name: str) -> None:
        self._of_one(f"node.dispatchEvent(new Event({json.dumps(name)}, {{ bubbles: true }}))")

    def fill(self, text: str) -> None:
        self._once("(page, target, text) => page.fill(target, text)", text)

    def select_option(self, value: str) -> None:
        self._once("(page, target, value) => page.choose(target, value)", value)

    def uncheck(self) -> None:
        if self._of_one("node.checked"):
            self.click()
        assert not self._of_one("node.checked"), f"{self.steps} stays checked"

    def hover(self) -> None:
        self.page.mouse.move(*self._aim())

    def click(self) -> None:
        self.page.mouse.click(*self._aim())

    def _aim(self) -> tuple[int, int]:
        """Where the element can be touched, once it can be."""
        answer: dict[str, Any] = {}

        def aimed() -> bool:
            answer.clear()
            answer.update(self.page.ask("(page, target) => page.aim(target)", self.steps))
            return "x" in answer

        until(aimed, lambda: f"{self.steps} {answer.get('not', 'was left')} in {self.page.url}")
        return answer["x"], answer["y"]


class Keyboard:
    """The keys under the reader's hands."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def press(self, key: str) -> None:
        """Press and release a key, by its character or its name."""
        value = KEYS.get(key, key)
        assert len(value) == 1, f"no key is called {key}; there are {', '.join(KEYS)} and single characters"
        self.driver.act(
            {
                "type": "key",
                "id": "keyboard",
                "actions": [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}],
            }
        )

    def type(self, text: str) -> None:
        """Press one key after the other."""
        for character in text:
            self.press(character)


class Mouse:
    """The mouse in the reader's hand, which stays where it was moved to."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.at = (0, 0)

    def move(self, x: int, y: int) -> None:
        self._point(x, y)

    def click(self, x: int, y: int) -> None:
        self._point(x, y, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def _point(self, x: int, y: int, *then: dict[str, object]) -> None:
        self.at = (x, y)
        moves = {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"}
        self.driver.act(
            {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [moves, *then]}
        )

    def wheel(self, delta_x: int, delta_y: int) -> None:
        turn = {"type": "scroll", "x": self.at[0], "y": self.at[1], "deltaX": delta_x, "deltaY": delta_y}
        self.driver.act({"type": "wheel", "id": "wheel", "actions": [turn | {"duration": 0, "origin": "viewport"}]})
