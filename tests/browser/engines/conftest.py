"""The engines while the tests run, and the table of what was found in them."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.engines import firefox, webkit
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.scenarios import ENGINES, SCENARIOS, Scenario

PLACES = ("http", "folder")
STARTED = {"firefox": firefox.start, "webkit": webkit.start}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every scenario in every engine that can do it, from both places; in the short form, Chromium does all of them."""
    if "scenario" not in metafunc.fixturenames:
        return
    whole = metafunc.config.getoption("--engines")
    rows = [
        pytest.param(engine, place, scenario, id=f"{engine}-{place}-{scenario.name}")
        for engine in ENGINES
        for scenario in SCENARIOS
        for place in PLACES
        if engine in scenario.engines and (whole or scenario.short or engine == "chromium")
    ]
    metafunc.parametrize(("engine", "place", "scenario"), rows)


@pytest.fixture(scope="session")
def engine_of(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Any]]:
    """The engine of a name, started when it is first asked for. A missing one fails the test that asks."""
    running: dict[str, Any] = {}
    with contextlib.ExitStack() as stack:

        def get(name: str) -> Any:
            if name not in running:
                if name == "chromium":
                    running[name] = Chromium(request.getfixturevalue("browser"))
                else:
                    running[name] = stack.enter_context(STARTED[name]())
            return running[name]

        yield get


@pytest.fixture
def answer(engine_of, server, folder, once) -> Callable[[Scenario, str, str], Any]:
    """What an engine gives in a scenario from a place, as JSON keeps it; asked once for all that want to know. The page has no
    error, and asks for nothing but what is at that place."""
    bases = {"http": server, "folder": folder.as_uri() + "/"}

    def asked(scenario: Scenario, engine: str, place: str) -> Any:
        def note(there: Path) -> None:
            base = bases[place]
            with engine_of(engine).page(offline=place == "folder") as page:
                given = scenario.does(page, base)
                assert page.errors == []
                assert [url for url in page.requests if not url.startswith((base, "data:", "blob:"))] == []
            there.mkdir()
            (there / "answer.json").write_text(json.dumps(given), encoding="utf-8")

        noted = once(f"answer {engine} {place} {scenario.name}", note)
        return json.loads((noted / "answer.json").read_text(encoding="utf-8"))

    return asked


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A table: a line for every scenario, a column for every engine and place."""
    found: dict[str, dict[str, str]] = {}
    for outcome, word in (("passed", "ok"), ("failed", "failed"), ("error", "failed")):
        for report in terminalreporter.stats.get(outcome, []):
            if match := re.search(r"\[(\w+)-(\w+)-(\w+)\]$", report.nodeid):
                found.setdefault(match[3], {})[f"{match[1]} {match[2]}"] = word
    if not found:
        return
    columns = [f"{engine} {place}" for engine in ENGINES for place in PLACES]
    width = max(map(len, found))
    terminalreporter.section("scenarios")
    terminalreporter.write_line(" " * width + "  " + "  ".join(columns))
    for name in (scenario.name for scenario in SCENARIOS if scenario.name in found):
        cells = [found[name].get(column, "-").ljust(len(column)) for column in columns]
        terminalreporter.write_line(f"{name:{width}}  {'  '.join(cells)}".rstrip())
    terminalreporter.write_line("- was not asked: tests/browser/engines/scenarios.py says why an engine cannot do it")
