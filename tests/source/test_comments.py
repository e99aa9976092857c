"""A ` #` in a text without quotes: what YAML drops as a comment is reported, what an editor means as one is not."""

from __future__ import annotations

import pytest
from jianzhu.source import yamlfile
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.source.yamlscanner import PlainLoader

LOST = [
    "text: He was #1 in class",
    "text: Version #2",
    "text: Version # 2",
    "zh: 第一 #二",
    "label: large models # 大模型",
    "- one two #three",
    "a: {exact: 算力 #1\n}",
    "why: because\n\n# fine\nzh: he said #this",
    "status: draft #1",
    "text: one\n  two #three",
]
KEPT = [
    "status: raw # not ready",
    "date: 2023~ # proposed: the page",
    "number: 4  # the fourth",
    "text: # to be written",
    "text: 'He was #1 in class'",
    'text: "one" # checked',
    "text: C#1 is a note",
    "text: |\n  He was #1 in class\n",
    "text: > # folded\n  words\n",
    "# a comment\ntext: words\n# another",
    "text: words\n  # below\n",
    "key: # behind a name\n  zh: 算力",
]


@pytest.fixture(params=["fast", "plain"])
def parser(request, monkeypatch):
    if request.param == "plain":
        monkeypatch.setattr(yamlfile, "_FAST", PlainLoader)


@pytest.mark.parametrize("text", LOST)
def test_text_that_is_lost_is_told_with_its_line(parser, text):
    _, problems = parse_yaml(text, "a.yml")
    assert [problem.code for problem in problems] == ["yaml-comment"]
    (line,) = (number for number, row in enumerate(text.split("\n"), 1) if " #" in row)
    assert problems[0].location.line == line


@pytest.mark.parametrize("text", KEPT)
def test_a_comment_is_one(parser, text):
    assert parse_yaml(text, "a.yml")[1] == []
