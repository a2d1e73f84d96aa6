"""Totals that someone else published: a small CSV file, read line by line, and never quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from data import Fault
from errors import InputError
from geo import is_cell, provinces
from protect.lines import read_lines, refuse
from release import Universe, universe_problems
from terms import ALL_TIME, UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protect.lines import Source

COLUMNS: Final = ("area", "period", "act", "total")
BETWEEN_CELLS: Final = ";"
MOST: Final = 10**8
"""Largest total that is taken."""

_DIGITS: Final = len(str(MOST))
_SOMEONE: Final = "published elsewhere"


@dataclass(frozen=True, slots=True)
class Total:
    """How many reports there are of an area, period and act, as someone published it.

    `line`: of the file, by which alone it is ever named. `area`: `region`, the ISO 3166-2 code of a province, or H3
    cells joined by `;`. `period`: a year, an era, `undated` or `all`. `act`: an act, a group of acts, or `all`.
    """

    line: int
    area: str
    period: str
    act: str
    total: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What the total is of."""
        return self.area, self.period, self.act

    @property
    def is_province(self) -> bool:
        """Whether the area is a province: it may hold some, all or none of what lies in a cell that it shares."""
        return self.area in provinces()


def read_totals(path: Source) -> tuple[Total, ...]:
    """Read a file of totals: a CSV with area, period, act, total.

    Raises
    ------
    InputError
        If the file cannot be read, holds no total, or a line is at fault: its line and column are named, and no value
        is quoted.
    """
    faults: list[Fault] = []
    found: list[Total] = []
    seen: set[tuple[str, str, str]] = set()
    for line, (area, period, act, total) in read_lines(path, COLUMNS, faults):
        key = (_ordered(area), period, act)
        wrong = [Fault(line, *problem) for problem in _problems(*key, total)]
        if not wrong and key in seen:
            wrong = [Fault(line, None, "the same area, period and act as a line before", "keep one of them")]
        faults += wrong
        if not wrong:
            seen.add(key)
            found.append(Total(line, *key, int(total)))
    refuse(path, faults)
    if not found:
        raise InputError(f"{path.name} holds no total: give one a line, under {', '.join(COLUMNS)}.")
    return tuple(found)


def _ordered(area: str) -> str:
    """Write a list of cells in one way, so that the same cells are the same area."""
    parts = [cell.strip() for cell in area.split(BETWEEN_CELLS)]
    return BETWEEN_CELLS.join(sorted({cell.lower() for cell in parts})) if is_cell(parts).all() else area


def _problems(area: str, period: str, act: str, total: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a total: the column, the problem, and how to mend it."""
    known = ALL_TIME if period == UNDATED else period
    yield from universe_problems(Universe(area, known, act, 1, _SOMEONE))
    if not (total.isascii() and total.isdecimal() and len(total) <= _DIGITS) or int(total) > MOST:
        yield "total", "no number of reports", f"give a whole number from 0 to {MOST}, in digits alone"
