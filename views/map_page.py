"""The map page: a question, its answer, the map, what it does not show, and the same figures as a table.

Streamlit runs this file as a page; tests and tools may import it.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from errors import AtlasError
from layers import figure_of
from terms import say
from views.controls import draw_controls, draw_language_switch
from views.livemap import live_map
from views.notes import draw_banner, draw_heading, draw_notes, draw_table
from views.source import current_release
from views.state import FOREIGN, MAP, here, keep_cell, readers_language


def draw() -> None:
    """Draw the page for the state that its address describes."""
    language = readers_language()
    try:
        release = current_release()
        state = here(release)
        figure = figure_of(release, state.selection, state.drawn_level(release), state.lang)
    except AtlasError as error:
        st.error(f"{say('page-no-release', language)} {error}")
        return
    draw_banner(figure)
    with st.container(key="top", horizontal=True, vertical_alignment="top"):
        draw_heading(figure)
        draw_language_switch(release, state)
    if st.session_state[FOREIGN]:
        st.info(say("page-other-release", language))
    controls, middle, side = st.columns([24, 62, 34], gap="medium")
    with controls.container(key="controls"):
        draw_controls(release, state)
    with middle.container(key="figure"):
        if figure.is_map:
            live_map(figure, key=MAP, selected=state.cell, on_select=partial(keep_cell, release))
        else:
            draw_table(figure)
    with side.container(key="notes"):
        draw_notes(figure, state.cell)
    if figure.is_map:
        draw_table(figure)


if __name__ == "__main__":
    draw()
