"""Notice: every license of what is handed on, in site and zip; what is not known is refused. Dependencies, as README tells them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import material
import pytest
from jianzhu.site.theme.notice import BUILT_IN, NOTICE, UNUSED, NoticeError, built_in, components, license_texts, notice

TEMPLATES = Path(material.__file__).parent / "templates"
ROOT = Path(__file__).parents[2]
OWN = (ROOT / "LICENSE").read_text(encoding="utf-8")
#: What is handed on, its license, and words of its text.
HANDED_ON = {
    "Jianzhu": ("", "The Jianzhu maintainers"),
    "Material for MkDocs": ("MIT", "Martin Donath"),
    "clipboard": ("MIT", "Zeno Rocha"),
    "escape-html": ("MIT", "TJ Holowaychuk"),
    "focus-visible": ("W3C-20150513", "W3C SOFTWARE AND DOCUMENT NOTICE AND LICENSE"),
    "material-design-color": ("MIT", "Denis Malinochkin"),
    "rxjs": ("Apache-2.0", "Google, Inc., Netflix, Inc., Microsoft Corp."),
    "tslib": ("0BSD", "Microsoft Corporation"),
    "Icons “material”": ("Apache-2.0", "Pictogrammers Free License"),
    "OpenCC": ("Apache-2.0", "Carbo Kuo"),
}


@pytest.fixture
def theme(tmp_path) -> Path:
    """The source maps of the theme, in a folder where they can be changed."""
    for path in TEMPLATES.glob("assets/**/*.map"):
        to = tmp_path / path.relative_to(TEMPLATES)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)
    return tmp_path


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"\n\n={80}\n", text)[1:]
    return {name: part for name in HANDED_ON for part in parts if part.startswith(name)}


@pytest.mark.parametrize("name", HANDED_ON)
def test_the_notice_has_name_version_source_and_text(name):
    part = sections(notice([], OWN))[name]
    license_, words = HANDED_ON[name]
    assert words in part
    if license_:
        assert f"License: {license_}\n" in part
        assert re.search(r"^Source:  https://\S+$", part, re.MULTILINE)
        assert re.search(r"\d\.\d", part.partition("\n")[0])


def test_a_text_stands_once_and_the_notice_is_the_same_every_time():
    text = notice([], OWN)
    assert text == notice(["material"], OWN)
    assert text.count("Pictogrammers Free License") == 1
    assert (
        text.count("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION") == 2
    )  # of RxJS, and of icons and OpenCC
    assert len(sections(text)) == len(HANDED_ON) == text.count("=" * 80)


def test_icons_of_another_set_bring_their_license():
    assert "Font Awesome Free License" in notice(["fontawesome"], OWN)
    with pytest.raises(NoticeError, match="“nowhere”"):
        notice(["nowhere"], OWN)


def test_what_is_built_into_the_theme_is_known_to_the_byte():
    assert built_in(TEMPLATES) == {name: known.sum for name, known in BUILT_IN.items()}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda data: data["sources"].append("node_modules/other/a.js") or data["sourcesContent"].append(""),
            "other, whose",
        ),
        (
            lambda data: data["sourcesContent"].__setitem__(
                next(at for at, path in enumerate(data["sources"]) if "/rxjs/" in path), "another version"
            ),
            "another rxjs than 7.8.2",
        ),
    ],
)
def test_what_is_not_known_is_refused(theme, monkeypatch, change, message):
    path = next(theme.glob("assets/javascripts/bundle.*.map"))
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr("jianzhu.site.theme.notice.built_in", lambda _: built_in(theme))
    with pytest.raises(NoticeError, match=message) as refused:
        list(components([]))
    assert "to do:" in str(refused.value)


def test_a_theme_that_does_not_tell_what_is_built_in_is_refused(theme):
    next(theme.glob("assets/javascripts/bundle.*.map")).unlink()
    with pytest.raises(NoticeError, match="no source map"):
        built_in(theme)


def test_a_package_without_a_license_is_refused(tmp_path):
    folder = tmp_path / "bare-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Name: bare\nVersion: 1.0\n")
    (folder / "RECORD").write_text("bare-1.0.dist-info/METADATA,,\n")
    with pytest.raises(NoticeError, match=r"bare 1\.0 came without a license"):
        license_texts(Distribution.at(folder))


def test_the_site_carries_it_and_nothing_of_what_is_unused(site):
    assert (site / NOTICE).read_text(encoding="utf-8") == notice([], OWN)
    files = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [path for path in files if path.startswith(UNUSED)] == []


def test_nothing_of_others_lies_among_our_own_scripts_and_styles():
    """What is vendored would be named here: path, version, source, SHA-256."""
    known: dict[str, str] = {}
    own = re.compile(r"^(// @ts-check\n)?/\* (?=[A-Z])(?:(?![Ll]icen[cs]e|[Cc]opyright|@)[^*])+\*/")
    for path in sorted((ROOT / "docs/assets").rglob("*")):
        if path.suffix in (".js", ".css") and not own.match(path.read_text(encoding="utf-8")):
            assert known.get(path.name) == hashlib.sha256(path.read_bytes()).hexdigest(), path


# --- The dependencies -------------------------------------------------------------------------------------------------


def dependencies() -> dict[str, str]:
    """From the name of each direct dependency to its version, as pyproject.toml has them."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [*stated["project"]["optional-dependencies"].values(), *stated["dependency-groups"].values()]
    lines = [*stated["project"]["dependencies"], *(line for group in groups for line in group)]
    return {re.sub(r"\[.*\]", "", line.partition("==")[0]): line.partition("==")[2] for line in lines}


def told() -> dict[str, str]:
    """From the name of each dependency to its license, as README tells them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z][\w-]+) \| ([\w.-]+) \| .+ \|$", readme, re.MULTILINE))


#: How packages call a license, and its identifier (SPDX); the first that is found holds.
CALLED = {
    "Apache-2.0": ("Apache-2.0", "Apache License 2.0", "Apache Software License"),
    "MPL-2.0": ("MPL-2.0",),
    "BSD-2-Clause": ("BSD-2-Clause",),
    "BSD-3-Clause": ("BSD-3-Clause", "Neither the name of the copyright holder nor"),
    "MIT": ("MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"),
}


def license_of(package: Distribution) -> str:
    """The license of an installed package: as its metadata have it, or by the words of its license file."""
    data = package.metadata
    said = data.get("License-Expression") or data.get("License") or " ".join(data.get_all("Classifier") or ())
    return _called(said) or _called(" ".join(" ".join(license_texts(package)).split()))


def _called(text: str) -> str | None:
    return next((name for name, forms in CALLED.items() if any(form in text for form in forms)), None)


def test_readme_names_every_direct_dependency():
    assert list(told()) == sorted(dependencies())


@pytest.mark.parametrize("name", dependencies())
def test_readme_tells_the_license_that_the_package_has(name):
    try:
        package = distribution(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed for the tests")  # what only the benchmark of the search needs
    assert told()[name] == license_of(package)
