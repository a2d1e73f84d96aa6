"""Climbing a ladder: what passes every rule at a rung is published there, the rest goes to the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from protect.entry import may_enter
from protect.rules import (
    distinct_cases,
    enough_children,
    no_dominant,
    not_held_back,
    several_acts,
    several_sources,
)
from protect.stats import KEY, measure
from release import ALL_ACTS, POOL, Acts, Area, Period
from terms import ALL_TIME, LocationClass

if TYPE_CHECKING:
    from protect.stats import Conditions
    from release import Ladder, Rung

AREAS: Final = {"region": 1, "cell": 1, "elsewhere": 2, "not_stated": 3}
"""The number that stands for a report's area at a rung without a place."""

POOL_RUNG: Final = -1
MOST_DISSOLVED: Final = 3
DISSOLVED_UNDER_K: Final = 5
"""A group is dissolved into the pool only if it has fewer than this many times k cases."""


@dataclass(frozen=True, slots=True, repr=False)
class Climbed:
    """What became of the reports of a plate. Private.

    `groups`: rung (its place in the ladder; -1 is the pool), and the columns of `KEY` and `protect.stats.measure`.
    `members`: report, rung, area, period, act: every report that is in a group or the pool.
    `withheld`: how many reports are in neither.
    """

    ladder: Ladder
    groups: pl.DataFrame
    members: pl.DataFrame
    withheld: int

    def __repr__(self) -> str:
        """Say how many groups there are, and nothing else."""
        return f"Climbed({self.ladder.name}, {self.groups.height} groups)"


def key_at(rung: Rung) -> list[pl.Expr]:
    """Return the columns of `KEY` that reports have at a rung."""
    word = pl.col("area").replace_strict(AREAS, return_dtype=pl.UInt64)
    match rung.period:
        case Period.YEAR:
            period = pl.col("year").cast(pl.String).fill_null("undated")
        case Period.ERA:
            period = pl.col("era")
        case Period.ALL:
            period = pl.lit(ALL_TIME)
    match rung.acts:
        case Acts.ACT:
            act = pl.col("act")
        case Acts.GROUP:
            act = pl.col("group")
        case Acts.ALL:
            act = pl.lit(ALL_ACTS)
    area = word if rung.area is Area.REGION else pl.col(f"c{rung.area.value}")
    return [area.alias("area"), period.alias("period"), act.alias("act")]


def climb_ladder(ladder: Ladder, rows: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> Climbed:
    """Protect one plate.

    Parameters
    ----------
    ladder
        The rungs, finest first.
    rows
        Reports with the columns of `protect.entry.add_limits`; those still under embargo are in no plate.
    sources
        Each report with each of its sources: report, source.
    conditions
        The policy and what else the result depends on.

    Returns
    -------
    Climbed
        Disjoint groups that pass every rule; each report past its embargo is in exactly one, in the pool, or withheld.
    """
    rest = rows.filter("past")
    found: list[pl.DataFrame] = []
    chosen: list[pl.DataFrame] = []
    first = rest.clear().select("report")
    for number, rung in enumerate(ladder.rungs):
        entering = rest.filter(may_enter(ladder, rung))
        members = entering.select("report", "person", *key_at(rung))
        groups = measure(members, sources, ladder.name, conditions)
        passed = groups.filter(*_of_every_figure(conditions))
        if rung.area.is_place and rung.acts is not Acts.ALL:
            eligible = rows.filter("past", may_enter(ladder, rung))
            passed = passed.filter(several_acts(passed, _telling(entering, rung), _telling(eligible, rung), conditions))
        if number < len(ladder.rungs) - 1:
            if number > 0:
                shown = _shown_at(rung, ladder, rows.join(first, on="report", how="semi"))
                passed = passed.filter(enough_children(passed, shown, ladder, rung, conditions))
            passed = passed.filter(not_held_back(passed, ladder.name, conditions))
        own = members.join(passed, on=KEY, how="semi").select("report", *KEY)
        first = own.select("report") if number == 0 else first
        at = pl.lit(number, dtype=pl.Int16).alias("rung")
        found.append(passed.select(at, pl.all()))
        chosen.append(own.with_columns(at))
        rest = rest.join(own, on="report", how="anti")
    return _pool(Climbed(ladder, pl.concat(found), pl.concat(chosen), rest.height), rows, sources, conditions)


def _of_every_figure(conditions: Conditions) -> list[pl.Expr]:
    """Return the rules that the groups of every rung and the pool must pass."""
    return [distinct_cases(conditions), several_sources(conditions), no_dominant(conditions)]


def _telling(rows: pl.DataFrame, rung: Rung) -> pl.DataFrame:
    """Return of each report what rule 5 compares: its key, its group of acts, and whether its place is public."""
    public = (pl.col("class") == LocationClass.C.value) & pl.col("facility")
    return rows.select(*key_at(rung), "group", public=public)


def _shown_at(rung: Rung, ladder: Ladder, members: pl.DataFrame) -> pl.DataFrame:
    """Return, for each group published at the first rung, the key that it has at this one."""
    finest = members.select(key_at(ladder.rungs[0])).rename({name: f"finest_{name}" for name in KEY})
    return pl.concat([members.select(key_at(rung)), finest], how="horizontal").unique()


def _pool(climbed: Climbed, rows: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> Climbed:
    """Put what is left into one row without a key, dissolving the smallest group of the region if it must.

    A group with 5k cases or more, and what is elsewhere or not stated, is never dissolved; after three the rest
    is withheld, and the groups stay as they were.
    """
    if not climbed.withheld:
        return climbed
    rest = rows.filter("past").join(climbed.members, on="report", how="anti")
    last = len(climbed.ladder.rungs) - 1
    limit = DISSOLVED_UNDER_K * conditions.policy.k
    small = (
        climbed.groups.filter(pl.col("rung") == last, pl.col("area") == AREAS["region"], pl.col("cases") < limit)
        .sort("cases", *KEY)
        .head(MOST_DISSOLVED)
    )
    nowhere = [pl.lit(0, pl.UInt64).alias("area"), pl.lit(POOL).alias("period"), pl.lit(POOL).alias("act")]
    for many in range(small.height + 1):
        dissolved = small.head(many).select("rung", *KEY)
        extra = climbed.members.join(dissolved, on=["rung", *KEY], how="semi").select("report")
        pooled = pl.concat([rest, rows.join(extra, on="report", how="semi")]).select("report", "person")
        measured = measure(pooled.with_columns(nowhere), sources, climbed.ladder.name, conditions)
        if measured.filter(*_of_every_figure(conditions)).is_empty():
            continue
        at = pl.lit(POOL_RUNG, dtype=pl.Int16).alias("rung")
        kept = climbed.groups.join(dissolved, on=["rung", *KEY], how="anti")
        members = climbed.members.join(extra, on="report", how="anti")
        own = pooled.select("report", *nowhere, at)
        return Climbed(climbed.ladder, pl.concat([kept, measured.select(at, pl.all())]), pl.concat([members, own]), 0)
    return climbed
