"""Coverage that was published is frozen: later releases carry it on as it is, and there is no other to subtract."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from errors import UsageError
from release import STEP, coverage_to_csv

if TYPE_CHECKING:
    import polars as pl

    from protect.coverage import Coverage
    from protect.ledger import Ledger


def carry_on(ledger: Ledger, coverage: Coverage | None, old: pl.DataFrame | None, k: int) -> pl.DataFrame | None:
    """Return the rows of coverage that a release carries on from the one before.

    Parameters
    ----------
    ledger
        That the release goes on with, or begins after another.
    coverage
        Interviews, if the steward gives any now.
    old
        Coverage of the release before, as it was read of its zip.
    k
        Distinct interviews that a figure needs now. Where a new series asks for more than the figures have, they are
        not carried on, and no others take their place.

    Returns
    -------
    pl.DataFrame | None
        Which gives the same bytes again; None where there is nothing to carry on.

    Raises
    ------
    UsageError
        If coverage was published already and is given again, or if what is to be carried on is not what was published.
    """
    if ledger.head.covered and coverage is not None:
        raise UsageError(
            "--coverage was given, but coverage of this data has been published already, and it is frozen: whoever has "
            "two of them could subtract one from the other, down to the interviews of a few people. Leave the option "
            "out; what was published is carried on as it is."
        )
    if not ledger.head.coverage:
        return None
    if old is None or hashlib.sha256(coverage_to_csv(old, 1)).hexdigest() != ledger.head.coverage:
        raise UsageError(
            "The coverage of the release before is not the one that its ledger tells of, or is missing: go on from the "
            "release that the ledger belongs to."
        )
    return old if (old["interviews"] >= (k - 1) // STEP * STEP).all() else None
