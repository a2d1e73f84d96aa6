"""A plain table with hidden cells, and what its published totals give away of each."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isinf
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from data import Fault
from protect.intervals import MOST, SETTLED, Engine, Published
from protect.lines import read_lines, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

CELLS: Final = ("cell", "count", "published")
MARGINS: Final = ("margin", "cell")

_WORDS: Final = {"yes": True, "no": False}
_DIGITS: Final = len(str(int(MOST))) - 1


@dataclass(frozen=True, slots=True)
class Interval:
    """What can be derived of a hidden cell: whole counts from `low` to `high`; no end where `high` is None."""

    cell: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True, repr=False)
class PlainTable:
    """Counts of cells, the hidden ones among them, and the cells of each margin. Every margin's total is published."""

    counts: Mapping[str, int]
    hidden: Sequence[str]
    margins: Mapping[str, Sequence[str]]

    def __repr__(self) -> str:
        """Say how large the table is, and nothing else."""
        return f"PlainTable({len(self.counts)} cells, {len(self.hidden)} hidden, {len(self.margins)} margins)"


def derive(table: PlainTable) -> list[Interval]:
    """Return for each hidden cell, in their order, what anyone can derive of it from all that is published.

    Notes
    -----
    The ends of the real intervals, rounded inward to whole counts (`protect.intervals.Engine`, Notes): what whole
    counts allow is never wider, and the same in two-way tables.
    """
    column = {cell: at for at, cell in enumerate(table.hidden)}
    inside = [[column[cell] for cell in cells if cell in column] for cells in table.margins.values()]
    rows = np.repeat(np.arange(len(inside)), [len(cells) for cells in inside])
    columns = np.array([at for cells in inside for at in cells], dtype=np.int64)
    member = sparse.csr_matrix((np.ones(len(columns)), (rows, columns)), shape=(len(inside), len(column)))
    known = np.array([table.counts[cell] for cell in table.hidden], dtype=np.float64)
    totals = np.asarray(member @ known, dtype=np.float64)
    engine = Engine(Published(member, totals, totals), known=known)
    found = []
    for cell, at in column.items():
        low, high = engine.interval(np.array([at], dtype=np.int32))
        found.append(Interval(cell, ceil(low - SETTLED), None if isinf(high) else floor(high + SETTLED)))
    return found


def read_plain_table(cells: Path, margins: Path) -> PlainTable:
    """Read a table from two CSV files: `cell,count,published` (yes or no), and `margin,cell`, a line for each pair.

    Raises
    ------
    InputError
        If a file cannot be read, or a line is at fault; file, line and column are named, no value is quoted.
    """
    counts: dict[str, int] = {}
    hidden: list[str] = []
    faults: list[Fault] = []
    for line, (cell, count, published) in read_lines(cells, CELLS, faults):
        if cell in counts:
            faults.append(Fault(line, "cell", "this cell stands in an earlier line too", "give each cell one line"))
        if not (count.isascii() and count.isdecimal() and len(count) <= _DIGITS):
            faults.append(Fault(line, "count", "not a whole number", f"give a count of at most {_DIGITS} digits"))
        elif published not in _WORDS:
            faults.append(Fault(line, "published", "neither yes nor no", "say yes or no"))
        else:
            counts[cell] = int(count)
            if not _WORDS[published]:
                hidden.append(cell)
    refuse(cells, faults)
    held: dict[str, dict[str, None]] = {}
    for line, (margin, cell) in read_lines(margins, MARGINS, faults):
        part = held.setdefault(margin, {})
        if cell not in counts:
            faults.append(
                Fault(line, "cell", f"a cell that {cells.name} does not have", "add it there, with its count")
            )
        elif cell in part:
            faults.append(Fault(line, "cell", "this cell stands in this margin already", "leave one of the lines out"))
        part[cell] = None
    refuse(margins, faults)
    return PlainTable(counts, hidden, {margin: list(part) for margin, part in held.items()})
