"""What becomes of a deck: what to mend in it, its files, and the presenter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from briefing import DECK_FORMATS, export_deck, lint, presenter_data, view_page
from terms import plain, say
from views.livemap import presenter

if TYPE_CHECKING:
    from briefing import Deck, Format
    from release import Release

PRESENTER: Final = "deck-presenter"
"""Key of the presenter's element; its state in the session is `{"asked": view}`."""


@st.cache_data(scope="session", max_entries=2, show_spinner=False)
def _pages(_release: Release, release_id: str, deck: Deck) -> dict[str, Any]:  # noqa: ARG001 - the id is the cache's key
    return presenter_data(_release, deck, live=True)


def draw_findings(release: Release, deck: Deck) -> None:
    """Say what to mend in the deck."""
    language = deck.language
    found = lint(release, deck)
    with st.container(key="lint"):
        st.header(say("deck-lint", language), anchor=False)
        if not found:
            st.markdown(say("lint-none", language))
        for own in found:
            where = say("lint-page", language, page=own.page) if own.page else say("lint-deck", language)
            st.markdown(plain(f"{where}: {own.says}"))


def _made(release: Release, deck: Deck, form: Format) -> bytes:
    return export_deck(release, deck, form).content


def draw_files(release: Release, deck: Deck) -> None:
    """Draw a button for each file of the deck; it is made when it is asked for."""
    language = deck.language
    with st.container(key="deck-files", horizontal=True):
        for form in DECK_FORMATS:
            st.download_button(
                say("deck-save", language, form=form.value),
                partial(_made, release, deck, form),
                file_name=f"red-zone-atlas-{deck.audience.value}-{language.value}.{form.value}",
                key=f"deck-save-{form.value}",
                on_click="ignore",
                type="primary" if form is DECK_FORMATS[0] else "secondary",
            )


def draw_presenter(release: Release, deck: Deck) -> None:
    """Draw the presenter, once it is asked for."""
    language = deck.language
    if not st.toggle(say("deck-present", language), key="deck-present"):
        return
    asked = st.session_state.get(PRESENTER, {}).get("asked")
    data = _pages(release, release.manifest.release_id, deck)
    answer = view_page(release, asked, language) if asked else None
    presenter({**data, "answer": answer}, key=PRESENTER, on_ask=lambda: None)
