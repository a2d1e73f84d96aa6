"""The page that checks a file: whether it is as it left the atlas, and whether it still stands. None of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from terms import plain, say
from views.checking import draw_found
from views.frame import draw_page, draw_text_page

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release
    from terms import Language


def _given(key: str, language: Language) -> bytes | None:
    """Ask for a file, and return its bytes; its name is not looked at."""
    file = st.file_uploader(say(key, language), key=key)
    return file.getvalue() if file else None


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""

    def content() -> None:
        st.markdown(plain(say("check-memory", state.lang)))
        file = _given("check-file", state.lang)
        found = st.container(key="found")
        newest = _given("check-newest", state.lang)
        if file is not None:
            with found:
                draw_found(file, newest, state.lang)

    draw_text_page(release, state, say("check-title", state.lang), say("check-answer", state.lang), content)


if __name__ == "__main__":
    draw_page(draw, "check", ("lang",))
