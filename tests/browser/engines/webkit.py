"""WebKitGTK: its MiniBrowser on a display of its own, driven by WebKitWebDriver (https://www.w3.org/TR/webdriver2/).

WebKitWebDriver speaks no BiDi and tells nothing of the console or the network. So the page itself is asked what its scripts
failed in, from the moment it is loaded; and whatever it asks of another host meets a proxy that notes and refuses it.
"""

from __future__ import annotations

import contextlib
import glob
import http.client
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.engines.display import display
from tests.browser.engines.driver import DESK, PATIENCE, DriverError, EngineMissing, Moved, process, until
from tests.browser.engines.page import Page
from tests.browser.engines.tripwire import Tripwire, tripwire

MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib*/webkit2gtk-4.1/MiniBrowser")
MISSING = "there is no {} on this machine; on Debian: sudo apt-get install webkit2gtk-driver xvfb"
#: Drawn by the processor; without a sandbox, which needs rights that a container has not; without the desktop's services.
SURROUNDINGS = {
    "GDK_BACKEND": "x11",
    "GTK_A11Y": "none",
    "NO_AT_BRIDGE": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}
#: What stands around the page takes no room in its width, lest a window cannot be as narrow as a phone.
NARROW = "* { min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0; font-size: 1px; }"
#: How often the browser is started before it is given up.
STARTS = 3
CALLED = """
const [text, done] = arguments;
(%s)(text).then(answer => done({answer}), error => done({error: String(error)}));
"""
EAR = """async () => {
    if (!window.heardByTests) {
        window.heardByTests = [];
        addEventListener('error', event => heardByTests.push(String(event.message || event.target.outerHTML)), true);
        addEventListener('unhandledrejection', event => heardByTests.push(String(event.reason)));
        for (const kind of ['warn', 'error']) {
            const said = console[kind];
            console[kind] = (...words) => { heardByTests.push(words.join(' ')); said.apply(console, words); };
        }
    }
    return JSON.stringify(heardByTests.splice(0));
}"""
ROOM = "async () => JSON.stringify([innerWidth, innerHeight, outerWidth, outerHeight])"
FORGET = (
    "async () => { if (location.protocol !== 'about:') { localStorage.clear(); sessionStorage.clear(); } return ''; }"
)


class WebKit:
    """MiniBrowser and its driver, started when the first page is asked for."""

    def __init__(self, driver: str, browser: str, surroundings: dict[str, str]) -> None:
        self.driver = driver
        self.browser = browser
        self.surroundings = surroundings
        self.running = contextlib.ExitStack()
        self.session: Session | None = None

    @contextlib.contextmanager
    def page(self, offline: bool) -> Iterator[Page]:
        """A page that shares nothing with the pages before it. Other hosts are out of its reach, `offline` or not."""
        self.session = self.session or self._started()
        tab = WebKitTab(self.session)
        try:
            tab.resize(*DESK)
            yield Page(tab)
            tab.run(FORGET, "")
            tab.go("about:blank")
        except BaseException:
            self.close()  # who knows what it is doing
            raise

    def close(self) -> None:
        self.session = None
        self.running.close()

    def _started(self) -> Session:
        """A session. Now and then MiniBrowser does not find its driver: then both are started again."""
        for _ in range(STARTS):
            try:
                driver = self.running.enter_context(running_driver(self.driver, self.surroundings))
                return self.running.enter_context(driver.session(self.browser))
            except TimeoutError:
                self.running.close()
        raise DriverError(f"{self.browser} could not be driven, though it was started {STARTS} times")


class WebKitDriver:
    """A running WebKitWebDriver, at a port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    def command(self, method: str, path: str, body: object = None) -> Any:
        """The value that it answers with. Raises DriverError, and TimeoutError where no answer comes."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=2 * PATIENCE)) as line:
            line.request(method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
            answer = line.getresponse()
            value = json.loads(answer.read())["value"]
        if answer.status != 200:
            raise DriverError(f"{path}: {value['error']}: {value['message']}")
        return value

    @contextlib.contextmanager
    def session(self, browser: str) -> Iterator[Session]:
        """MiniBrowser, open."""
        with tripwire() as wire:
            proxy = f"127.0.0.1:{wire.port}"
            wanted = {
                "webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]},
                "proxy": {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1"]},
            }
            name = self.command("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
            try:
                yield Session(self, f"/session/{name}", wire)
            finally:
                with contextlib.suppress(OSError, DriverError):
                    self.command("DELETE", f"/session/{name}")


class Session:
    """An open MiniBrowser, with the tripwire around it."""

    def __init__(self, driver: WebKitDriver, path: str, wire: Tripwire) -> None:
        self.driver = driver
        self.path = path
        self.wire = wire
        self.turned = 0

    def post(self, path: str, **body: Any) -> Any:
        return self.driver.command("POST", self.path + path, body)


class WebKitTab:
    """The window of MiniBrowser: see Driver."""

    downloads = None

    def __init__(self, session: Session) -> None:
        self.session = session
        self.errors: list[str] = []
        self.requests = session.wire.requests
        self.requests.clear()

    def go(self, url: str) -> None:
        self.hear()
        self.session.post("/url", url=url)
        self.hear()

    def reload(self) -> None:
        self.hear()
        self.session.post("/refresh")
        self.hear()

    def run(self, function: str, text: str) -> str:
        try:
            answer = self.session.post("/execute/async", script=CALLED % function, args=[text])
        except DriverError as error:
            raise Moved(str(error)) from error
        if "error" in answer:
            raise DriverError(answer["error"])
        return answer["answer"]

    def act(self, source: dict[str, Any]) -> None:
        self.hear()
        if source["type"] == "wheel":
            # WebKitWebDriver turns the wheel by what differs from where the wheel was turned to before.
            turn = source["actions"][0]
            self.session.turned += turn["deltaY"]
            source = source | {"actions": [turn | {"deltaY": self.session.turned}]}
        self.session.post("/actions", actions=[source])

    def resize(self, width: int, height: int) -> None:
        """The window is made larger than the page by what stands around the page, which is there only after a while."""

        def fits() -> bool:
            inner_width, inner_height, outer_width, outer_height = json.loads(self.run(ROOM, ""))
            wider, higher = width - inner_width, height - inner_height
            if wider or higher:
                rect = {"x": 0, "y": 0, "width": outer_width + wider, "height": outer_height + higher}
                self.session.post("/window/rect", **rect)
            return not (wider or higher)

        until(fits, lambda: f"the page does not come to have {width} by {height} pixels: {self.run(ROOM, '')}")

    def hear(self) -> None:
        with contextlib.suppress(Moved):
            self.errors.extend(json.loads(self.run(EAR, "")))


@contextlib.contextmanager
def running_driver(path: str, surroundings: dict[str, str]) -> Iterator[WebKitDriver]:
    """WebKitWebDriver at a free port, ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with process([path, f"--port={port}"], env=surroundings) as running:
        driver = WebKitDriver(port)

        def ready() -> bool:
            if running.poll() is not None:
                raise DriverError(f"{path} ended with {running.returncode} before it could be asked anything")
            with contextlib.suppress(ConnectionError):
                return driver.command("GET", "/status")["ready"]
            return False

        until(ready, lambda: f"{path} does not answer at port {port}")
        yield driver


@contextlib.contextmanager
def start() -> Iterator[WebKit]:
    """WebKitGTK on a display of its own. Raises EngineMissing where something is missing."""
    driver = shutil.which("WebKitWebDriver")
    browser = next((path for pattern in MINI_BROWSERS for path in sorted(glob.glob(pattern))), None)
    for name, path in (("WebKitWebDriver", driver), ("MiniBrowser of WebKitGTK", browser)):
        if path is None:
            raise EngineMissing(MISSING.format(name))
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True)))
        (home / "gtk-3.0").mkdir()
        (home / "gtk-3.0" / "gtk.css").write_text(NARROW, encoding="utf-8")
        own = {"DISPLAY": stack.enter_context(display()), "XDG_CONFIG_HOME": str(home)}
        webkit = WebKit(driver, browser, os.environ | SURROUNDINGS | own)
        stack.callback(webkit.close)
        yield webkit
