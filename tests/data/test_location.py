"""From what a row says of its place to the finest cell that may stand for it."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.faults import FaultBook
from data.location import locate
from data.table import Unit
from geo import children, climb, from_text, in_study_area, index_points, land_cells, resolution_of, to_text

LAT, LNG = 42.9051, 129.5072
_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
LAT_TEXT = "42.9051"
YANJI = int(index_points(lat=np.array([LAT]), lng=np.array([LNG]))[0])
COLUMNS = ("lat", "lng", "cell", "place", "precision")


def read(**row: str):
    """Return area, cell and country of one row, its faults as (column, problem), and the mends."""
    rows = pl.DataFrame({name: [row.get(name)] for name in COLUMNS}, schema=dict.fromkeys(COLUMNS, pl.String))
    book = FaultBook(pl.Series([2]), Unit.LINE)
    located = locate(rows, book).rows
    listed = book.close().listed
    return located.row(0), [(fault.column, fault.problem) for fault in listed], [fault.mend for fault in listed]


def up(resolution: int) -> int:
    return int(climb(np.array([YANJI], dtype=np.uint64), resolution)[0])


def point(lat: object = LAT, lng: object = LNG, precision: str = "exact"):
    return read(lat=str(lat), lng=str(lng), precision=precision)


@pytest.mark.parametrize(("precision", "resolution"), [("exact", 5), ("town", 5), ("county", 4), ("prefecture", 2)])
def test_a_point_is_its_cell_at_the_resolution_of_its_precision(precision, resolution):
    assert point(precision=precision) == (("cell", up(resolution), "CN"), [], [])


@pytest.mark.parametrize("precision", ["province", "region", "ucdp 4", "acled 3"])
def test_what_is_known_of_a_province_only_is_of_the_region(precision):
    assert point(precision=precision) == (("region", None, "CN"), [], [])


def test_a_point_outside_the_study_area_is_elsewhere_whatever_its_precision():
    for precision in ("exact", "prefecture", "region"):
        assert point(13.75, 100.5, precision)[:2] == (("elsewhere", None, "not_stated"), [])


def test_no_place_at_all_is_not_stated():
    assert read() == (("not_stated", None, "not_stated"), [], [])
    assert read(place="not stated") == (("not_stated", None, "not_stated"), [], [])


def test_a_place_outside_the_region_is_elsewhere():
    assert read(place="Outside Region") == (("elsewhere", None, "not_stated"), [], [])


@given(st.sampled_from([5, 4, 3, 2, 1, 0]), st.sampled_from(["exact", "county", "prefecture", "region"]))
def test_a_cell_is_never_finer_than_it_was_given_nor_than_its_precision(given_at, precision):
    cap = {"exact": 5, "county": 4, "prefecture": 2, "region": 0}[precision]
    [text] = to_text(climb(np.array([YANJI], dtype=np.uint64), given_at))
    (area, cell, _), faults, _ = read(cell=text.upper(), precision=precision)
    assert faults == []
    if min(given_at, cap) < 2:
        assert (area, cell) == ("region", None)
    else:
        assert (area, cell) == ("cell", up(min(given_at, cap)))


def test_a_cell_finer_than_the_finest_stands_for_its_ancestor():
    [text] = to_text(children(YANJI, 9)[:1])
    assert read(cell=text, precision="exact")[0] == ("cell", YANJI, "not_stated")


def test_a_cell_outside_the_study_area_is_elsewhere():
    assert read(cell="85283473fffffff", precision="exact")[0] == ("elsewhere", None, "not_stated")


@pytest.mark.parametrize(
    "text", ["85283473ffffff", "85283473fffffffff", "zzz", "599845485578027007", "85ffffffffffffff"]
)
def test_what_is_no_cell_is_a_fault(text):
    (area, cell, _), faults, _ = read(cell=text)
    assert (area, cell) == ("not_stated", None)
    assert faults == [("cell", "not an H3 cell")]


@given(st.integers(0, len(land_cells()) - 1), st.sampled_from(["town", "county", "prefecture"]))
def test_every_cell_of_the_study_area_climbs_to_a_parent_inside_it(at, precision):
    [text] = to_text(land_cells()[at : at + 1])
    (area, cell, _), _, _ = read(cell=text, precision=precision)
    assert area == "cell"
    found = np.array([cell], dtype=np.uint64)
    assert climb(land_cells()[at : at + 1], int(resolution_of(found)[0])) == found
    assert in_study_area(found).all()


@pytest.mark.parametrize("name", ["Hyesan", "혜산", "惠山", "hye-san"])
def test_a_town_is_found_by_its_name_in_three_languages_and_brings_its_country(name):
    (area, cell, country), faults, _ = read(place=name, precision="exact")
    assert (area, country, faults) == ("cell", "KP", [])
    assert resolution_of(np.array([cell], dtype=np.uint64))[0] == 5


def test_the_name_of_several_towns_is_a_fault_that_lists_their_provinces():
    (area, _, _), faults, mends = read(place="Linjiang", precision="town")
    assert area == "not_stated"
    assert faults == [("place", "several towns have this name (Heilongjiang, Jilin)")]
    assert mends == ["write the province after a comma"]
    assert read(place="Linjiang, Jilin", precision="town")[1] == []


def test_an_unknown_name_is_a_fault_that_does_not_quote_it():
    (area, _, _), faults, mends = read(place="Atlantis", precision="town")
    assert (area, faults) == ("not_stated", [("place", "not a place of the gazetteer")])
    assert "Atlantis" not in mends[0]


@pytest.mark.parametrize(
    "row",
    [
        {"lat": str(LAT), "lng": str(LNG), "place": "Yanji"},
        {"lat": str(LAT), "lng": str(LNG), "cell": f"{YANJI:x}"},
        {"cell": f"{YANJI:x}", "place": "outside region"},
    ],
)
def test_a_place_stated_in_two_ways_is_a_fault(row):
    assert ("place", "the place is stated in more than one way") in read(**row)[1]


@pytest.mark.parametrize(
    ("lat", "lng", "faults"),
    [
        (LNG, LAT, [("lat", "lat and lng look swapped")]),
        ("123.4", "41.8", [("lat", "lat and lng look swapped")]),
        ("0", "0.0", [("lat", "0, 0 is no place")]),
        ("91", "129", [("lat", "no latitude")]),
        ("-90.5", "129", [("lat", "no latitude")]),
        ("42.9", "180.1", [("lng", "no longitude")]),
        ("429051", "1295072", [("lat", "no latitude"), ("lng", "no longitude")]),
        ("42,9051", "129,5072", [("lat", "a comma in a number"), ("lng", "a comma in a number")]),
        ("42°54'18\"", "129.5", [("lat", "degrees and minutes")]),
        ("42.9", "129 30 26", [("lng", "degrees and minutes")]),
        ("42.9N", "E129.5", [("lat", "degrees and minutes"), ("lng", "degrees and minutes")]),
        ("42:54", "129.5", [("lat", "degrees and minutes")]),
        ("nan", "inf", [("lat", "not a number"), ("lng", "not a number")]),
        ("near", "129.5", [("lat", "not a number")]),
        ("42.9.1", "129.5", [("lat", "not a number")]),
        ("1e999", "129.5", [("lat", "no latitude")]),
        ("42.9051, 129.5072", "129.5072", [("lat", "two numbers in one value")]),
        ("북위 42도 54분", "129.5", [("lat", "degrees and minutes")]),
    ],
)
def test_a_point_that_cannot_be_read_is_a_fault_and_no_place(lat, lng, faults):
    (area, cell, _), found, _ = point(lat, lng)
    assert (area, cell) == ("not_stated", None)
    assert found == faults


@pytest.mark.parametrize(
    ("lat", "lng", "columns"), [(-LAT, LNG, ["lat"]), (LAT, -LNG, ["lng"]), (-LAT, -LNG, ["lat", "lng"])]
)
def test_a_wrong_sign_is_a_fault_where_the_other_sign_would_lie_in_the_study_area(lat, lng, columns):
    problem = "wrong hemisphere: with the other sign it would lie in the study area"
    assert point(lat, lng)[1] == [(column, problem) for column in columns]
    assert point(-33.9, 151.2)[1] == point(40.7, -74.0)[1] == []


def test_a_point_finer_than_its_precision_is_counted():
    def finer(lat: str, precision: str | None) -> int:
        rows = pl.DataFrame({"lat": [lat], "lng": ["129.5"], "cell": [None], "place": [None], "precision": [precision]})
        return locate(rows.cast(pl.String), FaultBook(pl.Series([2]), Unit.LINE)).finer

    assert [finer(LAT_TEXT, precision) for precision in ("exact", "county", "prefecture", "province", None)] == [
        0, 1, 1, 1, 0
    ]  # fmt: skip
    assert finer("42.9", "province") == finer("42.900", "county") == 0


@pytest.mark.parametrize("name", ["함경북도", "吉林省", "Ryanggang Province", "North Korea"])
def test_a_province_is_the_region(name):
    assert read(place=name, precision="town")[:2] == (("region", None, "not_stated"), [])


@pytest.mark.parametrize("name", ["베트남", "山东省", "Thailand", "역외", "区域外"])
def test_far_away_is_elsewhere_and_no_fault(name):
    assert read(place=name)[:2] == (("elsewhere", None, "not_stated"), [])


def test_digits_of_east_asian_width_are_digits():
    assert point("42.9051".translate(_WIDE), "129.5072".translate(_WIDE))[0] == ("cell", YANJI, "CN")


def test_half_of_a_point_is_a_fault():
    assert read(lat=str(LAT))[:2] == (("not_stated", None, "not_stated"), [("lng", "half of a point")])
    assert read(lng=str(LNG))[:2] == (("not_stated", None, "not_stated"), [("lat", "half of a point")])


@pytest.mark.parametrize("lat", ["+42.9051", "42.90510", "4.29051e1"])
def test_other_ways_to_write_the_same_number_are_the_same_place(lat):
    assert point(lat)[0] == ("cell", YANJI, "CN")


def test_a_point_near_the_border_has_no_country_of_its_own():
    assert point(42.9656, 129.842)[0][2] == "not_stated"
    assert point(39.02, 125.75)[0][2] == "KP"


def test_placed_rows_without_precision_are_counted_and_rows_without_a_place_are_not():
    rows = pl.DataFrame(
        {"lat": [str(LAT), str(LAT), None], "lng": [str(LNG), str(LNG), None], "precision": [None, "town", None]},
        schema_overrides={"precision": pl.String},
    ).with_columns(cell=pl.lit(None, pl.String), place=pl.lit(None, pl.String))
    found = locate(rows, FaultBook(pl.Series([2, 3, 4]), Unit.LINE))
    assert found.unstated == 1
    assert found.rows["cell"].to_list() == [up(4), YANJI, None]
    assert from_text(to_text(np.array([YANJI], dtype=np.uint64)))[0] == YANJI
