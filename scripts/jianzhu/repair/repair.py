"""Repair: from the witness to the printed text, every step recorded.

First the curated emendations and what is left out, quoted from the seed as received; then the rules of RULES in their
order. Each step gives a layer of edits, so that the printed text can be replayed from the seed and led back to it.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jianzhu.repair.carry import carry, carry_layer, kept_stretches, masked
from jianzhu.repair.decode import Witness
from jianzhu.repair.edits import Change, Edit, Layer, changes, make_layer, replay_layer
from jianzhu.repair.emendation import LEFT_OUT, PART, RECORDED, Emendation
from jianzhu.repair.layout import (
    Lines,
    close_up_words,
    drop_page_numbers,
    join_wrapped_lines,
    narrow_latin,
)
from jianzhu.repair.rules import (
    close_up_marks,
    drop_invisible,
    drop_pinyin_glosses,
    expand_ellipses,
    normalize_newlines,
    normalize_spaces,
    single_spaces,
    widen_punctuation,
)
from jianzhu.source.problems import Location, Problem
from jianzhu.source.quote import find_words, locate_quote
from jianzhu.source.records import Bilingual, Certainty, Citations, Reason
from jianzhu.source.seeds import Folder
from jianzhu.text.addresses import Cover
from jianzhu.text.structure import Structure


@dataclass(frozen=True)
class Rule:
    """A named repair: `edits` is a pure function of the text so far. Those `of_layout` are for plain text only, whose lines and
    pages are all that is known of its structure.
    """

    name: str
    edits: Callable[[str], list[Edit]]
    reason: Reason
    cert: Certainty
    why: Bilingual
    of_layout: bool = False


RULES: tuple[Rule, ...] = (
    Rule(
        "page-number",
        drop_page_numbers,
        "structure",
        "high",
        Bilingual(
            zh="页码与书眉，属于版面，不属于正文。",
            en="Page numbers and running heads, which belong to the page, not to the text.",
        ),
        of_layout=True,
    ),
    Rule(
        "newlines",
        normalize_newlines,
        "structure",
        "high",
        Bilingual(zh="统一换行符。", en="One kind of line ending."),
    ),
    Rule(
        "hard-wrap",
        join_wrapped_lines,
        "structure",
        "high",
        Bilingual(
            zh="底本按固定宽度断行；同一段的各行接成一行。",
            en="The lines of the seed were cut to a fixed width; those of one paragraph are joined.",
        ),
        of_layout=True,
    ),
    Rule(
        "spaces-in-words",
        close_up_words,
        "structure",
        "medium",
        Bilingual(
            zh="文字识别程序在汉字之间插入的空格。",
            en="Spaces that a program for text recognition put between Chinese characters.",
        ),
    ),
    Rule(
        "full-width-latin",
        narrow_latin,
        "punctuation",
        "high",
        Bilingual(zh="全角的拉丁字母与数字。", en="Latin letters and digits in full width."),
    ),
    Rule(
        "pinyin-gloss",
        drop_pinyin_glosses,
        "pinyin-gloss",
        "high",
        Bilingual(
            zh="转载程序在个别汉字后插入的注音，非作者所写。",
            en="A pronunciation gloss that a reprinting program inserted after certain characters; not the author's.",
        ),
    ),
    Rule(
        "invisible",
        drop_invisible,
        "punctuation",
        "high",
        Bilingual(
            zh="零宽字符与改变书写方向的控制符。",
            en="Zero-width characters, and characters that change the direction of writing.",
        ),
    ),
    Rule(
        "spaces",
        normalize_spaces,
        "punctuation",
        "high",
        Bilingual(
            zh="不换行空格，以及全角标点旁的空格。",
            en="No-break spaces, and spaces beside full-width punctuation.",
        ),
    ),
    Rule(
        "full-width-punctuation",
        widen_punctuation,
        "punctuation",
        "high",
        Bilingual(
            zh="底本的中文标点被压成半角；恢复为全角，数字与西文内部不动。",
            en="Chinese punctuation had been flattened to ASCII; full width is restored, except inside numbers and Latin text.",
        ),
    ),
    Rule(
        "spaces-beside-marks",
        close_up_marks,
        "punctuation",
        "high",
        Bilingual(
            zh="恢复为全角的标点旁的空格。",
            en="Spaces beside punctuation whose full width has been restored.",
        ),
    ),
    Rule(
        "ellipsis",
        expand_ellipses,
        "punctuation",
        "high",
        Bilingual(
            zh="中文省略号为六点（GB/T 15834—2011）。",
            en="The Chinese ellipsis has six dots (GB/T 15834-2011).",
        ),
    ),
)

#: What is repaired in a text of another language: Chinese punctuation is not restored where there has been none.
OTHER_RULES: tuple[Rule, ...] = (
    *RULES[:3],
    Rule(
        "single-spaces",
        single_spaces,
        "punctuation",
        "high",
        Bilingual(zh="连续的空格，以及行首行尾的空格。", en="Runs of spaces, and spaces at the ends of lines."),
    ),
)

#: By the code of a language: the rules for its texts.
RULES_OF: Mapping[str, tuple[Rule, ...]] = {"zh": RULES, "lzh": RULES}

_RULES = {rule.name: rule for rule in (*RULES, *OTHER_RULES)}


@dataclass(frozen=True)
class Repaired:
    """The printed text, the layers of edits that produce it, and the resulting changes in text order.

    `structure` is that of the printed text; None for plain text, whose blocks are proposed by rule.
    """

    text: str
    layers: tuple[Layer, ...]
    emendations: tuple[Emendation, ...]
    structure: Structure | None = None


def repair(witness: Witness, folder: Folder) -> tuple[Repaired, list[Problem]]:
    """The witness as printed. Emendations that cannot be placed are reported and left out."""
    curated, problems = curated_layer(witness.text, folder)
    given, source = witness.structure, folder.article.source
    text, by_rule = apply_rules(
        replay_layer(witness.text, curated),
        given and carry_layer(given, curated),
        folder.texts.source.code,
        source.lines,
    )
    layers = (curated, *by_rule)
    # What belongs to another article of the same file is no emendation of this one.
    made = [change for change in changes(witness.text, layers) if PART not in change.rules]
    emendations = tuple(_emendation(change, text, folder) for change in made)
    structure = None if given is None else carry(given, witness.text, layers)
    return Repaired(text, layers, emendations, structure), problems


def apply_rules(
    text: str, structure: Structure | None = None, lang: str = "zh", lines: Lines = "paragraphs"
) -> tuple[str, tuple[Layer, ...]]:
    """`text`, in the language with the code `lang`, after all rules for it in their order, and the layer of each.

    Addresses, code and formulas, found or of the author’s `structure`, stay as they are, but for their line ends: a rule sees
    them as so many x. Without a structure `lines` says what a line is.
    """
    layers = []
    for rule in RULES_OF.get(lang, OTHER_RULES):
        if (rule.of_layout and structure is not None) or (rule.edits is join_wrapped_lines and lines != "wrapped"):
            continue
        edits = rule.edits(text) if rule.edits is normalize_newlines else _edits_outside(rule, text, structure)
        layers.append(make_layer(edits))
        text = replay_layer(text, layers[-1])
        structure = structure and carry_layer(structure, layers[-1])
    return text, tuple(layers)


def _edits_outside(rule: Rule, text: str, structure: Structure | None) -> list[Edit]:
    """What `rule` does to `text` outside what is kept as it is."""
    kept = kept_stretches(text, structure)
    if not kept:
        return rule.edits(text)
    cover = Cover(kept)
    return [edit for edit in rule.edits(masked(text, structure, kept, "x")) if not cover.touches(edit.start, edit.end)]


def curated_layer(text: str, folder: Folder) -> tuple[Layer, list[Problem]]:
    """The editors' emendations and omissions as one layer on the seed's `text`."""
    problems: list[Problem] = []
    edits: list[Edit] = []
    starts: list[int] = []  # of the edits in the order of the text, and with each its place in the order of the files
    order: list[int] = []
    locations: dict[str, Location] = {}
    quoted = [
        (folder.location("emendations.yml", index), record.quote, record.corr, f"{RECORDED}{index}")
        for index, record in enumerate(folder.emendations)
    ] + [
        (folder.location("article.yml", "leftOut", index), record.quote, "", f"{LEFT_OUT}{index}")
        for index, record in enumerate(folder.article.left_out)
    ]
    for edit, location in _outside(text, folder, problems):
        starts.append(edit.start)
        order.append(len(edits))
        edits.append(edit)
        locations[PART] = location
    known = find_words(text, (quote.whole for _, quote, _, _ in quoted))
    for location, quote, corr, name in quoted:
        start = locate_quote(text, quote, location, f"the seed of {folder.slug}", known=known)
        if isinstance(start, Problem):
            problems.append(start)
            continue
        edit = Edit(start, quote.exact, corr, name)
        # Those that stand do not overlap: what reaches into this one begins within it, or is the last one before it.
        behind, at = bisect.bisect_left(starts, edit.end), bisect.bisect_left(starts, edit.start)
        rivals = [number for number in order[max(0, at - 1) : behind] if edits[number].end > edit.start]
        if rivals:
            rival = edits[min(rivals)]
            problems.append(
                Problem(
                    location,
                    "emendation-overlap",
                    wrong=f"{quote.exact!r} shares characters with {rival.sic!r} ({locations[rival.rule]})",
                    expected="emendations that do not overlap",
                    advice="merge the two, or shorten one and locate it by prefix and suffix",
                )
            )
            continue
        starts.insert(at, edit.start)
        order.insert(at, len(edits))
        edits.append(edit)
        locations[name] = location
    return make_layer(edits), problems


def _outside(text: str, folder: Folder, problems: list[Problem]) -> Iterator[tuple[Edit, Location]]:
    """The edits that leave out what is before and behind the article's part of its file, in order."""
    part = folder.article.source.part
    ends = {"begins": part.begins, "ends": part.ends} if part is not None else {}
    for name, quote in ends.items():
        if quote is None:
            continue
        location = folder.location("article.yml", "source", "part", name)
        start = locate_quote(text, quote, location, f"the seed of {folder.slug}")
        if isinstance(start, Problem):
            problems.append(start)
            continue
        left, right = (0, start) if name == "begins" else (start + len(quote.exact), len(text))
        if left < right:
            yield Edit(left, text[left:right], "", PART), location


def _emendation(change: Change, text: str, folder: Folder) -> Emendation:
    reason, cert, resp, why, sources = _grounds(change.rules, folder)
    return Emendation(
        id=f"e{change.seed_start}",
        seed_start=change.seed_start,
        sic=change.sic,
        before=text[max(0, change.start - 1) : change.start],
        start=change.start,
        corr=change.corr,
        reason=reason,
        cert=cert,
        resp=resp,
        why=why,
        rules=change.rules,
        sources=sources,
    )


def _grounds(rules: tuple[str, ...], folder: Folder) -> tuple[Reason, Certainty, str, Bilingual, Citations]:
    """Why a change was made, and what that rests on: an editor's decision outranks the rules that touched the same place."""
    for name in rules:
        if name.startswith(RECORDED):
            record = folder.emendations[int(name.removeprefix(RECORDED))]
            return record.reason, record.cert, record.resp, record.why, record.sources
        if name.startswith(LEFT_OUT):
            return "boilerplate", "high", "editors", folder.article.left_out[int(name.removeprefix(LEFT_OUT))].why, ()
    rule = _RULES[rules[0]]
    return rule.reason, rule.cert, f"rule:{rule.name}", rule.why, ()
