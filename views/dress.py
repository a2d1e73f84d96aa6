"""What every page wears: the reader's language, our fonts and the style sheet; nothing is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from views.livemap import dress_page
from views.state import LANGUAGE, readers_language

if TYPE_CHECKING:
    from terms import Language


def dress() -> Language:
    """Dress the page in the reader's language, keep the language for all pages of the session, and return it."""
    language = readers_language()
    st.session_state[LANGUAGE] = language.value
    dress_page(language)
    return language
