"""Directions: tiny editions in several pairs of languages, each with one article, a note, a mark and a concept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jianzhu.annotate.translation import source_hash
from jianzhu.storage.digest import sha256


@dataclass(frozen=True, kw_only=True)
class Direction:
    """A pair of languages, the sentences of its article with their translations, and the concept that both name.

    `lead` are the tags of the texts that lead on Chinese and on English pages.
    """

    source: str
    translation: str
    script: str
    title: tuple[str, str]
    sentences: tuple[tuple[str, str], ...]
    joint: str
    concept: dict[str, str]
    names: tuple[str, str]
    tags: tuple[str, str]
    lead: tuple[str, str]
    books: tuple[str, str]

    @property
    def id(self) -> str:
        return f"{self.source}-{self.script}-{self.translation}"


DIRECTIONS = (
    Direction(
        source="en", translation="zh", script="", title=("Walking", "散步"), joint=" ",
        sentences=(
            ("I speak for Nature, said Mr. Thoreau.", "梭罗说：我要为自然说一句话。"),
            ("It cost 28 dollars (a lot)!", "花了28美元（很多）！"),
        ),
        concept={"en": "Nature", "zh-Hans": "自然"}, names=("Nature", "自然"), tags=("en", "zh-Hans"),
        lead=("zh-Hans", "en"), books=("en", "zh-Hans"),
    ),
    Direction(
        source="lzh", translation="en", script="zh-Hant", title=("學而", "On Learning"), joint="",
        sentences=(
            ("子曰：「學而時習之，不亦說乎？」", "The Master said: “To learn and to practice, is it not a joy?”"),
            ("吾十有五而志于學。", "At fifteen I set my heart on learning."),
        ),
        concept={"zh-Hans": "时习", "zh-Hant": "時習", "en": "practice"}, names=("時習", "practice"),
        tags=("lzh-Hant", "en"), lead=("lzh-Hant", "en"), books=("zh-Hans", "en"),
    ),
    Direction(
        source="zh", translation="en", script="zh-Hant", title=("面對AI", "Facing AI"), joint="",
        sentences=(("國內涌現出238個大模型。", "238 large models appeared."), ("真的嗎？", "Really?")),
        concept={"zh-Hans": "大模型", "zh-Hant": "大模型", "en": "large model"}, names=("大模型", ""),
        tags=("zh-Hant", "en"), lead=("zh-Hant", "en"), books=("zh-Hans", "en"),
    ),
    Direction(
        source="ja", translation="en", script="", title=("雪国", "Snow Country"), joint="",
        sentences=(
            ("国境の長いトンネルを抜けると雪国であった。", "The train came out of the long tunnel into the snow country."),
            ("夜の底が白くなった,と彼は言った!", "The earth lay white under the night sky, he said!"),
        ),
        concept={"ja": "トンネル", "en": "tunnel"}, names=("トンネル", "tunnel"), tags=("ja", "en"),
        lead=("ja", "en"), books=("en", "en"),
    ),
    Direction(
        source="fr", translation="zh", script="", title=("Essais", "随笔"), joint=" ",
        sentences=(
            ("Que sais-je\u00a0? dit-il.", "他说：我知道什么？"),
            ("En 1580, il en fit sa devise (et pour cause)!", "1580年，他以此为座右铭！"),
        ),
        concept={"fr": "devise", "zh-Hans": "座右铭"}, names=("devise", "座右铭"), tags=("fr", "zh-Hans"),
        lead=("zh-Hans", "fr"), books=("zh-Hans", "zh-Hans"),
    ),
    Direction(
        source="ja", translation="fr", script="", title=("雪国", "Pays de neige"), joint="",
        sentences=(("雪国であった。", "C’était le pays de neige."), ("白い夜。", "Une nuit blanche.")),
        concept={"ja": "雪国", "fr": "pays de neige"}, names=("雪国", "pays de neige"), tags=("ja", "fr"),
        lead=("ja", "ja"), books=("zh-Hans", "zh-Hans"),
    ),
)  # fmt: skip


def write(root: Path, direction: Direction, top: str = "zh") -> Path:
    """The edition of `direction` below `root`, with pages in `top` at the top of the site; `root`."""
    source, translation = direction.source, direction.translation
    texts = [direction.title, *direction.sentences]
    data = "\n".join([direction.title[0], direction.joint.join(text for text, _ in direction.sentences)]).encode()
    title = {"zh": "题目", "en": "A Title"}
    for lang, text in zip((source, translation), direction.title, strict=True):
        title |= {lang: text} if lang in title else {}
    other = "en" if top == "zh" else "zh"
    files = {
        "edition.yml": f"""\
title: {{zh: 样例, en: A Specimen}}
line: {{zh: 样例。, en: A specimen.}}
modified: 2023-12-31
languages: {{source: {source}, translation: {translation}, interface: [{top}, {other}]}}
specimen: one:s2
""",
        "articles/one/article.yml": f"""\
number: 1
title: {{zh: "{title["zh"]}", en: "{title["en"]}"}}
titleSource: supplied
date: 1900
dateNote: {{zh: 样例。, en: A specimen.}}
{f"script: {direction.script}" if direction.script else ""}
source: {{file: source.txt, encoding: utf-8, sha256: {sha256(data)}}}
rights: {{zh: 样例。, en: A specimen.}}
description: {{zh: 样例。, en: A specimen.}}
""",
        "articles/one/emendations.yml": "[]\n",
        "articles/one/notes.yml": f"""\
word:
  segment: s2
  kind: background
  {source}: {{exact: "{direction.sentences[0][0][:3]}"}}
  {translation}: {{exact: "{direction.sentences[0][1][:3]}"}}
  body: {{zh: 注。, en: A note.}}
""",
        "articles/one/marks.yml": "[]\n",
        "articles/one/segments.yml": "blocks: []\n",
        "glossary/all.yml": f"""\
it:
  type: idea
  prefLabel: {{{", ".join(f'{tag}: "{name}"' for tag, name in direction.concept.items())}}}
  definition: {{zh: 释义。, en: A definition.}}
""",
        **{f"{name}.yml": "{}\n" for name in ("events", "claims", "relations", "questions")},
    }
    segments = {f"s{number}": text for number, (text, _) in enumerate(texts, 1)}
    # The record has the space in front of the next sentence.
    segments["s2"] += direction.joint
    files["articles/one/segments.yml"] = (
        "blocks:\n  - kind: heading\n    level: 1\n    segments:\n"
        f'      s1: "{segments["s1"]}"\n'
        f'  - kind: paragraph\n    segments:\n      s2: "{segments["s2"]}"\n      s3: "{segments["s3"]}"\nnext: 4\n'
    )
    files[f"articles/one/{translation}.yml"] = "".join(
        f'{name}: {{source: "{source_hash(segments[name])}", text: "{text}", status: reviewed}}\n'
        for name, (_, text) in zip(segments, texts, strict=True)
    )
    for name, text in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    (root / "seeds/articles/one/source.txt").write_bytes(data)
    return root
