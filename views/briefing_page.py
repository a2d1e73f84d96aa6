"""The briefing page: a deck is put together from views of the release, checked, saved, and presented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from terms import plain, say
from views.deck import draw_head, draw_slides, held_deck
from views.deck_files import draw_files, draw_findings, draw_presenter
from views.frame import draw_page, draw_text_page

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""

    def content() -> None:
        deck = held_deck(release, state.lang)
        st.markdown(plain(say("deck-frame", state.lang)))
        draw_head(release, deck)
        draw_slides(release, deck)
        draw_findings(release, deck)
        draw_files(release, deck)
        draw_presenter(release, deck)

    draw_text_page(release, state, say("briefing-title", state.lang), say("briefing-answer", state.lang), content)


if __name__ == "__main__":
    draw_page(draw, "briefing", ("lang",))
