"""Contents: the files of the site that an offline reader needs, and the note that explains how to open them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from jianzhu.release.dist import Release
from jianzhu.show.escape import one_line

README = "README.txt"
_TEXT = Path(__file__).with_name("readme.txt")

#: Files that are left out, and why.
LEFT_OUT = {
    "*.map": "for debugging the theme",
    "404.html": "what a server answers",
    "sitemap.xml*": "for search engines",
    "assets/images/favicon.png": "Material’s own",
    "assets/images/reading.png": "a picture for the project’s README",
}

#: Kinds of files, for the table of sizes; the first matching pattern decides.
KINDS = {
    "pages": ("*.html",),
    "search": ("data/search*", "search/*", "assets/javascripts/search.js"),
    "data": ("data/*",),
    "scripts": ("*.js",),
    "styles": ("*.css",),
    "pictures": ("*.svg", "*.png", "*.webp", "*.jpg", "*.jpeg", "*.gif"),
    "notes": ("*",),
}


def site_files(site: Path) -> list[str]:
    """The paths below `site` of the files that belong into the bundle, sorted."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in paths if not any(fnmatchcase(path, pattern) for pattern in LEFT_OUT))


def kind_of(path: str) -> str:
    """The kind of the bundle's file `path`, one of KINDS."""
    return next(kind for kind, patterns in KINDS.items() if any(fnmatchcase(path, pattern) for pattern in patterns))


def readme(release: Release) -> tuple[str, bytes]:
    """Name and bytes of the note to the reader: UTF-8 with a byte order mark and CRLF, for the oldest of editors too."""
    title = release.record.title
    text = _TEXT.read_text(encoding="utf-8").format(
        zh=one_line(title.zh), en=one_line(title.en), version=release.version, stem=release.stem
    )
    return README, ("\ufeff" + text.replace("\n", "\r\n")).encode()
