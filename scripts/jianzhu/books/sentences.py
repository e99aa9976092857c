"""Sentences: the text of a sentence as pieces, with links to the glossary and the signs of notes between them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from jianzhu.annotate.article import Article
from jianzhu.annotate.marks import Mark, MarkKind, Node, mark_tree
from jianzhu.language import Side


@dataclass(frozen=True)
class Sign:
    """What a reader taps to open the footnote `note`."""

    note: str
    text: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Inline:
    """What the author set apart: `href` where it is a link, `reading` of a ruby, `id` of a sign that its note leads back to."""

    kind: MarkKind
    href: str = ""
    reading: str = ""
    id: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text; with a concept, where the article names it first. `signs` stand behind it; it is `linked` already where
    it stands within a link.

    One that the author set apart is an `inline`; like a concept it may have pieces in it, which then are its text.
    """

    text: str
    concept: str = ""
    signs: tuple[Sign, ...] = ()
    inline: Inline | None = None
    inner: tuple[Piece, ...] = ()
    linked: bool = False


def first_mentions(article: Article, lead: Side) -> dict[tuple[str, Side], list[tuple[int, int, str]]]:
    """Segment and side -> start, end and concept of the words there that link to the glossary.

    That is where the article names a concept first, on `lead`, the side that leads; on the other where it does not.
    """
    found: dict[tuple[str, Side], list[tuple[int, int, str]]] = {}
    known: set[str] = set()
    for side in (lead, lead.other):
        for sentence in article.sentences:
            for mark in sorted(
                (mark for mark in sentence.marks_on(side) if mark.kind == "concept"), key=lambda mark: mark.start
            ):
                if mark.ref not in known:
                    known.add(mark.ref)
                    found.setdefault((sentence.id, side), []).append((mark.start, mark.end, mark.ref))
    return found


#: From a mark of the author and the words that it stands on to what a book shows.
Resolve = Callable[[Mark, str], Inline]


def pieces(
    text: str,
    links: Iterable[tuple[int, int, str]],
    signs: Iterable[tuple[int, Sign]],
    marks: Iterable[Mark] = (),
    resolve: Resolve | None = None,
) -> tuple[Piece, ...]:
    """`text` cut at `links` (start, end, concept), which do not overlap, at the author's `marks`, of each of which `resolve` says
    what is shown, and at `signs` (offset they stand behind).

    A sign within a link goes behind it: a link holds no other. Nor does a mark hold another of its kind.
    """
    concepts = [Mark(start, end, "concept", concept) for start, end, concept in links]
    tree = mark_tree(len(text), [*concepts, *(marks if resolve else ())])
    cut = _Cut(text, resolve)
    spans = [*cut.links(tree)]
    for at, sign in signs:
        behind = next((end for start, end in spans if start < at < end), at)
        cut.standing.setdefault(behind, []).append(sign)
    return cut.grown(tree, None, frozenset())


@dataclass(frozen=True)
class _Cut:
    """A text on the way to its pieces; `standing` are the signs by the offset that they stand behind."""

    text: str
    resolve: Resolve | None
    standing: dict[int, list[Sign]] = field(default_factory=dict)

    def _inline(self, node: Node) -> Inline | None:
        if node.mark is None or node.mark.kind == "concept" or self.resolve is None:
            return None
        return self.resolve(node.mark, self.text[node.start : node.end])

    def links(self, nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
        """Where links begin and end; of those within another, only that."""
        for node in nodes:
            inline = self._inline(node)
            if (inline and inline.href) or (node.mark and node.mark.kind == "concept"):
                yield node.start, node.end
            else:
                yield from self.links(node.children)

    def grown(self, nodes: Iterable[Node], limit: int | None, within: frozenset[str]) -> tuple[Piece, ...]:
        """The pieces of `nodes`; a sign at `limit`, where what they are in ends, stands behind that."""
        found: list[Piece] = []
        for node in nodes:
            if node.mark is None:
                borders = [node.start, *(at for at in sorted(self.standing) if node.start < at < node.end), node.end]
                found += (
                    Piece(self.text[start:end], "", self._behind(end, limit))
                    for start, end in itertools.pairwise(borders)
                )
            elif node.mark.kind in within:
                found += self.grown(node.children, limit, within)
            else:
                found.append(self._marked(node, node.mark, self._behind(node.end, limit), within))
        return tuple(found)

    def _marked(self, node: Node, mark: Mark, signs: tuple[Sign, ...], within: frozenset[str]) -> Piece:
        words, inline = self.text[node.start : node.end], self._inline(node)
        if inline and inline.href and "a" in within:
            inline = replace(inline, href="", id="")
        is_link = mark.kind == "concept" or bool(inline and inline.href)
        inner = self.grown(node.children, node.end, within | {mark.kind} | ({"a"} if is_link else frozenset()))
        plain = all(not piece.inline and not piece.signs for piece in inner)
        concept = mark.ref if mark.kind == "concept" else ""
        return Piece(words, concept, signs, inline, () if concept and plain else inner, linked="a" in within)

    def _behind(self, at: int, limit: int | None) -> tuple[Sign, ...]:
        return tuple(self.standing.get(at, ())) if at != limit else ()
