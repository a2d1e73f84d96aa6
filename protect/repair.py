"""Repair: a published group that gives a small margin away goes one rung up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from protect.intervals import SETTLED
from protect.ladder import POOL_RUNG
from protect.stats import KEY
from release import PLATES

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    from protect.intervals import Engine

    Indices = NDArray[np.int32]


def send_up(  # noqa: PLR0913 - all of them are of one attack
    groups: pl.DataFrame,
    engine: Engine,
    questions: sparse.csr_matrix,
    lows: Indices,
    highs: Indices,
    *,
    low: float,
    high: float,
) -> pl.DataFrame:
    """Choose the groups that are to go one rung up, so that exposed margins are no longer exposed.

    Parameters
    ----------
    groups
        What is published: sum, plate, rung, the columns of `KEY`, cases.
    engine
        Which the attack was settled with; it cannot be used for anything else after this.
    questions
        All that were asked.
    lows, highs
        Those whose least value is above `low`, and those whose largest is below `high`.
    low, high
        What intervals must reach.

    Returns
    -------
    pl.DataFrame
        plate, rung and the columns of `KEY`. A group of the last rung goes into the pool, and the pool is withheld.

    Notes
    -----
    The sums that prove a bound are read off the linear program (duality), so that no group goes up in vain: any of
    them will do, and the one with fewest cases costs least. What is chosen counts as not published for the margins that
    follow; a bound may have several proofs, one after the other. (Complementary suppression: Fischetti & Salazar
    2001, *Management Science* 47.)
    """
    movable = _movable(groups)
    order = dict(zip(movable["sum"].to_list(), range(movable.height), strict=True))
    chosen: list[int] = []
    for margins, maximise in ((lows, False), (highs, True)):
        for margin in margins.tolist():
            own = slice(questions.indptr[margin], questions.indptr[margin + 1])
            columns = questions.indices[own].astype(np.int32)
            while True:
                value, proof = engine.binding(columns, maximise=maximise)
                reached = value >= high - SETTLED if maximise else value <= low + SETTLED
                held = sorted((order[at], at) for at in proof.tolist() if at in order)
                if reached or not held:
                    break
                chosen.append(held[0][1])
                engine.forget(np.array(chosen[-1:], dtype=np.int32))
    return movable.filter(pl.col("sum").is_in(chosen)).select("plate", "rung", *KEY)


def _movable(groups: pl.DataFrame) -> pl.DataFrame:
    """Return all groups, those first that lose least by going up: inside a ladder, at its end, the pool."""
    last = {name: POOL_RUNG if ladder.of_people else len(ladder.rungs) - 1 for name, ladder in PLATES.items()}
    end = pl.col("rung") == pl.col("plate").replace_strict(last, return_dtype=pl.Int16)
    pool = pl.col("rung") == POOL_RUNG
    return groups.with_columns(end=end, pool=pool).sort("pool", "end", "cases", "plate", "rung", *KEY)
