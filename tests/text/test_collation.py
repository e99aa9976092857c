"""Collation: in what order the glossary stands, and under which letters."""

from __future__ import annotations

import pytest
from jianzhu.show.registers.glossary import sort_key
from jianzhu.source.records import ConceptRecord
from jianzhu.text.collation import initial


def concept(zh: str, en: str, pinyin: str | None = None) -> ConceptRecord:
    return ConceptRecord.model_validate(
        {
            "type": "idea",
            "prefLabel": {"zh-Hans": zh, "zh-Hant": zh, "en": en},
            "pinyin": pinyin,
            "definition": {"zh": "释义", "en": "meaning"},
        }
    )


@pytest.mark.parametrize(
    ("record", "lang", "key", "letter"),
    [
        (concept("大炼钢铁", "Great Steelmaking", "dàliàn gāngtiě"), "zh", "dalian gangtie", "d"),
        (concept("大炼钢铁", "Great Steelmaking", "dàliàn gāngtiě"), "en", "great steelmaking", "g"),
        (concept("旅行者", "Voyager", "Lǚxíngzhě"), "zh", "luxingzhe", "l"),
        (concept("阿里", "Ali", "Ālǐ"), "zh", "ali", "a"),
        (concept("杯羹", "a cup of the broth"), "en", "cup of the broth", "c"),
        (concept("泰坦", "Another"), "en", "another", "a"),
        (concept("书", "The Real World of Technology"), "en", "real world of technology", "r"),
        (concept("OpenAI", "OpenAI"), "zh", "openai", "o"),
        (concept("360智脑", "360 Zhinao", "360 Zhìnǎo"), "zh", "360 zhinao", "other"),
        (concept("百度", "Baidu"), "zh", "百度", "other"),
    ],
)
def test_a_name_stands_under_its_letter(record, lang, key, letter):
    assert sort_key(record, lang) == key
    assert initial(key) == letter
