"""Engines: an index of the same articles by each of the three, and the page that asks it."""

from __future__ import annotations

import multiprocessing
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.queues import Queue
from pathlib import Path
from types import SimpleNamespace

import material
from jianzhu.site.search import FOLDER
from jianzhu.site.search.index import Document, index_files
from jianzhu.site.theme.assets import SEARCH_PARTS, SEARCH_WORKER, bundle_assets
from material.plugins.search.plugin import SearchIndex

from bench import corpus

#: What a page has in all three: `ready` loads the engine, `ask` gives the paths found (the best ten with what is shown of them).
_PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"></head><body><script>
{script}
function number(path) {{ return +/a(\\d+)\\.html/.exec(path)[1]; }}
</script></body></html>
"""
_WORKER = """
function post(worker, message, type) {
  return new Promise(function (resolve) {
    worker.addEventListener("message", function listen(event) {
      if (event.data.type !== type) return;
      worker.removeEventListener("message", listen);
      resolve(event.data.data);
    });
    worker.postMessage(message);
  });
}
"""
_OWN = """
var worker;
async function ready() { worker = new Worker(new URL("assets/javascripts/search.js?zh", location).href); }
async function ask(text) {
  var found = await post(worker, {type: 2, data: text}, 3);
  return {best: found.items.map(function (item) { return number(item[0].location); })};
}
async function all(text) {
  // Of very many articles, one worker should not keep the texts of all questions.
  worker.terminate();
  await ready();
  for (var more = 25, found; !found || found.found.rest; more += 25) {
    found = await post(worker, {type: 2, data: text, more: more}, 3);
    if (found.found.failed) throw new Error("a file could not be loaded for " + text);
  }
  return found.items.map(function (item) { return number(item[0].location); });
}
"""
_PAGEFIND = """
var pagefind;
async function ready() { pagefind = await import("./pagefind/pagefind.js"); await pagefind.init(); }
async function ask(text) {
  var found = (await pagefind.search(text)).results;
  var best = await Promise.all(found.slice(0, 10).map(function (result) { return result.data(); }));
  window.kept = found;
  return {best: best.map(function (data) { return number(data.raw_url || data.url); })};
}
async function all(text) {
  var found = (await pagefind.search(text)).results;
  return Promise.all(found.map(async function (result) { return number((await result.data()).url); }));
}
"""
_MATERIAL = """
var worker;
async function ready() {
  worker = new Worker("worker.js");
  var index = await (await fetch("search_index.json")).json();
  index.options = {suggest: false};
  await post(worker, {type: 0, data: index}, 1);
}
async function ask(text) {
  var found = await post(worker, {type: 2, data: text}, 3);
  return {best: found.items.map(function (item) { return number(item[0].location); })};
}
async function all(text) { return (await ask(text)).best; }
"""


@dataclass(frozen=True)
class Engine:
    """A folder to serve, with bench.html in it, and the size of what its search reads, in bytes as they lie or travel."""

    name: str
    folder: Path


def write_own(folder: Path, articles: Iterable[Document]) -> Engine:
    """This site's index and worker."""
    place = folder / FOLDER
    place.mkdir(parents=True)
    for name, text in index_files(articles, ()):
        (place / name).write_text(text, encoding="utf-8")
    docs = Path(__file__).parents[2] / "docs"
    worker = bundle_assets(docs, {SEARCH_WORKER: SEARCH_PARTS})[SEARCH_WORKER]
    script = folder / SEARCH_WORKER
    script.parent.mkdir(parents=True)
    script.write_text(worker, encoding="utf-8")
    # From a folder, its stand-in for a worker is part of what is measured.
    shutil.copy(docs / "assets/javascripts/head/worker.js", folder / "frame.js")
    before = '<script>var jianzhu = {};</script><script src="frame.js"></script><script>'
    page = _PAGE.format(script=_WORKER + _OWN).replace("<script>", before, 1)
    (folder / "bench.html").write_text(page, encoding="utf-8")
    return Engine("Jianzhu", folder)


def build_own(folder: Path, stored: Path) -> tuple[Engine, float, int]:
    """This site's index of the articles in `stored`, with seconds and peak bytes of memory of a process that does only that."""
    context = multiprocessing.get_context("spawn")
    queue: Queue[tuple[float, int]] = context.Queue()
    process = context.Process(target=_build_own, args=(folder, stored, queue))
    process.start()
    seconds, memory = queue.get()
    process.join()
    return Engine("Jianzhu", folder), seconds, memory


def _build_own(folder: Path, stored: Path, queue: Queue[tuple[float, int]]) -> None:
    begun = time.monotonic()
    write_own(folder, corpus.stored(stored))
    # Not getrusage: what it tells of a process counts the one that started it, which has all articles in memory.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line.removeprefix("VmHWM:") for line in status if line.startswith("VmHWM:"))
    queue.put((time.monotonic() - begun, int(peak.removesuffix("kB")) * 1024))


def write_pages(folder: Path, articles: Iterable[Document]) -> None:
    """The articles as pages, for the engines that read pages."""
    (folder / "articles").mkdir(parents=True)
    for number, article in enumerate(articles):
        (folder / "articles" / f"a{number}.html").write_text(corpus.page(article), encoding="utf-8")


def write_pagefind(pages: Path) -> Engine:
    """Pagefind extended, run over `pages`, where its index comes to lie."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--glob", "articles/*.html", "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (pages / "bench.html").write_text(_PAGE.format(script=_PAGEFIND), encoding="utf-8")
    return Engine("Pagefind extended", pages)


def write_material(folder: Path, articles: Sequence[Document]) -> Engine:
    """Material's plugin and worker, with jieba and its settings for Chinese."""
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    separator = "[\\s\\u200b\\u3000\\-、。，．？！；]+"
    index = SearchIndex(lang=["en"], separator=separator, pipeline=["stemmer"], fields=fields)
    for number, article in enumerate(articles):
        content = corpus.page(article).partition("data-pagefind-body>")[2].partition("</main>")[0]
        index.add_entry_from_context(
            SimpleNamespace(meta={}, content=content, toc=[], url=f"articles/a{number}.html", title=article.zh)
        )
    folder.mkdir(parents=True)
    text = index.generate_search_index(None)
    (folder / "search_index.json").write_text(text, encoding="utf-8")
    scripts = Path(material.__file__).parent / "templates/assets/javascripts"
    shutil.copy(next(scripts.glob("workers/search.*.js")), folder / "worker.js")
    (folder / "bench.html").write_text(_PAGE.format(script=_WORKER + _MATERIAL), encoding="utf-8")
    return Engine("Material + jieba", folder)
