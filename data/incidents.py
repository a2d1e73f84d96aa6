"""Incidents: one row per act. They exist here and in `protect` only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import polars as pl

from data.acts import acts
from data.dates import years
from data.deciding import Decided, decide, proposed
from data.faults import SHOWN, Fault, FaultBook
from data.location import Located, locate
from data.notices import warnings_of
from data.pseudonyms import as_keys
from data.report import IntakeReport, Outside
from data.schema import KEYS, SCHEMA, TEXT, WORDS, Area, answers, must_answer, words
from data.screen import screen_names, screen_text
from data.steps import map_columns, recognise, screen_columns

if TYPE_CHECKING:
    from pathlib import Path

    from data.decisions import Decisions
    from data.layouts import Layout
    from data.steps import Mapped

_EMPTY: Final = Fault(None, None, "there is no row below the headers", "give a file with a row for each act")
_MIXED: Final = Fault(None, "synthetic", "invented and real rows stand in one file", "keep them in files of their own")
_FEW: Final = 300_000
_REPORT: Final = ("case", "area", "cell", "year", "act")


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


def read_incidents(  # noqa: PLR0913 - each is an option of the command
    source: Path | bytes,
    *,
    name: str,
    sheet: str | None = None,
    mapping: Layout | None = None,
    decisions: Decisions | None = None,
    today: date | None = None,
) -> Incidents:
    """Read a file of any layout that is known, in all steps at once.

    Parameters
    ----------
    source
        The file's path, or its bytes.
    name
        Its name; the ending tells what it is.
    sheet
        Of a spreadsheet; the first with known headers unless named.
    mapping
        The steward's own, as `read_layout` reads it.
    decisions
        The steward's, as `read_decisions` reads them.
    today
        No act is dated later; the day of the call unless given.

    Raises
    ------
    InputError
        If the file cannot be read, lacks a column, or has faults: all are listed by line and column, up to fifty.
    UsageError
        If the decisions are about another file.
    """
    recognised = recognise(source, name=name, sheet=sheet, mapping=mapping)
    return read_mapped(map_columns(screen_columns(recognised)), decisions=decisions, today=today)


def check_file(  # noqa: PLR0913 - each is an option of the command
    source: Path | bytes,
    *,
    name: str,
    sheet: str | None = None,
    mapping: Layout | None = None,
    decisions: Decisions | None = None,
    today: date | None = None,
) -> IntakeReport:
    """Read a file as `read_incidents` does, and return what would be said of it, faults included.

    Raises
    ------
    InputError
        If the file cannot be read at all.
    UsageError
        If the decisions are about another file.
    """
    recognised = recognise(source, name=name, sheet=sheet, mapping=mapping)
    return check_mapped(map_columns(screen_columns(recognised)), decisions=decisions, today=today)


def read_mapped(mapped: Mapped, *, decisions: Decisions | None = None, today: date | None = None) -> Incidents:
    """Read canonical columns of text as incidents, whole or not at all.

    Raises
    ------
    InputError
        If there are faults: all are listed by line and column, up to fifty lines.
    UsageError
        If the decisions are about another file.
    """
    incidents = _read(mapped, decisions, today or datetime.now(tz=UTC).date())
    if incidents.report.faults:
        raise incidents.report.faults.error()
    return incidents


def check_mapped(mapped: Mapped, *, decisions: Decisions | None = None, today: date | None = None) -> IntakeReport:
    """Read canonical columns as `read_mapped` does, and return what would be said of them, faults included.

    Raises
    ------
    UsageError
        If the decisions are about another file.
    """
    return _read(mapped, decisions, today or datetime.now(tz=UTC).date()).report


def _read(mapped: Mapped, decisions: Decisions | None, today: date) -> Incidents:
    decided = decide(mapped, decisions)
    table = mapped.screened.table
    wrong = list(mapped.wrong)
    if not wrong and not decided.rows.height and not decided.unreadable:
        wrong = [_EMPTY]
    if wrong:
        return _nothing(mapped, decided, FaultBook(table.lines, table.unit), wrong, 0)
    refused = _refused(decided.rows, mapped)
    rows, lines = decided.rows.with_columns(as_keys(decided.rows[column]) for column in KEYS), decided.lines
    if refused.any():
        rows, lines = rows.filter(~refused), lines.filter(~refused)
    book = FaultBook(lines, table.unit)
    read, located, serial = _columns(rows, mapped, today, book)
    mixed = [_MIXED] if read["synthetic"].n_unique() > 1 else []
    others = [*decided.unreadable, *mixed]
    used = read.select(list(SCHEMA)).cast(SCHEMA)  # type: ignore[arg-type]  # names to types
    outside = lines.filter(read["area"] == Area.ELSEWHERE).unique(maintain_order=True)
    faults = book.close(others)
    if faults:
        return _nothing(mapped, decided, book, others, int(refused.sum()))
    report = IntakeReport(
        layout=mapped.name,
        mapping=dict(mapped.report.mapping),
        rows=table.frame.height + len(table.unreadable),
        used=used.height,
        reports=used.select(_REPORT).hash_rows().n_unique(),
        not_authorised=int(refused.sum()),
        dropped_lines=decided.dropped,
        elsewhere=Outside(len(outside), tuple(outside.head(SHOWN).to_list())),
        not_stated=int((used["area"] == Area.NOT_STATED).sum()),
        undated=used["year"].null_count(),
        acts_not_listed=mapped.report.unlisted,
        dropped_columns=mapped.report.dropped,
        warnings=warnings_of(mapped, located, serial),
        has_source=used["source"].null_count() < used.height,
        synthetic=bool(read["synthetic"].any()),
        events=mapped.events,
        persons=mapped.layout.persons,
        single_source=mapped.layout.single_source,
        encoding=table.encoding,
        faults=faults,
        decisions=decided.accepted,
        missing=(),
    )
    return Incidents(_sorted(used), report)


def _sorted(used: pl.DataFrame) -> pl.DataFrame:
    """Sort by every column; words of a few kinds are compared by their rank, which is faster and gives the same."""
    distinct = {name: used[name].drop_nulls().unique() for name, kind in SCHEMA.items() if kind == pl.String}
    ranks = [
        pl.col(name).cast(pl.Enum(own.sort())) for name, own in distinct.items() if len(own) < _FEW or name != "case"
    ]
    return used.with_columns(ranks).sort(pl.all(), nulls_last=True).cast(SCHEMA)  # type: ignore[arg-type]  # names to types


def _nothing(mapped: Mapped, decided: Decided, book: FaultBook, others: list[Fault], not_authorised: int) -> Incidents:
    """Return no rows, and the report of a file of which nothing is used."""
    table = mapped.screened.table
    faults = book.close(others)
    report = IntakeReport(
        layout=mapped.name,
        mapping=dict(mapped.report.mapping),
        rows=table.frame.height + len(table.unreadable),
        used=0,
        reports=0,
        not_authorised=not_authorised,
        dropped_lines=decided.dropped,
        elsewhere=Outside(0, ()),
        not_stated=0,
        undated=0,
        acts_not_listed=mapped.report.unlisted,
        dropped_columns=mapped.report.dropped,
        warnings=warnings_of(mapped, None, 0),
        has_source=False,
        synthetic=False,
        events=mapped.events,
        persons=mapped.layout.persons,
        single_source=mapped.layout.single_source,
        encoding=table.encoding,
        faults=faults,
        decisions=proposed(mapped, decided, faults),
        missing=mapped.report.missing,
    )
    return Incidents(pl.DataFrame(schema=SCHEMA), report)


def _refused(rows: pl.DataFrame, mapped: Mapped) -> pl.Series:
    """Return which rows say that they may not be released; one that does not answer is left in, and is a fault."""
    if "authorised" not in mapped.has:
        return pl.repeat(value=False, n=rows.height, dtype=pl.Boolean, eager=True)
    return (~answers(rows, "authorised")).fill_null(value=False)


def _columns(rows: pl.DataFrame, mapped: Mapped, today: date, book: FaultBook) -> tuple[pl.DataFrame, Located, int]:
    """Read every column, and return with them how places were read, and how many dates are numbers of a spreadsheet."""
    for column in ("authorised", "synthetic"):
        if column in mapped.has:
            must_answer(rows, column, book)
    book.note(rows["case"].is_null(), "case", "no case", "give each person a pseudonym, the same in each of her rows")
    for column in TEXT:
        screen_text(rows, column, book)
    for column in ("case", "source"):
        screen_names(rows, column, book)
    located = locate(rows, book)
    dated = years(rows, today, book, mapped.layout.date_order)
    fixed = {column: words(rows, column, book) for column in WORDS}
    stated = rows["country"].is_not_null()
    country = pl.select(pl.when(stated).then(fixed["country"]).otherwise(located.rows["country"])).to_series()
    read = pl.DataFrame(
        [
            rows["case"],
            rows["source"],
            located.rows["area"],
            located.rows["cell"],
            *dated.years,
            acts(rows, book),
            fixed["actor"],
            country.alias("country"),
            fixed["setting"],
            fixed["person_group"],
            answers(rows, "synthetic").fill_null(value=False).alias("synthetic"),
        ]
    )
    return read, located, dated.serial
