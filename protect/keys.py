"""What can be judged of each published row by itself, from outside: its figure and its key.

A key is allowed if a report can be imagined that may stand there. Which report may stand where is asked of the same
rules that protect; what is imagined is every act, in a facility or not, of every year, inside the border belt or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from geo import FINEST, belt_cells, climb, from_text, in_belt, in_study_area, is_cell, land_cells, resolution_of
from protect.entry import FINEST_THIN, FIRST_YEAR, add_limits, may_enter
from protect.ladder import key_at
from protect.stats import BETWEEN
from protect.tally import Reports
from release import (
    AXES,
    CAPTIVITY,
    ELSEWHERE,
    LADDERS,
    NOT_STATED,
    PLATES,
    POOL,
    REGION,
    STEP,
    Acts,
    Period,
    Persons,
)
from terms import LocationClass, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protect.entry import Month
    from protect.policy import Policy
    from release import Ladder, Rung

_TOLD: Final = "told"
LADDER: Final = "ladder"
"""The rule that is broken by a key that no rung has, or an area that there is not: such a row says nothing."""
_NO_KEY: Final = "has a key that no rung of its plate has"
_CONFINED: Final = "G3"


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that breaks a rule: which one, the row's place in the table, and what it does, as the end of a sentence."""

    rule: str
    row: int
    problem: str


def figure_faults(rows: pl.DataFrame, k: int) -> Iterator[Fault]:
    """Yield what is wrong with figures (rules 2 and 8), and keys that stand twice.

    Parameters
    ----------
    rows
        As `protect.outlook.named` returns them.
    k
        Distinct people that a figure needs. Without the largest case k - 1 or more are left, and as many reports, so
        that no figure is less than these floored.
    """
    least = (k - 1) // STEP * STEP
    of_reports = pl.col("plate").is_in(list(LADDERS))
    reports, people = pl.col("reports"), pl.col("people")
    tests = {
        ("rule 8", f"has a figure that is no multiple of {STEP}"): (reports % STEP != 0) | (people % STEP != 0),
        ("rule 2", f"has a figure that fewer than {k} people give"): (people < least)
        | (of_reports & (reports < least)),
        ("rule 8", "has more people than reports"): of_reports & (people > reports),
        ("rule 8", "stands twice"): pl.struct("plate", "cell", "period", "act", "more").is_duplicated(),
    }
    for (rule, problem), broken in tests.items():
        numbered = rows.with_row_index("row").filter(broken)
        yield from (Fault(rule, at, problem) for at in numbered["row"])


def key_faults(rows: pl.DataFrame, policy: Policy, as_of: Month) -> Iterator[Fault]:
    """Yield keys that no rung has, or that no report may have (rules 1, 10 and 11).

    Parameters
    ----------
    rows
        As `protect.outlook.named` returns them.
    policy, as_of
        Of the release. An earlier edition allows nothing that a later one forbids.
    """
    numbered = rows.with_row_index("row").filter(pl.col("cell") != POOL)
    pooled = rows.with_row_index("row").filter(pl.col("cell") == POOL)
    odd = pooled.filter((pl.col("period") != POOL) | (pl.col("act") != POOL) | ~pl.col("plate").is_in(list(LADDERS)))
    yield from (Fault(LADDER, at, _NO_KEY) for at in odd["row"])
    placed = _placed(numbered)
    yield from (Fault(LADDER, at, "is of an area that is none of the study area") for at in placed.filter("odd")["row"])
    reports = _imagined(policy, as_of)
    for (name,), own in placed.filter(~pl.col("odd")).group_by("plate", maintain_order=True):
        yield from _unheld(own, PLATES[str(name)], reports)


def _placed(rows: pl.DataFrame) -> pl.DataFrame:
    """Add how finely each row tells its place (0: not), whether in the border belt, and whether its area is odd."""
    names = rows["cell"].to_list()
    cells = is_cell(names)
    numbers = np.zeros(len(names), dtype=np.uint64)
    numbers[cells] = from_text([name for name, cell in zip(names, cells, strict=True) if cell])
    size = np.zeros(len(names), dtype=np.uint8)
    size[cells] = resolution_of(numbers[cells])
    known = cells & (size <= FINEST)
    inside = np.zeros(len(names), dtype=np.bool_)
    inside[known] = in_study_area(numbers[known])
    belted = np.zeros(len(names), dtype=np.bool_)
    belted[known & (size == FINEST)] = in_belt(numbers[known & (size == FINEST)])
    of_people = ~pl.col("plate").is_in(list(LADDERS))
    nowhere = pl.col("cell").is_in([REGION]) | (pl.col("cell").is_in([ELSEWHERE, NOT_STATED]) & ~of_people)
    told = pl.col("more").str.split(BETWEEN).list.eval(
        pl.when(pl.element().is_in([value for values in AXES.values() for value in values]))
        .then(pl.lit(_TOLD)).otherwise(pl.element())
    )  # fmt: skip
    unlike = (pl.col("resolution") != pl.Series(size)).fill_null(value=True)
    no_place = ~nowhere | pl.col("resolution").is_not_null()
    return rows.with_columns(
        area=pl.Series(size),
        belt=pl.Series(belted),
        more=told.list.join(BETWEEN),
        odd=pl.when(pl.Series(cells)).then(~pl.Series(inside) | unlike).otherwise(no_place),
    )


def _imagined(policy: Policy, as_of: Month) -> pl.DataFrame:
    """Return one report of every kind, with all that limits it; undated ones were told long ago."""
    acts = pl.DataFrame({"told_act": list(taxonomy().acts)}).with_columns(act=pl.col("told_act").replace("B2", "B1"))
    years = pl.DataFrame({"year": [None, *range(FIRST_YEAR, as_of.year + 1)]}, schema={"year": pl.Int16})
    inland = land_cells()[~in_belt(land_cells())][0]
    where = pl.DataFrame({"c5": np.array([inland, belt_cells()[0]], dtype=np.uint64), "belt": [False, True]})
    places = where.with_columns(
        pl.Series(f"c{size}", climb(where["c5"].to_numpy(), size), dtype=pl.UInt64) for size in (4, 3, 2)
    )
    rows = (
        acts.join(years, how="cross")
        .join(pl.DataFrame({"facility": [True, False]}), how="cross")
        .join(places, how="cross")
        .with_row_index("report")
        .with_columns(
            *(pl.lit(_TOLD).alias(axis) for axis in AXES),
            area=pl.lit("cell"),
            resolution=pl.lit(FINEST, pl.UInt8),
            reported=pl.lit(FIRST_YEAR, pl.Int16),
        )
    )
    none = pl.DataFrame(schema={"report": pl.UInt32, "source": pl.UInt32})
    return add_limits(Reports(rows, none, pl.DataFrame(), Persons.LINKED), policy, as_of)


def _unheld(rows: pl.DataFrame, ladder: Ladder, reports: pl.DataFrame) -> Iterator[Fault]:
    """Yield the rows of a plate whose key no imagined report may have, with the first rule that forbids the last."""
    able = reports
    if ladder.name == "ongoing":
        act = pl.when(pl.col("act") == _CONFINED).then(pl.lit(_CONFINED)).otherwise("group")
        able = reports.with_columns(group=act).filter(pl.col("group").is_in(CAPTIVITY))
    named = ["area", "period", "act", "more", "belt"]
    left = rows
    for step, (rule, problem) in enumerate(_STEPS):
        keys = [
            able.filter(_passes(ladder, rung, step)).select(
                pl.lit(rung.area.value, pl.UInt8).alias("area"), *key_at(rung, ladder)[1:], "belt"
            )
            for rung in ladder.rungs
        ]
        held = left.join(pl.concat(keys).unique(), on=named, how="semi")
        yield from (Fault(rule, at, problem) for at in left.join(held, on="row", how="anti")["row"])
        left = held


_STEPS: Final = (
    (LADDER, _NO_KEY),
    ("rule 10", "is of a time that is under embargo for every act that it can be of"),
    ("rule 1", "tells place or year more finely than the class of any act that it can be of allows"),
    ("rule 1", "tells a year of custody, or of its group, with a place"),
    ("rule 11", "tells a thin year, or what is undated, with too fine a place"),
    ("rule 11", "tells an act in a thin year"),
    ("rule 10", "tells a place too finely for an era of which few years are past the embargo"),
)


def _passes(ladder: Ladder, rung: Rung, step: int) -> pl.Expr:
    """Return which reports pass the first steps of the way to a rung; at the last, which may enter it."""
    if step and ladder.of_people:
        return pl.col("past")
    with_time = ladder.has_period and rung.area.is_place
    by_year = rung.period is Period.YEAR
    tests = [
        pl.lit(value=True),
        pl.col("past"),
        (pl.lit(value=not rung.area.is_place) | (pl.col("finest") >= rung.area.value))
        & (pl.lit(value=rung.acts is not Acts.ACT) | ~pl.col("unstated"))
        & (pl.lit(value=not by_year) | (pl.col("class") != LocationClass.A.value) | pl.col("year").is_null()),
        pl.lit(value=not (with_time and by_year)) | ~pl.col("custody"),
        pl.lit(value=not (with_time and (by_year or rung.area > FINEST_THIN))) | ~pl.col("thin"),
        pl.lit(value=rung.area.is_place or not by_year or rung.acts is not Acts.ACT)
        | ~pl.col("thin")
        | pl.col("year").is_null(),
        may_enter(ladder, rung),
    ]
    return pl.all_horizontal(tests[: step + 1])
