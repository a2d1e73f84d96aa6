"""Withdrawal: a count that is made again without her shows, by what it lost, all that she had told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from tests.attacks.naive import KEY, cube, published, withdraw
from tests.attacks.public import groups_of, people_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

WITHDRAWALS = 100
_GROUP = ("plate", "rung", "area", "period", "act", "more")


def attack(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Claim that whoever withdrew had told this: cell, period, act, lost."""
    both = before.join(after.select(*KEY, left="reports"), on=list(KEY))
    return both.select(*KEY, lost=pl.col("reports") - pl.col("left")).filter(pl.col("lost") > 0)


def _leavers(world: World, many: int) -> list[int]:
    told = world.past["person"].unique().sort().to_numpy()
    return np.random.default_rng(world.seed).choice(told, many).tolist()


def naive(world: World) -> Score:
    """Count again without each of three people."""
    score = Score()
    for person in _leavers(world, 3):
        claims = attack(published(world), withdraw(world.past, person))
        hers = cube(world.past.filter(pl.col("person") == person))
        right = claims.join(hers, left_on=[*KEY, "lost"], right_on=[*KEY, "reports"], how="semi")
        score += Score(claims.height, right.height)
    return score


def ours(world: World) -> Score:
    """Count the figures, not moved by a withdrawal, that are no longer true without one of a hundred people."""
    groups = pl.concat([groups_of(world), people_of(world)])
    persons = groups.join(world.reports.select("report", "person"), on="report")
    whole = persons.group_by(_GROUP).agg(
        reports=pl.len().cast(pl.Int64),
        people=pl.col("person").n_unique().cast(pl.Int64),
        told_reports=pl.col("told_reports").first(),
        told_people=pl.col("told_people").first(),
    )
    score = Score()
    for person in _leavers(world, WITHDRAWALS):
        hers = persons.filter(pl.col("person") == person).group_by(_GROUP).agg(hers=pl.len().cast(pl.Int64))
        left = whole.join(hers, on=list(_GROUP))
        untrue = (pl.col("reports") - pl.col("hers") < pl.col("told_reports")) | (
            pl.col("people") - 1 < pl.col("told_people")
        )
        score += Score(left.height, left.filter(untrue).height)
    return score


WITHDRAWAL = Attack("withdrawal", naive, ours)
"""Ours does not change a byte when someone withdraws, so the harm would be a figure that is no longer true."""


def test_a_new_count_tells_what_the_one_who_withdrew_had_told(some):
    score = WITHDRAWAL.on_naive(some[::3])
    assert score.precision == 1.0
    assert score.right > 100


@pytest.mark.parametrize("people", [100, 300, 1000])
def test_every_figure_is_true_without_any_of_a_hundred_people(worlds, people):
    score = WITHDRAWAL.ours(next(world for world in worlds if world.people == people))
    assert score.claims > WITHDRAWALS
    assert score.right == 0
