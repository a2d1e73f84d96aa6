"""Editions: what a second release has more than the first is what came in between, however little it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from release import read_release
from tests.attacks.naive import KEY, cube, publish, published
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import SHARED, K, by_the_rules, kept, read, request

if TYPE_CHECKING:
    from protect import Protected
    from release import Release
    from tests.attacks.worlds import World

LATER = 0.35
"""Share of the people who tell after the first release."""
WORLDS = [SHARED[0], SHARED[26], SHARED[44]]


def attack(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Claim that so few reports came in between: cell, period, act, more."""
    both = after.join(before.select(*KEY, was="reports"), on=list(KEY), how="left").with_columns(
        pl.col("was").fill_null(0)
    )
    return both.select(*KEY, more=pl.col("reports") - pl.col("was")).filter(pl.col("more").is_between(1, K - 1))


def early_cases(world: World) -> list[str]:
    """Return the cases of those who tell before the first release."""
    cases = world.table["case"].unique().sort()
    stays = np.random.default_rng(world.seed).random(len(cases)) >= LATER
    return cases.filter(pl.Series(stays)).to_list()


@cache
def _two(people: int, seed: int, sources: int) -> tuple[Protected, Protected]:
    world = kept(people, seed, sources)
    asked = request(single=sources == 1)
    early = world.table.filter(pl.col("case").is_in(early_cases(world)))
    first = by_the_rules(read(early), asked)
    return first, by_the_rules(world.incidents, replace(asked, previous=first.ledger))


def two_editions(world: World) -> tuple[Release, Release]:
    """Return two releases of a world, the second after the first."""
    first, second = _two(world.people, world.seed, world.told["source"].n_unique())
    return read_release(first.release), read_release(second.release)


def _new(world: World) -> pl.DataFrame:
    """Count what came in after the first release."""
    return cube(world.past.filter(~pl.col("case").is_in(early_cases(world))))


def _score(before: pl.DataFrame, after: pl.DataFrame, world: World) -> Score:
    claims = attack(before, after)
    right = claims.join(_new(world), left_on=[*KEY, "more"], right_on=[*KEY, "reports"], how="semi")
    return Score(claims.height, right.height)


def naive(world: World) -> Score:
    """Count the whole anew when more has come in."""
    early = world.past.filter(pl.col("case").is_in(early_cases(world)))
    return _score(publish(early), published(world), world)


def ours(world: World) -> Score:
    """Read our first release, and the second."""
    was, now = two_editions(world)
    return sum((_score(rows_of(was, plate), rows_of(now, plate), world) for plate in now.explored), Score())


EDITIONS = Attack("editions", naive, ours)


@pytest.fixture(scope="module")
def growing():
    """Return worlds of three sizes, of one organisation and of several."""
    return [kept(*one) for one in WORLDS]


def test_two_counts_of_a_growing_table_tell_what_came_in(growing):
    score = EDITIONS.on_naive(growing)
    assert score.right > 500
    assert score.precision == 1.0


def test_our_second_edition_tells_nothing_small_of_what_came_in(growing):
    assert EDITIONS.on_ours(growing).right == 0


def test_a_figure_never_moves_but_by_k_people_who_are_new(growing):
    for world in growing:
        first, second = two_editions(world)
        for plate in second.explored:
            was, now = _figures(first, plate), _figures(second, plate)
            assert all(now[key] == reports or now[key] >= reports + K - 1 for key, reports in was.items())
            assert all(reports >= K - 1 for key, reports in now.items() if key not in was)


def _figures(release: Release, plate: str) -> dict[tuple[str, ...], int]:
    return {tuple(key): reports for *key, reports in rows_of(release, plate).select(*KEY, "reports").iter_rows()}
