"""Terms: the kinds of values that records are made of, and the words that they may choose from."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from jianzhu.language import DEFAULT_TEXTS, Language, Side, TextLanguages
from jianzhu.source.names import name_fault
from jianzhu.source.ref import Ref
from jianzhu.text.characters import NOT_TEXT, name_of
from jianzhu.text.edtf import edtf_bounds
from jianzhu.text.kinds import Kinds, ids_of


def _printable(text: str) -> str:
    found = NOT_TEXT.search(text)
    if found:
        raise ValueError(f"text without {name_of(found[0])}: it ends lines, or cannot be printed")
    return text


#: What editors write, possibly empty: line ends are allowed, other invisible characters are not.
Words = Annotated[str, AfterValidator(_printable)]
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_printable)]
#: A name of a concept. A single character would match inside too many words.
Label = Annotated[str, StringConstraints(min_length=2), AfterValidator(_printable)]
#: Words of a seed as received; damaged ones can contain any character.
SeedText = Annotated[str, StringConstraints(min_length=1)]
SegmentId = Annotated[str, StringConstraints(pattern=r"^s[1-9][0-9]{0,6}$")]
#: The segment in the place of a withdrawn one: its id, with the article where that is another one.
Successor = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9-]+:)?s[1-9][0-9]{0,6}$")]
#: Enough for any count of anything, and few enough digits for every reader of JSON.
Figure = Annotated[Decimal, Field(max_digits=24, decimal_places=6, allow_inf_nan=False)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Certainty = Literal["high", "medium", "low"]
Status = Literal["draft", "reviewed"]
#: How far an article is: in no output yet; shown, and marked as unfinished; finished.
ArticleStatus = Literal["raw", "draft", "published"]
Reason = Literal["mojibake", "pinyin-gloss", "script-conversion", "typo", "punctuation", "structure", "boilerplate"]
#: How the words of a claim hedge its figure.
Hedge = Literal["about", "nearly", "almost", "over"]
NoteKind = Literal["allusion", "wordplay", "background", "fact", "text"]
#: Why a date or quantity that the rules find is neither an event nor a claim: a span of time that only places an event,
#: part of a name, a manner of speaking, what another figure or its unit means, or the date of a figure.
Dismissal = Literal["span", "name", "rhetoric", "definition", "as-of"]
#: What a question is about, and how the answers to it stand to each other.
QuestionKind = Literal["figure", "date", "attribution", "thesis"]
Verdict = Literal["agree", "differ", "contradict", "open"]
#: What one sentence is to the other; each type has a test that readers can apply (`RelationTest` in the messages).
RelationType = Literal[
    "same-claim",
    "contradicts",
    "supports",
    "elaborates",
    "compares",
    "quotes-same-source",
    "same-phrase",
    "same-event",
    "opposes-thesis",
]
#: What can be changed in an edition and has an address, and what became of it.
Addressed = Literal["article", "concept", "segment", "event", "claim", "relation", "question", "note", "source"]
ChangeKind = Literal["renamed", "split", "joined", "moved", "deleted", "updated"]


def _edtf(text: str) -> str:
    try:
        edtf_bounds(text)
    except ValueError as error:
        raise PydanticCustomError("edtf", "{wrong}", {"wrong": str(error)}) from error
    return text


Edtf = Annotated[str, AfterValidator(_edtf)]
#: One day of the calendar, YYYY-MM-DD.
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_edtf)]


def _of_kind(section: str, name: str, info: ValidationInfo) -> str:
    """`name` where the edition has it in a `section` of its kinds; without an edition any will do."""
    kinds: Kinds | None = (info.context or {}).get("kinds")
    if kinds is not None and name not in (kinds.units if section == "units" else ids_of(kinds, section)):
        own = ", ".join(sorted(kinds.units.own)) if section == "units" else ""
        known = ", ".join(ids_of(kinds, section))
        raise PydanticCustomError("kind_unknown", "{known}", {"known": known, "own": own, "section": section})
    return name


def _concept_type(name: str, info: ValidationInfo) -> str:
    return _of_kind("concepts", name, info)


def _event_kind(name: str, info: ValidationInfo) -> str:
    return _of_kind("events", name, info)


def _unit(name: str, info: ValidationInfo) -> str:
    return _of_kind("units", name, info)


#: Ids of kinds.yml or of the default set.
ConceptType = Annotated[str, AfterValidator(_concept_type)]
EventKind = Annotated[str, AfterValidator(_event_kind)]
UnitCode = Annotated[str, AfterValidator(_unit)]

#: Ids: names of pages, files and places in pages; not that of an index page.
SLUG_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: The limit of a name is 255 bytes in most file systems, and 260 characters of a whole path in Windows.
SLUG_LENGTH = 80
SLUG_RULE = (
    f"lower-case letters a–z, digits and single hyphens between them, at most {SLUG_LENGTH} characters; not ‘index’, "
    "and not a name that Windows keeps for devices (con, nul, aux, prn, com1, lpt1, …)"
)
RESERVED_SLUGS = frozenset({"index"})


def is_slug(text: str) -> bool:
    """True where `text` can be the id of an article, a concept, or anything else that has a name."""
    return (
        len(text) <= SLUG_LENGTH
        and SLUG_PATTERN.fullmatch(text) is not None
        and text not in RESERVED_SLUGS
        and name_fault(text) is None
    )


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f"an id: {SLUG_RULE}")
    return text


#: What places in the pages of the timeline and of the claims are called, where each event or claim is a place by its own id.
_PLACES = re.compile(r"timeline|claims|sources|title|card|side-by-side|dimension-.*|[ym][0-9]{4}.*")


def _anchor(text: str) -> str:
    if _PLACES.fullmatch(text):
        raise ValueError("an id that is not an anchor of its page, such as ‘timeline’, ‘claims’ or ‘y2023’")
    return text


def _file_name(text: str) -> str:
    fault = name_fault(text)
    if fault:
        raise ValueError(f"a file name that every system allows; this one {fault}")
    return text


FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$"), AfterValidator(_file_name)]
Slug = Annotated[str, AfterValidator(_slug)]
Anchor = Annotated[Slug, AfterValidator(_anchor)]


class Record(BaseModel):
    """Base of all records: frozen, camelCase in the files, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class Bilingual(Record):
    """The same thing said in Chinese and in English."""

    zh: Text
    en: Text

    def __getitem__(self, lang: Language) -> str:
        return self.zh if Language(lang) is Language.ZH else self.en


class Quote(Record):
    """A W3C TextQuoteSelector: the exact words and, where they stand more than once, what is around them."""

    exact: SeedText
    prefix: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The exact words with what is around them."""
        return self.prefix + self.exact + self.suffix


def _side(key: str, info: ValidationInfo) -> str:
    """The side that is quoted under `key`: its language is that of the edition's texts whose code `key` is."""
    texts: TextLanguages = (info.context or {}).get("texts", DEFAULT_TEXTS)
    side = texts.side_of(key)
    if side is None:
        raise PydanticCustomError("quote_language", "{codes}", {"codes": f"{texts.source}, {texts.translation}"})
    return side.value


class _Quoted(Record):
    """Words quoted from a sentence, under the code of the language they are in: `zh`, `en`, `ja`, …"""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, AfterValidator(_side)], Quote | None]

    def quote(self, side: Side) -> Quote | None:
        """The words in the language of `side`."""
        return self.__pydantic_extra__.get(side)


class Target(_Quoted):
    """A sentence and, if the mark is smaller than that, the words in it, in the source and in the translation."""

    segment: SegmentId

    @property
    def sentence(self) -> str:
        """The id of the sentence within its article."""
        return self.segment


class RemoteTarget(_Quoted):
    """A target named from outside its article's folder."""

    segment: Ref

    @property
    def sentence(self) -> str:
        """The id of the sentence within its article."""
        return self.segment.segment
