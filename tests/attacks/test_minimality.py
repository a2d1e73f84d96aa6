"""Minimality and downcoding: that a group is coarse would say that each of its parts was too small to be shown.

Wong, Fu, Wang & Pei 2007, "Minimality attack in privacy preserving data publishing"; Cohen 2022, "Attacks on
deidentification's defenses".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from protect.entry import is_thin
from protect.policy import Policy
from release import LADDERS
from terms import taxonomy
from tests.attacks.naive import KEY, climb, members
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K

if TYPE_CHECKING:
    from tests.attacks.worlds import World

PLATE = "when_what"


def _by_year(reports: pl.DataFrame) -> pl.DataFrame:
    """Keep the reports of which anyone knows that nothing but too few people would keep them from year and act."""
    thin = [year for year in reports["year"].unique().drop_nulls().to_list() if is_thin(year, Policy())]
    bound = ["B", *[act for act in taxonomy().acts if taxonomy().acts[act].is_group and act != "Z"]]
    return reports.filter(
        pl.col("class") != "A",
        pl.col("year").is_not_null() & ~pl.col("year").is_in(thin),
        ~pl.col("act").is_in(bound) & (pl.col("group") != "B"),
    )


def attack(shown: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Claim that an act of a year has fewer than k people, because it is not shown and its group in that year is.

    `shown`: cell, period, act of the published rows. `parts`: which acts there are of which years, with their group.
    """
    group = shown.select("cell", "period", group="act")
    return parts.join(shown, on=KEY, how="anti").join(group, on=["cell", "period", "group"], how="semi")


def _score(shown: pl.DataFrame, reports: pl.DataFrame) -> Score:
    told = _by_year(reports)
    keyed = members(told, PLATE, 0).join(told.select("report", "group"), on="report").filter(pl.col("cell") == "region")
    parts = keyed.group_by(*KEY, "group").agg(people=pl.col("person").n_unique())
    claims = attack(shown, parts)
    return Score(claims.height, claims.filter(pl.col("people") < K).height)


def naive(world: World) -> Score:
    """Attack a ladder that sends up what is too small, and nothing else."""
    return _score(climb(_by_year(world.past), LADDERS[PLATE]).select(KEY), world.past)


def ours(world: World) -> Score:
    """Attack our plate of the same question."""
    return _score(world.release.plates[PLATE].rows.select(KEY), world.past)


MINIMALITY = Attack("minimality", naive, ours, share=0.97, least=20)


def test_in_a_ladder_of_thresholds_coarse_means_too_few_without_exception(worlds):
    score = MINIMALITY.on_naive(worlds)
    assert score.precision == 1.0
    assert score.claims > 500


def test_in_ours_coarse_does_not_mean_too_few(worlds):
    assert not MINIMALITY.wins(MINIMALITY.on_ours(worlds))
