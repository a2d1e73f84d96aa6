"""Classes: few, round, pooled over the levels of a plate."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from layers import figure_of
from layers.classes import class_lows, lows_of, round_down
from layers.legend import breaks_of, class_of, whole_break
from release import TESSELLATIONS, Selection, view
from terms import Language
from tests.layers.handmade import handmade, one_plate, whole_cells

figures = st.integers(1, 4000).map(lambda step: 5 * step)
pools = st.lists(st.lists(figures, max_size=40).map(lambda pool: np.array(pool, dtype=np.int64)), max_size=5)


@given(pools)
def test_breaks_ascend_are_multiples_of_five_and_at_most_five(held: list[np.ndarray]) -> None:
    lows = lows_of(held)
    assert len(lows) <= 5
    assert list(lows) == sorted(set(lows))
    assert all(low % 5 == 0 for low in lows)


@given(pools)
def test_every_figure_has_a_class_and_no_class_is_empty(held: list[np.ndarray]) -> None:
    lows = lows_of(held)
    figures = [int(figure) for pool in held for figure in pool]
    assert bool(lows) == bool(figures)
    if figures:
        assert lows[0] == min(figures)
        assert {int(np.searchsorted(lows, figure, side="right")) - 1 for figure in figures} == set(range(len(lows)))


@given(pools)
def test_every_break_but_the_least_figure_is_a_readable_number(held: list[np.ndarray]) -> None:
    assert all(round_down(low) == low for low in lows_of(held)[1:])


@given(st.lists(figures, min_size=5, max_size=40), st.integers(2, 6))
def test_a_pool_weighs_the_same_however_many_cells_it_has(pool: list[int], times: int) -> None:
    other = np.array([35, 80, 90, 300, 600])
    assert lows_of([np.array(pool), other]) == lows_of([np.array(pool * times), other])


def test_a_level_of_fewer_than_five_areas_has_no_say() -> None:
    many = np.array([10, 15, 20, 30, 50, 75, 100, 200, 400])
    assert lows_of([many, np.array([65])]) == lows_of([many])


def test_few_distinct_figures_have_fewer_classes() -> None:
    assert lows_of([np.array([10] * 30)]) == (10,)
    assert lows_of([np.array([10, 15, 10, 15])]) == (10, 15)


def test_no_figure_no_class() -> None:
    assert lows_of([]) == ()
    assert class_lows(one_plate([]), "where") == ()


def test_maps_of_one_plate_have_the_same_classes_at_every_level() -> None:
    release = handmade()
    choices = (Selection("where_when"), Selection("where_when", "before"), Selection("where_when", "2017"))
    drawn = {figure_of(release, own, level, Language.EN).breaks for own in choices for level in TESSELLATIONS}
    assert len(drawn) == 1


def test_no_level_is_left_a_single_colour() -> None:
    release = handmade()
    breaks = breaks_of(release, "where", Language.EN)
    for level in TESSELLATIONS:
        reports = view(release, Selection("where"), level).cells["reports"].to_list()
        assert len({class_of(figure, breaks) for figure in reports}) >= 3


def test_a_figure_under_the_least_of_the_pool_is_of_the_first_class() -> None:
    release = one_plate([(cell, 5, "all", "all", 50, 20) for cell in whole_cells(5)[:3]])
    assert class_of(5, breaks_of(release, "where", Language.EN)) == 0


def test_a_class_says_its_least_figure_in_the_readers_language() -> None:
    release = one_plate([(cell, 5, "all", "all", 1250, 20) for cell in whole_cells(5)[:1]])
    assert [breaks_of(release, "where", language)[0].label for language in Language] == [
        "at least 1,250",
        "최소 1,250건",
        "至少1,250份",
    ]
    assert whole_break(9285, Language.EN)[0].label == "at least 9,285"


def test_two_releases_never_share_their_classes() -> None:
    first, second = (one_plate([(whole_cells(5)[0], 5, "all", "all", figure, 5)]) for figure in (10, 400))
    assert (class_lows(first, "where"), class_lows(second, "where")) == ((10,), (400,))
