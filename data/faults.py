"""What is wrong in a file, line by line: where, what, and how to mend it. A fault never holds a value of the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

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
    """The faults of the first faulty lines of a file, in order, and how many faults and faulty lines there are.

    What a steward could decide instead of mending them: `to_drop`: lines that could be left out; `to_elsewhere`: lines
    whose point could be outside the study area; `labels`: labels of acts that could be read as a code.
    """

    listed: tuple[Fault, ...]
    count: int
    lines: int
    unit: Unit
    to_drop: tuple[int, ...] = field(default=(), repr=False)
    to_elsewhere: tuple[int, ...] = field(default=(), repr=False)
    labels: tuple[str, ...] = ()

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


class Decision(StrEnum):
    """What a steward can decide about a fault, besides mending it."""

    DROP = "drop"  # leave the line out
    ELSEWHERE = "elsewhere"  # read the point as a place outside the study area
    ACT = "act"  # read the label as an act


class FaultBook:
    """Collects the faults of a table column by column. Lines are told by masks over its rows."""

    def __init__(self, lines: pl.Series, unit: Unit) -> None:
        self._lines = lines
        self._unit = unit
        self._faulty: dict[Decision, pl.Series] = {}
        self._listed: list[Fault] = []
        self._count = 0
        self.labels: list[str] = []
        """Unknown labels of acts that may be told."""

    def note(
        self, wrong: pl.Series, column: str, problem: str, mend: str, *, decision: Decision = Decision.DROP
    ) -> None:
        """Note the rows that a mask marks; a row without an answer (null) is not marked."""
        if not wrong.any():
            return
        marked = wrong.fill_null(value=False)
        lines = self._lines.filter(marked).unique(maintain_order=True)
        self._count += len(lines)
        self._faulty[decision] = self._faulty[decision] | marked if decision in self._faulty else marked
        self._listed += [Fault(line, column, problem, mend) for line in lines.head(SHOWN).to_list()]

    def close(self, others: Sequence[Fault] = ()) -> Faults:
        """Return what was noted, together with faults of lines that are no rows of the table."""
        noted = sorted([*self._listed, *others], key=lambda fault: (fault.line or 0, fault.column or "", fault.problem))
        first = set(sorted({fault.line for fault in noted if fault.line is not None})[:SHOWN])
        of = {decision: set(self._lines.filter(marked).to_list()) for decision, marked in self._faulty.items()}
        of[Decision.DROP] = of.get(Decision.DROP, set()) | {one.line for one in others if one.line is not None}
        return Faults(
            listed=tuple(fault for fault in noted if fault.line is None or fault.line in first),
            count=self._count + len(others),
            lines=len(set().union(*of.values())),
            unit=self._unit,
            to_drop=tuple(sorted(of[Decision.DROP])),
            to_elsewhere=tuple(sorted(of.get(Decision.ELSEWHERE, set()) - of[Decision.DROP])),
            labels=tuple(dict.fromkeys(self.labels)),
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
