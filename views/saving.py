"""Saving a view: each format is made when it is asked for, from the release alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from briefing import Format, Shape, export_view, plain_view
from terms import say
from views.deck import add_view

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release

FORMATS: Final = (
    (Format.PNG, None),
    (Format.SVG, None),
    (Format.PDF, Shape.A4),
    (Format.PDF, Shape.WIDE),
    (Format.PPTX, None),
    (Format.HTML, None),
    (Format.CSV, None),
    (Format.GEOJSON, None),
    (Format.GEOPARQUET, None),
    (Format.PACKAGE, None),
)
"""What can be saved, in the order of the buttons."""


def _made(release: Release, state: ViewState, view: str, form: Format, shape: Shape | None) -> bytes:
    made = export_view(release, view, form, state.lang)
    return made[1 if shape is Shape.WIDE else 0].content


def draw_saving(release: Release, state: ViewState) -> None:
    """Draw the control that saves what is seen as a file, or adds it to the briefing."""
    view = plain_view(
        "&".join(f"{name}={value}" for name, value in state.to_link(release).items()), release, state.lang
    )
    with st.container(key="choose-save"), st.popover(say("save", state.lang), width="stretch"):
        st.markdown(say("save-says", state.lang))
        halves = st.columns(2)
        for place, (form, shape) in enumerate(FORMATS):
            ending = "zip" if form is Format.PACKAGE else form.value
            suffix = {None: "", Shape.A4: "-a4", Shape.WIDE: "-16x9"}[shape]
            halves[place % 2].download_button(
                say("save-as", state.lang, form=f"{form.value}{suffix}"),
                partial(_made, release, state, view, form, shape),
                file_name=f"red-zone-atlas-{release.manifest.short_id}-{state.lang.value}{suffix}.{ending}",
                key=f"save-{form.value}{suffix}",
                on_click="ignore",
                width="stretch",
            )
        st.button(
            say("save-to-deck", state.lang), key="save-to-deck", on_click=add_view, args=(release, view, state.lang)
        )
