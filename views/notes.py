"""What is said around a map: the banner, the heading, what is not shown, the caveats, and the table of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
import streamlit as st

from layers import NONE_SIGN, figure_csv
from terms import plain, say

if TYPE_CHECKING:
    from layers import Figure

MOST_ROWS: Final = 200
"""Rows of the table on the page; the file has them all."""

_TABLE_HEIGHT_PX: Final = 440


def draw_banner(figure: Figure) -> None:
    """Say in a thin line above all else that the data are invented, where they are."""
    if figure.synthetic is not None:
        with st.container(key="synthetic"):
            st.markdown(plain(figure.synthetic))


def draw_heading(figure: Figure) -> None:
    """Draw the question as the title, and the sentence that answers it."""
    with st.container(key="heading"):
        st.title(plain(figure.title), anchor=False)
        st.markdown(plain(figure.answer))


def draw_notes(figure: Figure, cell: str | None) -> None:
    """Say what the chosen area's figure is, what the map does not show, what to bear in mind, and the source."""
    chosen = next((mark for mark in figure.marks if mark.cell == cell), None)
    with st.container(key="chosen"):
        if chosen is not None:
            st.markdown("  \n".join(plain(line) for line in chosen.tip.split("\n")))
        elif figure.marks:
            st.markdown(say("page-choose-area", figure.language))
    st.markdown(plain(figure.period))
    st.markdown(plain(figure.not_shown))
    if figure.not_audited is not None:
        with st.container(key="audit"):
            st.markdown(plain(figure.not_audited))
    with st.container(key="caveats"):
        for caveat in figure.caveats:
            st.markdown(plain(caveat))
        st.markdown(plain(figure.source))
    if figure.marks:
        st.markdown(f"[{say('page-to-table', figure.language)}](#table)")


def as_text(table: pl.DataFrame) -> pl.DataFrame:
    """Return a table as it is read: figures with their thousands set apart, and fine dots where there is no figure.

    Examples
    --------
    >>> as_text(pl.DataFrame({"n": [1240, None]}))["n"].to_list()
    ['1,240', '···']
    """
    return table.select(
        pl.Series(own.name, [NONE_SIGN if value is None else f"{value:,}" for value in own])
        if own.dtype.is_numeric()
        else own.cast(pl.String).fill_null(NONE_SIGN)
        for own in table
    )


def draw_table(figure: Figure) -> None:
    """Draw the figures as a table, highest first, for eyes, keyboards and screen readers; and offer it as a file."""
    with st.container(key="table"):
        st.header(say("figure-table" if figure.is_map else "figure-table-only", figure.language), anchor="table")
        shown = figure.table.head(MOST_ROWS)
        st.table(as_text(shown), height=_TABLE_HEIGHT_PX, hide_index=True, border="horizontal")
        if shown.null_count().sum_horizontal().sum():
            st.caption(f"{NONE_SIGN} {plain(figure.none_label)}")
        if shown.height < figure.table.height:
            st.caption(say("page-table-part", figure.language, shown=shown.height, rows=figure.table.height))
        st.download_button(
            say("page-csv", figure.language),
            figure_csv(figure),
            file_name=f"red-zone-atlas-{figure.release_id}.csv",
            mime="text/csv",
            on_click="ignore",
        )
