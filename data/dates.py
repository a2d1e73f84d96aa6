"""Years, and nothing finer: month and day are let go of as soon as they have been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from data.written import MENDS, Unread, is_serial, read_written

if TYPE_CHECKING:
    from datetime import date

    from data.faults import FaultBook

FIRST_YEAR: Final = 1948
"""No act is dated earlier: the DPRK was founded in this year."""

_SPAN: Final = f"give a year from {FIRST_YEAR} to this year"
_PLAIN: Final = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Dated:
    """Years of rows: `year`, `until` and `reported`, null where the file states none. Private.

    `serial`: how many dates are written as the day numbers of a spreadsheet.
    """

    years: pl.DataFrame
    serial: int

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"Dated({self.years.height} rows)"


def years(rows: pl.DataFrame, today: date, book: FaultBook, order: str | None = None) -> Dated:
    """Return the years of each row.

    Month and day are only looked at to tell whether the day exists and has come.

    Parameters
    ----------
    rows
        `date`, `until` and `reported` as text.
    today
        No day is later.
    book
        Where faults are noted.
    order
        `DMY` or `MDY` where the steward has said how two numbers before a year are meant.
    """
    columns = (("year", "date"), ("until", "until"), ("reported", "reported"))
    read = pl.DataFrame({name: _year(rows[column], column, today, book, order) for name, column in columns})
    book.note(read["until"] < read["year"], "until", "it ended before it began", "mend `date` or `until`")
    book.note(read["reported"] < read["year"], "reported", "it was told before it began", "mend `date` or `reported`")
    return Dated(read, sum(_serials(rows[column]) for _, column in columns))


def _year(written: pl.Series, column: str, today: date, book: FaultBook, order: str | None) -> pl.Series:
    """Read each distinct value once: plain forms as columns, all others one by one."""
    distinct = written.drop_nulls().unique()
    plain = distinct.str.contains(_PLAIN)
    # What lacks a month or a day is completed by the first, which exists whenever they do.
    whole = (distinct + "-01-01").str.slice(0, 10).set(~plain, None).str.to_date("%Y-%m-%d", strict=False)
    known = pl.DataFrame({column: distinct, "day": whole, "why": pl.Series([None] * len(distinct), dtype=pl.String)})
    rest = known.filter(pl.col("day").is_null()).select(column).sort(column)
    answers = [read_written(one, order) for one in rest[column].to_list()]
    days = [None if isinstance(one, Unread) else one for one in answers]
    whys = [one.value if isinstance(one, Unread) else None for one in answers]
    read = pl.concat(
        [
            known.filter(pl.col("day").is_not_null()),
            rest.with_columns(day=pl.Series(days, dtype=pl.Date), why=pl.Series(whys, dtype=pl.String)),
        ]
    )
    for why in Unread:
        wrong = read.filter(pl.col("why") == why.value)[column]
        if len(wrong):
            book.note(written.is_in(wrong.to_list()), column, why.value, MENDS[why])
    for sign, problem in (
        (pl.col("day") > today, "it lies in the future"),
        (pl.col("day").dt.year() < FIRST_YEAR, "it lies too far in the past"),
    ):
        wrong = read.filter(sign)[column]
        if len(wrong):
            book.note(written.is_in(wrong.to_list()), column, problem, _SPAN)
    by_day = read.select(column, year=pl.col("day").dt.year().cast(pl.Int16))
    return written.to_frame(column).join(by_day, on=column, how="left", maintain_order="left")["year"]


def _serials(written: pl.Series) -> int:
    """Count the values that are day numbers of a spreadsheet."""
    likely = written.filter(written.str.contains(r"^\d{5}([.,]\d+)?$").fill_null(value=False))
    return sum(map(is_serial, likely.to_list()))
