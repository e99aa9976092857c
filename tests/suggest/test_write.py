"""Proposals written into the YAML of the seeds: where each goes, what is left out, and that nothing else changes."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jianzhu.commands.accept import take_out
from jianzhu.language import DEFAULT_TEXTS
from jianzhu.source.problems import EditionError
from jianzhu.source.ref import Ref
from jianzhu.source.suggestions import Reading, split_suggestions
from jianzhu.source.yamledit import YamlEdit
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.suggest.write import write_proposals

KINDS = {
    Register.GLOSSARY: ProposalKind.NAME,
    Register.EVENTS: ProposalKind.DATE,
    Register.CLAIMS: ProposalKind.QUANTITY,
    Register.RELATIONS: ProposalKind.RELATION,
    Register.QUESTIONS: ProposalKind.QUESTION,
    Register.NOTES: ProposalKind.QUOTATION,
    Register.MARKS: ProposalKind.CONCEPT,
    Register.TRANSLATION: ProposalKind.TRANSLATION,
}


def propose(register: str, name: str = "", because: str = "seen", **fields: object) -> Proposal:
    place = Place(segment=Ref("craze", "s2"), start=0, end=2, words="国内")
    return Proposal(
        kind=KINDS[Register(register)], register=Register(register), id=name, places=(place,), because=because, fields=fields
    )  # fmt: skip


def evidence(words: str = "国内", segment: str = "craze:s2") -> list[object]:
    return [{"segment": segment, "zh": {"exact": words}}]


def added(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[str]]:
    """The lines that each file has more; none may have fewer."""
    found = {}
    for path, text in after.items():
        lines = [*difflib.ndiff(before.get(path, "").splitlines(), text.splitlines())]
        assert [line for line in lines if line.startswith("- ") and line not in ("- {}", "- []")] == []
        found[path] = [line[2:] for line in lines if line.startswith("+ ")]
    return found


SIGN = ["  status: suggested", "  because: seen"]
#: Proposal, the files, and the lines that the one that changes has more.
CASES = [
    (propose("events", "b", edtf="2023", evidence=evidence()), {"events.yml": "{}\n"},
     {"events.yml": ["b:", "  edtf: 2023", "  evidence:", "    - segment: craze:s2", "      zh:", '        exact: "国内"', *SIGN]}),
    (propose("events", "b", edtf="2023~", label={"zh": "一", "en": ""}), {"events.yml": "# head\na: {edtf: '2023'}\nc: {}\n"},
     {"events.yml": ["b:", '  edtf: "2023~"', "  label:", '    zh: "一"', *SIGN]}),
    (propose("events", "b", label=None, concepts=["one", "two"], kind=""), {},
     {"events.yml": ["b:", "  concepts: [one, two]", *SIGN]}),
    (propose("marks", segment="s2", zh={"exact": "x: #y"}, dismissed="span"),
     {"articles/craze/marks.yml": "- segment: s1\n# end\n"},
     {"articles/craze/marks.yml": ["- segment: s2", "  zh:", '    exact: "x: #y"', "  dismissed: span", *SIGN]}),
    (propose("notes", "b", because=" two\n  lines ", segment="s2"), {"articles/craze/notes.yml": "{}\n"},
     {"articles/craze/notes.yml": ["b:", "  segment: s2", "  status: suggested", '  because: "two lines"']}),
    (propose("glossary", "b", type="person"), {"glossary/a.yml": "x: {type: person}\ny: {type: idea}\n",
                                              "glossary/b.yml": "z: {type: idea}\nzz: {type: idea}\n"},
     {"glossary/a.yml": ["b:", "  type: person", *SIGN]}),
    (propose("glossary", "b", type="idea"), {"glossary/a.yml": "x: {type: person}\ny: {type: idea}\n",
                                            "glossary/b.yml": "z: {type: idea}\nzz: {type: idea}\n"},
     {"glossary/b.yml": ["b:", "  type: idea", *SIGN]}),
    (propose("glossary", "b", type="idiom"), {"glossary/a.yml": "x: {type: person}\n"},
     {"glossary/idioms.yml": ["b:", "  type: idiom", *SIGN]}),
    (propose("translation", "s2", source="0a0a0a0a", text="Words."), {"articles/craze/en.yml": "s1: {text: One}\n"},
     {"articles/craze/en.yml": ["s2:", "  source: 0a0a0a0a", '  text: "Words."', *SIGN]}),
]  # fmt: skip


@pytest.mark.parametrize(("proposal", "files", "lines"), CASES)
def test_a_proposal_goes_where_its_file_wants_it(proposal, files, lines):
    done = write_proposals([proposal], files)
    assert added(files, done.files) == lines
    assert done.written == (proposal,)
    for path, text in done.files.items():
        data = parse_yaml(text, path)[0].data
        old = parse_yaml(files.get(path, ""), path)[0].data or type(data)()
        if isinstance(data, dict):
            assert {name: data[name] for name in old} == old
            if [*old] == sorted(old) and proposal.register is not Register.TRANSLATION:
                assert [*data] == sorted(data)
        else:
            assert data[: len(old)] == old


def test_a_translation_fills_the_entry_that_waits_for_it():
    text = 's2:\n  # "国内"\n  source: 0a0a0a0a\n  text:\n  # marks, in this order: link "x"\ns3:\n  text: Three\n'
    proposal = propose("translation", "s2", source="ffffffff", text="Words.", marks=["x"])
    done = write_proposals([proposal], {"articles/craze/en.yml": text})
    assert done.files["articles/craze/en.yml"] == (
        's2:\n  # "国内"\n  source: 0a0a0a0a\n  text: "Words."\n  marks: [x]\n  status: suggested\n  because: seen\n'
        '  # marks, in this order: link "x"\ns3:\n  text: Three\n'
    )


#: What stands in a register, what is proposed, whether it is known.
KNOWN = [
    ("a: {evidence: [{segment: 'craze:s2', zh: {exact: 国内}, en: {exact: x}}]}", "events", {"evidence": evidence()}, True),
    ("a: {evidence: [{segment: 'craze:s1'}, {segment: 'craze:s2', zh: {exact: 国内}}]}", "events", {"evidence": evidence()}, True),
    ("a: {status: suggested, evidence: [{segment: 'craze:s2', zh: {exact: 国内}}]}", "events", {"evidence": evidence()}, True),
    ("a: {evidence: [{segment: 'craze:s3', zh: {exact: 国内}}]}", "events", {"evidence": evidence()}, False),
    ("a: {evidence: [{segment: 'craze:s2', zh: {exact: 国内, prefix: x}}]}", "events", {"evidence": evidence()}, False),
    ("a: {target: {segment: 'craze:s1'}, repeats: [{segment: 'craze:s2', zh: {exact: 国内}}]}", "claims",
     {"target": evidence()[0]}, True),
    ("a: {segment: s2, zh: {exact: 国内}}", "notes", {"segment": "s2", "zh": {"exact": "国内"}}, True),
    ("- {segment: s2, zh: {exact: 国内}, concept: a}", "marks", {"segment": "s2", "zh": {"exact": "国内"}, "concept": "b"}, True),
    ("- {segment: s2, zh: {exact: 国内}, concept: a}", "marks",
     {"segment": "s2", "zh": {"exact": "国内"}, "dismissed": "span"}, False),
    ("a: {type: supports, source: 'a:s1', target: 'b:s1'}", "relations",
     {"type": "supports", "source": "b:s1", "target": "a:s1"}, True),
    ("a: {type: supports, source: 'a:s1', target: 'b:s1'}", "relations",
     {"type": "same-claim", "source": "b:s1", "target": "a:s1"}, False),
    ("a: {positions: [{article: a, passages: [{segment: 'a:s1'}]}, {article: b, passages: [{segment: 'b:s1'}]}]}", "questions",
     {"positions": [{"article": "b", "passages": [{"segment": "b:s1"}, {"segment": "a:s1"}]}]}, True),
    ("a: {type: person, prefLabel: {zh-Hans: 雷军}}", "glossary", {"type": "person", "prefLabel": {"zh-Hans": "雷军"}}, True),
    ("a: {type: person, prefLabel: {zh-Hans: 雷}, altLabel: [雷军]}", "glossary",
     {"type": "idea", "prefLabel": {"zh-Hans": "雷军"}}, True),
    ("s2: {text: Words}", "translation", {"text": "Other"}, True),
    ("s2: {source: 0a0a0a0a, text: }", "translation", {"text": "Other"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "register", "fields", "known"), KNOWN)
def test_what_is_recorded_or_suggested_already_is_left_as_it_is(entry, register, fields, known):
    path = {"glossary": "glossary/people.yml", "translation": "articles/craze/en.yml"}.get(
        register, f"articles/craze/{register}.yml" if Register(register).in_article else f"{register}.yml"
    )
    proposal = propose(register, "" if register == "marks" else "s2", **fields)
    # One in brackets cannot take an entry beside it, so the translation stands in a block.
    files = {path: f"{entry}\n"}
    done = write_proposals([proposal, proposal], files)
    assert (done.known, done.written) == (((proposal, proposal), ()) if known else ((proposal,), (proposal,)))
    assert bool(done.files) is not known


def test_an_id_that_is_taken_gets_the_next_number():
    files = {"glossary/a.yml": "one: {type: idea}\none-2: {type: idea}\n", "glossary/b.yml": "one-4: {type: person}\n"}
    proposals = [propose("glossary", "one", type=kind, prefLabel={"en": kind}) for kind in ("idea", "person", "place")]
    done = write_proposals(proposals, files)
    assert [proposal.id for proposal in done.written] == ["one-3", "one-5", "one-6"]
    assert {path: [*parse_yaml(text, path)[0].data] for path, text in done.files.items()} == {
        "glossary/a.yml": ["one", "one-2", "one-3"],
        "glossary/b.yml": ["one-4", "one-5"],
        "glossary/places.yml": ["one-6"],
    }


def test_behind_entries_that_are_not_sorted_new_ones_come_last():
    text = "z: {edtf: '2022'}\na: {edtf: '2023'}\ny: {edtf: '2023'}\n# foot\n"
    done = write_proposals([propose("events", name, edtf=name) for name in ("m", "b")], {"events.yml": text})
    assert [*parse_yaml(done.files["events.yml"], "events.yml")[0].data] == ["z", "a", "y", "b", "m"]
    assert done.files["events.yml"].startswith("z: {edtf: '2022'}\na: {edtf: '2023'}\ny: {edtf: '2023'}\nb:\n")


def test_a_file_in_brackets_is_refused_by_name():
    with pytest.raises(EditionError, match=r"seeds/events\.yml:1"):
        write_proposals([propose("events", "b", edtf="2023")], {"events.yml": "{a: {edtf: '2022'}}\n"})


# Written and rejected, the files are as they were.


def proposals() -> st.SearchStrategy[list[Proposal]]:
    ids = st.sampled_from(["a", "m", "many-models", "z", "answer", "models-238", "xiaomi", "large-model-2"])
    because = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1).filter(str.strip)
    segments = st.sampled_from(["s1", "s2", "s3", "s4", "s5"])
    words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)

    @st.composite
    def one(draw: st.DrawFn) -> Proposal:
        register = draw(st.sampled_from([one for one in Register if one is not Register.TRANSLATION]))
        segment, said = draw(segments), draw(words)
        quote = {"zh": {"exact": said}}
        fields: dict[str, object] = {
            Register.GLOSSARY: {
                "type": draw(st.sampled_from(["organization", "idea"])),
                "prefLabel": {"zh-Hans": said},
            },
            Register.EVENTS: {"evidence": [{"segment": f"craze:{segment}", **quote}]},
            Register.CLAIMS: {"target": {"segment": f"craze:{segment}", **quote}},
            Register.RELATIONS: {"source": "craze:s5", "target": f"craze:{segment}", "type": "supports"},
            Register.QUESTIONS: {
                "label": {"zh": said},
                "positions": [{"article": "craze", "passages": [{"segment": f"craze:{segment}"}]}],
            },
            Register.NOTES: {"segment": segment, **quote},
            Register.MARKS: {"segment": segment, **quote, "dismissed": "span"},
        }[register]
        name = "" if register is Register.MARKS else draw(ids)
        return propose(register, name, draw(because), **fields)

    return st.lists(one(), min_size=1, max_size=8)


LAYOUTS = {
    "as it is": lambda text: text,
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "comments": lambda text: f"# head\n\n{text}# foot\n",
    "a mark at the beginning": lambda text: f"\ufeff{text}",
}


@settings(max_examples=150)
@given(found=proposals(), layout=st.sampled_from([*LAYOUTS]))
def test_what_is_written_and_rejected_leaves_the_same_bytes(root, found, layout):
    base = root / "tests/edition/seeds"
    files = {
        path.relative_to(base).as_posix(): LAYOUTS[layout](path.read_text(encoding="utf-8"))
        for path in base.rglob("*.yml")
    }
    done = write_proposals(found, files)
    assert len(done.written) + len(done.known) == len(found)
    count = 0
    for path, text in done.files.items():
        file, problems = parse_yaml(text, path)
        assert not problems
        register = next(one for one in Register if Path(path).stem == one or path.startswith(one))
        _, suggestions = split_suggestions(file, register, Reading(DEFAULT_TEXTS))
        edit = YamlEdit(text, path)
        take_out(edit, suggestions)
        assert edit.result() == files[path]
        count += len(suggestions)
    assert count == len(done.written)


ENTRY = (
    's2:\n  # "国内"\n  source: 0a0a0a0a\n  text:\n  # marks, in this order: link\ns3:\n  source: 0b0b0b0b\n  text:\n'
)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("marks", [[], ["x", "y"]])
def test_the_same_of_translations(layout, marks):
    path, before = "articles/craze/en.yml", LAYOUTS[layout](ENTRY)
    found = [propose("translation", name, source="0a0a0a0a", text="a: #b", marks=marks) for name in ("s2", "s3")]
    text = write_proposals(found, {path: before}).files[path]
    _, suggestions = split_suggestions(parse_yaml(text, path)[0], Register.TRANSLATION, Reading(DEFAULT_TEXTS), "craze")
    assert len(suggestions) == 2
    edit = YamlEdit(text, path)
    take_out(edit, suggestions)
    assert edit.result() == before
