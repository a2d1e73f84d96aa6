"""From rows to reports: one case, act, place and year is one report, at the finest place that is known.

Kept of each report: a number for its person, its place, year and act, its numbered sources, and what decides how
finely it may be shown. Not kept: the case key, the source's name, actor, `until`, and anything else of the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import UsageError
from geo import climb
from release import Persons

if TYPE_CHECKING:
    from data import Incidents

PLACED: Final = "cell"
_SAME: Final = ("person", "act", "year")
_COARSE: Final = (4, 3, 2)
_FINE: Final = (5, 4, 3, 2)


@dataclass(frozen=True, slots=True, repr=False)
class Reports:
    """Distinct reports, as columns. Private.

    `rows`: report, person (both numbers without meaning), area (cell, region, elsewhere, not_stated), c5, c4, c3, c2
    (the place and its ancestors; null where it is not known so finely), resolution (of the place; 0 where it is no
    cell), year (null: undated), reported (null: not stated), act, facility (whether every row of it says so).
    `sources`: report, source: each report with each source that tells of it; null where a row of it names none.
    """

    rows: pl.DataFrame
    sources: pl.DataFrame
    persons: Persons

    def __repr__(self) -> str:
        """Say how many there are, and nothing else."""
        return f"Reports({self.rows.height} reports)"


def _numbered(rows: pl.DataFrame, persons: Persons) -> pl.DataFrame:
    """Replace case and source by numbers that do not depend on the order of rows; no source has no number."""
    nameless = rows["source"].null_count()
    if persons is Persons.UNLINKED and nameless:
        raise UsageError(
            f"{nameless} rows name no source, and with --persons unlinked people are counted source by source: name "
            "the source in every row, or say --persons linked if a case key is one person in all of them."
        )
    if persons is Persons.DISJOINT:
        shared = rows.group_by("case").agg(pl.col("source").n_unique()).filter(pl.col("source") > 1).height
        if shared:
            raise UsageError(
                f"{shared} case keys stand under more than one source, so the sources are not disjoint. Say "
                "--persons linked if such a case is one person, or make the keys of each source its own."
            )
    key = ["source", "case"] if persons is Persons.UNLINKED else ["case"]
    people = rows.select(key).unique().sort(key).with_row_index("person")
    sources = rows.select("source").unique().drop_nulls().sort("source").with_row_index("number")
    numbered = rows.join(people, on=key, how="left").join(sources, on="source", how="left")
    return numbered.drop("case", "source").rename({"number": "source"})


def _placed(rows: pl.DataFrame) -> pl.DataFrame:
    """Add the place's resolution and its ancestors, climbed by parent only."""
    places = rows.select("cell").unique().drop_nulls().sort("cell")
    known = places.with_columns(resolution=((pl.col("cell") // 2**52) % 16).cast(pl.UInt8))
    for resolution in _FINE:
        part = known.filter(pl.col("resolution") >= resolution).select("cell")
        up = pl.Series(f"c{resolution}", climb(part["cell"].to_numpy(), resolution), dtype=pl.UInt64)
        known = known.join(part.with_columns(up), on="cell", how="left")
    return rows.join(known, on="cell", how="left").with_columns(pl.col("resolution").fill_null(0))


def _depth() -> pl.Expr:
    """How finely a row tells its place: -1 not stated, 0 elsewhere or region, else the resolution of its cell."""
    return (
        pl.when(pl.col("area") == "not_stated").then(pl.lit(-1, pl.Int8)).otherwise(pl.col("resolution").cast(pl.Int8))
    )


def _absorbed(rows: pl.DataFrame) -> pl.Series:
    """Mark the rows whose place contains the place of another row of the same person, act and year."""
    numbered = rows.with_row_index("n").with_columns(depth=_depth())
    found = []
    for resolution in _COARSE:
        at = f"c{resolution}"
        finer = numbered.filter(pl.col("depth") > resolution).select(*_SAME, at).unique()
        coarse = numbered.filter(pl.col("depth") == resolution)
        found.append(coarse.join(finer, on=[*_SAME, at], how="semi", nulls_equal=True)["n"])
    cells = numbered.filter(pl.col("area") == PLACED).select(_SAME).unique()
    region = numbered.filter(pl.col("area") == "region")
    found.append(region.join(cells, on=_SAME, how="semi", nulls_equal=True)["n"])
    known = numbered.filter(pl.col("depth") >= 0).select(_SAME).unique()
    unknown = numbered.filter(pl.col("depth") < 0)
    found.append(unknown.join(known, on=_SAME, how="semi", nulls_equal=True)["n"])
    return numbered["n"].is_in(pl.concat(found).implode())


def _lent(absorbed: pl.DataFrame) -> pl.DataFrame:
    """Return what absorbed rows say of every report of their person, act and year: it can only make them stricter."""
    return absorbed.group_by(_SAME).agg(
        lent_inside=pl.col("setting").eq_missing("facility").all(),
        lent_told=pl.col("reported").max(),
        lent_untold=pl.col("reported").is_null().any(),
    )


def tally(incidents: Incidents, persons: Persons, *, merge_girls: bool) -> Reports:
    """Count rows as reports.

    Parameters
    ----------
    incidents
        One row per act.
    persons
        How case keys of different sources relate (rule 12): with `unlinked`, a person is a case of one source.
    merge_girls
        Whether B2 counts as B1, as in every plate that has a place: a girl's place is never told apart.

    Notes
    -----
    What is uncertain is read the safer way: a report is in a facility only if every row of that person, act and
    year says so where rows were merged, and it counts as told in the latest year given, or never if one is missing.

    Raises
    ------
    UsageError
        If `disjoint` was said of a file in which a case key stands under two sources, or `unlinked` of one in which a
        row names no source.
    """
    act = pl.col("act").replace("B2", "B1") if merge_girls else pl.col("act")
    rows = _placed(_numbered(incidents.rows.with_columns(act=act), persons))
    absorbed = _absorbed(rows)
    lent = _lent(rows.filter(absorbed))
    kept = rows.filter(~absorbed).join(lent, on=_SAME, how="left", nulls_equal=True)
    place = ["area", "cell", "resolution", *(f"c{resolution}" for resolution in _FINE)]
    untold = pl.col("reported").is_null().any() | pl.col("lent_untold").any()
    told = pl.max_horizontal(pl.col("reported").max(), pl.col("lent_told").max())
    inside = pl.col("setting").eq_missing("facility") & pl.col("lent_inside").fill_null(value=True)
    reports = (
        kept.group_by(*_SAME, *place)
        .agg(
            reported=pl.when(~untold).then(told),
            facility=inside.all(),
            sources=pl.col("source").unique(),
        )
        .sort(*_SAME, "area", "cell")
        .with_row_index("report")
    )
    sources = reports.select("report", source=pl.col("sources")).explode("source")
    return Reports(reports.drop("sources", "cell"), sources, persons)
