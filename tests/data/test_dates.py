"""Years, and nothing finer."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import FIRST_YEAR, years
from data.faults import FaultBook
from data.table import Unit

TODAY = date(2026, 11, 24)


def read(began: str | None = None, until: str | None = None, reported: str | None = None):
    rows = pl.DataFrame(
        {"date": [began], "until": [until], "reported": [reported]},
        schema=dict.fromkeys(("date", "until", "reported"), pl.String),
    )
    book = FaultBook(pl.Series([2]), Unit.LINE)
    found = years(rows, TODAY, book)
    assert found.schema == pl.Schema({"year": pl.Int16, "until": pl.Int16, "reported": pl.Int16})
    return found.row(0), [(fault.column, fault.problem) for fault in book.close().listed]


@pytest.mark.parametrize("began", ["2015", "2015-03", "2015-03-31"])
def test_a_year_a_month_and_a_day_are_read_as_the_year(began):
    assert read(began) == ((2015, None, None), [])


@given(st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=TODAY))
def test_every_day_that_has_come_is_read_as_its_year(day):
    assert read(day.isoformat(), str(day.year), day.isoformat()[:7]) == ((day.year,) * 3, [])


def test_nothing_is_no_year():
    assert read() == ((None, None, None), [])


@pytest.mark.parametrize(
    "began",
    [
        "2015-02-29", "2015-13", "2015-00", "15", "2015/03/04", "04.03.2015", "2015-3-4", "March 2015", "2015?",
        "20150304", "2015-03-04T10:00:00", "42064", "2015-2016", "2015-03-", "-2015",
    ],
)  # fmt: skip
def test_any_other_form_is_a_fault(began):
    assert read(began) == ((None, None, None), [("date", "not a date that can be read")])


@pytest.mark.parametrize("began", ["2027", "2026-12", "2026-11-25"])
def test_what_has_not_come_is_a_fault(began):
    assert read(began)[1] == [("date", "it lies in the future")]


@pytest.mark.parametrize("began", ["2026", "2026-11", "2026-11-24"])
def test_today_and_this_month_and_year_have_come(began):
    assert read(began)[1] == []


def test_a_year_before_the_first_is_a_fault():
    assert read("1947-12-31")[1] == [("date", "it lies too far in the past")]
    assert read("0015-03-04")[1] == [("date", "it lies too far in the past")]


def test_an_end_before_the_beginning_is_a_fault():
    assert read("2015", until="2014")[1] == [("until", "it ended before it began")]
    assert read("2015-12", until="2015-01") == ((2015, 2015, None), [])
    assert read(until="2014") == ((None, 2014, None), [])


def test_a_telling_before_the_act_is_a_fault():
    assert read("2015", reported="2014")[1] == [("reported", "it was told before it began")]
    assert read("2015", reported="2015") == ((2015, None, 2015), [])


def test_the_three_columns_are_checked_alike():
    assert read(until="soon", reported="2031")[1] == [
        ("reported", "it lies in the future"),
        ("until", "not a date that can be read"),
    ]
