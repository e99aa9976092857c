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
        """query => { window.answered = null;
          jianzhu.worker.addEventListener("message", function listen(event) {
            if (event.data.type !== 3 || event.data.data.found.query !== query) return;
            jianzhu.worker.removeEventListener("message", listen);
            const count = event.data.data.items.length;
            setTimeout(() => { window.answered = {count}; }, 20);
          });
          const box = document.querySelector(".md-search__input");
          box.value = "";
          box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
          box.value = query;
          box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true})); }""",
        query,
    )
    page.wait_for_function("window.answered")
    return listed(page, page.evaluate("window.answered.count"))


def listed(page, count: int) -> list[Hit]:
    """The whole list, of `count` pages: Material adds a few at a time as it is scrolled."""
    page.evaluate(
        """async count => { const list = document.querySelector(".md-search__scrollwrap"), begun = Date.now();
          while (list.querySelectorAll(".md-search-result__item").length < count) {
            if (Date.now() - begun > 20000) throw new Error(`the list does not come to ${count} pages`);
            // Material hears that the end is reached, not that it is reached again.
            for (const top of [0, list.scrollHeight]) {
              list.scrollTo(0, top);
              for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
            }
          }
          list.scrollTo(0, 0); }""",
        count,
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


def answer(page, query: str, more: int = 1) -> dict:
    """What the worker of the page answers to `query`: `items` for the list, and `found` beside it."""
    page.wait_for_function("jianzhu.worker")
    return page.evaluate(
        """([query, more]) => new Promise(resolve => {
            // Asked again until it is answered: the page itself may ask in between, and only the latest query has an answer.
            const ask = () => jianzhu.worker.postMessage({type: 2, data: query, more}), again = setInterval(ask, 2000);
            jianzhu.worker.addEventListener("message", function listen(event) {
                if (event.data.type !== 3 || event.data.data.found.query !== query) return;
                jianzhu.worker.removeEventListener("message", listen);
                clearInterval(again);
                resolve(event.data.data);
            });
            ask();
        })""",
        [query, more],
    )
