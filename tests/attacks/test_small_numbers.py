"""Small numbers: a figure of two people is known to each of them, and to all who know one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from tests.attacks.naive import exact
from tests.attacks.public import groups_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K

if TYPE_CHECKING:
    from tests.attacks.worlds import World

_GROUP = ("plate", "rung", "area", "period", "act", "more")


def attack(figures: pl.DataFrame) -> pl.DataFrame:
    """Claim of a figure that fewer than k people are behind it. `figures`: high, the most that there can be."""
    return figures.filter(pl.col("high") < K)


def naive(world: World) -> Score:
    """Read a page without any threshold."""
    claims = attack(exact(world).with_columns(high="people"))
    return Score(claims.height, claims.filter(pl.col("people") < K).height)


def ours(world: World) -> Score:
    """Read our minima: up to five people more are behind each."""
    persons = groups_of(world).join(world.reports.select("report", "person"), on="report")
    counted = persons.group_by(*_GROUP, "told_people").agg(people=pl.col("person").n_unique())
    claims = attack(counted.with_columns(high=pl.col("told_people") + 5))
    return Score(claims.height, claims.filter(pl.col("people") < K).height)


SMALL_NUMBERS = Attack("small numbers", naive, ours)


def test_a_page_without_a_threshold_is_mostly_of_a_few_people(some):
    assert SMALL_NUMBERS.on_naive(some).right > 1000


def test_no_figure_of_ours_is_of_a_few_people(worlds):
    assert SMALL_NUMBERS.on_ours(worlds) == Score()
