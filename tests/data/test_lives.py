"""Invented people."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.lives import CLOSED, HOMES, LAST_YEAR, around, draw, invent


@given(st.integers(1, 400), st.integers(1, 8), st.integers(0, 1000))
def test_lives_are_in_order_and_nobody_is_handed_over_in_the_closure(count, sources, seed):
    people = invent(count, sources, np.random.default_rng(seed))
    back = people.returned > 0
    assert (people.crossed <= people.last).all()
    assert (people.last <= people.told).all()
    assert (people.told <= LAST_YEAR).all()
    assert (people.returned[back] >= people.crossed[back]).all()
    assert not np.isin(people.returned, CLOSED).any()
    assert set(people.source) <= set(range(sources))


def test_most_people_live_in_a_few_towns():
    towns = invent(2000, 1, np.random.default_rng(1)).town
    assert 0.8 < (towns != "").mean() < 0.9
    assert set(towns) <= {*HOMES, ""}


def test_points_are_moved_by_no_more_than_they_may_be():
    start = np.tile([[43.0, 129.0]], (500, 1))
    moved = around(start, 12.0, np.random.default_rng(1))
    north, east = ((moved - start) * [111.2, 111.2 * np.cos(np.radians(43.0))]).T
    assert np.hypot(north, east).max() < 12.01
    assert np.hypot(north, east).mean() > 6


def test_what_is_drawn_follows_its_weights():
    drawn = draw({"a": 3.0, "b": 1.0}, 4000, np.random.default_rng(1))
    assert 0.7 < (drawn == "a").mean() < 0.8
