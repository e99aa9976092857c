"""Registers: what the articles have in common: concepts, events, claims, relations and questions."""

from __future__ import annotations

from typing import Annotated

from jianzhu.site.data.contract.base import Datum, Pair, PlaceDatum, described, in_chinese
from jianzhu.site.data.contract.sources import Sources
from jianzhu.source.records import (
    ConceptType,
    Edtf,
    EventKind,
    Hedge,
    QuestionKind,
    RelationType,
    Slug,
    Status,
    Verdict,
)
from jianzhu.source.ref import Ref


class LabelDatum(Datum):
    """skos:prefLabel."""

    model_config = in_chinese("词条的首选名称，每种文字一个（skos:prefLabel）。")

    zh_hans: Annotated[
        str | None,
        described(
            "the label in simplified Chinese; null where there is none", "简体名称；没有则为null", alias="zh-Hans"
        ),
    ]
    zh_hant: Annotated[
        str | None,
        described(
            "the label in traditional Chinese; null where there is none", "繁体名称；没有则为null", alias="zh-Hant"
        ),
    ]
    en: Annotated[str | None, described("the label in English; null where there is none", "英文名称；没有则为null")]
    others: Annotated[
        dict[str, str],
        described("labels in other languages of the texts, by their codes", "文本所用其他语言的名称，以语言代码为键"),
    ]


class OccurrenceDatum(Datum):
    """Where a concept is named."""

    model_config = in_chinese("词条在某句中被提到的一处。")

    segment: Annotated[Ref, described("id of a segment, as in segments.json", "句段编号，见segments.json")]
    lang: Annotated[
        str,
        described(
            "which text of the segment, by the code of its language, such as `zh` or `en`: see `language` in articles.json",
            "在该句的哪一种文本中，以其语言代码表示，如`zh`、`en`：见articles.json的`language`",
        ),
    ]
    start: Annotated[
        int,
        described(
            "where the words begin: Unicode code points from the beginning of that text, counted from 0",
            "起点：自该文本开头计的Unicode码位数，从0起",
            ge=0,
        ),
    ]
    end: Annotated[
        int,
        described(
            "where they end: code points from the beginning, exclusive, so that `text[start:end]` is `exact`",
            "终点：自开头计的码位数，不含该位，`text[start:end]`即`exact`",
        ),
    ]
    exact: Annotated[str, described("the words as they stand there", "该处的原词")]


class ConceptDatum(Datum):
    """One concept (SKOS)."""

    model_config = in_chinese("一个词条（SKOS）。")

    id: Annotated[Slug, described("permanent id of the concept", "词条的永久编号")]
    type: Annotated[ConceptType, described("what kind of thing it is", "类别", kinds="concepts")]
    pref_label: Annotated[
        LabelDatum,
        described("its preferred label in each script (skos:prefLabel)", "各种文字的首选名称（skos:prefLabel）"),
    ]
    alt_label: Annotated[
        tuple[str, ...],
        described("other names for it, in any language (skos:altLabel)", "其他名称，语言不限（skos:altLabel）"),
    ]
    hidden_label: Annotated[
        tuple[str, ...],
        described(
            "forms that are found but not shown: misspellings and converted characters (skos:hiddenLabel)",
            "只供查找、不予显示的写法：误写与转换所得的字（skos:hiddenLabel）",
        ),
    ]
    pinyin: Annotated[
        str | None,
        described(
            "pinyin of the Chinese label, with tones; null where none is recorded",
            "中文名称的拼音，带声调；未著录则为null",
        ),
    ]
    definition: Annotated[Pair, described("what it is (skos:definition)", "释义（skos:definition）")]
    broader: Annotated[
        tuple[Slug, ...], described("ids of more general concepts (skos:broader)", "上位词条的编号（skos:broader）")
    ]
    related: Annotated[
        tuple[Slug, ...], described("ids of related concepts (skos:related)", "相关词条的编号（skos:related）")
    ]
    sources: Sources
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]
    occurrences: Annotated[
        tuple[OccurrenceDatum, ...],
        described("where the articles name it, in the order of the text", "各文提到它之处，依文本次序"),
    ]
    url: Annotated[
        Pair,
        described(
            "its pages in the two languages, relative to the top folder of the site",
            "两种语言的网页地址，相对于站点根目录",
        ),
    ]


class EventDatum(Datum):
    """One event."""

    model_config = in_chinese("文章提到的一件有日期可考之事。")

    id: Annotated[Slug, described("permanent id of the event", "事件的永久编号")]
    edtf: Annotated[
        Edtf,
        described(
            "when it happened, an EDTF date (ISO 8601-2), with its precision and its doubts",
            "发生的时间，EDTF（ISO 8601-2）日期，含精确程度与存疑",
        ),
    ]
    kind: Annotated[EventKind, described("what kind of event it is", "类别", kinds="events")]
    label: Annotated[Pair, described("what happened, in a line", "一行说明发生了什么")]
    segments: Annotated[
        tuple[Ref, ...],
        described("ids of the segments that report it, in the order of the record", "述及此事的句段编号，依记录次序"),
    ]
    concepts: Annotated[
        tuple[Slug, ...],
        described("ids of the concepts it concerns, as in glossary.json", "所涉词条的编号，见glossary.json"),
    ]
    resolution: Annotated[
        Pair | None,
        described(
            "how a relative or vague date was resolved; null where the text gives the date",
            "相对或含糊的日期如何推定；原文已明则为null",
        ),
    ]
    sources: Sources
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]
    url: Annotated[
        Pair,
        described(
            "its entry in the timeline of each language, relative to the top folder of the site",
            "两种语言年表中的条目，相对于站点根目录",
        ),
    ]


class ClaimDatum(Datum):
    """Who asserts which quantity: a value, or bounds of it."""

    model_config = in_chinese("何人称某数量为何：一个数值，或其上下限。")

    id: Annotated[Slug, described("permanent id of the claim", "数据的永久编号")]
    label: Annotated[Pair, described("what is counted or measured", "所计所量为何")]
    subject: Annotated[
        Slug | None,
        described(
            "id of the concept that it is about, as in glossary.json; null where it is about none",
            "所关词条的编号，见glossary.json；没有则为null",
        ),
    ]
    value: Annotated[
        int | float | None,
        described(
            "the quantity, in `unit`; null where only bounds are given", "数量，以`unit`为单位；只有上下限则为null"
        ),
    ]
    min: Annotated[
        int | float | None,
        described("its lower bound, in `unit`; null where there is none", "下限，以`unit`为单位；没有则为null"),
    ]
    max: Annotated[
        int | float | None,
        described("its upper bound, in `unit`; null where there is none", "上限，以`unit`为单位；没有则为null"),
    ]
    hedge: Annotated[
        Hedge | None,
        described(
            "how the text hedges the value: about, nearly, almost, over; null where it does not",
            "原文对数值的限定：约、近、几乎、超过；没有则为null",
        ),
    ]
    unit: Annotated[
        str,
        described(
            "the unit, by its English name or its code; the figures are plain numbers of it, never thousands or millions",
            "单位，用英文名或代码；数值即此单位之数，不以千、百万计",
        ),
    ]
    as_of: Annotated[
        Edtf, described("when it held, according to the text: an EDTF date", "依文所述，该数成立的时间：EDTF日期")
    ]
    asserted_by: Annotated[
        Pair, described("who asserts it: the author, or whoever is quoted", "何人所称：作者，或被引述者")
    ]
    segment: Annotated[
        Ref, described("id of the segment that states it, as in segments.json", "述及该数的句段编号，见segments.json")
    ]
    exact: Annotated[
        str | None,
        described(
            "the Chinese words that state it, as they stand in the segment’s text; null for the whole segment",
            "述及该数的中文原词，如该句所载；指全句则为null",
        ),
    ]
    repeats: Annotated[
        tuple[PlaceDatum, ...], described("where the same article says the same again", "同文再次述及之处")
    ]
    sources: Sources
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]


class RelationDatum(Datum):
    """A typed link from one passage to another."""

    model_config = in_chinese("从一句到另一句的互见，附类别。")

    id: Annotated[Slug, described("permanent id of the relation", "互见的永久编号")]
    type: Annotated[RelationType, described("what the source is to the target", "前者与后者的关系")]
    source: Annotated[Ref, described("id of the segment from which it leads", "所自的句段编号")]
    target: Annotated[Ref, described("id of the segment to which it leads", "所至的句段编号")]
    rationale: Annotated[Pair, described("why the editors relate them", "编者何以将二者相连")]
    sources: Sources
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]


class PositionDatum(Datum):
    """One answer to a question; `voice` is who gives it, where that is not the article's author."""

    model_config = in_chinese("对一个问题的一种回答。")

    article: Annotated[Slug, described("id of the article that answers", "作答文章的编号")]
    voice: Annotated[
        Pair | None,
        described(
            "who gives the answer there; null where it is the article’s author", "文中作答之人；即作者本人则为null"
        ),
    ]
    stance: Annotated[Pair, described("the answer, in a few words", "回答，几个字")]
    passages: Annotated[tuple[PlaceDatum, ...], described("where the article gives it", "文中作答之处")]


class AsksDatum(Datum):
    """Other wordings of a question: searched, and shown nowhere."""

    model_config = in_chinese("问题的其他问法：只供检索，不予显示。")

    zh: Annotated[tuple[str, ...], described("in Chinese", "中文")]
    en: Annotated[tuple[str, ...], described("in English", "英文")]


class QuestionDatum(Datum):
    """What the articles answer alike or differently, and what the editors make of it."""

    model_config = in_chinese("各文对同一问题答案的同与异，以及编者的判断。")

    id: Annotated[Slug, described("permanent id of the question", "问题的永久编号")]
    label: Annotated[Pair, described("the question", "问题")]
    asks: Annotated[
        AsksDatum,
        described("other wordings of it, by which the search finds it", "问题的其他问法，供检索之用"),
    ]
    about: Annotated[QuestionKind, described("what kind of answer it asks for", "所问的类别")]
    verdict: Annotated[Verdict, described("how the answers stand to each other", "各答案之间的关系")]
    finding: Annotated[Pair, described("what the editors make of the answers", "编者的判断")]
    positions: Annotated[
        tuple[PositionDatum, ...], described("the answers, in the order of the record", "各种回答，依记录次序")
    ]
    concepts: Annotated[
        tuple[Slug, ...],
        described("ids of the concepts it concerns, as in glossary.json", "所涉词条的编号，见glossary.json"),
    ]
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]
    url: Annotated[
        Pair,
        described(
            "its pages in the two languages, relative to the top folder of the site",
            "两种语言的网页地址，相对于站点根目录",
        ),
    ]
