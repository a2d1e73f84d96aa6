"""Worlds to attack: invented people with histories, a few planted dangers, the truth about them, and our release."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

import polars as pl

from data import read_incidents, sample_people
from geo import to_text
from protect import Month, Policy, Request, Secret, audit, pipeline, protect
from protect.entry import add_limits
from protect.tally import tally
from release import Persons, read_release

if TYPE_CHECKING:
    from data import Incidents
    from protect import Protected
    from protect.build import Plates
    from release import Release

SECRET = Secret(b"a secret of thirty-two bytes or more")
AS_OF = Month(2026, 11)
K = Policy().k
TITLE = "Invented"
SOURCES = 4

LONELY, BUSY, KNOWN, LATE = (45.62, 122.84), (41.57, 120.45), (45.30, 130.97), (41.12, 122.07)
"""Points of Baicheng, Chaoyang, Jixi and Panjin, where hardly anyone of the sample lives."""
BORDER, ISLAND = (42.95, 129.98), (38.969, 123.143)
"""Points of Onsong, and of an island that is the only land in its cells of resolution 4 and 3."""
UNIFORM, CROWD, WAVE, ISLANDERS, CLIENTS, LATECOMERS = 24, 13, 40, 16, 13, 20
FIRST, SECOND, OTHER = 30, 28, 6
"""Reports of the two people who bear most of what is told of Chaoyang, and of each whom one organisation does not
know in Jixi."""
WAVE_YEAR = 2021


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class World:
    """People, what is true of them, and what was published.

    `table`: as the steward's file has it. `reports`: what protection counts, with what limits each, its person's case,
    and the text of its cells at r2 to r5 (`t2` ... `t5`); `told`: each with its sources; both for scoring alone.
    `plates`: which report is in which group. `content`, `release`: what anyone may read.
    """

    people: int
    seed: int
    table: pl.DataFrame
    incidents: Incidents
    reports: pl.DataFrame
    told: pl.DataFrame
    plates: Plates
    content: bytes
    release: Release

    def __repr__(self) -> str:
        """Say which one it is."""
        return f"World({self.people} people, seed {self.seed})"

    @property
    def past(self) -> pl.DataFrame:
        """The reports past their embargo."""
        return self.reports.filter("past")


def planted(sources: int) -> pl.DataFrame:
    """Return rows of six dangers.

    A town where everyone suffered the same; one where two people bear most; one where an organisation knows all but
    two; an island; a town in a year of which few arrived, and in the last one; and a wave of returns of which outsiders
    know that it was of about fifty people.
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
    for one, many in enumerate([2, *[1] * (CLIENTS - 1), OTHER, OTHER]):
        source = max(0, one - CLIENTS + 1)
        rows += [(f"known-{one}", *KNOWN, str(2004 + at), "F1", "private", source) for at in range(many)]
    rows += [(f"isle-{one}", *ISLAND, str(2006 + one % 9), acts[one % 4], "private", one) for one in range(ISLANDERS)]
    rows += [(f"late-{one}", *LATE, str(WAVE_YEAR), acts[one % 2], "private", one) for one in range(LATECOMERS)]
    rows += [(f"last-{one}", *LATE, str(AS_OF.year - 1), acts[one % 2], "private", one) for one in range(LATECOMERS)]
    rows += [(f"wave-{one}", *BORDER, str(WAVE_YEAR), "I1", "transit", one) for one in range(WAVE)]
    schema = ["case", "lat", "lng", "date", "act", "setting", "source"]
    return pl.DataFrame(rows, schema=schema, orient="row").select(
        case="case", lat=pl.col("lat").cast(pl.String), lng=pl.col("lng").cast(pl.String), precision=pl.lit("town"),
        date="date", until=pl.lit(None, pl.String), act="act", actor=pl.lit("private"), country=pl.lit("CN"),
        setting="setting", person_group=pl.lit("woman"),
        source=pl.format("organisation-{}", pl.col("source") % sources + 1),
        reported=pl.when(pl.col("date") > "2022").then("date").otherwise(pl.lit("2022")), synthetic=pl.lit("yes"),
    )  # fmt: skip


def request(persons: Persons = Persons.LINKED, *, single: bool = False) -> Request:
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


def whole(incidents: Incidents, asked: Request) -> Protected:
    """Return what is published: audited and mended."""
    return protect(incidents, SECRET, asked)


def by_the_rules(incidents: Incidents, asked: Request) -> Protected:
    """Return what the rules alone would publish, with auditors who let everything pass."""
    inside = patch.object(audit._Loop, "passes", lambda _: True)  # noqa: SLF001 - the one door of each
    outside = patch.object(pipeline, "_withstands", lambda *_: None)
    with inside, outside:
        return protect(incidents, SECRET, asked)


def make(people: int, seed: int, sources: int = 1, *, audited: bool = False) -> World:
    """Return a world whose people told one organisation, or several that know them by one key.

    Unless `audited`, the release is what the rules alone make: the auditor only takes away from it.
    """
    table = sample_people(people=people, rng=seed, sources=sources)
    table = pl.concat([table, planted(sources).select(table.columns)])
    incidents = read(table)
    reports, told = truth(incidents)
    made = (whole if audited else by_the_rules)(incidents, request(single=sources == 1))
    shown = read_release(made.release)
    return World(people, seed, table, incidents, reports, told, made.audited.plates, made.release, shown)


def remade(world: World, policy: Policy | None = None) -> World:
    """Publish a world again by the rules that are now in force; what is true of it stays."""
    asked = request(single=world.told["source"].n_unique() == 1)
    made = by_the_rules(read(world.table), replace(asked, policy=policy or asked.policy))
    return replace(world, plates=made.audited.plates, content=made.release, release=read_release(made.release))


kept = cache(make)
"""The same world made once in a run."""

SHARED = [
    *((100, seed, SOURCES if seed % 2 else 1) for seed in range(100, 125)),
    *((300, seed, SOURCES if seed % 2 else 1) for seed in range(300, 319)),
    *((1000, seed, SOURCES if seed % 2 else 1) for seed in range(1000, 1006)),
]
"""People, seed and sources of the fifty worlds that all attacks share."""
