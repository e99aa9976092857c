"""The tiny editions as sites, opened from a folder as it is after unpacking."""

from __future__ import annotations

import shutil

import pytest
from jianzhu.site.build import make_site

from tests.editions.cases import each


@each
@pytest.mark.slow
def test_its_site_is_built_and_no_page_complains(case, tmp_path, page):
    """MkDocs is strict: what it warns of stops the build."""
    root = tmp_path / "edition"
    shutil.copytree(case.folder, root, ignore=shutil.ignore_patterns(".build", "site", "dist"))
    make_site(root, progress=lambda _: None)
    opened = [path for path in sorted((root / "site").rglob("*.html")) if path.name != "404.html"]
    assert root / f"site/en/articles/{case.slug}.html" in opened
    for path in opened:
        page.goto(path.as_uri())
        broken = page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
        assert broken == [], path
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path
    assert page.errors == []
