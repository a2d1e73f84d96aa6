"""Spreadsheets, every cell as text, titles above the headers: XLSX, XLSB and ODS are read by calamine, XLS by xlrd.

Of a broken XLS calamine often panics and sometimes never comes back.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import fastexcel
import polars as pl

from data.headers import SEARCHED, header_row, headers_of
from data.markup import check_markup
from data.matching import known_headers
from data.old_sheets import OLD_SHEET, OldBook
from data.spans import check_spans
from data.table import Table, Unit, to_table
from errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    book = _opened(content)
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


class _Book(Protocol):
    """A spreadsheet that was opened: its sheets' names, and each as text, a column a column, no row left out."""

    @property
    def names(self) -> list[str]: ...

    def grid(self, name: str) -> pl.DataFrame: ...


class _NewBook:
    """The sheets of an XLSX, XLSB or ODS file."""

    def __init__(self, content: bytes) -> None:
        self._book = fastexcel.read_excel(content)

    @property
    def names(self) -> list[str]:
        return self._book.sheet_names

    def grid(self, name: str) -> pl.DataFrame:
        # Not even empty rows at the top are skipped, so that rows keep their numbers.
        return self._book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()


def _opened(content: bytes) -> _Book:
    is_new = not content.startswith(OLD_SHEET)
    if is_new:
        check_spans(content)
        check_markup(content)
    with _refusing("The spreadsheet cannot be read: save it again as XLSX without a password, or as CSV in UTF-8."):
        return _NewBook(content) if is_new else OldBook(content)


def _grid(book: _Book, sheet: str) -> pl.DataFrame:
    with _refusing("The sheet cannot be read: save it as CSV in UTF-8."):
        return book.grid(sheet)


@contextmanager
def _refusing(sentence: str) -> Iterator[None]:
    """Refuse a file in one sentence, whatever its reader stumbles over; even a panic, which is no `Exception`."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001 - see above
        raise InputError(sentence) from None


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
