"""What every method is given, and what every method answers."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from data import read_incidents, sample_people
from protect import Month, Policy, Secret
from protect.entry import add_limits
from protect.ladder import AREAS
from protect.tally import tally
from release import Persons

if TYPE_CHECKING:
    from data import Incidents

AS_OF: Final = Month(2026, 11)
SECRET: Final = Secret(b"a secret for invented people only")
SIZES: Final = (5, 4, 3, 2)
REGION: Final = 0
"""Stands for the resolution of what has no cell: the region, elsewhere, not stated, the pool."""


@dataclass(frozen=True)
class Given:
    """The reports of invented people past their embargo.

    `rows`: column, report, person, c5 to c2 (where it is known), finest, area. `places`: column, person, resolution,
    area: each report at each resolution at which rules 1 and 9 let it be shown, and without a cell. All methods keep
    these two rules, so that what differs is how they protect counts.
    """

    incidents: Incidents
    rows: pl.DataFrame
    places: pl.DataFrame
    k: int
    seed: int

    def groups(self, finest: int) -> pl.DataFrame:
        """Return the areas of each resolution up to one: resolution, area, cases, reports, column (a list)."""
        told = self.places.filter(pl.col("resolution") <= finest)
        return (
            told.group_by("resolution", "area")
            .agg(cases=pl.col("person").n_unique(), reports=pl.len(), column=pl.col("column").sort())
            .sort("resolution", "area", descending=[True, False])
        )


@dataclass(frozen=True)
class Told:
    """Figures that are published.

    `sums`: resolution, area, figure (reports), low and high (what the attacker to beat knows of the true number;
    infinite where he knows no bound), column (the reports that it is of, a list).
    """

    sums: pl.DataFrame


def given(*, people: int, seed: int) -> Given:
    """Invent so many people of one organisation."""
    text = io.BytesIO()
    sample_people(people=people, rng=seed, sources=1).write_csv(text)
    incidents = read_incidents(text.getvalue(), name="sample.csv")
    policy = Policy()
    limited = add_limits(tally(incidents, Persons.LINKED), policy, AS_OF)
    past = limited.filter("past").with_row_index("column").with_columns(pl.col("column").cast(pl.Int64))
    word = pl.col("area").replace_strict(AREAS, return_dtype=pl.UInt64)
    levels = [
        past.filter(pl.col("finest") >= size).drop_nulls(f"c{size}").select(
            "column", "person", resolution=pl.lit(size), area=f"c{size}"
        )
        for size in SIZES
    ]  # fmt: skip
    levels.append(past.select("column", "person", resolution=pl.lit(REGION), area=word))
    return Given(incidents, past, pl.concat(levels), policy.k, seed)
