"""The edition: from the bytes of a seed to annotated pages.

The rooms stand in the order in which the data walks through them; nothing flows back.

    load       seeds/ on disk            -> `records` (typed; `parse` tells every fault with its line)
    read       bytes of a seed           -> Witness
    repair     Witness + emendations     -> Repaired (printed text, steps, apparatus)
    segment    printed text + manifest   -> Segmented (blocks and segments with permanent ids, by `matching`)
    annotate   segments + vocabulary     -> Article (every mark anchored to one span)
    relate     all articles + registers  -> Edition (concordance, timeline, claims, relations)
    render     Edition                   -> files for docs/ (annotated Markdown, data)
    search     Edition                   -> files for docs/ (what the search box looks through)
    publish    files                     -> disk, all or nothing
    site       docs/                     -> site/, by MkDocs, whose hook calls `theme` and `forms`
    bundle     site/                     -> a zip in dist/, to be read without a network
    epub       Edition                   -> two books in dist/, for e-readers

`theme` and `patches` correct the pages of MkDocs' theme; `forms` makes the table by which they turn to the other script.
`pipeline` is the walk to docs/, `archive` writes zips that are the same everywhere, `release` names and sums what goes into
dist/, and `problems` is what every room may report.

On the ground floor, `files` writes whole files and folders or none, `transaction` several files together, `lock` lets one
command at a time write, and `names` tells which names every system can hold. `escape` writes a text as text wherever it
stands, and `templates` escapes by it; `policy` says what a page may load and run, `notice` what others' work the site hands on;
`matching` pairs the sentences of a text with those of its record.
"""
