"""What a steward may choose where the headers of a file leave it open: which header is which column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data import Screened

_WHERE = ("place", "lat", "lng")
"""What is offered where a file says no place; one way is enough."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A canonical column that has no header yet, and the headers that are offered for it.

    `may_be_absent`: the steward may say that the file does not have it.
    """

    column: str
    headers: tuple[str, ...]
    may_be_absent: bool


def choices_of(screened: Screened) -> tuple[Choice, ...]:
    """Return what is open after a file was screened; of a file that lacks nothing, nothing.

    Offered are headers that may be told as they stand, are not refused, and are not read as something else.
    """
    recognised = screened.recognised
    found, told = recognised.found, recognised.report.headers
    refused = {drop.position for drop in screened.drops}
    taken = {*refused, *found.mapping.values()}
    plain = [
        name if name == header.strip() else None for name, header in zip(told, recognised.table.headers, strict=True)
    ]
    free = tuple(dict.fromkeys(name for at, name in enumerate(plain) if name and at not in taken))
    several = [
        Choice(column, tuple(name for at in places if at not in refused and (name := plain[at])), may_be_absent=False)
        for column, places in found.several.items()
    ]
    missing = [
        Choice(column, free, may_be_absent=column == "date")
        for name in found.missing
        for column in ((name,) if name in {"case", "act", "date"} else _WHERE)
    ]
    return (*several, *missing)
