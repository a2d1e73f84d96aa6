"""A series of editions of invented people, as the rules alone make them, for tests of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from protect.build import Plates
from protect.distinct import count_people
from protect.editions import Split, begin, settled, split
from protect.entry import add_limits
from protect.freezing import to_ledger
from protect.ladder import climb_ladder
from protect.tally import Reports, tally
from release import LADDERS, TABLES
from tests.protect.people import Rows

if TYPE_CHECKING:
    from protect.ledger import Ledger
    from protect.stats import Conditions


@dataclass(frozen=True)
class Step:
    """One edition: the table it was made of, and what came of it."""

    reports: Reports
    limited: pl.DataFrame
    split: Split
    plates: Plates
    ledger: Ledger


def first_ledger(rows: pl.DataFrame, on: Conditions) -> Ledger:
    """Return the ledger of a series that has no edition yet."""
    return begin(tally(Rows(rows), on.persons), settled(on, synthetic=True), on.secret)


def step(rows: pl.DataFrame, on: Conditions, before: Ledger | None = None) -> Step:
    """Make one edition of a whole table; in tables of people only those are counted who are in none yet."""
    reports = tally(Rows(rows), on.persons)
    limited = add_limits(reports, on.policy, on.as_of)
    ledger = before or first_ledger(rows, on)
    found = split(reports, limited, ledger, on)
    fresh = {name: limited.filter(pl.col("report").is_in(found.new[name].implode())) for name in LADDERS}
    uncounted = limited.join(found.counted, on="person", how="anti").join(
        found.marks, left_on="report", right_on="number", how="semi"
    )
    plates = Plates(
        {name: climb_ladder(ladder, fresh[name], reports.sources, on) for name, ladder in LADDERS.items()},
        {name: count_people(ladder, uncounted, reports.sources, on) for name, ladder in TABLES.items()},
    )
    frozen = to_ledger(ledger, found, plates, reports, limited)
    number = f"{frozen.editions:02x}"
    return Step(reports, limited, found, plates, frozen.released(number * 32, str(on.as_of)))
