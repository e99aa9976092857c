"""Quotations: words that the author quotes, for a note on where they come from; and who else quotes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.spans import Covered
from jianzhu.suggest.figures import relation_id
from jianzhu.suggest.places import others, place_of, quote_of, shown, whole
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.suggest.runs import runs
from jianzhu.text.characters import fold_script
from jianzhu.text.folding import compact

_QUOTED = re.compile(r"“([^“”]*)(?:”|\Z)|「([^「」]*)(?:」|\Z)|『([^『』]*)(?:』|\Z)|\"([^\"]*)\"")
#: Words that introduce speech or name a source, by the code of a language.
_SAYS: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        "说|道[:：]|表示|认为|指出|称|问|答|写|引用|回应|声明|宣布|提出|提到|呼吁|强调|坦言|直言|所言|语录|名言|俗话|古人|诗|云[:：]|曰"
    ),
    "en": re.compile(
        r"\b(?:said|says?|asked|replied|wrote|writes|declared|called|announced|warned|argued|put it|in the words|proverb)\b",
        re.IGNORECASE,
    ),
}
_STOP = re.compile(r"[。！？；，]|[.!?,;](?:\s|$)")
#: So many characters, in a language with spaces so many words, are no term in quotation marks; with a verb of speech fewer do.
_LONG = {False: (12, 6), True: (8, 4)}
#: How far before and behind the marks a verb of speech is looked for.
_NEAR = 16
#: As many characters, or words, in common are no coincidence.
_SAME = {False: 8, True: 5}


@dataclass(frozen=True)
class _Quotation:
    """Quoted words at `start` to `end` of `sentence`, without their marks; `says` is the verb that introduces them, if any."""

    sentence: Sentence
    start: int
    end: int
    says: str

    @property
    def words(self) -> str:
        return self.sentence.text[self.start : self.end]


def quotations(edition: Edition, article: Article) -> Iterator[Proposal]:
    """A note for each quotation of `article` that no note is about, and a relation to articles with the same words."""
    found = list(_quotations(article))
    spaced = article.texts.source.spaces_words
    elsewhere = _elsewhere(edition, article, found, spaced)
    for quotation in found:
        sentence = quotation.sentence
        notes = Covered(mark for mark in sentence.marks if mark.kind == "note")
        place = place_of(sentence, quotation.start, quotation.end)
        if not notes.first(place):
            yield _note(article, quotation)
        linked = {other for _, other in edition.relations_of.get(sentence.ref, ())}
        for other in elsewhere.get(quotation, ()):
            if other.ref not in linked:
                yield Proposal(
                    kind=ProposalKind.RELATION,
                    register=Register.RELATIONS,
                    id=relation_id(sentence.ref, other.ref),
                    places=(place,),
                    others=(whole(other),),
                    because=f"the same words stand in {other.ref}: {shown(other.text)}",
                    fields={"type": "quotes-same-source", "source": str(sentence.ref), "target": str(other.ref)},
                )


def _note(article: Article, quotation: _Quotation) -> Proposal:
    sentence, text = quotation.sentence, quotation.sentence.text
    quotes: dict[str, object] = {article.texts.source.code: quote_of(text, quotation.start, quotation.end)}
    own = [match.start() for match in _QUOTED.finditer(text)]
    theirs = list(_QUOTED.finditer(sentence.translation or ""))
    if len(own) == len(theirs):
        match = theirs[next(at for at, start in enumerate(own) if start < quotation.start <= start + 1)]
        if match.end() - match.start() > 2:
            start, end = match.span(match.lastindex or 0)
            quotes[article.texts.translation.code] = quote_of(sentence.translation or "", start, end)
    because = (
        f"words in quotation marks, with ‘{quotation.says}’" if quotation.says else "long words in quotation marks"
    )
    return Proposal(
        kind=ProposalKind.QUOTATION,
        register=Register.NOTES,
        id=f"quotation-{sentence.id}",
        places=(place_of(sentence, quotation.start, quotation.end),),
        because=f"{because}: {shown(text, quotation.start, quotation.end)}",
        fields={"segment": sentence.id} | quotes,
    )


def _quotations(article: Article) -> Iterator[_Quotation]:
    """The quotations of `article`: words in marks that are long, or fewer with a verb of speech near them."""
    language = article.texts.source
    for sentence in article.sentences:
        folded = fold_script(sentence.text)
        for match in _QUOTED.finditer(sentence.text):
            start, end = match.span(match.lastindex or 0)
            words = sentence.text[start:end]
            size = len(words.split()) if language.spaces_words else len(compact(words))
            near = folded[max(0, match.start() - _NEAR) : match.start()], folded[match.end() : match.end() + _NEAR // 2]
            pattern = _SAYS.get(language.code)
            verb = next((found[0] for part in near if pattern and (found := pattern.search(part))), "")
            long, said = _LONG[False][language.spaces_words], _LONG[True][language.spaces_words]
            if size >= long or (verb and size >= said):
                yield _Quotation(sentence, start, end, verb)


def _elsewhere(
    edition: Edition, article: Article, found: Sequence[_Quotation], spaced: bool
) -> Mapping[_Quotation, Sequence[Sentence]]:
    """For each quotation the sentences of other articles with so many of its characters, or words, in a row."""
    holders: dict[str, list[_Quotation]] = defaultdict(list)
    for quotation in found:
        for run in runs(quotation.words, _SAME[spaced], by_words=spaced):
            holders[run].append(quotation)
    met: dict[_Quotation, dict[Sentence, None]] = defaultdict(dict)
    for sentence in others(edition, article) if holders else ():
        for run in runs(sentence.text, _SAME[spaced], by_words=spaced):
            for quotation in holders.get(run, ()):
                met[quotation][sentence] = None
    return {quotation: tuple(sentences) for quotation, sentences in met.items()}
