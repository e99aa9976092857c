"""Places: no reference in any record is forgotten."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from jianzhu.source import records
from jianzhu.source.places import PLACES, mentions
from jianzhu.source.records import Record, terms
from jianzhu.source.ref import Ref
from jianzhu.source.yamlfile import read_yaml

#: The record of each file, or of each entry of it.
FILES: dict[str, Any] = {
    "edition.yml": records.EditionRecord,
    "glossary/*.yml": records.ConceptRecord,
    "events.yml": records.EventRecord,
    "claims.yml": records.ClaimRecord,
    "relations.yml": records.RelationRecord,
    "questions.yml": records.QuestionRecord,
    "articles/*/article.yml": records.ArticleRecord,
    "articles/*/emendations.yml": records.EmendationRecord,
    "articles/*/notes.yml": records.NoteRecord,
    "articles/*/marks.yml": records.MarkRecord,
}


def references(kind: Any, path: str = "", marked: bool = False) -> set[str]:
    """The paths, below a record, of the ids that it has."""
    marks = [getattr(one, "func", None) for one in getattr(kind, "__metadata__", ())]
    if kind is Ref or kind == terms.SegmentId or terms._slug in marks or terms._anchor in marks:
        return {path}
    if isinstance(kind, type) and issubclass(kind, Record):
        found: set[str] = set()
        for name, field in kind.model_fields.items():
            metadata = [getattr(one, "func", None) for one in field.metadata]
            own = f"{path}.{field.alias or name}".strip(".")
            found |= {own} if terms._slug in metadata else references(field.annotation, own)
            if field.annotation is str and any(
                getattr(one, "pattern", "") == r"^s[1-9][0-9]{0,6}$" for one in field.metadata
            ):
                found.add(own)
        return found
    inner = get_args(kind)
    several = getattr(kind, "__origin__", None) in (tuple, list)
    return {one for part in inner for one in references(part, f"{path}.*" if several else path)}


@pytest.mark.parametrize("file", FILES)
def test_every_id_in_a_record_has_its_place(file):
    # A source can be cited by its id alone, which its record reads as a citation.
    known = {
        place.path
        for place in PLACES
        if place.file == file and not place.path.endswith("@") and not place.path.endswith("sources.*")
    }
    entries = "" if file in ("edition.yml", "articles/*/article.yml") else "*."
    expected = {f"{entries}{path}" for path in references(FILES[file])}
    assert known == expected


def test_what_this_edition_names_is_found(root):
    file, _ = read_yaml(root, "seeds/events.yml")
    found = list(mentions("events.yml", file.data))
    assert {mention.what for mention in found} == {"event", "segment", "concept", "source"}
    assert len([mention for mention in found if mention.defines]) == len(file.data)
