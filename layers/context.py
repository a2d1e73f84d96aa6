"""Sourced figures of others, in frames: a contested one never without its rivals, and none beside our own figures.

They are quoted as their sources print them, so they stand in English. Nothing here comes from a release.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from terms import facts

if TYPE_CHECKING:
    from terms import Fact


@dataclass(frozen=True, slots=True)
class FactFrame:
    """Facts that must be seen together, in the order of facts.csv; `contested` if any of them is."""

    facts: tuple[Fact, ...]

    @property
    def contested(self) -> bool:
        """Whether sources contradict one another, or a figure is disputed."""
        return any(fact.contested for fact in self.facts)


@cache
def fact_frames() -> tuple[FactFrame, ...]:
    """Return all facts in frames: those that are rivals of one another, directly or by others, in one.

    Examples
    --------
    >>> [[fact.id for fact in frame.facts] for frame in fact_frames()][1]
    ['F02', 'F03']
    """
    frame_of = {key: {key} for key in facts()}
    for key, fact in facts().items():
        joined = frame_of[key].union(*(frame_of[rival] for rival in fact.rivals))
        for member in joined:
            frame_of[member] = joined
    found = dict.fromkeys(tuple(key for key in facts() if key in frame_of[own]) for own in facts())
    return tuple(FactFrame(tuple(facts()[key] for key in keys)) for keys in found)
