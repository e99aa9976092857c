"""Render: everything that is generated from seeds/: pages, data and the search index."""

from __future__ import annotations

from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.compile import Each, compile_publishable
from jianzhu.site.images import image_files
from jianzhu.site.pages import render
from jianzhu.site.publish import generated_folder, publish
from jianzhu.site.search import search_files
from jianzhu.source.problems import Problem
from jianzhu.storage.digest import engine_digest, folder_digest
from jianzhu.storage.files import restore_folder
from jianzhu.storage.lock import one_at_a_time
from jianzhu.storage.transaction import Report, report_to_stderr


def build(root: Path, each: Each = map, report: Report = report_to_stderr) -> list[Problem]:
    """Render the edition below `root` into its folder of generated files. Returns the editorial problems; raises EditionError
    for fatal ones. What happens on the way (waiting for another command) goes to `report`.

    Nothing is written before everything is gathered and checked: a failed build leaves the folder as it was.
    """
    with one_at_a_time(root, "pages", report):
        restore_folder(generated_folder(root))
        edition, problems = compile_publishable(root, each)
        publish(root, {**render(edition), **search_files(edition), **image_files(edition)})
        _latest[root] = edition
        return problems


def built_edition(root: Path) -> Edition:
    """The edition that this process has built last, or that of seeds/ as they are."""
    return _latest.get(root) or compile_publishable(root)[0]


def build_if_changed(root: Path, report: Report = report_to_stderr) -> list[Problem]:
    """`build`, unless this process has built the same seeds already; then no problems are reported again."""
    digest = folder_digest(root, "seeds") + engine_digest()
    if _built.get(root) == digest:
        return []
    problems = build(root, report=report)
    _built[root] = digest
    return problems


#: What this process has rendered: project root -> digest of its seeds, and what was made of them.
_built: dict[Path, str] = {}
_latest: dict[Path, Edition] = {}
