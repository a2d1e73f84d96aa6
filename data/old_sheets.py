"""Spreadsheets of before 2007 (XLS), read by xlrd: every cell as text, as the newer kinds are read."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import polars as pl
import xlrd
from xlrd.xldate import xldate_as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

OLD_SHEET: Final = b"\xd0\xcf\x11\xe0"
"""How such a file begins; a newer one with a password begins like that too, and is refused."""

_MOST_DIGITS: Final = 15
"""As many digits of a number does a spreadsheet keep."""


class BrokenBookError(Exception):
    """The spreadsheet cannot be read."""


class OldBook:
    """The sheets of an XLS file.

    Raises
    ------
    BrokenBookError
        If it cannot be read.
    """

    def __init__(self, content: bytes) -> None:
        # What the reader would print of a broken file may hold words of it.
        with _breaking():
            self._book = xlrd.open_workbook(
                file_contents=content, logfile=io.StringIO(), on_demand=True, ragged_rows=True
            )

        self.names: list[str] = list(self._book.sheet_names())
        """The sheets' names."""

    def __enter__(self) -> Self:
        """Hold the file open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._book.release_resources()

    def grid(self, name: str) -> pl.DataFrame:
        """Return a sheet as text, one column a column of the sheet; null where nothing stands."""
        with _breaking():
            sheet = self._book.sheet_by_name(name)
            rows = [[self._text(cell) for cell in sheet.row(at)] for at in range(sheet.nrows)]
        self._book.unload_sheet(name)
        width = max(map(len, rows), default=0)
        padded = [[*row, *[None] * (width - len(row))] for row in rows]
        return pl.DataFrame(padded, schema=[(str(at), pl.String) for at in range(width)], orient="row")

    def _text(self, cell: xlrd.sheet.Cell) -> str | None:
        match cell.ctype:
            case xlrd.XL_CELL_TEXT:
                return str(cell.value) or None
            case xlrd.XL_CELL_NUMBER:
                return number_text(float(cell.value))
            case xlrd.XL_CELL_DATE:
                return str(xldate_as_datetime(float(cell.value), self._book.datemode).replace(microsecond=0))
            case xlrd.XL_CELL_BOOLEAN:
                return "true" if cell.value else "false"
            case _:
                return None


@contextmanager
def _breaking() -> Iterator[None]:
    try:
        yield
    except Exception:  # noqa: BLE001 - of broken bytes the reader raises whatever it stumbles over
        raise BrokenBookError from None


def number_text(value: float) -> str:
    """Return a number as it is written, with no point where it is whole.

    >>> number_text(2013.0), number_text(42.9051), number_text(0.1 + 0.2)
    ('2013', '42.9051', '0.3')
    """
    return str(int(value)) if value == int(value) else format(value, f".{_MOST_DIGITS}g")
