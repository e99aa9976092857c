"""The bundle in a reader's hands: unzipped into an odd folder that cannot be written, read by file:// with the network off.

Links and requests of all pages are read from the files; a page of every kind is opened in the browser. What readers do is done
online and there by the scenarios of tests/browser/engines.
"""

from __future__ import annotations

import itertools
import re
import subprocess
import zipfile
from fnmatch import fnmatchcase

import pytest
from jianzhu.release.bundle.contents import LEFT_OUT, README, site_files
from jianzhu.release.bundle.shared import FOLDER, ICONS

from tests.browser.console_errors import console_errors
from tests.browser.page_kinds import KINDS
from tests.browser.viewports import DESK
from tests.crawl import Crawl, put

LARGEST = 6_500_000
#: Files that no page names: notes, and what scripts load.
UNNAMED = re.compile(
    r"README\.txt|SHA256SUMS|data/(schema/)?build\.json|data/variants\.js|data/search.*|search/.*"
    r"|assets/javascripts/search/.*"
)


@pytest.fixture(scope="module")
def crawl(folder) -> Crawl:
    return Crawl(folder)


@pytest.fixture
def visit(browser):
    """Opens a page for a reader, online or not; at the end there were no errors, and no request but to `base`."""
    contexts, errors, requests, bases = [], [], [], []

    def open_page(base: str, **options):
        context = browser.new_context(viewport=DESK, **options)
        page = context.new_page()
        errors.append(console_errors(page))
        page.on("request", lambda request: requests.append(request.url))
        # What browsers ask a server for when they show a file that is no page.
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        contexts.append(context)
        bases.append(base)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [error for heard in errors for error in heard] == []
    assert [url for url in requests if not url.startswith((*bases, "data:", "blob:"))] == []


def base_of(folder) -> str:
    return folder.as_uri() + "/"


def test_the_bundle_is_small(bundle):
    assert bundle.stat().st_size <= LARGEST


def test_no_page_asks_for_anything_outside(crawl):
    assert crawl.outside == []


def test_no_link_and_no_anchor_is_dead(crawl):
    assert len(crawl.pages) > 800
    assert crawl.links > 30_000
    assert crawl.dead == []


def test_every_page_is_reached_from_the_first_and_nothing_is_there_that_is_not_used(crawl):
    assert [name for name in sorted(crawl.files - crawl.reached) if not UNNAMED.fullmatch(name)] == []


def test_what_is_left_out_is_all_that_is_missing(site, crawl):
    assert set(site_files(site)) <= crawl.files
    missing = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - crawl.files
    for name in missing:
        assert any(fnmatchcase(name, pattern) for pattern in LEFT_OUT), name


def test_every_page_says_what_it_says_on_line(site, folder, crawl):
    """What pages share is put back in its place: then they are the pages of the site, but for blanks between elements."""
    style = (folder / ICONS).read_text(encoding="utf-8")
    icons = dict(
        re.findall(r"\.icon-(\w+) \{ -webkit-mask-image: url\(\"data:image/svg\+xml,%3Csvg.*?path d='([^']*)'", style)
    )
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in (folder / FOLDER).glob("*.js")}

    def script(found: re.Match[str]) -> str:
        """The theme's settings, which the script puts into the page."""
        return put(scripts[found[1]])

    def squeezed(html: str) -> str:
        return re.sub(r"\s+", " ", html)

    for name in crawl.pages:
        html = (folder / name).read_text(encoding="utf-8")
        html = re.sub(rf'<link rel="stylesheet" href="[./]*{ICONS}">', "", html)
        html = re.sub(rf'<script src="[./]*{FOLDER}/(\w+)\.js"></script>', script, html)
        html = re.sub(
            r'<svg class="icon-(\w+)" (viewBox="[^"]*")>',
            lambda found: f'<svg xmlns="http://www.w3.org/2000/svg" {found[2]}><path d="{icons[found[1]]}"/>',
            html,
        )
        assert squeezed(html) == squeezed((site / name).read_text(encoding="utf-8")), name


def test_a_page_of_every_kind_opens_from_the_folder(visit, folder):
    base = base_of(folder)
    page = visit(base, offline=True)
    for path, lang in zip(KINDS, itertools.cycle(("", "en/")), strict=False):
        page.goto(base + lang + path)
        assert page.locator("h1").first.is_visible(), path


@pytest.mark.parametrize("path", ["articles/tortoise.html", "en/glossary/large-model.html", "en/timeline/index.html"])
def test_without_script_the_folder_reads_as_on_line(visit, server, folder, path):
    texts = []
    for base in (server, base_of(folder)):
        page = visit(base, java_script_enabled=False)
        page.goto(base + path)
        texts.append(page.inner_text("body"))
    assert len(texts[0]) > 3000
    assert texts[0] == texts[1]


def test_reading_leaves_no_trace_in_the_folder(bundle, folder):
    """Run after the others: the sums in the folder are still right, and nothing has come to them."""
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    result = subprocess.run(check, cwd=folder, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    with zipfile.ZipFile(bundle) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == names
    listed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    assert names - listed == {"SHA256SUMS"}


def test_the_note_to_the_reader_names_the_folder_in_both_languages(folder):
    note = (folder / README).read_bytes()
    assert note.startswith(b"\xef\xbb\xbf")
    assert note.count(b"\r\n") == note.count(b"\n")
    text = note.decode("utf-8-sig")
    assert text.count(folder.name) == 4
    assert "双击 index.html" in text
    assert "double-click index.html" in text
