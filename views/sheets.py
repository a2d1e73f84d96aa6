"""Tables with their words, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import NONE_SIGN
from terms import plain
from views.notes import as_text

if TYPE_CHECKING:
    from layers import Sheet


def draw_sheet(sheet: Sheet, *, is_part: bool = False) -> None:
    """Draw a table with its title, the sentence to read with it, and what the dots mean where there are any.

    Parameters
    ----------
    sheet
        The table and its words.
    is_part
        Whether it stands under a heading of its page, and not directly under the title.
    """
    head = st.subheader if is_part else st.header
    words = sum(not own.dtype.is_numeric() for own in sheet.table)
    with st.container(key=f"sheet-{sheet.key}-words-{words}"):
        head(plain(sheet.title), anchor=False)
        st.markdown(plain(sheet.says))
        st.table(as_text(sheet.table), hide_index=True, border="horizontal")
        if sheet.table.null_count().sum_horizontal().sum():
            st.caption(f"{NONE_SIGN} {plain(sheet.none)}")


def draw_why(sentences: tuple[str, ...]) -> None:
    """Draw the reasons that must be read before any of the figures."""
    with st.container(key="why"):
        for sentence in sentences:
            st.markdown(plain(sentence))
