"""The edition: from the bytes of a seed to annotated pages.

The rooms stand in the order in which the data walks through them; nothing flows back.

    load       seeds/ on disk            -> records (typed, with the line of every value)
    read       bytes of a seed           -> Witness
    repair     Witness + emendations     -> Repaired (printed text, steps, apparatus)
    segment    printed text + manifest   -> Segmented (blocks and segments with permanent ids)
    annotate   segments + vocabulary     -> Article (every mark anchored to one span)
    relate     all articles + registers  -> Edition (concordance, timeline, claims, relations)
    render     Edition                   -> files for docs/ (annotated Markdown, data)
    publish    files                     -> disk, all or nothing
    site       docs/                     -> site/, by MkDocs
    bundle     site/                     -> a zip in dist/, to be read without a network
    epub       Edition                   -> two books in dist/, for e-readers

`pipeline` is the walk to docs/, `release` names and sums what goes into dist/, and `problems` is what every room may report.
"""
