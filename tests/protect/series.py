"""A series of editions of invented people, as the rules alone make them, for tests of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protect.before import told_before
from protect.build import Batch, Plates, build
from protect.editions import Split, begin, settled, split
from protect.entry import add_limits
from protect.freezing import to_ledger
from protect.tally import Reports, tally
from tests.protect.people import Rows

if TYPE_CHECKING:
    import polars as pl

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
    """Make one edition of a whole table."""
    reports = tally(Rows(rows), on.persons)
    limited = add_limits(reports, on.policy, on.as_of)
    ledger = before or first_ledger(rows, on)
    found = split(reports, limited, ledger, on)
    standing = limited.join(found.marks, left_on="report", right_on="number", how="semi")
    earlier = told_before([ledger], found, standing, same_series=ledger.editions > 0)
    plates = build(Batch(standing, reports.sources, new=found.new, before=earlier), on)
    frozen = to_ledger(ledger, found, plates, reports, standing)
    number = f"{frozen.editions:02x}"
    return Step(reports, limited, found, plates, frozen.released(number * 32, str(on.as_of)))
