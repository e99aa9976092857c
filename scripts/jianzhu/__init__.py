"""Jianzhu: from the bytes of raw articles to an annotated bilingual edition: a site, an offline bundle, books.

Data flows one way, and a part imports only from those before it:

    text       characters, dates, quantities, script variants; knows no record
    storage    files written whole or not at all; one command at a time
    source     seeds/ on disk             -> records, and every fault with file and line
    repair     bytes of a seed, records   -> printed text and apparatus
    annotate   printed text, vocabulary   -> segments, marks, relations: the `Edition`
    show       what the site and the books show alike
    compile    seeds/                     -> Edition and problems; all below reads an Edition only
    site       Edition                    -> .build/docs/ -> site/, by MkDocs
    release    site/                      -> dist/, and the offline bundle
    books      Edition                    -> EPUBs in dist/
    commands   the command line
"""
