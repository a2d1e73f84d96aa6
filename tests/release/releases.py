"""Releases made by hand, for tests of the public side."""

import polars as pl

from geo import climb, land_cells, to_text
from release import (
    NOT_PREVALENCE,
    SCHEMA,
    SYNTHETIC_NOTE,
    Audit,
    Edition,
    Manifest,
    Persons,
    Plate,
    PublicPolicy,
    SourceMode,
    sort_rows,
)
from terms import VERSION

FINE = land_cells()[1200]
R5, R4, R3, R2 = (to_text(climb(land_cells()[1200:1201], size))[0] for size in (5, 4, 3, 2))


def manifest(*, persons: Persons = Persons.LINKED) -> Manifest:
    """Return a manifest that is not yet sealed."""
    return Manifest(
        format=1, title="A test", release_id="0" * 64, software="0.1.0", synthetic=True,
        editions=[Edition(as_of="2026-11")], persons=persons, sources=SourceMode.SEVERAL, audit=Audit.NOT_AUDITED,
        taxonomy=VERSION,
        policy=PublicPolicy(
            k=11, step=5, embargo_months={"A": 60, "B": 24, "C": 12}, thin_below_arrivals=300,
            eras={"before": "-2019"}, ladders={"where": "r5; region"}, largest_case=10, hold_back=True,
        ),
        caveats=[SYNTHETIC_NOTE, NOT_PREVALENCE], licence="CC-BY-4.0", cite_as="A test.", files={},
    )  # fmt: skip


def plate(name: str, *rows: tuple[str, int | None, str, str, int, int]) -> Plate:
    """Return a plate of rows given as cell, resolution, period, act, reports, people."""
    return Plate(name, sort_rows(pl.DataFrame(list(rows), schema=dict(SCHEMA), orient="row")))


def plates() -> dict[str, Plate]:
    """Return a few plates that agree with one another."""
    return {
        "where": plate(
            "where",
            (R5, 5, "all", "all", 40, 20), (R4, 4, "all", "all", 30, 25), (R2, 2, "all", "all", 15, 10),
            ("region", None, "all", "all", 100, 50), ("elsewhere", None, "all", "all", 20, 10),
            ("", None, "", "", 10, 10),
        ),
        "where_when": plate(
            "where_when",
            (R5, 5, "2015", "all", 20, 10), (R5, 5, "2016", "all", 10, 10), (R4, 4, "before", "all", 25, 15),
            (R3, 3, "closure", "all", 15, 10), ("region", None, "undated", "all", 10, 10),
        ),
        "where_what": plate(
            "where_what", (R4, 4, "all", "B1", 20, 20), (R4, 4, "all", "B", 15, 10), (R3, 3, "all", "A1", 10, 10)
        ),
        "when_what": plate(
            "when_what", ("region", None, "2015", "A", 30, 20), ("region", None, "before", "Z", 10, 10),
            ("region", None, "all", "all", 10, 10),
        ),
    }  # fmt: skip
