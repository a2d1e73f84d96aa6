"""Polygons made simpler together go on sharing their borders."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.rebuild.topology import arcs_of, rounded, shared_line, simplify_together

WIGGLES = st.lists(st.floats(-0.2, 0.2), min_size=1, max_size=12)


def _pair(wiggles: list[float]) -> tuple[shapely.Polygon, shapely.Polygon]:
    """Two squares, left and right of a wiggly border from (1, 0) to (1, 1)."""
    heights = np.linspace(0, 1, len(wiggles) + 2)
    border = [(1.0, 0.0), *((1 + own, float(y)) for own, y in zip(wiggles, heights[1:-1], strict=True)), (1.0, 1.0)]
    return shapely.Polygon([(0, 0), *border, (0, 1)]), shapely.Polygon([*border, (2, 1), (2, 0)])


@given(WIGGLES, st.floats(0.001, 0.3))
def test_neighbours_share_their_border_after_as_before(wiggles: list[float], tolerance: float) -> None:
    left, right = simplify_together(_pair(wiggles), tolerance)
    assert shapely.intersection(left, right).area == pytest.approx(0, abs=1e-12)
    assert shapely.union(left, right).area == pytest.approx(2)
    assert shared_line(left, right).length > 0.99


@given(WIGGLES, st.floats(0.001, 0.3))
def test_nothing_moves_further_than_the_tolerance(wiggles: list[float], tolerance: float) -> None:
    for before, after in zip(_pair(wiggles), simplify_together(_pair(wiggles), tolerance), strict=True):
        assert shapely.hausdorff_distance(shapely.boundary(before), shapely.boundary(after)) <= tolerance + 1e-9
        kept = {tuple(point) for point in shapely.get_coordinates(after).tolist()}
        assert kept <= {tuple(point) for point in shapely.get_coordinates(before).tolist()}


def test_a_shared_border_is_one_arc() -> None:
    assert len(arcs_of(_pair([0.1, -0.1]))) == 3


def test_boundaries_are_also_cut_where_others_meet() -> None:
    square = shapely.box(0, 0, 2, 1)
    halves = [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)]
    with_nodes = shapely.Polygon([(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)])
    assert len(arcs_of([square])) == 1
    assert len(arcs_of([with_nodes], nodes_of=halves)) == 2
    assert simplify_together([with_nodes], 0.5, nodes_of=halves)[0].area == 2


def test_an_island_stays_an_island() -> None:
    island = shapely.Point(0, 0).buffer(1)
    [simpler] = simplify_together([island], 0.05)
    assert simpler.geom_type == "Polygon"
    assert shapely.get_num_coordinates(simpler) < shapely.get_num_coordinates(island)
    assert simpler.area == pytest.approx(island.area, rel=0.1)


def test_halves_are_rounded_away_from_zero() -> None:
    point = shapely.Point(42.88825, -0.00005)
    assert shapely.get_coordinates(rounded(point, 4)).tolist() == [[42.8883, -0.0001]]
