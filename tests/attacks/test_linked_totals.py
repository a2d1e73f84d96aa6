"""Linked totals: someone else counted the whole exactly; less what we show of it, it is what we do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from geo import climb, from_text, to_text
from tests.attacks.naive import exact, published
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K

if TYPE_CHECKING:
    from tests.attacks.worlds import World

WHOLE, PART = 3, 4


def _up(cells: pl.Series) -> pl.Series:
    return pl.Series("cell", to_text(climb(from_text(cells.to_list()), WHOLE)), dtype=pl.String)


def attack(totals: pl.DataFrame, shown: pl.DataFrame) -> pl.DataFrame:
    """Claim that so many reports of an area are not shown: cell, period, act, rest, few of them.

    `totals`: cell, period, act, reports, as someone else published them. `shown`: the same of parts of the area.
    """
    parts = shown.with_columns(_up(shown["cell"])).group_by("cell", "period", "act")
    left = totals.join(parts.agg(told=pl.col("reports").sum()), on=["cell", "period", "act"])
    rest = left.select("cell", "period", "act", rest=pl.col("reports") - pl.col("told"))
    return rest.filter(pl.col("rest").is_between(1, K - 1))


def _score(totals: pl.DataFrame, shown: pl.DataFrame, true: pl.DataFrame) -> Score:
    """Count the claims that are what is left of the total when the true numbers behind what is shown are taken."""
    claims = attack(totals, shown)
    right = attack(totals, true).rename({"rest": "really"})
    both = claims.join(right, on=["cell", "period", "act"])
    return Score(claims.height, both.filter(pl.col("rest") == pl.col("really")).height)


def _totals(world: World) -> pl.DataFrame:
    counted = exact(world).filter(pl.col("cell").str.starts_with(f"8{WHOLE}"))
    return counted.select("cell", "period", "act", "reports")


def naive(world: World) -> Score:
    """Take exact counts of r4 cells from the total of their r3 cell."""
    shown = published(world).filter(pl.col("cell").str.starts_with(f"8{PART}"))
    return _score(_totals(world), shown, shown)


def ours(world: World) -> Score:
    """Take our rows from the total of their r3 cell, plate by plate."""
    score = Score()
    for plate in world.plates.climbed:
        if plate not in {"where", "where_what", "where_when", "where_when_what"}:
            continue
        rows = rows_of(world.release, plate).filter(pl.col("resolution") >= WHOLE)
        if rows.is_empty():
            continue
        groups = world.plates.climbed[plate].groups.filter(pl.col("area") > 3)
        cells = pl.Series("cell", to_text(groups["area"].to_numpy()), dtype=pl.String)
        score += _score(
            _totals(world), rows, groups.with_columns(cells).filter(pl.col("cell").str.slice(1, 1) >= str(WHOLE))
        )
    return score


LINKED_TOTALS = Attack("linked totals", naive, ours, share=0.34)
"""The difference is too large by what the floor and the largest case take away: it is right by chance only."""


def test_an_exact_total_less_exact_parts_is_what_was_hidden(worlds):
    score = LINKED_TOTALS.on_naive(worlds)
    assert score.precision == 1.0
    assert score.right > 100


def test_an_exact_total_less_our_minima_is_not_what_was_hidden(worlds):
    assert not LINKED_TOTALS.wins(LINKED_TOTALS.on_ours(worlds))
