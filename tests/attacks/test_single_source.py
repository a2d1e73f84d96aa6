"""Single source: an organisation takes its own people from a figure, and what is left are very few others.

m-privacy: Goryczka, Xiong & Fung 2014.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from release import LADDERS
from tests.attacks.naive import members, published
from tests.attacks.public import groups_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

FEW = 2
_GROUP = ("plate", "rung", "area", "period", "act", "more")


def attack(people: pl.DataFrame) -> pl.DataFrame:
    """Claim of a figure that at most two people are behind it whom this organisation does not know.

    `people`: low and high, between which the number of people is known to lie, and own, how many it knows itself.
    """
    return people.filter(pl.col("own") > 0, pl.col("high") - pl.col("own") <= FEW)


def _own(groups: pl.DataFrame, by: list[str], world: World) -> pl.DataFrame:
    """Count of each group the people, those that each source knows, and those that only others know."""
    persons = groups.join(world.reports.select("report", "person"), on="report").join(world.told, on="report")
    whole = persons.group_by(by).agg(people=pl.col("person").n_unique())
    own = persons.group_by(*by, "source").agg(own=pl.col("person").n_unique())
    return own.join(whole, on=by).with_columns(others=pl.col("people") - pl.col("own"))


def _score(claims: pl.DataFrame) -> Score:
    return Score(claims.height, claims.filter(pl.col("others").is_between(1, FEW)).height)


def naive(world: World) -> Score:
    """Attack exact numbers of people by place, era and group of acts."""
    by, found = ["rung", "cell", "period", "act"], []
    for rung in range(len(LADDERS["where_when_what"].rungs)):
        keyed = members(world.past, "where_when_what", rung).with_columns(rung=pl.lit(rung))
        shown = published(world).select("cell", "period", "act")
        found.append(keyed.join(shown, on=["cell", "period", "act"], how="semi").select(*by, "report"))
    counted = _own(pl.concat(found), by, world)
    return _score(attack(counted.with_columns(low="people", high="people")))


def ours(world: World) -> Score:
    """Attack the minimum that ours gives: there are from one to five people more."""
    by = [*_GROUP, "told_people"]
    counted = _own(groups_of(world).select(*by, "report"), by, world)
    return _score(attack(counted.with_columns(low=pl.col("told_people") + 1, high=pl.col("told_people") + 5)))


SINGLE_SOURCE = Attack("single source", naive, ours)


@pytest.fixture(scope="session")
def several(worlds):
    """Return the worlds in which several organisations tell."""
    return [world for world in worlds if world.seed % 2]


def test_an_organisation_finds_the_one_person_that_it_does_not_know(several):
    score = SINGLE_SOURCE.on_naive(several)
    assert score.right > 10


def test_an_organisation_finds_no_one_in_ours(several):
    assert not SINGLE_SOURCE.wins(SINGLE_SOURCE.on_ours(several))
