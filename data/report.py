"""What became of a file's rows, told without a value of the data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.decisions import Decisions
    from data.faults import Faults


@dataclass(frozen=True, slots=True)
class Outside:
    """Rows outside the study area: how many, and the lines of the first fifty."""

    count: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """How a file was read. No value of the data is in it.

    `mapping`: canonical column (or `event`, `point`) to the header it was read from. `rows`: rows of the file that are
    not empty. `used`: acts that are used; `reports`: how many of them differ in case, act, place or year.
    `not_authorised`, `dropped_lines`: rows left out because they may not be released, and by a decision. `elsewhere`:
    lines outside the study area. `not_stated`, `undated`: used rows without a place, without a year. `acts_not_listed`:
    acts that the layout's table does not know, counted as Z. `dropped_columns`: name and reason. `has_source`: whether
    any row names a source. `synthetic`: whether the file says that its rows are invented. `events`: a case is an event,
    because the file knows no persons. `persons`, `single_source`: what the layout fixes of sources. `faults`: if there
    are any, nothing is used. `decisions`: under which the file was read, or, if there are faults, could be. `missing`:
    the line of a mapping for each column that the file lacks.
    """

    layout: str
    mapping: Mapping[str, str]
    rows: int
    used: int
    reports: int
    not_authorised: int
    dropped_lines: int
    elsewhere: Outside
    not_stated: int
    undated: int
    acts_not_listed: int
    dropped_columns: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    has_source: bool
    synthetic: bool
    events: bool
    persons: str | None
    single_source: bool
    encoding: str | None
    faults: Faults
    decisions: Decisions
    missing: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The canonical columns that the file has."""
        return tuple(self.mapping)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON has it; `faults` are the listed ones, `fault_count` counts all."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        plain["mapping"] = dict(self.mapping)
        plain["elsewhere"] = asdict(self.elsewhere)
        plain["dropped_columns"] = [{"column": name, "reason": reason} for name, reason in self.dropped_columns]
        plain["faults"] = [asdict(fault) for fault in self.faults.listed]
        plain["decisions"] = self.decisions.to_json()
        return {**plain, "fault_count": self.faults.count, "faulty_lines": self.faults.lines}
