"""Dominance: who bears much of a figure takes her own reports from it, and what is left is mostly one other person.

The p % rule for magnitude tables: *Handbook on Statistical Disclosure Control*, Hundepool et al., 2nd ed., ch. 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from release import LADDERS
from tests.attacks.naive import members, published
from tests.attacks.public import groups_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

NEAR = 1.5
"""How many times the truth an estimate may be, to tell something of one person."""
_GROUP = ("plate", "rung", "area", "period", "act", "more", "told_reports")


def attack(figures: pl.DataFrame) -> pl.DataFrame:
    """Claim that another person has at most so many reports: `estimate`, the figure without one's own.

    `figures`: high, the most that the figure can stand for, and own, the reports of who attacks.
    """
    return figures.with_columns(estimate=pl.col("high") - pl.col("own"))


def _two(groups: pl.DataFrame, by: list[str], world: World) -> pl.DataFrame:
    """Return of each group how many reports there are, and how many the two people have who bear most."""
    persons = groups.join(world.reports.select("report", "person"), on="report")
    of_each = persons.group_by(*by, "person").agg(n=pl.len().cast(pl.Int64))
    return of_each.group_by(by).agg(whole=pl.col("n").sum(), first=pl.col("n").max(), second=pl.col("n").top_k(2).min())


def _score(claims: pl.DataFrame, victim: str) -> Score:
    """Count estimates of someone with reports enough to be worth it."""
    told = claims.filter(pl.col(victim) > 5)
    return Score(told.height, told.filter(pl.col("estimate") <= NEAR * pl.col(victim)).height)


def naive(world: World) -> Score:
    """Be the second, and estimate the first from exact counts."""
    by, found = ["rung", "cell", "period", "act"], []
    shown = published(world).select("cell", "period", "act")
    for rung in range(len(LADDERS["where"].rungs)):
        keyed = members(world.past, "where", rung).with_columns(rung=pl.lit(rung))
        found.append(keyed.join(shown, on=["cell", "period", "act"], how="semi").select(*by, "report"))
    two = _two(pl.concat(found), by, world)
    return _score(attack(two.with_columns(high="whole", own="second")), "first")


def ours(world: World) -> Score:
    """Be the first, whose reports are left out of the figure anyway, and estimate the second."""
    two = _two(groups_of(world).select(*_GROUP, "report"), list(_GROUP), world)
    return _score(attack(two.with_columns(high=pl.col("told_reports") + 4, own=pl.lit(0))), "second")


DOMINANCE = Attack("dominance", naive, ours)


def test_who_bears_much_of_an_exact_count_knows_the_other_who_does(worlds):
    score = DOMINANCE.on_naive(worlds)
    assert score.right >= len(worlds)


def test_in_ours_no_one_can_be_told_from_the_rest(worlds):
    assert not DOMINANCE.wins(DOMINANCE.on_ours(worlds))
