"""What protection costs, for the steward alone: which share of the reports each rung of each plate shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protect.ladder import POOL_RUNG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protect.ladder import Climbed
    from protect.pipeline import Protected


def summarise(protected: Protected) -> Iterator[str]:
    """Say line by line how many reports are told how finely. Private: exact counts, never to be published."""
    waiting = f"{protected.embargoed} of {protected.reports} reports wait for their embargo"
    yield f"{waiting}; {protected.reports - protected.embargoed} may be shown."
    for name, climbed in protected.audited.plates.climbed.items():
        yield f"{name}: {', '.join(_shares(climbed))}."


def _shares(climbed: Climbed) -> Iterator[str]:
    whole = max(climbed.members.height + climbed.withheld, 1)
    counts = dict(climbed.members.group_by("rung").len().iter_rows())
    for number, rung in enumerate(climbed.ladder.rungs):
        if counts.get(number):
            yield f"{counts[number] / whole:.0%} at {rung}"
    if counts.get(POOL_RUNG):
        yield f"{counts[POOL_RUNG] / whole:.0%} in the pool"
    if climbed.withheld:
        yield f"{climbed.withheld} withheld"
