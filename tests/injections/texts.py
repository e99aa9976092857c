"""Texts: corpus.txt, and the harmless twin of a text."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from tests.injections.fields import names

CORPUS = Path(__file__).with_name("corpus.txt")
#: Where a text can stand: alone, behind or before other words, on a line of its own.
VARIANTS = ("{}", "字 {}", "{} word", "a\n{}\nb")


def injections() -> list[str]:
    """The texts of corpus.txt."""
    _, _, lines = CORPUS.read_text(encoding="utf-8").partition("\n== ")
    texts = (line for line in lines.split("\n")[1:] if line and not line.startswith("== "))
    return [re.sub("⟨([0-9A-F]{4,6})⟩", lambda code: chr(int(code[1], 16)), text) for text in texts]


#: Whatever can mean something. In its place, in a twin, stands a sign that means nothing and is the field's own.
_SIGN = re.compile("[^\\w\\s,;\u00a0-\U0010ffff]|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]|_")
#: What can end a line, and in its place in a twin a space.
_SPACES = dict(
    zip(
        "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\t\x1f",
        "\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u00a0\u3000",
        strict=True,
    )
)
_BREAK = re.compile(f"[{''.join(_SPACES)}]")
#: What the apparatus shows in the place of what cannot be seen.
UNSEEN_SIGN = re.compile("<U\\+[0-9A-F]{4,6}>|[⏎␍⇥⍽␣]")
#: Fields of which pages ask whether they are ASCII: to cut them between words, to tell English names.
_ASCII = {
    "Sentence.text": '"',
    "Sentence.translation": "=",
    "ArticleRecord.short_title.en": "?",
    "PrefLabel.zh_hans": "@",
    "PrefLabel.zh_hant": "%",
    "PrefLabel.en": "\x7f",
    "ConceptRecord.alt_label": "$",
    "ConceptRecord.hidden_label": "^",
}


#: The harmless sign in the place of one that is not ASCII, in those fields.
_OTHER = "\uf8ff"


def sign(name: str) -> str:
    """The harmless sign of the field `name`."""
    return _ASCII.get(name) or chr(0xE000 + names().index(name))


def twin(text: str, own: str) -> str:
    """A harmless text of the same shape: the same letters, digits and spaces, and for each sign `own`.

    Where `own` is ASCII, what is not ASCII stays so: pages ask for that.
    """
    other = _OTHER if own.isascii() else own
    signs = partial(_SIGN.sub, lambda found: own if found[0].isascii() else other)
    return signs(_BREAK.sub(lambda end: "\t" if own.isascii() and end[0].isascii() else _SPACES[end[0]], text))


def norm(text: str) -> str:
    """What a text and its twins have in common, as they are shown; where a quotation is cut, its last signs are trimmed."""
    return re.sub("[,; ]+…", "…", fold(_SIGN.sub(",", UNSEEN_SIGN.sub(",", text))))


def fold(text: str) -> str:
    """`text` as HTML shows it: white space run together."""
    return re.sub(r"\s+", " ", text).strip()


def shown(text: str) -> str:
    """`text` as a page shows it: with a sign for what no page can hold."""
    return fold(re.sub("[\x00-\x08\x0e-\x1b\ufffe\uffff]", "\ufffd", text))
