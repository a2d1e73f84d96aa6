"""Overlap: a woman who told two organisations that do not share keys is counted twice, and k people are not k."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from release import Persons, read_release
from tests.attacks.naive import KEY, cube, publish
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import SOURCES, K, by_the_rules, kept, read, request, truth

if TYPE_CHECKING:
    from tests.attacks.worlds import World

UNLINKED = [(people, seed, SOURCES) for people, seed in ((100, 501), (300, 505), (1000, 509))]


def attack(shown: pl.DataFrame) -> pl.DataFrame:
    """Claim that each figure is true of real people: at least so many reports, and people, k or more of them."""
    return shown


def strangers(world: World) -> pl.DataFrame:
    """Return the world's rows as if each organisation gave keys of its own."""
    return world.table.with_columns(case=pl.concat_str("source", "case", separator="/"))


def _score(shown: pl.DataFrame, world: World) -> Score:
    """Count the figures that are above the truth, or of fewer than k real people."""
    true = cube(world.reports).rename({"reports": "real_reports", "people": "real_people"})
    told = (
        attack(shown)
        .join(true, on=list(KEY), how="left")
        .with_columns(pl.col("real_reports", "real_people").fill_null(0))
    )
    false = (pl.col("reports") > pl.col("real_reports")) | (pl.col("people") > pl.col("real_people"))
    return Score(told.height, told.filter(false | (pl.col("real_people") < K)).height)


def naive(world: World) -> Score:
    """Count every key of every organisation as a person."""
    twice, _ = truth(read(strangers(world)), Persons.UNLINKED)
    return _score(publish(twice.filter("past")), world)


def ours(world: World) -> Score:
    """Publish what the steward declares to be unlinked; rows of acts that time alone tells apart are left out."""
    made = by_the_rules(read(strangers(world)), request(Persons.UNLINKED))
    shown = rows_of(read_release(made.release)).filter(
        ~pl.col("cell").is_in(["elsewhere", "not_stated"]), ~pl.col("act").is_in(["B1", "B2"])
    )
    return _score(shown, world)


OVERLAP = Attack("overlap of sources", naive, ours)
"""Here the harm is a figure that is not true, and the score counts them."""


@pytest.fixture(scope="session")
def unlinked():
    """Return worlds of four organisations."""
    return [kept(*one) for one in UNLINKED]


def test_keys_that_are_counted_as_people_give_figures_above_the_truth(unlinked):
    assert OVERLAP.on_naive(unlinked).right > 50


def test_figures_of_unlinked_sources_are_true_and_of_k_real_people(unlinked):
    assert OVERLAP.on_ours(unlinked).right == 0
