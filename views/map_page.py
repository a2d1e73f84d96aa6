"""The map page: a question, its answer, the map, what it does not show, and the same figures as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from layers import can_be_expected, expected_of, figure_of, hidden_in
from views.areas import draw_areas
from views.asked import draw_asked
from views.controls import draw_controls, draw_definition, draw_layer_switches, draw_more_switch
from views.frame import draw_page
from views.livemap import Extra, live_map
from views.notes import draw_map_heading, draw_notes, draw_table
from views.rates import draw_rate_switch, drawn_figure
from views.saving import draw_saving
from views.state import MAP, keep_cell

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""
    figure = figure_of(release, state.selection, state.drawn_level(release), state.lang)
    asked = can_be_expected(release, figure)
    more = expected_of(figure) if asked and state.more else None
    figure = drawn_figure(release, figure, state)
    draw_map_heading(figure)
    draw_asked(release, state)
    controls, middle, side = st.columns([24, 62, 34], gap="medium")
    with controls.container(key="controls"):
        draw_controls(release, state)
        draw_definition(state)
        if asked:
            draw_more_switch(release, state)
        draw_rate_switch(release, figure, state)
        if figure.is_map:
            draw_layer_switches(release, state)
        draw_saving(release, state)
    with middle.container(key="figure"):
        if figure.is_map:
            extra = Extra(more, hidden_in(state.hide))
            live_map(figure, key=MAP, selected=state.cell, on_select=partial(keep_cell, release), extra=extra)
        else:
            draw_table(figure)
    with side.container(key="notes"):
        if figure.is_map:
            draw_areas(release, figure, state)
        draw_notes(release, figure, state, more)
    if figure.is_map:
        draw_table(figure, more)


if __name__ == "__main__":
    draw_page(draw, "map")
