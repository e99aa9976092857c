"""Sites: an edition as MkDocs builds it, strictly, with the theme and all plugins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.site.images import image_files
from jianzhu.site.pages import render
from jianzhu.site.publish import publish
from jianzhu.site.search import search_files

from tests.injections.editions import ROOT
from tests.project_copy import copy_project

#: The hook would render seeds/; what is published is to stay.
_MKDOCS = """
import jianzhu.site.plugin
jianzhu.site.plugin.build_if_changed = lambda *_: []
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", "site"])
"""


def build_site(edition: Edition, folder: Path) -> Path:
    """The site of `edition`, made in a copy of the project at `folder`. Raises CalledProcessError with what MkDocs says."""
    project = copy_project(ROOT, folder)
    publish(project, {**render(edition), **search_files(edition), **image_files(edition)})
    path = os.pathsep.join([str(project / "scripts"), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    try:
        subprocess.run(
            [sys.executable, "-c", _MKDOCS], cwd=project, env=environment, check=True, capture_output=True, text=True
        )
    except subprocess.CalledProcessError as error:
        error.add_note(error.stdout + error.stderr)
        raise
    return project / "site"
