"""New: an edition that has nothing yet but a specimen, and builds at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Template

import yaml
from pydantic import ValidationError

from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.annotate.translation import source_hash
from jianzhu.language import Language, TextLanguage, TextLanguages
from jianzhu.site.theme.files import handbooks
from jianzhu.source.manifest import dump_manifest, quoted
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import ManifestRecord
from jianzhu.source.records.registers import LanguagesRecord
from jianzhu.source.seeds import EDITION, translation_file
from jianzhu.storage.digest import sha256
from jianzhu.storage.files import whole_folder
from jianzhu.text.characters import HAN

TEMPLATE = Path(__file__).parent / "edition"
SPECIMEN = "seeds/articles/specimen"
_SENTENCES = "specimen.yml"
#: What people have written, or could have, and is quoted in YAML.
_QUOTED = {"title_zh", "title_en", "source_text", "translation_text", "source_word", "translation_word", "hash"}
#: Files whose names would have an effect where they are.
_NAMES = {"gitignore.txt": ".gitignore"}


def languages_of(source: str, translation: str | None) -> TextLanguages:
    """The languages of texts by their tags; Chinese texts are translated into English unless another language is named, and
    others into Chinese. Raises EditionError where a tag is malformed, or both are the same language.
    """
    other = translation or (Language.EN if TextLanguage(source).is_chinese else Language.ZH).code
    try:
        return LanguagesRecord(source=source, translation=other).texts
    except ValidationError as error:
        problem = Problem(
            Location("--source and --translation"),
            "record-invalid",
            wrong=f"{source!r} and {other!r} are not the languages of an edition",
            expected="two different languages by their tags (BCP 47), such as zh, zh-Hant, lzh, en or ja",
            advice="correct the options",
        )
        raise EditionError([problem]) from error


def new_edition(folder: Path, titles: dict[str, str], texts: TextLanguages, today: date) -> str:
    """Make an edition in `folder`, which is new or empty, with `titles` by language (default: the name of the folder),
    of texts and translations in `texts`; returns what to do next.

    Raises EditionError where there is something in `folder`, OSError where it cannot be written. It is there whole then, or as
    it was.
    """
    _refuse_taken(folder)
    files = _files(_titles(folder, titles), texts, today)
    # A folder that is there may be the one in which someone is: it is filled, and not replaced.
    there = folder.is_dir()
    with whole_folder(folder / ".new" if there else folder) as made:
        for path, data in files.items():
            place = made / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    if there:
        for place in (folder / ".new").iterdir():
            place.rename(folder / place.name)
        (folder / ".new").rmdir()
    return _welcome(folder)


def _refuse_taken(folder: Path) -> None:
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if there or (folder.exists() and not folder.is_dir()):
        wrong = f"the folder is not empty: it has {', '.join(there[:3])}{' …' if len(there) > 3 else ''}"
        problem = Problem(
            Location(str(folder)),
            "record-invalid",
            wrong=wrong if there else "this is a file",
            expected="a folder that does not exist yet, or is empty",
            advice="give another name",
        )
        raise EditionError([problem])


def _titles(folder: Path, given: dict[str, str]) -> dict[str, str]:
    """The titles by language: as `given`, else made of the folder's name."""
    name = folder.resolve().name
    words = re.sub(r"[-_\s]+", " ", name).strip() or "Edition"
    return {"zh": words if re.search(f"[{HAN}]", words) else "新编笺注", "en": words.title()} | given


def _files(titles: dict[str, str], texts: TextLanguages, today: date) -> dict[str, bytes]:
    """The files of a new edition by path; no specimen where there is no sentence of it in both languages."""
    values = {
        "title_zh": titles["zh"],
        "title_en": titles["en"],
        "source_tag": texts.source.tag,
        "translation_tag": texts.translation.tag,
        "source": texts.source.code,
        "translation": texts.translation.code,
        "today": today.isoformat(),
    }
    specimen = _specimen(texts)
    files = {}
    for place in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        path = place.relative_to(TEMPLATE).as_posix()
        if path == _SENTENCES or (not specimen and path.startswith(SPECIMEN)):
            continue
        written = {name: quoted(text) for name, text in (values | specimen).items() if name in _QUOTED}
        text = place.read_text(encoding="utf-8")
        if not specimen and path == EDITION:
            text = re.sub(r"^#[^\n]*\nspecimen:.*\n", "", text, flags=re.MULTILINE)
        filled = Template(text).safe_substitute(values | specimen | (written if place.suffix == ".yml" else {}))
        files[_name(path, texts)] = filled.encode()
    if specimen:
        seed = f"{specimen['source_text']}\n"
        blocks = align(propose_blocks(specimen["source_text"], lang=texts.source.code), ManifestRecord()).blocks
        files[f"{SPECIMEN}/source.txt"] = seed.encode()
        files[f"{SPECIMEN}/segments.yml"] = dump_manifest(to_manifest(blocks, ManifestRecord())).encode()
    return files | {f"seeds/{name}": data for name, data in handbooks().items()}


def _name(path: str, texts: TextLanguages) -> str:
    if path == f"{SPECIMEN}/translation.yml":
        return f"{SPECIMEN}/{translation_file(texts)}"
    return _NAMES.get(path, path)


def _specimen(texts: TextLanguages) -> dict[str, str]:
    """What the files of the specimen say in the languages of `texts`; nothing where one of them has no sentence."""
    known = yaml.safe_load((TEMPLATE / _SENTENCES).read_text(encoding="utf-8"))
    source, translation = texts.source.written(), texts.translation.written()
    if source not in known or translation not in known:
        return {}
    text = known[source]["text"]
    return {
        "source_text": text,
        "source_word": known[source]["word"],
        "translation_text": known[translation]["text"],
        "translation_word": known[translation]["word"],
        "script": f"script: zh-{texts.source.script}\n" if texts.source.is_chinese else "",
        "sha256": sha256(f"{text}\n".encode()),
        "hash": source_hash(text),
    }


def _welcome(folder: Path) -> str:
    return "\n".join(
        [
            f"{folder} has a new edition, with a specimen that shows how a text is written",
            "next:",
            f"    cd {folder}",
            "    jianzhu serve                      # see it at http://127.0.0.1:8000; it shows every edit",
            "    jianzhu add my-text path/to/file   # begin a text of your own",
            "    README.md says what comes then; seeds/edition.yml has the title",
        ]
    )
