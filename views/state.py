"""The state of the page: what its address says, in the reader's language, and which area was chosen on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import is_foreign, read_state, spoken
from terms import Language

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release

MAP: Final = "map"
"""Key of the live map's element; its own state in the session is `{"cell": ...}`."""

VIEW: Final = "view"
"""Key of what this session looks at. A browser may still send an older address while a newer one is on its way to it,
so the address is read when a session begins and only written after that."""

FOREIGN: Final = "foreign"
"""Key of whether the session began with a link that was made for another release."""


LANGUAGE: Final = "language"
"""Key of the code of the language that the session reads, on every page of it."""


def readers_language() -> Language:
    """Return the language that the session reads, else the address's, else the reader's own, else English."""
    if LANGUAGE in st.session_state:
        return Language(st.session_state[LANGUAGE])
    own = (st.context.locale or "").split("-")[0]
    return spoken(st.query_params.get("lang"), spoken(own, Language.EN))


def held() -> ViewState:
    """Return what the session looks at, once `here` has been asked."""
    state: ViewState = st.session_state[VIEW]
    return state


def here(release: Release) -> ViewState:
    """Return what the session looks at, kept as far as the release offers it, and write it to the page's address."""
    if VIEW in st.session_state:
        link = {**held().to_link(release), "lang": readers_language().value}
    else:
        link = st.query_params.to_dict()
        st.session_state[FOREIGN] = is_foreign(link, release)
    go(release, read_state(link, release, readers_language()))
    return held()


def go(release: Release, state: ViewState) -> None:
    """Look at something else from now on, and say so in the page's address."""
    st.session_state[VIEW] = state
    st.session_state[LANGUAGE] = state.lang.value
    link = state.to_link(release)
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def keep_cell(release: Release) -> None:
    """Keep which area the reader has just chosen on the map, or that none is."""
    go(release, held().turn(release, cell=st.session_state[MAP].get("cell")))
