"""Settings: what of MkDocs' configuration the edition and the engine decide, so that mkdocs.yml names neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.show.escape import html
from jianzhu.show.texts import rights_of
from jianzhu.site.theme.assets import RELOADING, SCRIPTS_OF_PAGES
from jianzhu.site.theme.files import engine_templates
from jianzhu.source.load import load_edition
from jianzhu.source.records.registers import EditionRecord

#: The pages of the navigation, in their order, each with what it must have to be there.
NAV: dict[str, Callable[[Edition], object]] = {
    "index.md": lambda _: True,
    "articles/index.md": lambda edition: edition.articles,
    "questions/index.md": lambda edition: edition.questions,
    "glossary/index.md": lambda edition: edition.concepts,
    "timeline/index.md": lambda edition: edition.events,
    "claims/index.md": lambda edition: edition.claims,
    "sources.md": lambda edition: edition.sources,
    "apparatus/index.md": lambda edition: any(article.emendations for article in edition.articles),
    "download.md": lambda _: True,
    "about.md": lambda _: True,
}
#: Generated pages are linked from their indexes: a navigation that lists them all would be repeated on every page.
NOT_IN_NAV = (
    "**/articles/*",
    "**/questions/*",
    "**/glossary/*",
    "**/apparatus/*",
    "**/changes.md",
    "**/coverage.md",
    "**/data.md",
    "**/map.md",
    "**/rules.md",
    "**/search.md",
)
#: What edition.yml says, and mkdocs.yml must not say again.
_NAMES = ("site_name", "site_description", "site_author", "site_url", "copyright")


class SettingsError(Exception):
    """mkdocs.yml says what only edition.yml may; the message says what to do."""


@dataclass(frozen=True)
class Own:
    """What mkdocs.yml says itself of what is decided here: pages in the navigation, pages left out of it, names."""

    nav: list[Any] | None
    not_in_nav: GitIgnoreSpec
    names: tuple[str, ...]


def own_settings(config: MkDocsConfig, *, serving: bool) -> Own:
    """What mkdocs.yml says, as MkDocs has read it and nothing has changed it. The address is that of the server while
    `serving`.
    """
    named = [key for key in _NAMES if config.get(key) and not (serving and key == "site_url")]
    named += [f"{key} of {one.locale}" for one in _languages(config) for key in _NAMES if one.get(key)]
    return Own(config.nav, config.not_in_nav or GitIgnoreSpec(()), tuple(named))


def set_up(config: MkDocsConfig, own: Own, root: Path, *, serving: bool) -> None:
    """Name the site in `config` as seeds/edition.yml below `root` does, in each language, and add the engine's templates and
    scripts. What `config` has of its own comes first. Doing it again changes nothing.

    Raises SettingsError where mkdocs.yml names the edition, EditionError where edition.yml cannot be read.
    """
    if own.names:
        raise SettingsError(
            f"mkdocs.yml names the edition: {', '.join(own.names)}\n"
            "    expected: only seeds/edition.yml says what the edition is called and where it is\n"
            '    to do:    move it there (title, description, rights, address) and leave `site_name: ""` in mkdocs.yml'
        )
    config.not_in_nav = own.not_in_nav + GitIgnoreSpec.from_lines(NOT_IN_NAV)
    config.theme.dirs = list(dict.fromkeys([str(root / "overrides"), str(engine_templates()), *config.theme.dirs]))
    scripts = [*SCRIPTS_OF_PAGES, *([RELOADING] if serving else [])]
    config.extra_javascript = [*scripts, *(script for script in config.extra_javascript if str(script) not in scripts)]
    record = load_edition(root)
    top = record.languages.interface[0]
    config.load_dict(_names(record, top))
    if not serving:  # else MkDocs says where it is
        config.site_url = f"{record.address.rstrip('/')}/" if record.address else None
    for language in _languages(config):
        if language.locale in LANGUAGES:
            lang = Language(language.locale)
            language.load_dict(_names(record, lang))
            language.default, language.link = lang is top, "/" if lang is top else f"/{lang}/"


def set_pages(config: MkDocsConfig, own: Own, edition: Edition) -> None:
    """Put into the navigation of `config` the pages that have something to show in `edition`, where mkdocs.yml has none of its
    own; the others keep their addresses.
    """
    if own.nav:
        return
    config.nav = [page for page, shown in NAV.items() if shown(edition)]
    left_out = [f"**/{page}" for page, shown in NAV.items() if not shown(edition)]
    config.not_in_nav = own.not_in_nav + GitIgnoreSpec.from_lines([*NOT_IN_NAV, *left_out])


def _names(record: EditionRecord, lang: Language) -> dict[str, str]:
    """What the theme calls the site: its templates write this as markup."""
    return {
        "site_name": str(html(record.title[lang])),
        "site_description": str(html((record.description or record.line)[lang])),
        "copyright": str(html(rights_of(record, lang))),
    }


def _languages(config: MkDocsConfig) -> list[Any]:
    i18n = config.plugins.get("i18n")
    return list(i18n.config.languages) if i18n else []
