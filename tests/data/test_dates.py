"""Years, and nothing finer."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import FIRST_YEAR, years
from data.faults import FaultBook
from data.table import Unit
from data.written import Unread, read_written

TODAY = date(2026, 11, 24)


def read(began: str | None = None, until: str | None = None, reported: str | None = None):
    rows = pl.DataFrame(
        {"date": [began], "until": [until], "reported": [reported]},
        schema=dict.fromkeys(("date", "until", "reported"), pl.String),
    )
    book = FaultBook(pl.Series([2]), Unit.LINE)
    found = years(rows, TODAY, book).years
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
        "2015-02-29", "2015-13", "2015-00", "15", "2015?", "2015-03-", "-2015", "20150230", "31.02.2015", "99999",
        "31 February 2015", "2015年13月", "12345", "March", "yesterday", "13/13/2015",
    ],
)  # fmt: skip
def test_what_is_no_date_is_a_fault(began):
    assert read(began) == ((None, None, None), [("date", "not a date that can be read")])


@pytest.mark.parametrize(
    "began",
    [
        "2019/03/04", "2019.3.4", "2019. 3. 4.", "2019-3-4", "20190304", "2019-03-04T10:00:00.000+09:00",
        "2019-03-04 00:00:00.000", "2019-03-04 14:05", "4 March 2019", "4th of March 2019", "March 4, 2019",
        "04-Mar-2019", "Mar 2019", "March 2019", "04.03.2019", "4.3.2019", "2019年3月4日", "2019年3月", "2019年",
        "二〇一九年三月四日", "二零一九年十二月三十一日",
        "２０１９年３月４日", "2019년 3월 4일", "2019년3월", "2019년", "2019년 3월 초",
        "2019년 봄", "2019年春", "spring 2019", "43528", "43528.5", "03/2019", "25/03/2019", "03/25/2019",
        "2019-03-04 (월요일)", "4/4/2019",
    ],
)  # fmt: skip
def test_the_usual_written_forms_of_a_date_are_read_as_their_year(began):
    assert read(began) == ((2019, None, None), [])


@pytest.mark.parametrize(
    ("began", "problem"),
    [
        ("03/04/2019", "day and month may be either way round"),
        ("03-04-2019", "day and month may be either way round"),
        ("3/4/19", "a year of two digits"),
        ("19년 3월", "a year of two digits"),
        ("2015-2016", "two dates where one is asked for"),
        ("2015년~2016년", "two dates where one is asked for"),
        ("from 2015 to 2016", "two dates where one is asked for"),
    ],
)
def test_what_may_mean_two_days_is_not_guessed(began, problem):
    assert read(began) == ((None, None, None), [("date", problem)])


def test_a_steward_can_say_which_of_two_numbers_is_the_month():
    assert read_written("03/04/2019", "DMY") == date(2019, 4, 3)
    assert read_written("03/04/2019", "MDY") == date(2019, 3, 4)
    assert read_written("13/04/2019", "MDY") is Unread.UNREADABLE


@given(st.text(max_size=30), st.sampled_from([None, "DMY", "MDY"]))
def test_anything_written_is_a_date_or_has_a_reason(text, order):
    assert isinstance(read_written(text, order), date | Unread)


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
