"""Noise: what is published exactly and again with noise, or with new noise for each who asks, is averaged away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from protect.publish import to_plate
from protect.rules import figures
from tests.attacks.naive import KEY, add_noise, published
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.attacks.worlds import World

ASKED = 60


def attack(answers: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Claim that the mean of many answers to one question is what is true: cell, period, act, reports."""
    return pl.concat(answers).group_by(KEY).agg(pl.col("reports").mean().round().cast(pl.Int64))


def naive(world: World) -> Score:
    """Ask a page that draws noise for each who asks."""
    rng = np.random.default_rng(world.seed)
    exact = published(world).filter(pl.col("act") == "all")
    claims = attack([add_noise(exact, rng) for _ in range(ASKED)])
    return Score(claims.height, claims.join(exact, on=[*KEY, "reports"], how="semi").height)


def ours(world: World) -> Score:
    """Write our plate again and again."""
    plate = world.plates.climbed["when_what"]
    true = plate.groups.filter(pl.col("area") == 1).select("period", "act", true="reports")
    written = [
        to_plate(plate.ladder, plate.groups, figures(plate.groups)).rows.select(*KEY, "reports") for _ in range(ASKED)
    ]
    told = attack(written).filter(pl.col("cell") == "region").join(true, on=["period", "act"])
    return Score(told.height, told.filter(pl.col("reports") == pl.col("true")).height)


NOISE = Attack("noise", naive, ours, share=0.1)


def test_the_mean_of_many_noisy_answers_is_the_truth(some):
    assert NOISE.on_naive(some[:5]).precision > 0.5


def test_ours_gives_one_answer_and_it_is_not_the_count(some):
    assert NOISE.on_ours(some[:5]).right == 0
