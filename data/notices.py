"""What a steward should know about a file that is no fault, in sentences without a value of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.location import Located
    from data.steps import Mapped


def warnings_of(mapped: Mapped, located: Located | None, serial: int) -> tuple[str, ...]:
    """Return the warnings about a file; `located` is None where nothing was read, `serial` counts dates as numbers."""
    told = []
    table = mapped.screened.table
    if located is not None and located.unstated:
        told.append(f"Rows that state no precision are placed no finer than their county: {located.unstated}.")
    if located is not None and located.finer:
        told.append(
            f"Rows whose point is written more finely than their precision: {located.finer}. They are placed by the "
            "precision; round the points in your own file too."
        )
    if serial:
        told.append(f"Dates written as the day numbers of a spreadsheet: {serial}.")
    if mapped.report.unlisted:
        told.append(
            f"Acts that no table of labels knows, counted as Z (not stated): {mapped.report.unlisted}. A mapping can "
            "name them below [act.labels]."
        )
    if mapped.events and not mapped.wrong:
        told.append("The file knows no persons: a case is an event, and k counts events.")
    if table.encoding not in {None, "utf-8"}:
        told.append(f"The text is not in UTF-8; it was read as {table.encoding}.")
    return tuple(told)
