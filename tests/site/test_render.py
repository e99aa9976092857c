"""Render: the Markdown of the small edition, page by page, as documents one can read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.compile import compile_edition
from jianzhu.show.counts import count_word
from jianzhu.show.environment import visible
from jianzhu.show.escape import markdown
from jianzhu.site.charts.axis import scales_of
from jianzhu.site.pages import render
from jianzhu.text.characters import INVISIBLE, SPACES

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = (
    "zh/index.md",
    "zh/articles/craze.md",
    "en/articles/craze.md",
    "en/articles/index.md",
    "zh/glossary/index.md",
    "zh/glossary/large-model.md",
    "en/glossary/xiaomi.md",
    "en/timeline/index.md",
    "zh/apparatus/index.md",
    "en/apparatus/craze.md",
    "en/coverage.md",
    "zh/questions/index.md",
    "en/questions/how-many.md",
    "en/claims/index.md",
    "zh/map.md",
    "data/segments.json",
    "data/glossary.json",
    "data/emendations.json",
)


@pytest.fixture
def small_files(small):
    edition, problems = compile_edition(small)
    assert not problems
    return render(edition)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_rendered_so(small_files, path, golden):
    golden(GOLDEN / path.replace("/", "."), small_files[path])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("算力", "算力"),
        ("\n", "⏎"),
        ("\r\n", "␍⏎"),
        ("\r", "␍"),
        ("\t", "⇥"),
        ("\u00a0\u3000", "⍽⍽"),
        (" a b  ", "␣a b␣␣"),
        ("\u200b", "<U+200B>"),
        ("大\ufeff模\u202e型", "大<U+FEFF>模<U+202E>型"),
        ("\u2003\u2028", "<U+2003><U+2028>"),
        ("\x07", "<U+0007>"),
    ],
)
def test_what_cannot_be_seen_has_a_sign(text, shown):
    assert visible(text) == shown


@given(st.from_regex(f"[{INVISIBLE}{SPACES}\r\n\u2028\u2029]+", fullmatch=True))
def test_a_reading_that_a_rule_takes_away_is_never_shown_empty(text):
    """What the rules `invisible`, `spaces` and `newlines` change is seen in the apparatus of the site and in the books."""
    assert re.fullmatch(r"(?:[⏎␍⇥⍽␣]|<U\+[0-9A-F]{4,6}>| )+", visible(text))
    assert markdown(visible(text).strip())


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(1, "一", "one"), (2, "两", "two"), (5, "五", "five"), (10, "十", "ten"), (11, "11", "11")]
)
def test_a_small_number_is_a_word(number, zh, en):
    assert (count_word(number, "zh"), count_word(number, "en")) == (zh, en)


def test_the_pages_count_the_articles_and_name_the_years_of_the_scales(edition, files):
    count = len(edition.articles)
    assert f"\n{count_word(count, 'en').capitalize()} essays that" in files["en/articles/index.md"]
    assert f"\n{count_word(count, 'zh')}篇文章互相" in files["zh/articles/index.md"]
    assert f"\n{count_word(count, 'zh')}篇文章围成" in files["zh/map.md"]
    scales = scales_of(event.edtf for event in edition.events.values())
    for lang in ("zh", "en"):
        caption = re.search("<figcaption>(.*)</figcaption>", files[f"{lang}/timeline/index.md"])[1]
        assert list(map(int, re.findall(r"\d{4}", caption))) == list(scales.words.values())


def test_both_languages_have_the_same_pages(files):
    chinese, english = ({path[3:] for path in files if path.startswith(lang)} for lang in ("zh/", "en/"))
    assert chinese == english


def test_addresses_in_raw_html_lead_to_rendered_sentences(files):
    """MkDocs checks the links of Markdown only, and those of the pictures are none."""
    found = 0
    for path, text in files.items():
        for slug, anchor in re.findall(r'href="\.\./articles/([a-z0-9-]+)\.html#(s\d+)"', text):
            assert f"#{anchor} " in files[f"{path[:2]}/articles/{slug}.md"], (path, slug, anchor)
            found += 1
    assert found > 1000


def test_what_is_not_translated_says_so(small):
    path = small / "seeds/articles/craze/en.yml"
    path.write_text(path.read_text(encoding="utf-8").partition("s3:")[0], encoding="utf-8")
    edition, _ = compile_edition(small)
    files = render(edition)
    assert "[Not yet translated]{ #s3 .missing }" in files["en/articles/craze.md"]
    assert "[尚未翻译]{ .s3 .missing }" in files["zh/articles/craze.md"]


def test_a_stale_translation_says_so(small):
    path = small / "seeds/articles/craze/en.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("d71cc133", "00000000"), encoding="utf-8")
    edition, _ = compile_edition(small)
    files = render(edition)
    assert (
        "{ #s2 .stale }[the source has changed since this translation]{ .stale-mark }" in files["en/articles/craze.md"]
    )
    assert ".s2 .stale }[原文已改，译文待核]{ .stale-mark }" in files["zh/articles/craze.md"]


def test_an_editors_decision_that_words_mean_nothing_is_kept(small_files):
    assert "有人吃小米粥" in small_files["zh/articles/craze.md"]
    assert "[小米][:xiaomi]也做" in small_files["zh/articles/craze.md"]


def test_the_address_of_a_withdrawn_sentence_leads_to_its_successor(small):
    path = small / "seeds/articles/craze/segments.yml"
    path.write_text(path.read_text(encoding="utf-8") + "withdrawn:\n  s6: s2\n  s7: ~\n", encoding="utf-8")
    edition, problems = compile_edition(small)
    assert not problems
    for lang in ("zh", "en"):
        assert '{ #s2 }<a id="s6"></a>' in render(edition)[f"{lang}/articles/craze.md"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("en/glossary/large-model.md", "- [Narrower]{ .key } [Xiaomi](xiaomi.md)"),
        ("en/glossary/xiaomi.md", "- [Broader]{ .key } [large model](large-model.md)"),
    ],
)
def test_a_concept_names_those_above_and_below_it(small, page, line):
    path = small / "seeds/glossary/companies.yml"
    text = path.read_text(encoding="utf-8").replace("xiaomi:\n", "xiaomi:\n  broader: [large-model]\n", 1)
    path.write_text(text, encoding="utf-8")
    edition, problems = compile_edition(small)
    assert not problems
    assert line in render(edition)[page].splitlines()


def test_the_data_say_which_sentences_are_withdrawn_and_what_took_their_place(small):
    path = small / "seeds/articles/craze/segments.yml"
    path.write_text(path.read_text(encoding="utf-8") + "withdrawn:\n  s7: s2\n  s6: ~\n", encoding="utf-8")
    (article,) = json.loads(render(compile_edition(small)[0])["data/articles.json"])
    assert list(article["withdrawn"].items()) == [("s6", None), ("s7", "s2")]


def test_a_note_on_the_title_is_printed(small):
    notes = small / "seeds/articles/craze/notes.yml"
    notes.write_text(notes.read_text(encoding="utf-8").replace("segment: s4", "segment: s1").replace("exact: 算力", "exact: 哄")
                     .replace("exact: compute", "exact: In"), encoding="utf-8")  # fmt: skip
    edition, problems = compile_edition(small)
    assert not problems
    assert 'id="note-hub"' in render(edition)["zh/articles/craze.md"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_notes_on_a_sentence_stand_in_the_order_of_their_words(small, lang):
    notes = small / "seeds/articles/craze/notes.yml"
    text = notes.read_text(encoding="utf-8")
    # Later in the file and in the alphabet, earlier in the sentence.
    early = text.replace("hub:", "zeal:").replace("exact: 算力", "exact: 做").replace("exact: compute", "exact: Large")
    notes.write_text(text + early, encoding="utf-8")
    edition, problems = compile_edition(small)
    assert not problems
    page = render(edition)[f"{lang}/articles/craze.md"]
    assert 0 < page.index('id="note-zeal"') < page.index('id="note-hub"')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_note_on_a_whole_sentence_comes_before_those_on_its_words(small, lang):
    notes = small / "seeds/articles/craze/notes.yml"
    whole = "zeal:\n  segment: s4\n  kind: background\n  body:\n    zh: 热潮。\n    en: A craze.\n"
    notes.write_text(notes.read_text(encoding="utf-8") + whole, encoding="utf-8")
    edition, problems = compile_edition(small)
    assert not problems
    page = render(edition)[f"{lang}/articles/craze.md"]
    assert 0 < page.index('id="note-zeal"') < page.index('id="note-hub"')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_drafts_say_so_wherever_they_stand_and_what_is_reviewed_does_not(edition, lang):
    files, sign = render(edition), {"zh": "未校", "en": "draft"}[lang]
    entries = {
        **{
            (f"glossary/{name}.md", "{ .definition", concept.status): ".draft }"
            for name, concept in edition.concepts.items()
        },
        **{
            ("timeline/index.md", f'id="{name}"', event.status): 'class="event-entry draft"'
            for name, event in edition.events.items()
        },
        **{
            (f"articles/{slug}.md", f"timeline/index.md#{name})", edition.events[name].status): f"[{sign}]{{ .kind }}"
            for slug, names in edition.events_in.items()
            for name in names
        },
    }
    for (path, start, status), said in entries.items():
        line = next(line for line in files[f"{lang}/{path}"].splitlines() if start in line)
        assert (said in line) == (status == "draft"), (path, start)
    assert {status for _, _, status in entries} == {"draft", "reviewed"}
