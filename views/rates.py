"""The switch for reports per 100 interviews, and beside it why nothing is given per resident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import can_be_rated, rated_figure
from terms import plain, say
from views.state import go, held

if TYPE_CHECKING:
    from layers import Figure, ViewState
    from release import Release

_KEY: Final = "choose-rate"


def follow_rate(release: Release) -> None:
    """Draw reports per 100 interviews from now on, or no longer."""
    go(release, held().turn(release, rate="yes" if st.session_state[_KEY] else None))


def drawn_figure(release: Release, figure: Figure, state: ViewState) -> Figure:
    """Return the map that is drawn: in classes of reports per 100 interviews where the reader asks, and it may be."""
    return rated_figure(release, figure) if state.rate and can_be_rated(release, figure) else figure


def draw_rate_switch(release: Release, figure: Figure, state: ViewState) -> None:
    """Draw the switch where a quotient may be said, else when it may be; nothing where no coverage is published."""
    if release.coverage is None or not figure.is_map:
        return
    with st.container(key="rate"):
        if can_be_rated(release, figure):
            st.session_state[_KEY] = state.rate is not None
            st.toggle(say("rate-label", state.lang), key=_KEY, on_change=follow_rate, args=(release,))
        else:
            st.caption(plain(say("rate-not-here", state.lang)))
        st.caption(plain(say("rate-refused", state.lang)))
