"""The study area: who belongs, counted the slow way too."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from errors import UsageError
from geo.boundaries import features
from geo.survey import committed, measure, write

STUDY = set(geo.study_cells().tolist())
LAND = set(geo.land_cells().tolist())
POINTS = st.tuples(st.floats(36.0, 48.0), st.floats(116.0, 135.0))


def _cell(point: tuple[float, float], resolution: int = geo.FINEST) -> geo.Cells:
    return geo.climb(geo.index_points(lat=np.array([point[0]]), lng=np.array([point[1]])), resolution)


def test_the_study_area_has_about_3500_cells() -> None:
    assert len(geo.study_cells()) == 3548
    assert len(geo.land_cells()) == 3545


def test_measuring_again_gives_the_committed_file() -> None:
    assert write(measure()) == write(committed())


def test_cells_are_sorted_distinct_and_cannot_be_changed() -> None:
    for cells in (geo.study_cells(), geo.land_cells(), geo.belt_cells()):
        assert (cells[1:] > cells[:-1]).all()
        assert (geo.resolution_of(cells) == geo.FINEST).all()
        with pytest.raises(ValueError, match="read-only"):
            cells[0] = 0


@given(POINTS, st.integers(0, geo.FINEST))
def test_a_cell_is_inside_when_any_of_its_finest_descendants_is(point: tuple[float, float], resolution: int) -> None:
    cell = _cell(point, resolution)
    finest = set(geo.children(int(cell[0]), geo.FINEST).tolist())
    assert geo.in_study_area(cell).tolist() == [bool(finest & STUDY)]
    assert geo.land_children(int(cell[0])).tolist() == sorted(finest & LAND)
    assert geo.land_count(cell).tolist() == [len(finest & LAND)]


def test_membership_keeps_the_order_of_the_cells_it_is_asked_about() -> None:
    cells = np.concatenate([_cell((37.5665, 126.978)), geo.study_cells()[[7, 3]], _cell((41.4, 128.2), 2)])
    assert geo.in_study_area(cells).tolist() == [False, True, True, True]
    assert geo.in_study_area(cells[:0]).tolist() == []


@given(POINTS)
def test_a_point_of_a_study_province_lies_in_the_study_area(point: tuple[float, float]) -> None:
    at = shapely.Point(point[1], point[0])
    of_study = [
        shape for own, shape in features("admin1") if own["adm0_a3"] == "PRK" or own["name_en"] in {"Jilin", "Liaoning"}
    ]
    if any(shapely.covers(shape, at) for shape in of_study):
        assert geo.in_study_area(_cell(point)).all()


@pytest.mark.parametrize(
    ("town", "inside"),
    [((41.4, 128.18), True), ((45.75, 126.65), True), ((37.5665, 126.978), False), ((43.1056, 131.8735), False)],
)
def test_known_towns_are_inside_or_outside(town: tuple[float, float], inside: bool) -> None:  # noqa: FBT001 - a case
    assert geo.in_study_area(_cell(town)).tolist() == [inside]


def test_every_plausible_cell_is_of_the_study_area() -> None:
    assert LAND < STUDY


def test_provinces_have_names_in_three_languages_and_say_whether_they_are_whole() -> None:
    found = geo.provinces()
    assert len(found) == 20
    assert all(set(own.name) == {"en", "ko", "zh"} and all(own.name.values()) for own in found.values())
    assert found["KP-10"].name == {"en": "Ryanggang", "ko": "량강도", "zh": "两江道"}
    assert {code for code, own in found.items() if own.country == "CN"} == {
        "CN-HE",
        "CN-HL",
        "CN-JL",
        "CN-LN",
        "CN-NM",
        "CN-SD",
    }
    assert found["KP-09"].is_whole
    assert found["CN-JL"].is_whole
    assert not found["CN-HL"].is_whole
    assert not found["KP-05"].is_whole


def test_the_cells_of_a_province_lie_inside_it_or_are_shared() -> None:
    shape = next(shape for own, shape in features("admin1") if own["iso_3166_2"] == "KP-10")
    inside, shared = geo.province_cells("KP-10")
    assert shapely.covers(shapely.buffer(shape, 1e-4), shapely.union_all(geo.hexagons(inside)))
    assert shapely.intersects(shapely.buffer(shape, 1e-4), geo.hexagons(shared)).all()
    assert not np.isin(inside, shared).any()
    assert shapely.covers(
        shapely.union_all(geo.hexagons(np.concatenate([inside, shared]))), shapely.buffer(shape, -1e-4)
    )


def test_a_province_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="no province"):
        geo.province_cells("KP-99")
