"""Bounds: all plates together allow each hidden sum an interval; one that is narrow gives it away.

The attacker to beat knows which places, times and acts there are reports of, in which row of which plate each stands,
and the largest case of each row; only how many there are is hidden from her.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from scipy import sparse

from protect.intervals import Engine, Published
from tests.attacks.naive import published
from tests.attacks.public import groups_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K, make

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.attacks.worlds import World

_GROUP = ("plate", "rung", "area", "period", "act", "more")
_KINDS = ((), ("group",), ("act",), ("era",), ("year",), ("era", "group"))
MARGINS = (*((cell, *kind) for cell, kind in product(("t5", "t4", "t3"), _KINDS)), ("year", "group"), ("era", "act"))
"""What is asked for: how many reports are of a place, of an act there, and so on, wherever there are few people."""
ENOUGH = 5.0
"""Where it may be none, and may be as many as this, nothing is known."""


def attack(published: Published, questions: sparse.csr_matrix, known: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Claim of each hidden sum that there is someone, or that there are hardly any: whether it can be claimed."""
    found = Engine(published, known=known).settle(
        questions, low=0.0, high=ENOUGH, rng=np.random.default_rng(len(known))
    )
    return ~(found.reaches_low & found.reaches_high)


def _matrix(parts: pl.Series, width: int) -> sparse.csr_matrix:
    """Return a row of ones for each list of columns."""
    lists = parts.to_list()
    rows = np.repeat(np.arange(len(lists)), [len(part) for part in lists])
    columns = np.array([column for part in lists for column in part], dtype=np.int64)
    return sparse.csr_matrix((np.ones(len(columns)), (rows, columns)), shape=(len(lists), width))


def _columns(world: World) -> pl.DataFrame:
    return world.past.with_row_index("column").with_columns(pl.col("column").cast(pl.Int64))


def _small(reports: pl.DataFrame) -> pl.Series:
    """Return the columns of each sum that has reports of fewer than k people, each set once."""
    found: dict[tuple[int, ...], None] = {}
    for key in MARGINS:
        parts = reports.drop_nulls(list(key)).group_by(key).agg("column", people=pl.col("person").n_unique())
        found |= {tuple(sorted(part)): None for part in parts.filter(pl.col("people") < K)["column"]}
    return pl.Series([list(part) for part in sorted(found)], dtype=pl.List(pl.Int64))


def _score(published: Published, reports: pl.DataFrame) -> Score:
    questions = _matrix(_small(reports), reports.height)
    claims = attack(published, questions, np.ones(reports.height))
    return Score(questions.shape[0], int(claims.sum()))


def naive(world: World) -> Score:
    """Take all exact counts by area and act, and by area and era, together."""
    reports = _columns(world)
    shown = published(world)
    found = []
    for area, code in product(("t4", "t3", "t2"), ("act", "group", "all")):
        keyed = reports.drop_nulls(area).filter(~pl.col("unstated") | (code != "act"))
        keyed = keyed.with_columns(cell=area, code=pl.lit("all") if code == "all" else pl.col(code))
        for period in ("era", "all"):
            timed = keyed.with_columns(time=pl.lit("all") if period == "all" else pl.col("era"))
            own = timed.group_by(cell="cell", period="time", act="code").agg("column")
            found.append(own.join(shown, on=["cell", "period", "act"]).select("column", "reports"))
    sums = pl.concat(found)
    exact = sums["reports"].cast(pl.Float64).to_numpy()
    return _score(Published(_matrix(sums["column"], reports.height), exact, exact), reports)


def ours(world: World) -> Score:
    """Take all rows of all our plates together; of each it is known that four reports more at most are behind it."""
    reports = _columns(world)
    members = groups_of(world).join(reports.select("report", "column", "person"), on="report")
    most = members.group_by(*_GROUP, "person").len().group_by(_GROUP).agg(largest=pl.col("len").max())
    sums = members.group_by(*_GROUP, "told_reports").agg("column").join(most, on=_GROUP)
    low = (sums["told_reports"] + sums["largest"]).cast(pl.Float64).to_numpy()
    return _score(Published(_matrix(sums["column"], reports.height), low, low + 4), reports)


BOUNDS = Attack("bounds", naive, ours)


@pytest.fixture(scope="session")
def audited():
    """Return a few worlds whose releases are whole: attacked by our own auditor, and mended."""
    return [make(100, seed, sources, audited=True) for seed, sources in ((700, 1), (701, 4))]


def test_exact_counts_together_pin_many_that_are_hidden(audited):
    assert BOUNDS.on_naive(audited).right > 100


def test_all_our_plates_together_pin_nothing_that_is_hidden(audited):
    score = BOUNDS.on_ours(audited)
    assert score.claims > 1000
    assert score.right == 0
