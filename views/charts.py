"""Charts on a page: drawn in the colours of the reader's theme, each with its legend, its words and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import DARK, LIGHT, NONE_SIGN, arrivals_chart, trend_chart
from terms import plain, say
from views.notes import draw_csv

if TYPE_CHECKING:
    from layers import Palette, Trend
    from terms import Language

_ROW_PX: Final = 35
_FIRST_PX: Final = 230


def theme_palette() -> Palette:
    """Return the colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _draw_legend(trend: Trend, colours: Palette, language: Language) -> None:
    """Draw the classes as a line of swatches; a picture would need words besides."""
    ramp = colours.colours(len(trend.breaks))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="28" height="12"><path d="M0 0H28V12H0Z" fill="{own}"/></svg>'
        for own in ramp
    ]
    with st.container(key="classes", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(say("trends-legend", language)), width="content")
        for picture, own in zip(parts, trend.breaks, strict=True):
            st.image(picture, width=28, alt="")
            st.markdown(plain(own.label), width="content")
        st.markdown(f"{NONE_SIGN} {plain(say('figure-none', language))}", width="content")


def draw_trend(trend: Trend, language: Language) -> None:
    """Draw a trend, and the arrivals in South Korea under it."""
    colours = theme_palette()
    with st.container(key="trend"):
        _draw_legend(trend, colours, language)
        st.altair_chart(trend_chart(trend, colours, language), theme=None, width="stretch", alt=trend.alt)
        st.caption(plain(say("trends-bands", language, first=str(trend.closed[0]), last=str(trend.closed[1]))))
        st.markdown(f"**{plain(say('trends-arrivals', language))}**")
        alt = f"{say('trends-arrivals', language)}. {say('trends-arrivals-says', language)}"
        st.altair_chart(arrivals_chart(trend, colours, language), theme=None, width="stretch", alt=alt)


def draw_trend_table(trend: Trend, language: Language) -> None:
    """Draw the figures of a trend as a table that can be sorted by any column, and offer it as a file."""
    table = trend.figure.table
    with st.container(key="table"):
        st.header(say("figure-table", language), anchor="table")
        st.dataframe(
            table,
            hide_index=True,
            column_config={
                name: st.column_config.NumberColumn(format="localized")
                if kind.is_numeric()
                else st.column_config.TextColumn(width=_FIRST_PX, pinned=True)
                for name, kind in table.schema.items()
            },
            placeholder=NONE_SIGN,
            height=_ROW_PX * (table.height + 1) + 3,
            alt=trend.alt,
        )
        st.caption(f"{NONE_SIGN} {plain(say('figure-none', language))}")
        draw_csv(trend.figure)
