"""All plates of one edition, as the rules alone make them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

from protect.distinct import NOBODY, Counted, count_people
from protect.ladder import NOTHING, Climbed, climb_ladder
from release import LADDERS, PLATES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from protect.against import Total
    from protect.stats import Conditions

_PLATE: Final = pl.lit(None, pl.String).alias("plate")
NO_GROUPS: Final = NOTHING.select(_PLATE, pl.all())
"""No groups of no plate: plate, rung and the columns of `KEY`."""
NOT_COUNTED: Final = NOBODY.select(_PLATE, pl.all())
NOT_TOLD: Final = pl.DataFrame(schema={"at": pl.Int64, "figure": pl.Int64, "most": pl.Int64, "gone": pl.Int64})
NOT_HELD: Final = pl.DataFrame(schema={"at": pl.Int64, "person": pl.UInt32})
NO_FROZEN: Final = pl.DataFrame(schema={"sum": pl.Int64, "report": pl.UInt32})
NO_BOUNDS: Final = pl.DataFrame(
    schema=dict.fromkeys(("sum", "low", "high", "people", "most", "lost_reports", "lost_cases"), pl.Int64)
)


@dataclass(frozen=True, slots=True, repr=False)
class Before:
    """What was published before an edition, and anyone may have kept. Private.

    `unseen`: numbers of the reports that were in no plate yet. `counted`: who was counted in a row of a table of
    people of this series, and is in the table still: plate, rung, the columns of `KEY`, person. `told`: each row of
    these tables that an edition ever published, in whatever series, dissolved ones too: at (its number), figure, most
    (how many people it can have been of), gone (how many of those counted in it withdrew, or are not in the table any
    more). `held`: who was counted in each and is in the table still: at, person. `members`, `bounds`: the groups of
    earlier releases: sum, report; and sum, low and high (of its reports), people and most (as for tables), lost_reports
    and lost_cases (of those who withdrew, or are not in the table any more). `summed`: whether what is published now is
    added to what was.
    """

    unseen: pl.Series
    counted: pl.DataFrame = field(default_factory=lambda: NOT_COUNTED)
    told: pl.DataFrame = field(default_factory=lambda: NOT_TOLD)
    held: pl.DataFrame = field(default_factory=lambda: NOT_HELD)
    members: pl.DataFrame = field(default_factory=lambda: NO_FROZEN)
    bounds: pl.DataFrame = field(default_factory=lambda: NO_BOUNDS)
    summed: bool = False

    def __repr__(self) -> str:
        """Say how many groups there were, and nothing else."""
        return f"Before({self.bounds.height} groups)"


@dataclass(frozen=True, slots=True, repr=False)
class Batch:
    """The reports of an edition. Private.

    `rows`: all reports of the table, with the columns of `protect.entry.add_limits`; `sources`: each with each of its
    sources. `new`: of each ladder, the numbers of the reports that are in none of its groups yet; a ladder that is not
    named has all. `before`: what was published before; None where nothing was. `waits`: whether reports wait for the
    next edition rather than be told too coarsely. `against`: totals that someone else published.
    """

    rows: pl.DataFrame
    sources: pl.DataFrame
    new: Mapping[str, pl.Series] = field(default_factory=dict)
    before: Before | None = None
    waits: bool = False
    against: tuple[Total, ...] = ()

    def __repr__(self) -> str:
        """Say how many reports there are, and nothing else."""
        return f"Batch({self.rows.height} reports)"

    def of_ladder(self, name: str) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Return the reports that are new to a ladder, and those that stand in it."""
        if name not in self.new:
            return self.rows, self.rows.clear()
        is_new = pl.col("report").is_in(self.new[name].implode())
        return self.rows.filter(is_new), self.rows.filter("past", ~is_new)

    def counted(self, name: str) -> pl.DataFrame:
        """Return who was counted in the rows of a table of people before: rung, the columns of `KEY`, person."""
        whole = self.before.counted if self.before else NOT_COUNTED
        return whole.filter(pl.col("plate") == name).drop("plate")

    @property
    def summed(self) -> bool:
        """Whether what is published now is added to what was published before."""
        return self.before is not None and self.before.summed


@dataclass(frozen=True, slots=True, repr=False)
class Plates:
    """What is to be published. Private."""

    climbed: Mapping[str, Climbed]
    counted: Mapping[str, Counted]

    def __repr__(self) -> str:
        """Say which plates there are, and nothing else."""
        return f"Plates({', '.join(self.names)})"

    @property
    def names(self) -> tuple[str, ...]:
        """The plates, in the order of `release.PLATES`."""
        return tuple(name for name in PLATES if name in self.climbed or name in self.counted)


def build(
    batch: Batch, conditions: Conditions, *, barred: pl.DataFrame = NO_GROUPS, names: Iterable[str] = PLATES
) -> Plates:
    """Return some plates of an edition.

    Parameters
    ----------
    batch
        Its reports.
    conditions
        The policy and what else the result depends on.
    barred
        Groups that the audit sent one rung up: plate, rung and the columns of `protect.stats.KEY`.
    names
        Which plates.
    """
    climbed: dict[str, Climbed] = {}
    counted: dict[str, Counted] = {}
    for name in names:
        own = barred.filter(pl.col("plate") == name).drop("plate")
        if name in LADDERS:
            rows, standing = batch.of_ladder(name)
            climbed[name] = climb_ladder(
                LADDERS[name], rows, batch.sources, conditions, own, standing=standing, waits=batch.waits
            )
        else:
            before = batch.counted(name) if batch.summed else NOBODY
            counted[name] = count_people(TABLES[name], batch.rows, batch.sources, conditions, own, before=before)
    return Plates(climbed, counted)
