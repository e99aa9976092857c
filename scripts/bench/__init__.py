"""Bench: how well and how fast the site's search finds, beside Pagefind and Material's own, on the same pages in one run.

`corpus` makes the articles and the questions, `engines` builds an index with each engine, `server` is a slow line,
`browser` asks, `table` writes down what came of it. Run by `make bench-search`.

What people type is in tables of queries with the addresses that answer them: `judged` reads these, `edition` builds an index of
the whole edition with each engine, `measure` says how far down its list the right addresses stand, and `judge` prints what one
engine misses (`make judge`).

`shapes` are odd articles of any length, and `growth` measures how the time of every step grows with them (`make bench-growth`).
"""
