"""Injections: every text of every record, and of the seed, with every text of corpus.txt in its place.

texts      corpus.txt, and the harmless twin of a text
fields     the free texts of all records, found by their types
editions   the small edition with a text in the place of each of its texts
shown      what is made of an edition, as elements, attributes and texts
compare    an edition with injections beside one with their twins
__main__   all of it, as a table of fields and contexts: `make injections`

An edition is rendered twice: once with injections, once with their harmless twins, texts of the same shape in which no sign means
anything. All elements and attributes must be the same, and where a twin is shown its injection must be, letter by letter.
"""
