"""Search: what the search box looks through, as one classic script that also loads from a folder.

Rows are sentences, concepts and events in both languages; `docs/assets/javascripts/search.js` folds and scans them.
"""

from __future__ import annotations

import json
from typing import Any

from edition.characters import fold_script
from edition.relate import Edition

#: The Unified Ideographs block, whose traditional characters a reader may type for simplified ones and the reverse.
_HAN = range(0x4E00, 0xA000)


def search_file(edition: Edition) -> dict[str, str]:
    """data/search.js: a call of `__edition` with

    `fold`: pairs of characters, the second standing for the first; `pages`: [path, title in zh, title in en];
    `rows`: [page, anchor, text in zh, text in en]; `concepts`: [page, labels], by which one name finds the others.
    """
    pages: list[list[str]] = []
    rows: list[list[Any]] = []
    concepts: list[list[Any]] = []
    for article in edition.articles:
        title = article.record.title
        pages.append([f"articles/{article.slug}.html", title.zh, title.en])
        rows += [[len(pages) - 1, s.id, s.text, s.translation or ""] for s in article.sentences]
    for name, concept in edition.concepts.items():
        pages.append([f"glossary/{name}.html", concept.pref_label.zh_hans, concept.pref_label.en])
        rows.append([len(pages) - 1, "", concept.definition.zh, concept.definition.en])
        concepts.append([len(pages) - 1, list(concept.labels)])
    pages.append(["timeline/index.html", "年表", "Timeline"])
    rows += [
        [len(pages) - 1, name, edition.events[name].label.zh, edition.events[name].label.en]
        for name in edition.timeline
    ]
    content = {"fold": fold_pairs(), "pages": pages, "rows": rows, "concepts": concepts}
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for character in "<\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return {"data/search.js": f"__edition({written});\n"}


def fold_pairs() -> str:
    """Every traditional character and its simplified form, one after the other, as one text."""
    return "".join(
        f"{character}{folded}" for code in _HAN if (folded := fold_script(character := chr(code))) != character
    )
