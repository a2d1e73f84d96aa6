"""What is wrong in a file, line by line: where, what, and how to mend it. A fault never holds a value of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.table import Unit

SHOWN: Final = 50
"""Lines whose faults are listed; the others are counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the line and column it stands in, what it is, and how to mend it.

    `line` is None where the whole file or its header is at fault, `column` where a whole line is.
    """

    line: int | None
    column: str | None
    problem: str
    mend: str


@dataclass(frozen=True, slots=True)
class Faults:
    """The faults of the first faulty lines of a file, in order, and how many faults and faulty lines there are."""

    listed: tuple[Fault, ...]
    count: int
    lines: int
    unit: Unit

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return self.count > 0

    def __str__(self) -> str:
        """Write the list, a line for each fault."""
        head = _counted(self.count, "fault")
        if self.lines:
            head += f" in {_counted(self.lines, self.unit.value)}"
        if self.lines > SHOWN:
            head += f", of which the first {SHOWN} are listed"
        return "\n".join([f"{head}:", *(self._one(fault) for fault in self.listed)])

    def _one(self, fault: Fault) -> str:
        where = "the file" if fault.line is None else f"{self.unit.value} {fault.line}"
        column = "" if fault.column is None else f", column {fault.column}"
        return f"  {where}{column}: {fault.problem}; {fault.mend}."

    def error(self) -> InputError:
        """Return the faults as one error."""
        return InputError(f"The file cannot be used as it is: {self}")


class FaultBook:
    """Collects the faults of a table column by column. Lines are told by masks over its rows."""

    def __init__(self, lines: pl.Series, unit: Unit) -> None:
        self._lines = lines
        self._unit = unit
        self._faulty = pl.repeat(value=False, n=len(lines), eager=True, dtype=pl.Boolean)
        self._listed: list[Fault] = []
        self._count = 0

    def note(self, wrong: pl.Series, column: str, problem: str, mend: str) -> None:
        """Note the rows that a mask marks; a row without an answer (null) is not marked."""
        marked = wrong.fill_null(value=False)
        lines = self._lines.filter(marked)
        self._count += len(lines)
        self._faulty = self._faulty | marked
        self._listed += [Fault(line, column, problem, mend) for line in lines.head(SHOWN).to_list()]

    def close(self, others: Sequence[Fault] = ()) -> Faults:
        """Return what was noted, together with faults of lines that are no rows of the table."""
        noted = sorted([*self._listed, *others], key=lambda fault: (fault.line or 0, fault.column or "", fault.problem))
        first = set(sorted({fault.line for fault in noted if fault.line is not None})[:SHOWN])
        return Faults(
            listed=tuple(fault for fault in noted if fault.line is None or fault.line in first),
            count=self._count + len(others),
            lines=int(self._faulty.sum()) + len({fault.line for fault in others if fault.line is not None}),
            unit=self._unit,
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
