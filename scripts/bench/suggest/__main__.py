"""`make bench-suggest`: what `jianzhu suggest` proposes for each article, held out, beside what its editors recorded."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.relate import pointers_by_article, relate
from jianzhu.compile import compile_article
from jianzhu.source.load import load_seeds
from jianzhu.source.records import ConceptRecord
from jianzhu.source.seeds import Seeds
from jianzhu.suggest.proposal import Proposal
from jianzhu.suggest.suggest import proposals
from jianzhu.text.characters import fold_script

from bench.suggest.kinds import KINDS
from bench.suggest.score import Score
from bench.suggest.table import write_pages, written

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class HeldOut:
    """An article as its editors left it in the edition `full`, the same without their work, and the others' edition."""

    full: Edition
    edited: Article
    edition: Edition
    raw: Article
    found: tuple[Proposal, ...]
    #: The same of the article without its translation.
    untranslated: tuple[Proposal, ...]
    seconds: float


def hold_out(seeds: Seeds, full: Edition, slug: str, *, own_labels: bool) -> HeldOut:
    """The article `slug` without its decisions, notes, events, claims and relations, and without the concepts that only it
    names; without `own_labels` also without the labels, other than preferred ones, by which only it names concepts.
    """
    (folder,) = (folder for folder in seeds.folders if folder.slug == slug)
    vocabulary = replace(seeds.vocabulary, concepts=_concepts_without(full, slug, own_labels=own_labels))
    rest = replace(
        seeds,
        vocabulary=vocabulary,
        folders=tuple(other for other in seeds.folders if other.slug != slug),
    )
    finder = LabelFinder(vocabulary.concepts)
    pointers = pointers_by_article(seeds.registers)
    made = [compile_article(finder, other, pointers.get(other.slug, ()))[0] for other in rest.folders]
    edition, _ = relate(rest, [article for article in made if article], {slug})
    bare = replace(folder, marks=(), notes={})
    raw, _ = compile_article(finder, bare, ())
    untranslated, _ = compile_article(finder, replace(bare, translations={}), ())
    assert edition is not None
    assert raw is not None
    assert untranslated is not None
    begun = time.process_time()
    found = proposals(edition, raw)
    took = time.process_time() - begun
    return HeldOut(full, full.by_slug[slug], edition, raw, found, proposals(edition, untranslated), took)


def _concepts_without(full: Edition, slug: str, *, own_labels: bool) -> Mapping[str, ConceptRecord]:
    kept = {}
    for name, full_concept in full.concepts.items():
        concept = full_concept
        others = [one for one in full.occurrences[name] if one.article.slug != slug]
        if not others and full.occurrences[name]:
            continue
        if not own_labels:
            forms = {fold_script(one.exact).lower() for one in others}
            preferred = {*concept.pref_label.names.values()}
            concept = concept.model_copy(
                update={
                    key: tuple(
                        label
                        for label in getattr(concept, key)
                        if label in preferred or fold_script(label).lower() in forms
                    )
                    for key in ("alt_label", "hidden_label")
                }
            )
        kept[name] = concept
    return kept


def measure(root: Path) -> tuple[dict[str, dict[str, Score]], dict[str, HeldOut]]:
    """For each article the score of every kind, and the article as it was held out."""
    seeds, problems = load_seeds(root)
    assert not problems, problems[:3]
    finder = LabelFinder(seeds.vocabulary.concepts)
    pointers = pointers_by_article(seeds.registers)
    made = [compile_article(finder, folder, pointers.get(folder.slug, ()))[0] for folder in seeds.folders]
    full, _ = relate(seeds, [article for article in made if article])
    assert full is not None
    scores: dict[str, dict[str, Score]] = {}
    held: dict[str, HeldOut] = {}
    for article in full.articles:
        held[article.slug] = hold_out(seeds, full, article.slug, own_labels=True)
        strict = hold_out(seeds, full, article.slug, own_labels=False)
        scores[article.slug] = {
            kind: KINDS[kind](strict if kind == "concepts, own labels" else held[article.slug]) for kind in KINDS
        }
    return scores, held


def main() -> None:
    """Print the table, and each miss and each wrong value; with --write put the table into its pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table into docs/suggestions.md and its Chinese")
    parser.add_argument(
        "--show", nargs="*", default=[], metavar="KIND", help=f"list the differences of: {', '.join(KINDS)}"
    )
    options = parser.parse_args()
    scores, held = measure(ROOT)
    print(written(scores, held, "en"), flush=True)
    for kind in options.show:
        for slug in scores:
            for line in scores[slug][kind].differences():
                print(kind, slug, line)
    if options.write:
        write_pages(ROOT / "docs", scores, held)


if __name__ == "__main__":
    main()
