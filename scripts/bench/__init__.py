"""Bench: how well and how fast the site's search finds, beside Pagefind and Material's own, on the same pages in one run.

`corpus` makes the articles and the questions, `engines` builds an index with each engine, `server` is a slow line,
`browser` asks, `table` writes down what came of it. Run by `make bench-search`.

`shapes` are odd articles of any length, and `growth` measures how the time of every step grows with them (`make bench-growth`).
"""
