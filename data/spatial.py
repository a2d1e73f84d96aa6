"""Files of points and of typed columns: GeoJSON, GeoPackage, FlatGeobuf, zipped Shapefile, Parquet and GeoParquet.

GDAL reads the first four through pyogrio, pyarrow the others. Points become `lat` and `lng` in WGS84 degrees.
"""

from __future__ import annotations

import io
import json
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyproj
import shapely
from pyproj.exceptions import CRSError, ProjError

from data.faults import Fault
from data.table import Table, Unit, to_table
from errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_ROWS: Final = 50_000_000
"""Rows of the largest Parquet file that is read: a small file can say that it holds any number."""

_UNREADABLE: Final = "The file cannot be read: write it again as GeoJSON or Parquet, or save it as CSV in UTF-8."
_NO_CRS: Final = "The file does not say where its points are: write it again with its coordinate reference system."
_WGS84: Final = pyproj.CRS.from_epsg(4326)
_PLAIN: Final = (
    pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_integer, pa.types.is_floating,
    pa.types.is_boolean, pa.types.is_date, pa.types.is_timestamp, pa.types.is_decimal, pa.types.is_null,
)  # fmt: skip
_POINT: Final = 0
_NO_SHAPE: Final = -1
_EXACT: Final = 2**53


def read_features(content: bytes) -> Table:
    """Read the first layer of a file of points with properties, in whatever format GDAL finds it to be.

    Raises
    ------
    InputError
        If it cannot be read, or does not say in which coordinate reference system its points are.
    """
    # Dates of GeoJSON are text, and stay as they were written. No other format knows the option.
    options = {"DATE_AS_STRING": "YES"} if content.lstrip().startswith(b"{") else {}
    try:
        with warnings.catch_warnings():
            # GDAL's warnings may quote the file, and a file in memory has no ending to agree with.
            warnings.simplefilter("ignore", RuntimeWarning)
            meta, read = pyogrio.read_arrow(content, **options)
    except Exception:  # noqa: BLE001 - of broken bytes the binding raises whatever it stumbles over
        raise InputError(_UNREADABLE) from None
    return _table(read, meta["geometry_name"] or "wkb_geometry", meta["crs"], Unit.FEATURE)


def read_parquet(content: bytes) -> Table:
    """Read Parquet; as GeoParquet, if its metadata say so.

    Raises
    ------
    InputError
        If it cannot be read, its points are not written as WKB, or their reference system is not known.
    """
    try:
        rows = pq.read_metadata(io.BytesIO(content)).num_rows
        read = pq.read_table(io.BytesIO(content)) if rows <= MOST_ROWS else None
    except Exception:  # noqa: BLE001 - of broken bytes the reader raises whatever it stumbles over
        raise InputError(_UNREADABLE) from None
    if read is None:
        raise InputError(f"The file has more than {MOST_ROWS:,} rows: give it in parts.")
    about = (read.schema.metadata or {}).get(b"geo")
    if about is None:
        return _table(read, None, None, Unit.RECORD)
    try:
        geo = json.loads(about)
        column = geo["primary_column"]
        own = geo["columns"][column]
        is_wkb = own["encoding"] == "WKB" and column in read.column_names
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(_UNREADABLE) from None
    if not is_wkb:
        raise InputError("The points of the file are not written as WKB: write it again as GeoParquet with WKB.")
    # Without an entry the standard means WGS84; an entry that is null means that nobody knows.
    return _table(read, column, own.get("crs", "OGC:CRS84"), Unit.RECORD)


def _table(read: pa.Table, shapes: str | None, crs: Any, unit: Unit) -> Table:  # noqa: ANN401 - whatever names a CRS
    """Return columns as text, and the points among them as `lat` and `lng`."""
    try:
        # Neither reader looks whether text is UTF-8 and offsets lie inside the file; who goes on may crash.
        read.validate(full=True)
        names = read.column_names
        own = [at for at, name in enumerate(names) if name != shapes]
        # What fields say of themselves may be no text either, so that only names and values go on.
        columns = [as_text(_plain(read.column(at))) for at in own]
    except (pa.ArrowException, OverflowError, UnicodeDecodeError, KeyError, pl.exceptions.PolarsError):
        raise InputError(_UNREADABLE) from None
    lines = pl.int_range(1, read.num_rows + 1, eager=True)
    held = [names[at] for at in own]
    if shapes not in names:
        return to_table(held, columns, lines, unit)
    lat, lng, odd = _points(read.column(shapes), crs)
    # The file's own points count; a column that repeats them is dropped, and the report says so.
    headers = [f"{name} (property)" if name.strip().lower() in {"lat", "lng"} else name for name in held]
    faults = [
        Fault(line, None, "its shape is not a point", "give it one point, or none if the place is not known")
        for line in lines.filter(odd).to_list()
    ]
    kept = [column.filter(~odd) for column in (*columns, as_text(lat), as_text(lng))]
    return replace(to_table([*headers, "lat", "lng"], kept, lines.filter(~odd), unit), unreadable=tuple(faults))


def _plain(column: pa.ChunkedArray) -> pl.Series:
    """Return a column of one value a row; of any other kind nothing is kept."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _plain(pa.chunked_array([chunk.dictionary_decode() for chunk in column.chunks], type=kind.value_type))
    if any(is_kind(kind) for is_kind in _PLAIN):
        return pl.Series(pa.chunked_array([chunk.cast(kind) for chunk in column.chunks], type=kind))
    return pl.Series([None], dtype=pl.String).new_from_index(0, len(column))


def _points(shapes: pa.ChunkedArray, crs: Any) -> tuple[pl.Series, pl.Series, pl.Series]:  # noqa: ANN401 - the same
    """Return latitude and longitude in WGS84 degrees, null where there is no shape, and which shapes are no points."""
    try:
        read = shapely.from_wkb(np.array(shapes.to_pylist(), dtype=object))
    except shapely.GEOSException:
        raise InputError(_UNREADABLE) from None
    read[shapely.is_empty(read)] = None
    kind = shapely.get_type_id(read)
    lng, lat = _to_degrees(shapely.get_x(read), shapely.get_y(read), crs)
    odd = pl.Series((kind != _POINT) & (kind != _NO_SHAPE), dtype=pl.Boolean)
    return pl.Series(lat).fill_nan(None), pl.Series(lng).fill_nan(None), odd


def _to_degrees(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    crs: Any,  # noqa: ANN401 - whatever names a CRS
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if crs is None:
        raise InputError(_NO_CRS)
    try:
        own = pyproj.CRS.from_user_input(crs)
        if own.equals(_WGS84, ignore_axis_order=True):
            return x, y
        there = np.isfinite(x) & np.isfinite(y)
        moved = np.full((2, len(x)), np.nan)
        moved[:, there] = pyproj.Transformer.from_crs(own, _WGS84, always_xy=True).transform(x[there], y[there])
    except (CRSError, ProjError):
        raise InputError(_NO_CRS) from None
    # A point beyond the reach of its own reference system is on no map: it is read as a fault, not as empty.
    moved[:, there & ~np.isfinite(moved).all(axis=0)] = np.inf
    return moved[0], moved[1]


def as_text(column: pl.Series) -> pl.Series:
    """Return typed values as they would be written by hand; what holds more than one value is empty.

    Whole numbers have no point, days no hour, and truth is yes or no.
    """
    kind = column.dtype
    if kind == pl.Boolean:
        return column.replace_strict({True: "yes", False: "no"}, return_dtype=pl.String)
    if kind.is_float():
        whole = (column == column.floor()) & (column.abs() < _EXACT)
        number = column.set(~whole, None).cast(pl.Int64)
        return number.cast(pl.String).fill_null(column.fill_nan(None).cast(pl.String))
    if kind == pl.Datetime:
        return column.dt.strftime("%Y-%m-%d")
    if kind.is_nested() or kind in {pl.Binary, pl.Object, pl.Null}:
        return pl.Series(column.name, [None] * len(column), dtype=pl.String)
    return column.cast(pl.String)
