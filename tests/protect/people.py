"""Invented people with histories, as incidents, and the conditions they are protected under."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from geo import climb, land_cells
from protect import Month, Policy, Secret
from protect.entry import add_limits
from protect.ladder import Climbed, climb_ladder
from protect.stats import Conditions
from protect.tally import Reports, tally
from release import LADDERS, Persons

SECRET = Secret(b"0123456789abcdef0123456789abcdef")
AS_OF = Month(2026, 11)
ACTS = ("A1", "A3", "B1", "B2", "B3", "C1", "D1", "F", "F1", "G1", "G2", "H1", "I1", "J2", "J4", "Z")
SCHEMA = {
    "case": pl.String, "source": pl.String, "area": pl.String, "cell": pl.UInt64, "year": pl.Int16, "until": pl.Int16,
    "act": pl.String, "actor": pl.String, "country": pl.String, "setting": pl.String, "person_group": pl.String,
    "reported": pl.Int16,
}  # fmt: skip


def incidents(people: int, seed: int, *, sources: int = 4, acts: int = 7) -> pl.DataFrame:
    """Return rows of people who each have a home, a crossing, one main source and about `acts` acts."""
    rng = np.random.default_rng(seed)
    count = people * acts
    homes = land_cells()[:: 3000 // 25]
    weight = 1 / np.arange(1, len(homes) + 1) ** 1.2
    of_person = rng.choice(len(homes), people, p=weight / weight.sum())
    person = np.sort(rng.integers(0, people, count))
    fine = homes[of_person[person]]
    resolution = rng.choice([5, 4, 2], count, p=[0.6, 0.3, 0.1])
    cell = np.select([resolution == size for size in (5, 4)], [fine, climb(fine, 4)], climb(fine, 2))
    area = rng.choice(["cell", "region", "elsewhere", "not_stated"], count, p=[0.9, 0.04, 0.03, 0.03])
    year = np.clip(2003 + (person % 20) + rng.integers(-2, 4, count), 2001, 2026)
    source = (person + rng.choice([0, 1], count, p=[0.7, 0.3])) % sources
    return pl.DataFrame(
        {
            "case": [f"case-{number}" for number in person],
            "source": [f"source-{number}" for number in source],
            "area": area,
            "cell": pl.Series(cell).set(pl.Series(area != "cell"), None),
            "year": pl.Series(year).set(pl.Series(rng.random(count) < 0.05), None),
            "until": None,
            "act": rng.choice(ACTS, count),
            "actor": "not_stated",
            "country": "not_stated",
            "setting": rng.choice(["facility", "private", "not_stated"], count),
            "person_group": "woman",
            "reported": pl.Series(np.minimum(year + 2, 2026)).set(pl.Series(rng.random(count) < 0.1), None),
        },
        schema=SCHEMA,
        strict=False,
    )


@dataclass(frozen=True)
class Rows:
    """What protection needs of incidents."""

    rows: pl.DataFrame


def conditions(*, persons: Persons = Persons.LINKED, single: bool = False, policy: Policy | None = None) -> Conditions:
    """Return conditions with the default policy, unless told otherwise."""
    return Conditions(policy or Policy(), SECRET, persons, single, AS_OF)


def climb_all(rows: pl.DataFrame, on: Conditions) -> dict[str, tuple[Climbed, pl.DataFrame, Reports]]:
    """Climb every ladder; with each result come the limited reports and the tally it was made from."""
    found = {}
    for name, ladder in LADDERS.items():
        reports = tally(Rows(rows), on.persons)
        limited = add_limits(reports, on.policy, on.as_of)
        found[name] = (climb_ladder(ladder, limited, reports.sources, on), limited, reports)
    return found
