"""All plates of a release, as the rules alone make them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from protect.distinct import Counted, count_people
from protect.ladder import NOTHING, Climbed, climb_ladder
from release import LADDERS, PLATES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from protect.stats import Conditions

NO_GROUPS: Final = NOTHING.insert_column(0, pl.Series("plate", [], dtype=pl.String))
"""No groups of no plate."""


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
    rows: pl.DataFrame,
    sources: pl.DataFrame,
    conditions: Conditions,
    *,
    barred: pl.DataFrame = NO_GROUPS,
    names: Iterable[str] = PLATES,
) -> Plates:
    """Return some plates.

    Parameters
    ----------
    rows, sources
        As `protect.ladder.climb_ladder` takes them.
    conditions
        The policy and what else the result depends on.
    barred
        Groups that the audit sent one rung up: plate, rung and the columns of `protect.stats.KEY`.
    names
        Which plates.
    """
    of_plate = {name: barred.filter(pl.col("plate") == name).drop("plate") for name in names}
    return Plates(
        {n: climb_ladder(LADDERS[n], rows, sources, conditions, own) for n, own in of_plate.items() if n in LADDERS},
        {n: count_people(TABLES[n], rows, sources, conditions, own) for n, own in of_plate.items() if n in TABLES},
    )
