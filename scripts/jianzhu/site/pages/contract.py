"""Contract page: what every field of the data means, from the schemas that are published beside the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.escape import Markdown, markdown_inline
from jianzhu.show.messages import messages
from jianzhu.site.data.contract import CONTRACT, DESCRIPTION, FILES, schema
from jianzhu.site.markup.page import fill

Schema = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class FieldRow:
    """A field as the page shows it."""

    name: str
    type: Markdown
    meaning: Markdown


@dataclass(frozen=True, kw_only=True)
class ObjectTable:
    """An object of the data: a row of the file `name`, or one of that name within rows."""

    name: str
    is_file: bool
    meaning: Markdown
    fields: tuple[FieldRow, ...]


def contract_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The page of the data contract, by path below the language's folder."""
    schemas = {name: schema(name, edition.kinds) for name in FILES}
    files = {name: _model(described) for name, described in schemas.items()}
    parts: dict[str, Schema] = {}
    for described in schemas.values():
        parts |= described.get("$defs", {})
    rows = {model["title"] for model in files.values()}
    return {
        "data.md": fill(
            "contract.md.j2",
            lang,
            version=CONTRACT,
            objects=[
                *(_table(name, model, lang, is_file=True) for name, model in files.items()),
                *(_table(_short(name), part, lang) for name, part in sorted(parts.items()) if name not in rows),
            ],
        )
    }


def _model(described: Schema) -> Schema:
    """The schema of a row of a file, or of its only object."""
    return described["$defs"][_name(described["items"])] if "items" in described else described


def _table(name: str, model: Schema, lang: Language, *, is_file: bool = False) -> ObjectTable:
    fields = (
        FieldRow(name=field, type=_type(value, lang), meaning=_prose(value[DESCRIPTION[lang]]))
        for field, value in model["properties"].items()
    )
    return ObjectTable(name=name, is_file=is_file, meaning=_prose(model[DESCRIPTION[lang]]), fields=tuple(fields))


def _type(value: Schema, lang: Language) -> Markdown:
    """The type of a value in words: alternatives, lists and maps of it, and null."""
    t = messages(lang)
    kinds = list(dict.fromkeys(_kinds(value.get("anyOf", [value]), lang)))
    told = Markdown(t["comma"].join(kinds))
    return Markdown(t.fill("or_null", type=told)) if {"type": "null"} in value.get("anyOf", ()) else told


def _kinds(options: list[Schema], lang: Language) -> Iterator[Markdown]:
    t = messages(lang)
    for option in options:
        match option:
            case {"$ref": _}:
                name = _short(_name(option))
                yield Markdown(f"[{name}](#{name.lower()})")
            case {"enum": values}:
                yield Markdown(t["comma"].join(f"`{one}`" for one in values))
            case {"type": "array", "items": items}:
                yield Markdown(t.fill("list_of", type=_type(items, lang)))
            case {"type": "object", "additionalProperties": values}:
                yield Markdown(t.fill("map_to", type=_type(values, lang)))
            case {"type": "integer"} if {"type": "number"} in options:
                continue
            case {"type": kind} if kind != "null":
                yield Markdown(t.word("DataType", kind))


def _prose(text: str) -> Markdown:
    """A description as Markdown: what stands between backquotes is code."""
    parts = text.split("`")
    return Markdown("".join(f"`{part}`" if at % 2 else markdown_inline(part) for at, part in enumerate(parts)))


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).removeprefix("#/$defs/")


def _short(name: str) -> str:
    return name.removesuffix("Datum")


PAGES = {"data.md": contract_page}
