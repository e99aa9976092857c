"""Firefox, without its windows, driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).

Firefox speaks BiDi itself: no driver stands between. Playwright 1.65 can drive it so too, but sends every Firefox a command
(emulation.setMediaFeaturesOverride) that Firefox ESR 153 does not know.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.engines.driver import DESK, PATIENCE, DriverError, EngineMissing, Moved, process, until
from tests.browser.engines.page import Page

NAMES = ("firefox-esr", "firefox")
#: What Firefox calls a request that ended because its page was left, or because it became a download.
CUT_OFF = "NS_BINDING_ABORTED"
#: Besides those that Firefox sets itself for a driver: nothing leaves this machine, and data are shown as text, as elsewhere.
PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "services.settings.server": "data:,",
    "devtools.jsonview.enabled": False,
    "gfx.webrender.software": True,
}
EVENTS = ["log.entryAdded", "network.beforeRequestSent", "network.fetchError"]


class Firefox:
    """A running Firefox."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.ids = itertools.count(1)
        self.tabs: dict[str, FirefoxTab] = {}
        self.command("session.new", capabilities={"alwaysMatch": {}})
        self.command("session.subscribe", events=EVENTS)

    @contextlib.contextmanager
    def page(self, offline: bool) -> Iterator[Page]:
        """A page that shares nothing with the pages before it."""
        reader = self.command("browser.createUserContext")["userContext"]
        with tempfile.TemporaryDirectory(prefix="downloads-") as downloads:
            saved = {"type": "allowed", "destinationFolder": downloads}
            self.command("browser.setDownloadBehavior", downloadBehavior=saved, userContexts=[reader])
            if offline:
                none = {"type": "offline"}
                self.command("emulation.setNetworkConditions", networkConditions=none, userContexts=[reader])
            context = self.command("browsingContext.create", type="tab", userContext=reader)["context"]
            tab = self.tabs[context] = FirefoxTab(self, context, Path(downloads))
            tab.resize(*DESK)
            try:
                yield Page(tab)
            finally:
                del self.tabs[context]
                self.command("browser.removeUserContext", userContext=reader)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command; the events that come before it are heard. Raises DriverError."""
        number = next(self.ids)
        self.connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.connection.recv(timeout=2 * PATIENCE))
            if message["type"] == "event":
                self._hear(message["method"], message["params"])
            elif message.get("id") == number:
                if message["type"] == "error":
                    raise DriverError(f"{method}: {message['error']}: {message['message']}")
                return message["result"]

    def _hear(self, event: str, said: dict[str, Any]) -> None:
        tab = self.tabs.get(said.get("context") or said.get("source", {}).get("context", ""))
        if tab is not None:
            tab.heard(event, said)


class FirefoxTab:
    """One tab of Firefox: see Driver."""

    def __init__(self, firefox: Firefox, context: str, downloads: Path) -> None:
        self.firefox = firefox
        self.context = context
        self.downloads = downloads
        self.errors: list[str] = []
        self.requests: list[str] = []

    def heard(self, event: str, said: dict[str, Any]) -> None:
        """Note what an event tells of the page."""
        match event:
            case "network.beforeRequestSent":
                self.requests.append(said["request"]["url"])
            case "network.fetchError" if said["errorText"] != CUT_OFF:
                self.errors.append(f"{said['errorText']}: {said['request']['url']}")
            case "log.entryAdded" if said["level"] in ("error", "warn"):
                # What a page's scripts say, and what nobody caught; warnings that come from Firefox are not the page's.
                if said["type"] == "console" or said["level"] == "error":
                    self.errors.append(said["text"])

    def go(self, url: str) -> None:
        self.firefox.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def reload(self) -> None:
        self.firefox.command("browsingContext.reload", context=self.context, wait="complete")

    def run(self, function: str, text: str) -> str:
        try:
            answer = self.firefox.command(
                "script.callFunction",
                functionDeclaration=function,
                arguments=[{"type": "string", "value": text}],
                target={"context": self.context},
                awaitPromise=True,
                resultOwnership="none",
            )
        except DriverError as error:
            raise Moved(str(error)) from error
        if answer["type"] == "exception":
            raise DriverError(answer["exceptionDetails"]["text"])
        return answer["result"]["value"]

    def act(self, source: dict[str, Any]) -> None:
        self.firefox.command("input.performActions", context=self.context, actions=[source])

    def resize(self, width: int, height: int) -> None:
        self.firefox.command(
            "browsingContext.setViewport",
            context=self.context,
            viewport={"width": width, "height": height},
            devicePixelRatio=1,
        )

    def hear(self) -> None:
        self.firefox.command("session.status")


@contextlib.contextmanager
def start() -> Iterator[Firefox]:
    """Firefox with a profile of its own. Raises EngineMissing where there is none."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise EngineMissing("there is no Firefox on this machine; on Debian: sudo apt-get install firefox-esr")
    with contextlib.ExitStack() as stack:
        # Firefox may still write into its profile while it goes.
        profile = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)))
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        running = stack.enter_context(process(command))
        found = profile / "WebDriverBiDiServer.json"

        def address() -> dict[str, Any] | None:
            if running.poll() is not None:
                raise DriverError(f"{path} ended with {running.returncode} before it could be driven")
            text = found.read_text(encoding="utf-8") if found.exists() else ""
            return json.loads(text) if text.endswith("}") else None

        where = until(address, lambda: f"{path} did not say where it can be driven", 4 * PATIENCE)
        url = f"ws://{where['ws_host']}:{where['ws_port']}/session"
        # No proxy: it is on this machine. No limit: a page's text may be long.
        yield Firefox(stack.enter_context(connect(url, max_size=None, proxy=None, open_timeout=PATIENCE)))
