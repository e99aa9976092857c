"""Fields: the free texts of all records, found by their types, so that a new one is tried without being named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from inspect import signature
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from jianzhu.language import Side
from jianzhu.source.records import Bilingual, Quote, Record
from jianzhu.source.records.registers import PrefLabel
from pydantic import AfterValidator
from pydantic.fields import FieldInfo


def records(base: type[Record] = Record) -> Iterator[type[Record]]:
    """Every kind of record."""
    for kind in base.__subclasses__():
        yield kind
        yield from records(kind)


@cache
def texts_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> tuple[str | type[Record], ...]:
    """What free text a value of this type can hold: "text", or the records in it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        return texts_of(inner, (*metadata, *own))
    if origin in (Union, UnionType, tuple, list):
        options = (option for option in get_args(annotation) if option not in (NoneType, Ellipsis))
        return tuple(dict.fromkeys(found for option in options for found in texts_of(option)))
    if origin is dict:
        return texts_of(get_args(annotation)[1])
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return (annotation,)
    if annotation is str and not any(_bound(own) for own in metadata):
        return ("text",)
    return ()


def _bound(constraint: object) -> bool:
    """True where a constraint leaves no room for any text."""
    if isinstance(constraint, AfterValidator):
        if len(signature(constraint.func).parameters) > 1:  # it asks for the kinds or languages of the edition
            return True
        try:
            constraint.func("some words, {and} <signs>")
        except ValueError:
            return True
        return False
    return bool(getattr(constraint, "pattern", None))


def _typed(info: FieldInfo) -> Any:
    """The type of a field with its constraints, which pydantic keeps apart."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def fields() -> list[str]:
    """The free texts of all records, as `Record.field`, with the language where there are two."""
    found = []
    for kind in records():
        if kind in (Bilingual, Quote):
            continue
        for name, info in kind.model_fields.items():
            for held in texts_of(_typed(info)):
                if held == "text":
                    found.append(f"{kind.__name__}.{name}")
                elif held is Bilingual:
                    found += [f"{kind.__name__}.{name}.{lang}" for lang in Bilingual.model_fields]
    return found


#: Texts of records that an edition holds elsewhere when it is compiled: the record's field, and the name it has here.
CARRIED = {
    "EmendationRecord.sic": "Emendation.sic",
    "EmendationRecord.corr": "Emendation.corr",
    "EmendationRecord.resp": "Emendation.resp",
    "EmendationRecord.why.zh": "Emendation.why.zh",
    "EmendationRecord.why.en": "Emendation.why.en",
    "LeftOut.sic": "Emendation.sic",
    "LeftOut.why.zh": "Emendation.why.zh",
    "LeftOut.why.en": "Emendation.why.en",
    "ManifestBlock.segments": "Sentence.text",
    "TranslationRecord.text": "Sentence.translation",
    "KindRecord.zh": "Kind.name.zh",
    "KindRecord.en": "Kind.name.en",
    "KindRecord.plural": "Kind.heading.en",
    "ConceptKindRecord.zh": "Kind.name.zh",
    "ConceptKindRecord.en": "Kind.name.en",
    "ConceptKindRecord.plural": "Kind.heading.en",
    "HeadingRecord.zh": "Kind.heading.zh",
    "HeadingRecord.en": "Kind.heading.en",
}
#: Texts of records that steer the compilation and are shown nowhere.
UNSEEN = {
    "Accepted.text",
    "Accepted.why",
    "EmendationRecord.prefix",
    "EmendationRecord.suffix",
    "TranslationRecord.numbers_differ",
    "ConceptRecord.not_in",
    "ImageRecord.from_",
    "ImageRecord.omitted.zh",
    "ImageRecord.omitted.en",
    "ExtractBlock.label",
    "ExtractBlock.text",
    "ExtractInline.value",
    "ExtractRecord.left_out",
    "ExtractRecord.tool",
    "ExtractRecord.version",
    "UnitRecord.signs",
    "UnitWordRecord.followed_by",
    "UnitWordRecord.not_before",
    "UnitWordRecord.word",
    "UnitWordsRecord.en",
    "WithoutRecord.concepts",
    "WithoutRecord.events",
    "WithoutRecord.units",
    "FormRecord.text",
    "FormRecord.why",
    "FormRecord.zh_hans",
    "FormRecord.zh_hant",
    "LeftOut.prefix",
    "LeftOut.suffix",
    "ChangeRecord.source",  # ids, which the record checks as a whole
    "ChangeRecord.target",
    "EditionRecord.description.zh",
    "EditionRecord.description.en",
    "Called.zh",
    "Called.measure",
    "Called.en",
    "Called.plural",
}
Give = Callable[[str], str]


def written(value: Any, annotation: Any, name: str, give: Give) -> Any:
    """`value`, of the type `annotation`, with the text that `give` has for each of its texts; what is optional is there."""
    held = texts_of(annotation)
    if not held:
        return value
    kind = str if held[0] == "text" else held[0]
    if not value and kind is not str and not _of_texts(kind):
        return value
    if isinstance(value, tuple):
        return tuple(written(one, kind, name, give) for one in value or [None] * 2)
    if isinstance(value, dict):
        return {key: written(one, kind, name, give) for key, one in value.items()}
    if kind is str:
        return give(name)
    if kind is Bilingual:
        return Bilingual.model_construct(**{lang: give(f"{name}.{lang}") for lang in Bilingual.model_fields})
    if kind is Quote:
        return Quote.model_construct(exact=give("Sentence.text"))
    return filled(value, kind, give)


def _of_texts(kind: type[Record]) -> bool:
    """True where a record of `kind` can be made of nothing but texts."""
    return all(texts_of(_typed(info)) for info in kind.model_fields.values() if info.is_required())


def filled(value: Record | None, kind: type[Record], give: Give) -> Record:
    """A record of `kind` as `written`: `value`, or where there is none a new one, of nothing but texts."""
    told = {}
    for name, info in kind.model_fields.items():
        is_list = get_origin(info.annotation) is tuple
        before = getattr(value, name) if value is not None else () if is_list else None
        told[name] = written(before, _typed(info), f"{kind.__name__}.{name}", give)
    if kind.model_config.get("extra") == "allow" and kind is not PrefLabel:  # what quotes the texts of a sentence
        for side, text in ((Side.SOURCE, "text"), (Side.TRANSLATION, "translation")):
            told[side] = Quote.model_construct(exact=give(f"Sentence.{text}"))
    return kind.model_construct(**told)


@cache
def names() -> list[str]:
    """The fields as an edition holds them, each once."""
    return list(dict.fromkeys(CARRIED.get(name, name) for name in fields() if name not in UNSEEN))
