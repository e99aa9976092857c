"""The records of the whole edition: the edition itself, its concepts, events, claims, relations and questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from jianzhu.language import DEFAULT_TEXTS, LANGUAGES, Language, Side, TextLanguage, TextLanguages
from jianzhu.source.records.edition import Called, Contact, Link, WebAddress
from jianzhu.source.records.sources import Citations
from jianzhu.source.records.terms import (
    Bilingual,
    ConceptType,
    Day,
    Edtf,
    EventKind,
    Figure,
    Hedge,
    Label,
    QuestionKind,
    Record,
    RelationType,
    RemoteTarget,
    Slug,
    Status,
    Text,
    UnitCode,
    Verdict,
)
from jianzhu.source.ref import Ref
from jianzhu.text.characters import HAN, Script, fold_script
from jianzhu.text.units import Quantity

#: A tag of BCP 47: a language, and where it tells something its script and its region.
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]


class LanguagesRecord(Record):
    """The languages of an edition: that of the articles, that of their translations, and those of its pages, the top one first."""

    source: LanguageTag = DEFAULT_TEXTS.source.tag
    translation: LanguageTag = DEFAULT_TEXTS.translation.tag
    interface: tuple[Language, ...] = LANGUAGES

    @property
    def texts(self) -> TextLanguages:
        """The languages of the texts."""
        return TextLanguages(TextLanguage(self.source), TextLanguage(self.translation))

    @model_validator(mode="after")
    def _distinct(self) -> LanguagesRecord:
        texts = self.texts
        if texts.source.code == texts.translation.code:
            raise ValueError(f"two languages: the articles and their translations cannot both be in ‘{texts.source}’")
        if sorted(self.interface) != sorted(LANGUAGES):
            raise ValueError(f"each language of the pages once, the top one first: {', '.join(LANGUAGES)}")
        return self


#: Whether something is asked for throughout, or not at all.
Extent = Literal["all", "none"]
#: Which quantities an article must account for: those that tell a figure of the world, all that the rules find, or none.
QuantityExtent = Literal["figures", "all", "none"]


class Complete(Record):
    """edition.yml, `complete`: what `check` reports as missing. Damage is always reported.

    A new edition asks for a translation and nothing else, since the rest needs registers that it has not begun.
    """

    #: A translation of every sentence.
    translation: Extent = "all"
    #: An event or a dismissal for every date in the source.
    dates: Extent = "none"
    #: A claim or a dismissal for every quantity in the source.
    quantities: QuantityExtent = "none"
    #: A text that names it for every concept.
    concepts: Extent = "none"
    #: A review of every translation and note.
    review: Extent = "none"


class EditionRecord(Record):
    """edition.yml: all that names the edition, its languages, and what its front page shows."""

    title: Bilingual
    line: Bilingual
    #: What search engines and link previews show of the site; default: the line.
    description: Bilingual | None = None
    #: The day of this state of the edition, as its editors set it (dcterms:modified).
    modified: Day
    #: What a text of the edition is called.
    called: Called = Called(kind="text")
    #: Who made the edition, where its readers write to, and where its site is.
    editors: tuple[Bilingual, ...] = ()
    contact: Contact | None = None
    address: WebAddress | None = None
    #: Whose the texts, the translation and the notes are; the license under which what is the editors' own may be used.
    rights: Bilingual | None = None
    license: Link | None = None
    #: What kind of seeds these are: how the apparatus introduces them.
    provenance: Bilingual | None = None
    #: Other places that belong to the edition.
    links: tuple[Link, ...] = ()
    languages: LanguagesRecord = LanguagesRecord()
    #: The sentence that shows on the front page how the edition reads.
    specimen: Ref | None = None
    #: The questions that the front page asks.
    questions: tuple[Slug, ...] = ()
    #: What an article must have to be finished.
    complete: Complete = Complete()


def _text_code(key: str, info: ValidationInfo) -> str:
    texts: TextLanguages = (info.context or {}).get("texts", DEFAULT_TEXTS)
    known = [texts[side].code for side in Side if texts[side].interface is None]
    if key not in known:
        raise PydanticCustomError("quote_language", "{codes}", {"codes": ", ".join(known)})
    return key


class PrefLabel(Record):
    """skos:prefLabel in the written languages of the edition: Chinese, English, and those of its texts.

    It has the names that the texts need: a name in the language of either side. Chinese articles need both scripts.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, AfterValidator(_text_code)], Text]

    zh_hans: Text | None = Field(default=None, alias="zh-Hans")
    zh_hant: Text | None = Field(default=None, alias="zh-Hant")
    en: Text | None = None

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> PrefLabel:
        texts: TextLanguages = (info.context or {}).get("texts", DEFAULT_TEXTS)
        needed = list(dict.fromkeys(key for side in Side for key in _needed(texts[side], side)))
        missing = [key for key in needed if key not in self.names]
        if missing:
            words = {"missing": ", ".join(missing), "needed": f"{', '.join(needed[:-1])} and {needed[-1]}"}
            raise PydanticCustomError("concept_label", "{missing}", words)
        return self

    @property
    def names(self) -> Mapping[str, str]:
        """The names that are given, by the tags of their languages."""
        own = {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant, "en": self.en, **(self.__pydantic_extra__ or {})}
        return {tag: name for tag, name in own.items() if name}

    @property
    def others(self) -> Mapping[str, str]:
        """The names in other languages than Chinese and English, by their codes."""
        return dict(self.__pydantic_extra__ or {})

    def tag(self, lang: str) -> str:
        """The tag of the name that stands for `lang`: its own; else that of another, the one of the texts first."""
        names = self.names
        return next(tag for tag in (*_NEAREST[lang], *self.others, *names) if tag in names)

    def __getitem__(self, lang: str) -> str:
        return self.names[self.tag(lang)]


#: By a language or script: the tags of the names in it, the nearest first.
_NEAREST = {
    "zh": ("zh-Hans", "zh-Hant"),
    "zh-Hans": ("zh-Hans", "zh-Hant"),
    "zh-Hant": ("zh-Hant", "zh-Hans"),
    "en": ("en",),
}


def _needed(language: TextLanguage, side: Side) -> tuple[str, ...]:
    """The names that a text in `language` needs."""
    if language.is_chinese:
        return ("zh-Hans", "zh-Hant") if side.is_source else ("zh-Hans",)
    return (language.code,)


_HAS_HAN = re.compile(f"[{HAN}]")


class ConceptRecord(Record):
    """glossary/*.yml, one entry (a skos:Concept)."""

    type: ConceptType
    pref_label: PrefLabel
    alt_label: tuple[Label, ...] = ()
    hidden_label: tuple[Label, ...] = ()
    #: Words that contain a label and mean something else.
    not_in: tuple[Label, ...] = ()
    pinyin: Text | None = None
    definition: Bilingual
    broader: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    sources: Citations = ()
    status: Status = "draft"

    @property
    def labels(self) -> tuple[str, ...]:
        """Every form by which a text may call this concept, preferred ones first, each once."""
        return tuple(dict.fromkeys((*self.pref_label.names.values(), *self.alt_label, *self.hidden_label)))

    def aliases(self, texts: TextLanguages) -> tuple[tuple[str, str], ...]:
        """The alternative labels that are none of the preferred ones, each with the code of its language: Chinese or English, or
        that of `texts` which is written alike.
        """
        shown = {*self.pref_label.names.values()}
        han, latin = (
            next((texts[side].code for side in Side if texts[side].spaces_words == spaced), usual)
            for spaced, usual in ((False, Language.ZH.code), (True, Language.EN.code))
        )
        labels = (label for label in self.alt_label if label not in shown)
        return tuple((label, han if _HAS_HAN.search(label) else latin) for label in labels)


class EventRecord(Record):
    """events.yml, one entry; `resolution` says how a relative or vague date became this one."""

    edtf: Edtf
    kind: EventKind = "other"
    label: Bilingual
    evidence: Annotated[tuple[RemoteTarget, ...], Field(min_length=1)]
    concepts: tuple[Slug, ...] = ()
    resolution: Bilingual | None = None
    sources: Citations = ()
    status: Status = "draft"


class ClaimRecord(Record):
    """claims.yml, one entry: who asserts which quantity, as of when, in which words."""

    label: Bilingual
    subject: Slug | None = None
    value: Figure | None = None
    min: Figure | None = None
    max: Figure | None = None
    #: How its words hedge the value.
    hedge: Hedge | None = None
    unit: UnitCode
    as_of: Edtf
    asserted_by: Bilingual
    target: RemoteTarget
    #: Where the same article says the same again.
    repeats: tuple[RemoteTarget, ...] = ()
    sources: Citations = ()
    status: Status = "draft"

    @field_validator("repeats")
    @classmethod
    def _own_repeats(cls, repeats: tuple[RemoteTarget, ...], info: ValidationInfo) -> tuple[RemoteTarget, ...]:
        if "target" in info.data:  # not where the target itself is wrong
            own = info.data["target"].segment.article
            for target in repeats:
                if target.segment.article != own:
                    raise ValueError(f"a claim is repeated in its own article, {own}, not at {target.segment}")
        return repeats

    @model_validator(mode="after")
    def _one_quantity(self) -> ClaimRecord:
        if (self.value is None) == (self.min is None and self.max is None):
            raise PydanticCustomError("claim_quantity", "a value, or a min or a max or both")
        if self.hedge is not None and self.value is None:
            raise ValueError("a hedge is that of a value; bounds say by themselves what is not exact")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("the min of a claim is not above its max")
        return self

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.value, self.min, self.max, self.unit)

    @property
    def targets(self) -> tuple[RemoteTarget, ...]:
        """Every place where the claim is made, the first one first."""
        return (self.target, *self.repeats)


class RelationRecord(Record):
    """relations.yml, one entry: a typed link from one passage to another."""

    type: RelationType
    source: Ref
    target: Ref
    rationale: Bilingual
    sources: Citations = ()
    status: Status = "draft"

    @model_validator(mode="after")
    def _two_passages(self) -> RelationRecord:
        if self.source == self.target:
            raise ValueError("a relation joins two different passages")
        return self


class PositionRecord(Record):
    """One answer to a question: the article it is in, the answer in a few words, and the passages that give it.

    `voice` is who gives it, where that is not the article's author.
    """

    article: Slug
    voice: Bilingual | None = None
    stance: Bilingual
    passages: Annotated[tuple[RemoteTarget, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _own_passages(self) -> PositionRecord:
        for passage in self.passages:
            if passage.segment.article != self.article:
                raise ValueError(f"the passages of a position are in its article, {self.article}")
        return self


class Asks(Record):
    """Other wordings of a question, as readers type them into the search."""

    zh: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class QuestionRecord(Record):
    """questions.yml, one entry: what the articles answer differently, or alike, and what the editors make of it."""

    label: Bilingual
    #: Searched, and shown nowhere.
    asks: Asks = Asks()
    about: QuestionKind
    verdict: Verdict
    finding: Bilingual
    positions: Annotated[tuple[PositionRecord, ...], Field(min_length=2)]
    concepts: tuple[Slug, ...] = ()
    status: Status = "draft"


class FormRecord(Record):
    """forms.yml, one entry: words as published, and how they are written where the other script is shown."""

    text: Text
    zh_hans: Text | None = Field(default=None, alias="zh-Hans")
    zh_hant: Text | None = Field(default=None, alias="zh-Hant")
    why: Text

    @model_validator(mode="after")
    def _same_words(self) -> FormRecord:
        forms = [form for form in (self.zh_hans, self.zh_hant) if form is not None]
        if not forms:
            raise ValueError("an entry has a form: zh-Hans, zh-Hant or both")
        for form in forms:
            if len(form) != len(self.text):
                raise ValueError(
                    f"a form has as many characters as its words: {len(self.text)}, and {form!r} has {len(form)}"
                )
            for character, other in zip(self.text, form, strict=True):
                if other != character and not {*_kin(character)} & {*_kin(other)}:
                    raise ValueError(f"{other} is not a variant of {character}")
        return self

    def form(self, script: Script) -> str | None:
        """How the words are written in `script`, if the entry says so."""
        return self.zh_hans if script == "zh-Hans" else self.zh_hant


def _kin(character: str) -> str:
    """`character`, its simplified form, and its variant in Taiwan."""
    return character + fold_script(character) + fold_script({"著": "着", "着": "著"}.get(character, character))
