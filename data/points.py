"""Points as they are written: sound ones are read, the others are faults, each with its mend, and none is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from data.faults import Decision
from geo import in_study_area, index_points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from data.faults import FaultBook

_COMMA: Final = r"^[+-]?\d+,\d+$"
_MINUTES: Final = (
    r"""[\u00b0\u00ba\u02da\u2032\u2033\u2019\u201d'":]|\d[\s_]+\d|\d\s*[NSEWnsew]$|^[NSEWnsew]\s*\d"""
    r"|[도분초度分秒]|^(북위|동경|北纬|北緯|东经|東經)"
)
_BOTH: Final = r"^[+-]?\d+\.\d+\s*[,;]\s*[+-]?\d+\.\d+$"
_LAT_OF_A_SWAP: Final = (90, 150)
"""Longitudes of East Asia: no latitude, so a pair with one of them as `lat` is swapped."""
_MAX_LAT: Final = 90
_MAX_LNG: Final = 180
_DECIMALS: Final = {0: 1, 2: 2, 4: 3}
"""Decimals of a degree that a place known no finer than a rung can bear: about 10 km, 1 km, 100 m."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Points:
    """Latitude and longitude of each row in WGS84 degrees, null where there is no sound point. Private."""

    lat: pl.Series
    lng: pl.Series

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"Points({len(self.lat)} rows)"


def read_points(rows: pl.DataFrame, book: FaultBook) -> Points:
    """Return sound points, null elsewhere, and note the others."""
    lat, lng = (_degrees(rows[name], book) for name in ("lat", "lng"))
    for one, other in (("lat", "lng"), ("lng", "lat")):
        half = rows[one].is_null() & rows[other].is_not_null()
        book.note(half, one, "half of a point", f"give {one} too, or neither")
    swapped = lat.is_between(*_LAT_OF_A_SWAP, closed="right") & (lng.abs() <= _MAX_LAT)
    book.note(swapped, "lat", "lat and lng look swapped", "put latitude into `lat` and longitude into `lng`")
    zero = (lat == 0) & (lng == 0)
    book.note(zero, "lat", "0, 0 is no place", "leave lat and lng empty if the place is not known")
    far_lat = (lat.abs() > _MAX_LAT) & ~swapped.fill_null(value=False)
    far_lng = lng.abs() > _MAX_LNG
    book.note(far_lat, "lat", "no latitude", "give degrees from -90 to 90")
    book.note(far_lng, "lng", "no longitude", "give degrees from -180 to 180")
    wrong = (swapped | zero | far_lat | far_lng | lat.is_null() | lng.is_null()).fill_null(value=True)
    if wrong.any():
        lat, lng = lat.set(wrong, None), lng.set(wrong, None)
    turned = _turned(lat, lng)
    for name, value in (("lat", lat), ("lng", lng)):
        book.note(
            turned & (value < 0).fill_null(value=False),
            name,
            "wrong hemisphere: with the other sign it would lie in the study area",
            "take the minus away, or accept it as elsewhere",
            decision=Decision.ELSEWHERE,
        )
    return Points(lat, lng)


def finer_than(rows: pl.DataFrame, rung: NDArray[np.uint8]) -> int:
    """Count the rows whose point has more decimals than the finest rung of the row can bear."""
    count = 0
    for at, bearable in _DECIMALS.items():
        written = rows["lat"].filter(pl.Series(rung == at))
        count += int(written.str.contains(rf"\.\d{{{bearable}}}\d*[1-9]\d*$").sum())
    return count


def _degrees(written: pl.Series, book: FaultBook) -> pl.Series:
    """Return plain numbers, null elsewhere, and say of the others why they are none."""
    read = written.cast(pl.Float64, strict=False)
    read = read.set(~read.is_finite(), None) if not read.is_finite().fill_null(value=True).all() else read
    odd = written.is_not_null() & read.is_null()
    if not odd.any():
        return read
    plain = written.set(~odd, None).str.normalize("NFKC")
    wide = plain.cast(pl.Float64, strict=False)
    wide = wide.set(~wide.is_finite().fill_null(value=False), None)
    odd = odd & wide.is_null()
    far = plain.str.contains(r"^[+-]?\d+(\.\d*)?[eE]\+?\d+$") & odd
    comma = plain.str.contains(_COMMA) & odd
    both = plain.str.contains(_BOTH) & odd
    minutes = plain.str.contains(_MINUTES) & odd & ~both
    name = written.name
    book.note(comma, name, "a comma in a number", "write the decimals after a point")
    book.note(both, name, "two numbers in one value", "put latitude into `lat` and longitude into `lng`")
    book.note(minutes, name, "degrees and minutes", "write decimal degrees, south and west with a minus")
    book.note(far, name, f"no {'latitude' if name == 'lat' else 'longitude'}", "give degrees of the earth")
    other = odd & ~(comma | both | minutes | far).fill_null(value=False)
    book.note(other, name, "not a number", "write decimal degrees, or leave it empty if it is not known")
    return read.fill_null(wide)


def _turned(lat: pl.Series, lng: pl.Series) -> pl.Series:
    """Return which points would lie in the study area if a minus were taken away."""
    negative = ((lat < 0) | (lng < 0)).fill_null(value=False)
    turned = np.zeros(len(lat), dtype=np.bool_)
    there = negative.to_numpy()
    if there.any():
        cells = index_points(lat=np.abs(lat.to_numpy()[there]), lng=np.abs(lng.to_numpy()[there]))
        turned[there] = in_study_area(cells)
    return pl.Series(turned)
