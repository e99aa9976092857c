"""Repair: what the rules do, and that nothing they do is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jianzhu.repair.edits import replay, undo
from jianzhu.repair.emendation import Emendation
from jianzhu.repair.repair import RULES, apply_rules, curated_layer, repair
from jianzhu.repair.rules import _LatinSentences
from jianzhu.repair.seed import read_seed
from jianzhu.source.records import Bilingual, EmendationRecord
from jianzhu.text.characters import HAN, LINE_ENDS

from tests.articles import FOLDERS


def documents() -> list[tuple[str, str, str]]:
    text = Path(__file__).with_name("repairs.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    return [tuple(case.strip("\n").split("\n")) for case in text.split("\n---\n")]


@pytest.mark.parametrize(("title", "seed", "printed"), documents(), ids=[case[0] for case in documents()])
def test_the_rules(title, seed, printed):
    assert apply_rules(seed)[0] == printed


@pytest.mark.parametrize(("title", "seed", "printed"), documents(), ids=[case[0] for case in documents()])
def test_a_repaired_text_needs_no_more_repair(title, seed, printed):
    assert apply_rules(printed)[0] == printed


@given(st.text(st.sampled_from("内外(nèi)（ā）,.:;?!…“” \u00a0\u200b\r\n\f\x8512aZ'-"), max_size=60))
@example("(nèi)内(nèi)\r\n内 ,(a)")
def test_whatever_the_rules_do_can_be_replayed_and_undone(seed):
    printed, layers = apply_rules(seed)
    assert replay(seed, layers) == printed
    assert undo(printed, layers) == seed


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"), [("", "一", 0), ("二", "", 3), ("", "三", 3), ("二", "三", 3), ("一", "", 6)]
)
def test_an_emendation_is_made_where_the_words_around_it_say(prefix, suffix, start):
    why = Bilingual(zh="样例。", en="A specimen.")
    record = EmendationRecord(sic="错", corr="正", prefix=prefix, suffix=suffix, reason="typo", cert="high", why=why)
    layer, _ = curated_layer("错一二错三一错", replace(FOLDERS["tortoise"], emendations=(record,)))
    assert [edit.start for edit in layer] == [start]


@pytest.mark.parametrize("end", ["\r\n", *LINE_ENDS])
def test_whatever_ends_a_line_for_some_program_ends_one_in_print_and_is_recorded(end):
    """pdftotext writes a form feed at the end of every page."""
    seed = f"第一页。\n{end}第二页{end}"
    printed, layers = apply_rules(seed)
    assert printed == "第一页。\n\n第二页\n"
    assert undo(printed, layers) == seed
    assert {edit.rule for layer in layers for edit in layer} == {"newlines"}
    assert next(rule.reason for rule in RULES if rule.name == "newlines") == "structure"


def in_latin_sentence(text: str, at: int) -> bool:
    """What `_LatinSentences` is to say, said of one mark by looking around it."""
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    before = re.search(r"[\x20-\x7e’]*\Z", text[max(line_start, at - 200) : at])[0]
    behind = re.match(r"[\x20-\x7e’]*", text[at : at + 200])[0]
    return bool(re.search(r"[A-Za-z]['’,]? [A-Za-z]", before + behind)) or not re.search(f"[{HAN}]", line)


pieces = st.sampled_from(["a b", "a, b", "a’ b", "a", " ", ",", "?", "’", "中", "。", "\n", "." * 195, "." * 199])


@given(st.lists(pieces, max_size=8).map("".join))
def test_latin_sentences_are_known_by_what_is_around_a_mark(text):
    latin = _LatinSentences(text)
    for match in re.finditer("[,?]", text):
        assert latin.hold(match.start()) == in_latin_sentence(text, match.start())


def test_no_two_rules_have_one_name():
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.fixture(params=FOLDERS)
def repaired(request):
    folder = FOLDERS[request.param]
    witness, problems = read_seed(folder)
    assert not problems
    result, problems = repair(witness, folder)
    assert not problems
    return witness, result


def test_replaying_the_steps_on_the_seed_gives_the_printed_text(repaired):
    witness, result = repaired
    assert replay(witness.text, result.layers) == result.text


def test_undoing_the_steps_gives_the_seed_back(repaired):
    witness, result = repaired
    assert undo(result.text, result.layers) == witness.text


def test_the_emendations_are_the_whole_difference(repaired):
    witness, result = repaired
    parts, seed_done, done = [], 0, 0
    for emendation in result.emendations:
        assert result.text[emendation.start : emendation.end] == emendation.corr
        between = result.text[done : emendation.start]
        assert witness.text[seed_done : emendation.seed_start] == between
        parts += [between, emendation.sic]
        seed_done, done = emendation.seed_start + len(emendation.sic), emendation.end
    assert "".join([*parts, result.text[done:]]) == witness.text


def test_emendation_ids_are_unique(repaired):
    _, result = repaired
    ids = [emendation.id for emendation in result.emendations]
    assert len(set(ids)) == len(ids)


def test_the_glosses_of_the_damaged_article_are_all_found():
    """295 glosses behind 37 characters, as counted in the seed by a pattern that knows nothing of the rule."""
    folder = FOLDERS["everyone-makes-models"]
    seed = folder.seed.decode("utf-8")
    counted = re.findall(r"(.)\(([^()]{1,7})\)", seed)
    counted = [
        (han, gloss) for han, gloss in counted if re.search("[^\x00-\x7f]", gloss) and re.fullmatch(r"[^\W\d_]+", gloss)
    ]
    counted = [pair for pair in counted if not re.search(f"[{HAN}]", pair[1])]
    result, _ = repair(read_seed(folder)[0], folder)
    dropped = [
        e for e in result.emendations for _ in re.findall(r"\([a-z]*[^\x00-\x7f][a-z]*\)", e.sic) if "(" in e.sic
    ]
    assert len(counted) == len(dropped) == 295
    assert len({han for han, _ in counted}) == 37


def slipped(emendation: Emendation) -> set[str]:
    return {c for c in emendation.sic if re.match(f"[{HAN}ι]", c) and c not in emendation.corr}


def test_slipped_bytes_are_explained_by_the_bytes():
    """Every stray character of a slipped passage stands in the GBK bytes of the restored one, at an odd offset."""
    folder = FOLDERS["everyone-makes-models"]
    result, _ = repair(read_seed(folder)[0], folder)
    found = 0
    for emendation in result.emendations:
        if emendation.reason != "mojibake":
            continue
        context = (emendation.before + emendation.corr).encode("gb18030")
        for stray in slipped(emendation):
            assert context.find(stray.encode("gb18030")) % 2 == 1, f"{stray} in {emendation.sic}"
            found += 1
    assert found == 10
