"""Names: where they are known, in three languages, and never finer than the cell."""

from __future__ import annotations

import math
import re
from typing import Final

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from errors import UsageError
from geo.places import FACING_KM, LANGUAGES, NEAR_KM, towns

HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
HAN: Final = re.compile(r"[\u4e00-\u9fff]")


def _km(lat: float, lng: float, other_lat: float, other_lng: float) -> float:
    one, two, apart = math.radians(lat), math.radians(other_lat), math.radians(lng - other_lng)
    cosine = math.sin(one) * math.sin(two) + math.cos(one) * math.cos(two) * math.cos(apart)
    return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_33_towns_and_4_dual_names_in_each_language(language: str) -> None:
    labels = geo.labels(language)
    assert sum(label.kind is geo.LabelKind.TOWN for label in labels) == 33
    assert sum(label.kind is not geo.LabelKind.TOWN for label in labels) == 4
    assert [label.rank for label in labels] == sorted(label.rank for label in labels)
    assert all(label.name for label in labels)


def test_town_names_are_written_in_the_script_of_the_language() -> None:
    named = {
        language: [label.name for label in geo.labels(language) if label.kind is geo.LabelKind.TOWN]
        for language in LANGUAGES
    }
    assert not any(HANGUL.search(name) or HAN.search(name) for name in named["en"])
    assert all(HANGUL.search(name) and not HAN.search(name) for name in named["ko"])
    assert all(HAN.search(name) and not HANGUL.search(name) for name in named["zh"])


def test_both_names_stand_where_names_differ() -> None:
    dual = {
        language: {label.name for label in geo.labels(language) if label.kind is not geo.LabelKind.TOWN}
        for language in LANGUAGES
    }
    assert dual["en"] == {"Yalu / Amnok", "Tumen / Tuman", "Paektu / Changbai", "East Sea / Sea of Japan"}
    for language in ("ko", "zh"):
        assert all(HANGUL.search(name) and HAN.search(name) for name in dual[language])
    assert {name.partition(" / ")[0] for name in dual["ko"]} == {"압록강", "두만강", "백두산", "동해"}
    assert {name.partition(" / ")[0] for name in dual["zh"]} == {"鸭绿江", "图们江", "长白山", "日本海"}


def test_a_river_label_stands_on_its_river() -> None:
    rivers = {
        river.name: river.geometry for river in geo.basemap().rivers if river.is_border and river.geometry.length > 1
    }
    for label in geo.labels("en"):
        if label.kind is geo.LabelKind.RIVER:
            assert shapely.dwithin(rivers[label.name], shapely.Point(label.lng, label.lat), 0.01)


def test_another_language_is_refused() -> None:
    for call in (lambda: geo.labels("fr"), lambda: geo.near(geo.study_cells()[:1], "fr")):
        with pytest.raises(UsageError, match="en, ko, zh"):
            call()


@given(st.sampled_from(geo.study_cells().tolist()), st.sampled_from([4, 5]))
def test_a_fine_cell_is_named_after_the_nearest_town_within_60_km(cell: int, resolution: int) -> None:
    cells = geo.climb(np.array([cell], dtype=np.uint64), resolution)
    [(lat, lng)] = geo.centre_lat_lng(cells).tolist()
    km = {town.name["en"]: _km(lat, lng, town.lat, town.lng) for town in towns()}
    nearest = min(km, key=lambda name: km[name])
    [said] = geo.near(cells, "en")
    if km[nearest] <= NEAR_KM:
        assert said.split(" / ")[0] == nearest
        assert all(km[other] <= FACING_KM for other in said.split(" / ")[1:])
    else:
        assert set(said.split(" / ")) <= {own.name["en"] for own in geo.provinces().values()}


@given(st.sampled_from(geo.study_cells().tolist()), st.sampled_from([2, 3]))
def test_a_coarse_cell_is_named_after_provinces_alone(cell: int, resolution: int) -> None:
    [said] = geo.near(geo.climb(np.array([cell], dtype=np.uint64), resolution), "ko")
    names = said.split(" / ")
    assert 1 <= len(names) <= 3
    assert set(names) <= {own.name["ko"] for own in geo.provinces().values()}


def test_a_coarse_cell_on_the_border_is_named_after_both_sides() -> None:
    hyesan = geo.index_points(lat=np.array([41.4]), lng=np.array([128.18]))
    [said] = geo.near(geo.climb(hyesan, 3), "en")
    countries = {own.country for own in geo.provinces().values() if own.name["en"] in said.split(" / ")}
    assert {"CN", "KP"} <= countries


@pytest.mark.parametrize(
    ("lat", "lng", "banks"),
    [
        (40.12, 124.39, {"Dandong", "Sinuiju"}),
        (41.41, 128.18, {"Changbai", "Hyesan"}),
        (41.14, 126.24, {"Ji'an", "Manpo"}),
        (41.79, 126.89, {"Linjiang", "Chunggang"}),
        (42.96, 129.90, {"Tumen", "Onsong"}),
    ],
)
def test_a_cell_between_two_facing_towns_is_named_after_both(lat: float, lng: float, banks: set[str]) -> None:
    cell = geo.index_points(lat=np.array([lat]), lng=np.array([lng]))
    for resolution in (4, 5):
        [said] = geo.near(geo.climb(cell, resolution), "en")
        assert set(said.split(" / ")) == banks


def test_a_cell_away_from_the_river_is_named_after_one_town() -> None:
    north_of_dandong = geo.index_points(lat=np.array([40.5]), lng=np.array([124.1]))
    assert geo.near(north_of_dandong, "ko") == ["단둥"]


def test_names_come_in_the_order_of_the_cells() -> None:
    cells = geo.study_cells()[[1000, 20, 2000]]
    assert geo.near(cells, "en") == [geo.near(cells[[index]], "en")[0] for index in range(3)]
    assert geo.near(cells[:0], "en") == []


@pytest.mark.parametrize(("lat", "lng"), [(35.18, 129.08), (43.1056, 131.8735)])
def test_a_cell_outside_the_study_area_has_no_name_even_if_a_town_is_near(lat: float, lng: float) -> None:
    cells = np.append(geo.study_cells()[:1], geo.index_points(lat=np.array([lat]), lng=np.array([lng])))
    with pytest.raises(UsageError, match="outside the study area"):
        geo.near(cells, "en")


def test_every_cell_of_the_study_area_has_a_name_at_every_resolution() -> None:
    for resolution in range(geo.FINEST + 1):
        assert all(geo.near(np.unique(geo.climb(geo.study_cells(), resolution)), "zh"))
