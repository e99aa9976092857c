"""Ref: the address of a sentence, which stays when articles and sentences are added: `<article>:<segment>`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

PATTERN = r"^[a-z0-9-]+:s[1-9][0-9]{0,6}$"


def split_id(name: str) -> tuple[str, str]:
    """The article of an id such as `my-text:hub`, and the id within it; one without an article has none (`hub`)."""
    article, colon, own = name.partition(":")
    return (article, own) if colon else ("", name)


@dataclass(frozen=True, order=True)
class Ref:
    """The sentence with the id `segment` (`s29`) of the article with the slug `article`.

    Records, JSON and pages write it `my-text:s29`; models of pydantic take that text, or a Ref.
    """

    article: str
    segment: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The Ref that `text` writes. Raises ValueError where it has another form."""
        if not re.match(PATTERN, text):
            raise ValueError(f"{text!r} is no address of a sentence, such as my-text:s29")
        article, _, segment = text.partition(":")
        return cls(article, segment)

    def __str__(self) -> str:
        return f"{self.article}:{self.segment}"

    @property
    def page(self) -> str:
        """The page of the sentence and its place there, below the pages of a language."""
        return f"articles/{self.article}.html#{self.segment}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, text: value if isinstance(value, cls) else cls.parse(text(value)),
            core_schema.str_schema(pattern=PATTERN),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": PATTERN}
