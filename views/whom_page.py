"""The page of actors: by whom acts were done, as it was told, and in which country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import whom_page
from terms import plain
from views.frame import draw_page, draw_text_page
from views.sheets import draw_sheet, draw_why

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""
    own = whom_page(release, state.lang)

    def content() -> None:
        draw_why(own.why)
        for sheet in own.sheets:
            draw_sheet(sheet)
        st.markdown(plain(own.not_shown))

    draw_text_page(release, state, own.title, own.answer, content)


if __name__ == "__main__":
    draw_page(draw, "whom", ("lang",))
