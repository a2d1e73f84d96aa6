"""What became of a file's rows, told without a value of the data."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.faults import Faults


@dataclass(frozen=True, slots=True)
class Outside:
    """Rows outside the study area: how many, and the lines of the first fifty."""

    count: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """How a file was read. No value of the data is in it.

    `mapping`: canonical column to the header it was read from. `rows`: rows of the file that are not empty. `used`,
    `not_authorised`: how many of them are used, and left out because they may not be released. `elsewhere`: used rows
    outside the study area. `not_stated`, `undated`: used rows without a place, without a year. `dropped_columns`: name
    and reason. `has_source`: whether any row names a source. `synthetic`: whether the file says that its rows are
    invented. `faults`: if there are any, nothing is used.
    """

    layout: str
    mapping: Mapping[str, str]
    rows: int
    used: int
    not_authorised: int
    elsewhere: Outside
    not_stated: int
    undated: int
    dropped_columns: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    has_source: bool
    synthetic: bool
    encoding: str | None
    faults: Faults

    @property
    def columns(self) -> tuple[str, ...]:
        """The canonical columns that the file has."""
        return tuple(self.mapping)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON has it; `faults` are the listed ones, `fault_count` counts all."""
        plain = asdict(self)
        plain["mapping"] = dict(self.mapping)
        plain["dropped_columns"] = [{"column": name, "reason": reason} for name, reason in self.dropped_columns]
        plain["faults"] = [asdict(fault) for fault in self.faults.listed]
        return {**plain, "fault_count": self.faults.count, "faulty_lines": self.faults.lines}
