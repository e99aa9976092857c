"""Plugin: what MkDocs calls, as `jianzhu` among the `plugins` of mkdocs.yml. It gives MkDocs the edition in seeds/ beside
that file, by its own names, and the engine's pages, templates, styles and scripts.

Every build, and every rebuild of `mkdocs serve`, renders seeds/ first.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import jianzhu
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import READER, THEME
from jianzhu.show.variants import converters, edition_texts
from jianzhu.site.build import forget_stamp
from jianzhu.site.cache import CACHE
from jianzhu.site.generated import add_generated, locate_generated
from jianzhu.site.publish import generated_folder
from jianzhu.site.render import build_if_changed, built_edition
from jianzhu.site.settings import Own, SettingsError, own_settings, set_pages, set_up
from jianzhu.site.theme.assets import (
    FILES,
    HEAD_PARTS,
    HEAD_SCRIPT,
    REDIRECT_SCRIPT,
    RELOADING,
    SCRIPT_PARTS,
    SEARCH_PARTS,
    SEARCH_RULES,
    SEARCH_WORKER,
    STYLE,
    STYLE_PARTS,
    bundle_assets,
    message_files,
    sitemap,
    without_cell_styles,
)
from jianzhu.site.theme.files import engine_docs
from jianzhu.site.theme.notice import NOTICE, UNUSED, NoticeError, notice, own_license
from jianzhu.site.theme.patches import PatchError, patch_theme, patched_styles
from jianzhu.site.theme.policy import META, breaches
from jianzhu.source.problems import EditionError, report
from jianzhu.storage.files import explain
from jianzhu.storage.lock import acquire, release
from jianzhu.text.variants import SCRIPTS, page_runs, variants_file

# Editorial problems are logged as information, not as warnings: the pages show them, and `check` fails on them.
log = logging.getLogger("mkdocs.plugins.jianzhu")

#: The template of the pages at old addresses.
REDIRECT = "redirect.html"


class _NoOptions(Config):  # type: ignore[no-untyped-call] # of MkDocs' own
    """mkdocs.yml has nothing to say to the plugin."""


class EditionPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call] # of MkDocs' own
    """The edition below the folder of mkdocs.yml. MkDocs makes one of it for all rebuilds of `serve`."""

    def __init__(self) -> None:
        self._command = "build"
        #: The projects whose lock a build holds.
        self._locked: set[Path] = set()
        #: The Chinese texts of the pages of the last build of each language, with the script they are in.
        self._texts: dict[str, set[tuple[str, str]]] = {}
        #: The whole addresses of the pages at old addresses, which no sitemap lists; empty ones where the site has none.
        self._redirects: set[str] = set()
        #: The configuration of the build, and what mkdocs.yml says in it.
        self._config: MkDocsConfig | None = None
        self._own: Own
        #: What the last good build was made of, while serving.
        self._good: Edition | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command runs."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name the site as edition.yml does, and give MkDocs what is the engine's. While serving, a change of seeds/ and of
        this package builds anew, wherever it is installed. Raises PluginError where mkdocs.yml names the edition too.

        Take out what MkDocs brings and no page uses: a fence reaches over everything, HTML too. Pages indent their code.
        The i18n plugin builds once a language; the second time all is done already.
        """
        root, serving = _root(config), self._command == "serve"
        if config is not self._config:
            self._config, self._own = config, own_settings(config, serving=serving)
        try:
            set_up(config, self._own, root, serving=serving)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        except EditionError as error:
            if self._good is None:
                raise PluginError(f"the edition cannot be built\n{error}") from error
        config.markdown_extensions = [name for name in config.markdown_extensions if name != "fenced_code"]
        watched = [root / "seeds", root / "overrides", Path(jianzhu.__file__).parent]
        config.watch = list(dict.fromkeys([*config.watch, *(str(path) for path in watched if path.is_dir())]))
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Render the edition before MkDocs collects the files. Raises PluginError with all problems; while serving, once
        there has been a good build, they are logged, and its pages stay.

        The i18n plugin builds once a language; the second finds seeds/ unchanged. The lock is held until the last one is
        built: `mkdocs serve` lets other commands in between its builds.
        """
        root = _root(config)
        acquire(root, f"mkdocs {self._command}", log.info)
        self._locked.add(root)
        if Path(config.site_dir).resolve() == (root / "site").resolve():
            forget_stamp(root)
        try:
            problems = build_if_changed(root, log.info)
        except EditionError as error:
            if self._good is None:
                raise PluginError(f"the edition cannot be built\n{error}") from error
            # Whatever MkDocs logs as an error ends a strict build, and its server answers nothing until there is a good one.
            print(f"the pages stay as they were: the edition cannot be built\n{error}", file=sys.stderr, flush=True)
        else:
            self._good = built_edition(root) if self._command == "serve" else None
            if problems:
                log.info("the edition is built, but has problems for an editor:\n%s", report(problems))
        self._texts[config.theme["language"]] = set()

    @event_priority(0)
    def _collect(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what is generated, and the engine's own files. Leave out what is published otherwise, in one file with others or
        without its comments, and what no page uses. Raises PluginError where a file in docs/ is in the place of a generated
        one.
        """
        root = _root(config)
        set_pages(config, self._own, self._edition(root))
        add_generated(files, config, generated_folder(root))
        left_out = {path for parts in _parts(config).values() for path in parts} | {RELOADING}
        kept = [file for file in files if file.src_uri not in left_out and not file.src_uri.startswith(UNUSED)]
        there = {file.src_uri for file in kept}
        return Files([*kept, *(_engine_file(path, config) for path in FILES if path not in there)])

    # Behind the i18n plugin, whose priority is -100.
    @event_priority(-150)
    def _locate(self, files: Files, config: MkDocsConfig) -> Files:
        """Lead generated files to their text."""
        locate_generated(files, generated_folder(_root(config)))
        return files

    on_files = CombinedEvent(_collect, _locate)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep pages out of MkDocs’ own search index; while serving, skip pages whose HTML is cached."""
        page.meta["search"] = {"exclude": True}
        if page.meta.get("template") == REDIRECT:
            self._redirects.add(page.canonical_url or "")
        return CACHE.lookup(markdown, page, files, config) if self._command == "serve" else markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """While serving, return the cached HTML. Align table cells by classes, since the policy allows no styles."""
        return without_cell_styles(CACHE.store(html, page, files) if self._command == "serve" else html)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Change the theme's templates. Raises PluginError where they are not those the changes are for."""
        try:
            patch_theme(env)
        except PatchError as error:
            raise PluginError(str(error)) from error
        env.globals.update(policy_meta=META, theme_messages=THEME, script_choices=("published", *SCRIPTS))
        return env

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Collect the Chinese texts for script conversion. Raises PluginError for what breaks the policy."""
        self._texts[config.theme["language"]].update(page_runs(output))
        return _within_policy(output, page.file.dest_uri)

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Make the language switch of a page without a language lead to the home pages, not to the last page built, and tell
        it the folder of each language, that of the top of the site first.
        """
        edition = self._edition(_root(config))
        folders = {lang.value: edition.folder(lang) for lang in edition.languages}
        context["language_folders"] = folders  # type: ignore[typeddict-unknown-key] # it is ours
        # The plugin of the languages sets this attribute for every page; the theme prefers it to the setting of the same name.
        config.extra.alternate = [  # type: ignore[attr-defined] # MkDocs knows no attributes of `extra`
            {**other, "link": f"{edition.folder(Language(other['lang']))}index.html"}
            for other in config.extra["alternate"]
        ]
        return context

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Write a reproducible sitemap, and none if site_url is not set. Raises
        PluginError at what breaks the policy.
        """
        if template_name == "sitemap.xml":
            return sitemap(output, config.site_url, self._redirects)
        return _within_policy(output, template_name) if template_name.endswith(".html") else output

    def on_build_error(self, error: Exception) -> None:
        """Replace MkDocs' traceback for an OSError by one message; release the lock."""
        roots = list(self._locked)
        for root in roots:
            release(root, entirely=True)
        self._locked.clear()
        if isinstance(error, OSError) and error.strerror:
            raise PluginError(explain(error, roots[0] if roots else None)) from error

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the table of script variants beside the other data; write the site's own styles and scripts, the theme's styles as
        patched, and the licenses. Raises PluginError where something in the site has a license that is not known, and where the
        theme's styles are not those the patch is for.
        """
        place = Path(config.site_dir) / "data" / "variants.js"
        place.parent.mkdir(parents=True, exist_ok=True)
        edition = self._edition(_root(config))
        files = bundle_assets(Path(config.docs_dir), _parts(config)) | message_files()
        if not self._redirects:
            del files[REDIRECT_SCRIPT]
        try:
            files |= patched_styles(Path(config.site_dir))
        except PatchError as error:
            raise PluginError(str(error)) from error
        texts = {(text.script, text.text) for text in edition_texts(edition, {})}.union(*self._texts.values())
        texts |= {("", message[Language.ZH]) for message in (*READER.values(), *THEME.values())}
        place.write_text(variants_file(texts, converters(edition)), encoding="utf-8")
        for path, text in files.items():
            place = Path(config.site_dir) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        try:
            text = notice(_icon_sets(config), own_license())
        except NoticeError as error:
            raise PluginError(str(error)) from error
        (Path(config.site_dir) / NOTICE).write_text(text, encoding="utf-8")
        release(_root(config))

    def _edition(self, root: Path) -> Edition:
        """What this build is made of."""
        return self._good or built_edition(root)


def _within_policy(html: str, path: str) -> str:
    if found := breaches(html):
        raise PluginError(
            f"{path}: {len(found)} parts of the page would break its Content-Security-Policy; the first: {found[0][:200]}\n"
            "    expected: no inline script, no style attribute or element, no on… attribute, no javascript: address\n"
            "    to do:    move scripts and styles to files below docs/assets/; if a template of the theme wrote it, override\n"
            "              it in overrides/ or patch it in scripts/jianzhu/site/theme/patches.py"
        )
    return html


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _engine_file(path: str, config: MkDocsConfig) -> File:
    return File(path, str(engine_docs()), config.site_dir, config.use_directory_urls)


def _icon_sets(config: MkDocsConfig) -> set[str]:
    """The sets of icons that mkdocs.yml names, for the theme and for the switch of light and dark: `material/feather`."""
    palette = config.theme["palette"] or []
    toggles = [option.get("toggle") or {} for option in (palette if isinstance(palette, list) else [palette])]
    named: list[object] = [config.theme["icon"] or {}, *(toggle.get("icon") for toggle in toggles)]
    icons = set()
    while named:
        one = named.pop()
        if isinstance(one, dict):
            named += one.values()
        elif one:
            icons.add(str(one).partition("/")[0])
    return icons


def _parts(config: MkDocsConfig) -> dict[str, list[str]]:
    """What each of the site's own files is made of, in their order."""
    scripts = map(str, config.extra_javascript)
    whole = {STYLE: [*STYLE_PARTS, *config.extra_css], HEAD_SCRIPT: [*HEAD_PARTS], SEARCH_WORKER: [*SEARCH_PARTS]}
    return whole | {
        script: [*SCRIPT_PARTS.get(script, [script])] for script in (SEARCH_RULES, REDIRECT_SCRIPT, *scripts)
    }
