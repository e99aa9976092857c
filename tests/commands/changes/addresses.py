"""Addresses: everything in a rendered edition that a link can lead to, and where the old ones of a changed edition lead."""

from __future__ import annotations

import re
from pathlib import Path

from jianzhu.compile import compile_publishable
from jianzhu.site.pages import render
from jianzhu.site.search import search_files

ANCHOR = re.compile(r'<a id="([^"]+)"|\bid="([^"]+)"|#([A-Za-z][\w-]*)(?: [^}\n]*)?\}')
#: Anchors of the page itself, and of what the editors never named.
PERMANENT = re.compile(r"s\d+|note-.*|event-.*|claim-.*|relation-.*")


def pages_of(root: Path) -> dict[str, str]:
    """The pages of the edition below `root` in English, by path."""
    edition = compile_publishable(root)[0]
    assert search_files(edition)
    return {path: text for path, text in render(edition).items() if path.startswith("en/")}


def anchors_of(text: str) -> set[str]:
    """The anchors in the Markdown `text`."""
    return {found.replace("&#45;", "-") for match in ANCHOR.finditer(text) for found in match.groups() if found}


def addresses_of(root: Path) -> set[str]:
    """Every address that the edition below `root` promises to keep: pages, sentences, notes, events, claims, relations."""
    found = set()
    for path, text in pages_of(root).items():
        if re.match(r"en/(articles|glossary|questions|apparatus)/", path) and not path.endswith("index.md"):
            found.add(path)
            if path.startswith("en/articles/"):
                found |= {f"{path}#{name}" for name in anchors_of(text) if PERMANENT.fullmatch(name)}
    register = {"timeline": "event-entry", "claims": "<tr"}
    for name, sign in register.items():
        page = f"en/{name}/index.md"
        text = pages_of(root)[page]
        ids = re.findall(rf'(?:class="{sign}[^"]*" id=|{sign} id=)"([^"]+)"', text)
        found |= {f"{page}#{one}" for one in ids}
    return found


def lost(root: Path, old: set[str]) -> list[str]:
    """Those of the addresses `old` that lead nowhere in the edition below `root`: neither is the place there, nor a page that
    leads on to a place that is, nor one that says that it is gone.
    """
    pages = pages_of(root)
    return sorted(address for address in old if not _leads(pages, *address.partition("#")[::2], 0))


def _leads(pages: dict[str, str], path: str, anchor: str, depth: int) -> bool:
    if path not in pages or depth > 9:
        return False
    text = pages[path]
    successor = re.search(r"\]\(([^)]+)\.md\)\{ #successor \}", text)
    if successor:
        own = re.search(rf"\]\((\S+)\.md#(\S+)\)\{{ #{re.escape(anchor)} \}}", text) if anchor else None
        folder = Path(path).parent
        if own:
            return _leads(
                pages,
                (folder / "x").parent.parent.joinpath(own[1].removeprefix("../")).as_posix() + ".md",
                own[2],
                depth + 1,
            )
        return _leads(pages, f"{folder.as_posix()}/{successor[1]}.md", anchor, depth + 1)
    gone = "was removed on" in text
    return gone or not anchor or anchor in anchors_of(text)
