"""What is counted of each group: distinct cases, reports, the largest case, and what each source bears of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from release import STEP, Persons

if TYPE_CHECKING:
    from protect.entry import Month
    from protect.policy import Policy
    from protect.secret import Secret
    from release import Universe

KEY: Final = ("area", "period", "act", "more")
"""What names a group at one rung.

`area` is a cell's number, or one of the numbers in `protect.ladder.AREAS`; `more` is what its plate tells besides, the
values of its axes joined by `BETWEEN`, empty where it has none.
"""
BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class Conditions:
    """All that protection depends on besides the reports: the same conditions and reports give the same plates."""

    policy: Policy
    secret: Secret
    persons: Persons
    single_source: bool
    as_of: Month
    universes: tuple[Universe, ...] = ()


def measure(members: pl.DataFrame, sources: pl.DataFrame, plate: str, conditions: Conditions) -> pl.DataFrame:
    """Measure the groups of one rung.

    Parameters
    ----------
    members
        One row per report, with report, person and the columns of `KEY`.
    sources
        Each report with each source that tells of it: report, source.
    plate
        Name of the plate, for ties between sources.
    conditions
        Whose `persons` says how cases are counted. Unlinked: cases and reports are those of the group's largest
        single source (rule 12), because the same person may be counted once in each of the others.

    Returns
    -------
    pl.DataFrame
        One row per key, sorted: cases, reports, largest (reports of the largest case), sources (how many), left (how
        many cases the source knows nothing of that knows most of them; unlinked: those of all other sources than the
        largest), second (reports of the case that is the largest after it), counted (the source that cases and reports
        are counted of; null: all), borne (reports without the largest case; unlinked: of all sources), heaviest (how
        many of these the source that bears most of them tells of, together with those whose source is not named) and
        people (how many there are said to be: without one of them, and floored).
    """
    told = members.join(sources, on="report", how="left")
    match conditions.persons:
        case Persons.LINKED | Persons.DISJOINT:
            counted = _count(members, list(KEY)).with_columns(counted=pl.lit(None, sources.schema["source"]))
            share = _unknown(told).join(_borne(members, told), on=KEY, how="left")
        case Persons.UNLINKED:
            by_source = _count(told, [*KEY, "source"])
            counted = _largest_source(by_source, plate, conditions)
            share = by_source.group_by(KEY).agg(
                sources=pl.len(),
                left=pl.col("cases").sum() - pl.col("cases").max(),
                borne=pl.col("reports").sum(),
                heaviest=pl.col("reports").max(),
            )
    least = (pl.col("cases") - 1) // STEP * STEP
    return counted.join(share, on=KEY, how="left").with_columns(people=least).sort(KEY)


def _count(members: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    of_each = members.group_by(*by, "person").agg(n=pl.len())
    return of_each.group_by(by).agg(
        cases=pl.len().cast(pl.Int64),
        reports=pl.col("n").sum().cast(pl.Int64),
        largest=pl.col("n").max().cast(pl.Int64),
        second=(pl.col("n").top_k(2).sum() - pl.col("n").max()).cast(pl.Int64),
    )


def _unknown(told: pl.DataFrame) -> pl.DataFrame:
    """Count the sources of each key, and the cases that the source knows nothing of that knows most of them.

    A source that is not named may be any of the others: it counts as none, and whom it tells of any of them may know.
    """
    of_person = told.group_by(*KEY, "person").agg("source", named=pl.col("source").is_not_null().all())
    certain = of_person.filter("named").explode("source").unique()
    known = certain.group_by(*KEY, "source").agg(pl.len().cast(pl.Int64)).group_by(KEY).agg(most=pl.col("len").max())
    everyone = of_person.group_by(KEY).agg(all=pl.col("named").sum().cast(pl.Int64))
    sources = told.group_by(KEY).agg(sources=pl.col("source").drop_nulls().n_unique())
    found = everyone.join(known, on=KEY, how="left").join(sources, on=KEY)
    return found.select(*KEY, "sources", left=pl.col("all") - pl.col("most").fill_null(0))


def _borne(members: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Set the largest case of each key aside, and count what is left, in all and of the heaviest source.

    Of cases that are equally large, the one is set aside that leaves the heaviest source heaviest: which of them stands
    first under its key must not matter.
    """
    of_each = members.group_by(*KEY, "person").agg(n=pl.len().cast(pl.Int64))
    aside = of_each.filter(pl.col("n") == pl.col("n").max().over(KEY)).select(*KEY, "person", "n")
    others = of_each.group_by(KEY).agg(borne=pl.col("n").sum() - pl.col("n").max())
    by_source = told.group_by(*KEY, "source").agg(all=pl.len().cast(pl.Int64))
    of_aside = (
        told.join(aside, on=[*KEY, "person"], how="semi")
        .group_by(*KEY, "person", "source")
        .agg(own=pl.len().cast(pl.Int64))
    )
    left = (
        aside.join(by_source, on=KEY)
        .join(of_aside, on=[*KEY, "person", "source"], how="left", nulls_equal=True)
        .with_columns(left=pl.col("all") - pl.col("own").fill_null(0))
    )
    named = pl.col("left").filter(pl.col("source").is_not_null()).max().fill_null(0)
    unnamed = pl.col("left").filter(pl.col("source").is_null()).sum()
    heaviest = left.group_by(*KEY, "person").agg(heaviest=named + unnamed).group_by(KEY).agg(pl.col("heaviest").max())
    return others.join(heaviest, on=KEY, how="left")


def _largest_source(by_source: pl.DataFrame, plate: str, conditions: Conditions) -> pl.DataFrame:
    """Choose of each key the source with most cases, then most reports, then by keyed chance."""
    best = by_source.filter(pl.col("cases") == pl.col("cases").max().over(KEY)).filter(
        pl.col("reports") == pl.col("reports").max().over(KEY)
    )
    drawn = [
        conditions.secret.digest("source", plate, *(str(value) for value in row))
        for row in best.select(*KEY, "source").iter_rows()
    ]
    tied = best.with_columns(tie=pl.Series(drawn, dtype=pl.Binary)).sort("tie")
    return tied.group_by(KEY, maintain_order=True).first().drop("tie").rename({"source": "counted"})
