"""Looking up the name of a town."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.gazetteer import PROVINCES
from geo.places import towns
from geo.spellings import fold, spellings


@pytest.mark.parametrize(
    ("names", "province", "country"),
    [
        (("Hyesan", "HYESAN", "hye-san", " Hye san ", "혜산", "惠山", "Hyesanjin"), "Ryanggang", "KP"),
        (("Yanji", "延吉", "옌지", "Yanji, Jilin", "延吉\uff0c吉林省", "옌지, 지린성"), "Jilin", "CN"),
        (("Ji'an", "Ji\u2019an", "Jian", "集安", "지안"), "Jilin", "CN"),
        (("Rajin (Rason)", "Rajin", "Rason", "라선", "罗先"), "Rason", "KP"),
        (("Vladivostok", "符拉迪沃斯托克"), "Primorsky Krai", "other"),
    ],
)
def test_a_town_is_one_candidate_by_any_of_its_names(names: tuple[str, ...], province: str, country: str) -> None:
    found = {geo.look_up(name) for name in names}
    assert len(found) == 1
    [[candidate]] = found
    assert (candidate.province, candidate.country) == (province, country)


def test_every_label_is_found_and_its_town_among_the_candidates() -> None:
    for town in towns():
        for name in town.name.values():
            found = geo.look_up(name)
            assert any(abs(one.lat - town.lat) < 1e-3 and abs(one.lng - town.lng) < 1e-3 for one in found)


def test_different_towns_of_one_name_are_several() -> None:
    assert {one.province for one in geo.look_up("Chaoyang")} == {"Jilin", "Liaoning"}
    assert [one.province for one in geo.look_up("Linjiang")] == ["Heilongjiang", "Jilin"]
    assert [one.province for one in geo.look_up("Linjiang, Jilin")] == ["Jilin"]


def test_a_former_name_of_one_town_does_not_make_the_present_name_of_another_ambiguous() -> None:
    [yanji] = geo.look_up("Yanji")
    assert (yanji.lat, yanji.lng) == pytest.approx((42.888, 129.502), abs=1e-3)


@pytest.mark.parametrize(
    "name", ["", " ", "-", ",", "Paris", "Beijing", "Seoul, Seoul", "Yanji, Liaoning", "Yanji, Nowhere"]
)
def test_a_name_that_is_not_known_here_has_no_candidate(name: str) -> None:
    assert geo.look_up(name) == ()


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(name: str) -> None:
    assert all(isinstance(one, geo.Candidate) for one in geo.look_up(name))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_folding_is_the_same_for_every_unicode_form(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


def test_only_towns_of_the_study_area_and_of_the_labels_are_known() -> None:
    seoul = geo.look_up("Incheon")
    assert seoul == ()
    known = [geo.look_up(name) for name in ("Tumen", "Dandong", "Chongjin", "Wonsan", "Harbin", "Nampo")]
    at = np.array([(one.lat, one.lng) for found in known for one in found])
    assert geo.in_study_area(geo.index_points(lat=at[:, 0], lng=at[:, 1])).all()


def test_provinces_have_the_english_names_of_the_basemap() -> None:
    basemap = {own.name["en"] for own in geo.provinces().values()}
    beyond = {"Nampo", "Kaesong", "Seoul", "Incheon"}
    assert set(PROVINCES.values()) - beyond <= basemap


@pytest.mark.parametrize(
    ("names", "province"),
    [
        (
            (
                "연길",
                "연길시",
                "길림성 연길시",
                "중국 길림성 연길",
                "吉林省延吉市",
                "Yanji City, Jilin Province, China",
            ),
            "Jilin",
        ),
        (("도문", "투먼", "圖們", "图们市"), "Jilin"),
        (("단동", "단둥시", "丹東", "요녕성 단동"), "Liaoning"),
        (("목단강", "牡丹江市"), "Heilongjiang"),
        (("온성", "온성군", "함경북도 온성군", "Onsong-gun"), "North Hamgyong"),
        (("혜산", "양강도 혜산시", "两江道惠山市"), "Ryanggang"),
    ],
)
def test_other_spellings_lead_to_one_town(names: tuple[str, ...], province: str) -> None:
    found = {geo.look_up(name) for name in names}
    assert len(found) == 1
    assert [one.province for one in found.pop()] == [province]


def test_every_listed_spelling_of_a_town_is_found_and_means_one() -> None:
    for spelling, name in spellings().towns.items():
        assert geo.look_up(spelling) == geo.look_up(name), spelling
        assert len(geo.look_up(name)) == 1, name


@pytest.mark.parametrize("name", ["함경북도", "Ryanggang Province", "吉林省", "북한", "요녕성"])
def test_a_province_is_known_as_one(name: str) -> None:
    assert geo.is_province(name)
    assert not geo.is_outside(name)


@pytest.mark.parametrize("name", ["베트남", "Thailand", "山东省", "중국 산동성", "서울"])
def test_far_places_are_outside(name: str) -> None:
    assert geo.is_outside(name)
    assert not geo.is_province(name)
