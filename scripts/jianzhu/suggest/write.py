"""Write: proposals put into the YAML of the seeds, as suggestions that wait for an editor.

Comments and layout stay; each file keeps its order. What a register says already is left as it is.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jianzhu.source.suggested import BECAUSE, SUGGESTED, Register
from jianzhu.source.yamledit import YamlEdit, flow
from jianzhu.suggest.proposal import Proposal

#: The file of the glossary for each type of concept, where no file has any of it yet.
GLOSSARY_FILES: Mapping[str, str] = {
    "person": "people",
    "organization": "organizations",
    "model": "models",
    "place": "places",
    "work": "works",
    "idea": "ideas",
    "idiom": "idioms",
}


@dataclass(frozen=True)
class Written:
    """The new text of each file that changes, by its path below seeds/; the proposals that are in them, each under the id that it
    has there, and those that the registers `known` say already.
    """

    files: Mapping[str, str]
    written: tuple[Proposal, ...]
    known: tuple[Proposal, ...]


def write_proposals(proposals: Sequence[Proposal], files: Mapping[str, str], translation: str = "en.yml") -> Written:
    """`proposals` put into `files`, the YAML files of the seeds by their paths below seeds/; `translation` is the name of the
    file with an article’s translation.

    An id that is taken gets the next number. Raises EditionError where a file cannot be changed in place.
    """
    seeds = _Seeds(files, translation)
    written, known = [], []
    for proposal in proposals:
        if seeds.has(proposal):
            known.append(proposal)
        else:
            written.append(seeds.add(proposal))
    return Written(seeds.result(), tuple(written), tuple(known))


@dataclass
class _Seeds:
    """The files with the proposals that are put into them."""

    files: Mapping[str, str]
    translation: str
    _edits: dict[str, YamlEdit] = field(default_factory=dict)
    _added: dict[str, list[Proposal]] = field(default_factory=lambda: defaultdict(list))
    _taken: dict[str, set[str]] = field(default_factory=dict)
    _known: dict[str, set[object]] = field(default_factory=dict)

    def has(self, proposal: Proposal) -> bool:
        """True where its register says already what `proposal` says, or something else of the same words."""
        self._read(proposal)
        return bool(_signs(proposal.register, proposal.id, proposal.fields) & self._known[self._scope(proposal)])

    def add(self, proposal: Proposal) -> Proposal:
        """Have `proposal` written, under an id that is free."""
        self._read(proposal)
        scope, taken = self._scope(proposal), self._taken[self._scope(proposal)]
        if proposal.id and proposal.register is not Register.TRANSLATION:
            names = itertools.chain([proposal.id], (f"{proposal.id}-{number}" for number in itertools.count(2)))
            proposal = replace(proposal, id=next(name for name in names if name not in taken))
        taken.add(proposal.id)
        self._known[scope] |= _signs(proposal.register, proposal.id, proposal.fields)
        self._added[self._path(proposal)].append(proposal)
        return proposal

    def result(self) -> dict[str, str]:
        """The texts of the files that change."""
        for path, proposals in self._added.items():
            _write(self._edit(path), proposals)
        return {path: self._edit(path).result() for path in self._added}

    def _edit(self, path: str) -> YamlEdit:
        if path not in self._edits:
            self._edits[path] = YamlEdit(self.files.get(path, ""), f"seeds/{path}")
        return self._edits[path]

    def _scope(self, proposal: Proposal) -> str:
        """Where ids are counted and things are said once: the whole glossary, or a file."""
        return "glossary" if proposal.register is Register.GLOSSARY else self._path(proposal)

    def _read(self, proposal: Proposal) -> None:
        """Learn what stands in the register of `proposal`."""
        scope = self._scope(proposal)
        if scope in self._taken:
            return
        paths = self._glossary if scope == "glossary" else [scope]
        entries = [entry for path in paths for entry in _entries(self._edit(path).data)]
        self._taken[scope] = {name for name, _ in entries}
        self._known[scope] = {
            sign for name, fields in entries for sign in _signs(proposal.register, name, fields, found=True)
        }

    def _path(self, proposal: Proposal) -> str:
        register = proposal.register
        if register is Register.GLOSSARY:
            return self._glossary_file(str(proposal.fields.get("type", "idea")))
        name = self.translation if register is Register.TRANSLATION else f"{register}.yml"
        return f"articles/{proposal.places[0].segment.article}/{name}" if register.in_article else name

    @property
    def _glossary(self) -> list[str]:
        return sorted(path for path in self.files if path.startswith("glossary/") and path.endswith(".yml"))

    def _glossary_file(self, kind: str) -> str:
        """The file that has the most concepts of the type `kind`."""
        counts = {
            path: Counter(fields.get("type") for _, fields in _entries(self._edit(path).data))[kind]
            for path in self._glossary
        }
        best = max(counts, key=lambda path: counts[path], default="")
        return best if best and counts[best] else f"glossary/{GLOSSARY_FILES.get(kind, 'ideas')}.yml"


def _entries(data: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """The entries of a mapping or a list, with their ids, which those of a list have not."""
    named = data.items() if isinstance(data, dict) else (("", one) for one in data or ())
    return [(name, fields) for name, fields in named if isinstance(fields, dict)]


def _signs(register: Register, name: str, fields: Mapping[str, Any], *, found: bool = False) -> set[object]:
    """What an entry says, as far as another one may say it too: `found` ones count with all that they say.

    Two entries are of the same thing where they share a sign.
    """
    match register:
        case Register.GLOSSARY:
            labels = {*(fields.get("prefLabel") or {}).values()}
            return {*labels, *(fields.get("altLabel") or ()), *(fields.get("hiddenLabel") or ())} if found else labels
        case Register.RELATIONS:
            return {(fields.get("type"), frozenset({fields.get("source"), fields.get("target")}))}
        case Register.TRANSLATION:
            return {name} if fields.get("text") or not found else set()
        case Register.QUESTIONS:
            return {frozenset(segment for target in _targets(fields) for segment, *_ in target)}
        case Register.MARKS:
            return {("dismissed" in fields, words) for target in _targets(fields) for words in target}
    targets = list(_targets(fields))
    return {words for target in (targets if found else targets[:1]) for words in target}


def _targets(value: Any) -> Iterator[frozenset[tuple[str, ...]]]:
    """The sentences that `value` names, each as what is quoted from it: the segment, the language, and the quote."""
    if isinstance(value, Mapping):
        if "segment" in value:
            quotes = ((lang, one) for lang, one in value.items() if isinstance(one, Mapping) and "exact" in one)
            words = {
                (str(value["segment"]), lang, *(str(quote.get(part, "")) for part in ("exact", "prefix", "suffix")))
                for lang, quote in quotes
            }
            yield frozenset(words or {(str(value["segment"]),)})
        for one in value.values():
            yield from _targets(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _targets(one)


# The YAML.


def _write(edit: YamlEdit, proposals: Sequence[Proposal]) -> None:
    """Put `proposals` of one register into the file of `edit`."""
    register = proposals[0].register
    if register is Register.TRANSLATION:
        _write_translations(edit, proposals)
    elif register is Register.MARKS:
        values = [_record(proposal) for proposal in proposals]
        edit.list_behind("\n".join(_block_list(values)), values)
    else:
        edit.place(_entry(proposal) for proposal in proposals)


def _entry(proposal: Proposal) -> tuple[str, str, Any]:
    value = _record(proposal)
    return proposal.id, "\n".join(_block({proposal.id: value})), value


def _write_translations(edit: YamlEdit, proposals: Sequence[Proposal]) -> None:
    """The entry that waits for a translation gets it; a sentence without an entry gets one."""
    known = edit.data or {}
    for proposal in proposals:
        entry = known.get(proposal.id)
        if entry is None:
            continue
        value = _record(proposal)
        for name, one in value.items():
            key = (proposal.id, name)
            if name not in entry:
                edit.add((proposal.id,), name, one)
            elif name != "source":
                edit.put(key, one)
    fresh = [_entry(proposal) for proposal in proposals if proposal.id not in known]
    if fresh:
        edit.place(fresh, sort=False)


def _record(proposal: Proposal) -> dict[str, Any]:
    """What is written of `proposal`."""
    fields = _plain(dict(proposal.fields))
    return {**fields, "status": SUGGESTED, BECAUSE: " ".join(proposal.because.split())}


def _plain(value: Any) -> Any:
    """`value` as text, lists and mappings, without what is empty."""
    if isinstance(value, Mapping):
        plain = {str(name): _plain(one) for name, one in value.items()}
        return {name: one for name, one in plain.items() if one not in (None, "", {}, [])}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return None if value is None else str(value)


def _block(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a mapping, each key on its own; a list of texts stands in brackets."""
    for name, one in value.items():
        head = f"{indent}{flow(name)}:"
        if isinstance(one, Mapping) and one:
            yield head
            yield from _block(one, f"{indent}  ")
        elif isinstance(one, list) and any(isinstance(item, Mapping) for item in one):
            yield head
            yield from _block_list(one, f"{indent}  ")
        else:
            yield f"{head} {flow(one)}"


def _block_list(values: Iterable[Any], indent: str = "") -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _block(value, f"{indent}  ")
            yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
            yield from rest
        else:
            yield f"{indent}- {flow(value)}"
