"""From rows to reports: one case, act, place and year is one report, at the finest place that is known.

Kept of each report: a number for its person, its place, year and act, its numbered sources, what the plates ask of it,
and what decides how finely it may be shown. Case keys stand apart from them, for the ledger alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import UsageError
from geo import climb
from release import AXES, Persons

if TYPE_CHECKING:
    from data import Incidents

PLACED: Final = "cell"
_SAME: Final = ("person", "act", "year")
_COARSE: Final = (4, 3, 2)
_FINE: Final = (5, 4, 3, 2)
_UNSAID: Final = "not_stated"
_SOME, _LONG, _LONGEST = 2, 5, 10
"""Years from which a lag is some, long, very long: 0-1, 2-4, 5-9, 10+."""


@dataclass(frozen=True, slots=True, repr=False)
class Reports:
    """Distinct reports, as columns. Private.

    `rows`: report, person (both numbers without meaning), area (cell, region, elsewhere, not_stated), c5, c4, c3, c2
    (the place and its ancestors; null where it is not known so finely), resolution (of the place; 0 where it is no
    cell), year (null: undated), until, reported (null: not stated), act (B2 counts as B1), told_act (B2 where every row
    says so), actor, country, person_group (not_stated where rows differ), lag (a value of `release.AXES`), facility
    (whether every row of it says so).
    `sources`: report, source: each report with each source that tells of it; null where a row of it names none.
    `keys`: person, case, source (null but where the same case of two sources is two persons).
    """

    rows: pl.DataFrame
    sources: pl.DataFrame
    keys: pl.DataFrame
    persons: Persons

    def __repr__(self) -> str:
        """Say how many there are, and nothing else."""
        return f"Reports({self.rows.height} reports)"


def _numbered(rows: pl.DataFrame, persons: Persons) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Replace case and source by numbers that do not depend on the order of rows; no source has no number.

    Returned with them: which number stands for which case.
    """
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
    keys = people.with_columns(source=pl.col("source") if "source" in key else pl.lit(None, pl.String))
    return numbered.drop("case", "source").rename({"number": "source"}), keys.select("person", "case", "source")


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
        lent_first=pl.col("reported").min(),
        lent_untold=pl.col("reported").is_null().any(),
    )


def _agreed(column: str) -> pl.Expr:
    """Return the one value that all rows of a report give, or `not_stated`."""
    value = pl.col(column).fill_null(_UNSAID)
    return pl.when(value.n_unique() == 1).then(value.first()).otherwise(pl.lit(_UNSAID)).alias(column)


def _lag() -> pl.Expr:
    """Return how many years passed until a report was first told, as a value of the axis `lag`."""
    years = pl.col("first_told").cast(pl.Int32) - pl.col("year").cast(pl.Int32)
    short, some, long, longest, unsaid = AXES["lag"]
    return (
        pl.when(years.is_null())
        .then(pl.lit(unsaid))
        .when(years < _SOME)
        .then(pl.lit(short))
        .when(years < _LONG)
        .then(pl.lit(some))
        .when(years < _LONGEST)
        .then(pl.lit(long))
        .otherwise(pl.lit(longest))
    )


def tally(incidents: Incidents, persons: Persons) -> Reports:
    """Count rows as reports.

    Parameters
    ----------
    incidents
        One row per act.
    persons
        How case keys of different sources relate (rule 12): with `unlinked`, a person is a case of one source.

    Notes
    -----
    B2 counts as B1, so that a report is the same in every plate and a girl's place is never told apart; `told_act`
    keeps B2 for the one plate that tells acts without a place.

    What is uncertain is read the safer way: a report is in a facility only if every row of that person, act and
    year says so where rows were merged, and it counts as told in the latest year given, or never if one is missing.

    Raises
    ------
    UsageError
        If `disjoint` was said of a file in which a case key stands under two sources, or `unlinked` of one in which a
        row names no source.
    """
    merged = incidents.rows.with_columns(act=pl.col("act").replace("B2", "B1"), told_act=pl.col("act"))
    numbered, keys = _numbered(merged, persons)
    rows = _placed(numbered)
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
            until=pl.col("until").max(),
            first_told=pl.min_horizontal(pl.col("reported").min(), pl.col("lent_first").min()),
            facility=inside.all(),
            told_act=pl.when((pl.col("told_act") == "B2").all()).then(pl.lit("B2")).otherwise(pl.col("act").first()),
            actor=_agreed("actor"),
            country=_agreed("country"),
            person_group=_agreed("person_group"),
            sources=pl.col("source").unique(),
        )
        .sort(*_SAME, "area", "cell")
        .with_row_index("report")
    )
    sources = reports.select("report", source=pl.col("sources")).explode("source")
    rows = reports.with_columns(lag=_lag()).drop("sources", "cell", "first_told")
    return Reports(rows, sources, keys, persons)
