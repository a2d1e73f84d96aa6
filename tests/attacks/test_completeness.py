"""Completeness: where it is known how many there were, a figure of nearly all of them says who is in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from terms import taxonomy
from tests.attacks.naive import published
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

KNOWN = pl.DataFrame(
    [("2021", "I1", 50), ("2023", "I1", 620), ("2024", "I1", 60)], schema=["period", "act", "there_were"], orient="row"
)
"""Mass returns of which press and researchers told how many people there were."""
A_FIFTH = 0.2


def attack(shown: pl.DataFrame) -> pl.DataFrame:
    """Claim that whoever was returned in a year is in the data with a chance of more than a fifth."""
    group = {code: act.group for code, act in taxonomy().acts.items()}
    known = pl.concat([KNOWN, KNOWN.with_columns(pl.col("act").replace_strict(group))])
    met = shown.join(known, on=["period", "act"])
    return met.with_columns(chance=pl.col("people") / pl.col("there_were")).filter(pl.col("chance") > A_FIFTH)


def _score(claims: pl.DataFrame, world: World) -> Score:
    returned = world.past.filter(pl.col("act") == "I1")
    people = returned.group_by(period=pl.col("year").cast(pl.String)).agg(real=pl.col("person").n_unique())
    met = claims.join(people, on="period")
    return Score(claims.height, met.filter(pl.col("real") > A_FIFTH * pl.col("there_were")).height)


def naive(world: World) -> Score:
    """Read exact counts by year and act."""
    return _score(attack(published(world).filter(pl.col("cell") == "region")), world)


def ours(world: World) -> Score:
    """Read our rows."""
    return _score(attack(rows_of(world.release)), world)


COMPLETENESS = Attack("completeness", naive, ours)


def test_a_count_of_nearly_all_who_were_returned_tells_who_is_in_the_data(worlds):
    score = COMPLETENESS.on_naive(worlds)
    assert score.precision == 1.0
    assert score.right >= len(worlds)


def test_ours_shows_no_most_of_a_return_of_which_the_number_is_known(worlds):
    assert COMPLETENESS.on_ours(worlds) == Score()
