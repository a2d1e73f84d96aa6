"""How fast many points become cells and counts: ours against h3-py, h3ronpy and polars-h3, in one run.

    python -m bench.index [POINTS] [ROUNDS]

Two kinds of points: spread over the region, each its own; and at 300 places, as records are. Told are medians in
seconds and how many times as fast ours is; polars-h3 also as it is best used, in one streaming query that indexes and
counts. h3-py indexes one point at a time and is given a hundredth of them. All answers are held to be equal.
Needs requirements-bench.txt.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import h3.api.basic_int as h3
import numpy as np
import polars as pl
import polars_h3
from h3ronpy.vector import coordinates_to_cells

from geo import FINEST, WINDOW, count_points, index_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Column = NDArray[np.float64]

POINTS: Final = 10_000_000
ROUNDS: Final = 3
PLACES: Final = 300
_SHARE: Final = 100


def spread(count: int, rng: np.random.Generator) -> tuple[Column, Column]:
    """Return latitudes and longitudes of points all over the window."""
    west, south, east, north = WINDOW
    return rng.uniform(south, north, count), rng.uniform(west, east, count)


def placed(count: int, rng: np.random.Generator) -> tuple[Column, Column]:
    """Return latitudes and longitudes of points at a few places."""
    lat, lng = spread(PLACES, rng)
    at = rng.integers(0, PLACES, count)
    return lat[at], lng[at]


def counted(lat: Column, lng: Column) -> pl.DataFrame:
    """Return how many points each cell holds."""
    cells, counts = count_points(lat=lat, lng=lng)
    return pl.DataFrame({"cell": cells, "len": counts.astype(np.uint32)})


def _streamed(lat: Column, lng: Column) -> pl.DataFrame:
    cell = polars_h3.latlng_to_cell("lat", "lng", FINEST, return_dtype=pl.UInt64)
    points = pl.DataFrame({"lat": lat, "lng": lng}).lazy()
    return points.select(cell=cell).group_by("cell").len().collect(engine="streaming")


def _by_polars(lat: Column, lng: Column) -> NDArray[np.uint64]:
    cell = polars_h3.latlng_to_cell("lat", "lng", FINEST, return_dtype=pl.UInt64)
    return pl.DataFrame({"lat": lat, "lng": lng}).select(cell=cell)["cell"].to_numpy()


def ways(lat: Column, lng: Column) -> dict[str, Callable[[], object]]:
    """Return each way of indexing, and of indexing and counting."""
    part = slice(0, max(1, len(lat) // _SHARE))
    some = list(zip(lat[part].tolist(), lng[part].tolist(), strict=True))
    return {
        "index: ours": lambda: index_points(lat=lat, lng=lng),
        "index: h3ronpy": lambda: np.asarray(coordinates_to_cells(lat, lng, FINEST)),
        "index: polars-h3": lambda: _by_polars(lat, lng),
        "index: h3-py, a hundredth": lambda: [h3.latlng_to_cell(*own, FINEST) for own in some],
        "count: ours": lambda: counted(lat, lng),
        "count: polars-h3 streaming": lambda: _streamed(lat, lng),
    }


def check(answers: dict[str, Any]) -> None:
    """Hold all answers to be equal."""
    ours, some = answers["index: ours"], answers["index: h3-py, a hundredth"]
    same = [np.array_equal(ours, answers[name]) for name in ("index: h3ronpy", "index: polars-h3")]
    same.append(np.array_equal(ours[: len(some)], some))
    same.append(answers["count: ours"].sort("cell").equals(answers["count: polars-h3 streaming"].sort("cell")))
    if not all(same):
        sys.exit("The answers differ: there is nothing to compare.")


def measure(lat: Column, lng: Column, rounds: int) -> dict[str, float]:
    """Return the median of each way in seconds, after one round that is not counted; answers must be equal."""
    spent: dict[str, list[float]] = {}
    for place in range(rounds + 1):
        answers = {}
        for name, run in ways(lat, lng).items():
            begun = time.perf_counter()
            answers[name] = run()
            if place:
                spent.setdefault(name, []).append(time.perf_counter() - begun)
        check(answers)
    return {name: statistics.median(own) for name, own in spent.items()}


def main() -> None:
    """Measure and print."""
    count, rounds = (
        int(own) if own else usual for own, usual in zip([*sys.argv[1:], "", ""], (POINTS, ROUNDS), strict=False)
    )
    rng = np.random.default_rng(1)
    begun = time.perf_counter()
    index_points(lat=np.full(10**6, 42.0), lng=np.full(10**6, 126.0))
    sys.stdout.write(f"the table, made once: {time.perf_counter() - begun:.2f} s\n")
    for kind, make in (("spread points", spread), (f"points at {PLACES} places", placed)):
        told = measure(*make(count, rng), rounds)
        sys.stdout.write(f"{count:,} {kind}, all answers equal\n")
        for name, seconds in told.items():
            ours = told[f"{name.partition(':')[0]}: ours"]
            whole = seconds * (_SHARE if "hundredth" in name else 1)
            sys.stdout.write(f"  {name}: {seconds:.2f} s; ours is {whole / ours:.1f} times as fast\n")


if __name__ == "__main__":
    main()
