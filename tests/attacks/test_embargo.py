"""Embargo: what a plate with time may not show yet stands in one without, or a recent year is told as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from release import Level, Selection, offered_acts, view
from tests.attacks.naive import KEY, cube, publish
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import AS_OF

if TYPE_CHECKING:
    from tests.attacks.worlds import World

RECENT = AS_OF.year - 1
"""Nothing from this year on is past any embargo: it ends a year after the end of the report's own, at the earliest."""
AREAS = (Level.REGION, Level.R2, Level.R3)


def attack(whole: pl.DataFrame, timed: pl.DataFrame) -> pl.DataFrame:
    """Claim what is recent of an area and act: what is told of no time, less what is told by time.

    Both: cell, act, reports. Returned: cell, act, recent.
    """
    told = timed.group_by("cell", "act").agg(told=pl.col("reports").sum())
    less = whole.join(told, on=["cell", "act"])
    return less.select("cell", "act", recent=pl.col("reports") - pl.col("told")).filter(pl.col("recent") > 0)


def early(shown: pl.DataFrame) -> pl.DataFrame:
    """Claim that there are people who told of a year of which nothing may be told yet."""
    return shown.filter(pl.col("period").is_in([str(year) for year in range(RECENT, AS_OF.year + 1)]))


def _score(claims: pl.DataFrame, world: World) -> Score:
    """Count the claims that are exactly what waits."""
    waiting = cube(world.reports.filter(~pl.col("past"))).filter(pl.col("period") == "all")
    joined = claims.join(waiting.select("cell", "act", true="reports"), on=["cell", "act"], how="left")
    return Score(joined.height, joined.filter(pl.col("recent") == pl.col("true")).height)


def _score_early(claims: pl.DataFrame, world: World) -> Score:
    there = cube(world.reports.filter(pl.col("year") >= RECENT)).select(KEY)
    return Score(claims.height, claims.join(there, on=list(KEY), how="semi").height)


def naive(world: World) -> Score:
    """Attack a page that keeps recent reports from its time slider, and not from its map."""
    whole, timed = (
        publish(rows).filter(pl.col("period") == "all").select("cell", "act", "reports")
        for rows in (world.reports, world.past)
    )
    return _score(attack(whole, timed), world)


def _summed(world: World, plate: str, level: Level, act: str) -> pl.DataFrame:
    cells = view(world.release, Selection(plate, act=act), level).cells
    return cells.select("cell", pl.lit(act).alias("act"), "reports")


def ours(world: World) -> Score:
    """Attack the sums that our plates without time and with time give, and every row that tells a year."""
    pairs = (("where", "where_when"), ("where_what", "where_when_what"), ("where_what", "when_what"))
    score = Score()
    for without, timed in pairs:
        if not {without, timed} <= set(world.release.plates):
            continue
        acts = [code for code in offered_acts(world.release.plates[timed]) if len(code) == 1 or code == "all"]
        levels = AREAS if timed != "when_what" else AREAS[:1]
        choices = [(level, act) for level in levels for act in acts if without != "where" or act == "all"]
        whole = pl.concat([_summed(world, without, level, act) for level, act in choices])
        parts = pl.concat([_summed(world, timed, level, act) for level, act in choices])
        score += _score(attack(whole, parts), world)
    return score


def naive_early(world: World) -> Score:
    """Read a page that waits for nothing."""
    return _score_early(early(publish(world.reports)), world)


def ours_early(world: World) -> Score:
    """Read our rows that tell a year."""
    return _score_early(early(rows_of(world.release)), world)


EMBARGO = Attack("embargo", naive, ours, share=0.1)
"""Floors differ from plate to plate, and a difference of two is now and then what waits, by chance."""
EARLY = Attack("early", naive_early, ours_early)


def test_what_a_slider_hides_and_a_map_does_not_is_recent(some):
    score = EMBARGO.on_naive(some[::2])
    assert score.precision == 1.0
    assert score.right > 100


def test_no_difference_of_our_plates_tells_what_waits(some):
    assert not EMBARGO.wins(EMBARGO.on_ours(some[::2]))


def test_a_page_that_waits_for_nothing_tells_of_last_year(worlds):
    score = EARLY.on_naive(worlds)
    assert score.precision == 1.0
    assert score.right > len(worlds)


def test_no_row_of_ours_tells_a_year_that_is_under_embargo(worlds):
    assert EARLY.on_ours(worlds) == Score()
