"""Shapes: articles of any length that have made, or could make, some step take more than its share of time."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from jianzhu.annotate.translation import source_hash
from jianzhu.storage.digest import sha256

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Shape:
    """An article: its seed, and what the editors wrote about it; `noted` are the words of a note and a mark each."""

    seed: str
    emended: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


def _run(unit: str, length: int) -> Shape:
    return Shape((unit * (length // len(unit) + 1))[:length])


@lru_cache(maxsize=1)
def _prose() -> str:
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds/articles").glob("*/source.txt")))
    return "".join("".join(texts).split("\n"))


def _noted(sentence: str, length: int) -> Shape:
    """Numbered sentences, each with an emendation, a note, and a mark that says which concept is meant."""
    numbers = range(1, max(2, length // len(sentence)))
    return Shape(
        "".join(sentence.format(number) for number in numbers),
        tuple(f"第{number}错" for number in numbers),
        tuple(f"模型{number}号" for number in numbers),
    )


_NO_STOPS = str.maketrans("。！？", "，，，")
#: An article of about `length` characters, by the name of its shape. Without full stops a line is one sentence.
SHAPES: Mapping[str, Callable[[int], Shape]] = {
    "commas": partial(_run, ","),
    "digits": partial(_run, "1"),
    "Chinese figures": partial(_run, "一"),
    "scale words": partial(_run, "亿"),
    "letters": partial(_run, "a"),
    "spaces": lambda length: Shape("中" + " " * length + "x"),
    "odd spaces": lambda length: Shape("中" + "\u2001\u3000" * (length // 2) + "x"),
    "full stops": partial(_run, "。"),
    "points": partial(_run, "."),
    "hashes": lambda length: Shape("中" + "#" * length + "x"),
    "brackets": partial(_run, "("),
    "pairs of brackets": partial(_run, "()"),
    "closing brackets": partial(_run, ")"),
    "quotation marks": partial(_run, "“"),
    "glosses": partial(_run, "(a"),
    "glosses on Chinese": partial(_run, "中(nè"),
    "entities and tags": partial(_run, "&#1<a"),
    "figures and dots": partial(_run, "1,1.1-1 to "),
    "dates": lambda length: Shape("".join(f"{2000 + n % 20}年{n % 12 + 1}月5元" for n in range(length // 9))),
    "empty lines": partial(_run, "\n"),
    "lines alike": partial(_run, "图片来源：视觉中国。作者摄\n"),
    "one paragraph": lambda length: Shape((_prose() * (length // len(_prose()) + 1))[:length]),
    "one sentence": lambda length: Shape((_prose() * (length // len(_prose()) + 1))[:length].translate(_NO_STOPS)),
    "noted lines": partial(_noted, "第{0}错句说的是模型{0}号。\n"),
    "noted sentence": partial(_noted, "第{0}错句说的是模型{0}号，"),
}


def write_project(root: Path, shape: Shape) -> None:
    """Write an edition with one article, of this shape, into the empty folder `root`."""
    article = root / "seeds/articles/shape"
    article.mkdir(parents=True)
    (root / "seeds/glossary").mkdir()
    data = shape.seed.encode()
    (article / "source.txt").write_bytes(data)
    both = {"zh": "样例。", "en": "A specimen."}
    files = {
        "seeds/edition.yml": (ROOT / "tests/edition/seeds/edition.yml").read_text(encoding="utf-8"),
        "seeds/articles/shape/article.yml": {
            "number": "1", "title": both, "titleSource": "supplied", "date": "2023-07-31", "dateNote": both,
            "script": "zh-Hans", "source": {"encoding": "utf-8", "sha256": sha256(data)}, "rights": both,
            "description": both,
        },
        "seeds/articles/shape/emendations.yml": [
            {"sic": sic, "corr": sic.replace("错", "正"), "reason": "typo", "cert": "high", "why": both}
            for sic in shape.emended
        ],
        "seeds/articles/shape/segments.yml": {},
        "seeds/articles/shape/en.yml": {},
        "seeds/articles/shape/notes.yml": {},
        "seeds/articles/shape/marks.yml": [],
        "seeds/glossary/shape.yml": {
            "model": {
                "type": "idea", "prefLabel": {"zh-Hans": "大模型", "zh-Hant": "大模型", "en": "large model"}, "definition": both,
            }
        },
        **{f"seeds/{name}.yml": {} for name in ("events", "claims", "relations", "questions")},
    }  # fmt: skip
    for path, data_of in files.items():
        (root / path).write_text(data_of if isinstance(data_of, str) else _yaml(data_of), encoding="utf-8")


def write_notes(root: Path, shape: Shape, segments: Mapping[str, str]) -> None:
    """Write the notes, marks and translations of `shape`, whose segments are recorded, into the edition at `root`."""
    article, both = root / "seeds/articles/shape", {"zh": "样例。", "en": "A specimen."}
    # Each segment holds its share of the noted words, in order.
    names = itertools.cycle(segments) if len(segments) > 1 else itertools.repeat(next(iter(segments), "s1"))
    targets = [{"segment": name, "zh": {"exact": words}} for name, words in zip(names, shape.noted, strict=False)]
    notes = {f"n{number}": {**target, "kind": "fact", "body": both} for number, target in enumerate(targets)}
    (article / "notes.yml").write_text(_yaml(notes), encoding="utf-8")
    (article / "marks.yml").write_text(_yaml([{**target, "concept": "model"} for target in targets]), encoding="utf-8")
    translations = {name: {"source": source_hash(text), "text": text} for name, text in segments.items()}
    (article / "en.yml").write_text(_yaml(translations), encoding="utf-8")


def _yaml(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=0)  # JSON is YAML
