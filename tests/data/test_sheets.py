"""Spreadsheets: sheets, row numbers and typed cells."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from data import read_incidents
from data.sheets import read_sheet
from errors import InputError
from tests.data.files import ROWS, TODAY, csv, xlsx


def book(*rows: list) -> bytes:
    made = openpyxl.Workbook()
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            made.active.cell(at, column).value = value
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_first_sheet_with_known_headers_is_read_unless_another_is_named():
    content = xlsx(ROWS, before=("cover",))
    assert read_sheet(content, "cover").headers == ("word",)
    assert read_sheet(content, None).headers == tuple(ROWS.columns)
    named = read_incidents(content, name="rows.xlsx", sheet="rows", today=TODAY)
    assert named.rows.equals(read_incidents(csv(), name="rows.csv", today=TODAY).rows)


def test_a_sheet_that_is_not_there_is_an_error_that_names_none():
    with pytest.raises(InputError, match="one of its 2 sheets") as caught:
        read_sheet(xlsx(ROWS, before=("cover",)), "Kim Yong-hui")
    assert "Kim" not in str(caught.value)


def test_rows_keep_the_numbers_that_the_spreadsheet_shows():
    table = read_sheet(book(["case", "act"], [], ["a", "A1"], [None, " "], ["b", "A1"]), None)
    assert table.lines.to_list() == [3, 5]


def test_a_day_a_moment_a_number_and_truth_are_text_as_written_by_hand():
    row = [date(2019, 5, 1), datetime(2019, 5, 1, 23, 4, 5, tzinfo=UTC).replace(tzinfo=None), 2019, 42.5, True, "007"]
    table = read_sheet(book(["a", "b", "c", "d", "e", "f"], row), None)
    assert table.frame.row(0) == ("2019-05-01", "2019-05-01", "2019", "42.5", "true", "007")


def test_an_empty_sheet_is_an_error():
    with pytest.raises(InputError, match="empty"):
        read_sheet(book(), None)
