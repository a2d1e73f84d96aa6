"""Years, and nothing finer: month and day are let go of as soon as they have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from datetime import date

    from data.faults import FaultBook

FIRST_YEAR: Final = 1948
"""No act is dated earlier: the DPRK was founded in this year."""

_FORMS: Final = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_MEND: Final = "write YYYY-MM-DD, YYYY-MM or YYYY, or leave it empty"
_SPAN: Final = f"give a year from {FIRST_YEAR} to this year"


def years(rows: pl.DataFrame, today: date, book: FaultBook) -> pl.DataFrame:
    """Return `year`, `until` and `reported` of each row; null where the file states none.

    Month and day are only looked at to tell whether the day exists and has come.
    """
    read = pl.DataFrame(
        {
            name: _year(rows[column], column, today, book)
            for name, column in (("year", "date"), ("until", "until"), ("reported", "reported"))
        }
    )
    book.note(read["until"] < read["year"], "until", "it ended before it began", "mend `date` or `until`")
    book.note(read["reported"] < read["year"], "reported", "it was told before it began", "mend `date` or `reported`")
    return read


def _year(written: pl.Series, column: str, today: date, book: FaultBook) -> pl.Series:
    # What lacks a month or a day is completed by the first, which exists whenever they do.
    whole = pl.when(pl.col(column).str.contains(_FORMS)).then((pl.col(column) + "-01-01").str.slice(0, 10))
    parsed = written.to_frame(column).select(whole.str.to_date("%Y-%m-%d", strict=False)).to_series()
    book.note(written.is_not_null() & parsed.is_null(), column, "not a date that can be read", _MEND)
    book.note(parsed > today, column, "it lies in the future", _SPAN)
    book.note(parsed.dt.year() < FIRST_YEAR, column, "it lies too far in the past", _SPAN)
    return parsed.dt.year().cast(pl.Int16)
