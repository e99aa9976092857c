"""Scaffold: begin an article from a text file, record the segments of one, and begin its translation."""

from __future__ import annotations

import re
from pathlib import Path

from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import Alignment, to_manifest
from jianzhu.annotate.translation import source_hash
from jianzhu.compile import align_article
from jianzhu.repair.decode import UndecodableSeed, Witness, detect_encoding, read_witness, sha256
from jianzhu.repair.detect import detect
from jianzhu.repair.repair import apply_rules
from jianzhu.source.load import ARTICLES, Folder, load_sources
from jianzhu.source.manifest import dump_manifest, quoted
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import SLUG_RULE, ManifestRecord, is_slug
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.storage.files import whole_folder, write_file
from jianzhu.storage.lock import one_at_a_time
from jianzhu.text.characters import HAN, fold_script

#: The files of an article that begin empty.
EMPTY = {"emendations.yml": "[]\n", "en.yml": "{}\n", "notes.yml": "{}\n", "marks.yml": "[]\n"}

_ARTICLE = """\
number: {number}
title:
  zh: {title}
  en: # the title in English
titleSource: {title_source}
date: {date}
dateNote:
  zh: # 日期从何而知
  en: # how the date is known
script: {script}
source:
  file: source.txt
  encoding: {encoding}
  sha256: {sha256}
rights:
  zh: # 权利归谁
  en: # whose the text is
description:
  zh: # 一句话的提要
  en: # a sentence or two on what it argues
leftOut: []
accepted: []
"""


def add_article(root: Path, slug: str, file: Path) -> str:
    """Make the folder of article `slug` from `file`; returns a report of what was detected and what to do next.

    Raises EditionError where the slug is malformed or taken, or where no encoding fits the file; OSError where the folder
    cannot be written. It is there whole then, or not at all.
    """
    folder = root / ARTICLES / slug
    _refuse_slug(slug, folder)
    try:
        data = file.read_bytes()
    except OSError as error:
        wrong = f"the file cannot be read: {error.strerror or error}"
        missing = Problem(
            Location(str(file)), "file-missing", wrong=wrong, expected="a text file", advice="check the path"
        )
        raise EditionError([missing]) from error
    try:
        witness = read_witness(data, detect_encoding(data))
    except UndecodableSeed as error:
        raise EditionError(
            [
                Problem(
                    Location(str(file), error.line),
                    "seed-undecodable",
                    wrong=str(error),
                    expected="a text in UTF-8, UTF-16, GB18030 or Big5",
                    advice="convert the file to one of these encodings",
                )
            ]
        ) from error
    text, _ = apply_rules(witness.text)
    blocks = propose_blocks(text)
    script = guess_script(witness.text)
    first = "".join(segment.text for segment in blocks[0].segments) if blocks else ""
    has_title = bool(blocks) and blocks[0].kind == "heading"
    years = re.findall(r"(?<!\d)(?:19|20)\d{2}(?=年)", text)
    with one_at_a_time(root, "add"):
        _refuse_slug(slug, folder)  # another may have taken it while this one waited
        record = _ARTICLE.format(
            number=1 + sum(path.is_dir() and path.name[0] != "." for path in folder.parent.glob("*")),
            title=quoted(first) if has_title else "# 题目",
            title_source="seed" if has_title else "supplied",
            date=f"{max(years)}~" if years else "# EDTF, such as 2023-04-11 or 2023~",
            script=script,
            encoding=witness.encoding,
            sha256=sha256(data),
        )
        # Ids are given when the text is repaired: one that is given is for ever.
        texts = {**EMPTY, "segments.yml": dump_manifest(ManifestRecord()), "article.yml": record}
        with whole_folder(folder) as made:
            (made / "source.txt").write_bytes(data)
            for name, content in texts.items():
                (made / name).write_text(content, encoding="utf-8", newline="")
    return _welcome(slug, witness, script, sum(len(block.segments) for block in blocks), text)


def _refuse_slug(slug: str, folder: Path) -> None:
    """Raise EditionError where no article can begin under the name `slug`."""
    if not is_slug(slug) or folder.exists():
        wrong = f"{slug!r} is already taken" if is_slug(slug) else f"{slug!r} is not a valid id"
        expected = f"a new id: {SLUG_RULE}"
        raise EditionError(
            [
                Problem(
                    Location(f"{ARTICLES}/{slug}"),
                    "record-invalid",
                    wrong=wrong,
                    expected=expected,
                    advice="choose another",
                )
            ]
        )


def guess_script(text: str) -> str:
    """`zh-Hant` where many characters have another, simplified form, else `zh-Hans`."""
    han = re.findall(f"[{HAN}]", text)
    traditional = sum(fold_script(character) != character for character in han)
    return "zh-Hant" if traditional * 20 > len(han) else "zh-Hans"


def record_segments(root: Path, slug: str) -> str:
    """Write segments.yml of article `slug` as its text is now; the answer names the new ids.

    Raises EditionError, and writes nothing, where a published id would vanish or the article cannot be read.
    """
    with one_at_a_time(root, "segments"):
        folder, alignment = _aligned(root, slug, ignore="segment-unrecorded")
        path = root / ARTICLES / slug / "segments.yml"
        write_file(path, dump_manifest(to_manifest(alignment.blocks, folder.manifest)).encode())
    count = sum(len(block.segments) for block in alignment.blocks)
    return f"{path.relative_to(root)}: {count} segments; new: {', '.join(alignment.added) or 'none'}"


def begin_translation(root: Path, slug: str) -> str:
    """Add to en.yml of article `slug` an entry, with its hash and no words yet, for every segment that has none.

    The file's content is kept, comments included. Raises EditionError, and writes nothing, where the
    article cannot be read, its segments are not recorded, or entries cannot be put behind what is there.
    """
    with one_at_a_time(root, "translation"):
        return _begin_translation(root, slug)


def _begin_translation(root: Path, slug: str) -> str:
    _, alignment = _aligned(root, slug)
    path = root / ARTICLES / slug / "en.yml"
    name = path.relative_to(root).as_posix()
    old = path.read_bytes().decode("utf-8")
    known = parse_yaml(old, name)[0].data or {}
    segments = [segment for block in alignment.blocks for segment in block.segments if segment.id not in known]
    if not segments:
        return f"{name}: every segment has an entry"
    kept = old if known else re.sub(r"^\{\}[ \t]*(\r?\n|\Z)", "", old, count=1, flags=re.MULTILINE)
    end = "\r\n" if "\r\n" in old else "\n"
    entries = "".join(_entry(segment.id, segment.text) for segment in segments).replace("\n", end)
    new = kept + (end if kept and not kept.endswith("\n") else "") + entries
    file, wrong = parse_yaml(new, name)
    begun = {segment.id: {"source": source_hash(segment.text), "text": None} for segment in segments}
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
    return f"{name}: {len(segments)} entries added, from {segments[0].id}; write the English after each `text:`"


def _entry(name: str, text: str) -> str:
    digest = source_hash(text)
    # YAML elsewhere would read digits, with or without an exponent, as a number.
    written = digest if re.search("[a-df]", digest) else f'"{digest}"'
    return f"{name}:\n  # {quoted(text)}\n  source: {written}\n  text:\n"


def _aligned(root: Path, slug: str, ignore: str = "") -> tuple[Folder, Alignment]:
    """The article's folder and segments. Raises EditionError for what is fatal in it, `ignore` for problems of one code."""
    sources, problems = load_sources(root)
    folder = next((folder for folder in sources.folders if folder.slug == slug), None)
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
    return folder, aligned[1]


def _welcome(slug: str, witness: Witness, script: str, count: int, text: str) -> str:
    lines = [
        f"{ARTICLES}/{slug}/ created: {len(witness.text)} characters in {witness.encoding}, {script}, {count} segments.",
    ]
    findings = detect(text)
    if findings:
        lines.append("What looks damaged or is not the author's (emendations.yml, leftOut in article.yml):")
        for finding in findings:
            around = text[max(0, finding.start - 10) : finding.start + 12].replace("\n", "⏎")
            lines.append(f"  …{around}…  {finding.looks_like}: {finding.exact!r}")
    lines += [
        (
            "Next: fill in article.yml, correct what is listed above, run `jianzhu segments "
            f"{slug}` and `jianzhu translation {slug}`, translate in en.yml, and run `jianzhu check` "
            "until it reports no problems."
        )
    ]
    return "\n".join(lines)
