"""Every text in every field: the table of fields and contexts."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from functools import partial

from tests.injections.compare import matrix, rounds, tried, uniform
from tests.injections.fields import names
from tests.injections.texts import VARIANTS, injections


def main() -> int:
    """Try every text in every field and every variant, and print the table; 1 where there is a difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.injections", description=__doc__)
    parser.add_argument("--rounds", type=int, help="how many editions of each kind (default: as many as texts)")
    parser.add_argument("--processes", type=int, help="how many at a time (default: one a core)")
    options = parser.parse_args()
    texts = injections()
    count = options.rounds or len(texts)
    chosen = [uniform(text) for text in texts[:count]]
    for number, variant in enumerate(VARIANTS):
        varied = [variant.replace("{}", text) for text in texts]
        chosen += rounds(varied, count, number * len(texts) // len(VARIANTS))
    with multiprocessing.Pool(options.processes) as pool:
        counts, found = tried(chosen, partial(pool.imap_unordered, chunksize=4))
    print(f"{len(texts)} texts in {len(VARIANTS)} variants, {len(names())} fields, {len(chosen)} editions\n")
    print(matrix(counts, found))
    for one in found[:20]:
        print(f"\n{one.context}, {one.path}, {one.field}\n    {one.wrong}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
