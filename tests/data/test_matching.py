"""From headers to layouts and canonical columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.layouts import EVENT, POINT, Layout, layouts
from data.matching import PLACE_WAYS, UNKNOWN, find, known_headers
from data.schema import CANONICAL


def test_canonical_columns_are_found_whatever_their_order_capitals_and_spaces():
    found = find([" Person Group", "LNG", "act", "person-name", "Lat", "case"])
    assert found.mapping == {"case": 5, "lat": 4, "lng": 1, "act": 2, "person_group": 0}
    assert (found.name, found.missing, found.repeated) == ("canonical", (), ())


@pytest.mark.parametrize(
    ("headers", "missing"),
    [
        ([], ("case", "act", PLACE_WAYS)),
        (["case", "lat", "act"], (PLACE_WAYS,)),
        (["case", "lng", "act", "source"], (PLACE_WAYS,)),
        (["cell", "act"], ("case",)),
        (["place", "case"], ("act",)),
        (["case", "act", "cell"], ()),
        (["case", "act", "place"], ()),
        (["case", "act", "lat", "lng"], ()),
    ],
)
def test_what_a_file_lacks_is_named(headers, missing):
    assert find(headers).missing == missing


def test_a_canonical_header_that_stands_twice_is_named():
    assert find(["case", "act", "place", "Act", "x", "x"]).repeated == ("act",)


@given(st.lists(st.one_of(st.sampled_from(CANONICAL), st.text(max_size=12)), max_size=20))
def test_any_headers_are_understood_or_left(headers):
    found = find(headers)
    assert set(found.mapping) <= {*CANONICAL, EVENT, POINT}
    assert all(headers[at].strip() for at in found.mapping.values())
    assert (found.name == UNKNOWN) == (not found.mapping and not found.several)
    assert 0 <= known_headers(headers) <= len(headers)


def test_headers_in_korean_and_chinese_are_canonical_columns():
    korean = find(["사례번호", "위도", "경도", "발생일", "행위 유형", "출처", "동의"])
    assert list(korean.mapping) == ["case", "lat", "lng", "date", "act", "source", "authorised"]
    chinese = find(["案例编号", "纬度", "经度", "发生日期", "行为类型", "来源"])
    assert list(chinese.mapping) == ["case", "lat", "lng", "date", "act", "source"]


def test_a_geopoint_question_is_found_by_its_pattern_and_two_of_them_are_never_guessed_between():
    server = ["_id", "_uuid", "_submission_time"]
    one = find([*server, "date_of_incident", "grp/where", "_grp/where_latitude", "_grp/where_longitude"])
    assert (one.name, one.mapping["lat"], one.mapping["lng"], one.missing) == ("kobo", 5, 6, ())
    two = find([*server, "date", "_home_latitude", "_home_longitude", "_event_latitude", "_event_longitude"])
    assert set(two.several) == {"lat", "lng"}


def test_tags_fit_with_attributes_in_any_order_and_more_than_are_asked_for():
    found = find(["#date +occurred", "#geo+coord+lat", "#geo+lon", "#event+en+type", "#meta+id", "#adm1+name"])
    assert found.name == "hxl"
    assert list(found.mapping) == ["lat", "lng", "date", "act", "event"]


def test_the_date_of_a_report_is_not_that_of_the_event():
    found = find(["#date+reported", "#geo+lat", "#geo+lon", "#event+id"])
    assert found.missing == ("date",)
    assert "act" not in found.mapping


def test_a_mapping_goes_before_the_layout_and_leaves_it_the_rest():
    own = Layout(columns={"case": ("Fall",), "act": ("Was",)})
    found = find(["Fall", "Was", "lat", "lng", "wo"], own)
    assert found.mapping == {"case": 0, "lat": 2, "lng": 3, "act": 1}
    assert find(["lat", "lng", "act"], own).unknown == ("case", "act")


@pytest.mark.parametrize("name", layouts())
def test_every_layout_is_recognised_by_its_own_signature(name):
    layout = layouts()[name]
    signs = [sign.replace("#*", "#geo+lat").replace("*", "where") for sign in layout.signature]
    headers = signs if name != "canonical" else ["case", "act", "lat", "lng"]
    headers = ["#geo+lat", "#geo+lon"] if name == "hxl" else headers
    assert find(headers).name == name
