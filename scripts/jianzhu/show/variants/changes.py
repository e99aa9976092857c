"""Changes: what the view in another script changes, for an editor to read once, and corrections that change nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from jianzhu.annotate.edition import Edition
from jianzhu.show.variants.texts import ShownText, converters
from jianzhu.source.problems import Problem
from jianzhu.source.seeds import Registers
from jianzhu.text.variants.convert import Converter
from jianzhu.text.variants.rules import AMBIGUOUS, AMBIGUOUS_FULL, CERTAIN

#: How many characters before and behind a character that is a word by itself are shown, and the width of a line.
_AROUND, _WIDTH = 4, 66
#: Character -> its form -> the word, or the characters around it and itself in brackets -> how often.
_Found = dict[str, dict[str, Counter[str]]]


def changes_report(edition: Edition, texts: Collection[ShownText]) -> str:
    """What each view makes of `texts`: characters with more than one form by their words, the others in a list.

    A word stands with the number of its places; a character that is a word by itself stands in brackets between what is around
    it, or is only counted where it is hardly ever anything else.
    """
    parts = []
    for script, convert in converters(edition).items():
        found, plain = _gather(script, convert, [text for text in texts if text.script != script])
        parts.append(f"{script}: characters with more than one form, by their words")
        for character, forms in sorted(found.items()):
            for form, words in sorted(forms.items(), key=lambda item: (-item[1].total(), item[0])):
                parts += _lines(f"{character}{form}", words)
        parts.append(f"\n{script}: characters with one form, {len(plain)}, and how often they are changed")
        parts += _wrapped("  ", [f"{character}{form} {count}" for (character, form), count in sorted(plain.items())])
        parts.append("")
    return "\n".join(parts).rstrip()


def _gather(script: str, convert: Converter, texts: Collection[ShownText]) -> tuple[_Found, Counter[tuple[str, str]]]:
    several = AMBIGUOUS if script == "zh-Hant" else AMBIGUOUS_FULL
    found: _Found = defaultdict(lambda: defaultdict(Counter))
    plain: Counter[tuple[str, str]] = Counter()
    for shown in texts:
        text, converted = shown.text, convert(shown.text)
        for start, word in convert.words(text):
            for at in range(start, start + len(word)):
                character, form = text[at], converted[at]
                if character in several:
                    key = word
                    if len(word) == 1 and CERTAIN.get(character) == form:
                        key = "alone"
                    elif len(word) == 1:
                        key = f"{text[max(0, at - _AROUND) : at]}[{form}]{text[at + 1 : at + 1 + _AROUND]}".replace(
                            "\n", " "
                        )
                    found[character][form][key] += 1
                elif character != form:
                    plain[character, form] += 1
    return found, plain


def _lines(form: str, words: Mapping[str, int]) -> Iterator[str]:
    longer = sorted((word for word in words if "[" not in word), key=lambda word: (-words[word], word))
    for those in (longer, [word for word in words if "[" in word]):
        yield from _wrapped(f"  {form}  ", [f"{word} {words[word]}" if words[word] > 1 else word for word in those])


def _wrapped(head: str, items: list[str]) -> Iterator[str]:
    line = ""
    for item in items:
        if line and len(line) + len(item) > _WIDTH:
            yield head + line
            line = ""
        line += f"{item}  "
    if line:
        yield head + line.rstrip()


def idle_corrections(registers: Registers, edition: Edition, texts: Collection[ShownText]) -> list[Problem]:
    """Corrections in seeds/forms.yml whose words occur in no text, or have their form without the entry."""
    if not edition.forms:
        return []
    problems = []
    plain = converters(replace(edition, forms=()))
    for index, record in enumerate(edition.forms):
        for script in plain:
            form = record.form(script)
            if not form:
                continue
            found = [text.text for text in texts if text.script != script and record.text in text.text]
            if any(_differs(plain[script](text), text, record.text, form) for text in found):
                continue
            why = "already has this form without the entry" if found else "occurs in no text that is converted"
            problems.append(
                Problem(
                    registers.files["forms.yml"].location(index, script),
                    "form-idle",
                    wrong=f"{record.text!r} {why}",
                    expected=f"words that occur in a text of the site and would not become {form!r} without the entry",
                    advice="remove the entry, or copy the words from `jianzhu forms`",
                )
            )
    return problems


def _differs(converted: str, text: str, words: str, form: str) -> bool:
    at = text.find(words)
    while at >= 0:
        if converted[at : at + len(words)] != form:
            return True
        at = text.find(words, at + 1)
    return False
