"""Notation: sentences of the showcase, in which ⟨kind=value|words⟩ is a mark of the author, an editor or a rule on words."""

from __future__ import annotations

import re

from jianzhu.annotate.article import Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.source.ref import Ref

_TOKEN = re.compile(r"⟨(\w+)(?:=([^|⟨⟩]*))?\||⟩")


def read(written: str) -> tuple[str, tuple[Mark, ...]]:
    """The text that is `written`, and the marks on it."""
    text, at = "", 0
    marks: list[Mark] = []
    opened: list[tuple[int, str, str]] = []
    for token in _TOKEN.finditer(written):
        text += written[at : token.start()]
        at = token.end()
        if token[1]:
            opened.append((len(text), token[1], token[2] or ""))
        else:
            start, kind, ref = opened.pop()
            marks.append(Mark(start, len(text), kind, ref))
    assert not opened, written
    return text + written[at:], tuple(marks)


class Writer:
    """Writes the blocks of the article `slug`, whose sentences are counted."""

    def __init__(self, slug: str) -> None:
        self.slug, self.count = slug, 0

    def block(self, kind: str, *pairs: tuple[str, str | None], level: int | None = None, label: str = "") -> TextBlock:
        """A block of sentences, each in Chinese and in English; None for what is not translated.

        A tab ends the cell of a row, and a line feed at the end of a sentence a line of verse.
        """
        if kind == "table":
            return self._row(pairs, label)
        sentences, line = [], 0
        for zh, en in pairs:
            verse = zh.rstrip("\n") if kind == "verse" else zh
            sentences.append(self._sentence(verse, en and en.rstrip("\n") if kind == "verse" else en, line=line))
            line += zh.count("\n") if kind == "verse" else 0
        return TextBlock(kind, level, tuple(sentences), label)

    def _row(self, pairs: tuple[tuple[str, str | None], ...], label: str) -> TextBlock:
        sentences, cell = [], 0
        for zh, en in pairs:
            for number, (one, other) in enumerate(zip(zh.split("\t"), (en or "").split("\t"), strict=True)):
                cell += number > 0
                if one:
                    sentences.append(self._sentence(one, other, cell=cell))
        return TextBlock("table", None, tuple(sentences), label, cell + 1)

    def _sentence(self, zh: str, en: str | None, line: int = 0, cell: int = 0) -> Sentence:
        self.count += 1
        (text, marks), (translation, own) = read(zh), read(en or "")
        return Sentence(
            id=f"s{self.count}",
            ref=Ref(self.slug, f"s{self.count}"),
            text=text,
            marks=marks,
            translation=translation if en is not None else None,
            translation_marks=own,
            translation_status="missing" if en is None else "reviewed",
            dismissed=(),
            line=line,
            cell=cell,
        )
