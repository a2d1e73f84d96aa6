"""What an edition after the first, or a new series, is protected with: the batch, and whence it comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import Phase, settings

from protect.before import told_before
from protect.build import Batch
from protect.editions import begin, settled, split
from protect.entry import add_limits
from protect.tally import Reports, tally
from protect.withdrawal import withdraw
from tests.protect.people import Rows
from tests.protect.series import step

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from protect import Policy
    from protect.ledger import Ledger
    from protect.stats import Conditions

a_few = settings(max_examples=2, phases=(Phase.explicit, Phase.generate))
"""For laws on whole editions: each takes its time, and a seed does not shrink."""


@dataclass(frozen=True)
class Later:
    """A batch with all that was published before it. `first`: the ledger before; `on`: the conditions now."""

    reports: Reports
    batch: Batch
    first: Ledger
    on: Conditions


def go_on(
    early: pl.DataFrame,
    rows: pl.DataFrame,
    on: Conditions,
    *,
    before: Ledger | None = None,
    gone: Sequence[str] = (),
    series: Policy | None = None,
) -> Later:
    """Publish a table by the rules alone, let some withdraw, and open the next edition or (with a policy) series.

    Where the ledger before is given, the first table has been published.
    """
    made = before or step(early, on).ledger
    first = withdraw(made, gone, on.secret).ledger if gone else made
    now = replace(on, policy=series) if series else on
    reports = tally(Rows(rows), now.persons)
    limited = add_limits(reports, now.policy, now.as_of)
    ledger = begin(reports, settled(now, synthetic=True), now.secret, first) if series else first
    found = split(reports, limited, ledger, now)
    standing = limited.join(found.marks, left_on="report", right_on="number", how="semi")
    before = told_before([ledger, *ledger.earlier], found, standing, same_series=series is None)
    return Later(reports, Batch(standing, reports.sources, new=found.new, before=before), first, now)
