"""Spreadsheets (XLSX, XLS, ODS), read by calamine through fastexcel: every cell as text, titles above the headers."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import fastexcel
import polars as pl

from data.headers import SEARCHED, header_row, headers_of
from data.matching import known_headers
from data.spans import check_spans
from data.table import Table, Unit, to_table
from errors import InputError

if TYPE_CHECKING:
    from data.layouts import Layout

# A cell that holds a day is read with the hour at which that day begins.
_DAY = r"^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$"
_MOST_SHEETS = 50

# What the reader notes of broken bytes may hold words of the file: none of it is passed on.
_NOTES = logging.getLogger("calamine")
_NOTES.addHandler(logging.NullHandler())
_NOTES.propagate = False


def read_sheet(content: bytes, sheet: str | None, own: Layout | None = None) -> Table:
    """Read one sheet of a spreadsheet: the one that is named, or else the first that has known headers.

    Parameters
    ----------
    content
        The spreadsheet.
    sheet
        Its name.
    own
        A steward's mapping, whose headers are known as well.

    Raises
    ------
    InputError
        If the bytes are no spreadsheet, it is locked, too wide and long to be a table, or there is no such sheet.
    """
    if is_zipfile(BytesIO(content)):
        check_spans(content)
    try:
        book = fastexcel.read_excel(content)
        names = book.sheet_names
    except Exception:  # noqa: BLE001 - of broken bytes the reader raises whatever it stumbles over
        raise InputError(
            "The spreadsheet cannot be read: save it again as XLSX without a password, or as CSV in UTF-8."
        ) from None
    if sheet is not None and sheet not in names:
        raise InputError(f"The spreadsheet has no sheet of that name: name one of its {len(names)} sheets.")
    if sheet is not None:
        return _table(_grid(book, sheet), own)
    first = None
    for name in names[:_MOST_SHEETS]:
        grid = _grid(book, name)
        first = grid if first is None else first
        top = _top(grid)
        if grid.height and known_headers(top[header_row(top, own)], own) > 1:
            return _table(grid, own)
    return _table(pl.DataFrame() if first is None else first, own)


def _grid(book: fastexcel.ExcelReader, sheet: str) -> pl.DataFrame:
    try:
        # Not even empty rows at the top are skipped, so that rows keep their numbers.
        return book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_polars()
    except Exception:  # noqa: BLE001 - of broken bytes the reader raises whatever it stumbles over
        raise InputError("The sheet cannot be read: save it as CSV in UTF-8.") from None


def _top(grid: pl.DataFrame) -> list[list[str]]:
    return [[cell or "" for cell in row] for row in grid.head(SEARCHED).rows()]


def _table(grid: pl.DataFrame, own: Layout | None) -> Table:
    if not grid.height or not grid.width:
        raise InputError("The sheet is empty: name the sheet that has the rows, with headers above them.")
    top = _top(grid)
    at = header_row(top, own)
    rows = grid.slice(at + 1).with_columns(pl.all().str.replace(_DAY, "$1"))
    lines = pl.int_range(at + 2, grid.height + 1, eager=True)
    return to_table(headers_of(top, at), rows.get_columns(), lines, Unit.ROW)
