"""Differencing: what one view counts and a narrower one does not, is the rest, however small."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import polars as pl

from geo import climb, from_text, to_text
from release import EXPLORED, Level, Selection, view
from terms import eras, taxonomy
from tests.attacks.naive import KEY, exact, published
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.attacks.worlds import World

    Look = Callable[[str, str, Level], pl.DataFrame]

PAIRS = 60
_LEVELS = (Level.REGION, Level.R2, Level.R3, Level.R4, Level.R5)
_YEARS = range(2003, 2024)


def _narrower(period: str, act: str, level: Level, chance: random.Random) -> tuple[str, str, Level]:
    """Return a view that lies in another one, narrower in one way."""
    known, ways = taxonomy(), []
    if period == "all":
        ways += [(era.id, act, level) for era in eras()]
    ways += [(str(year), act, level) for year in _YEARS for era in eras() if era.id == period and year in era]
    if act == "all":
        ways += [(period, group, level) for group in known.groups]
    elif act in known.groups and act != "Z":
        ways += [(period, one, level) for one in known.acts_of(act) if one != act]
    ways += [(period, act, finer) for finer in _LEVELS[_LEVELS.index(level) + 1 :]]
    return chance.choice(ways) if ways else (period, act, level)


def pairs(seed: int) -> Iterator[tuple[tuple[str, str, Level], tuple[str, str, Level]]]:
    """Draw pairs of views, the second inside the first."""
    chance = random.Random(seed)  # noqa: S311 - which views are compared is no secret
    for _ in range(PAIRS):
        period = chance.choice(["all", *(era.id for era in eras())])
        act = chance.choice(["all", "all", *taxonomy().groups])
        wide = (period, act, chance.choice(_LEVELS))
        yield wide, _narrower(*wide, chance)


def _up(cells: pl.Series, level: Level) -> pl.Series:
    if level is Level.REGION:
        return pl.Series(["region"] * len(cells), dtype=pl.String)
    fine = [cell for cell in cells.to_list() if cell != "region"]
    return pl.Series(to_text(climb(from_text(fine), level.resolution)), dtype=pl.String)


def attack(look: Look, seed: int) -> Iterator[tuple[tuple[str, str, str], pl.DataFrame, int]]:
    """Claim of a view that it holds so many reports besides those of a narrower one: its key, what is in it, how many.

    `look` is what anyone can do: ask for a period, an act and a level, and read cell and reports.
    """
    for (period, act, level), inside in pairs(seed):
        wide, narrow = look(period, act, level), look(*inside)
        narrow = narrow.with_columns(up=_up(narrow["cell"], level), period=pl.lit(inside[0]), act=pl.lit(inside[1]))
        for cell, reports in wide.select("cell", "reports").iter_rows():
            parts = narrow.filter(pl.col("up") == cell)
            rest = reports - parts["reports"].sum()
            if parts.height and 0 < rest < K:
                yield (cell, period, act), parts.select(KEY), rest


def _score(look: Look, world: World) -> Score:
    truth = {tuple(key): reports for *key, reports in exact(world).select(*KEY, "reports").iter_rows()}
    score = Score()
    for whole, parts, claimed in attack(look, world.seed):
        left = truth.get(whole, 0) - sum(truth.get(key, 0) for key in parts.iter_rows())
        score += Score(1, int(left == claimed))
    return score


def naive(world: World) -> Score:
    """Ask a page that counts anew for every filter."""
    shown = published(world).with_columns(
        size=pl.when(pl.col("cell") == "region")
        .then(0)
        .otherwise(pl.col("cell").str.slice(1, 1).cast(pl.UInt8, strict=False))
    )

    def look(period: str, act: str, level: Level) -> pl.DataFrame:
        return shown.filter(pl.col("period") == period, pl.col("act") == act, pl.col("size") == (level.resolution or 0))

    return _score(look, world)


def ours(world: World) -> Score:
    """Ask our release, of whichever plates answer, in turn."""
    chance = random.Random(world.seed)  # noqa: S311 - which plate is asked is no secret

    def look(period: str, act: str, level: Level) -> pl.DataFrame:
        able = [
            name
            for name, ladder in EXPLORED.items()
            if name in world.release.plates
            and (period == "all" or ladder.has_period)
            and (act == "all" or ladder.has_acts)
            and (level is Level.REGION or ladder.has_places)
        ]
        if not able:
            return pl.DataFrame(schema={"cell": pl.String, "reports": pl.Int64})
        return view(world.release, Selection(chance.choice(able), period, act), level).cells

    return _score(look, world)


DIFFERENCING = Attack("differencing", naive, ours, share=0.34)
"""A figure is floored to five and the largest case is left out, so that chance is right now and then."""


def test_differencing_wins_against_counts_that_are_made_anew_for_every_view(some):
    score = DIFFERENCING.on_naive(some)
    assert score.precision == 1.0
    assert score.right > 50


def test_the_difference_of_two_of_our_views_is_wrong(some):
    assert not DIFFERENCING.wins(DIFFERENCING.on_ours(some))
