"""Spreadsheets, every cell as text, titles above the headers: XLSX, XLSB and ODS are read by calamine, XLS by xlrd.

Calamine works in a process of its own (`data.apart`): of broken bytes it may panic or never come back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from data.apart import FarBook
from data.headers import SEARCHED, header_row, headers_of
from data.markup import check_markup
from data.matching import known_headers
from data.old_sheets import OLD_SHEET, BrokenBookError, OldBook
from data.spans import check_spans
from data.table import Table, Unit, to_table
from errors import InputError

if TYPE_CHECKING:
    from data.layouts import Layout

# A cell that holds a day is read with the hour at which that day begins.
_DAY = r"^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$"
_MOST_SHEETS = 50


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
    with _opened(content) as book:
        if sheet is not None and sheet not in book.names:
            raise InputError(f"The spreadsheet has no sheet of that name: name one of its {len(book.names)} sheets.")
        if sheet is not None:
            return _table(_grid(book, sheet), own)
        first = None
        for name in book.names[:_MOST_SHEETS]:
            grid = _grid(book, name)
            first = grid if first is None else first
            top = _top(grid)
            if grid.height and known_headers(top[header_row(top, own)], own) > 1:
                return _table(grid, own)
        return _table(pl.DataFrame() if first is None else first, own)


def _opened(content: bytes) -> OldBook | FarBook:
    is_new = not content.startswith(OLD_SHEET)
    if is_new:
        check_spans(content)
        check_markup(content)
    try:
        return FarBook(content) if is_new else OldBook(content)
    except BrokenBookError:
        raise InputError(
            "The spreadsheet cannot be read: save it again as XLSX without a password, or as CSV in UTF-8."
        ) from None


def _grid(book: OldBook | FarBook, sheet: str) -> pl.DataFrame:
    try:
        return book.grid(sheet)
    except BrokenBookError:
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
