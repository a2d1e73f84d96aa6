"""Worlds to attack: invented people with histories, a few planted dangers, the truth about them, and our release."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from data import read_incidents, sample_people
from geo import to_text
from protect import Month, Policy, Request, Secret, protect
from protect.entry import add_limits
from protect.tally import tally
from release import Persons, read_release

if TYPE_CHECKING:
    from data import Incidents
    from protect import Protected
    from release import Release

SECRET = Secret(b"a secret of thirty-two bytes or more")
AS_OF = Month(2026, 11)
K = Policy().k
TITLE = "Invented"
SOURCES = 4

LONELY, BUSY, BORDER = (47.35, 123.92), (41.57, 120.45), (42.95, 129.98)
"""Points of Qiqihar and Chaoyang, where no one of the sample lives, and of Onsong."""
UNIFORM, CROWD, WAVE = 24, 13, 40
FIRST, SECOND = 30, 25
"""Reports of the two people who bear most of what is told of one town."""
WAVE_YEAR = 2021


@dataclass(frozen=True, slots=True)
class World:
    """People, what is true of them, and what we published.

    `rows`: as read. `reports`: what protection counts, with what limits each and the text of its cells at r2 to r5
    (`t2` ... `t5`), for scoring alone.
    """

    people: int
    seed: int
    table: pl.DataFrame
    incidents: Incidents
    reports: pl.DataFrame
    told: pl.DataFrame
    protected: Protected
    release: Release

    @property
    def past(self) -> pl.DataFrame:
        """The reports past their embargo."""
        return self.reports.filter("past")


def planted(sources: int) -> pl.DataFrame:
    """Return rows of a town where everyone suffered the same, of one where two people bear most, and of a known wave.

    The wave is of `WAVE` people of whom outsiders know that there were about fifty.
    """
    rows: list[tuple[str, float, float, str, str, str, int]] = []
    for one in range(UNIFORM):
        rows += [(f"same-{one}", *LONELY, str(2005 + (one + more) % 9), "C1", "private", one) for more in range(2)]
    acts = ("B1", "B3", "F1", "H1", "D1")
    for one, many in enumerate([FIRST, SECOND, *[1] * (CROWD - 2)]):
        rows += [
            (f"busy-{one}", *BUSY, str(2004 + (one + at) % 10), acts[at // 10 if many > 1 else at % 3], "private", one)
            for at in range(many)
        ]
    rows += [(f"wave-{one}", *BORDER, str(WAVE_YEAR), "I1", "transit", one) for one in range(WAVE)]
    schema = ["case", "lat", "lng", "date", "act", "setting", "source"]
    return pl.DataFrame(rows, schema=schema, orient="row").select(
        case="case", lat=pl.col("lat").cast(pl.String), lng=pl.col("lng").cast(pl.String), precision=pl.lit("town"),
        date="date", until=pl.lit(None, pl.String), act="act", actor=pl.lit("private"), country=pl.lit("CN"),
        setting="setting", person_group=pl.lit("woman"),
        source=pl.format("organisation-{}", pl.col("source") % sources + 1),
        reported=pl.lit("2022"), synthetic=pl.lit("yes"),
    )  # fmt: skip


def request(persons: Persons | None = Persons.LINKED, *, single: bool = False) -> Request:
    """Return what the steward of a world asks for."""
    return Request(title=TITLE, as_of=AS_OF, persons=None if single else persons, single_source=single, synthetic=True)


def read(table: pl.DataFrame) -> Incidents:
    """Read a table as a steward's file."""
    return read_incidents(table.write_csv().encode(), name="sample.csv")


def truth(incidents: Incidents, persons: Persons = Persons.LINKED) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the reports with the text of their cells, and each with its sources."""
    counted = tally(incidents, persons)
    rows = add_limits(counted, Policy(), AS_OF)
    for resolution in (5, 4, 3, 2):
        cells = rows.select(f"c{resolution}").unique().drop_nulls()
        names = cells.with_columns(
            pl.Series(f"t{resolution}", to_text(cells[f"c{resolution}"].to_numpy()), dtype=pl.String)
        )
        rows = rows.join(names, on=f"c{resolution}", how="left", maintain_order="left")
    return rows.join(counted.keys.select("person", "case"), on="person"), counted.sources


def make(people: int, seed: int, sources: int = 1, *, plant: bool = True) -> World:
    """Return a world; its people told one organisation, or several that know them by one key."""
    table = sample_people(people=people, rng=seed, sources=sources)
    if plant:
        table = pl.concat([table, planted(sources).select(table.columns)])
    incidents = read(table)
    reports, told = truth(incidents)
    protected = protect(incidents, SECRET, request(single=sources == 1))
    return World(people, seed, table, incidents, reports, told, protected, read_release(protected.release))


kept = cache(make)
"""The same world made once in a run."""

SHARED = [
    *((100, seed, SOURCES if seed % 2 else 1) for seed in range(100, 125)),
    *((300, seed, SOURCES if seed % 2 else 1) for seed in range(300, 319)),
    *((1000, seed, SOURCES if seed % 2 else 1) for seed in range(1000, 1006)),
]
"""People, seed and sources of the fifty worlds that all attacks share."""
