"""A release made by hand: every figure in it is known, and none comes from a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from geo import climb, land_cells, land_count, to_text
from release import (
    ELSEWHERE,
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    NOT_STATED,
    POOL,
    REGION,
    SCHEMA,
    Audit,
    Edition,
    Manifest,
    Persons,
    Plate,
    PublicPolicy,
    Release,
    SourceMode,
    sort_rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row = tuple[str, int | None, str, str, int, int]


def manifest(*, persons: Persons = Persons.LINKED, synthetic: bool = True, as_of: str = "2026-11") -> Manifest:
    return Manifest(
        format=1,
        title="Handmade",
        release_id="0123456789abcdef" * 4,
        software="red-zone-atlas 0.1.0",
        synthetic=synthetic,
        editions=[Edition(as_of=as_of)],
        persons=persons,
        sources=SourceMode.SEVERAL,
        audit=Audit.NOT_AUDITED,
        taxonomy="2026.1",
        policy=PublicPolicy(
            k=11,
            step=5,
            embargo_months={"A": 60, "B": 24, "C": 12},
            thin_below_arrivals=300,
            eras={"before": "to 2019", "closure": "2020-2022", "reopening": "2023 on"},
            ladders={},
            largest_case=20,
            hold_back=True,
        ),
        caveats=[NOT_PREVALENCE, NO_ENDORSEMENT, MINIMA],
        licence="CC BY 4.0",
        cite_as="Handmade (2026).",
        files={},
    )


def plate(name: str, rows: Iterable[Row]) -> Plate:
    return Plate(name, sort_rows(pl.DataFrame(list(rows), schema=dict(SCHEMA), orient="row")))


def whole_cells(resolution: int) -> list[str]:
    """The cells of a resolution that lie on land altogether, sorted."""
    cells = np.unique(climb(land_cells(), resolution))
    return to_text(cells[land_count(cells) >= 7 ** (5 - resolution)])


def _places(random: np.random.Generator, periods: list[str], acts: list[str], most: int) -> list[Row]:
    rows: dict[tuple[str, str, str], Row] = {}
    for resolution, count in ((5, most), (4, most // 2), (3, most // 6), (2, 6)):
        held = whole_cells(resolution)
        for place in random.choice(len(held), min(count, len(held)), replace=False).tolist():
            period, act = periods[place % len(periods)], acts[place % len(acts)]
            reports = 10 + 5 * int(random.pareto(1.1) * 3)
            people = max(10, 5 * int(reports * 0.6 / 5))
            rows[held[place], period, act] = (held[place], resolution, period, act, reports, people)
    for area, reports in ((REGION, 410), (ELSEWHERE, 95), (NOT_STATED, 60)):
        rows[area, periods[0], acts[0]] = (area, None, periods[0], acts[0], reports, 35)
    return [*rows.values(), (POOL, None, POOL, POOL, 30, 15)]


def handmade(most: int = 120) -> Release:
    """All five plates, with rows on every rung that matters to a drawing."""
    random = np.random.default_rng(7)
    eras, years = ["before", "closure", "reopening"], ["2015", "2016", "2017", "2018", "2019", "2021", "2023", "undated"]
    groups, acts = ["B", "I", "F", "C", "A"], ["B1", "I1", "F1", "C1", "A4", "Z"]
    times = [
        (REGION, None, period, act, 15 + 5 * ((3 * i + 7 * j) % 40), 10)
        for i, period in enumerate([*years, *eras])
        for j, act in enumerate([*acts, *groups])
        if (i + j) % 3
    ]
    plates = {
        "where": plate("where", _places(random, ["all"], ["all"], most)),
        "where_what": plate("where_what", _places(random, ["all"], [*groups, *acts], most)),
        "where_when": plate("where_when", _places(random, [*eras, *years], ["all"], most)),
        "when_what": plate("when_what", [*times, (REGION, None, "all", "all", 120, 60), (ELSEWHERE, None, "before", "B", 25, 10)]),
        "where_when_what": plate("where_when_what", _places(random, eras, groups, most)),
    }
    return Release(manifest(), plates)


@pytest.fixture(scope="session")
def release() -> Release:
    return handmade()


@pytest.fixture(scope="session")
def make_plate() -> Callable[[str, Iterable[Row]], Plate]:
    return plate


@pytest.fixture(scope="session")
def make_manifest() -> Callable[..., Manifest]:
    return manifest
