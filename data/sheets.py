"""Spreadsheets (XLSX, XLS, ODS), read by calamine through fastexcel: every cell as text, headers in row 1."""

from __future__ import annotations

import fastexcel
import polars as pl

from data.table import Table, Unit, to_table
from errors import InputError

# A cell that holds a day is read with the hour at which that day begins.
_DAY = r"^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$"


def read_sheet(content: bytes, sheet: str | None) -> Table:
    """Read one sheet of a spreadsheet; the first unless named.

    Raises
    ------
    InputError
        If the bytes are no spreadsheet, it is locked, or there is no such sheet.
    """
    try:
        book = fastexcel.read_excel(content)
    except fastexcel.FastExcelError:
        raise InputError(
            "The spreadsheet cannot be read: save it again as XLSX without a password, or as CSV in UTF-8."
        ) from None
    if sheet is not None and sheet not in book.sheet_names:
        raise InputError(f"The spreadsheet has no sheet of that name: name one of its {len(book.sheet_names)} sheets.")
    try:
        # Not even empty rows at the top are skipped, so that rows keep their numbers.
        read = book.load_sheet(0 if sheet is None else sheet, header_row=None, skip_rows=0, dtypes="string").to_polars()
    except fastexcel.FastExcelError:
        raise InputError("The sheet cannot be read: save it as CSV in UTF-8.") from None
    if not read.height:
        raise InputError("The sheet is empty: name the sheet that has the rows, with headers in row 1.")
    headers = [header or "" for header in read.row(0)]
    rows = read.slice(1).with_columns(pl.all().str.replace(_DAY, "$1"))
    lines = pl.int_range(2, read.height + 1, eager=True)
    return to_table(headers, rows.get_columns(), lines, Unit.ROW)
