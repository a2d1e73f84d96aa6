"""Which reports may enter which rung, before anything is counted: rules 1, 9, 10 and 11.

A threshold does not protect places: a crossing point with 200 reports is more dangerous to show than one with 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import UsageError
from geo import in_belt
from release import Acts, Period
from terms import Era, LocationClass, arrivals, eras, taxonomy

if TYPE_CHECKING:
    from protect.policy import Policy
    from protect.tally import Reports
    from release import Ladder, Rung

CUSTODY: Final = ("G2", "G4", "F4", "I1", "J2", "J3")
"""Custody in the DPRK, and the return to it: never a year with a place (rule 1)."""

FINEST_OF_CLASS: Final = {LocationClass.A: 2, LocationClass.B: 4, LocationClass.C: 5}
FINEST_IN_BELT: Final = 4
FINEST_THIN: Final = 3
"""The finest resolution of thin years and short eras in plates with time (rules 10 and 11)."""
NOT_THIN_WITHOUT_A_ROW: Final = range(2001, 2017)
"""Years whose arrivals are not in arrivals.csv and are known to have been many."""

_MONTHS: Final = 12
FIRST_YEAR: Final = 1948
"""Where an era without a beginning is taken to begin, so that its years can be counted."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month, against which embargoes are reckoned."""

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse what is no month, before an embargo is reckoned from it."""
        if not 1 <= self.month <= _MONTHS:
            raise UsageError("A month is a number from 1 to 12.")

    def __str__(self) -> str:
        """Write the month as YYYY-MM."""
        return f"{self.year:04d}-{self.month:02d}"


def custody_acts() -> list[str]:
    """Return the acts of custody, and the groups that hold one: a report of such a group may be of it (rule 1)."""
    return [*CUSTODY, *sorted({taxonomy().acts[code].group for code in CUSTODY})]


def location_class(reports: pl.DataFrame) -> pl.DataFrame:
    """Add `class`: how finely the place of an act may be shown (rule 1).

    Notes
    -----
    After Chapman 2020 (GBIF, *Current best practices for generalizing sensitive species occurrence data*) and the
    OCHA data sensitivity classes: the class belongs to what is at the place, not to how many reports there are.
    An act that the taxonomy gives no class has the strictest; a facility counts only where every row says so.
    """
    known = pl.DataFrame(
        [
            (act.code, act.location_class.value, act.class_in_facility.value, act.is_group, act.group)
            for act in taxonomy().acts.values()
        ],
        schema=["act", "plain", "inside", "unstated", "group"],
        orient="row",
    )
    joined = reports.join(known, on="act", how="left")
    chosen = pl.when(pl.col("facility")).then(pl.col("inside")).otherwise(pl.col("plain"))
    return joined.with_columns(chosen.fill_null("A").alias("class")).drop("plain", "inside")


def finest(reports: pl.DataFrame) -> pl.DataFrame:
    """Add `finest`: the finest resolution allowed by precision, class and belt (rules 1 and 9); 0 is the region.

    Notes
    -----
    Publicly known facilities keep their cell, but for the border belt, where the r4 cell is the finest. That private
    settings stop at r4, about a county, is judgement: published studies already name counties.
    """
    by_class = pl.col("class").replace_strict(
        {key.value: value for key, value in FINEST_OF_CLASS.items()}, return_dtype=pl.UInt8
    )
    fine = reports.select(pl.col("c5")).unique().drop_nulls().sort("c5")
    belted = fine.filter(pl.Series(in_belt(fine["c5"].to_numpy())))["c5"]
    in_belt_cell = pl.col("c5").is_in(belted.implode()).fill_null(value=False)
    belt = pl.when(in_belt_cell).then(FINEST_IN_BELT).otherwise(5)
    return reports.with_columns(finest=pl.min_horizontal("resolution", by_class, belt).cast(pl.UInt8))


def past_embargo(reports: pl.DataFrame, policy: Policy, as_of: Month) -> pl.Series:
    """Tell which reports are past the embargo of their class (rule 10); an undated one counts from its telling.

    Notes
    -----
    Reckoned from the end of the report's own year, because no month is kept. Neither dated nor told: it waits.
    """
    since = reports.select(since=pl.coalesce("year", "reported"), klass=pl.col("class"))
    months = (as_of.year - pl.col("since").cast(pl.Int32) - 1) * _MONTHS + as_of.month - 1
    needed = pl.col("klass").replace_strict(policy.embargo.model_dump(), return_dtype=pl.Int32)
    return since.select(past=(months >= needed).fill_null(value=False))["past"]


def is_thin(year: int, policy: Policy) -> bool:
    """Tell whether so few people came in a year that the year itself points at them (rule 11)."""
    known = arrivals().get(year)
    if known is None:
        return year not in NOT_THIN_WITHOUT_A_ROW
    return known.people < policy.thin_below


def last_year_past(location: LocationClass, policy: Policy, as_of: Month) -> int:
    """Return the last year that is past the embargo of a class."""
    needed: int = policy.embargo.model_dump()[location.value]
    return as_of.year - 1 + (as_of.month - 1 - needed) // _MONTHS


def years_past(era: Era, location: LocationClass, policy: Policy, as_of: Month) -> int:
    """Count the years of an era that are past the embargo of a class; an era without a beginning has many."""
    last = min(era.last or as_of.year, last_year_past(location, policy, as_of))
    first = era.first if era.first is not None else FIRST_YEAR
    return max(0, last - first + 1)


def add_limits(reports: Reports, policy: Policy, as_of: Month) -> pl.DataFrame:
    """Return the reports with all that decides where they may enter.

    Added columns: group, class, unstated (the act is a group code), finest, custody, thin, era, short (the era has
    too few years past the embargo of the class), past (the embargo).

    Notes
    -----
    With a place an undated report counts as thin: it may be of a thin year, and nothing tells that it is not. Without
    a place `undated` is a period like any other: it tells no year.
    """
    rows = finest(location_class(reports.rows))
    years = rows["year"].unique().drop_nulls().to_list()
    thin = [year for year in years if is_thin(year, policy)]
    era = pl.lit("undated")
    for one in eras():
        first, last = one.first or -(2**15), one.last or 2**15 - 1
        era = pl.when(pl.col("year").is_between(first, last)).then(pl.lit(one.id)).otherwise(era)
    brief = [
        f"{one.id} {location.value}"
        for one in eras()
        for location in LocationClass
        if years_past(one, location, policy, as_of) < policy.era_years
    ]
    rows = rows.with_columns(
        era=era,
        custody=pl.col("act").is_in(custody_acts()),
        thin=pl.col("year").is_null() | pl.col("year").is_in(thin),
        past=past_embargo(rows, policy, as_of),
    )
    return rows.with_columns(short=pl.concat_str("era", "class", separator=" ").is_in(brief))


def may_enter(ladder: Ladder, rung: Rung) -> pl.Expr:
    """Return which reports may enter a rung of a ladder, given the columns of `add_limits` (rules 1, 9, 10, 11)."""
    allowed = pl.col("past")
    if rung.acts is Acts.ACT:
        allowed = allowed & ~pl.col("unstated")
    if rung.period is Period.YEAR:
        allowed = allowed & ((pl.col("class") != LocationClass.A.value) | pl.col("year").is_null())
    if rung.area.is_place:
        return allowed & (pl.col("finest") >= rung.area.value) & _place_and_time(ladder, rung)
    if rung.period is Period.YEAR and rung.acts is Acts.ACT:
        allowed = allowed & (~pl.col("thin") | pl.col("year").is_null())
    return allowed


def _place_and_time(ladder: Ladder, rung: Rung) -> pl.Expr:
    """Return what time adds to a rung with a place: custody, thin years, and eras that are hardly more than a year."""
    if not ladder.has_period:
        return pl.lit(value=True)
    guarded = pl.col("custody") | (pl.col("class") == LocationClass.A.value)
    allowed = ~(pl.col("short") & guarded)
    if rung.area > FINEST_THIN:
        allowed = allowed & ~pl.col("thin") & ~pl.col("short")
    if rung.period is Period.YEAR:
        allowed = allowed & ~pl.col("custody") & ~pl.col("thin")
    return allowed
