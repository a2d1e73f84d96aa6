"""Repair: a published group that gives a small margin away goes one rung up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from protect.ladder import AREAS, DISSOLVED_UNDER_K, POOL_RUNG
from protect.stats import KEY
from release import PLATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


FIRST_TO_LOSE: Final = (
    "lag", "who_what", "ongoing", "where_when_what", "where_when", "where_what", "people", "when_what", "where",
)  # fmt: skip
"""The plates, those first that say least of what people ask: where there is, and what."""


_ENDS: Final = {name: -2 if ladder.of_people else len(ladder.rungs) - 1 for name, ladder in PLATES.items()}
"""The last rung of each ladder; a table has none."""


def send_up(groups: pl.DataFrame, proofs: Iterable[list[int]], k: int) -> pl.DataFrame:
    """Choose the groups that are to go one rung up, so that exposed margins are no longer exposed.

    Parameters
    ----------
    groups
        What is published: sum, plate, rung, the columns of `KEY`, cases.
    proofs
        For each bound that is exposed, the published sums that prove it.
    k
        Cases that a figure needs.

    Returns
    -------
    pl.DataFrame
        plate, rung and the columns of `KEY`. A group of the last rung goes into the pool, and the pool is withheld.

    Notes
    -----
    By duality the sums of a proof alone prove the bound, so that any of them will do. Where a plate has many groups in
    a proof, they are parts of a whole, and one that goes up is soon a part of it again; so the plate with fewest is
    chosen, and of its groups the one with fewest cases, which costs least. A group that goes up for one margin may
    serve others; a bound that has other proofs shows them at the next attack. (Complementary suppression: Fischetti &
    Salazar 2001, *Management Science* 47.)
    """
    named = {row["sum"]: row for row in groups.iter_rows(named=True)}
    small = _smallest_ends(groups, k)
    chosen: set[int] = set()
    for proof in sorted(proofs, key=len):
        own = [named[at] for at in proof if at in named]
        of_plate = Counter(group["plate"] for group in own)
        ways = [way for group in own for way in _ways(group, small, of_plate[group["plate"]])]
        if ways and not chosen.intersection(way[-1] for way in ways):
            chosen.add(min(ways)[-1])
    return groups.filter(pl.col("sum").is_in(sorted(chosen))).select("plate", "rung", *KEY)


def _smallest_ends(groups: pl.DataFrame, k: int) -> dict[str, tuple[int, int]]:
    """Return the smallest group at the end of each ladder that may be dissolved into its pool: cases, sum."""
    ends = groups.filter(
        pl.col("rung") == pl.col("plate").replace_strict(_ENDS, return_dtype=pl.Int16),
        pl.col("area") == AREAS["region"],
        pl.col("cases") < DISSOLVED_UNDER_K * k,
    )
    first = ends.sort("cases", *KEY).unique("plate", keep="first", maintain_order=True)
    return {plate: (cases, at) for plate, cases, at in first.select("plate", "cases", "sum").iter_rows()}


def _ways(group: dict[str, Any], small: dict[str, tuple[int, int]], beside: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield what can be sent up to break a proof that rests on a group, each with its cost before it.

    Inside a ladder a group is told more widely, and nothing is lost; `beside` is how many groups of its plate the proof
    rests on. From its end it goes into the pool; a pool becomes
    another one if the smallest group of its plate goes into it. The last resort is to withhold the pool.
    """
    rank = FIRST_TO_LOSE.index(group["plate"])
    if group["rung"] == POOL_RUNG:
        if group["plate"] in small:
            yield 1, rank, *small[group["plate"]]
        yield 2, rank, group["cases"], group["sum"]
    elif group["rung"] == _ENDS[group["plate"]]:
        yield 1, rank, group["cases"], group["sum"]
    else:
        yield 0, beside, group["cases"], group["sum"]
