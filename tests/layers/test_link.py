"""The state: a link and back without loss, and nothing in a link that the release does not offer."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from errors import UsageError
from layers import FIELDS, ViewState, is_foreign, levels_of, read_state
from layers.nearest import nearest_act, nearest_choice, nearest_period
from release import EXPLORED, Level, Release, Selection, offered_acts, offered_levels, offered_periods, view
from terms import Language
from tests.views.handmade import handmade


@cache
def release() -> Release:
    return handmade(1500)


@st.composite
def states(draw):
    held = release()
    plate = draw(st.sampled_from(list(held.plates)))
    rows = held.plates[plate]
    state = ViewState(
        plate=plate,
        period=draw(st.sampled_from(offered_periods(rows))),
        act=draw(st.sampled_from(offered_acts(rows))),
        lang=draw(st.sampled_from(Language)),
    )
    seen = view(held, state.selection, Level.REGION)
    assume(seen.shown or seen.elsewhere or seen.not_stated)
    offered = offered_levels(held, state.selection)
    level = draw(st.none() | st.sampled_from(offered))
    drawn = view(held, state.selection, level or levels_of(held, state.selection).default).cells["cell"].to_list()
    cell = draw(st.none() | st.sampled_from(drawn)) if drawn else None
    return ViewState(state.plate, state.period, state.act, level, state.lang, cell)


words = st.sampled_from(["where", "all", "B", "2017", "before", "r4", "finest", "ko", "", "../x", "8428309ffffffff"])
links = st.dictionaries(st.sampled_from([*FIELDS, "release", "case", "embed"]), words | st.text(max_size=8))


@given(states())
def test_a_state_comes_back_from_its_link_as_it_was(state):
    assert read_state(state.to_link(release()), release(), Language.EN) == state


@given(links)
def test_any_link_gives_a_state_that_the_release_offers(link):
    held = release()
    state = read_state(link, held, Language.ZH)
    rows = held.plates[state.plate]
    assert state.period in offered_periods(rows)
    assert state.act in offered_acts(rows)
    assert state.level in (None, *offered_levels(held, state.selection))
    assert read_state(state.to_link(held), held, Language.ZH) == state


@given(links)
def test_a_link_holds_a_cell_only_if_the_map_draws_it(link):
    held = release()
    state = read_state({**link, "cell": "8428309ffffffff"}, held, Language.EN)
    assert state.cell is None


@pytest.mark.parametrize("broken", FIELDS)
def test_each_field_is_read_by_itself(broken):
    held = release()
    good = read_state({"lang": "ko", "plate": "where_what"}, held, Language.EN)
    mended = read_state({"lang": "ko", "plate": "where_what", broken: "no such thing"}, held, Language.EN)
    kept = [name for name in ("plate", "lang") if name != broken]
    assert [getattr(mended, name) for name in kept] == [getattr(good, name) for name in kept]


@given(states(), st.sampled_from(list(EXPLORED)))
def test_turning_to_another_question_keeps_what_that_question_offers(state, plate):
    held = release()
    turned = state.turn(held, plate=plate)
    assert turned.plate == plate
    assert turned.lang == state.lang
    rows = held.plates[plate]
    period = state.period if state.period in offered_periods(rows) else nearest_period(state.period, plate, held)[0]
    act = state.act if state.act in offered_acts(rows) else nearest_act(state.act, plate, held)[0]
    assert Selection(plate, turned.period, turned.act) == nearest_choice(Selection(plate, period, act), held)[0]


def test_a_link_says_for_which_release_it_was_made():
    held = release()
    link = ViewState("where").to_link(held)
    assert link["release"] == held.manifest.short_id
    assert not is_foreign(link, held)
    assert not is_foreign({}, held)
    assert is_foreign({"release": "0" * 12}, held)


def test_a_link_names_hidden_layers_in_one_order_and_only_those_that_can_be_hidden():
    held = release()
    assert read_state({"hide": "names-rivers"}, held, Language.EN).hide == "rivers-names"
    assert read_state({"hide": "asked-figures-<b>-names"}, held, Language.EN).hide == "names"
    for nothing in ("", "-", "figures", "dots-areas"):
        assert read_state({"hide": nothing}, held, Language.EN).hide is None


def test_a_link_has_no_field_for_a_level_or_cell_that_nobody_chose():
    assert set(ViewState("where").to_link(release())) == {"release", "plate", "period", "act", "lang"}


def test_the_level_that_suits_is_drawn_until_one_is_chosen():
    held = release()
    state = ViewState("where")
    assert state.drawn_level(held) is levels_of(held, state.selection).default
    assert state.turn(held, level=Level.R2).drawn_level(held) is Level.R2


def test_a_release_without_plates_has_nothing_to_show():
    empty = Release(release().manifest, {})
    with pytest.raises(UsageError, match="no plate"):
        read_state({}, empty, Language.EN)
