"""The engines that are driven without Playwright: what would let a scenario pass that should fail is tried by hand."""

from __future__ import annotations

import contextlib
import shutil

import pytest

from tests.browser.engines import display, driver, firefox, webkit

DRIVEN = ("firefox", "webkit")
PAGE = (
    """<!doctype html><meta charset="utf-8"><title>page</title><style>body {{ margin: 0; height: 9000px }}</style>{}"""
)


@pytest.fixture(params=DRIVEN)
def page(request, engine_of):
    """A page of each of the engines."""
    with engine_of(request.param).page(offline=False) as page:
        yield page


@pytest.fixture
def show(page, tmp_path):
    """Opens a page with some markup in it."""

    def shown(markup: str):
        (tmp_path / "page.html").write_text(PAGE.format(markup), encoding="utf-8")
        page.goto((tmp_path / "page.html").as_uri())
        return page

    return shown


@pytest.mark.parametrize(
    ("start", "command"),
    [
        (firefox.start, "sudo apt-get install firefox-esr"),
        (webkit.start, "sudo apt-get install webkit2gtk-driver xvfb"),
        (display.display, "sudo apt-get install xvfb"),
    ],
)
def test_what_is_missing_is_named_with_what_installs_it(monkeypatch, start, command):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(driver.EngineMissing, match=command), start():
        pass


def test_a_request_to_another_host_is_heard_and_goes_nowhere(show):
    page = show("<script>new Image().src = 'http://elsewhere.invalid/picture.png'</script>")
    driver.until(lambda: [url for url in page.requests if "elsewhere.invalid" in url], lambda: "nothing was heard")


@pytest.mark.parametrize(
    "act",
    [
        "throw new Error('went wrong')",
        "console.error('went wrong')",
        "console.warn('went wrong')",
        "Promise.reject(new Error('went wrong'))",
    ],
)
def test_what_a_page_complains_of_is_heard(show, act):
    page = show(f'<button onclick="{act}">press</button>')
    assert page.errors == []
    page.click("button")
    heard = driver.until(lambda: page.errors, lambda: "nothing was heard")
    # From a folder, WebKit keeps to itself what an error says.
    assert ["went wrong" in text or text == "Script error." for text in heard] == [True]


COVER = "<div style='position: fixed; inset: 0; background: white'></div>"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<button>press</button>" + COVER, "is covered by"),
        ("<button hidden>press</button>", "is not in sight"),
        ("<button style='visibility: hidden'>press</button>", "is not in sight"),
        ("<button disabled>press</button>", "is disabled"),
        ("", "is not there"),
    ],
)
def test_what_a_reader_cannot_touch_is_not_clicked(monkeypatch, show, markup, why):
    page = show(f"<body onclick=\"document.title = 'clicked'\">{markup}")
    monkeypatch.setattr(driver, "PATIENCE", 0.3)
    with pytest.raises(TimeoutError, match=why):
        page.click("button")
    assert page.title() == "page"


def test_one_of_several_is_not_guessed(show):
    page = show("<button>one</button><button>two</button>")
    with pytest.raises(driver.DriverError, match="2 elements"):
        page.locator("button").click()


def test_keys_mouse_and_wheel_are_those_of_the_engine(show):
    page = show(
        """<p style="height: 3000px"><input><button>press</button><script>
        const seen = [];
        for (const name of ['keydown', 'input', 'click', 'mouseover', 'wheel'])
            addEventListener(name, event => { seen.push([event.type, event.isTrusted, event.key || event.deltaY || '']); });
        </script>"""
    )
    page.hover("button")
    page.click("input")
    page.keyboard.type("a!")
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY === 300")
    page.mouse.wheel(0, -100)
    page.wait_for_function("scrollY === 200")
    seen = page.evaluate("seen")
    assert all(trusted for _, trusted, _ in seen)
    assert {"mouseover", "click", "keydown", "input", "wheel"} == {kind for kind, _, _ in seen}
    assert page.evaluate("document.querySelector('input').value") == "a!"


def test_one_page_leaves_nothing_to_the_next(request, engine_of, tmp_path):
    (tmp_path / "page.html").write_text(PAGE.format(""), encoding="utf-8")
    for engine in DRIVEN:
        for _ in range(2):
            with engine_of(engine).page(offline=False) as page:
                page.goto((tmp_path / "page.html").as_uri())
                assert page.evaluate("localStorage.length + sessionStorage.length") == 0
                page.evaluate("(localStorage.kept = sessionStorage.kept = 'kept')")
                assert page.evaluate("localStorage.kept") == "kept"


def test_a_page_after_one_that_failed_is_a_good_one(engine_of, tmp_path):
    (tmp_path / "page.html").write_text(PAGE.format(""), encoding="utf-8")
    for engine in DRIVEN:
        with contextlib.suppress(ZeroDivisionError), engine_of(engine).page(offline=False):
            raise ZeroDivisionError
        with engine_of(engine).page(offline=False) as page:
            page.goto((tmp_path / "page.html").as_uri())
            assert page.title() == "page"
