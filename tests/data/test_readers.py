"""One table in every format is one set of incidents."""

import io
import zipfile

import pyogrio
import pytest

from data import Incidents, read_incidents
from data.readers import read_table
from errors import InputError, UsageError
from tests.data.files import (
    CHINESE,
    KOREAN,
    ROWS,
    TODAY,
    csv,
    geojson,
    geopackage,
    geoparquet,
    ods,
    parquet,
    points,
    shapefile,
    typed,
    xls,
    xlsx,
    zipped,
)


def read(content: bytes, name: str) -> Incidents:
    return read_incidents(content, name=name, today=TODAY)


EXPECTED = read(csv(), "rows.csv").rows

FILES = {
    "comma.csv": csv(),
    "capitals.CSV": csv(),
    "tab.tsv": csv(separator="\t"),
    "semicolon.csv": csv(separator=";"),
    "bar.txt": csv(separator="|"),
    "windows.csv": csv().replace(b"\n", b"\r\n"),
    "mark.csv": csv(encoding="utf-8-sig"),
    "wide.txt": csv(encoding="utf-16"),
    "text.xlsx": xlsx(ROWS),
    "typed.xlsx": xlsx(typed()),
    "text.ods": ods(ROWS),
    "text.xls": xls(ROWS),
    "typed.xls": xls(typed()),
    "text-by-another-name.xls": csv(separator="\t"),
    "rows.geojson": geojson(),
    "rows.json": geojson(),
    "text.parquet": parquet(ROWS),
    "typed.parquet": parquet(typed()),
    "points.geoparquet": geoparquet(points()),
    "points.parquet": geoparquet(points()),
}


@pytest.mark.parametrize("name", FILES)
def test_a_table_in_any_format_gives_the_same_incidents(name):
    assert read(FILES[name], name).rows.equals(EXPECTED)


@pytest.mark.parametrize(
    ("table", "encoding"), [(KOREAN, "cp949"), (KOREAN, "euc-kr"), (CHINESE, "gb18030"), (CHINESE, "gbk")]
)
def test_a_table_in_an_old_encoding_gives_the_same_incidents_and_is_told_about(table, encoding):
    found = read(csv(table, encoding=encoding), "rows.csv")
    assert found.rows.equals(read(csv(table), "rows.csv").rows)
    assert "not in UTF-8" in found.report.warnings[-1]


def test_a_geopackage_and_a_zipped_shapefile_give_the_same_incidents(tmp_path):
    assert read(geopackage(points(), tmp_path), "points.gpkg").rows.equals(EXPECTED)
    assert read(shapefile(points(), tmp_path), "points.zip").rows.equals(EXPECTED)


def test_a_flatgeobuf_file_gives_the_same_incidents(tmp_path):
    frame = points().dropna(subset="geometry")
    pyogrio.write_dataframe(frame, tmp_path / "points.fgb", driver="FlatGeobuf")
    found = read((tmp_path / "points.fgb").read_bytes(), "points.fgb").rows
    assert found.sort(found.columns).equals(EXPECTED.filter(EXPECTED["area"] != "not_stated").sort(found.columns))


def test_a_file_that_would_unpack_to_far_more_than_it_is_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("points.shp", b"0" * 100_000_000)
    with pytest.raises(InputError, match="unpack to far more"):
        read(out.getvalue(), "points.zip")


def test_a_file_is_read_from_its_path_as_from_its_bytes(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(csv())
    assert read_incidents(path, name=path.name, today=TODAY).rows.equals(EXPECTED)


def test_columns_in_another_order_and_other_capitals_change_nothing():
    turned = ROWS.select(reversed(ROWS.columns)).rename(str.upper)
    assert read(csv(turned), "rows.csv").rows.equals(EXPECTED)


def test_a_file_that_is_not_there_is_an_error_of_the_file(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"):
        read_incidents(tmp_path / "none.csv", name="none.csv")


@pytest.mark.parametrize("name", ["rows.pdf", "rows", "rows.docx"])
def test_other_kinds_of_files_are_refused_by_their_ending(name):
    with pytest.raises(InputError, match=r"\.csv, .*\.parquet"):
        read_table(csv(), name=name)


def test_a_zip_file_of_anything_but_a_shapefile_is_refused():
    for part in ("rows.csv", "rows.vrt", "rows.geojson"):
        with pytest.raises(InputError, match="unpack it"):
            read_table(zipped({part: csv().decode()}), name="rows.zip")


def test_a_sheet_of_a_file_without_sheets_is_an_error_of_the_call():
    with pytest.raises(UsageError, match="no spreadsheet"):
        read_table(csv(), name="rows.csv", sheet="rows")


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\n\n",
        b" ",
        b"PK\x03\x04 not a zip",
        b"\xd0\xcf\x11\xe0 not a sheet",
        b"PAR1 not parquet PAR1",
        b"SQLite format 3\0 not a package",
        b"fgb\x03fgb\x00 not points",
        b'{"type": "FeatureCollection", "features": [',
        b'{"case": "a"}',
        b"case\0act",
        b"\x80\xff\x80\xff",
        b"\xff\xfe\xd8",
        b"\xef\xbb\xbfcase,\xff",
        csv()[:5] + b'"',
        xlsx(ROWS)[:300],
        parquet(ROWS)[:-20],
    ],
)
def test_what_cannot_be_read_is_a_sentence_and_never_another_error(junk):
    for name in ("rows.csv", "rows.xlsx", "rows.geojson", "rows.parquet"):
        with pytest.raises(InputError):
            read(junk, name)
