"""Repair: a published group that gives a small margin away goes one rung up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from protect.ladder import POOL_RUNG
from protect.stats import KEY
from release import PLATES

if TYPE_CHECKING:
    from collections.abc import Iterable


def send_up(groups: pl.DataFrame, proofs: Iterable[list[int]]) -> pl.DataFrame:
    """Choose the groups that are to go one rung up, so that exposed margins are no longer exposed.

    Parameters
    ----------
    groups
        What is published: sum, plate, rung, the columns of `KEY`, cases.
    proofs
        For each bound that is exposed, the published sums that prove it.

    Returns
    -------
    pl.DataFrame
        plate, rung and the columns of `KEY`. A group of the last rung goes into the pool, and the pool is withheld.

    Notes
    -----
    By duality the sums of a proof alone prove the bound, so that no group goes up in vain: any of them will do, and the
    one with fewest cases costs least. A group that goes up for one margin may serve others; a bound that has other
    proofs shows them at the next attack. (Complementary suppression: Fischetti & Salazar 2001, *Management Science*
    47.)
    """
    movable = _movable(groups)
    order = {at: place for place, at in enumerate(movable["sum"].to_list())}
    chosen: set[int] = set()
    for proof in sorted(proofs, key=len):
        held = [at for at in proof if at in order]
        if held and not chosen.intersection(held):
            chosen.add(min(held, key=order.__getitem__))
    return movable.filter(pl.col("sum").is_in(sorted(chosen))).select("plate", "rung", *KEY)


def _movable(groups: pl.DataFrame) -> pl.DataFrame:
    """Return all groups, those first that lose least by going up: inside a ladder, at its end, the pool."""
    last = {name: POOL_RUNG if ladder.of_people else len(ladder.rungs) - 1 for name, ladder in PLATES.items()}
    end = pl.col("rung") == pl.col("plate").replace_strict(last, return_dtype=pl.Int16)
    pool = pl.col("rung") == POOL_RUNG
    return groups.with_columns(end=end, pool=pool).sort("pool", "end", "cases", "plate", "rung", *KEY)
