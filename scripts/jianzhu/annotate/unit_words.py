"""Unit words: those that an edition lists for its units, and no text has."""

from __future__ import annotations

from collections.abc import Iterator

from jianzhu.annotate.edition import Edition
from jianzhu.language import Side
from jianzhu.source.kinds import word_location
from jianzhu.source.problems import Problem
from jianzhu.source.seeds import Seeds
from jianzhu.text.characters import fold_script, fold_width


def idle_words(seeds: Seeds, edition: Edition) -> Iterator[Problem]:
    """A problem for each word of kinds.yml that no article of `edition` has in its language."""
    if seeds.kinds_file is None:
        return
    texts = {
        edition.texts[side].code: "\n".join(sentence.text_on(side) or "" for sentence in edition.sentences.values())
        for side in Side
    }
    folded = {lang: fold_width(fold_script(text)).casefold() for lang, text in texts.items()}
    units = seeds.kinds.units
    for code in sorted(units.own):
        listed = (seeds.kinds_file.data["units"][code] or {}).get("words") or {}
        for lang, words in listed.items():
            for word in units.codes[code].words[lang][-len(words) :] if words else ():
                if lang in folded and word.word.casefold() not in folded[lang]:
                    yield Problem(
                        word_location(seeds.kinds_file, code, word),
                        "unit-word-idle",
                        wrong=f"no text has ‘{word.written}’, which is listed for the unit {code}",
                        expected="words that the texts use",
                        advice="remove the word, or correct how it is written",
                    )
