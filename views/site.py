"""The pages of the site: their names, their addresses and the row of links to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from terms import say
from views.state import readers_language

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

    from layers import ViewState
    from release import Release

PAGES: Final = ("map", "compare", "trends", "whom", "people", "context", "briefing", "method", "check")
"""Names of the pages in the order of their links; the first is what the bare address shows."""


def _path(name: str) -> str:
    return f"views/{name}_page.py"


def site() -> list[Page]:
    """Return the pages as Streamlit wants them, their titles in the reader's language."""
    language = readers_language()
    return [
        st.Page(_path(name), title=say(f"nav-{name}", language), url_path=name, default=name == PAGES[0])
        for name in PAGES
    ]


def draw_links(release: Release, state: ViewState) -> None:
    """Draw the links to the pages; one that is opened in another tab keeps the language and the release."""
    kept = {name: value for name, value in state.to_link(release).items() if name in {"release", "lang"}}
    with st.container(key="links", horizontal=True):
        for name in PAGES:
            st.page_link(_path(name), label=say(f"nav-{name}", state.lang), query_params=kept)
