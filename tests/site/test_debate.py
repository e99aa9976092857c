"""Claims, charts, questions and the map as Markdown: nothing is left out, and what they link to is there."""

from __future__ import annotations

import html
import math
import posixpath
import re

import pytest
from jianzhu.compile import compile_edition
from jianzhu.language import LANGUAGES
from jianzhu.show.quotations import shortened
from jianzhu.site.charts.charts import question_charts
from jianzhu.site.charts.circle import LABEL_RADIUS, LINE_HEIGHT, RADIUS, arcs, strips
from jianzhu.site.pages.claims import voice_token
from jianzhu.source.records import ClaimRecord, RemoteTarget
from jianzhu.source.ref import Ref


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_claim_has_one_row(edition, files, lang):
    names = re.findall(r'<tr id="([^"]+)"', files[f"{lang}/claims/index.md"])
    assert sorted(names) == sorted(edition.claims)


def test_the_rows_of_a_table_go_up(edition, files):
    for table in files["en/claims/index.md"].split("<tbody>")[1:]:
        names = re.findall(r'<tr id="([^"]+)"', table.partition("</tbody>")[0])
        orders = [edition.claims[name].quantity.order(edition.kinds.units) for name in names]
        assert orders == sorted(orders)
        ranks = [int(rank) for rank in re.findall(r'data-sort-figure="(\d+)"', table)]
        assert ranks == sorted(ranks)
        assert len(set(ranks)) == len(ranks)


def test_drafts_and_reviewed_claims_are_told_apart(edition, files):
    page = files["en/claims/index.md"]
    for name, claim in edition.claims.items():
        row = page[page.index(f'<tr id="{name}"') :].partition("</tr>")[0]
        assert f'class="{claim.status}"' in row
        assert ("<small>draft</small>" in row) == (claim.status == "draft")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cross_reference_is_drawn_and_listed(edition, files, lang):
    page = files[f"{lang}/map.md"]
    assert sorted(re.findall(r'<a href="#relation-([^"]+)"', page)) == sorted(edition.relations)
    assert sorted(re.findall(r'id="relation-([^"]+)" data-item', page)) == sorted(edition.relations)
    assert all(f"<title>{label}" in page for label in ("相抵触：" if lang == "zh" else "Contradicts: ",))


def test_a_chart_shows_claims_of_its_passages_in_one_unit(edition):
    shown = 0
    for name, question in edition.questions.items():
        passages = {passage.segment for position in question.positions for passage in position.passages}
        for chart in question_charts(edition, name, "en"):
            links = re.findall(r'href="\.\./articles/([^"]+)\.html#(s\d+)"', chart)
            assert len(links) >= 2
            assert {Ref(slug, segment) for slug, segment in links} <= passages
            shown += 1
    assert shown >= 5


def chart_of(small, about="figure", exact=None, **figures) -> str:
    """The chart of the small edition's question with a second claim in its first passage, on the words `exact`."""
    path = small / "seeds/questions.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("about: figure", f"about: {about}"), encoding="utf-8")
    edition, _ = compile_edition(small)
    first = edition.claims["models-238"]
    target = RemoteTarget(segment="craze:s2", zh={"exact": exact} if exact else None)
    rest = {"subject": "large-model", "unit": "model", "as_of": "2023", "target": target} | figures
    other = ClaimRecord(label=first.label, asserted_by=first.asserted_by, **rest)
    edition.claims["other"] = other
    edition.claims_in["craze"] = (*edition.claims_in["craze"], "other")
    return "".join(question_charts(edition, "how-many", "en"))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"value": 100}, ['<circle cx="35.33%"', "<b>100 models</b>"]),
        ({"min": 100}, ['<svg x="35.33%"', "M0 0h30m-7-4 7 4-7 4", "<b>at least 100 models</b>"]),
        ({"max": 100}, ['<svg x="35.33%"', "M0 0h-30m7-4-7 4 7 4", "<b>at most 100 models</b>"]),
        ({"min": 100, "max": 200}, ['<line class="bar" x1="35.33%" x2="62.67%"', "<b>100–200 models</b>"]),
        ({"value": 238000}, ["(logarithmic scale)"]),
        ({"value": 100, "subject": "baidu"}, ["<b>100 models</b>"]),
        ({"value": 100, "unit": "company"}, []),
    ],
)
def test_a_figure_is_drawn_so(small, figures, expected):
    chart = chart_of(small, **figures)
    assert bool(chart) == bool(expected)
    for part in expected:
        assert part in chart


@pytest.mark.parametrize(
    ("subject", "exact", "shown"),
    [
        ("large-model", "238个大模型", True),
        ("large-model", "238", True),
        ("large-model", "2023年", False),
        ("baidu", "238个大模型", False),
    ],
)
def test_a_question_that_is_about_no_figure_shows_only_its_answers_to_one_matter(small, subject, exact, shown):
    assert bool(chart_of(small, about="thesis", exact=exact, subject=subject, value=100)) == shown


def test_the_links_of_generated_markup_lead_somewhere(files):
    """MkDocs checks the links of Markdown; these stand in markup and are ours to check."""
    checked = 0
    for path, text in files.items():
        if not path.endswith(".md"):
            continue
        for href in re.findall(r'href="([^"]+)"', text):
            if href.startswith(("https://", "http://")):  # the address of a source
                assert path.endswith("sources.md"), (path, href)
                continue
            page, _, anchor = html.unescape(href).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
            target = target.removesuffix(".html").removesuffix(".md") + ".md"
            assert target in files, (path, href)
            assert not anchor or re.search(rf'id="{anchor}"|#{anchor}[ }}]', files[target]), (path, href)
            checked += 1
    assert checked > 500


def test_no_markup_is_split_by_a_blank_line(files):
    for path in ("en/claims/index.md", "zh/map.md", "en/questions/index.md"):
        for tag in ("table", "svg", "figure"):
            for element in re.findall(rf"<{tag}[ >].*?</{tag}>", files[path], re.DOTALL):
                assert "\n\n" not in element


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("words are not cut", 12, "words are…"),
        ("a clause, and more", 10, "a clause…"),
        ("中文可以在任何地方断开", 5, "中文可以在…"),
        ("逗号不留，再往下", 5, "逗号不留…"),
        ("unbreakable", 4, "unbr…"),
    ],
)
def test_a_sentence_is_shortened_so(text, room, expected):
    assert shortened(text, room) == expected


@pytest.mark.parametrize(
    ("name", "token"),
    [("Wind, cited by the author", "wind-cited-by-the-author"), ("R&D", "r-d"), ("OpenAI’s “team”", "openai-s-team")],
)
def test_a_voice_has_a_token(name, token):
    assert voice_token(name) == token


SIZES = [("a", 100), ("b", 40), ("c", 60)]


def test_the_ends_of_an_arc_stand_on_the_circle_in_the_order_of_reading():
    drawn = arcs(SIZES, [(("a", 0), ("b", 5)), (("a", 99), ("c", 59)), (("c", 1), ("c", 2))])
    for arc in drawn:
        assert [round(math.hypot(*end)) for end in arc.ends] == [RADIUS, RADIUS]
        assert arc.path.startswith(f"M{arc.ends[0][0]:g} {arc.ends[0][1]:g}Q")
    assert drawn[0].ends[0][0] < drawn[1].ends[0][0] or drawn[0].ends[0][1] < drawn[1].ends[0][1]


@pytest.mark.parametrize("articles", [1, 5, 71, 72, 200])
def test_sentences_go_round_the_circle_once_however_many_the_articles(articles):
    sizes = [(f"a{number}", 3) for number in range(articles)]
    drawn = arcs(sizes, [((slug, 0), (slug, 2)) for slug, _ in sizes])
    angles = [math.degrees(math.atan2(x, -y)) % 360 for arc in drawn for x, y in arc.ends]
    assert angles == sorted(angles)
    assert len(set(angles)) == 2 * articles


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_title_runs_into_the_circle(edition, lang):
    sizes = [(article.slug, sum(1 for _ in article.sentences)) for article in edition.articles]
    titles = {slug: title[lang] for slug, title in edition.short_titles.items()}
    found = strips(sizes, titles, lang)
    joint = "" if lang == "zh" else " "
    assert {strip.article: joint.join(line for *_, line in strip.lines) for strip in found} == titles
    for strip in found:
        for x, y, _ in strip.lines:
            assert abs(x) < 480
            assert abs(y) < 385
            if strip.anchor != "middle":
                assert math.hypot(x, y - LINE_HEIGHT * 0.3) >= LABEL_RADIUS - 1
