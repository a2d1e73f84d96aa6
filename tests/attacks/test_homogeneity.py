"""Homogeneity: where all that is told of a place is one severe act, to know who was there is to know what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from terms import Sensitivity, taxonomy
from tests.attacks.naive import published
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

NEARLY_ALL = 0.9
SEVERE = [code for code in taxonomy().groups if taxonomy().acts[code].sensitivity is Sensitivity.SEVERE]


def attack(shown: pl.DataFrame) -> list[tuple[str, str, str]]:
    """Claim of an area and period that whoever was there suffered this: cell, period, group of acts.

    `shown`: cell, period, act, reports; several rows of a key are added.
    """
    by_group = {code: act.group for code, act in taxonomy().acts.items()}
    told = shown.filter(pl.col("act") != "all").with_columns(group=pl.col("act").replace_strict(by_group))
    parts = told.group_by("cell", "period", "group").agg(pl.col("reports").sum())
    share = parts.with_columns(share=pl.col("reports") / pl.col("reports").sum().over("cell", "period"))
    sure = share.filter(pl.col("share") > NEARLY_ALL, pl.col("group").is_in(SEVERE))
    return sure.select("cell", "period", "group").rows()


def _score(shown: pl.DataFrame, world: World) -> Score:
    right, claims = 0, attack(shown)
    private = world.past.filter(~((pl.col("class") == "C") & pl.col("facility")))
    for cell, period, group in claims:
        there = private.filter(pl.col(f"t{cell[1]}") == cell)
        if period != "all":
            there = there.filter((pl.col("era") == period) | (pl.col("year").cast(pl.String) == period))
        of_her = there.group_by("person").agg(suffered=(pl.col("group") == group).any())
        all_ = there.height > 0 and min((there["group"] == group).mean(), of_her["suffered"].mean()) > NEARLY_ALL
        right += int(all_)
    return Score(len(claims), right)


def naive(world: World) -> Score:
    """Attack counts by place and group of acts."""
    groups = list(taxonomy().groups)
    shown = published(world).filter(pl.col("cell") != "region", pl.col("act").is_in(groups))
    return _score(shown, world)


def ours(world: World) -> Score:
    """Attack the plates that tell acts of places; custody in a public facility is what a facility is known for."""
    score = Score()
    for plate in ("where_what", "where_when_what"):
        score += _score(rows_of(world.release, plate).filter(pl.col("resolution") > 2), world)
    return score


HOMOGENEITY = Attack("homogeneity", naive, ours)


def test_where_all_is_one_severe_act_a_count_tells_what_was_done_to_everyone(worlds):
    score = HOMOGENEITY.on_naive(worlds)
    assert score.right >= len(worlds)


def test_where_all_is_one_severe_act_ours_tells_no_act(worlds):
    assert not HOMOGENEITY.wins(HOMOGENEITY.on_ours(worlds))
