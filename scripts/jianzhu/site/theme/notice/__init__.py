"""Notice: the licenses of all that the site hands on of others' work, with their full texts: NOTICE.txt of site and zip.

What Python's packages bring is read from the packages that are installed. What Material has built into its script and style is
told by the source maps beside them: a package that is not in BUILT_IN, or another version of one, ends the build.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import jianzhu

NOTICE = "NOTICE.txt"
#: Parts of the theme that no page uses, below its templates: its own search, in whose place is the edition's.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")

_THEME = "mkdocs-material"
_TEXTS = Path(__file__).with_name("licenses")
_PACKAGE = re.compile(r".*node_modules/((?:@[^/]+/)?[^/]+)/")
_RULE = "=" * 80


class NoticeError(Exception):
    """What is handed on is not what is known here; the message says what, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Component:
    """Something of others': who made it, where it is in the site, and the texts of its license."""

    name: str
    version: str
    license: str
    source: str
    place: str
    texts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BuiltIn:
    """A package of npm within Material's script or style. `sum` is the SHA-256 of what is in there of it, None where the
    source map has only the names of files; the files of npm's package of this version are the same.
    """

    version: str
    license: str
    texts: tuple[str, ...]
    sum: str | None
    note: str = ""


BUILT_IN: dict[str, BuiltIn] = {
    "clipboard": BuiltIn(
        version="2.0.11",
        license="MIT",
        texts=("clipboard", "tiny-emitter"),
        sum="815e0dbabbe0354a2a3f555f82b021857313377fcffb4b202681edf7ba575e1c",
        note=", with good-listener, select and delegate (all of Zeno Rocha, under the same license) and tiny-emitter",
    ),
    "escape-html": BuiltIn(
        version="1.0.3",
        license="MIT",
        texts=("escape-html",),
        sum="9f9950334c1553b98954fb705590095085c0e566a55701bb059c98f6328b7cd8",
    ),
    "focus-visible": BuiltIn(
        version="5.2.1",
        license="W3C-20150513",
        texts=("W3C-20150513",),
        sum="947265c02a7d8550bbc2c66f62e8f9fb86cfe7fe57b68abd77cf347aaec0cdc3",
    ),
    "material-design-color": BuiltIn(
        version="2.3.2",
        license="MIT",
        texts=("material-design-color",),
        sum=None,
    ),
    "rxjs": BuiltIn(
        version="7.8.2",
        license="Apache-2.0",
        texts=("rxjs",),
        sum="48536a5532bcc8d0ff168ca9734616f32f11f92266a5fc86f9e199f210d19b01",
    ),
    "tslib": BuiltIn(
        version="2.7.0",
        license="0BSD",
        texts=("tslib",),
        sum="5b9a7850b5be12ce1c740a1c314a8d582999fa9196d2b732d826a169ac33cb13",
    ),
}


def notice(icons: Iterable[str], own: str) -> str:
    """The text of NOTICE.txt for a site with icons of the sets `icons` (folders of the theme) and the project's license `own`.

    Raises NoticeError.
    """
    parts = [
        (
            "This site is made with Jianzhu and contains parts of the works listed below. None of these licenses applies to its\n"
            "texts (essays, translation and notes): see the page About.\n\n"
            "本站由“笺注”生成，包含下列软件的部分内容，各按其许可证使用。文章、译文与笺注不适用这些许可证，见“关于”页。"
        ),
        f"Jianzhu: the site's own scripts and styles, the search and the books\n\n{own.strip()}",
    ]
    above: dict[str, str] = {}
    for one in components(icons):
        head = f"{one.name} {one.version}".strip()
        lines = [head, f"License: {one.license}", f"Source:  {one.source}", f"Used in: {one.place}"]
        for text in one.texts:
            if text in above:
                lines.append(f"\nThe text of this license is above, under {above[text]}.")
            else:
                lines.append(f"\n{text}")
                above[text] = head
        parts.append("\n".join(lines))
    return f"\n\n{_RULE}\n".join(parts) + "\n"


def components(icons: Iterable[str]) -> Iterator[Component]:
    """All that is handed on, in the order of NOTICE.txt. Raises NoticeError."""
    theme, opencc = _distribution(_THEME), _distribution("opencc")
    templates = Path(str(theme.locate_file("material/templates")))
    yield Component(
        name="Material for MkDocs",
        version=theme.version,
        license="MIT",
        source="https://github.com/squidfunk/mkdocs-material",
        place="the frame of every page; assets/javascripts/bundle.*.js, assets/stylesheets/main.*.css and palette.*.css",
        texts=license_texts(theme),
    )
    for name, found in sorted(built_in(templates).items()):
        known = _known(name, found, theme.version)
        yield Component(
            name=name,
            version=f"{known.version}{known.note}",
            license=known.license,
            source=f"https://www.npmjs.com/package/{name}",
            place="within Material's script and style",
            texts=tuple(_text(text) for text in known.texts),
        )
    for icon_set in sorted({"material", *icons}):
        yield _icons(icon_set, templates, theme.version)
    yield Component(
        name="OpenCC",
        version=opencc.version,
        license="Apache-2.0",
        source="https://github.com/BYVoid/OpenCC",
        place="data/variants.js and data/search/, derived from its dictionaries: changed, and cut to the characters of this site",
        texts=license_texts(opencc),
    )


def own_license() -> str:
    """The license of this software: the file of its source tree, or where it is installed the one that came with the package.
    Raises NoticeError where the package came without."""
    tree = Path(jianzhu.__file__).parents[2]
    if (tree / "pyproject.toml").is_file():
        return (tree / "LICENSE").read_text(encoding="utf-8")
    return "\n\n".join(license_texts(distribution("jianzhu")))


def license_texts(package: Distribution) -> tuple[str, ...]:
    """The texts of the license files that came with an installed `package`. Raises NoticeError where there is none."""
    files = [
        file
        for file in package.files or ()
        if ".dist-info/" in str(file) and re.match(r"(?i)licen[cs]e|copying|notice|authors", file.name)
    ]
    texts = tuple(
        file.read_text(encoding="utf-8").strip() for file in sorted(files, key=lambda file: file.name != "LICENSE")
    )
    if not texts:
        raise NoticeError(
            f"{package.name} {package.version} came without a license file\n"
            f"    to do:    install it from requirements.txt, or add the text in {_TEXTS}"
        )
    return texts


def built_in(templates: Path) -> dict[str, str | None]:
    """The packages of npm within the theme's scripts and styles, with the SHA-256 of their parts, None for those of styles."""
    parts: dict[str, dict[str, str | None]] = defaultdict(dict)
    maps = [path for path in sorted(templates.glob("assets/**/*.map")) if not _unused(path.relative_to(templates))]
    if not any(path.name.startswith("bundle.") for path in maps):
        raise NoticeError(
            f"{_THEME} has no source map of its script, which lists what is built into it\n"
            "    to do:    find out what is, and list it in scripts/jianzhu/site/theme/notice/__init__.py"
        )
    for path in maps:
        found = json.loads(path.read_text(encoding="utf-8"))
        contents = found.get("sourcesContent") or [None] * len(found["sources"])
        for source, content in zip(found["sources"], contents, strict=True):
            if package := _PACKAGE.match(source):
                parts[package[1]][source] = content
    return {name: _sum_of(files) for name, files in parts.items()}


def _sum_of(files: dict[str, str | None]) -> str | None:
    if None in files.values():
        return None
    return hashlib.sha256("\0".join(f"{path}\0{files[path]}" for path in sorted(files)).encode()).hexdigest()


def _known(name: str, found: str | None, theme: str) -> BuiltIn:
    known = BUILT_IN.get(name)
    if known is None or known.sum != found:
        wrong = f"another {name} than {known.version}" if known else f"{name}, whose license is not known here"
        raise NoticeError(
            f"the scripts and styles of {_THEME} {theme} contain {wrong}\n"
            f"    expected: the packages of BUILT_IN in scripts/jianzhu/site/theme/notice/__init__.py with their sums\n"
            f"    found:    {name} with the sum {found}\n"
            f"    to do:    find its version and license, and correct BUILT_IN and the texts in {_TEXTS.name}/"
        )
    return known


def _icons(name: str, templates: Path, theme: str) -> Component:
    path = next((templates / ".icons" / name).glob("LICENSE*"), None)
    if path is None:
        raise NoticeError(
            f"the icons “{name}” of {_THEME} {theme} come without a license file\n"
            "    to do:    choose icons of another set in mkdocs.yml"
        )
    text = path.read_text(encoding="utf-8").strip()
    apache = (_text("Apache-2.0"),) if "Apache 2.0" in text else ()
    return Component(
        name=f"Icons “{name}”",
        version=f"of Material for MkDocs {theme}",
        license="Apache-2.0" if apache else "see below",
        source=f"https://github.com/squidfunk/mkdocs-material/tree/master/material/templates/.icons/{name}",
        place="pictures within the pages and in the theme's styles",
        texts=(text, *apache),
    )


def _unused(path: Path) -> bool:
    return path.as_posix().startswith(UNUSED)


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8").strip()


def _distribution(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError as error:
        raise NoticeError(f"{name} is not installed\n    to do:    install what requirements.txt pins") from error
