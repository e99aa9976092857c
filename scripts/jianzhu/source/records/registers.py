"""The records of the whole edition: the edition itself, its concepts, events, claims, relations and questions."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from jianzhu.language import DEFAULT_TEXTS, LANGUAGES, Language, TextLanguage, TextLanguages
from jianzhu.source.records.terms import (
    Bilingual,
    ConceptType,
    Day,
    Edtf,
    EventKind,
    Figure,
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


class EditionRecord(Record):
    """edition.yml: what the edition is called, its languages, and what its front page shows of it."""

    title: Bilingual
    line: Bilingual
    #: The day of this state of the edition, as its editors set it (dcterms:modified).
    modified: Day
    languages: LanguagesRecord = LanguagesRecord()
    #: The sentence that shows on the front page how the edition reads.
    specimen: Ref
    #: The questions that the front page asks.
    questions: tuple[Slug, ...] = ()


class PrefLabel(Record):
    """skos:prefLabel in the three written languages of the edition."""

    zh_hans: Text = Field(alias="zh-Hans")
    zh_hant: Text = Field(alias="zh-Hant")
    en: Text

    def __getitem__(self, lang: str) -> str:
        return {"zh": self.zh_hans, "zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant, "en": self.en}[lang]


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
    status: Status = "draft"

    @property
    def labels(self) -> tuple[str, ...]:
        """Every form by which a text may call this concept, preferred ones first, each once."""
        pref = (self.pref_label.zh_hans, self.pref_label.zh_hant, self.pref_label.en)
        return tuple(dict.fromkeys((*pref, *self.alt_label, *self.hidden_label)))

    @property
    def aliases(self) -> tuple[tuple[str, Language], ...]:
        """The alternative labels that are none of the preferred ones, each with its language."""
        shown = {self.pref_label.zh_hans, self.pref_label.zh_hant, self.pref_label.en}
        labels = (label for label in self.alt_label if label not in shown)
        return tuple((label, Language.ZH if _HAS_HAN.search(label) else Language.EN) for label in labels)


class EventRecord(Record):
    """events.yml, one entry; `resolution` says how a relative or vague date became this one."""

    edtf: Edtf
    kind: EventKind = "other"
    label: Bilingual
    evidence: Annotated[tuple[RemoteTarget, ...], Field(min_length=1)]
    concepts: tuple[Slug, ...] = ()
    resolution: Bilingual | None = None
    status: Status = "draft"


class ClaimRecord(Record):
    """claims.yml, one entry: who asserts which quantity, as of when, in which words."""

    label: Bilingual
    subject: Slug | None = None
    value: Figure | None = None
    min: Figure | None = None
    max: Figure | None = None
    unit: UnitCode
    as_of: Edtf
    asserted_by: Bilingual
    target: RemoteTarget
    #: Where the same article says the same again.
    repeats: tuple[RemoteTarget, ...] = ()
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
            raise ValueError("a claim has either a value, or a min or a max or both")
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


class QuestionRecord(Record):
    """questions.yml, one entry: what the articles answer differently, or alike, and what the editors make of it."""

    label: Bilingual
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
