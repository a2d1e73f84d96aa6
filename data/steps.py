"""The steps of an intake, each a frozen value made from the one before: recognise, screen, map, and then read.

Every step works on bytes and a name, needs no disk, and has a report without a value of the data. The values themselves
are private: they hold rows of the file, and say nothing of them when they are printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from data.canonical import canonical_rows
from data.columns import Drop, dropped_columns, tellable
from data.gaps import faults_of_headers, lines_to_write
from data.matching import Found, find
from data.readers import content_of, read_table
from data.schema import CANONICAL
from data.screen import NOT_CANONICAL

if TYPE_CHECKING:
    from pathlib import Path

    from data.faults import Fault
    from data.layouts import Layout
    from data.table import Table, Unit

_DIGEST: Final = 16


@dataclass(frozen=True, slots=True)
class RecognisedReport:
    """What a file is: its layout, its rows, how they are counted, and each canonical column's header.

    `headers`: every header as it may be told. `missing`: a line of a mapping for each column that the file lacks.
    `events`: no person is known, so that a case is an event. `persons`, `single_source`: what the layout fixes.
    """

    layout: str
    title: str
    rows: int
    unit: Unit
    encoding: str | None
    headers: tuple[str, ...]
    mapping: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    events: bool
    persons: str | None
    single_source: bool


@dataclass(frozen=True, slots=True)
class ScreenedReport:
    """What must not come in: the columns that are refused, by name and reason; nothing of them is kept."""

    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MappedReport:
    """How columns became canonical: header of each, columns left out, and how many acts no table of labels knows."""

    mapping: tuple[tuple[str, str], ...]
    dropped: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    rows: int
    unlisted: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Recognised:
    """A file as it was read, and what it was recognised as. Private. `own`: the steward's mapping, if there was one."""

    table: Table
    found: Found
    content: bytes
    report: RecognisedReport
    own: Layout | None = None

    def __repr__(self) -> str:
        """Say which layout, and nothing of the rows."""
        return f"Recognised({self.report.layout}, {self.report.rows} rows)"

    @property
    def digest(self) -> str:
        """Tell this file from any other, for decisions that are about its lines."""
        return sha256(self.content).hexdigest()[:_DIGEST]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Screened:
    """A file without the columns that are refused. Private."""

    recognised: Recognised
    table: Table
    drops: tuple[Drop, ...]
    report: ScreenedReport

    def __repr__(self) -> str:
        """Say how many columns were refused."""
        return f"Screened({len(self.report.refused)} columns refused)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Mapped:
    """Canonical columns of text, one row per act; a row of the file that tells of several acts is several. Private.

    `rows`: the columns of `CANONICAL`, empty where the file has none. `lines`: where each row stands. `has`: canonical
    columns that the file has. `wrong`: what is wrong with the headers as such. `positions`: the column of the file that
    each was read from.
    """

    rows: pl.DataFrame
    lines: pl.Series
    has: tuple[str, ...]
    wrong: tuple[Fault, ...]
    screened: Screened
    layout: Layout
    name: str
    positions: tuple[tuple[str, int], ...]
    report: MappedReport

    def __repr__(self) -> str:
        """Say how many rows there are."""
        return f"Mapped({self.rows.height} rows)"

    @property
    def used(self) -> Layout:
        """The mapping that was used, with the headers as they stand in the file; it is for the steward alone."""
        headers = self.screened.table.headers
        columns = {name: (headers[at].strip(),) for name, at in self.positions}
        return self.layout.model_copy(update={"columns": columns})

    @property
    def events(self) -> bool:
        """Whether a case is an event, because the file knows no persons."""
        return "case" not in dict(self.report.mapping)


def recognise(
    source: Path | bytes, *, name: str, sheet: str | None = None, mapping: Layout | None = None
) -> Recognised:
    """Read a file and find out what it is.

    Parameters
    ----------
    source
        The file's path, or its bytes.
    name
        Its name; the ending tells what it is.
    sheet
        Of a spreadsheet; the first that has rows unless named.
    mapping
        The steward's own, as `read_layout` reads it.

    Raises
    ------
    InputError
        If the file cannot be read.
    UsageError
        If a sheet is named of a file that has none.
    """
    content = content_of(source)
    table = read_table(content, name=name, sheet=sheet, own=mapping)
    found = find(table.headers, mapping)
    told = tellable(table, found)
    report = RecognisedReport(
        layout=found.name,
        title=found.layout.title,
        rows=table.frame.height + len(table.unreadable),
        unit=table.unit,
        encoding=table.encoding,
        headers=told,
        mapping=tuple((name, told[at]) for name, at in found.mapping.items()),
        missing=lines_to_write(found, told),
        events="case" not in found.mapping,
        persons=found.layout.persons,
        single_source=found.layout.single_source,
    )
    return Recognised(table, found, content, report, mapping)


def screen_columns(recognised: Recognised) -> Screened:
    """Drop the columns that must not come in, by what their headers say and by what stands in them."""
    table = recognised.table
    drops = dropped_columns(table, recognised.found)
    refused = {drop.position for drop in drops}
    kept = table.frame.with_columns(pl.lit(None, dtype=pl.String).alias(str(at)) for at in refused)
    report = ScreenedReport(tuple((drop.name, drop.reason) for drop in drops))
    return Screened(recognised, replace(table, frame=kept), drops, report)


def map_columns(screened: Screened, mapping: Layout | None = None) -> Mapped:
    """Turn the columns of a file into canonical ones, and its labels of acts into codes.

    Parameters
    ----------
    screened
        The file without what is refused.
    mapping
        A steward's own, if it was made after the file was recognised.
    """
    table, found = screened.table, screened.recognised.found
    if mapping is not None:
        found = find(table.headers, mapping)
    told = tellable(table, found)
    refused = {drop.position: drop.reason for drop in screened.drops}
    usable = {name: at for name, at in found.mapping.items() if at not in refused}
    made = canonical_rows(table, found, usable)
    left = [at for at in range(len(told)) if at not in {*usable.values(), *made.read}]
    report = MappedReport(
        mapping=tuple((name, told[at]) for name, at in usable.items()),
        dropped=tuple((told[at], refused.get(at, NOT_CANONICAL)) for at in left),
        missing=lines_to_write(found, told),
        rows=made.rows.height,
        unlisted=made.unlisted,
    )
    return Mapped(
        rows=made.rows,
        lines=table.lines[made.row],
        has=tuple(name for name in CANONICAL if name in usable or made.rows[name].null_count() < made.rows.height),
        wrong=faults_of_headers(found, told, refused),
        screened=screened,
        layout=found.layout,
        name=found.name,
        positions=tuple(usable.items()),
        report=report,
    )
