"""Structure of a text in the data: its blocks, and what its author set apart. What says nothing is absent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from jianzhu.annotate.article import Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.site.data.contract import BlockDatum, InlineDatum
from jianzhu.text.structure import InlineKind

#: The marks that are the author’s own.
INLINES = frozenset(get_args(InlineKind))


def block_datum(block: TextBlock) -> BlockDatum:
    """A block as a row of an article’s `blocks`."""
    return BlockDatum(
        kind=block.kind,
        **_told(level=block.level, label=block.label, columns=block.columns),
        segments=tuple(sentence.ref for sentence in block.sentences),
    )


def sentence_fields(sentence: Sentence) -> dict[str, Any]:
    """The fields of a segment that tell where it stands in its block, and what is set apart in its texts."""
    return _told(
        line=sentence.line,
        cell=sentence.cell,
        inlines=_inlines(sentence.marks),
        translation_inlines=_inlines(sentence.translation_marks),
    )


def _inlines(marks: Iterable[Mark]) -> tuple[InlineDatum, ...]:
    own = sorted((mark for mark in marks if mark.kind in INLINES), key=lambda mark: (mark.start, -mark.end, mark.kind))
    return tuple(
        InlineDatum.model_validate({"kind": mark.kind, "start": mark.start, "end": mark.end, **_told(value=mark.ref)})
        for mark in own
    )


def _told(**fields: Any) -> dict[str, Any]:
    """Those of `fields` that say something."""
    return {name: value for name, value in fields.items() if value}
