"""Incidents: one row per act. They exist here and in `protect` only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import polars as pl

from data.acts import acts
from data.dates import years
from data.faults import SHOWN, Fault, FaultBook, Faults
from data.location import locate
from data.pseudonyms import as_keys
from data.readers import read_table
from data.report import IntakeReport, Outside
from data.schema import CANONICAL, KEYS, LAYOUT, SCHEMA, TEXT, WORDS, Area, answers, must_answer, recognise, words
from data.screen import screen_names, screen_text

if TYPE_CHECKING:
    from pathlib import Path

    from data.schema import Layout
    from data.table import Table

_SUPPLY: Final = {
    "case": "a pseudonym for each person",
    "act": "a code of the taxonomy",
    "lat and lng (or cell, or place)": "degrees, an H3 cell, or the name of a town",
}
_EMPTY: Final = Fault(None, None, "there is no row below the headers", "give a file with a row for each act")
_MIXED: Final = Fault(None, "synthetic", "invented and real rows stand in one file", "keep them in files of their own")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Incidents:
    """Rows of a file that may be protected, and how they were read. Private.

    `rows` has the columns of `SCHEMA`, in an order that does not depend on the file's. Not kept: month and day, points,
    place names, lines, and every column that is not canonical.
    """

    rows: pl.DataFrame
    report: IntakeReport

    def __repr__(self) -> str:
        """Say how many there are, and nothing else."""
        return f"Incidents({self.rows.height} rows)"


def read_incidents(
    source: Path | bytes, *, name: str, sheet: str | None = None, today: date | None = None
) -> Incidents:
    """Read a file in the canonical layout.

    Parameters
    ----------
    source
        The file's path, or its bytes.
    name
        Its name; the ending tells what it is.
    sheet
        Of a spreadsheet; the first unless named.
    today
        No act is dated later; the day of the call unless given.

    Raises
    ------
    InputError
        If the file cannot be read, lacks a column, or has faults: all are listed by line and column, up to fifty.
    """
    incidents = _read(read_table(source, name=name, sheet=sheet), today or datetime.now(tz=UTC).date())
    if incidents.report.faults:
        raise incidents.report.faults.error()
    return incidents


def check_file(source: Path | bytes, *, name: str, sheet: str | None = None, today: date | None = None) -> IntakeReport:
    """Read a file as `read_incidents` does, and return what would be said of it, faults included.

    Raises
    ------
    InputError
        If the file cannot be read at all.
    """
    return _read(read_table(source, name=name, sheet=sheet), today or datetime.now(tz=UTC).date()).report


def _read(table: Table, today: date) -> Incidents:
    layout = recognise(table.headers)
    lacking = _lacking(layout) or ([] if table.frame.height or table.unreadable else [_EMPTY])
    if lacking:
        faults = FaultBook(table.lines, table.unit).close(lacking)
        return Incidents(pl.DataFrame(schema=SCHEMA), _report(table, layout, faults))
    absent = [pl.lit(None, dtype=pl.String).alias(name) for name in CANONICAL if name not in layout.mapping]
    named = table.frame.select(*(pl.col(str(at)).alias(name) for name, at in layout.mapping.items()), *absent)
    every = named.with_columns(as_keys(named[column]) for column in KEYS)
    refused = _refused(every, layout)
    rows = every.filter(~refused)
    lines = table.lines.filter(~refused)
    book = FaultBook(lines, table.unit)
    read, unstated = _columns(rows, layout, today, book)
    mixed = read["synthetic"].n_unique() > 1
    faults = book.close([*table.unreadable, *([_MIXED] if mixed else [])])
    if faults:
        return Incidents(pl.DataFrame(schema=SCHEMA), _report(table, layout, faults, not_authorised=int(refused.sum())))
    used = read.select(list(SCHEMA)).cast(SCHEMA)  # type: ignore[arg-type]  # names to types
    outside = lines.filter(read["area"] == Area.ELSEWHERE)
    report = replace(
        _report(table, layout, faults, not_authorised=int(refused.sum())),
        used=used.height,
        elsewhere=Outside(len(outside), tuple(outside.head(SHOWN).to_list())),
        not_stated=int((used["area"] == Area.NOT_STATED).sum()),
        undated=used["year"].null_count(),
        warnings=_warnings(table, unstated),
        has_source=used["source"].null_count() < used.height,
        synthetic=bool(read["synthetic"].any()),
    )
    return Incidents(used.sort(pl.all(), nulls_last=True), report)


def _lacking(layout: Layout) -> list[Fault]:
    """Return what is wrong with the headers as such."""
    lacking = [
        Fault(None, name, "the file has no such column", f"add a column with this header: {_SUPPLY[name]}")
        for name in layout.missing
    ]
    return lacking + [Fault(None, name, "two columns have this header", "leave one") for name in layout.repeated]


def _refused(rows: pl.DataFrame, layout: Layout) -> pl.Series:
    """Return which rows say that they may not be released; one that does not answer is left in, and is a fault."""
    if "authorised" not in layout.mapping:
        return pl.repeat(value=False, n=rows.height, dtype=pl.Boolean, eager=True)
    return (~answers(rows, "authorised")).fill_null(value=False)


def _columns(rows: pl.DataFrame, layout: Layout, today: date, book: FaultBook) -> tuple[pl.DataFrame, int]:
    """Read every column, and return with them how many placed rows state no precision."""
    for column in ("authorised", "synthetic"):
        if column in layout.mapping:
            must_answer(rows, column, book)
    book.note(rows["case"].is_null(), "case", "no case", "give each person a pseudonym, the same in each of her rows")
    for column in TEXT:
        screen_text(rows, column, book)
    screen_names(rows, "case", book)
    located, unstated = locate(rows, book)
    fixed = {column: words(rows, column, book) for column in WORDS}
    country = pl.select(
        pl.when(rows["country"].is_null()).then(located["country"]).otherwise(fixed["country"])
    ).to_series()
    read = pl.DataFrame(
        [
            rows["case"],
            rows["source"],
            located["area"],
            located["cell"],
            *years(rows, today, book),
            acts(rows, book),
            fixed["actor"],
            country.alias("country"),
            fixed["setting"],
            fixed["person_group"],
            answers(rows, "synthetic").fill_null(value=False),
        ]
    )
    return read, unstated


def _report(table: Table, layout: Layout, faults: Faults, *, not_authorised: int = 0) -> IntakeReport:
    """Return the report of a file of which nothing is used."""
    return IntakeReport(
        layout=LAYOUT if not layout.missing else "unknown",
        mapping={name: table.headers[at].strip() for name, at in layout.mapping.items()},
        rows=table.frame.height + len(table.unreadable),
        used=0,
        not_authorised=not_authorised,
        elsewhere=Outside(0, ()),
        not_stated=0,
        undated=0,
        dropped_columns=layout.dropped,
        warnings=_warnings(table, 0),
        has_source=False,
        synthetic=False,
        encoding=table.encoding,
        faults=faults,
    )


def _warnings(table: Table, unstated: int) -> tuple[str, ...]:
    told = []
    if unstated:
        told.append(f"Rows that state no precision are placed no finer than their county: {unstated}.")
    if table.encoding not in {None, "utf-8"}:
        told.append(f"The text is not in UTF-8; it was read as {table.encoding}.")
    return tuple(told)
