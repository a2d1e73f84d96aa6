"""What looks the same to a reader is one person, and what does not is not."""

import unicodedata

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data import read_incidents
from data.pseudonyms import as_keys, read_keys
from errors import InputError
from tests.data.files import TODAY, lines, xlsx

UNSEEN = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066",
    "\u2069", "\u061c", "\ufe0f", "\U000e0100", "\u180b", "\u115f", "\u1160", "\u3164", "\uffa0", "\u034f", "\u0000",
)  # fmt: skip
SPACES = (" ", "\u00a0", "\u2007", "\u202f", "\u3000", "\t", "  ", "\u2003\u00a0")
KEY = "한글 é-7 A"
ROW = "{},42.9,129.5,2015,B1"


def as_key(name):
    return read_keys([name])[0]


def cases_of(content, name="f.csv"):
    return read_incidents(content, name=name, today=TODAY).rows["case"].to_list()


@given(st.text(max_size=12))
@example("\u00a8 a")
@example("0" * 9)
@example("\u1112\u034f\u1161")
def test_a_key_that_was_read_is_read_as_itself(text):
    once = as_key(text)
    assert as_key(once) == once
    assert once == once.strip()


@given(st.data())
def test_nothing_that_is_not_seen_makes_another_person(data):
    at = data.draw(st.integers(0, len(KEY)))
    unseen = "".join(data.draw(st.lists(st.sampled_from(UNSEEN), max_size=3)))
    space = data.draw(st.sampled_from(SPACES))
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    other = unicodedata.normalize(form, KEY[:at] + unseen + KEY[at:]).replace(" ", space)
    assert as_key(space + other + space) == as_key(KEY)


@pytest.mark.parametrize(
    "others", [("a", "A"), ("P-1", "P1"), ("P 1", "P1"), ("P-07", "P-7"), ("1.5", "15"), ("가", "각")]
)
def test_what_a_reader_tells_apart_stays_apart(others):
    assert len(set(read_keys(others))) == 2


@pytest.mark.parametrize(
    "written", ["\uff11\uff12", "012", "12.0", "12.00", "\u200b12", "12\u00a0", "0012.0"], ids=ascii
)
def test_a_whole_number_is_its_digits(written):
    assert as_key(written) == "12"


def test_forms_of_one_key_are_one_person_in_a_file_and_so_are_those_of_a_source():
    forms = [KEY, unicodedata.normalize("NFD", KEY), KEY.replace(" ", "\u00a0"), "한\u200b글 é\u20117 \uff21"]
    content = lines(*(f"{ROW.format(form)},{form}" for form in forms), header="case,lat,lng,date,act,source")
    rows = read_incidents(content, name="f.csv", today=TODAY).rows
    assert rows["case"].unique().to_list() == rows["source"].unique().to_list() == [KEY]


@pytest.mark.parametrize("number", [7, 7.0, "007", "7"])
def test_the_same_person_has_the_same_key_in_a_spreadsheet_and_in_text(number):
    table = pl.DataFrame({"case": [number], "lat": [42.9], "lng": [129.5], "date": ["2015"], "act": ["B1"]})
    in_text = cases_of(lines(ROW.format(number)))
    assert cases_of(xlsx(table), "f.xlsx") == in_text == ["7"]


@pytest.mark.parametrize("empty", ["\u3164", "\u2800", "\u034f\ufe0f", "\u200b \u00ad"], ids=ascii)
def test_a_key_of_which_nothing_is_left_is_a_fault_and_a_source_is_not_named(empty):
    with pytest.raises(InputError, match="line 2, column case: no case"):
        cases_of(lines(ROW.format(empty)))
    content = lines(f"{ROW.format('a')},{empty}", header="case,lat,lng,date,act,source")
    assert read_incidents(content, name="f.csv", today=TODAY).rows["source"].to_list() == [None]


def test_what_reaches_a_person_is_seen_behind_what_is_not():
    for hidden in (
        "김\u200b영희",
        unicodedata.normalize("NFD", "김영희"),
        "\uff10\uff11\uff10-1234-5678",
        "a@\u00adb.org",
    ):
        with pytest.raises(InputError, match="looks like"):
            cases_of(lines(ROW.format(hidden)))


def test_no_case_stays_null():
    assert as_keys(pl.Series([None, "a", ""], dtype=pl.String)).to_list() == [None, "a", None]
