"""Texts: what an edition calls its texts, for the messages that speak of them, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping

from jianzhu.language import Language
from jianzhu.show.messages import PAGES, TEXTS
from jianzhu.source.records.edition import Called
from jianzhu.source.records.registers import EditionRecord


def text_words(called: Called, lang: Language) -> dict[str, str]:
    """The words for a text in `lang`, by the names that messages have for them in braces.

    `text` and `texts` stand within a sentence, `Texts` begins one; `label` and `labels` are names of columns and pages, which
    sentences call `item` and `items`. In Chinese, `counted` follows a number (篇文章), and `brief` follows 各, 本 and 该.
    """
    words = TEXTS[called.kind][lang] if called.kind else _own(called)[lang]
    one, labels = words["one"], words["labels"]
    many = words.get("many", one)
    label, measure = words.get("label", labels), words.get("measure", "")
    return {
        "text": one,
        "texts": many,
        "Texts": many[:1].upper() + many[1:],
        "a_text": _with_article(one),
        "label": label,
        "labels": labels,
        "item": label.lower(),
        "items": labels.lower(),
        "an_item": _with_article(label.lower()),
        "counted": one if measure == one else f"{measure}{one}",
        "brief": words.get("brief", one),
    }


def rights_of(record: EditionRecord, lang: Language) -> str:
    """Whose the texts and the notes are, as edition.yml says, or as is usual."""
    if record.rights:
        return record.rights[lang]
    return PAGES["rights_default"][lang].format_map(text_words(record.called, lang))


def _with_article(word: str) -> str:
    """An English noun with its article; the Chinese messages have none."""
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _own(called: Called) -> Mapping[str, Mapping[str, str]]:
    plural = called.plural or f"{called.en}s"
    return {
        "zh": {"one": called.zh, "brief": called.measure, "measure": called.measure, "labels": called.zh},
        "en": {
            "one": called.en,
            "many": plural,
            "label": called.en[:1].upper() + called.en[1:],
            "labels": plural[:1].upper() + plural[1:],
        },
    }
