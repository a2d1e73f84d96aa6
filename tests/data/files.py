"""One table of invented rows, written in every format that is read."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import openpyxl
import polars as pl
import pyogrio
import shapely
import xlwt

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)

COLUMNS = ("case", "lat", "lng", "precision", "date", "until", "act", "setting", "source", "reported")
ROWS = pl.DataFrame(
    [
        ("P-1", "42.9051", "129.5072", "town", "2011-03-04", "2013", "B1", "private", "연변 단체", "2016"),
        ("P-1", "42.9051", "129.5072", "county", "2012-05", None, "H5", None, "연변 단체", "2016"),
        ("P-2", "41.7922", "123.4328", "prefecture", "2014", None, "F1", "private", "沈阳 组织", None),
        ("P-2", "42.9572", "129.9933", "exact", None, None, "G2", "facility", "沈阳 组织", "2019"),
        ("P-3", "39.9", "116.4", "town", "2015", None, "A3", "transit", None, None),
        ("P-4", None, None, None, "2016", "2018", "F", None, None, None),
        ("P-5", "43.88", "125.3228", "province", "2017", None, "C1", None, "s-3", "2020"),
    ],
    schema=dict.fromkeys(COLUMNS, pl.String),
    orient="row",
)
"""Text in Korean and in Chinese, an undated row, one elsewhere, one without a place, several precisions."""

KOREAN = ROWS.with_columns(source=pl.col("source").str.replace("沈阳 组织", "선양 협회"))
CHINESE = ROWS.with_columns(source=pl.col("source").str.replace("연변 단체", "延边 团体"))


def csv(table: pl.DataFrame = ROWS, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a table as delimited text."""
    return table.write_csv(separator=separator).encode(encoding)


def lines(*rows: str, header: str = "case,lat,lng,date,act") -> bytes:
    """Return lines of CSV below a header."""
    return "\n".join([header, *rows]).encode()


def typed(table: pl.DataFrame = ROWS) -> pl.DataFrame:
    """Return a table with numbers as numbers."""
    return table.with_columns(pl.col("lat", "lng").cast(pl.Float64), pl.col("until", "reported").cast(pl.Int64))


def xlsx(table: pl.DataFrame, *, before: tuple[str, ...] = ()) -> bytes:
    """Return a table as the sheet after others that hold a word each."""
    book = openpyxl.Workbook()
    for title in before:
        book.create_sheet(title).append(["word"])
    sheet = book.create_sheet("rows")
    sheet.append(table.columns)
    for row in table.iter_rows():
        sheet.append(list(row))
    del book["Sheet"]
    return _saved(book.save)


def xls(table: pl.DataFrame) -> bytes:
    """Return a table as a spreadsheet of before 2007, below two empty rows."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("rows")
    for at, row in enumerate([table.columns, *table.iter_rows()], start=2):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    return _saved(book.save)


def parquet(table: pl.DataFrame) -> bytes:
    """Return a table as Parquet."""
    return _saved(table.write_parquet)


def points(table: pl.DataFrame = ROWS) -> gpd.GeoDataFrame:
    """Return a table with its points as shapes, and no shape where it states none."""
    places = typed(table).select("lng", "lat").iter_rows()
    shapes = [None if lng is None else shapely.Point(lng, lat) for lng, lat in places]
    return gpd.GeoDataFrame(typed(table).drop("lat", "lng").to_pandas(), geometry=shapes, crs=4326)


def geoparquet(frame: gpd.GeoDataFrame) -> bytes:
    """Return points as GeoParquet."""
    return _saved(frame.to_parquet)


def geojson(table: pl.DataFrame = ROWS, **more: Any) -> bytes:
    """Return a table as GeoJSON, written by hand as RFC 7946 has it."""
    features = [
        {
            "type": "Feature",
            "properties": {name: value for name, value in row.items() if name not in {"lat", "lng"}},
            "geometry": None if row["lat"] is None else {"type": "Point", "coordinates": [row["lng"], row["lat"]]},
        }
        for row in typed(table).iter_rows(named=True)
    ]
    return json.dumps({"type": "FeatureCollection", **more, "features": features}, ensure_ascii=False).encode()


def geopackage(frame: gpd.GeoDataFrame, folder: Path) -> bytes:
    """Return points as GeoPackage."""
    pyogrio.write_dataframe(frame, folder / "points.gpkg", driver="GPKG")
    return (folder / "points.gpkg").read_bytes()


def shapefile(frame: gpd.GeoDataFrame, folder: Path) -> bytes:
    """Return points as a zipped Shapefile."""
    pyogrio.write_dataframe(frame, folder / "points.shp", driver="ESRI Shapefile", encoding="UTF-8")
    parts = sorted(folder.glob("points.*"))

    def save(out: io.BytesIO) -> None:
        with zipfile.ZipFile(out, "w") as archive:
            for part in parts:
                archive.write(part, part.name)

    return _saved(save)


def ods(table: pl.DataFrame) -> bytes:
    """Return a table as an OpenDocument sheet of text cells."""
    return ods_of(
        "".join(
            f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
            for row in [table.columns, *table.iter_rows()]
        )
    )


def ods_of(rows: str) -> bytes:
    """Return rows as an OpenDocument sheet, the least that the format asks for."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="rows">{rows}</table:table>'
    content = f"<office:document-content {spaces}>{body}</office:spreadsheet></office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _cell(value: str | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def zipped(parts: dict[str, str]) -> bytes:
    """Return texts as the files of a zip file."""

    def save(out: io.BytesIO) -> None:
        with zipfile.ZipFile(out, "w") as archive:
            for name, text in parts.items():
                archive.writestr(name, text)

    return _saved(save)


def _saved(save: Any) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()
