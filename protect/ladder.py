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
from protect.stats import BETWEEN, KEY, measure
from protect.universe import within_universe
from release import ALL_ACTS, ALL_VALUES, POOL, Acts, Area, Period
from terms import ALL_TIME, LocationClass

if TYPE_CHECKING:
    from protect.stats import Conditions
    from release import Ladder, Rung

AREAS: Final = {"region": 1, "cell": 1, "elsewhere": 2, "not_stated": 3}
"""The number that stands for a report's area at a rung without a place."""

WIDEST_NOT_TO_WAIT: Final = Area.R3
POOL_RUNG: Final = -1
NOTHING: Final = pl.DataFrame(
    schema={"rung": pl.Int16, "area": pl.UInt64, "period": pl.String, "act": pl.String, "more": pl.String}
)
"""No groups, named as groups are."""
MOST_DISSOLVED: Final = 3
DISSOLVED_UNDER_K: Final = 5
"""A group is dissolved into the pool only if it has fewer than this many times k cases."""


@dataclass(frozen=True, slots=True, repr=False)
class Climbed:
    """What became of the reports of a plate. Private.

    `groups`: rung (its place in the ladder; -1 is the pool), and the columns of `KEY` and `protect.stats.measure`.
    `members`: report, rung and the columns of `KEY`: every report that is in a group or the pool.
    `withheld`: how many reports are in neither.
    """

    ladder: Ladder
    groups: pl.DataFrame
    members: pl.DataFrame
    withheld: int

    def __repr__(self) -> str:
        """Say how many groups there are, and nothing else."""
        return f"Climbed({self.ladder.name}, {self.groups.height} groups)"


def key_at(rung: Rung, ladder: Ladder) -> list[pl.Expr]:
    """Return the columns of `KEY` that reports have at a rung of a ladder."""
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
            act = pl.col("act" if ladder.has_places else "told_act")
        case Acts.GROUP:
            act = pl.col("group")
        case Acts.ALL:
            act = pl.lit(ALL_ACTS)
    area = word if rung.area is Area.REGION else pl.col(f"c{rung.area.value}")
    axes = [pl.col(axis) if axis in rung.axes else pl.lit(ALL_VALUES) for axis in ladder.axes]
    more = pl.concat_str(axes, separator=BETWEEN) if axes else pl.lit("")
    return [area.alias("area"), period.alias("period"), act.alias("act"), more.alias("more")]


def climb_ladder(  # noqa: PLR0913 - all that a plate depends on
    ladder: Ladder,
    rows: pl.DataFrame,
    sources: pl.DataFrame,
    conditions: Conditions,
    barred: pl.DataFrame = NOTHING,
    *,
    standing: pl.DataFrame | None = None,
    waits: bool = False,
) -> Climbed:
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
    barred
        Groups that the audit sent one rung up: rung and the columns of `KEY`.
    standing
        Reports of earlier editions that stand in the plate already, with the columns of `rows`. None: there are none.
    waits
        Whether a report that could only be told more coarsely than it will be with more like it waits for them.

    Returns
    -------
    Climbed
        Disjoint groups that pass every rule; each report past its embargo is in exactly one, in the pool, or withheld
        (which is to wait for the next edition, where `waits` is set).
    """
    past = rows.filter("past")
    climb = _Climb(ladder, past, past.clear() if standing is None else standing, sources, conditions, barred)
    allowed = _entrances(ladder, climb.rows, waits=waits)
    rest = climb.rows
    found: list[pl.DataFrame] = []
    chosen: list[pl.DataFrame] = []
    for number, rung in enumerate(ladder.rungs):
        entering = rest.join(allowed.filter(pl.col("rung") == number), on="report", how="semi")
        members = entering.select("report", "person", *key_at(rung, ladder))
        groups = measure(members, sources, ladder.name, conditions)
        passed = climb.publishable(number, groups, entering, chosen)
        own = members.join(passed, on=KEY, how="semi").select("report", *KEY)
        at = pl.lit(number, dtype=pl.Int16).alias("rung")
        found.append(passed.select(at, pl.all()))
        chosen.append(own.with_columns(at))
        rest = rest.join(own, on="report", how="anti")
    climbed = Climbed(ladder, pl.concat(found), pl.concat(chosen), rest.height)
    if waits or barred.filter(pl.col("rung") == POOL_RUNG).height:
        return climbed
    return _pool(climbed, rows, sources, conditions)


@dataclass(frozen=True, slots=True)
class _Climb:
    """What stays the same on the way up a ladder."""

    ladder: Ladder
    rows: pl.DataFrame
    standing: pl.DataFrame
    sources: pl.DataFrame
    conditions: Conditions
    barred: pl.DataFrame

    def publishable(
        self, number: int, groups: pl.DataFrame, entering: pl.DataFrame, chosen: list[pl.DataFrame]
    ) -> pl.DataFrame:
        """Return the groups of a rung that pass every rule, given the reports that entered it."""
        ladder, rung, conditions = self.ladder, self.ladder.rungs[number], self.conditions
        passed = groups.filter(*_of_every_figure(conditions))
        telling = pl.concat([entering, self.standing]).select("person", "told_act", *key_at(rung, ladder))
        passed = passed.filter(within_universe(passed, telling, conditions.universes, conditions))
        if rung.area.is_place and rung.acts is not Acts.ALL:
            eligible = _telling(self.rows.filter(may_enter(ladder, rung)), rung, ladder)
            passed = passed.filter(several_acts(passed, _telling(entering, rung, ladder), eligible, conditions))
        if number < len(ladder.rungs) - 1:
            if number > 0:
                first = self.rows.join(chosen[0], on="report", how="semi")
                passed = passed.filter(
                    enough_children(passed, _shown_at(rung, ladder, first), ladder, rung, conditions)
                )
            passed = passed.filter(not_held_back(passed, ladder.name, conditions))
        return passed.join(self.barred.filter(pl.col("rung") == number), on=KEY, how="anti")


def _entrances(ladder: Ladder, rows: pl.DataFrame, *, waits: bool) -> pl.DataFrame:
    """Return which reports may enter which rungs: report, rung.

    A report that waits enters no rung that is wider than r3, era and group, but its own finest one.
    """
    allowed = pl.concat(
        [
            rows.filter(may_enter(ladder, rung)).select("report", rung=pl.lit(number, dtype=pl.Int16))
            for number, rung in enumerate(ladder.rungs)
        ]
    )
    if not waits:
        return allowed
    wide = [number for number, rung in enumerate(ladder.rungs) if _is_wide(ladder, rung)]
    own = pl.col("rung") == pl.col("rung").min().over("report")
    return allowed.filter(~pl.col("rung").is_in(wide) | own)


def _is_wide(ladder: Ladder, rung: Rung) -> bool:
    """Tell whether a rung is wider than r3, era and group in anything that its ladder tells."""
    area = ladder.has_places and rung.area < WIDEST_NOT_TO_WAIT
    return area or (ladder.has_period and rung.period is Period.ALL) or (ladder.has_acts and rung.acts is Acts.ALL)


def _of_every_figure(conditions: Conditions) -> list[pl.Expr]:
    """Return the rules that the groups of every rung and the pool must pass."""
    return [distinct_cases(conditions), several_sources(conditions), no_dominant(conditions)]


def _telling(rows: pl.DataFrame, rung: Rung, ladder: Ladder) -> pl.DataFrame:
    """Return of each report what rule 5 compares: its key, its group of acts, and whether its place is public."""
    public = (pl.col("class") == LocationClass.C.value) & pl.col("facility")
    return rows.select(*key_at(rung, ladder), "group", public=public)


def _shown_at(rung: Rung, ladder: Ladder, members: pl.DataFrame) -> pl.DataFrame:
    """Return, for each group published at the first rung, the key that it has at this one."""
    finest = members.select(key_at(ladder.rungs[0], ladder)).rename({name: f"finest_{name}" for name in KEY})
    return pl.concat([members.select(key_at(rung, ladder)), finest], how="horizontal").unique()


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
    words = dict.fromkeys(("period", "act", "more"), POOL)
    nowhere = [pl.lit(0, pl.UInt64).alias("area"), *(pl.lit(word).alias(name) for name, word in words.items())]
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
