"""Evidence: where the articles say what a record holds."""

from __future__ import annotations

from collections.abc import Iterable

from jianzhu.source.records.terms import RemoteTarget
from jianzhu.source.ref import Ref


def segments_of(targets: Iterable[RemoteTarget]) -> tuple[Ref, ...]:
    """The sentences of `targets`, each once."""
    return tuple(dict.fromkeys(target.segment for target in targets))


def articles_of(targets: Iterable[RemoteTarget]) -> tuple[str, ...]:
    """The slugs of the articles of `targets`, each once."""
    return tuple(dict.fromkeys(target.segment.article for target in targets))
