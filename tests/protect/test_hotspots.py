"""Hot cells: what Gi* finds, and how two sets of them overlap."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.stats import norm

from errors import UsageError
from geo import children, climb, land_cells, neighbours
from protect.hotspots import ALPHA, hot_cells, jaccard

R4 = np.unique(climb(land_cells(), 4))
R3 = np.unique(climb(land_cells(), 3))
TRUTHS = arrays.arrays(np.bool_, 12)


def _planted(cells):
    first, second = neighbours(cells)
    middle = int(np.argmax(np.bincount(first)))
    counts = np.random.default_rng(1).poisson(1.0, len(cells)).astype(np.float64)
    counts[[middle, *second[first == middle]]] += 20
    return counts, middle


def _by_hand(cells, counts):
    """Ord and Getis 1995, equation 14, and Benjamini and Hochberg's step, written out."""
    first, second = neighbours(cells)
    weight = np.eye(len(cells))
    weight[first, second] = 1
    size, mean, spread = len(cells), counts.mean(), counts.std()
    own = weight.sum(axis=1)
    score = (weight @ counts - own * mean) / (spread * np.sqrt((size * own - own**2) / (size - 1)))
    chance = 2 * norm.sf(np.abs(score))
    allowed = np.sort(chance) < ALPHA * np.arange(1, size + 1) / size
    limit = ALPHA * (np.flatnonzero(allowed).max() + 1) / size if allowed.any() else 0.0
    return (score > 0) & (chance < limit)


@pytest.mark.parametrize("cells", [R3, R4], ids=["r3", "r4"])
def test_a_planted_cluster_is_hot_and_its_middle_with_it(cells):
    counts, middle = _planted(cells)
    hot = hot_cells(cells, counts)
    assert hot[middle]
    assert 1 <= hot.sum() <= 19


@pytest.mark.parametrize("seed", range(5))
def test_hot_cells_are_those_of_the_formula_written_out(seed):
    counts = np.random.default_rng(seed).negative_binomial(0.2, 0.05, len(R4)).astype(np.float64)
    assert (hot_cells(R4, counts) == _by_hand(R4, counts)).all()


def test_a_cold_cluster_is_not_hot():
    counts, middle = _planted(R4)
    cold = counts.max() - counts
    assert not hot_cells(R4, cold)[middle]


def test_the_order_of_cells_changes_nothing():
    counts, _ = _planted(R4)
    order = np.random.default_rng(2).permutation(len(R4))
    assert (hot_cells(R4, counts)[order] == hot_cells(R4[order], counts[order])).all()


@given(st.floats(0.1, 1000))
def test_a_common_factor_changes_nothing(factor):
    counts, _ = _planted(R3)
    assert (hot_cells(R3, counts) == hot_cells(R3, counts * factor)).all()


@pytest.mark.parametrize("count", [0.0, 7.0])
def test_no_cell_is_hot_where_all_counts_are_the_same(count):
    assert not hot_cells(R3, np.full(len(R3), count)).any()
    assert hot_cells(R3[:0], np.empty(0)).shape == (0,)


def test_a_lonely_cell_is_compared_by_its_own_count():
    lonely = R4[:0]
    for cell in R4:
        if not neighbours(np.append(lonely, cell))[0].size:
            lonely = np.append(lonely, cell)
    assert len(lonely) > 100
    counts = np.ones(len(lonely))
    counts[3] = 50
    assert np.flatnonzero(hot_cells(lonely, counts)).tolist() == [3]


def test_a_neighbourhood_that_is_everything_is_not_hot():
    family = children(int(R3[len(R3) // 2]), 4)
    middle = int(np.argmax(np.bincount(neighbours(family)[0])))
    assert (neighbours(family)[0] == middle).sum() == len(family) - 1
    counts = np.zeros(len(family))
    counts[middle] = 9
    assert not hot_cells(family, counts)[middle]


@pytest.mark.parametrize("bad", [np.ones(3), np.full(len(R3), np.nan), np.full(len(R3), -1.0)])
def test_counts_that_are_none_are_refused(bad):
    with pytest.raises(UsageError):
        hot_cells(R3, bad)


@given(TRUTHS, TRUTHS)
def test_the_overlap_is_a_share_and_the_same_both_ways(first, second):
    assert 0 <= jaccard(first, second) == jaccard(second, first) <= 1


@given(TRUTHS)
def test_a_set_overlaps_wholly_with_itself_and_not_with_what_is_outside_it(one):
    assert jaccard(one, one) == 1
    assert jaccard(one, ~one) == 0


def test_half_in_common_is_a_third():
    assert jaccard(np.array([True, True, False]), np.array([False, True, True])) == pytest.approx(1 / 3)


def test_sets_of_different_cells_are_refused():
    with pytest.raises(UsageError):
        jaccard(np.zeros(2, dtype=np.bool_), np.zeros(3, dtype=np.bool_))


def test_protection_starts_without_the_slow_library():
    code = "import protect, protect.hotspots, sys; sys.exit('esda' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
