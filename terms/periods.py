"""Time: the eras, whole years nested in them, the markers of a time axis, and arrivals in South Korea."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNDATED = "undated"
"""The period of a report without a year; a period of its own at every rung that has time."""

ALL_TIME = "all"
"""The period of a figure that is not divided by time."""


@dataclass(frozen=True, slots=True)
class Era:
    """A union of whole years, both ends included; None where it is open."""

    id: str
    name: str
    first: int | None
    last: int | None
    note: str

    def __contains__(self, year: int) -> bool:
        """Whether a year lies in the era."""
        return (self.first is None or year >= self.first) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Marker:
    """A dated event or stretch for time axes, never for the map; dates as written in the source (YYYY or YYYY-MM)."""

    id: str
    name: str
    start: str
    end: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Arrivals:
    """People from North Korea who arrived in South Korea in a year (women: where published)."""

    year: int
    people: int
    women: int | None
    source: str


def _rows(name: str) -> list[dict[str, str]]:
    text = files("terms").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def eras() -> tuple[Era, ...]:
    """Return the eras in time order; every year lies in exactly one.

    Examples
    --------
    >>> [era.id for era in eras()]
    ['before', 'closure', 'reopening']
    """
    return tuple(
        Era(r["id"], r["name"], int(r["start"]) if r["start"] else None, int(r["end"]) if r["end"] else None, r["note"])
        for r in _rows("periods.csv")
        if r["kind"] == "era"
    )


def era_of(year: int) -> str:
    """Return the id of the era that holds a year.

    Examples
    --------
    >>> era_of(2019), era_of(2020), era_of(2023)
    ('before', 'closure', 'reopening')
    """
    return next(era.id for era in eras() if year in era)


@cache
def markers() -> tuple[Marker, ...]:
    """Return the markers and stretches of periods.csv that are not eras, in the order of the file."""
    return tuple(
        Marker(r["id"], r["name"], r["start"], r["end"], r["note"], r["source"])
        for r in _rows("periods.csv")
        if r["kind"] != "era"
    )


@cache
def arrivals() -> dict[int, Arrivals]:
    """Return published arrivals in South Korea by year; a year without a row is not known here."""
    return {
        int(r["year"]): Arrivals(
            int(r["year"]), int(r["arrivals"]), int(r["women"]) if r["women"] else None, r["source"]
        )
        for r in _rows("arrivals.csv")
    }
