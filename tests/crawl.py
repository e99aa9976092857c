"""Crawl: what a folder of pages asks for and where it leads, read from the files as a browser reads them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Attributes by which an element loads something, and those by which it leads somewhere.
LOADS = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("object", "data"), ("use", "href")}
LEADS = {("a", "href"), ("area", "href"), ("form", "action")}
#: What a <link> of these kinds names is fetched.
FETCHED = {"stylesheet", "icon", "preload", "prefetch", "manifest", "modulepreload", "shortcut"}
#: Buttons of the theme, written as links.
BUTTON = "javascript:void(0)"
CSS_URL = re.compile(r"""url\(\s*["']?(?!["']?data:)([^"')]+)""")
#: Names of vocabularies look like addresses and are not.
NAMESPACE = re.compile(r"http://www\.w3\.org/(?:2000/svg|1999/xhtml|1999/xlink|XML/1998/namespace|1998/Math/MathML)")
COMMENT = re.compile(r"/\*.*?\*/|(?:<|\\3c )!--.*?-->", re.DOTALL)
HOST = re.compile(r"https?://[\w.-]+")
RANGE = re.compile(r"(s\d+)-(s\d+)")
#: How a script of the bundle puts an element in its own place.
PUTS = "document.currentScript.outerHTML = "


def put(script: str) -> str | None:
    """The element that `script` puts in its own place, if it does."""
    return json.loads(script.removeprefix(PUTS).removesuffix(";")) if script.startswith(PUTS) else None


class Page(HTMLParser):
    """One page: the addresses it loads, those it leads to, the places within it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: set[str] = set()
        self.leads: set[str] = set()
        self.names: set[str] = set()
        self._script: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.names |= {values[name] for name in ("id", "name") if values.get(name)}
        for name, value in attributes:
            if (tag, name) in LOADS:
                self.loads.add(value)
            elif (tag, name) in LEADS:
                self.leads.add(value)
            elif name == "srcset":
                self.loads |= {part.split()[0] for part in value.split(",")}
            elif name == "style":
                self.loads |= set(CSS_URL.findall(value))
        if tag == "link":
            (self.loads if FETCHED & set(values["rel"].split()) else self.leads).add(values["href"])
        self._script = values.get("id") if tag == "script" else None

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self._script = None

    def handle_data(self, data):
        if self._script == "__config":
            self.loads.add(json.loads(data)["search"])


@dataclass
class Crawl:
    """All pages below `folder`; paths are relative to it."""

    folder: Path
    pages: dict[str, Page] = field(init=False)

    def __post_init__(self) -> None:
        self.files = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.pages = {
            name: Page((self.folder / name).read_text(encoding="utf-8"))
            for name in sorted(self.files)
            if name.endswith(".html")
        }
        self._feed_what_scripts_put()

    def _feed_what_scripts_put(self) -> None:
        scripts = {
            name: (self.folder / name).read_text(encoding="utf-8") for name in self.files if name.endswith(".js")
        }
        elements = {name: element for name, text in scripts.items() if (element := put(text))}
        for name, page in self.pages.items():
            for target in [self.target(name, url) for url in page.loads]:
                if target and target[0] in elements:
                    page.feed(elements[target[0]])

    def target(self, page: str, address: str) -> tuple[str, str] | None:
        """The file and the place in it that `address` on `page` leads to; None where it leads out of the folder."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        path = unquote(parts.path)
        steps = [*Path(page).parent.parts] if path else [page]
        for step in path.split("/") if path else ():
            if step == "..":
                if not steps:
                    return None
                steps.pop()
            elif step not in ("", "."):
                steps.append(step)
        return "/".join(steps), unquote(parts.fragment)

    @cached_property
    def outside(self) -> list[tuple[str, str]]:
        """What a page, a style or a script would ask of somewhere else: page and address."""
        found = [(name, url) for name, page in self.pages.items() for url in page.loads if not self.target(name, url)]
        for name in self.files:
            if name.endswith((".js", ".css", ".svg")):
                text = COMMENT.sub("", (self.folder / name).read_text(encoding="utf-8"))
                found += [(name, url) for url in HOST.findall(NAMESPACE.sub("", text))]
        return sorted(found)

    @cached_property
    def external(self) -> set[str]:
        """The addresses elsewhere that a reader may follow."""
        leads = ((name, url) for name, page in self.pages.items() for url in page.leads - {BUTTON})
        return {url for name, url in leads if not self.target(name, url)}

    @cached_property
    def dead(self) -> list[tuple[str, str]]:
        """Addresses within the folder at which nothing is: page and address."""
        found = []
        for name, page in self.pages.items():
            for url in page.loads | page.leads - {BUTTON}:
                target = self.target(name, url)
                if target and not self._there(*target):
                    found.append((name, url))
        for name in self.files:
            if name.endswith(".css"):
                urls = CSS_URL.findall((self.folder / name).read_text(encoding="utf-8"))
                found += [(name, url) for url in urls if not self._there(*(self.target(name, url) or ("", "")))]
        return sorted(found)

    def _there(self, file: str, place: str) -> bool:
        if not place or file not in self.pages:
            return file in self.files
        names = self.pages[file].names
        span = RANGE.fullmatch(place)
        return place in names or bool(span and set(span.groups()) <= names)

    @cached_property
    def links(self) -> int:
        """How many different addresses stand on how many pages, all told."""
        return sum(len(page.loads | page.leads) for page in self.pages.values())

    @cached_property
    def reached(self) -> set[str]:
        """The files that a reader comes to from index.html, with all that is loaded on the way."""
        reached, waiting = set(), ["index.html"]
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            page = self.pages.get(name)
            for url in (page.loads | page.leads) - {BUTTON} if page else ():
                if target := self.target(name, url):
                    waiting.append(target[0])
        return reached
