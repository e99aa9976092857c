"""Variants: Chinese text in the other script, for readers who ask for it.

`convert` gives each character the form it has in its word, `lattice` tells the words, `rules` and words.txt hold what is known
of them. `runs` are the texts of a page as marks leave them whole, and `table` says the same as `convert` in a few kilobytes
that the page's script reads. `jianzhu.show.variants` has the texts of an edition and lists what the view changes.

Why so: OpenCC takes the longest phrase that begins at a place, and so 明|白发|生 for 明白|发生. Here the words are the most
probable ones, by the counts of jieba's dictionary, and OpenCC converts each by itself; words of our own, names of the glossary
and rules come on top. Right, of the phrases of tests/text/forms: 1718 that were at hand when this was made, and 414 and 492 at
their first trial:

    to traditional characters          seen     unseen        to simplified characters           seen     unseen
    MediaWiki's tables (zhconv 1.4)    83.8 %   76.6, 81.9    OpenCC 1.4.2 t2s                   98.8 %   97.3, 97.4
    OpenCC 1.4.2 s2t                   90.5 %   83.8, 85.8    OpenCC 1.4.2 tw2s                  99.8 %   99.0, 99.2
    OpenCC 1.4.2 s2tw                  95.3 %   91.1, 92.5    this                              100.0 %  100.0, 99.6
    StarCC 0.0.5                       96.0 %   91.8, 94.7
    this                              100.0 %   96.9, 98.8

The phrases are written as s2tw writes them, where several forms are right; s2t and MediaWiki's tables lose some by that.
"""

from jianzhu.text.variants.convert import SCRIPTS, Convert, Converter, converter
from jianzhu.text.variants.runs import page_runs
from jianzhu.text.variants.table import VariantTable, derive_table, variants_file

__all__ = [
    "SCRIPTS",
    "Convert",
    "Converter",
    "VariantTable",
    "converter",
    "derive_table",
    "page_runs",
    "variants_file",
]
