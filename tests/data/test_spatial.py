"""Files of points and of typed columns."""

import io
import json
from datetime import UTC, date, datetime

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from data import check_file, read_incidents
from data.spatial import as_text, read_features, read_parquet
from errors import InputError
from tests.data.files import TODAY, csv, geojson, geoparquet, parquet, points


def test_points_in_another_reference_system_are_moved_into_wgs84():
    plain = read_incidents(csv(), name="rows.csv", today=TODAY).rows
    for crs in (5179, 32652, 3857, 4490):
        moved = read_incidents(geoparquet(points().to_crs(crs)), name="rows.parquet", today=TODAY).rows
        assert moved.equals(plain), crs


def test_the_old_member_crs_of_geojson_is_followed():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    place = points().to_crs(3857).geometry.iloc[0]
    moved = geojson(crs=crs).replace(b"[129.5072, 42.9051]", json.dumps([place.x, place.y]).encode())
    table = read_features(moved)
    assert table.headers[-2:] == ("lat", "lng")
    assert [round(float(value), 4) for value in table.frame.row(0)[-2:]] == [42.9051, 129.5072]


def test_points_of_an_unknown_reference_system_are_refused():
    for crs in (None, "no such system"):
        with pytest.raises(InputError, match="coordinate reference system"):
            read_parquet(_with_geo(crs=crs))


def test_points_that_are_not_wkb_are_refused():
    with pytest.raises(InputError, match="WKB"):
        read_parquet(_with_geo(encoding="point"))


@pytest.mark.parametrize("about", [b"", b"{}", b"[]", b"[" * 100_000, b'{"primary_column": "geometry", "columns": {}}'])
def test_metadata_that_say_nothing_are_a_sentence(about):
    with pytest.raises(InputError):
        read_parquet(_with_metadata({b"geo": about}))


def test_without_an_entry_for_the_reference_system_points_are_wgs84():
    table = read_parquet(_with_geo())
    assert table.frame.row(0)[-2:] == ("42.9051", "129.5072")


def test_a_shape_that_is_not_a_point_is_a_fault_of_its_feature():
    frame = points()
    frame.loc[1, "geometry"] = shapely.Point(129.5, 42.9).buffer(0.1)
    report = check_file(geoparquet(frame), name="rows.parquet", today=TODAY)
    assert [(fault.line, fault.problem) for fault in report.faults.listed] == [(2, "its shape is not a point")]
    assert "record 2" in str(report.faults)
    assert report.rows == len(frame)


def test_an_empty_point_is_no_place():
    frame = points()
    frame.loc[0, "geometry"] = shapely.Point()
    assert read_incidents(geoparquet(frame), name="rows.parquet", today=TODAY).report.not_stated == 2


def test_columns_that_repeat_the_points_are_dropped_and_reported():
    frame = points()
    frame["Lat"] = 1.0
    report = read_incidents(geoparquet(frame), name="rows.parquet", today=TODAY).report
    assert report.dropped_columns == (("Lat (property)", "not a column of the layout"),)


def test_dates_of_geojson_are_read_as_they_are_written():
    content = geojson().replace(b"2011-03-04", b"03/04/2011")
    [fault] = check_file(content, name="rows.geojson", today=TODAY).faults.listed
    assert (fault.line, fault.column) == (1, "date")


def test_typed_values_are_text_as_written_by_hand():
    told = {
        "whole": ([1.0, 2.5, None, float("nan")], ["1", "2.5", None, None]),
        "truth": ([True, False, None], ["yes", "no", None]),
        "day": ([date(2019, 5, 1), None], ["2019-05-01", None]),
        "moment": ([datetime(2019, 5, 1, 23, 4, tzinfo=UTC)], ["2019-05-01"]),
        "list": ([[1], [2]], [None, None]),
        "bytes": ([b"x"], [None]),
        "number": ([2**60, -1], [str(2**60), "-1"]),
    }
    for name, (values, texts) in told.items():
        assert as_text(pl.Series(values)).to_list() == texts, name


def test_parquet_with_a_column_of_lists_reads_the_other_columns():
    table = pl.DataFrame({"case": ["a"], "place": ["not stated"], "act": ["A1"], "tags": [["x"]]})
    assert read_incidents(parquet(table), name="rows.parquet").report.dropped_columns[0][0] == "tags"


def _with_geo(**own: object) -> bytes:
    about = {"primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB", **own}}}
    return _with_metadata({b"geo": json.dumps(about).encode()})


def _with_metadata(metadata: dict[bytes, bytes]) -> bytes:
    table = pa.table({"case": ["a"], "act": ["A1"], "geometry": [shapely.Point(129.5072, 42.9051).wkb]})
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(metadata), out)
    return out.getvalue()


def test_words_by_number_are_words_and_what_holds_several_values_is_empty():
    table = pa.table({"act": pa.array(["B1", "C1"]).dictionary_encode(), "list": pa.array([[1], [2]])})
    out = io.BytesIO()
    pq.write_table(table, out)
    read = read_parquet(out.getvalue())
    assert read.headers == ("act", "list")
    assert read.frame.rows() == [("B1", None), ("C1", None)]


def test_text_that_is_no_utf_8_in_a_typed_column_is_refused():
    raw = pa.array([b"B1", b"\xff\xfe"], type=pa.binary())
    table = pa.table({"act": pa.Array.from_buffers(pa.string(), 2, raw.buffers())})
    out = io.BytesIO()
    pq.write_table(table, out)
    with pytest.raises(InputError):
        read_parquet(out.getvalue())
