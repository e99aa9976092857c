"""Patches: each fits the pinned theme, changes what it says, and ends the build where it does not fit."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import material
import pytest
from jianzhu.site.build import make_site
from jianzhu.site.theme.patches import PATCHES, Patch, PatchError, patch_theme, patched, patched_styles
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from tests.project_copy import copy_project

TEMPLATES = Path(material.__file__).parent / "templates"
ALL = [(template, patch) for template, patches in PATCHES.items() for patch in patches]
#: What stands in the patched templates, and what no longer does: template, then regular expressions.
CHANGED = [
    ("base.html", r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"', r"<script src="),
    ("base.html", r'rel="alternate " href="\{\{ alt', r'rel="alternate" href="\{\{ alt'),
    ("base.html", r"""href="\{\{ 'assets/stylesheets/site\.css' \| url \}\}">""", r"in config\.extra_css"),
    ("base.html", r'id="__drawer">', r'md-toggle"[^>]*autocomplete'),
    ("base.html", r""""assets/javascripts/search\.js" \| url ~ '\?' ~ config\.theme\.language""", r"workers/search"),
    (
        "base.html",
        r"""<script defer src="\{\{ 'assets/javascripts/bundle""",
        r"script_tag \}\}\s*\{% endfor %\}\s*\{% endblock %\}\s*</body>",
    ),
    ("partials/header.html", r'script_choice\.html" %\}<label class="md-header__button md-icon" for="__search"', r"$^"),
    ("partials/palette.html", r'<form class="md-header__option">', r"data-md-component"),
    ("partials/search.html", r"""role="dialog" aria-label="\{\{ lang\.t\('search'\) \}\}">""", r"javascript:"),
    ("partials/toc.html", r"\{% set labels = page in nav\.pages %\}<\{\{", r'<label class="md-nav__title"'),
]


@pytest.fixture
def environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES))  # noqa: S701 (nothing is printed)


@pytest.mark.parametrize(("template", "there", "gone"), CHANGED)
def test_the_template_reads_then(environment, template, there, gone):
    source = patched(environment.loader, environment)[template]
    assert re.search(there, source)
    assert not re.search(gone, source)


@pytest.mark.parametrize(("template", "patch"), ALL, ids=lambda value: getattr(value, "why", value))
def test_a_theme_without_what_is_to_be_changed_is_refused(environment, template, patch):
    other = re.sub(patch.pattern, "", (TEMPLATES / template).read_text(encoding="utf-8"))
    environment.loader = ChoiceLoader([DictLoader({template: other}), environment.loader])
    with pytest.raises(PatchError) as refused:
        patch_theme(environment)
    for said in (
        template,
        patch.why,
        "mkdocs-material 9.",
        "requirements.txt",
        "jianzhu/site/theme/patches.py",
    ):
        assert said in str(refused.value)


@pytest.mark.parametrize("template", PATCHES)
def test_a_theme_without_the_template_is_refused(environment, template):
    names = set(PATCHES) - {template}
    environment.loader = DictLoader({name: (TEMPLATES / name).read_text(encoding="utf-8") for name in names})
    with pytest.raises(PatchError, match=f"has no template {template}"):
        patch_theme(environment)


def test_the_stylesheet_of_the_theme_holds_no_image(tmp_path):
    (source,) = (TEMPLATES / "assets/stylesheets").glob("main.*.min.css")
    copy = tmp_path / "assets/stylesheets" / source.name
    copy.parent.mkdir(parents=True)
    shutil.copy(source, copy)
    ((path, style),) = patched_styles(tmp_path).items()
    assert path == f"assets/stylesheets/{source.name}"
    assert "data:" not in style
    copy.write_text(style, encoding="utf-8")
    with pytest.raises(PatchError, match="0 ×"):
        patched_styles(tmp_path)


def test_what_is_there_more_often_than_it_should_be_is_refused():
    with pytest.raises(PatchError, match="2 ×"):
        Patch(why="one", pattern="a", put="b").apply("aa", "base.html")


def test_the_settings_are_written_in_their_own_characters(environment):
    patch_theme(environment)
    source = '{{ {"b": "找到 <script>", "a": 1} | tojson }}'
    assert environment.from_string(source).render() == '{"a": 1, "b": "找到 \\u003cscript\\u003e"}'


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("overrides/partials/search.html", "<div>another theme</div>", "a patch does not fit"),
        (
            "overrides/404.html",
            '{% extends "main.html" %}{% block content %}<p style="color:red">x</p>{% endblock %}',
            "404.html",
        ),
    ],
)
def test_a_build_with_another_theme_ends_and_leaves_the_last_site(root, tmp_path, capfd, path, text, message):
    project = copy_project(root, tmp_path / "project")
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good one", encoding="utf-8")
    (project / path).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit):
        make_site(project, progress=lambda _: None)
    error = capfd.readouterr().err
    assert message in error
    assert "to do:" in error
    assert "Traceback" not in error
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the last good one"
