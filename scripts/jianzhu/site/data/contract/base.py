"""Base: what all files of the contract have in common: how a field is described, a text in two languages, words in a sentence."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

from jianzhu.language import Language
from jianzhu.source.ref import Ref

#: The keys of a schema under which it is described in each language.
DESCRIPTION = {Language.ZH: "x-description-zh", Language.EN: "description"}
#: The key that stands in a schema for the values that an edition decides on.
SECTION = "x-kinds"


def described(en: str, zh: str, *, kinds: str = "", **options: Any) -> FieldInfo:
    """A field with what it says, in English, which JSON Schema calls its description, and in Chinese.

    Its values are the ids of the section `kinds` of the edition's kinds, if it is one.
    """
    extra: dict[str, Any] = {DESCRIPTION[Language.ZH]: zh} | ({SECTION: kinds} if kinds else {})
    field: FieldInfo = Field(description=en, json_schema_extra=extra, **options)
    return field


def in_chinese(text: str) -> ConfigDict:
    """The configuration of a model whose docstring says in Chinese what `text` does."""
    return ConfigDict(json_schema_extra={DESCRIPTION[Language.ZH]: text})


class Datum(BaseModel):
    """Base of all published data: camelCase, nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class Pair(Datum):
    """Something in Chinese and in English; null where it is not known or not made yet."""

    model_config = in_chinese("同一内容的中文与英文；未知或尚无者为null。")

    zh: Annotated[str | None, described("the Chinese; null where there is none", "中文；没有则为null")]
    en: Annotated[str | None, described("the English; null where there is none", "英文；没有则为null")]


class PlaceDatum(Datum):
    """Words in a sentence; without them the whole sentence."""

    model_config = in_chinese("某句中的词语；未指明词语，则指全句。")

    segment: Annotated[Ref, described("id of a segment, as in segments.json", "句段编号，见segments.json")]
    exact: Annotated[
        str | None,
        described(
            "the words, as they stand in the segment’s text; null for the whole segment",
            "原词，如该句所载；指全句则为null",
        ),
    ]
