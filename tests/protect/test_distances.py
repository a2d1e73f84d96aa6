"""Distances between counts, held to what they must be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import UsageError
from geo import land_cells
from protect.distances import earth_movers, earth_movers_km, great_circle_km, hellinger

COUNTS = st.lists(st.integers(0, 40), min_size=6, max_size=6).filter(any).map(lambda drawn: np.array(drawn, float))
PLACES = st.lists(st.tuples(st.floats(-60, 60), st.floats(-60, 60)), min_size=6, max_size=6, unique=True).map(np.array)


@given(COUNTS, COUNTS, COUNTS)
def test_hellinger_is_a_distance_from_0_to_1(one, two, three):
    assert hellinger(one, one) == 0
    assert 0 <= hellinger(one, two) == hellinger(two, one) <= 1 + 1e-12
    assert hellinger(one, three) <= hellinger(one, two) + hellinger(two, three) + 1e-12


@given(COUNTS, st.integers(2, 9))
def test_both_distances_compare_shares(counts, times):
    assert hellinger(counts, times * counts) == pytest.approx(0, abs=1e-7)
    assert earth_movers(counts, times * counts, np.ones((6, 6)) - np.eye(6)) == pytest.approx(0, abs=1e-9)


def test_what_has_nothing_in_common_is_at_distance_1():
    assert hellinger(np.array([3.0, 0.0]), np.array([0.0, 8.0])) == 1


@given(COUNTS, COUNTS, PLACES)
def test_earth_is_moved_no_farther_than_all_of_it_and_as_far_back(one, two, places):
    distance = great_circle_km(places)
    there = earth_movers(one, two, distance)
    assert 0 <= there <= distance.max() + 1e-6
    assert there == pytest.approx(earth_movers(two, one, distance), abs=1e-6)


@given(st.integers(0, 5), st.integers(0, 5), PLACES)
def test_from_one_place_to_another_it_is_the_way_between_them(here, there, places):
    distance = great_circle_km(places)
    moved = earth_movers(np.eye(6)[here], np.eye(6)[there], distance)
    assert moved == pytest.approx(distance[here, there], abs=1e-6)


def test_a_degree_of_latitude_is_111_km_and_a_cell_is_some_way_from_the_next():
    assert great_circle_km(np.array([[40.0, 125.0], [41.0, 125.0]]))[0, 1] == pytest.approx(111.2, abs=0.1)
    cells = land_cells()[:2]
    moved = earth_movers_km(cells, np.array([10.0, 0.0]), np.array([5.0, 5.0]))
    assert moved == pytest.approx(earth_movers_km(cells, np.array([1.0, 0.0]), np.array([0.0, 1.0])) / 2)
    assert moved > 1


@pytest.mark.parametrize(("one", "two"), [([1, 2], [1]), ([-1, 2], [1, 1]), ([0, 0], [1, 1]), ([[1]], [[1]])])
def test_what_cannot_be_compared_is_refused(one, two):
    with pytest.raises(UsageError):
        hellinger(np.array(one, float), np.array(two, float))


def test_distances_must_be_given_between_all_places():
    with pytest.raises(UsageError):
        earth_movers(np.ones(2), np.ones(2), np.zeros((2, 3)))
