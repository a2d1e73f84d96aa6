"""A release made by hand for the pages: invented figures around a few towns, on every rung that a map draws."""

from __future__ import annotations

import numpy as np
import polars as pl

from geo import climb, in_study_area, index_points, to_text
from release import (
    COVERAGE_SCHEMA,
    ELSEWHERE,
    NOT_STATED,
    POOL,
    REGION,
    Release,
    read_release,
    sort_rows,
    write_release,
)
from tests.made import manifest, plate

TOWNS = (
    (42.9, 129.5, 30),
    (41.8, 123.4, 20),
    (40.2, 124.4, 20),
    (41.5, 128.1, 15),
    (43.9, 125.3, 10),
    (45.7, 126.6, 5),
)
"""Latitude, longitude, and share of the invented reports in per cent."""

LEAST = 12
"""Invented reports under which a group is passed on to a coarser rung."""


def _row(area: str, resolution: int | None, period: str, act: str, reports: int) -> tuple:
    floored = max(10, reports // 5 * 5)
    return (area, resolution, period, act, floored, max(10, floored // 2 // 5 * 5))


def _places(periods: list[str], acts: list[str], points: int) -> list[tuple]:
    """Group invented points as a ladder does: what is too few in a cell goes on to a coarser one."""
    random = np.random.default_rng(5)
    towns = random.choice(len(TOWNS), points, p=[share / 100 for *_, share in TOWNS])
    lat, lng = np.array([TOWNS[town][:2] for town in towns]).T + random.normal(0, 0.5, (2, points))
    cells = index_points(lat=lat, lng=lng)
    kept = in_study_area(cells)
    cells, finest = cells[kept], random.choice([5, 4, 4, 3, 2], int(kept.sum()))
    period, act = random.choice(periods, len(cells)), random.choice(acts, len(cells))
    left, rows = np.ones(len(cells), dtype=bool), []
    for resolution in (5, 4, 3, 2):
        entering = left & (finest >= resolution)
        keys = list(zip(climb(cells[entering], resolution).tolist(), period[entering], act[entering], strict=True))
        counts = {key: keys.count(key) for key in dict.fromkeys(keys)}
        rows += [
            _row(to_text(np.array([cell], dtype=np.uint64))[0], resolution, when, what, count)
            for (cell, when, what), count in counts.items()
            if count >= LEAST
        ]
        left[np.flatnonzero(entering)[[counts[key] >= LEAST for key in keys]]] = False
    rest = _row(REGION, None, periods[0], acts[0], int(left.sum()))
    outside = [_row(area, None, periods[0], acts[0], 60) for area in (ELSEWHERE, NOT_STATED)]
    return [*rows, rest, *outside, (POOL, None, POOL, POOL, 30, 15)]


def _asked() -> pl.DataFrame:
    """Return invented interviews, told as coverage is: by era, around the towns and of the study area as a whole."""
    rows = [(REGION, None, "closure", 90), (POOL, None, POOL, 15)]
    for place, (lat, lng, share) in enumerate(TOWNS):
        fine = index_points(lat=np.array([lat]), lng=np.array([lng]))
        for size, era, interviews in ((4, "before", 40 * share), (3, "reopening", 5 * share), (2, "closure", 60)):
            if place < size:
                rows.append((to_text(climb(fine, size))[0], size, era, interviews))
    return sort_rows(pl.DataFrame(rows, schema=COVERAGE_SCHEMA, orient="row"))


def handmade_zip(
    points: int = 4000, *, synthetic: bool = True, title: str = "Handmade", covered: bool = False
) -> bytes:
    """Return a release as bytes, the same for the same arguments; `covered`: it says where people were asked."""
    eras, groups = ["before", "closure", "reopening"], ["B", "C", "F", "I"]
    times = [
        _row(REGION, None, period, act, 20 + 35 * ((3 * i + 5 * j) % 9))
        for i, period in enumerate([*eras, "2016", "2017", "2018"])
        for j, act in enumerate([*groups, "B1", "F1"])
        if (i + j) % 4
    ]
    plates = {
        "where": _places(["all"], ["all"], points),
        "where_what": _places(["all"], groups, points),
        "where_when": _places(eras, ["all"], points),
        "when_what": times,
        "where_when_what": _places(eras, groups, points),
    }
    return write_release(
        manifest(synthetic=synthetic, title=title),
        {name: plate(name, rows) for name, rows in plates.items()},
        coverage=_asked() if covered else None,
    )


def handmade(points: int = 4000, *, covered: bool = False) -> Release:
    """Return the release as it is read."""
    return read_release(handmade_zip(points, covered=covered))
