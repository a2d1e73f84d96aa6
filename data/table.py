"""A file as it was read: columns of trimmed text, with the number of the line that each row stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.faults import Fault

# Spaces of typesetters and what invisible characters spreadsheets and messengers leave around a value.
_AROUND: Final = "".join(
    map(chr, (9, 10, 32, 160, 5760, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF))
)


class Unit(StrEnum):
    """What the rows of a file are counted in, as its reader sees them."""

    LINE = "line"  # of a text file; the header is line 1
    ROW = "row"  # of a sheet, as the spreadsheet numbers it
    FEATURE = "feature"  # of a file of points, the first is 1
    RECORD = "record"  # of a file without lines, the first is 1


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows of a file. Private.

    `frame`: one text column a header, named by its position ("0", "1", ...) because headers may repeat; trimmed, null
    where empty; rows in which nothing stands are left out. `lines`: the number of each row's line. `unreadable`: lines
    that are no row of the table. `encoding`: of a text file.
    """

    headers: tuple[str, ...]
    frame: pl.DataFrame
    lines: pl.Series
    unit: Unit
    unreadable: tuple[Fault, ...] = ()
    encoding: str | None = None

    def __repr__(self) -> str:
        """Say how large the table is, and nothing else."""
        return f"Table({self.frame.height} rows, {len(self.headers)} columns)"


def trimmed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return text columns without space around their values, null where nothing is left."""
    plain = frame.with_columns(pl.all().str.strip_chars(_AROUND))
    return plain.with_columns(pl.when(pl.all() == "").then(None).otherwise(pl.all()).name.keep())


def to_table(
    headers: Sequence[str], columns: Sequence[pl.Series], lines: pl.Series, unit: Unit, *, bare: bool = False
) -> Table:
    """Return text columns as a table, without space around values and without rows in which nothing stands.

    `bare`: it is known that no value has space around it, and that what is empty is null.
    """
    frame = pl.DataFrame([column.alias(str(at)) for at, column in enumerate(columns)])
    if not bare:
        frame = trimmed(frame)
    filled = frame.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    if filled.all():
        return Table(tuple(headers), frame, lines, unit)
    return Table(tuple(headers), frame.filter(filled), lines.filter(filled), unit)
