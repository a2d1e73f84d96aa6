"""What was asked for and is not what is shown: a link for another release, and what no plate holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import lacks_say
from terms import plain, say
from views.state import FOREIGN, lacking

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw_asked(release: Release, state: ViewState) -> None:
    """Say that figures may differ from those of the link, and that the nearest safe view is shown."""
    if st.session_state[FOREIGN]:
        st.info(say("page-other-release", state.lang))
    told = lacks_say(lacking(), release, state.lang)
    if told is not None:
        with st.container(key="lacking"):
            st.markdown(plain(told))
