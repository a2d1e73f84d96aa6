"""Which two eras, or two acts, of a release can be compared, and which are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from layers.link import levels_of
from layers.words import act_name, period_name
from release import ALL_ACTS, TESSELLATIONS, Level, Selection, offered_acts, offered_periods, view
from terms import eras, taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layers.link import ViewState
    from release import Release
    from terms import Language

AXES: Final[Mapping[str, str]] = {"where_when": "period", "where_what": "act"}
"""The plates of which two rows of one kind can be compared, and the field that tells these apart."""


def comparable(release: Release) -> dict[str, tuple[str, ...]]:
    """Return the plates that can be compared, each with the eras or acts that it offers, of which there are two."""
    found = {}
    for plate, field in AXES.items():
        if plate in release.plates:
            rows = release.plates[plate]
            if field == "period":
                known = {era.id for era in eras()}
                offered = tuple(own for own in offered_periods(rows) if own in known)
            else:
                offered = tuple(own for own in offered_acts(rows) if own != ALL_ACTS)
            if len(offered) > 1:
                found[plate] = offered
    return found


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: a plate, and two of what it offers."""

    plate: str
    offered: tuple[str, ...]
    first: Selection
    second: Selection

    def names(self, release: Release, language: Language) -> tuple[str, str]:
        """Name both sides."""
        if AXES[self.plate] == "period":
            first, second = (period_name(own.period, release.manifest, language) for own in (self.first, self.second))
        else:
            first, second = (act_name(own.act, language) for own in (self.first, self.second))
        return first, second


def pair_of(release: Release, state: ViewState) -> Pair | None:
    """Return what a state compares: what it names, or else the first and the last that are offered."""
    offers = comparable(release)
    if not offers:
        return None
    plate = state.plate if state.plate in offers else next(iter(offers))
    offered, field = offers[plate], AXES[plate]
    usual = _usual(release, plate, offered)
    first = getattr(state, field)
    first = first if first in offered else usual[0]
    second = state.beside if state.beside in offered and state.beside != first else None
    second = second or next(own for own in reversed(usual) if own != first)
    return Pair(plate, offered, *(Selection(plate, **{field: own}) for own in (first, second)))


def _usual(release: Release, plate: str, offered: tuple[str, ...]) -> tuple[str, str]:
    """Return the pair to begin with: the first era and the last, or the two kinds of act with most reports."""
    if AXES[plate] == "period":
        return offered[0], offered[-1]
    kinds = [code for code in offered if taxonomy().acts[code].group == code]
    held = {code: view(release, Selection(plate, act=code), Level.REGION).shown for code in kinds or offered}
    first, second = sorted(held if len(held) > 1 else offered, key=lambda code: -held.get(code, 0))[:2]
    return first, second


def common_levels(release: Release, pair: Pair) -> tuple[Level, ...]:
    """Return the levels at which both sides show an area, widest first."""
    offered = [set(levels_of(release, own).offered) for own in (pair.first, pair.second)]
    return tuple(level for level in TESSELLATIONS if all(level in own for own in offered))
