"""The method page: how good the data of this release are, and how people are protected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import coverage_sheet, lag_sheet, levels_sheet, quality_says
from terms import plain, say
from views.frame import draw_page, draw_text_page
from views.method import draw_method
from views.sheets import draw_sheet

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""

    def content() -> None:
        st.header(say("quality-title", state.lang), anchor="quality")
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in quality_says(release, state.lang)))
        for make in (levels_sheet, lag_sheet, coverage_sheet):
            sheet = make(release, state.lang)
            if sheet is not None:
                draw_sheet(sheet, is_part=True)
        draw_method(state.lang)

    draw_text_page(release, state, say("method-title", state.lang), say("method-answer", state.lang), content)


if __name__ == "__main__":
    draw_page(draw, "method", ("lang",))
