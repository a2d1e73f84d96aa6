"""The controls: which question, when, which act, and how large the areas are; only what the release answers is offered.

The state lives in one place, `views.state`. A control shows what the state says; a change turns the state, and the page
is drawn from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from layers import act_name, hidden_in, level_name, levels_of, period_name, switches_of, write_hidden
from release import ALL_ACTS, EXPLORED, offered_acts, offered_periods
from terms import OWN_NAMES, Language, plain, say, taxonomy
from views.state import go, held, lacking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from layers import ViewState
    from release import Release

_GROUP: Final = "group"
"""The first of the two controls of an act; not a field of the state, which holds a group or an act in one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One control: the field that it changes, its value, and the name of each value that is offered, in order.

    `label` where it is not that of the field.
    """

    field: str
    value: Any
    names: Mapping[Any, str]
    label: str | None = None


def choices(release: Release, state: ViewState) -> Iterator[Choice]:
    """Yield the controls in the order of the sentence that they change: question, time, act, size of areas.

    A control that the plate cannot answer is not there at all.
    """
    ladder, plate, own = EXPLORED[state.plate], release.plates[state.plate], state.lang
    yield Choice("plate", state.plate, {name: say(f"choose-plate-{name}", own) for name in release.explored})
    if ladder.has_period:
        names = {period: period_name(period, release.manifest, own) for period in offered_periods(plate)}
        yield Choice("period", state.period, names)
    if ladder.has_acts:
        yield from _act_choices(offered_acts(plate), state)
    if ladder.has_places:
        names = {str(level): level_name(level, own) for level in levels_of(release, state.selection).offered}
        yield Choice("level", str(state.drawn_level(release)), names)


def _act_choices(offered: tuple[str, ...], state: ViewState) -> Iterator[Choice]:
    """Yield the act as two controls, its group first; the second only where the plate tells the group's acts apart."""
    group_of = {code: taxonomy().acts[code].group for code in offered if code != ALL_ACTS}
    group = group_of.get(state.act, ALL_ACTS)
    groups = [code for code in offered if group_of.get(code, code) == code]
    yield Choice(_GROUP, group, {code: act_name(code, state.lang) for code in groups})
    within = [code for code in offered if group_of.get(code) == group]
    if len(within) > 1:
        names = {code: act_name(code, state.lang) for code in within}
        yield Choice("act", state.act, {**names, group: say("choose-act-any", state.lang)})


def control_key(field: str) -> str:
    """Return under which key of the session the control of a field stands."""
    return f"choose-{field}"


def follow(release: Release, field: str) -> None:
    """Look at what the reader has just chosen in the control of a field."""
    chosen = st.session_state[control_key(field)]
    changes: dict[str, Any] = {"act" if field == _GROUP else field: chosen}
    answer = held().ask(release, () if field == "lang" else lacking(), **changes)
    go(release, answer.state, None if field == "lang" else answer.lacks)


def draw_controls(release: Release, state: ViewState, only: tuple[str, ...] = ()) -> None:
    """Draw the controls, one below the other; all of them, or `only` those of some fields."""
    for own in choices(release, state):
        if not only or own.field in only:
            draw_choice(release, state, own, follow)


def draw_choice(release: Release, state: ViewState, own: Choice, on_change: Callable[[Release, str], None]) -> None:
    """Draw one control; what it changes is in the session under `control_key` when it is followed."""
    st.session_state[control_key(own.field)] = own.value
    st.selectbox(
        own.label or say(f"choose-{own.field}", state.lang),
        list(own.names),
        format_func=own.names.__getitem__,
        key=control_key(own.field),
        on_change=on_change,
        args=(release, own.field),
        filter_mode=None,
    )


def definition_of(state: ViewState) -> str | None:
    """Return what the chosen act or kind of act means, None where none is chosen or the taxonomy does not say it."""
    if state.act == ALL_ACTS:
        return None
    own = taxonomy().acts[state.act]
    return say("choose-definition", state.lang, text=own.definition, source=own.source) if own.definition else None


def draw_definition(state: ViewState) -> None:
    """Draw what the chosen act means, and whose definition it is."""
    text = definition_of(state)
    if text is not None:
        with st.container(key="definition"):
            st.caption(plain(text))


def follow_more(release: Release) -> None:
    """Mark the areas that hold more reports than expected from now on, or no longer."""
    go(release, held().turn(release, more="yes" if st.session_state[control_key("more")] else None))


def draw_more_switch(release: Release, state: ViewState) -> None:
    """Draw the switch of the areas that hold more reports than expected."""
    st.session_state[control_key("more")] = state.more is not None
    st.toggle(say("more-label", state.lang), key=control_key("more"), on_change=follow_more, args=(release,))


def follow_layers(release: Release) -> None:
    """Show the layers that the reader has switched on, and hide the others."""
    shown = st.session_state[control_key("hide")]
    hidden = [own for own in switches_of(release) if own not in shown]
    go(release, held().turn(release, hide=write_hidden(hidden, release)))


def draw_layer_switches(release: Release, state: ViewState) -> None:
    """Draw a switch for each layer beneath the figures; all are on at first."""
    hidden = hidden_in(state.hide)
    st.session_state[control_key("hide")] = [own for own in switches_of(release) if own not in hidden]
    st.pills(
        say("layer-label", state.lang),
        switches_of(release),
        format_func=lambda own: say(f"layer-{own}", state.lang),
        selection_mode="multi",
        key=control_key("hide"),
        on_change=follow_layers,
        args=(release,),
    )


def draw_language_switch(release: Release, state: ViewState) -> None:
    """Draw the switch of the language; each language is named in itself."""
    st.session_state[control_key("lang")] = state.lang.value
    st.segmented_control(
        say("choose-lang", state.lang),
        [language.value for language in Language],
        format_func=lambda code: OWN_NAMES[Language(code)],
        required=True,
        key=control_key("lang"),
        on_change=follow,
        args=(release, "lang"),
        label_visibility="collapsed",
    )
