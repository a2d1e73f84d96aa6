"""The controls of a comparison: two times or two kinds of act, which two, and how large the areas are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import AXES, act_name, common_levels, comparable, level_name, pair_of, period_name
from release import ALL_ACTS
from terms import ALL_TIME, say
from views.controls import Choice, control_key, draw_choice
from views.state import go, held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layers import ViewState
    from release import Release


def compare_choices(release: Release, state: ViewState) -> Iterator[Choice]:
    """Yield the controls in the order of the sentence that they change; none where there is nothing to compare."""
    offers, pair, own = comparable(release), pair_of(release, state), state.lang
    if pair is None:
        return
    field = AXES[pair.plate]
    if field == "period":
        names = {code: period_name(code, release.manifest, own) for code in pair.offered}
    else:
        names = {code: act_name(code, own) for code in pair.offered}
    first, second = getattr(pair.first, field), getattr(pair.second, field)
    yield Choice(
        "plate", pair.plate, {name: say(f"compare-plate-{name}", own) for name in offers}, say("compare-plate", own)
    )
    yield Choice(field, first, names, say("compare-first", own))
    others = {code: name for code, name in names.items() if code != first}
    yield Choice("beside", second, others, say("compare-second", own))
    levels = common_levels(release, pair)
    if levels:
        level = state.level if state.level in levels else levels[-1]
        yield Choice("level", str(level), {str(one): level_name(one, own) for one in levels})


def named(release: Release, state: ViewState) -> ViewState:
    """Return a state that names both sides, and look at it from now on: its link shows the same two for good."""
    pair = pair_of(release, state)
    if pair is None:
        return state
    axis = AXES[pair.plate]
    sides = {axis: getattr(pair.first, axis), "beside": getattr(pair.second, axis)}
    whole = state.turn(release, plate=pair.plate, **sides)
    if whole != state:
        go(release, whole)
    return whole


def follow_side(release: Release, field: str) -> None:
    """Compare what the reader has just chosen in the control of a field."""
    changes = {field: st.session_state[control_key(field)]}
    if field == "plate":
        changes |= {"period": ALL_TIME, "act": ALL_ACTS, "beside": None}
    go(release, held().turn(release, **changes))


def draw_compare_controls(release: Release, state: ViewState) -> None:
    """Draw the controls beside one another."""
    choices = list(compare_choices(release, state))
    with st.container(key="controls"):
        for column, choice in zip(st.columns(max(len(choices), 1)), choices, strict=False):
            with column:
                draw_choice(release, state, choice, follow_side)
