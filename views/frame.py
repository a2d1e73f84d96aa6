"""What every page has around it: the banner, the links to the pages, the language, and a sentence where all fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from errors import AtlasError
from layers import FIELDS, about
from terms import say
from views.controls import draw_language_switch
from views.login import draw_logout
from views.notes import draw_banner, draw_caveats, draw_heading
from views.share import draw_share
from views.site import draw_links
from views.source import current_release
from views.state import FOREIGN, Shown, here, readers_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from layers import ViewState
    from release import Release

    Draw = Callable[[Release, ViewState], None]


def draw_page(draw: Draw, name: str, fields: tuple[str, ...] = FIELDS, plate: str | None = None) -> None:
    """Draw a page: what is around it, and then itself.

    Parameters
    ----------
    draw
        Draws the page for a release and a state.
    name
        Of the page, in `views.site.PAGES`.
    fields
        Of the state, those that the page shows; no other stands in its address.
    plate
        The only plate of the page, or None if the reader chooses it.
    """
    language = readers_language()
    try:
        release = current_release()
        state = here(release, Shown(name, fields, plate))
        draw_banner(about(release, state.lang).synthetic)
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            draw_links(release, state)
            with st.container(key="ends", horizontal=True, vertical_alignment="center", width="content"):
                draw_logout(state.lang)
                spot = st.container(key="share", width="content")
                draw_language_switch(release, state)
        draw(release, state)
        with spot:
            draw_share(state.lang)
    except AtlasError as error:
        st.error(f"{say('page-no-release', language)} {error}")


def draw_text_page(release: Release, state: ViewState, title: str, answer: str, draw: Callable[[], None]) -> None:
    """Draw a page without a map: its heading, what it holds, and what to know of the release."""
    draw_heading(title, answer)
    if st.session_state[FOREIGN]:
        st.info(say("page-other-release", state.lang))
    with st.container(key="reading"):
        draw()
        draw_caveats(about(release, state.lang))
