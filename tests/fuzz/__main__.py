"""`make fuzz`: the stages with very many inputs, and a table of what came of them; fails where there was a fault."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from tests.fuzz.queries import chromium, run_queries, search_page
from tests.fuzz.runs import BATCH, Result, run_batch, table
from tests.fuzz.stages import STAGES, Stage

QUERIES = 10  # of a hundred inputs


def main() -> None:
    """Run the stages; the same seed gives the same inputs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other inputs")
    parser.add_argument("--inputs", type=int, default=200_000, help="of all stages together")
    parser.add_argument("--batch", type=int, help="only the batch of this number, to look at a fault")
    parser.add_argument("--stage", choices=[*(stage.name for stage in STAGES), "query"], help="only this stage")
    options = parser.parse_args()
    results = []
    for stage in STAGES:
        if options.stage in (None, stage.name):
            results.append(_run(stage, options.seed, _batches(options, stage.share)))
            print(table(results[-1:]).split("\n")[1], flush=True)
    if options.stage in (None, "query"):
        result = Result("query")
        with chromium() as browser, search_page(browser) as page:
            for batch in _batches(options, QUERIES):
                result.add(run_queries(page, options.seed, batch, BATCH))
        results.append(result)
    faults = [f"{result.stage}, {fault}" for result in results for fault in result.faults]
    print("\n".join(["", *faults[:100], "", table(results)]))
    sys.exit(bool(faults))


def _batches(options: argparse.Namespace, share: int) -> range:
    if options.batch is not None:
        return range(options.batch, options.batch + 1)
    return range(-(-options.inputs * share // 100 // BATCH))


def _run(stage: Stage, seed: int, batches: range) -> Result:
    """All `batches`, in processes of their own: one that dies takes no other with it, and is a fault."""
    result, left = Result(stage.name), list(batches)
    while left:
        with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
            running = {batch: executor.submit(run_batch, stage, seed, batch) for batch in left}
            died = [batch for batch, future in running.items() if not _add(result, future)]
        # Which of those that did not end has died, each tells by itself.
        left = []
        for batch in died:
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
                if not _add(result, executor.submit(run_batch, stage, seed, batch)):
                    result.faults.append(f"batch {batch}: the process died")
    return result


def _add(result: Result, future: Future[Result]) -> bool:
    try:
        result.add(future.result())
    except BrokenProcessPool:
        return False
    return True


if __name__ == "__main__":
    main()
