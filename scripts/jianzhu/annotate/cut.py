"""Cut: a text into its sentences, none of which ends inside an address, code, a formula, a link or a ruby.

Where a sentence ends is a matter of language (`jianzhu.annotate.sentences`); what its author set apart is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianzhu.annotate.sentences import split_sentences
from jianzhu.text.addresses import Cover, find_kept, mask
from jianzhu.text.structure import PROTECTED_INLINES, Inline, InlineKind

#: No sentence ends inside one of these.
WHOLE: frozenset[InlineKind] = frozenset({"ruby", "link", "footnote", "speaker", *PROTECTED_INLINES})
#: These belong to the word or the stop that they stand behind.
BEHIND: frozenset[InlineKind] = frozenset({"footnote", "superscript", "subscript"})


def cut_sentences(text: str, inlines: Sequence[Inline] = (), lang: str = "zh") -> tuple[str, ...]:
    """`text` (a block, a cell or a line) cut behind its sentences; the parts joined are the text.

    `inlines` count from its beginning; `lang` is the code of its language. A sign that refers to a footnote belongs to the
    sentence before it.
    """
    kept = find_kept(text)
    if not inlines and not kept:
        return split_sentences(text, lang)
    masked = mask(text, [*kept, *(inline for inline in inlines if inline.kind in PROTECTED_INLINES)])
    signs = Cover(inline for inline in inlines if inline.kind in BEHIND)
    whole = Cover([*kept, *(inline for inline in inlines if inline.kind in WHOLE)])
    # Without the signs, a stop and what closes behind it stand together, as if nothing had been put between.
    places = [at for at in range(len(text)) if not signs.touches(at, at + 1)]
    ends, read = [], 0
    for sentence in split_sentences("".join(masked[at] for at in places), lang):
        read += len(sentence)
        ends.append(places[read] if read < len(places) else len(text))
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    parts, start = [], 0
    for end in ends:
        if end == len(text) or not whole.inside(end):
            parts.append(text[start:end])
            start = end
    return tuple(part for part in parts if part)
