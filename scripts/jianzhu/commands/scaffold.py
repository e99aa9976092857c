"""Scaffold: record the segments of an article, and begin its translation."""

from __future__ import annotations

import re
from pathlib import Path

from jianzhu.annotate.alignment import unkept
from jianzhu.annotate.inlines import Authored, authored, translatable
from jianzhu.annotate.placing import quoted_inlines
from jianzhu.annotate.segment import Alignment, to_manifest
from jianzhu.annotate.translation import source_hash
from jianzhu.compile import align_article
from jianzhu.repair.damage import damage_problems
from jianzhu.repair.repair import Repaired
from jianzhu.source.load import load_seeds
from jianzhu.source.manifest import dump_manifest, quoted
from jianzhu.source.problems import EditionError, Location, Problem, count_of
from jianzhu.source.seeds import ARTICLES, Folder
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.storage.files import write_file
from jianzhu.storage.lock import one_at_a_time


def record_segments(root: Path, slug: str, *, anyway: bool = False) -> str:
    """Write segments.yml of article `slug` as its text is now; the answer names the new ids, and what changed that was recorded.

    Raises EditionError, and writes nothing, where a published id would vanish or the article cannot be read, and, unless
    `anyway`, where new ids would be given to a text that still looks damaged or not the author's: an id is permanent.
    """
    with one_at_a_time(root, "segments"):
        folder, repaired, alignment = _aligned(root, slug, ignore="segment-unrecorded")
        if alignment.added and not anyway:
            _refuse_damaged(folder, repaired)
        path = root / ARTICLES / slug / "segments.yml"
        manifest = to_manifest(alignment.blocks, folder.manifest)
        write_file(path, dump_manifest(manifest).encode())
    count = sum(len(block.segments) for block in alignment.blocks)
    changed = unkept(folder.manifest, manifest)
    return "\n".join(
        [
            f"{path.relative_to(root)}: {count} segments; new: {', '.join(alignment.added) or 'none'}",
            *(["What the text no longer lets stand as it was recorded:"] if changed else []),
            *(f"  {line}" for line in changed),
        ]
    )


def _refuse_damaged(folder: Folder, repaired: Repaired) -> None:
    """Raise EditionError where the text of `folder` still looks damaged."""
    damaged = [problem for problem in damage_problems(folder, repaired) if problem.code == "damage"]
    if damaged:
        refused = Problem(
            folder.location("segments.yml"),
            "segment-unrecorded",
            wrong=f"no ids are given: {count_of(len(damaged), 'place')} of the text may have to change first",
            expected="a text that is repaired before its sentences get permanent ids",
            advice=f"settle what is reported above, or run `jianzhu segments {folder.slug} --anyway`",
        )
        raise EditionError([*damaged, refused])


def begin_translation(root: Path, slug: str) -> str:
    """Add to the translation of article `slug` (en.yml) an entry, with its hash and no words yet, for every segment that has none.

    The file's content is kept, comments included. Raises EditionError, and writes nothing, where the
    article cannot be read, its segments are not recorded, or entries cannot be put behind what is there.
    """
    with one_at_a_time(root, "translation"):
        return _begin_translation(root, slug)


def _begin_translation(root: Path, slug: str) -> str:
    folder, repaired, alignment = _aligned(root, slug)
    sentences = authored(alignment.blocks, repaired.structure)
    path = root / ARTICLES / slug / folder.translation_file
    name = path.relative_to(root).as_posix()
    old = path.read_bytes().decode("utf-8")
    known = parse_yaml(old, name)[0].data or {}
    due = {name: sentence for name, sentence in translatable(sentences).items() if name not in known}
    if not due:
        return f"{name}: every segment has an entry"
    kept = old if known else re.sub(r"^\{\}[ \t]*(\r?\n|\Z)", "", old, count=1, flags=re.MULTILINE)
    end = "\r\n" if "\r\n" in old else "\n"
    entries = "".join(_entry(own, sentence) for own, sentence in due.items()).replace("\n", end)
    new = kept + (end if kept and not kept.endswith("\n") else "") + entries
    file, wrong = parse_yaml(new, name)
    begun = {own: {"source": source_hash(sentence.text), "text": None} for own, sentence in due.items()}
    if wrong or file.data != known | begun:
        raise EditionError(
            [
                Problem(
                    Location(name),
                    "record-invalid",
                    wrong="no entry can be appended to this file",
                    expected="entries that begin at the left margin, each id on its own line",
                    advice="rewrite the file in this form, and run the command again",
                )
            ]
        )
    write_file(path, new.encode())
    return f"{name}: {len(due)} entries added, from {next(iter(due))}; write the translation after each `text:`"


def _entry(name: str, sentence: Authored) -> str:
    digest, text = source_hash(sentence.text), sentence.text
    # YAML elsewhere would read digits, with or without an exponent, as a number.
    written = digest if re.search("[a-df]", digest) else f'"{digest}"'
    marks = [f"{inline.kind} {quoted(text[inline.start : inline.end])}" for inline in quoted_inlines(sentence)]
    told = f"  # marks, in this order: {', '.join(marks)}\n" if marks else ""
    return f"{name}:\n  # {quoted(text)}\n  source: {written}\n  text:\n{told}"


def _aligned(root: Path, slug: str, ignore: str = "") -> tuple[Folder, Repaired, Alignment]:
    """The article's folder, its text and its segments. Raises EditionError for what is fatal in it, but for the code `ignore`."""
    seeds, problems = load_seeds(root)
    folder = next((folder for folder in seeds.folders if folder.slug == slug), None)
    own = [problem for problem in problems if problem.location.path.startswith(f"{ARTICLES}/{slug}/")]
    if folder is None:
        location = Location(f"{ARTICLES}/{slug}/article.yml")
        missing = Problem(
            location,
            "file-missing",
            wrong=f"no article {slug!r}",
            expected="an article that can be read",
            advice="correct its files first",
        )
        raise EditionError(own or [missing])
    aligned, found = align_article(folder)
    fatal = [problem for problem in (*own, *found) if problem.fatal and problem.code != ignore]
    if aligned is None or fatal:
        raise EditionError(fatal)
    return folder, *aligned
