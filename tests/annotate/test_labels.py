"""Labels: concepts found in both scripts and languages, and not where they are not meant."""

from __future__ import annotations

import pytest
from jianzhu.annotate.labels import LabelFinder
from jianzhu.source.records import ConceptRecord


def concept(hans: str, hant: str, en: str, *, alt=(), not_in=()) -> ConceptRecord:
    return ConceptRecord.model_validate(
        {
            "type": "idea",
            "prefLabel": {"zh-Hans": hans, "zh-Hant": hant, "en": en},
            "altLabel": list(alt),
            "notIn": list(not_in),
            "definition": {"zh": "。", "en": "."},
        }
    )


FINDER = LabelFinder(
    {
        "chip": concept("芯片", "晶片", "chip", alt=["chips"]),
        "chip-war": concept("芯片战争", "晶片戰爭", "Chip War"),
        "gpt": concept("GPT", "GPT", "GPT"),
        "gpt-4": concept("GPT-4", "GPT-4", "GPT-4"),
        "huawei": concept("华为", "華為", "Huawei"),
        "huawei-cloud": concept("华为云", "華為雲", "Huawei Cloud"),
        "xiaomi": concept("小米", "小米", "Xiaomi", not_in=["小米粥"]),
        "publisher": concept("浙江人民出版社", "浙江人民出版社", "Zhejiang People's Publishing House"),
        "meta": concept("元宇宙", "元宇宙", "meta", not_in=["Meta"]),
        "model": concept("大模型", "大模型", "large-scale model"),
        "yuan-model": concept("元模型", "元模型", "Yuan", alt=["元一"]),
        "other-yuan": concept("元二", "元二", "Yuan Two", alt=["元一"]),
    }
)

FOUND = [
    ("simplified", "国产芯片很多", [("芯片", "chip")]),
    ("traditional finds the same", "國產晶片與華為", [("晶片", "chip"), ("華為", "huawei")]),
    ("a traditional text with converted characters", "華為云", [("華為云", "huawei-cloud")]),
    ("longest match", "《芯片战争》讲芯片", [("芯片战争", "chip-war"), ("芯片", "chip")]),
    ("longest match in names", "华为云和华为", [("华为云", "huawei-cloud"), ("华为", "huawei")]),
    ("not inside another word that the editor named", "喝小米粥，用小米手机", [("小米", "xiaomi")]),
    ("not a word that differs in case only", "Meta and meta", [("meta", "meta")]),
    ("Latin words whole", "ChatGPT不是GPT", [("GPT", "gpt")]),
    ("not the beginning of a version", "GPT-3.5和GPT-4", [("GPT-4", "gpt-4")]),
    ("own case", "Huawei, not HUAWEI", [("Huawei", "huawei")]),
    ("a lower-case label may begin a sentence", "Chips and chip, not CHIP", [("Chips", "chip"), ("chip", "chip")]),
    (
        "in a heading its words may have capitals",
        "The Chip and the Large-Scale Model",
        [("Chip", "chip"), ("Large-Scale Model", "model")],
    ),
    ("not in the middle of an English word", "shipchips chipset", []),
    ("a possessive", "Huawei’s chips", [("Huawei", "huawei"), ("chips", "chip")]),
    ("both apostrophes", "Zhejiang People’s Publishing House", [("Zhejiang People’s Publishing House", "publisher")]),
    ("Latin right beside Han", "用GPT做", [("GPT", "gpt")]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("title", "text", "expected"), FOUND, ids=[case[0] for case in FOUND])
def test_found(title, text, expected):
    assert [(text[hit.start : hit.end], *hit.concepts) for hit in FINDER.find(text)] == expected


def test_a_shared_label_leads_to_both():
    (hit,) = FINDER.find("说元一")
    assert hit.concepts == ("other-yuan", "yuan-model")


def test_an_empty_vocabulary_finds_nothing():
    assert LabelFinder({}).find("芯片") == ()
