"""How long a million rows of CSV take to read, beside what polars takes for the same bytes: `python -m bench.intake`.

Everything is timed in one run, in turns, and the best of the turns counts, so that what else a machine does weighs on
all alike. Reading: from bytes to a table of text with the number of each row's line, layout recognised. Whole intake:
screening, mapping, dates, places, acts and all faults besides, to sorted incidents.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

import polars as pl

from data import read_incidents, recognise, sample
from geo import index_points

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 1_000_000
TURNS = 3


def best(jobs: dict[str, Callable[[], object]], turns: int, clock: Callable[[], float]) -> dict[str, float]:
    """Return the shortest time of each job, in seconds, over turns in which all are done one after the other."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(turns):
        for name, job in jobs.items():
            begun = clock()
            job()
            times[name].append(clock() - begun)
    return {name: min(taken) for name, taken in times.items()}


def main() -> None:
    """Print times and their ratios."""
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=ROWS)
    options.add_argument("--turns", type=int, default=TURNS)
    given = options.parse_args()
    content = sample(rows=given.rows, rng=1).write_csv().encode()
    points = pl.read_csv(content, columns=["lat", "lng"]).drop_nulls()
    lat, lng = points["lat"].to_numpy(), points["lng"].to_numpy()
    jobs: dict[str, Callable[[], object]] = {
        "polars.read_csv": lambda: pl.read_csv(content),
        "indexing": lambda: index_points(lat=lat, lng=lng),
        "reading": lambda: recognise(content, name="rows.csv"),
        "whole intake": lambda: read_incidents(content, name="rows.csv"),
    }
    print(f"{given.rows:,} rows, {len(content) / 1e6:.0f} MB, best of {given.turns}")  # noqa: T201 - a bench prints
    for name, clock in (("by the clock", time.perf_counter), ("of all processors", time.process_time)):
        took = best(jobs, given.turns, clock)
        print(f"Seconds {name}:", *(f"{job} {seconds:.2f}" for job, seconds in took.items()))  # noqa: T201
        alone = took["polars.read_csv"]
        allowed = 2 * alone + took["indexing"]
        print(f"  reading / polars.read_csv: {took['reading'] / alone:.2f}")  # noqa: T201
        print(f"  whole intake / (2 polars.read_csv + indexing): {took['whole intake'] / allowed:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
