"""Shares are called larger or smaller only where they are: constant harm and falling reporting give no such area."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from layers.shares import ALPHA, Verdict, judged
from release import POOL, Bounds, Level, Selection, bounds
from tests.layers.handmade import one_plate, whole_cells

SEEDS = 50
CELLS = whole_cells(3)[:14]
ERAS = ("before", "reopening")


def told(random, people, weights):
    """Return rows as a steward would publish them: each person lives in one area, with one report or many."""
    homes = random.choice(len(CELLS), people, p=weights)
    reports = random.geometric(0.4, people)
    rows, left = [], 0
    for at in range(len(CELLS)):
        own = reports[homes == at]
        if len(own) < 11:
            left += int(own.sum())
            continue
        rows.append((CELLS[at], int(own.sum() - own.max()) // 5 * 5, (len(own) - 1) // 5 * 5))
    return rows, left


def release_of(random, people, weights, later=None):
    found, pooled = [], 0
    for era, count, own in zip(ERAS, people, (weights, weights if later is None else later), strict=True):
        rows, left = told(random, count, own)
        found += [(cell, 3, era, "all", reports, heard) for cell, reports, heard in rows]
        pooled += left
    return one_plate([*found, (POOL, None, POOL, POOL, max(5, pooled // 5 * 5), 5)], "where_when")


def compared(release):
    known = [bounds(release, Selection("where_when", period=era), Level.R3) for era in ERAS]
    people = [release.plates["where_when"].groups.filter(pl.col("period") == era)["people"].sum() for era in ERAS]
    return judged(*(Bounds(own.cells, count) for own, count in zip(known, people, strict=True)))


def skewed(random):
    return random.dirichlet(np.full(len(CELLS), 1.5))


@pytest.mark.parametrize("people", [(6000, 900), (60_000, 6_000)])
def test_with_constant_harm_and_falling_reporting_no_share_is_called_smaller_beyond_the_rate(people):
    called, areas, fewer = [], 0, 0
    for seed in range(SEEDS):
        random = np.random.default_rng(seed)
        release = release_of(random, people, skewed(random))
        found = compared(release)
        verdicts = found["verdict"]
        called.append(bool((verdicts != int(Verdict.UNKNOWN)).any()))
        areas += found.drop_nulls().height
        rows = release.plates["where_when"].groups
        before, after = (dict(rows.filter(period=era).select("cell", "reports").iter_rows()) for era in ERAS)
        fewer += sum(after[cell] < before[cell] for cell in before.keys() & after.keys())
    # Numbers of reports would have been called smaller nearly everywhere.
    assert fewer > 0.99 * areas > 0
    assert sum(called) <= ALPHA * SEEDS


def test_a_share_that_is_much_larger_is_found_and_those_that_make_room_for_it_are_smaller():
    random = np.random.default_rng(5)
    even = np.full(len(CELLS), 1 / len(CELLS))
    moved = np.where(np.arange(len(CELLS)) == 0, 0.6, 0.4 / (len(CELLS) - 1))
    found = compared(release_of(random, (60_000, 20_000), even, moved))
    verdicts = dict(found.select("cell", "verdict").iter_rows())
    assert verdicts.pop(CELLS[0]) == Verdict.LARGER
    assert set(verdicts.values()) == {int(Verdict.SMALLER)}


def test_sampling_is_tested_and_not_the_ends_alone():
    cells = pl.DataFrame({"cell": list("abcd"), "low": [0.1, 0.2, 0.3, 0.4]})
    first = cells.with_columns(high=pl.col("low"))
    second = first.with_columns(pl.col("low", "high") + 0.01)
    assert set(judged(Bounds(first, 200), Bounds(second, 200))["verdict"]) == {int(Verdict.UNKNOWN)}
    assert set(judged(Bounds(first, 200_000), Bounds(second, 200_000))["verdict"]) == {int(Verdict.LARGER)}


def test_turned_around_larger_is_smaller_and_what_is_hidden_is_unknown():
    first = pl.DataFrame({"cell": ["a", "b"], "low": [0.1, 0.6], "high": [0.2, 0.7]})
    second = pl.DataFrame({"cell": ["a", "c"], "low": [0.5, 0.1], "high": [0.6, 0.2]})
    there = judged(Bounds(first, 900), Bounds(second, 900))
    back = judged(Bounds(second, 900), Bounds(first, 900))
    assert there["cell"].to_list() == ["a", "b", "c"]
    assert there["verdict"].to_list() == [Verdict.LARGER, Verdict.UNKNOWN, Verdict.UNKNOWN]
    assert [Verdict(own).turned for own in back["verdict"]] == there["verdict"].to_list()
    assert there["second_low"].to_list() == [0.5, None, 0.1]


def test_without_a_common_area_nothing_is_called_anything():
    none = pl.DataFrame(schema={"cell": pl.String, "low": pl.Float64, "high": pl.Float64})
    one = pl.DataFrame({"cell": ["a"], "low": [0.1], "high": [0.2]})
    assert judged(Bounds(none, 0), Bounds(one, 500))["verdict"].to_list() == [Verdict.UNKNOWN]
    assert judged(Bounds(none, 0), Bounds(none, 0)).is_empty()
