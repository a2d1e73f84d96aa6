"""What an attack claims, how much of it is right, and what that means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.attacks.worlds import World


@dataclass(frozen=True, slots=True)
class Score:
    """How many claims an attack makes, and how many of them are right."""

    claims: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        """Add what was scored elsewhere."""
        return Score(self.claims + other.claims, self.right + other.right)

    @property
    def precision(self) -> float:
        """The share of the claims that are right; 0 where nothing is claimed."""
        return self.right / self.claims if self.claims else 0.0


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack.

    `naive` and `ours` run it on a naive release of a world and on ours, and score it. It wins if it is right more than
    `least` times and in more than the share `share` of its claims.
    """

    name: str
    naive: Callable[[World], Score]
    ours: Callable[[World], Score]
    share: float = 0.0
    least: int = 0

    def wins(self, score: Score) -> bool:
        """Tell whether this score harms anyone."""
        return score.right > self.least and score.precision > self.share

    def on_naive(self, worlds: Iterable[World]) -> Score:
        """Attack the naive releases of some worlds."""
        return sum((self.naive(world) for world in worlds), Score())

    def on_ours(self, worlds: Iterable[World]) -> Score:
        """Attack our releases of some worlds."""
        return sum((self.ours(world) for world in worlds), Score())
