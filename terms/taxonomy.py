"""Acts and groups of acts: their names in three languages, definitions, sources and location class."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "2026.1"
"""Of taxonomy.csv; a release names the version it was made with."""


class LocationClass(StrEnum):
    """How finely a place may be shown, by what would be found there. A is the strictest."""

    A = "A"  # crossings, routes, hiding, brokers, deaths in flight
    B = "B"  # private or mobile settings
    C = "C"  # publicly known facilities


class Sensitivity(StrEnum):
    """How much harm the mere attribution of an act could do to the person it was done to."""

    HIGH = "high"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the taxonomy, or a group of acts (`parent` is None and `is_group` is true)."""

    code: str
    parent: str | None
    label: Mapping[str, str]
    definition: str
    source: str
    sensitivity: Sensitivity
    location_class: LocationClass
    class_in_facility: LocationClass

    @property
    def is_group(self) -> bool:
        """Whether the code names a group: a row coded so says that the act is not stated."""
        return self.parent is None and self.code != "Z"

    @property
    def group(self) -> str:
        """The group the act belongs to; a group, and Z, belong to themselves."""
        return self.parent or self.code


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All acts by code, in the order of taxonomy.csv."""

    acts: Mapping[str, Act]

    def acts_of(self, group: str) -> tuple[str, ...]:
        """Return the codes of the acts in a group, in order; of Z, Z itself."""
        return tuple(a.code for a in self.acts.values() if a.group == group and not a.is_group)

    @property
    def groups(self) -> tuple[str, ...]:
        """The codes of the groups, in order; Z is a group of one act."""
        return tuple(dict.fromkeys(a.group for a in self.acts.values()))


def _labels(row: dict[str, str]) -> dict[str, str]:
    return {language: row[f"label_{language}"] for language in ("en", "ko", "zh")}


def _leaf(row: dict[str, str]) -> Act:
    own = LocationClass(row["location_class"] or "A")
    # Fails closed: an act whose sensitivity is not given counts as severe, one without a class as A.
    return Act(
        code=row["code"],
        parent=row["parent"] or None,
        label=_labels(row),
        definition=row["definition_en"],
        source=row["source"],
        sensitivity=Sensitivity(row["sensitivity"] or "severe"),
        location_class=own,
        class_in_facility=LocationClass(row["class_in_facility"]) if row["class_in_facility"] else own,
    )


def _group(row: dict[str, str], leaves: list[Act]) -> Act:
    """Give a group the strictest class and sensitivity of its acts."""
    return Act(
        code=row["code"],
        parent=None,
        label=_labels(row),
        definition=row["definition_en"],
        source=row["source"],
        sensitivity=max(leaf.sensitivity for leaf in leaves),
        location_class=min(leaf.location_class for leaf in leaves),
        class_in_facility=min(leaf.class_in_facility for leaf in leaves),
    )


@cache
def taxonomy() -> Taxonomy:
    """Return the taxonomy that is packaged with this version.

    Examples
    --------
    >>> taxonomy().acts["A3"].location_class.value
    'A'
    >>> taxonomy().acts["F"].is_group, taxonomy().acts["Z"].is_group
    (True, False)
    >>> taxonomy().acts_of("I")
    ('I1', 'I3')
    """
    text = files("terms").joinpath("taxonomy.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    acts: dict[str, Act] = {}
    for row in rows:
        leaves = [_leaf(other) for other in rows if other["parent"] == row["code"]]
        acts[row["code"]] = _group(row, leaves) if leaves else _leaf(row)
    return Taxonomy(acts)
