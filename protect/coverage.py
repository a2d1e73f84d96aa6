"""Where and when people were asked, as a release may say it: protected as a plate is, without acts.

Without it, where nobody asked looks like where nothing happened. An interview stands for the person who was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from data import Fault, as_keys
from geo import climb, from_text, in_study_area, is_cell, land_cells, resolution_of
from protect.entry import is_thin, past_embargo, years_past
from protect.ladder import climb_ladder
from protect.lines import read_lines, refuse
from protect.publish import to_plate
from protect.rules import figures
from release import ALL_ACTS, COVERAGE, REGION, Area, Persons, as_coverage
from terms import UNDATED, LocationClass, eras

if TYPE_CHECKING:
    from protect.ladder import Climbed
    from protect.lines import Source
    from protect.stats import Conditions

COLUMNS: Final = ("interview", "area", "year")
OPTIONAL: Final = ("asked",)
WIDEST: Final = Area.R2
"""The coarsest cell that an interview may name; wider than it is the region."""
_FINEST: Final = Area.R4
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_ROW_SCHEMA: Final = {
    "interview": pl.String, "area": pl.String, "cell": pl.UInt64, "year": pl.Int16, "asked": pl.Int16,
}  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Coverage:
    """Interviews, and what they were about. Private.

    `rows`: interview, area (`cell` or `region`), cell (null for the region), year (null: undated), asked (the year of
    the interview itself; null: not stated).
    """

    rows: pl.DataFrame

    def __repr__(self) -> str:
        """Say how many there are, and nothing else."""
        return f"Coverage({self.rows['interview'].n_unique()} interviews)"


@dataclass(frozen=True, slots=True, repr=False)
class ProtectedCoverage:
    """Coverage as anyone may see it, and beside it what became of the interviews, which is the steward's alone.

    `rows`: the columns of `release.COVERAGE_SCHEMA`; empty if nothing may be shown. `interviews`: how many there are.
    `embargoed`, `withheld`: how many have a line that is in no row, because it is too new, or too few are like it.
    """

    rows: pl.DataFrame
    climbed: Climbed
    interviews: int
    embargoed: int
    withheld: int

    def __repr__(self) -> str:
        """Say how many rows there are, and nothing else."""
        return f"ProtectedCoverage({self.rows.height} rows)"


def read_coverage(path: Source) -> Coverage:
    """Read interviews from a CSV file: interview, area (an H3 cell of r2 or finer, or `region`), year (or empty).

    An interview that was about several places or years has a line for each. A fourth column, asked, may say in which
    year the interview was.

    Raises
    ------
    InputError
        If the file cannot be read, or a line is at fault; line and column are named, no value is quoted.
    """
    faults: list[Fault] = []
    told: list[tuple[str, str, int | None, int | None, int | None]] = []
    lines = read_lines(path, COLUMNS, faults, may_be_empty=("year",), optional=OPTIONAL)
    for line, (interview, area, *years) in lines:
        problem = _area_problem(area)
        odd = [name for name, year in zip(("year", "asked"), years, strict=True) if year and not _YEAR.fullmatch(year)]
        if problem:
            faults.append(Fault(line, "area", *problem))
        elif odd:
            faults.append(Fault(line, odd[0], "no year of four digits", "give one, or leave it empty"))
        else:
            cell = None if area == REGION else int(from_text([area])[0])
            year, asked = (int(one) if one else None for one in years)
            told.append((interview, REGION if cell is None else "cell", cell, year, asked))
    refuse(path, faults)
    rows = pl.DataFrame(told, schema=_ROW_SCHEMA, orient="row")
    return Coverage(rows.with_columns(interview=as_keys(rows["interview"])).unique().sort(*_ROW_SCHEMA))


def _area_problem(area: str) -> tuple[str, str] | None:
    if area == REGION:
        return None
    if not is_cell([area])[0]:
        return "neither region nor an H3 cell", "write cells as h3 does, with 15 hexadecimal digits"
    cell = from_text([area])
    if resolution_of(cell)[0] < WIDEST:
        return "a cell too wide to say where", f"give a cell of resolution {WIDEST} or finer, or region"
    if not in_study_area(cell)[0]:
        return "a cell outside the study area", "leave the line out"
    return None


def protect_coverage(coverage: Coverage, conditions: Conditions) -> ProtectedCoverage:
    """Turn interviews into coverage that anyone may see.

    Parameters
    ----------
    coverage
        Interviews as they were read.
    conditions
        As for the plates. The ladder is `release.COVERAGE`; the embargo is that of class C, thin years and short eras
        are told at r3 or wider (rules 10 and 11), and rules 2, 6, 7 and 8 hold as in a plate.

    Notes
    -----
    A figure is `floor5(n - 1)` of n distinct interviews, n >= k: true without any one of them. Groups are disjoint, so
    that a cell and one around it are never the whole and a part of the same: nothing can be subtracted. There are no
    sources and no acts (rules 3 and 5 ask for nothing). An undated line may be about last year: it waits, unless the
    file says when its interview was; then the embargo counts from there, as that of a report does from its telling. It
    counts as thin.
    """
    rows = _limited(coverage, conditions)
    alone = replace(conditions, persons=Persons.LINKED, single_source=True)
    sources = rows.select("report", source=pl.lit(None, pl.UInt32))
    first = climb_ladder(COVERAGE, rows, sources, alone)
    climbed = climb_ladder(COVERAGE, rows, sources, alone, _nearly_told(first, rows, alone))
    shown = climbed.members["report"]
    left = rows.filter("past", ~pl.col("report").is_in(shown.implode()))
    return ProtectedCoverage(
        rows=as_coverage(to_plate(COVERAGE, climbed.groups, figures(climbed.groups)).rows),
        climbed=climbed,
        interviews=rows["person"].n_unique(),
        embargoed=rows.filter(~pl.col("past"))["person"].n_unique(),
        withheld=left["person"].n_unique(),
    )


def _limited(coverage: Coverage, conditions: Conditions) -> pl.DataFrame:
    """Return what a ladder asks of reports: one for each interview, finest place that is told, and era."""
    policy, as_of = conditions.policy, conditions.as_of
    rows = coverage.rows.with_columns(person=pl.col("interview").rank("dense").cast(pl.UInt32) - 1)
    cells = rows["cell"].drop_nulls().unique().sort()
    sizes = np.minimum(resolution_of(cells.to_numpy()), _FINEST.value)
    places = pl.DataFrame({"cell": cells, "finest": pl.Series(sizes, dtype=pl.UInt8)})
    for size in (Area.R4, Area.R3, Area.R2):
        inside = places.filter(pl.col("finest") >= size.value).select("cell")
        up = pl.Series(f"c{size.value}", climb(inside["cell"].to_numpy(), size.value), dtype=pl.UInt64)
        places = places.join(inside.with_columns(up), on="cell", how="left")
    era = pl.lit(UNDATED)
    for one in eras():
        era = (
            pl.when(pl.col("year").is_between(one.first or -(2**15), one.last or 2**15 - 1))
            .then(pl.lit(one.id))
            .otherwise(era)
        )
    own = LocationClass.C
    short = [one.id for one in eras() if years_past(one, own, policy, as_of) < policy.era_years]
    thin = [year for year in rows["year"].unique().drop_nulls().to_list() if is_thin(year, policy)]
    rows = rows.join(places, on="cell", how="left").with_columns(
        pl.col("finest").fill_null(0),
        _asked().alias("reported"),
        pl.lit(own.value).alias("class"),
        era=era,
        thin=pl.col("year").is_null() | pl.col("year").is_in(thin),
    )
    past = past_embargo(rows, policy, as_of)
    told = ["person", "area", "finest", "c4", "c3", "c2", "era", "thin", "class", "past"]
    words = dict.fromkeys(("act", "told_act", "group"), pl.lit(ALL_ACTS))
    return (
        rows.with_columns(past=past)
        .select(told)
        .unique()
        .sort(told)
        .with_columns(
            short=pl.col("era").is_in(short),
            custody=pl.lit(value=False),
            unstated=pl.lit(value=False),
            facility=pl.lit(value=False),
            year=pl.lit(None, pl.Int16),
            **words,
        )
        .with_row_index("report")
    )


def _asked() -> pl.Expr:
    """Return the year of each interview; of one whose lines do not agree the last, and none if one does not say."""
    silent = pl.col("asked").is_null().any().over("interview")
    return pl.when(~silent).then(pl.col("asked").max().over("interview"))


def _nearly_told(first: Climbed, rows: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return the keys of wider cells of which too few finest cells are left untold (rule 7).

    The finest cells of this ladder are r4; the ladder itself would count those of r5.
    """
    land = np.unique(climb(land_cells(), _FINEST.value))
    found = [first.groups.select("rung", "area", "period", "act", "more").clear()]
    for number, rung in enumerate(COVERAGE.rungs):
        if not rung.area.is_place or rung.area is _FINEST:
            continue
        inside = pl.DataFrame({"area": climb(land, rung.area.value)}).group_by("area").agg(whole=pl.len())
        finest = first.groups.filter(pl.col("rung") == 0).select("area", "period")
        up = pl.Series("area", climb(finest["area"].to_numpy(), rung.area.value), dtype=pl.UInt64)
        told = finest.with_columns(up).group_by("area", "period").agg(told=pl.len())
        keys = rows.select(area=f"c{rung.area.value}", period="era").unique().drop_nulls()
        counted = keys.join(inside, on="area", how="left").join(told, on=["area", "period"], how="left")
        free = pl.col("whole").fill_null(0).cast(pl.Int64) - pl.col("told").fill_null(0).cast(pl.Int64)
        few = counted.filter(free < conditions.policy.children)
        at = pl.lit(number, dtype=pl.Int16).alias("rung")
        found.append(few.select(at, "area", "period", act=pl.lit(ALL_ACTS), more=pl.lit("")))
    return pl.concat(found)
