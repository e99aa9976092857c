"""Engines: an index of the same articles by each of the three, and the page that asks it."""

from __future__ import annotations

import html
import multiprocessing
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from multiprocessing.queues import Queue
from pathlib import Path
from types import SimpleNamespace

import material
from jianzhu.site.search import FOLDER
from jianzhu.site.search.index import index_files
from jianzhu.site.theme.assets import SEARCH_PARTS, SEARCH_WORKER, bundle_assets
from material.plugins.search.plugin import SearchIndex

from bench import corpus

#: What a page has in all three: `ready` loads the engine, for readers of a language; `ask` gives the paths found (the best ten with
#: what is shown of them); `listed` the links of the list, as a reader sees it without opening anything: for each page that is
#: found its own, and then those to places on it.
PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"></head><body><script>
{script}
function number(path) {{ return +/a(\\d+)\\.html/.exec(path)[1]; }}
</script></body></html>
"""
WORKER = """
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
// As Material's list shows what a worker answers: lines that score less than the first are folded away.
function unfolded(items) {
  return items.map(function (lines) {
    var threshold = lines[0].score, places = lines.slice();
    var own = places.splice(lines.findIndex(function (line) { return !line.location.includes("#"); }), 1);
    var end = places.findIndex(function (line) { return line.score < threshold; });
    return own.concat(end < 0 ? places : places.slice(0, end)).map(function (line) { return line.location; });
  });
}
"""
_OWN = """
var worker;
async function ready(lang) {
  worker = new Worker(new URL("assets/javascripts/search.js?" + (lang || "zh"), location).href);
}
async function listed(text) {
  var found = await post(worker, {type: 2, data: text}, 3);
  if (found.found.error || found.found.failed) throw new Error(text + ": " + (found.found.error || "a file could not be loaded"));
  return unfolded(found.items);
}
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
// As Pagefind's own interface lists them: below each page the three places with the most hits, in their order.
async function listed(text) {
  var found = (await pagefind.search(text)).results.slice(0, 25);
  var pages = await Promise.all(found.map(function (result) { return result.data(); }));
  return pages.map(function (page) {
    var places = page.sub_results.filter(function (place) { return place.url !== page.url; });
    var best = places.slice().sort(function (one, other) { return other.locations.length - one.locations.length; }).slice(0, 3);
    var shown = places.filter(function (place) { return best.includes(place); });
    return [page.raw_url || page.url].concat(shown.map(function (place) { return place.url; }));
  });
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
async function listed(text) { return unfolded((await post(worker, {type: 2, data: text}, 3)).items); }
"""


@dataclass(frozen=True)
class Engine:
    """A folder to serve, with bench.html in it, and the size of what its search reads, in bytes as they lie or travel."""

    name: str
    folder: Path


def write_own(folder: Path, files: Iterable[tuple[str, str]]) -> Engine:
    """This site's worker, with the index of `files`: the name of each in the index's folder, and its text."""
    place = folder / FOLDER
    place.mkdir(parents=True)
    for name, text in files:
        (place / name).write_text(text, encoding="utf-8")
    docs = Path(__file__).parents[2] / "docs"
    worker = bundle_assets(docs, {SEARCH_WORKER: SEARCH_PARTS})[SEARCH_WORKER]
    script = folder / SEARCH_WORKER
    script.parent.mkdir(parents=True)
    script.write_text(worker, encoding="utf-8")
    # From a folder, its stand-in for a worker is part of what is measured.
    shutil.copy(docs / "assets/javascripts/head/worker.js", folder / "frame.js")
    before = '<script>var jianzhu = {};</script><script src="frame.js"></script><script>'
    page = PAGE.format(script=WORKER + _OWN).replace("<script>", before, 1)
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
    write_own(folder, index_files(corpus.stored(stored), ()))
    # Not getrusage: what it tells of a process counts the one that started it, which has all articles in memory.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line.removeprefix("VmHWM:") for line in status if line.startswith("VmHWM:"))
    queue.put((time.monotonic() - begun, int(peak.removesuffix("kB")) * 1024))


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Pages (path -> HTML), for the engines that read pages."""
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def write_pagefind(folder: Path) -> Engine:
    """Pagefind extended, run over the pages in `folder`, where its index comes to lie."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--glob", "**/*.html", "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (folder / "bench.html").write_text(PAGE.format(script=_PAGEFIND), encoding="utf-8")
    return Engine("Pagefind extended", folder)


def write_material(folder: Path, pages: Mapping[str, str]) -> Engine:
    """Material's plugin and worker over `pages` (path -> HTML), with jieba and its settings for Chinese."""
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    separator = "[\\s\\u200b\\u3000\\-、。，．？！；]+"
    index = SearchIndex(lang=["en"], separator=separator, pipeline=["stemmer"], fields=fields)
    for path, text in pages.items():
        title = html.unescape(text.partition("<title>")[2].partition("</title>")[0])
        content = text.partition("data-pagefind-body>")[2].partition("</main>")[0]
        index.add_entry_from_context(SimpleNamespace(meta={}, content=content, toc=[], url=path, title=title))
    folder.mkdir(parents=True)
    (folder / "search_index.json").write_text(index.generate_search_index(None), encoding="utf-8")
    scripts = Path(material.__file__).parent / "templates/assets/javascripts"
    shutil.copy(next(scripts.glob("workers/search.*.js")), folder / "worker.js")
    (folder / "bench.html").write_text(PAGE.format(script=WORKER + _MATERIAL), encoding="utf-8")
    return Engine("Material + jieba", folder)
