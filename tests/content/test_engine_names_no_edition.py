"""The engine, its theme and its words name nothing of the edition in this repository: the names are computed from its seeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: Tables of the language as such, which have words of every text.
TABLES = {"rules.txt", "words.txt", "STPhrases.txt"}
FILES = sorted(
    path
    for folder in ("scripts/jianzhu", "overrides", "docs/assets")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".yml", ".j2", ".js", ".css", ".html", ".md", ".txt", ".xhtml")
    and path.name not in TABLES
)


def names_of(edition) -> set[str]:
    """Titles, authors and slugs of the articles, the title of the edition, and the people and works of its glossary."""
    records = [article.record for article in edition.articles]
    told = [record.title for record in records] + [record.author for record in records if record.author]
    names = {text for one in (*told, edition.record.title) for text in (one.zh, one.en)}
    names |= {*edition.by_slug}
    named = (one for one in edition.concepts.values() if one.type in ("person", "work"))
    names |= {label for one in named for label in (one.pref_label.zh_hans, one.pref_label.en) if label}
    return {name for name in names if len(name) > 3 or re.search("[\u3400-\u9fff]{3}", name)}


@pytest.fixture(scope="module")
def pattern(edition) -> re.Pattern[str]:
    return re.compile(
        "|".join(
            rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
            for name in sorted(names_of(edition))
        )
    )


def test_there_are_names(edition):
    assert {edition.record.title.en, *edition.by_slug} <= names_of(edition)
    assert len(names_of(edition)) > 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_engine_names_no_edition(pattern, path: Path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {found[0]}" for number, line in enumerate(lines, 1) if (found := pattern.search(line))] == []


def test_mkdocs_yml_names_no_edition(pattern):
    assert not pattern.search((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def test_no_scale_of_the_timeline_is_a_year():
    for name in ("axis.py", "scale.py", "charts.py"):
        code = (ROOT / "scripts/jianzhu/site/charts" / name).read_text(encoding="utf-8")
        assert re.findall(r"(?<![\d.#])(?:19|20)\d\d(?!\d)", code) == []
