"""Stylesheets: each is published, and all keep to the breakpoints and the tokens that one file names."""

from __future__ import annotations

import re

import pytest
from jianzhu.site.theme.assets import STYLE_PARTS

from tests.conftest import ROOT
from tests.site.stylesheets import FOLDER, STYLESHEETS, parse

TOKENS = (FOLDER / "base/tokens.css").read_text(encoding="utf-8")
#: The table of breakpoints in the first comment: a width, and what it is for.
BREAKPOINTS = set(re.findall(r"^     ([\d.]+em) ", TOKENS, re.MULTILINE))
ALL = "".join(path.read_text(encoding="utf-8") for path in STYLESHEETS)
SCRIPTS = sorted((ROOT / "docs/assets/javascripts").rglob("*.js"))


def test_every_stylesheet_is_published_and_no_other_is_named():
    named = [ROOT / "docs" / path for path in STYLE_PARTS]
    assert sorted(named) == STYLESHEETS
    assert named[0] == FOLDER / "base/tokens.css"


def test_three_breakpoints_are_named():
    assert len(BREAKPOINTS) == 3


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.stem)
def test_conditions_name_breakpoints_only_and_one_way(path):
    """`width < 48em` and `width >= 48em` leave no gap between them."""
    for condition in parse(path.read_text(encoding="utf-8")).conditions:
        assert set(re.findall(r"[\d.]+(?:em|rem|px)", condition)) <= BREAKPOINTS, condition
        assert not re.search(r"(?:min|max)-width", condition), condition


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_ask_for_the_same_breakpoints_the_same_way(path):
    script = path.read_text(encoding="utf-8")
    assert set(re.findall(r"width[^\d)]*([\d.]+em)\)", script)) <= BREAKPOINTS
    assert not re.search(r"\((?:min|max)-width", script)


def test_every_token_is_used_and_every_variable_is_defined():
    defined = set(re.findall(r"(?<![\w-])(--[\w-]+):", ALL))
    used = set(re.findall(r"var\((--[\w-]+)", ALL))
    assert {name for name in used - defined if not name.startswith("--md-")} == set()
    assert {name for name in defined - used if not name.startswith("--md-")} == set()


def test_colors_stand_in_the_tokens_only():
    for path in STYLESHEETS:
        css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if path.name != "tokens.css":
            assert set(re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*;)", css)) == set(), path.name
