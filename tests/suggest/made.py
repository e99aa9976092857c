"""Tiny editions for the finders: two articles, each a few sentences, with what their editors recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.translation import source_hash
from jianzhu.commands import scaffold
from jianzhu.compile import compile_seeds
from jianzhu.storage.digest import sha256

BOTH = {"zh": "样例", "en": "specimen"}
#: The article that the finders work on, and the one that they learn from.
NEW, OLD = "new", "old"


@dataclass(frozen=True)
class Text:
    """An article: its sentences, each a block of its own, the translations of some, and what stands in its files."""

    sentences: Sequence[str]
    translations: Mapping[int, str] = field(default_factory=dict)
    marks: Sequence[Mapping[str, Any]] = ()
    notes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Seeds:
    """The article NEW beside OLD, the glossary, and the registers, in which both speak."""

    new: Text
    old: Text = Text(["别的。"])
    concepts: Mapping[str, Any] = field(default_factory=dict)
    events: Mapping[str, Any] = field(default_factory=dict)
    claims: Mapping[str, Any] = field(default_factory=dict)
    relations: Mapping[str, Any] = field(default_factory=dict)
    questions: Mapping[str, Any] = field(default_factory=dict)
    complete: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)


def concept(*labels: str, type: str = "idea", en: str = "") -> dict[str, Any]:
    """A concept called `labels` in Chinese, the first preferred."""
    name = {"zh-Hans": labels[0], "zh-Hant": labels[0], "en": en or f"Thing {labels[0]}"}
    return {"type": type, "prefLabel": name, "altLabel": list(labels[1:]), "definition": BOTH}


def quote(segment: str, words: str) -> dict[str, Any]:
    """The `words` in a sentence."""
    return {"segment": segment, "zh": {"exact": words}}


def event(segment: str, words: str, edtf: str, *concepts: str) -> dict[str, Any]:
    return {"edtf": edtf, "label": BOTH, "evidence": [quote(segment, words)], "concepts": list(concepts)}


def claim(segment: str, words: str, value: str, unit: str, subject: str | None = None) -> dict[str, Any]:
    fields = {
        "label": BOTH,
        "value": value,
        "unit": unit,
        "asOf": "2023",
        "assertedBy": BOTH,
        "target": quote(segment, words),
    }
    return fields | ({"subject": subject} if subject else {})


def compiled(root: Path, seeds: Seeds, status: str = "draft") -> tuple[Edition, Article]:
    """The edition of `seeds`, written below `root`, and its article NEW, which has the `status`."""
    (root / "pyproject.toml").write_text("", encoding="utf-8")
    languages = {"languages": dict(seeds.languages)} if seeds.languages else {}
    edition = {"title": BOTH, "line": BOTH, "modified": "2024-01-01", "complete": dict(seeds.complete), **languages}
    files: dict[str, Any] = {
        "edition.yml": edition,
        "glossary/all.yml": dict(sorted(seeds.concepts.items())),
        "events.yml": seeds.events,
        "claims.yml": seeds.claims,
        "relations.yml": seeds.relations,
        "questions.yml": seeds.questions,
    }
    for path, data in files.items():
        _write(root / "seeds" / path, data)
    for number, (slug, text) in enumerate(((OLD, seeds.old), (NEW, seeds.new)), 1):
        _write_article(root, slug, text, number, seeds.languages, status if slug == NEW else "draft")
    compilation = compile_seeds(root)
    assert compilation.edition, compilation.problems
    article = compilation.state_of(NEW).article
    assert article, compilation.state_of(NEW).problems
    return compilation.edition, article


def _write_article(root: Path, slug: str, text: Text, number: int, languages: Mapping[str, str], status: str) -> None:
    folder = root / "seeds/articles" / slug
    data = "\n".join(text.sentences).encode()
    chinese = languages.get("source", "zh") in ("zh", "lzh")
    _write(
        folder / "article.yml",
        {
            "number": number,
            "title": BOTH,
            "titleSource": "supplied",
            "date": "2023-07-31",
            "dateNote": BOTH,
            **({"script": "zh-Hans"} if chinese else {}),
            "status": status,
            "source": {"file": "source.txt", "encoding": "utf-8", "sha256": sha256(data)},
            "rights": BOTH,
            "description": BOTH,
        },
    )
    (folder / "source.txt").write_bytes(data)
    translations = f"{languages.get('translation', 'en')}.yml"
    for name, empty in (
        ("emendations.yml", []),
        ("segments.yml", {}),
        (translations, {}),
        ("notes.yml", {}),
        ("marks.yml", []),
    ):
        _write(folder / name, empty)
    scaffold.record_segments(root, slug, anyway=True)
    _write(folder / "notes.yml", text.notes)
    _write(folder / "marks.yml", list(text.marks))
    entries = {
        f"s{at}": {"source": source_hash(text.sentences[at - 1]), "text": words}
        for at, words in text.translations.items()
    }
    _write(folder / translations, entries)


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML
