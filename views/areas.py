"""The areas of a map as a list, so that whoever uses no mouse gets to the card of any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import place_of
from release import Level
from terms import say
from views.state import go, held

if TYPE_CHECKING:
    from layers import Figure, ViewState
    from release import Release

MOST_AREAS: Final = 200
"""Areas of the list, highest figure first; the table and the map have them all."""

_KEY: Final = "choose-cell"


def areas_of(figure: Figure, chosen: str | None) -> dict[str, str]:
    """Return the areas that are listed, numbered in the order of the table, and the chosen one wherever it stands."""
    marks = sorted(figure.marks, key=lambda mark: (-mark.reports, -mark.people, mark.cell))
    return {
        mark.cell: say(
            "area-entry", figure.language, number=number, where=place_of(mark, figure.language), reports=mark.reports
        )
        for number, mark in enumerate(marks, start=1)
        if number <= MOST_AREAS or mark.cell == chosen
    }


def follow_area(release: Release) -> None:
    """Choose the area that the reader has just chosen in the list, or none."""
    go(release, held().turn(release, cell=st.session_state[_KEY]))


def draw_areas(release: Release, figure: Figure, state: ViewState) -> None:
    """Draw the list of areas; none where the study area is drawn as one."""
    if not figure.marks or figure.level is Level.REGION:
        return
    names = areas_of(figure, state.cell)
    st.session_state[_KEY] = state.cell if state.cell in names else None
    st.selectbox(
        say("area-label", state.lang),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=say("area-none", state.lang),
        key=_KEY,
        on_change=follow_area,
        args=(release,),
    )
