"""What the steward is told of a file, in lines; no value of the data is in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data import IntakeReport

_OTHER: Final = "not a column of the layout"


def notes(report: IntakeReport) -> Iterator[str]:
    """Say what was used of a file, and what was not."""
    yield f"Layout {report.layout}: {report.rows} rows, {report.used} used."
    others = [name for name, reason in report.dropped_columns if reason == _OTHER]
    for name, reason in report.dropped_columns:
        if reason != _OTHER:
            yield f"Column {name!r} is dropped: {reason}."
    if others:
        yield f"Not columns of the layout, dropped: {', '.join(others)}."
    if report.used > report.reports:
        yield f"{report.used - report.reports} rows repeat a report: the same case, act, place and year."
    if report.dropped_lines:
        yield f"{report.dropped_lines} lines are left out by a decision."
    if report.not_authorised:
        yield f"{report.not_authorised} rows may not be released (column authorised) and are left out."
    if report.elsewhere.count:
        lines = ", ".join(str(line) for line in report.elsewhere.lines)
        more = " and others" if report.elsewhere.count > len(report.elsewhere.lines) else ""
        unit = report.faults.unit.value
        yield f"{report.elsewhere.count} rows lie outside the study area and count as elsewhere: {unit} {lines}{more}."
    if report.not_stated:
        yield f"{report.not_stated} rows state no place; they count at the widest level only."
    if report.undated:
        yield f"{report.undated} rows have no date; they count as undated."
    yield from (f"Warning: {warning}" for warning in report.warnings)


def telling(report: IntakeReport) -> Iterator[str]:
    """Say how a file was read, its faults last."""
    yield from notes(report)
    for name, header in report.mapping.items():
        yield f"  {name} is read from column {header!r}"
    if report.faults:
        yield str(report.faults.error())
        if report.missing:
            yield "Lines to write below [columns] of a mapping (--mapping M.toml):"
            yield from (f"  {line}" for line in report.missing)
        if report.decisions and not report.missing:
            yield "Decisions that you can accept instead (--save-decisions D.toml, then --decisions D.toml):"
            yield from (f"  {line}" for line in report.decisions.to_toml().splitlines())
    else:
        yield "No faults."
