"""Asks the search box and reads its list, for whatever test needs it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Hit:
    """One line of the list: `path` without query and anchor, what is marked, and the tags below it."""

    title: str
    text: str
    href: str
    tags: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def path(self) -> str:
        return urlsplit(self.href).path

    @property
    def anchor(self) -> str:
        return urlsplit(self.href).fragment


def open_search(page) -> None:
    """Open the search, as one does on a wide screen or on a phone."""
    if page.evaluate("document.querySelector('#__search').checked"):
        return
    wide = page.evaluate("innerWidth >= 960")
    page.click(".md-search__input" if wide else "label.md-header__button[for=__search]")


def ask(page, query: str) -> list[Hit]:
    """What the list shows for `query`, all of it, when the answer to this very query is there."""
    open_search(page)
    page.evaluate(
        """query => { window.answered = false;
          jianzhu.worker.addEventListener("message", function listen(event) {
            if (event.data.type !== 3 || event.data.data.found.query !== query) return;
            jianzhu.worker.removeEventListener("message", listen);
            setTimeout(() => { window.answered = true; }, 20);
          });
          const box = document.querySelector(".md-search__input");
          box.value = "";
          box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
          box.value = query;
          box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true})); }""",
        query,
    )
    page.wait_for_function("window.answered")
    # Material adds a few results at a time as the list is scrolled.
    page.evaluate(
        """async () => { const list = document.querySelector(".md-search__scrollwrap");
          for (let before = -1; before !== list.scrollHeight;) { before = list.scrollHeight; list.scrollTo(0, before);
            await new Promise(resolve => setTimeout(resolve, 60)); }
          list.scrollTo(0, 0); }"""
    )
    rows = page.evaluate(
        """() => Array.from(document.querySelectorAll(".md-search-result__link"), link => ({
          title: link.querySelector("h1, h2").textContent,
          text: Array.from(link.querySelectorAll("article > span"), part => part.textContent).join(" "),
          href: link.href,
          tags: Array.from(link.querySelectorAll(".md-tag"), tag => tag.textContent),
          marks: Array.from(link.querySelectorAll("mark"), mark => mark.textContent) }))"""
    )
    return [Hit(row["title"], row["text"], row["href"], tuple(row["tags"]), tuple(row["marks"])) for row in rows]


def notes(page) -> list[str]:
    """What is said above the results."""
    return page.locator(".finder-note").all_inner_texts()
