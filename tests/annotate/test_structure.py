"""A text's own structure, from extract.yml to the article, the data and the search."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest
from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import coverage
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.commands import cli
from jianzhu.compile import compile_edition
from jianzhu.site.data.data import data_files
from jianzhu.site.data.downloads import csv_files
from jianzhu.site.search.documents import edition_documents
from jianzhu.source.problems import Problem

EXTRACT = """\
tool: by hand
version: "1"
blocks:
  - {kind: heading, level: 1, text: 第一期}
  - kind: paragraph
    text: "百度见百度百科,好。小米用a,b做[1]。"
    inlines:
      - {kind: link, start: 3, end: 7, value: "https://e.com/百度"}
      - {kind: strong, start: 5, end: 13}
      - {kind: code, start: 13, end: 16}
      - {kind: footnote, start: 17, end: 20, value: n1}
  - {kind: verse, text: "床前明月光，\\n疑是地上霜。"}
  - {kind: table, label: header, text: "名称\\t数量"}
  - {kind: table, text: "小米。很好。\\t\\t2023年3家"}
  - {kind: code, label: python, text: "小米,百度 = 2023年\\n\\n  3家"}
  - {kind: figure, label: a.png, text: 一张图}
  - {kind: figure, label: b.png}
  - {kind: caption, text: 图的说明。}
  - {kind: separator}
  - {kind: dialogue, text: "小米：走吧。", inlines: [{kind: speaker, start: 0, end: 2}]}
  - {kind: footnote, label: n1, text: 脚注。}
"""
ARTICLE = """\
number: 2
title: {{zh: 第一期, en: First}}
titleSource: seed
date: 2024-01-01
dateNote: {{zh: 样例。, en: A specimen.}}
script: zh-Hans
source: {{file: source.html, format: html, encoding: utf-8, sha256: {sha256}, extraction: {extraction}}}
rights: {{zh: 样例。, en: A specimen.}}
description: {{zh: 样例。, en: A specimen.}}
images:
  - {{file: a.png, from: a.png, omitted: {{zh: 无。, en: None.}}}}
  - {{file: b.png, from: b.png, omitted: {{zh: 无。, en: None.}}}}
"""
TRANSLATIONS = {
    "s1": ("First", ""),
    "s2": ("Baidu, see the Baidu encyclopedia, is good.", '["Baidu encyclopedia", encyclopedia]'),
    "s3": ("Xiaomi made it by a,b[1].", "[~]"),
    "s4": ("Bright moon,", ""),
    "s5": ("white frost.", ""),
    "s6": ("Name", ""),
    "s7": ("Number", ""),
    "s8": ("Xiaomi.", ""),
    "s9": ("Very good.", ""),
    "s10": ("In 2023, 3", ""),
    "s12": ("A picture", ""),
    "s13": ("What it is.", ""),
    "s14": ("Xiaomi: Go.", "[Xiaomi]"),
    "s15": ("A footnote.", ""),
}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def put(small: Path, extract: str = EXTRACT) -> Path:
    folder = small / "seeds/articles/letter"
    folder.mkdir()
    (folder / "source.html").write_text("<p>", encoding="utf-8")
    (folder / "extract.yml").write_text(extract, encoding="utf-8", newline="")
    record = ARTICLE.format(sha256=digest("<p>"), extraction=digest(extract))
    for name, text in {"article": record, "segments": "blocks: []", "en": "{}", "notes": "{}"}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    for name in ("emendations", "marks"):
        (folder / f"{name}.yml").write_text("[]", encoding="utf-8")
    assert cli.main(["--root", str(small), "segments", "letter", "--anyway"]) == 0
    return folder


@pytest.fixture
def letter(small) -> tuple[Edition, Article, list[Problem]]:
    """The edition with the letter, translated."""
    folder = put(small)
    assert cli.main(["--root", str(small), "translation", "letter"]) == 0
    texts = dict(TRANSLATIONS)
    lines = []
    for line in (folder / "en.yml").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith(" "):
            name = line.rstrip(":")
        if line.startswith("  text:"):
            text, marks = texts.pop(name)
            lines.append(f"  text: {json.dumps(text)}" + (f"\n  marks: {marks}" if marks else ""))
        else:
            lines.append(line)
    assert not texts, "an entry is missing"
    (folder / "en.yml").write_text("\n".join(lines), encoding="utf-8")
    edition, problems = compile_edition(small)
    own = [problem for problem in problems if "/letter/" in problem.location.path]
    return edition, edition.by_slug["letter"], own


def told(text: str, marks: tuple[Mark, ...]) -> list[str]:
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind))
    return [f"{mark.kind} {text[mark.start : mark.end]} {mark.ref}".strip() for mark in ordered]


def test_the_blocks_and_what_stands_in_them(letter):
    _, article, _ = letter
    assert [(block.kind, block.level, block.label, block.columns) for block in article.blocks] == [
        ("heading", 1, "", 0),
        ("paragraph", None, "", 0),
        ("verse", None, "", 0),
        ("table", None, "header", 2),
        ("table", None, "", 3),
        ("code", None, "python", 0),
        ("figure", None, "a.png", 0),
        ("figure", None, "b.png", 0),
        ("caption", None, "", 0),
        ("separator", None, "", 0),
        ("dialogue", None, "", 0),
        ("footnote", None, "n1", 0),
    ]
    row = article.blocks[4]
    assert [[sentence.text for sentence in cell] for cell in row.cells] == [["小米。", "很好。"], [], ["2023年3家"]]
    assert [sentence.line for sentence in article.blocks[2].sentences] == [0, 1]


def test_the_marks_of_both_texts(letter):
    edition, _, _ = letter
    sentences = {sentence.id: sentence for ref, sentence in edition.sentences.items() if ref.article == "letter"}
    two, three, last = sentences["s2"], sentences["s3"], sentences["s14"]
    assert two.text == "百度见百度百科，好。"
    assert told(two.text, two.marks) == [
        "concept 百度 baidu",
        "link 百度百科 https://e.com/百度",
        "concept 百度 baidu",
        "strong 百科，好。",
    ]
    assert "link Baidu encyclopedia https://e.com/百度" in told(two.translation, two.translation_marks)
    assert "strong encyclopedia" in told(two.translation, two.translation_marks)
    assert [mark for mark in told(three.text, three.marks) if "concept" not in mark] == [
        "strong 小米用",
        "code a,b",
        "footnote [1] n1",
    ]
    assert [mark for mark in told(three.translation, three.translation_marks) if "concept" not in mark] == [
        "code a,b",
        "footnote [1] n1",
    ]
    assert "speaker Xiaomi" in told(last.translation, last.translation_marks)


def test_code_is_printed_once_and_never_read(letter):
    edition, article, problems = letter
    code = article.blocks[5].sentences[0]
    assert code.text == code.translation == "小米,百度 = 2023年\n\n  3家"
    assert (code.marks, code.translation_marks, code.translatable) == ((), (), False)
    assert coverage(article).segments == coverage(article).translated == 14
    assert [problem.code for problem in problems] == ["date-open", "quantity-open"]
    assert len(edition.sentences) == 5 + 15


def test_the_data_has_it_all(letter):
    edition, _, _ = letter
    files = data_files(edition)
    for name in ("articles", "segments"):
        jsonschema.validate(json.loads(files[f"data/{name}.json"]), json.loads(files[f"data/schema/{name}.json"]))
    article = next(row for row in json.loads(files["data/articles.json"]) if row["id"] == "letter")
    assert article["blocks"][4] == {
        "kind": "table",
        "columns": 3,
        "segments": ["letter:s8", "letter:s9", "letter:s10"],
    }
    assert article["blocks"][7] == {"kind": "figure", "label": "b.png", "segments": []}
    rows = {row["id"]: row for row in json.loads(files["data/segments.json"])}
    assert rows["letter:s2"]["inlines"] == [
        {"kind": "link", "start": 3, "end": 7, "value": "https://e.com/百度"},
        {"kind": "strong", "start": 5, "end": 10},
    ]
    assert [inline["kind"] for inline in rows["letter:s3"]["translationInlines"]] == ["code", "footnote"]
    assert (rows["letter:s5"]["line"], rows["letter:s10"]["cell"]) == (1, 2)
    assert not {"line", "cell", "inlines", "translationInlines"} & set(rows["letter:s1"])
    assert "letter" in csv_files(files)["data/segments.csv"]


def test_whatever_has_words_is_found(letter):
    edition, _, _ = letter
    document = next(document for document in edition_documents(edition) if "letter" in document.path)
    found = {row.zh for row in (*document.rows, *document.headings)}
    assert {"一张图", "图的说明。", "脚注。", "小米,百度 = 2023年\n\n  3家", "床前明月光，", "数量"} <= found


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (
            "value: n1",
            "value: n2",
            ["s3: the sign '[1]' leads to the footnote 'n2'", "no sign leads to the footnote 'n1'"],
        ),
        (
            "label: n1",
            "label: n2",
            ["s3: the sign '[1]' leads to the footnote 'n1'", "no sign leads to the footnote 'n2'"],
        ),
        (
            "{kind: separator}",
            "{kind: footnote, label: n1, text: 又}",
            ["the label 'n1' is that of another footnote too"],
        ),
        ("{kind: separator}", "{kind: separator}", []),
    ],
)
def test_signs_and_footnotes_find_each_other(small, old, new, wrong):
    put(small, EXTRACT.replace(old, new))
    _, problems = compile_edition(small)
    found = [problem.wrong for problem in problems if problem.code == "footnote-unmatched"]
    assert len(found) == len(wrong)
    assert all(any(begun in one for one in found) for begun in wrong), found


@pytest.mark.parametrize(
    ("old", "new", "line"), [("第一期", "第\ufffd期", 4), ("疑是", "疑\ufffd", 12), ("脚注。", "脚\ufffd。", 21)]
)
def test_damage_is_found_where_it_was_read_out_of_the_file(small, old, new, line):
    put(small, EXTRACT.replace(old, new))
    _, problems = compile_edition(small)
    places = [str(problem.location) for problem in problems if problem.code == "damage"]
    assert places == [f"seeds/articles/letter/extract.yml:{line}"]
