"""What releases made by hand are made of: a manifest and plates of which every figure is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from release import (
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    SCHEMA,
    SYNTHETIC_NOTE,
    Audit,
    Earlier,
    Edition,
    Manifest,
    Persons,
    Plate,
    PublicPolicy,
    SourceMode,
    sort_rows,
)
from terms import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = tuple[str, int | None, str, str, int, int]


def manifest(
    *,
    persons: Persons = Persons.LINKED,
    sources: SourceMode = SourceMode.SEVERAL,
    synthetic: bool = True,
    as_of: str = "2026-11",
    title: str = "Handmade",
    audit: Audit = Audit.NOT_AUDITED,
    series: str = "5e" * 32,
    history: Sequence[Earlier] = (),
    left_out: Sequence[str] = (),
    caveats: Sequence[str] = (NOT_PREVALENCE, NO_ENDORSEMENT, MINIMA, SYNTHETIC_NOTE),
) -> Manifest:
    """Return a manifest that is not sealed; what is not given is as in a plain release."""
    return Manifest(
        format=1,
        title=title,
        release_id="0123456789abcdef" * 4,
        series=series,
        history=list(history),
        software="red-zone-atlas 0.1.0",
        synthetic=synthetic,
        editions=[Edition(as_of=as_of)],
        persons=persons,
        sources=sources,
        audit=audit,
        left_out=list(left_out),
        taxonomy=VERSION,
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
        caveats=list(caveats),
        licence="CC BY 4.0",
        cite_as="Handmade (2026).",
        files={},
    )


def plate(name: str, rows: Iterable[Row]) -> Plate:
    """Return a plate of rows given as cell, resolution, period, act, reports, people, in any order."""
    return Plate(name, sort_rows(pl.DataFrame(list(rows), schema=dict(SCHEMA), orient="row")))
