"""Spreadsheets of before 2007: every kind of cell is text as in the newer kind."""

import io
from datetime import date, datetime

import openpyxl
import pytest
import xlwt

from data.old_sheets import OldBook
from data.sheets import read_sheet
from errors import InputError
from tests.data.files import KOREAN, xls, xlsx

MOMENT = datetime(2011, 3, 4, 5, 6, 7)  # noqa: DTZ001 - a sheet knows of no time zones
VALUES = ("case", 1, 1.0, 2.5, 0.1 + 0.2, 1e20, 41000, -3, True, False, date(2011, 3, 4), MOMENT)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_kind_of_value_is_the_same_text_as_in_the_newer_kind():
    new, old = openpyxl.Workbook(), xlwt.Workbook()
    new.active.append(["act", *VALUES])
    new.active.append(["case", *VALUES])
    sheet = old.add_sheet("rows")
    for row, first in enumerate(("act", "case")):
        for column, value in enumerate((first, *VALUES)):
            dated = xlwt.easyxf(num_format_str="YYYY-MM-DD HH:MM:SS" if isinstance(value, date) else "General")
            sheet.write(row, column, value, dated)
    assert read_sheet(saved(old), None).frame.rows() == read_sheet(saved(new), None).frame.rows()


def test_rows_keep_their_numbers_below_what_is_empty():
    assert read_sheet(xls(KOREAN), None).lines.to_list() == list(range(4, 4 + KOREAN.height))


def test_another_sheet_is_read_by_its_name_and_only_by_that():
    book = xlwt.Workbook()
    for name in ("자료", "rows"):
        sheet = book.add_sheet(name)
        for column, value in enumerate(("case", "act")):
            sheet.write(0, column, value)
            sheet.write(1, column, f"{name}-{value}")
    assert OldBook(saved(book)).names == ["자료", "rows"]
    assert read_sheet(saved(book), "rows").frame.row(0) == ("rows-case", "rows-act")
    with pytest.raises(InputError, match="name one of its 2 sheets"):
        read_sheet(saved(book), "시트")


def test_a_locked_or_broken_file_is_refused():
    with pytest.raises(InputError, match="without a password"):
        read_sheet(xls(KOREAN)[:700], None)


def test_the_beginning_of_an_old_file_and_the_end_of_a_new_one_are_refused():
    with pytest.raises(InputError, match="without a password"):
        read_sheet(xls(KOREAN)[:700] + xlsx(KOREAN), None)
