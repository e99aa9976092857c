"""Finders: what each kind proposes for an article, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from jianzhu.source.records import is_slug
from jianzhu.suggest.memory import difference
from jianzhu.suggest.places import id_of
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.suggest.suggest import proposals

from tests.suggest.made import NEW, Seeds, Text, claim, compiled, concept, event, quote


@dataclass(frozen=True)
class Case:
    """An edition, a kind, and what is proposed of it: the words of each proposal, and fields of its record (None for none)."""

    name: str
    kind: ProposalKind
    seeds: Seeds
    expected: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    because: str = ""


WAVE = {"inspur": concept("浪潮集团", type="organization"), "craze": concept("热潮")}
OLD_WAVE = Text(
    ["浪潮发布了服务器。", "浪潮的股价上涨。", "这一浪潮来了。"],
    marks=[quote("s1", "浪潮") | {"concept": "inspur"}, quote("s2", "浪潮") | {"concept": "inspur"}],
)
SAME = {"meta": concept("元公司", "梅塔", type="organization"), "metal": concept("金属", "梅塔")}
OLD_SAME = Text(
    ["梅塔裁员了。", "梅塔很硬。", "梅塔又裁员。"],
    marks=[quote(at, "梅塔") | {"concept": name} for at, name in (("s1", "meta"), ("s2", "metal"), ("s3", "meta"))],
)
GPU = {"gpu": concept("显卡")}

CONCEPTS = [
    Case(
        "a word that others decided",
        ProposalKind.CONCEPT,
        Seeds(Text(["浪潮也来了。"]), OLD_WAVE, WAVE),
        [("浪潮", {"segment": "s1", "zh": {"exact": "浪潮"}, "concept": "inspur"})],
        "2 times inspur, 1 time without a mark: old:s1, old:s2",
    ),
    Case(
        "mostly without a mark",
        ProposalKind.CONCEPT,
        Seeds(Text(["浪潮也来了。"]), Text(["浪潮发布。", "浪潮一。", "浪潮二。"], marks=OLD_WAVE.marks[:1]), WAVE),
    ),
    Case(
        "decided here already",
        ProposalKind.CONCEPT,
        Seeds(Text(["浪潮也来了。"], marks=[quote("s1", "浪潮")]), OLD_WAVE, WAVE),
    ),
    Case(
        "a label of two concepts",
        ProposalKind.CONCEPT,
        Seeds(Text(["梅塔发布了模型。"]), OLD_SAME, SAME),
        [("梅塔", {"concept": "meta"})],
        "2 times meta, 1 time metal",
    ),
    Case(
        "a label of two concepts that nobody decided, one of which is named here",
        ProposalKind.CONCEPT,
        Seeds(Text(["元公司发布了模型。", "梅塔还要裁员。"]), concepts=SAME),
        [("梅塔", {"segment": "s2", "concept": "meta"})],
    ),
    Case("nothing tells which", ProposalKind.CONCEPT, Seeds(Text(["梅塔发布了模型。"]), concepts=SAME)),
    Case(
        "a label that others found to mean none",
        ProposalKind.CONCEPT,
        Seeds(Text(["热潮退去。"]), Text(["热潮来了。"], marks=[quote("s1", "热潮")]), WAVE),
        [("热潮", {"segment": "s1", "zh": {"exact": "热潮"}, "concept": None})],
        "1 time no concept",
    ),
    Case("a label of one concept", ProposalKind.CONCEPT, Seeds(Text(["热潮退去。"]), concepts=WAVE)),
    Case(
        "not inside a Latin word",
        ProposalKind.CONCEPT,
        Seeds(
            Text(["显卡在哪里？"], {1: "Where is the brace?"}),
            Text(["显卡很贵。"], {1: "A race."}, [{"segment": "s1", "en": {"exact": "race"}, "concept": "gpu"}]),
            GPU,
        ),
    ),
    Case(
        "a translation that names the concept",
        ProposalKind.CONCEPT,
        Seeds(
            Text(["显卡在哪里？"], {1: "Where is the graphics card in this race?"}),
            Text(["显卡很贵。"], {1: "A race."}, [{"segment": "s1", "en": {"exact": "race"}, "concept": "gpu"}]),
            {"gpu": concept("显卡", en="graphics card")},
        ),
    ),
    Case(
        "the words of a translation",
        ProposalKind.CONCEPT,
        Seeds(
            Text(["显卡在哪里？", "在哪里？"], {1: "Where is the race?", 2: "Where is the race?"}),
            Text(["显卡很贵。"], {1: "A race."}, [{"segment": "s1", "en": {"exact": "race"}, "concept": "gpu"}]),
            GPU,
        ),
        [("显卡", {"segment": "s1", "en": {"exact": "race"}, "concept": "gpu"})],
    ),
]

IDIOMS = [
    Case(
        "an idiom, with all its places",
        ProposalKind.IDIOM,
        Seeds(Text(["大家虎视眈眈。", "他们虎视眈眈。"])),
        [
            (
                "虎视眈眈",
                {
                    "type": "idiom",
                    "prefLabel": {"zh-Hans": "虎视眈眈", "zh-Hant": "虎視眈眈"},
                    "pinyin": "hǔ shì dān dān",
                },
            )
        ],
        "2 times",
    ),
    Case(
        "one that the glossary has",
        ProposalKind.IDIOM,
        Seeds(Text(["虎视眈眈。"]), concepts={"tiger": concept("虎视眈眈")}),
    ),
    Case(
        "one that the glossary has, and that means nothing here",
        ProposalKind.IDIOM,
        Seeds(Text(["虎视眈眈。"], marks=[quote("s1", "虎视眈眈")]), concepts={"tiger": concept("虎视眈眈")}),
    ),
    Case("four characters that are no idiom", ProposalKind.IDIOM, Seeds(Text(["操作系统和市场竞争。"]))),
    Case(
        "not in another language",
        ProposalKind.IDIOM,
        Seeds(
            Text(["They say 虎视眈眈."], {1: "样例。"}),
            Text(["Other."]),
            languages={"source": "en", "translation": "zh"},
        ),
    ),
]

FOUNDED = {"acme": concept("顶点公司", type="organization")}
DATES = [
    Case(
        "an event with its concepts and both quotes",
        ProposalKind.DATE,
        Seeds(
            Text(["2023年3月，顶点公司成立，轰动一时。"], {1: "In March 2023, Acme was founded, to great acclaim."}),
            concepts=FOUNDED,
        ),
        [
            (
                "2023年3月",
                {
                    "edtf": "2023-03",
                    "kind": "company",
                    "concepts": ["acme"],
                    "evidence": [
                        {
                            "segment": "new:s1",
                            "zh": {"exact": "2023年3月，顶点公司成立"},
                            "en": {"exact": "In March 2023, Acme was founded"},
                        }
                    ],
                },
            )
        ],
    ),
    Case(
        "one that an event quotes",
        ProposalKind.DATE,
        Seeds(Text(["2023年3月成立。"]), events={"founded": event("new:s1", "2023年3月", "2023-03")}),
    ),
    Case(
        "one that is dismissed",
        ProposalKind.DATE,
        Seeds(Text(["2023年3月成立。"], marks=[quote("s1", "2023年3月") | {"dismissed": "name"}])),
    ),
    Case(
        "an event that another article tells",
        ProposalKind.DATE,
        Seeds(
            Text(["2023年3月，顶点公司成立。"]),
            Text(["顶点公司在2023年3月成立。"]),
            FOUNDED,
            {"acme-founded": event("old:s1", "2023年3月", "2023-03", "acme")},
        ),
        [("2023年3月", {"edtf": "2023-03"})],
        "same-event: acme-founded has this date and concept in old:s1",
    ),
    Case(
        "the same date of something else",
        ProposalKind.DATE,
        Seeds(
            Text(["2023年3月下雨。"]),
            Text(["顶点公司在2023年3月成立。"]),
            FOUNDED,
            {"acme-founded": event("old:s1", "2023年3月", "2023-03", "acme")},
        ),
        [("2023年3月", {"edtf": "2023-03", "concepts": None})],
        "‘2023年3月’ is read as 2023-03 (rule ",
    ),
    Case(
        "the same year as a date before",
        ProposalKind.DATE,
        Seeds(Text(["2015年成立。", "同年上市。"])),
        [("2015年", {"edtf": "2015"}), ("同年", {"edtf": "2015"})],
    ),
    Case("a date that counts from none", ProposalKind.DATE, Seeds(Text(["同年上市。"])), [("同年", {"edtf": None})]),
    Case(
        "part of a title",
        ProposalKind.DATE,
        Seeds(Text(["参见《2022年趋势》一文。"])),
        [("2022年", {"segment": "s1", "dismissed": "name"})],
    ),
    Case(
        "words that others dismissed",
        ProposalKind.DATE,
        Seeds(Text(["去年很热。"]), Text(["去年很冷。"], marks=[quote("s1", "去年") | {"dismissed": "rhetoric"}])),
        [("去年", {"dismissed": "rhetoric"})],
        "dismiss these words 1 time as rhetoric",
    ),
    Case(
        "words that others dismissed and recorded",
        ProposalKind.DATE,
        Seeds(
            Text(["去年很热。"]),
            Text(["去年很冷。", "去年也冷。"], marks=[quote("s1", "去年") | {"dismissed": "rhetoric"}]),
            events={"cold": event("old:s2", "去年", "2022")},
        ),
        [("去年", {"edtf": "2022", "dismissed": None})],
    ),
    Case(
        "as of which a figure holds",
        ProposalKind.DATE,
        Seeds(Text(["截至2022年12月共有500家企业。"])),
        [("2022年12月", {"dismissed": "as-of"})],
    ),
    Case(
        "in English",
        ProposalKind.DATE,
        Seeds(
            Text(["In March 2020 the company was founded."], {1: "样例。"}),
            Text(["Other."]),
            languages={"source": "en", "translation": "zh"},
        ),
        [("March 2020", {"edtf": "2020-03", "kind": "company"})],
    ),
]

QUANTITIES = [
    Case(
        "a claim with its subject, date and both quotes",
        ProposalKind.QUANTITY,
        Seeds(Text(["2022年，显卡超过500枚。"], {1: "In 2022 there were more than 500 graphics cards."}), concepts=GPU),
        [
            (
                "超过500枚",
                {
                    "subject": "gpu",
                    "min": "500",
                    "value": None,
                    "asOf": "2022",
                    "target": {"segment": "new:s1", "zh": {"exact": "超过500枚"}, "en": {"exact": "500"}},
                },
            )
        ],
        "the sentence says ‘超过’; as of ‘2022年’",
    ),
    Case(
        "one that a claim quotes",
        ProposalKind.QUANTITY,
        Seeds(Text(["有500枚。"]), claims={"c": claim("new:s1", "500枚", "500", "piece")}),
    ),
    Case(
        "one that is dismissed",
        ProposalKind.QUANTITY,
        Seeds(Text(["有500枚。"], marks=[quote("s1", "500枚") | {"dismissed": "name"}])),
    ),
    Case(
        "the things that it counts",
        ProposalKind.QUANTITY,
        Seeds(Text(["共有5000多家芯片企业。"])),
        [("5000多家", {"unit": "company", "min": "5000"})],
    ),
    Case(
        "two concepts beside it",
        ProposalKind.QUANTITY,
        Seeds(Text(["显卡与热潮共500枚。"]), concepts=GPU | WAVE),
        [("500枚", {"subject": None})],
    ),
    Case(
        "a length of time in passing",
        ProposalKind.QUANTITY,
        Seeds(Text(["这十年来变化很大。"])),
        [("十年", {"dismissed": "span"})],
    ),
    Case(
        "the same where only figures are asked for",
        ProposalKind.QUANTITY,
        Seeds(Text(["这十年来变化很大。"]), complete={"quantities": "figures"}),
    ),
    Case(
        "the same in another unit",
        ProposalKind.QUANTITY,
        Seeds(Text(["花费2.5亿美元（约17.6亿元人民币）。"])),
        [("2.5亿美元", {"value": "250000000"}), ("约17.6亿元人民币", {"dismissed": "definition"})],
    ),
    Case(
        "words that others dismissed",
        ProposalKind.QUANTITY,
        Seeds(Text(["只有一半。"]), Text(["一半如此。"], marks=[quote("s1", "一半") | {"dismissed": "rhetoric"}])),
        [("一半", {"dismissed": "rhetoric"})],
    ),
    Case(
        "open numbers",
        ProposalKind.QUANTITY,
        Seeds(Text(["几十家企业，数万人，少数几家银行，百亿元。"])),
        [
            ("几十家", {"min": "20", "unit": "company"}),
            ("数万人", {"min": "20000", "unit": "person"}),
            ("几家", {"min": "2", "max": "9", "unit": "bank"}),
            ("百亿元", {"value": "10000000000", "unit": "CNY"}),
        ],
    ),
    Case(
        "small numbers, and what is none",
        ProposalKind.QUANTITY,
        Seeds(Text(["两家企业，第三家，一个人，两次，几个人。"])),
        [("两家", {"value": "2", "unit": "company"})],
    ),
    Case(
        "a number of nothing",
        ProposalKind.QUANTITY,
        Seeds(Text(["未超过4000万，后来是千亿。"])),
        [("未超过4000万", {"max": "40000000", "unit": None}), ("千亿", {"value": "100000000000", "unit": None})],
    ),
]

QUOTATIONS = [
    Case(
        "speech",
        ProposalKind.QUOTATION,
        Seeds(Text(["他说：“我们不得不走这条路。”"], {1: "He said, “We have to go this way.”"})),
        [("我们不得不走这条路。", {"segment": "s1", "en": {"exact": "We have to go this way."}})],
        "with ‘说’",
    ),
    Case("a term in quotation marks", ProposalKind.QUOTATION, Seeds(Text(["这就是“百模大战”。"]))),
    Case(
        "speech with a note",
        ProposalKind.QUOTATION,
        Seeds(
            Text(
                ["他说：“我们不得不走这条路。”"],
                notes={"road": quote("s1", "走这条路") | {"kind": "fact", "body": {"zh": "样例", "en": "specimen"}}},
            )
        ),
    ),
    Case(
        "long words without a verb",
        ProposalKind.QUOTATION,
        Seeds(Text(["所谓“不积跬步无以至千里不积小流”。"])),
        [("不积跬步无以至千里不积小流", {})],
    ),
]

LONG = "国内的大模型企业在短短几个月里就推出了一百多个产品"
RELATIONS = [
    Case(
        "the same quotation",
        ProposalKind.RELATION,
        Seeds(Text(["他说：“不积跬步无以至千里。”"]), Text(["不积跬步无以至千里，古人早有明训，人人都知道。"])),
        [("不积跬步无以至千里。", {"type": "quotes-same-source", "source": "new:s1", "target": "old:s1"})],
    ),
    Case(
        "a rare phrase",
        ProposalKind.RELATION,
        Seeds(Text([f"有人说{LONG}。"]), Text([f"我们看到，{LONG}，令人担忧，也令人深思。"])),
        [(f"有人说{LONG}。", {"source": "new:s1", "target": "old:s1"})],
        f"‘{LONG}’ stands in both",
    ),
    Case(
        "related already",
        ProposalKind.RELATION,
        Seeds(
            Text([f"有人说{LONG}。"]),
            Text([f"我们看到，{LONG}。"]),
            relations={
                "r": {
                    "type": "same-claim",
                    "source": "old:s1",
                    "target": "new:s1",
                    "rationale": {"zh": "样例", "en": "specimen"},
                }
            },
        ),
    ),
    Case("the article itself", ProposalKind.RELATION, Seeds(Text([f"有人说{LONG}。", f"我们看到，{LONG}。"]))),
    Case("nothing in common", ProposalKind.RELATION, Seeds(Text(["今天的天气非常好。"]), Text(["企业推出产品。"]))),
    Case(
        "the same figure of the same thing",
        ProposalKind.RELATION,
        Seeds(
            Text(["显卡有500枚。"]),
            Text(["他家买来的东西即显卡，共500枚。"]),
            GPU,
            claims={"c": claim("old:s1", "500枚", "500", "piece", "gpu")},
        ),
        [("显卡有500枚。", {"type": "same-claim", "source": "new:s1", "target": "old:s1"})],
    ),
]

QUESTIONS = [
    Case(
        "another figure of the same thing",
        ProposalKind.QUESTION,
        Seeds(
            Text(["显卡有600枚。"]),
            Text(["显卡有500枚。"]),
            GPU,
            claims={"c": claim("old:s1", "500枚", "500", "piece", "gpu")},
        ),
        [
            (
                "600枚",
                {
                    "about": "figure",
                    "concepts": ["gpu"],
                    "positions": [
                        {"article": "new", "passages": [{"segment": "new:s1", "zh": {"exact": "600枚"}}]},
                        {"article": "old", "passages": [{"segment": "old:s1", "zh": {"exact": "500枚"}}]},
                    ],
                },
            )
        ],
    ),
    Case(
        "another unit",
        ProposalKind.QUESTION,
        Seeds(
            Text(["显卡有600公斤。"]),
            Text(["显卡有500枚。"]),
            GPU,
            claims={"c": claim("old:s1", "500枚", "500", "piece", "gpu")},
        ),
    ),
]

MODELS = "国内已经有一百多家企业推出了自己的大模型产品"
MEMORY = [
    Case(
        "the same sentence in the other script",
        ProposalKind.TRANSLATION,
        Seeds(Text([f"{MODELS}。"]), Text([f"{MODELS.replace('国', '國')}。"], {1: "More than a hundred."})),
        [(f"{MODELS}。", {"text": "More than a hundred."})],
        "[-國-]{+国+}",
    ),
    Case(
        "nearly the same",
        ProposalKind.TRANSLATION,
        Seeds(Text([f"{MODELS}了。"]), Text([f"{MODELS}。"], {1: "More than a hundred."})),
        [(f"{MODELS}了。", {"text": "More than a hundred."})],
        "{+了+}",
    ),
    Case(
        "other numbers",
        ProposalKind.TRANSLATION,
        Seeds(Text(["国内的300家企业都推出了产品。"]), Text(["国内的200家企业都推出了产品。"], {1: "All 200 did."})),
        [("国内的300家企业都推出了产品。", {"text": "All 200 did."})],
        "the numbers differ",
    ),
    Case(
        "translated already",
        ProposalKind.TRANSLATION,
        Seeds(Text([f"{MODELS}。"], {1: "Mine."}), Text([f"{MODELS}。"], {1: "More than a hundred."})),
    ),
    Case(
        "a sentence of the article itself",
        ProposalKind.TRANSLATION,
        Seeds(Text([f"{MODELS}。", f"{MODELS}。"], {1: "More than a hundred."})),
        [(f"{MODELS}。", {"text": "More than a hundred."})],
        "new:s1 is the same sentence",
    ),
    Case(
        "a sentence with half of the words",
        ProposalKind.TRANSLATION,
        Seeds(Text(["国内已经有一百多家企业关门大吉无人问津。"]), Text([f"{MODELS}。"], {1: "More than a hundred."})),
    ),
    Case(
        "another sentence",
        ProposalKind.TRANSLATION,
        Seeds(Text(["今天的天气非常好。"]), Text([f"{MODELS}。"], {1: "More than a hundred."})),
    ),
]


@pytest.mark.parametrize(
    "case",
    [*CONCEPTS, *IDIOMS, *DATES, *QUANTITIES, *QUOTATIONS, *RELATIONS, *QUESTIONS, *MEMORY],
    ids=lambda case: f"{case.kind}: {case.name}",
)
def test_what_is_proposed(tmp_path, case):
    found = [one for one in proposals(*compiled(tmp_path, case.seeds)) if one.kind is case.kind]
    assert [one.places[0].words for one in found] == [words for words, _ in case.expected]
    for proposal, (_, fields) in zip(found, case.expected, strict=True):
        assert {key: proposal.fields.get(key) for key in fields} == fields
        _is_sound(proposal)
    assert not found or case.because in found[0].because
    assert not found or "same-event" in case.because or "same-event" not in found[0].because


def _is_sound(proposal: Proposal) -> None:
    """What holds of every proposal: evidence in one line, a place in the article, and its own place is no evidence."""
    assert proposal.because.strip()
    assert "\n" not in proposal.because
    assert proposal.places[0].segment.article == NEW
    assert all(place.segment != proposal.places[0].segment for place in proposal.others)
    assert (not proposal.id) == (proposal.register is Register.MARKS)
    assert not proposal.id or is_slug(proposal.id)


#: One of each kind, of an article that the edition does not contain.
WITHHELD = [CONCEPTS[0], IDIOMS[0], DATES[3], QUANTITIES[0], QUOTATIONS[0], RELATIONS[1], QUESTIONS[0], MEMORY[0]]


@pytest.mark.parametrize("case", WITHHELD, ids=lambda case: f"{case.kind}: {case.name}")
def test_what_is_proposed_of_a_raw_article(tmp_path, case):
    edition, article = compiled(tmp_path, case.seeds, status="raw")
    assert NEW not in edition.by_slug
    found = [one for one in proposals(edition, article) if one.kind is case.kind]
    assert [one.places[0].words for one in found] == [words for words, _ in case.expected]
    assert case.because in found[0].because


def test_the_order_and_the_ids(tmp_path):
    seeds = Seeds(
        Text(["2023年有500枚和500枚。", "2022年虎视眈眈。"]),
        claims={"new-s1-500-piece": claim("old:s1", "别的", "1", "item")},
    )
    found = proposals(*compiled(tmp_path, seeds))
    assert [(one.kind.value, one.id) for one in found] == [
        ("idiom", "hu-shi-dan-dan"),
        ("date", "new-s1-2023"),
        ("date", "new-s2-2022"),
        ("quantity", "new-s1-500-piece-2"),
        ("quantity", "new-s1-500-piece-3"),
    ]


def test_an_id_of_a_long_slug_is_one():
    assert is_slug(id_of("a" * 80, "s1", "2023"))
    assert id_of("a" * 80, "s1", "2023").endswith("-s1-2023")


#: Words before and after, and what the difference looks like.
DIFFERENCES = [
    ("国内有200家。", "国内有300家。", "国内有[-200-]{+300+}家。"),
    ("国内有家。", "国内没有家。", "国内{+没+}有家。"),
    ("It was so.", "It is so.", "It [-was-]{+is+} so."),
    ("一样。", "一样。", "一样。"),
]


@pytest.mark.parametrize(("old", "new", "expected"), DIFFERENCES)
def test_a_difference_can_be_read(old, new, expected):
    assert difference(old, new) == expected


#: What is suggested already, and what is proposed beside it.
WAITING: list[tuple[str, dict[str, Any], list[str]]] = [
    ("events", {}, ["2023年", "2022年"]),
    ("events", {"e": event("new:s1", "2023年", "2023")}, ["2022年"]),
    ("events", {"e": event("new:s1", "2022年", "2022")}, ["2023年"]),
    ("events", {"e": event("old:s1", "别的", "2023")}, ["2023年", "2022年"]),
    ("claims", {"c": claim("new:s1", "2023年", "2023", "year")}, ["2023年", "2022年"]),
]


@pytest.mark.parametrize(("register", "records", "expected"), WAITING)
def test_what_is_suggested_is_not_proposed_again(tmp_path, register, records, expected):
    suggested = {name: record | {"status": "suggested", "because": "样例"} for name, record in records.items()}
    found = proposals(*compiled(tmp_path, Seeds(Text(["2023年成立，2022年关闭。"]), **{register: suggested})))
    assert [one.places[0].words for one in found if one.kind is ProposalKind.DATE] == expected
