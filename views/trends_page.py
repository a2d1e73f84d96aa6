"""The trends page: which acts, year by year, with the closure, the arrivals, and what lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import arrivals_sheet, events_sheet, lag_sheet, lasting_sheet, trend_of
from terms import plain, say
from views.charts import draw_trend, draw_trend_table
from views.controls import draw_controls, draw_definition
from views.frame import draw_page, draw_text_page
from views.sheets import draw_sheet

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""
    trend = trend_of(release, state.act, state.lang)
    if trend is None:
        title, answer = say("figure-title-time", state.lang), say("trends-nothing", state.lang)
    else:
        title, answer = trend.figure.title, trend.figure.answer

    def content() -> None:
        if trend is None:
            return
        with st.container(key="why"):
            st.markdown(f"**{plain(trend.says)}**")
        with st.container(key="controls"):
            draw_controls(release, state, ("group",))
            draw_definition(state)
        with st.container(key="figures"):
            draw_trend(trend, state.lang)
            draw_trend_table(trend, state.lang)
        st.markdown(plain(trend.figure.not_shown))
        sheets = (lasting_sheet(release, state.lang), lag_sheet(release, state.lang))
        for sheet in (*sheets, arrivals_sheet(trend, state.lang), events_sheet(trend, state.lang)):
            if sheet is not None:
                draw_sheet(sheet)

    draw_text_page(release, state, title, answer, content)


if __name__ == "__main__":
    draw_page(draw, "trends", ("act", "lang"), plate="when_what")
