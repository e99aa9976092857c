"""Command line: arguments in, messages and an exit status out; the work is done by the rest of the package."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
import zlib
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from jianzhu.books.epub import make_epubs
from jianzhu.commands import scaffold
from jianzhu.commands.add import add_articles
from jianzhu.commands.changes.commands import COMMANDS as CHANGES
from jianzhu.commands.changes.draft import resume
from jianzhu.commands.check import check
from jianzhu.commands.command import Command
from jianzhu.commands.extract import extract_again
from jianzhu.commands.new import languages_of, new_edition
from jianzhu.commands.reading import all_reading_problems
from jianzhu.commands.status import status_data, status_details, status_table
from jianzhu.commands.suggestions import COMMANDS as SUGGESTIONS
from jianzhu.compile import compile_publishable, compile_seeds
from jianzhu.extract.formats import KNOWN
from jianzhu.release.bundle import make_bundle
from jianzhu.release.dist import ReleaseError
from jianzhu.show.messages import page_texts
from jianzhu.show.variants import changes_report, edition_texts
from jianzhu.site.build import ADDRESS, make_site, serve_site
from jianzhu.site.publish import GENERATED
from jianzhu.site.render import build
from jianzhu.source.problems import EditionError, report
from jianzhu.storage.files import explain


def main(arguments: list[str] | None = None, root: Path | None = None) -> int:
    """Run the command that `arguments` name, for the edition in the folder `root` unless they name one (default: the current
    folder); 0 for success, 1 for problems in the edition or the machine, 2 for a wrong call.

    Interrupted, or with a closed output, it exits as other tools do: 128 plus the number of the signal.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show is no reason to stop
    try:
        return _run(arguments, root or Path.cwd())
    except BrokenPipeError:
        _close_output()
        return 128 + 13


def _run(arguments: list[str] | None, root: Path) -> int:
    parser = _parser(root)
    options = parser.parse_args(arguments)
    try:
        if not options.root.is_dir():
            parser.error(f"--root {options.root}: there is no such folder; give the one that contains seeds/")
        resume(options.root)
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # what cannot be written is reported here, not when Python ends
        return status
    except BrokenPipeError:
        raise
    except (EditionError, ReleaseError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(explain(error, options.root), file=sys.stderr)
        if error.filename is None:
            _close_output()
    except KeyboardInterrupt:
        print("interrupted: the last good output is unchanged", file=sys.stderr)
        return 128 + signal.SIGINT
    return 1


def _close_output() -> None:
    """Redirect a broken output to nowhere: Python writes nothing to it when it ends (Python's documentation of SIGPIPE)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _terminate(number: int, _: object) -> None:
    """Exit in order: child processes end with this one, and unfinished files are removed."""
    sys.exit(128 + number)


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jianzhu", description="Build and check the edition.")
    parser.add_argument("--root", type=Path, default=root, help="the folder of the edition (default: %(default)s)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(name, help=command.help, description=command.help)
        command.add_to(subparser)
    return parser


def _check(options: argparse.Namespace) -> int:
    compilation = compile_seeds(options.root)
    compilation = compilation.with_problems(all_reading_problems(options.root))
    text, code = check(compilation, options.slug, every=options.all, full=options.full)
    print(text if code or options.slug else f"{text}\n\n{status_table(compilation.states)}")
    return code


def _status(options: argparse.Namespace) -> int:
    compilation = compile_seeds(options.root)
    states = compilation.states if options.slug is None else [compilation.state_of(options.slug)]
    if options.json:
        print(status_data(states))
    else:
        print(status_table(states) if options.slug is None else status_details(states[0]))
    return 0


def _pages(options: argparse.Namespace) -> int:
    problems = build(options.root)
    print(report(problems) or f"pages and data are rendered into {GENERATED}/")
    return 0


def _site(options: argparse.Namespace) -> int:
    started = time.monotonic()
    made = make_site(options.root, progress=partial(print, flush=True))
    print(f"site/ {'is built' if made else 'is up to date'} ({time.monotonic() - started:.1f} s): open site/index.html")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    started = time.monotonic()
    bundle = make_bundle(options.root, progress=partial(print, flush=True))
    print(f"\n{bundle.table()}\n\n{bundle.sum}")
    size, place = bundle.path.stat().st_size, bundle.path.relative_to(options.root)
    print(
        f"{place} is made: {size / 1e6:.2f} MB, zlib {zlib.ZLIB_RUNTIME_VERSION} ({time.monotonic() - started:.1f} s)"
    )
    return 0


def _epub(options: argparse.Namespace) -> int:
    paths, problems = make_epubs(options.root)
    if problems:
        print(report(problems))
    for path in paths:
        print(f"{path.relative_to(options.root)} ({path.stat().st_size:,} bytes)")
    return 0


def _forms(options: argparse.Namespace) -> int:
    edition, _ = compile_publishable(options.root)
    print(changes_report(edition, [*edition_texts(edition, page_texts())]))
    return 0


def _add(options: argparse.Namespace) -> int:
    told, complete = add_articles(options.root, options.what)
    print(told)
    return 0 if complete else 1


def _extract(options: argparse.Namespace) -> int:
    print(extract_again(options.root, options.slug))
    return 0


def _new(options: argparse.Namespace) -> int:
    titles = {"zh": options.title, "en": options.title_en}
    given = {lang: title for lang, title in titles.items() if title}
    languages = languages_of(options.source, options.translation)
    print(new_edition(options.folder, given, languages, datetime.now().astimezone().date()))
    return 0


def _serve(options: argparse.Namespace) -> int:
    return serve_site(options.root, options.address or ADDRESS)


def _segments(options: argparse.Namespace) -> int:
    print(scaffold.record_segments(options.root, options.slug, anyway=options.anyway))
    return 0


def _translation(options: argparse.Namespace) -> int:
    print(scaffold.begin_translation(options.root, options.slug))
    return 0


#: The commands by name.
COMMANDS = {
    "check": Command(
        _check,
        "report every problem in seeds/; exit 1 if there is one in what is published",
        {
            "slug?": (str, "only this article, whether it is published or not"),
        },
        {
            "--all": {"action": "store_true", "help": "exit 1 also for articles that are raw or drafts"},
            "--full": {"action": "store_true", "help": "each problem, where there are many of one kind in one file"},
        },
    ),
    "status": Command(
        _status,
        "show how far each article is, and what is next",
        {
            "slug?": (str, "only this article, in detail"),
        },
        {"--json": {"action": "store_true", "help": "as JSON, for programs"}},
    ),
    "pages": Command(_pages, f"render seeds/ as the Markdown and data of the site, into {GENERATED}/"),
    "site": Command(_site, "render seeds/ and build the site; does nothing if nothing has changed"),
    "bundle": Command(_bundle, "pack the site into dist/<name>-<version>.zip, for reading offline"),
    "epub": Command(
        _epub, "write the edition as two EPUB books into dist/, one led by the source and one by the translation"
    ),
    "forms": Command(
        _forms,
        "list, word by word, what the simplified and the traditional view change, for an editor to check",
    ),
    "serve": Command(
        _serve,
        f"show the site at http://{ADDRESS}, built anew at every edit; what is wrong is said here, and the last good pages stay",
        options={"--address": {"help": f"host and port (default: {ADDRESS})"}},
    ),
    "new": Command(
        _new,
        "begin an edition: a folder with all that one needs, and a specimen",
        {"folder": (Path, "where to put it: a new folder, or an empty one")},
        {
            "--title": {"help": "its title in Chinese (default: made of the name of the folder)"},
            "--title-en": {"help": "its title in English"},
            "--source": {
                "help": "the language of the texts, such as zh, zh-Hant, lzh, en (default: zh)",
                "default": "zh",
            },
            "--translation": {
                "help": "the language of the translation (default: en, or zh for other texts than Chinese)"
            },
        },
    ),
    "add": Command(
        _add,
        "start articles: copy raw files and create the files that belong to each",
        {
            "what+": (
                str,
                f"files as received ({KNOWN}) or folders of them, each an article; or an id and one file",
            ),
        },
    ),
    "extract": Command(
        _extract,
        "read the raw file of an article again, and accept what the tools that are installed read",
        {"slug": (str, "the article")},
    ),
    "segments": Command(
        _segments,
        "record the segments of an article as they are now, with new ids for new ones",
        {"slug": (str, "the article")},
        {"--anyway": {"action": "store_true", "help": "give ids also while the text still looks damaged"}},
    ),
    "translation": Command(
        _translation,
        "add an entry with its hash to the translation for every segment that has none",
        {"slug": (str, "the article")},
    ),
    **SUGGESTIONS,
    **CHANGES,
}


def run(root: Path | None = None) -> NoReturn:
    """Run the command line of this process, and end it with its exit status."""
    for name in ("SIGTERM", "SIGHUP"):
        if signal.getsignal(number := getattr(signal, name, signal.SIGINT)) == signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, _terminate)
    sys.exit(main(root=root))
