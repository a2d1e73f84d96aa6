"""Sourced figures for context; they are never put on the map and never summed with reports."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure as its source gives it; a contested one is shown only together with its `rivals`."""

    id: str
    figure: str
    unit_and_date: str
    source: str
    grade: str
    contested: bool
    rivals: tuple[str, ...]
    warning: str


@cache
def facts() -> dict[str, Fact]:
    """Return all facts by id, in the order of facts.csv.

    Examples
    --------
    >>> facts()["F02"].contested, facts()["F02"].rivals
    (True, ('F03',))
    """
    text = files("terms").joinpath("facts.csv").read_text(encoding="utf-8")
    return {
        r["id"]: Fact(
            id=r["id"],
            figure=r["figure"],
            unit_and_date=r["unit_and_date"],
            source=r["source"],
            grade=r["grade"],
            contested=r["contested"] == "yes",
            rivals=tuple(r["rivals"].split(";")) if r["rivals"] else (),
            warning=r["warning"],
        )
        for r in csv.DictReader(text.splitlines())
    }
