"""The controls offer what the plate answers, in the order of the sentence, and nothing else."""

from __future__ import annotations

from functools import cache

import pytest

from layers import ViewState
from release import EXPLORED, Release, offered_acts
from terms import Language, taxonomy
from tests.views.handmade import handmade
from views.controls import choices, definition_of


@cache
def release() -> Release:
    return handmade(1500)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("plate", EXPLORED)
def test_a_control_stands_for_each_axis_that_the_plate_tells(plate, language):
    ladder = EXPLORED[plate]
    fields = [own.field for own in choices(release(), ViewState(plate, lang=language))]
    expected = ["plate", *["period"] * ladder.has_period, *["group"] * ladder.has_acts, *["level"] * ladder.has_places]
    assert fields == expected


@pytest.mark.parametrize("plate", EXPLORED)
def test_the_value_of_a_control_is_one_of_those_it_offers(plate):
    for own in choices(release(), ViewState(plate)):
        assert own.value in own.names


def test_an_act_is_chosen_in_two_steps_its_kind_first():
    held = release()
    state = ViewState("when_what", act="B1")
    found = {own.field: own for own in choices(held, state)}
    assert found["group"].value == "B"
    assert found["act"].value == "B1"
    assert set(found["act"].names) == {code for code in offered_acts(held.plates["when_what"]) if code[0] == "B"}


@pytest.mark.parametrize("language", Language)
def test_a_chosen_act_is_defined_and_the_definition_has_its_source(language):
    text = definition_of(ViewState("where_what", act="I1", lang=language))
    assert taxonomy().acts["I1"].definition in text
    assert taxonomy().acts["I1"].source in text
    assert definition_of(ViewState("where_what", lang=language)) is None
    assert definition_of(ViewState("where_what", act="H", lang=language)) is None


def test_no_two_values_of_a_control_have_the_same_name():
    for plate in EXPLORED:
        for language in Language:
            for own in choices(release(), ViewState(plate, lang=language)):
                assert len(set(own.names.values())) == len(own.names), (plate, language, own.field)
