"""Acts: named in three languages, and strict where nothing is said."""

from __future__ import annotations

import re

import pytest

from terms import LocationClass, Sensitivity, taxonomy
from terms.taxonomy import _group, _leaf

ACTS = taxonomy().acts
ROW = {
    "code": "B9",
    "parent": "B",
    "label_en": "Name",
    "label_ko": "이름",
    "label_zh": "名称",
    "definition_en": "",
    "source": "",
    "sensitivity": "",
    "location_class": "",
    "class_in_facility": "",
}


@pytest.mark.parametrize("code", ACTS)
def test_every_act_has_a_name_in_three_languages(code: str) -> None:
    label = ACTS[code].label
    assert set(label) == {"en", "ko", "zh"}
    assert re.search(r"[A-Za-z]", label["en"])
    assert re.search(r"[\uac00-\ud7a3]", label["ko"])
    assert re.search(r"[\u4e00-\u9fff]", label["zh"])


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_no_two_acts_have_the_same_name(language: str) -> None:
    names = [act.label[language] for act in ACTS.values()]
    assert len(set(names)) == len(names)


def test_every_act_belongs_to_a_group_that_exists() -> None:
    for act in ACTS.values():
        assert act.group in taxonomy().groups
        if act.parent is not None:
            assert ACTS[act.parent].is_group


def test_the_acts_of_all_groups_are_all_acts() -> None:
    members = [code for group in taxonomy().groups for code in taxonomy().acts_of(group)]
    assert members == [code for code, act in ACTS.items() if not act.is_group]


def test_z_is_an_act_and_its_own_group() -> None:
    assert not ACTS["Z"].is_group
    assert taxonomy().acts_of("Z") == ("Z",)


def test_an_act_without_a_class_or_sensitivity_is_treated_as_the_strictest() -> None:
    act = _leaf(ROW)
    assert act.location_class is act.class_in_facility is LocationClass.A
    assert act.sensitivity is Sensitivity.SEVERE


def test_an_unknown_class_is_an_error_and_no_class() -> None:
    with pytest.raises(ValueError, match="not a valid LocationClass"):
        _leaf({**ROW, "location_class": "D"})


def test_a_group_is_as_strict_as_its_strictest_act() -> None:
    mild = _leaf({**ROW, "location_class": "C", "sensitivity": "high"})
    strict = _leaf({**ROW, "location_class": "B", "sensitivity": "severe"})
    group = _group({**ROW, "code": "B", "parent": ""}, [mild, strict])
    assert (group.location_class, group.sensitivity) == (LocationClass.B, Sensitivity.SEVERE)
    for code in taxonomy().groups:
        own = [ACTS[act] for act in taxonomy().acts_of(code)]
        assert ACTS[code].location_class == min(act.location_class for act in own)
        assert ACTS[code].class_in_facility == min(act.class_in_facility for act in own)
        assert (ACTS[code].sensitivity is Sensitivity.SEVERE) == any(a.sensitivity is Sensitivity.SEVERE for a in own)


def test_a_facility_never_makes_a_class_stricter() -> None:
    assert all(act.class_in_facility >= act.location_class for act in ACTS.values())


def test_crossings_and_deaths_in_flight_are_of_the_strictest_class() -> None:
    assert {code for code, act in ACTS.items() if act.location_class is LocationClass.A and not act.is_group} == {
        "A3",
        "J1",
        "J4",
    }
