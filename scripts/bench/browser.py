"""Browser: asks an engine's page in a headless Chromium: what it finds, how fast, and for how many bytes."""

from __future__ import annotations

import gzip
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, sync_playwright

from bench.corpus import Question
from bench.engines import Engine
from bench.server import SlowServer

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: The line of the first answer: bits a second, seconds before each answer.
LINE = (10_000_000, 0.05)
_COLD = """async (text) => { const begun = performance.now(); await ready(); await ask(text); return performance.now() - begun; }"""
_WARM = """async (texts) => {
  const times = [];
  for (const turn of [0, 1]) for (const text of texts) {
    const begun = performance.now();
    await ask(text);
    if (turn) times.push(performance.now() - begun);
  }
  return times;
}"""
_FOUND = """async ([texts, whole]) => {
  const found = [];
  for (const text of texts) found.push({best: (await ask(text)).best.slice(0, 10), all: whole ? await all(text) : null});
  return found;
}"""


_LISTED = """async (texts) => {
  const found = [];
  for (const text of texts) found.push(await listed(text));
  return found;
}"""


@dataclass(frozen=True)
class Quality:
    """`wanted` pairs of a question and an article that must be found, and how many were `missed`.

    Of the best ten of each answer, how many were `shown` in all and how many `right`.
    """

    wanted: int
    missed: int
    shown: int
    right: int

    @property
    def recall(self) -> float:
        return 1 - self.missed / self.wanted

    @property
    def precision(self) -> float:
        return self.right / self.shown if self.shown else 1.0


@dataclass(frozen=True)
class Speed:
    """Medians of a first answer, nothing loaded before, in milliseconds and bytes; 95th percentile of a repeated one."""

    first: float
    bytes: float
    warm: float


class Chromium:
    """The system's Chromium, as the page tests use it."""

    def __enter__(self) -> Self:
        self._playwright = sync_playwright().start()
        path = next(found for name in BROWSERS if (found := shutil.which(name)))
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        self._browser: Browser = self._playwright.chromium.launch(executable_path=path, args=flags)
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()

    def quality(self, engine: Engine, asked: Sequence[Question], local: bool = False) -> Quality:
        """What `engine` finds for each question; `local` opens its page from the folder, without a server."""
        texts = [question.text for question in asked]
        results = self._evaluate(engine, _FOUND, [texts, True], local)
        wanted = missed = shown = right = 0
        for question, result in zip(asked, results, strict=True):
            wanted += len(question.articles)
            missed += len(question.articles - set(result["all"]))
            shown += len(result["best"])
            right += len((question.articles | question.others) & set(result["best"]))
        return Quality(wanted, missed, shown, right)

    def listed(self, engine: Engine, texts: Sequence[str], lang: str) -> list[list[list[str]]]:
        """What `engine` lists for each of `texts` to readers of `lang`: links below links to pages, from top to bottom."""
        found: list[list[list[str]]] = self._evaluate(engine, _LISTED, list(texts), local=False, lang=lang)
        return found

    def speed(self, engine: Engine, cold: Sequence[Question], warm: Sequence[Question]) -> Speed:
        """First answers over the slow LINE, each in a browser that knows nothing; repeated ones over a fast one."""
        times, sizes = [], []
        for question in cold:
            server = SlowServer(engine.folder, *LINE)
            time = self._open(server.address + "bench.html", _COLD, question.text)
            times.append(time)
            sizes.append(server.sent)
            server.close()
        repeated = self._evaluate(engine, _WARM, [question.text for question in warm], local=False)
        return Speed(statistics.median(times), statistics.median(sizes), statistics.quantiles(repeated, n=20)[-1])

    def _evaluate(self, engine: Engine, script: str, argument: Any, local: bool, lang: str = "zh") -> Any:
        script = script.replace("=> {", f"=> {{ await ready('{lang}');", 1)
        if local:
            return self._open((engine.folder / "bench.html").as_uri(), script, argument)
        server = SlowServer(engine.folder)
        try:
            return self._open(server.address + "bench.html", script, argument)
        finally:
            server.close()

    def _open(self, address: str, script: str, argument: Any) -> Any:
        context = self._browser.new_context()
        try:
            page = context.new_page()
            page.goto(address)
            return page.evaluate(script, argument)
        finally:
            context.close()


def travelling_size(folder: Path, suffix: str = ".js") -> int:
    """Bytes of all files in `folder`, compressed one by one."""
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in folder.rglob(f"*{suffix}"))
