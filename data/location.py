"""Where each row took place: from a point, an H3 cell or a place name to the finest cell that may stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from data.folding import fold_label
from data.points import finer_than, read_points
from data.precision import finest
from data.schema import Area
from data.vocabulary import UNSAID
from geo import (
    FINEST,
    Cells,
    climb,
    country_of,
    from_text,
    in_study_area,
    index_points,
    is_cell,
    is_outside,
    is_province,
    look_up,
    resolution_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from data.faults import FaultBook

OUTSIDE: Final = (
    "outside region", "outside the region", "elsewhere", "abroad", "third country",
    "지역 밖", "지역밖", "역외", "제3국", "해외", "타지역", "区域外", "區域外", "外地", "境外", "第三国", "第三國",
)  # fmt: skip
"""Words that say that a place lies outside the study area; folded."""

NOT_STATED: Final = "not_stated"
COARSEST: Final = 2
"""The widest cell; what is known no finer is of the region."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Located:
    """Where rows took place: `area`, `cell` and the derived `country` of each. Private.

    `unstated`: how many placed rows state no precision; `finer`: how many write their point more finely than it.
    """

    rows: pl.DataFrame
    unstated: int
    finer: int

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"Located({self.rows.height} rows)"


def locate(rows: pl.DataFrame, book: FaultBook) -> Located:
    """Find out where each row took place.

    The cell is the place at its own resolution: no finer than the precision, and than the cell that was given. Points
    are indexed once, at the finest resolution; coarser cells are found by climbing.
    """
    points = read_points(rows, book)
    given = _cells(rows, book)
    named = _named(rows, book)
    ways = [rows["lat"].is_not_null() | rows["lng"].is_not_null(), rows["cell"].is_not_null()]
    ways.append(rows["place"].is_not_null() & ~named["unsaid"])
    several = sum((way.cast(pl.UInt8) for way in ways), pl.zeros(rows.height, dtype=pl.UInt8, eager=True)) > 1
    book.note(several, "place", "the place is stated in more than one way", "leave one of lat and lng, cell, place")
    lat, lng = points.lat.fill_null(named["lat"]), points.lng.fill_null(named["lng"])
    stated, unstated = finest(rows, book)
    rung = stated.to_numpy()
    base = _indexed(lat, lng, given)
    area, cell = _at_rung(base, rung, outside=named["outside"].to_numpy(), region=named["region"].to_numpy())
    placed = pl.Series(base > 0)
    located = pl.DataFrame({"area": area, "cell": cell, "country": _countries(rows, lat, lng, named["country"])})
    return Located(
        located, int((unstated & placed).sum()), finer_than(rows.filter(~unstated), rung[~unstated.to_numpy()])
    )


def _countries(rows: pl.DataFrame, lat: pl.Series, lng: pl.Series, named: pl.Series) -> pl.Series:
    """Return the country of each row's place, where the row does not state one itself."""
    asked = named.is_null() & lat.is_not_null() & lng.is_not_null()
    stated = named.fill_null(NOT_STATED)
    if "country" in rows.columns:
        asked = asked & rows["country"].is_null()
    there = np.flatnonzero(asked.to_numpy())
    if not there.size:
        return stated
    found = country_of(lat=lat.to_numpy()[there], lng=lng.to_numpy()[there])
    return stated.scatter(there, pl.Series(found.tolist(), dtype=pl.String))


def _cells(rows: pl.DataFrame, book: FaultBook) -> pl.Series:
    """Return the cells that were given, null elsewhere, never finer than the finest of the atlas."""
    written = rows["cell"].str.to_lowercase()
    if written.null_count() == rows.height:
        return pl.Series("cell", [None], dtype=pl.UInt64).new_from_index(0, rows.height)
    distinct = written.drop_nulls().unique().sort()
    valid = distinct.filter(pl.Series(is_cell(distinct.to_list()), dtype=pl.Boolean))
    cells = from_text(valid.to_list())
    fine = resolution_of(cells) > FINEST
    cells[fine] = climb(cells[fine], FINEST)
    book.note(written.is_not_null() & ~written.is_in(valid.to_list()), "cell", "not an H3 cell", "write it as h3 does")
    known = pl.DataFrame({"cell": valid, "number": pl.Series(cells, dtype=pl.UInt64)})
    return written.to_frame("cell").join(known, on="cell", how="left", maintain_order="left")["number"]


def _named(rows: pl.DataFrame, book: FaultBook) -> pl.DataFrame:
    """Look up each distinct place name once; return lat, lng, country, outside, region, unsaid of each row."""
    name = rows["place"]
    if name.null_count() == rows.height:
        none = {"lat": pl.Float64, "lng": pl.Float64, "country": pl.String}
        nowhere = pl.DataFrame(schema=none)
        return nowhere.clear(rows.height).with_columns(
            *(pl.lit(value=False).alias(one) for one in ("outside", "region", "unsaid"))
        )
    written = name.drop_nulls().unique().sort().to_list()
    far = [one for one in written if fold_label(one) in OUTSIDE or is_outside(one)]
    wide = [one for one in written if is_province(one)]
    nothing = [one for one in written if fold_label(one) in UNSAID]
    outside, region, unsaid = (name.is_in(those).fill_null(value=False) for those in (far, wide, nothing))
    asked = name.set(outside | region | unsaid, None) if far or wide or nothing else name
    found = {one: look_up(one) for one in asked.drop_nulls().unique().sort().to_list()}
    single = {one: towns[0] for one, towns in found.items() if len(towns) == 1}
    book.note(
        asked.is_in([one for one, towns in found.items() if not towns]),
        "place",
        "not a place of the gazetteer",
        "give lat and lng, a cell, the name of a town or province, `outside region` or `not stated`",
    )
    several = {one: tuple(town.province for town in towns) for one, towns in found.items() if len(towns) > 1}
    for provinces in sorted(set(several.values())):
        told = ", ".join(dict.fromkeys(provinces))
        apart = "write the province after a comma" if len(set(provinces)) > 1 else "give lat and lng instead"
        those = asked.is_in([one for one, own in several.items() if own == provinces])
        book.note(those, "place", f"several towns have this name ({told})", apart)
    towns = pl.DataFrame(
        [(one, town.lat, town.lng, town.country) for one, town in single.items()],
        schema={"place": pl.String, "lat": pl.Float64, "lng": pl.Float64, "country": pl.String},
        orient="row",
    )
    read = asked.to_frame("place").join(towns, on="place", how="left", maintain_order="left").drop("place")
    return read.with_columns(outside=outside, region=region, unsaid=unsaid)


def _indexed(lat: pl.Series, lng: pl.Series, given: pl.Series) -> Cells:
    """Return the cell of each row as it was stated; 0 where it is not known."""
    cells: Cells = given.fill_null(0).to_numpy().copy()
    known = (lat.is_not_null() & lng.is_not_null()).to_numpy() & (cells == 0)
    cells[known] = index_points(lat=lat.to_numpy()[known], lng=lng.to_numpy()[known])
    return cells


def _at_rung(
    base: Cells, rung: NDArray[np.uint8], *, outside: NDArray[np.bool_], region: NDArray[np.bool_]
) -> tuple[pl.Series, pl.Series]:
    known = base > 0
    inside = np.zeros(len(base), dtype=np.bool_)
    inside[known] = in_study_area(base[known])
    resolution = np.minimum(rung, resolution_of(base))
    cell = np.zeros(len(base), dtype=np.uint64)
    for at in range(COARSEST, FINEST + 1):
        here = inside & (resolution == at)
        cell[here] = climb(base[here], at)
    names = [one.value for one in Area]
    kinds = [names.index(one) for one in (Area.CELL, Area.REGION, Area.ELSEWHERE)]
    area = np.select([cell > 0, inside | region, known | outside], kinds, default=names.index(Area.NOT_STATED))
    found = pl.Series("cell", cell, dtype=pl.UInt64)
    return pl.Series("area", names, dtype=pl.Enum(names))[area], found.set(found == 0, None)
