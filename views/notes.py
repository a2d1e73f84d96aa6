"""What is said around a map: the banner, the heading, what is not shown, the caveats, and the table of its figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import polars as pl
import streamlit as st

from briefing import table_of
from layers import ASKED, NONE_SIGN, card_of, hidden_in
from terms import plain, say

if TYPE_CHECKING:
    from layers import About, Card, Expected, Figure, ViewState
    from release import Release

MOST_ROWS: Final = 200
"""Rows of the table on the page; the file has them all."""

_TABLE_HEIGHT_PX: Final = 440


def draw_banner(synthetic: str | None) -> None:
    """Say in a thin line above all else that the data are invented, where they are."""
    if synthetic is not None:
        with st.container(key="synthetic"):
            st.markdown(plain(synthetic))


def draw_heading(title: str, answer: str) -> None:
    """Draw the question as the title, and the sentence that answers it."""
    with st.container(key="heading"):
        st.title(plain(title), anchor=False)
        st.markdown(plain(answer))


def draw_map_heading(figure: Figure) -> None:
    """Draw the heading of a map, and what is to be known of it on a phone."""
    draw_heading(figure.title, figure.answer)
    with st.container(key="phone"):
        st.markdown(say("map-phone", figure.language))


def draw_caveats(own: About | Figure) -> None:
    """Say what to bear in mind, and the source; first of all if nobody has audited the release."""
    if own.not_audited is not None:
        with st.container(key="audit"):
            st.markdown(plain(own.not_audited))
    with st.container(key="caveats"):
        for caveat in own.caveats:
            st.markdown(plain(caveat))
        st.markdown(plain(own.source))


def _draw_card(card: Card) -> None:
    """Draw what may be said of the chosen area."""
    st.markdown("  \n".join(plain(line) for line in card.lines))
    if card.acts_title is not None:
        st.markdown("  \n".join(plain(line) for line in (card.acts_title, *card.acts)))
    st.markdown(plain(card.unknown))


def _asked(release: Release, figure: Figure, state: ViewState) -> str:
    """Say whether it is known where people were asked, and what the lines mean where they are drawn."""
    if figure.unasked is not None and ASKED not in hidden_in(state.hide):
        return say("map-unasked", figure.language)
    return say("map-coverage", figure.language, state="no" if release.coverage is None else "yes")


def draw_notes(release: Release, figure: Figure, state: ViewState, more: Expected | None = None) -> None:
    """Say what is told of the chosen area, what the map does not show, what to bear in mind, and the source."""
    chosen = next((mark for mark in figure.marks if mark.cell == state.cell), None)
    with st.container(key="chosen"):
        if chosen is not None:
            _draw_card(card_of(release, figure, chosen))
        elif figure.marks:
            st.markdown(say("page-choose-area", figure.language))
    st.markdown(plain(figure.period))
    if more is not None:
        st.markdown(plain(more.says))
    st.markdown(plain(figure.not_shown))
    if figure.is_map:
        st.markdown(plain(_asked(release, figure, state)))
    draw_caveats(figure)
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


def _with_signs(figure: Figure, more: Expected | None) -> pl.DataFrame:
    """Return the table of a figure, with a column for the areas that hold more reports than expected if asked."""
    if more is None:
        return figure.table
    cells = figure.table[say("column-cell", figure.language)]
    signs = ["\u25cf" if cell in more.cells else "" for cell in cells]
    return figure.table.with_columns(pl.Series(more.label, signs, dtype=pl.String))


def draw_csv(figure: Figure) -> None:
    """Offer the figures as a file, whole and with a receipt; it is made when it is asked for."""
    st.download_button(
        say("page-csv", figure.language),
        partial(table_of, figure),
        file_name=f"red-zone-atlas-{figure.release_id}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def draw_table(figure: Figure, more: Expected | None = None) -> None:
    """Draw the figures as a table, highest first, for eyes, keyboards and screen readers; and offer it as a file."""
    with st.container(key="table"):
        st.header(say("figure-table" if figure.is_map else "figure-table-only", figure.language), anchor="table")
        shown = _with_signs(figure, more).head(MOST_ROWS)
        st.table(as_text(shown), height=_TABLE_HEIGHT_PX, hide_index=True, border="horizontal")
        if shown.null_count().sum_horizontal().sum():
            st.caption(f"{NONE_SIGN} {plain(figure.none_label)}")
        if shown.height < figure.table.height:
            st.caption(say("page-table-part", figure.language, shown=shown.height, rows=figure.table.height))
        draw_csv(figure)
