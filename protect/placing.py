"""How finely the reports of a table may be placed at all, before anything is counted: for the steward's eyes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protect.entry import finest, location_class
from protect.tally import tally
from release import Persons
from terms import LocationClass

if TYPE_CHECKING:
    from data import Incidents


@dataclass(frozen=True, slots=True)
class Placed:
    """How many reports of a location class may be placed in a cell of this resolution at finest (0: the region).

    Private: an exact count. No place, person or time of a report is in it.
    """

    location: LocationClass
    finest: int
    reports: int


def placing_of(incidents: Incidents) -> tuple[Placed, ...]:
    """Return how finely reports may be placed by precision, location class and border belt (rules 1 and 9).

    Finest first within each class. Keys of cases are read as one over all sources, so that a person of two sources is
    counted once; whether a figure is then shown depends on all other rules.
    """
    rows = finest(location_class(tally(incidents, Persons.LINKED).rows))
    counted = rows.group_by("class", "finest").len().sort(["class", "finest"], descending=[False, True])
    return tuple(Placed(LocationClass(location), size, many) for location, size, many in counted.iter_rows())
