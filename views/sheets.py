"""Tables with their words, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import NONE_SIGN
from terms import say
from views.notes import as_text, plain

if TYPE_CHECKING:
    from layers import Sheet
    from terms import Language


def draw_sheet(sheet: Sheet, language: Language) -> None:
    """Draw a table with its title, the sentence to read with it, and what the dots mean where there are any."""
    with st.container():
        st.subheader(plain(sheet.title), anchor=False)
        st.markdown(plain(sheet.says))
        st.table(as_text(sheet.table), hide_index=True, border="horizontal")
        if sheet.table.null_count().sum_horizontal().sum():
            st.caption(f"{NONE_SIGN} {plain(say('figure-none', language))}")


def draw_why(sentences: tuple[str, ...]) -> None:
    """Draw the reasons that must be read before any of the figures."""
    with st.container(key="why"):
        for sentence in sentences:
            st.markdown(plain(sentence))
