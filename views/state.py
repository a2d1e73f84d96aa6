"""The state of the page: what its address says, in the reader's language, and which area was chosen on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import read_state, spoken
from terms import Language

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release

MAP: Final = "map"
"""Key of the live map's element; its own state in the session is `{"cell": ...}`."""


def readers_language() -> Language:
    """Return the language of the page's address, else the reader's own if the atlas speaks it, else English."""
    own = (st.context.locale or "").split("-")[0]
    return spoken(st.query_params.get("lang"), spoken(own, Language.EN))


def here(release: Release) -> ViewState:
    """Return the state of the page's address."""
    return read_state(st.query_params, release, readers_language())


def keep_cell() -> None:
    """Write to the page's address which area the reader has just chosen on the map, or that none is."""
    cell = st.session_state[MAP].get("cell")
    if cell:
        st.query_params["cell"] = cell
    else:
        st.query_params.pop("cell", None)
