"""The plates of distinct people: how many there are, and how many were in captivity during an era.

A person stands in many rows, and no two rows are apart: a girl of 16 is a woman at 20. So these are no ladders. A row
is shown if it passes the rules and the people of each shown row that holds it, but who are not in it, are none or at
least k.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from protect.entry import last_year_past
from protect.ladder import AREAS, NOTHING, key_at
from protect.rules import distinct_cases, no_dominant, several_sources
from protect.stats import BETWEEN, KEY, measure
from protect.universe import within_universe
from release import ALL_ACTS, ALL_VALUES, CAPTIVITY, Acts, Period, Persons
from terms import ALL_TIME, LocationClass, eras

if TYPE_CHECKING:
    from protect.stats import Conditions
    from release import Ladder, Rung

_CONFINED: Final = "G3"
"""The one act of its group that is captivity by private hands; it stands for itself."""


NOBODY: Final = NOTHING.with_columns(person=pl.lit(0, pl.UInt32))
"""Nobody in any row: rung, the columns of `KEY`, person."""


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """What became of the rows of a table. Private.

    `groups`: every row that anyone stands in: rung (its place in the table), the columns of `KEY` and of
    `protect.stats.measure`, which count who was not counted there before; shown: whether these are published; everyone:
    how many stand in the row, counted before or not. `members`: rung, the columns of `KEY`, report, person: who stands
    in a row, and because of what.
    """

    ladder: Ladder
    groups: pl.DataFrame
    members: pl.DataFrame

    def __repr__(self) -> str:
        """Say how many rows there are, and nothing else."""
        return f"Counted({self.ladder.name}, {self.groups.height} rows)"


def count_people(  # noqa: PLR0913 - all that a table depends on
    ladder: Ladder,
    rows: pl.DataFrame,
    sources: pl.DataFrame,
    conditions: Conditions,
    barred: pl.DataFrame = NOTHING,
    *,
    before: pl.DataFrame = NOBODY,
) -> Counted:
    """Count the distinct people of each row of a table, and choose the rows that may be shown.

    Parameters
    ----------
    ladder
        One of `release.TABLES`: its rungs, each after those that hold it.
    rows
        Reports with the columns of `protect.entry.add_limits`. Those from elsewhere, or from a place that is not
        stated, are left out: the table is about the region.
    sources, conditions
        As for a ladder.
    barred
        Rows that the audit took out: rung and the columns of `KEY`.
    before
        Who was counted in a row by an earlier edition: rung, the columns of `KEY`, person.

    Notes
    -----
    Rules 6 and 7 and the pool do not apply. Who is in a row but not in a narrower one is a figure that anyone can work
    out, so it is held to k as well: of all who are counted, and of those who are counted now (complementary
    disclosure: *Handbook on Statistical Disclosure Control*, 2nd ed., ch. 4 and 5).
    """
    inside = rows.filter("past", pl.col("area").is_in(["cell", "region"]))
    asked = _in_captivity(inside, conditions) if ladder.name == "ongoing" else inside
    found: list[pl.DataFrame] = []
    members: list[pl.DataFrame] = []
    public: list[pl.DataFrame] = []
    new: list[pl.DataFrame] = []
    by_source = _by_source(asked, sources, conditions)
    for number, rung in enumerate(ladder.rungs):
        at = pl.lit(number, dtype=pl.Int16).alias("rung")
        keyed = asked.select("report", "person", "told_act", *key_at(rung, ladder))
        told = keyed.with_columns(area=pl.lit(AREAS["region"], pl.UInt64))
        earlier = before.filter(pl.col("rung") == number).drop("rung")
        own = told.select(*KEY, "person").unique().join(by_source, on="person")
        fresh = told.join(earlier, on=[*KEY, "person"], how="anti")
        groups = _measured(fresh, sources, ladder.name, conditions)
        fit = groups.filter(distinct_cases(conditions), several_sources(conditions), no_dominant(conditions))
        fit = fit.filter(within_universe(fit, told, conditions.universes, conditions))
        fit = fit.join(barred.filter(pl.col("rung") == number), on=KEY, how="anti")
        if before.height:
            all_told = pl.concat([fresh.select(*KEY, "person").unique(), earlier.select(*KEY, "person")])
            bare = _laid_bare(all_told.join(by_source, on="person"), number, ladder, before, conditions)
            fit = fit.join(bare, on=KEY, how="anti")
        for wider, wide in enumerate(ladder.rungs[:number]):
            if _holds(wide, rung):
                pairs = own.select(at, *KEY, *_inside(wide, wider, ladder)).unique()
                fit = fit.join(_betrayed(pairs, own, public[wider], conditions), on=KEY, how="anti")
                fit = fit.join(_betrayed(pairs, fresh, new[wider], conditions), on=KEY, how="anti")
        everyone = _largest(own, "everyone").sort(KEY)
        marked = everyone.join(groups, on=KEY, how="left", maintain_order="left").join(
            fit.select(*KEY, shown=True), on=KEY, how="left", maintain_order="left"
        )
        none = pl.col("cases", "reports", "largest", "people").fill_null(0)
        found.append(marked.with_columns(none, pl.col("shown").fill_null(value=False)).select(at, pl.all()))
        members.append(told.select(at, *KEY, "report", "person"))
        shown = fresh.join(fit, on=KEY, how="semi").select(*KEY, "person").unique()
        new.append(shown.join(by_source, on="person"))
        public.append(pl.concat([shown, earlier.select(shown.columns)]).join(by_source, on="person"))
    return Counted(ladder, pl.concat(found), pl.concat(members))


def _measured(told: pl.DataFrame, sources: pl.DataFrame, plate: str, conditions: Conditions) -> pl.DataFrame:
    """Measure the rows of a rung, each person in them once."""
    persons = told.select(*KEY, "person").unique().sort(*KEY, "person").with_row_index("once")
    of_person = told.join(persons, on=[*KEY, "person"]).select("once", "report").join(sources, on="report", how="left")
    telling = of_person.select(report="once", source="source").unique()
    return measure(persons.rename({"once": "report"}), telling, plate, conditions)


def _by_source(asked: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return what people are counted by: where sources are unlinked, the one that each stands in, else nothing."""
    if conditions.persons is Persons.UNLINKED:
        return asked.select("report", "person").join(sources, on="report").select("person", "source").unique()
    return asked.select("person", source=pl.lit(0, sources.schema["source"])).unique()


def _largest(people: pl.DataFrame, name: str) -> pl.DataFrame:
    """Count the people of each row: all, or those of the largest single source."""
    of_source = people.group_by(*KEY, "source").agg(pl.len().cast(pl.Int64).alias(name))
    return of_source.group_by(KEY).agg(pl.col(name).max())


def _holds(wide: Rung, narrow: Rung) -> bool:
    """Tell whether every row of one rung lies inside a row of another."""
    period = wide.period in {Period.ALL, narrow.period}
    return period and wide.acts in {Acts.ALL, narrow.acts} and set(wide.axes) <= set(narrow.axes)


def _inside(wide: Rung, number: int, ladder: Ladder) -> list[pl.Expr]:
    """Return, for rows of a narrower rung, the rung and key of the row of a wider one that holds each."""
    told = pl.col("more").str.split(BETWEEN)
    axes = [told.list.get(at) if axis in wide.axes else pl.lit(ALL_VALUES) for at, axis in enumerate(ladder.axes)]
    return [
        pl.lit(number, dtype=pl.Int16).alias("in_rung"),
        pl.col("area").alias("in_area"),
        (pl.lit(ALL_TIME) if wide.period is Period.ALL else pl.col("period")).alias("in_period"),
        (pl.lit(ALL_ACTS) if wide.acts is Acts.ALL else pl.col("act")).alias("in_act"),
        (pl.concat_str(axes, separator=BETWEEN) if axes else pl.lit("")).alias("in_more"),
    ]


def _betrayed(pairs: pl.DataFrame, own: pl.DataFrame, public: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return the rows that, taken from a shown row that holds them, leave fewer than k people and more than none.

    Where sources are unlinked, of any source: its people may be those that a figure is of.
    """
    wide = public.rename({name: f"in_{name}" for name in KEY})
    held = pairs.join(wide, on=[f"in_{name}" for name in KEY])
    left = held.join(own.select(*KEY, "person"), on=[*KEY, "person"], how="anti")
    rest = left.group_by(*KEY, *(f"in_{name}" for name in KEY), "source").len()
    return rest.filter(pl.col("len") < conditions.policy.k).select(KEY).unique()


def _laid_bare(
    wide: pl.DataFrame, number: int, ladder: Ladder, before: pl.DataFrame, conditions: Conditions
) -> pl.DataFrame:
    """Return the rows of a rung that would betray who is not in a row inside them, which was published before."""
    found = [wide.clear().select(KEY)]
    for narrower, rung in enumerate(ladder.rungs):
        if narrower > number and _holds(ladder.rungs[number], rung):
            told = before.filter(pl.col("rung") == narrower)
            pairs = told.select(*KEY, *_inside(ladder.rungs[number], number, ladder)).unique()
            few = pairs.join(_betrayed(pairs, told, wide, conditions), on=KEY, how="semi")
            found.append(few.select(pl.col(f"in_{name}").alias(name) for name in KEY))
    return pl.concat(found)


def _in_captivity(rows: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return the reports of captivity, once for each era that they lasted into, with the row that they stand in.

    Years after the embargo of their class are cut off; a report that does not say when it ended counts in its own year.
    """
    acts = pl.when(pl.col("act") == _CONFINED).then(pl.lit(_CONFINED)).otherwise("group")
    held = rows.with_columns(group=acts).filter(pl.col("group").is_in(CAPTIVITY))
    limits = {one.value: last_year_past(one, conditions.policy, conditions.as_of) for one in LocationClass}
    limit = pl.col("class").replace_strict(limits, return_dtype=pl.Int16)
    ended = pl.min_horizontal(pl.coalesce("until", "year"), limit)
    spans = [held.filter(pl.col("year").is_null())]
    for era in eras():
        begins, ends = era.first or -(2**15), era.last or 2**15 - 1
        inside = held.filter(pl.col("year") <= ends, ended >= begins)
        spans.append(inside.with_columns(era=pl.lit(era.id)))
    return pl.concat(spans)
