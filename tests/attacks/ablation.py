"""Taking out one rule: what is then published, and which attack must find it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np
import polars as pl

import data.precision
import protect.distinct
import protect.entry
import protect.freezing
import protect.ladder
import protect.pipeline
import protect.rules
import release.tables
import release.write
from protect import Policy
from release import Persons, Plate, Release
from tests.attacks import suite
from tests.attacks.naive import exact
from tests.attacks.worlds import remade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.attacks.scores import Attack, Score
    from tests.attacks.worlds import World

    Remake = Callable[[World], World]

_NAMES = {
    "distinct_cases": (protect.ladder, protect.distinct),
    "several_sources": (protect.ladder, protect.distinct),
    "no_dominant": (protect.ladder, protect.distinct),
}


def _always(*_: object) -> pl.Expr:
    return pl.lit(value=True)


def _all(groups: pl.DataFrame, *_: object) -> pl.Series:
    return pl.Series([True] * groups.height, dtype=pl.Boolean)


@contextmanager
def _replaced(*changes: tuple[object, str, object]) -> Iterator[None]:
    with ExitStack() as stack:
        for module, name, new in changes:
            stack.enter_context(patch.object(module, name, new))
        yield


def _unchecked() -> list[tuple[object, str, object]]:
    """Take out the checks of who writes and of who reads, which would refuse such rows before any attack."""
    return [(module, "check_rows", lambda *_: None) for module in (release.write, release.tables)]


def _without(*changes: tuple[object, str, object]) -> Remake:
    def made(world: World) -> World:
        with _replaced(*changes):
            return remade(world)

    return made


def _named(name: str) -> Remake:
    return _without(*((module, name, _always) for module in _NAMES[name]))


def _no_classes(world: World) -> World:
    known = protect.entry.location_class
    return _without(
        (protect.entry, "location_class", lambda rows: known(rows).with_columns(pl.lit("C").alias("class")))
    )(world)


def _no_threshold(world: World) -> World:
    with _replaced(*_unchecked()):
        return remade(world, Policy().model_copy(update={"k": 1}))


def _exact(groups: pl.DataFrame) -> pl.DataFrame:
    return groups.select("reports", people="cases")


def _noisy(groups: pl.DataFrame) -> pl.DataFrame:
    noise = pl.Series(np.random.default_rng().integers(-4, 5, groups.height))
    return groups.select(reports=pl.col("reports") + noise, people=(pl.col("cases") - 1) // 5 * 5)


def _no_precision(world: World) -> World:
    with patch.dict(data.precision.FINEST, dict.fromkeys(data.precision.FINEST, 5)):
        return remade(world)


def _zeros(world: World) -> World:
    """Write a zero for each area that has reports of too few people to show."""
    plate = world.release.plates["where"]
    few = exact(world).filter(pl.col("cell").str.starts_with("84"), pl.col("period") == "all", pl.col("act") == "all")
    few = few.join(plate.rows, on="cell", how="anti").select(
        "cell",
        resolution=pl.lit(4, pl.UInt8),
        period="period",
        act="act",
        reports=pl.lit(0, pl.Int64),
        people=pl.lit(0, pl.Int64),
    )
    told = {**world.release.plates, "where": Plate("where", pl.concat([plate.rows, few]))}
    return replace(world, release=Release(world.release.manifest, told))


@contextmanager
def linked() -> Iterator[None]:
    """Take every key of every organisation for a person, whatever the steward declares."""
    known = protect.pipeline._conditions  # noqa: SLF001 - where the declaration is read

    def told(*arguments: object) -> object:
        return replace(known(*arguments), persons=Persons.LINKED)

    with patch.object(protect.pipeline, "_conditions", told):
        yield


WITHOUT: dict[int, Remake] = {
    1: _no_classes,
    2: _no_threshold,
    3: _named("several_sources"),
    4: _named("no_dominant"),
    5: _without((protect.ladder, "several_acts", _all)),
    6: _without((protect.ladder, "not_held_back", _all)),
    7: _without((protect.ladder, "enough_children", _all)),
    8: _without(*_unchecked(), (protect.freezing, "figures", _exact)),
    9: _no_precision,
    10: _without((protect.entry, "past_embargo", lambda rows, *_: pl.Series([True] * rows.height))),
    11: _without((protect.entry, "is_thin", lambda *_: False)),
    13: _without((protect.ladder, "within_universe", _all)),
    14: _zeros,
}
"""By the number of a rule: a world published without it. Rules 12 and 15 are about how often, and as what, it is."""


def attacked(world_of: Remake, worlds: list[World]) -> dict[str, Score]:
    """Return the attacks that win on what is published without a rule."""
    made = [world_of(world) for world in worlds]
    return {attack.name: score for attack in suite.FAST if attack.wins(score := attack.on_ours(made))}


def noisy(attack: Attack, worlds: list[World]) -> Score:
    """Attack what is written anew, with new noise, for each who asks."""
    with _replaced((protect.rules, "figures", _noisy)):
        return attack.on_ours(worlds)
