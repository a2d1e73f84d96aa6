"""The deck that a session puts together: held in the session alone, and nothing of it in an address or a log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from briefing import MOST_VIEWS, PEOPLE, Audience, Deck, Slide, plain_view, suggested_deck, view_title, views_of
from terms import say

if TYPE_CHECKING:
    from release import Release
    from terms import Language

DECK: Final = "deck"
"""Key of the deck of the session."""

LONGEST_TITLE: Final = 120
LONGEST_MESSAGE: Final = 240


def held_deck(release: Release, language: Language) -> Deck:
    """Return the deck of the session in a language; at first the one that is suggested."""
    if DECK not in st.session_state:
        st.session_state[DECK] = suggested_deck(Audience.UN, language)
    own: Deck = replace(st.session_state[DECK], language=language)
    return own.with_views(plain_view(slide.view, release, language) for slide in own.slides)


def _keep(deck: Deck) -> None:
    st.session_state[DECK] = deck


def add_view(release: Release, view: str, language: Language) -> None:
    """Put a view at the end of the deck, if there is room and it is not there yet."""
    own = held_deck(release, language)
    if len(own.slides) < MOST_VIEWS and view not in {slide.view for slide in own.slides}:
        _keep(replace(own, slides=(*own.slides, Slide(view))))


def _choose_audience(release: Release, language: Language) -> None:
    """Take the views that suit an audience, unless the reader has changed those of the one before."""
    own = held_deck(release, language)
    audience = Audience(st.session_state["deck-audience"])
    before, after = (
        suggested.with_views(plain_view(slide.view, release, language) for slide in suggested.slides)
        for suggested in (suggested_deck(own.audience, language), suggested_deck(audience, language))
    )
    _keep(replace(own, audience=audience, slides=after.slides if own.slides == before.slides else own.slides))


def _retitle(release: Release, language: Language) -> None:
    _keep(replace(held_deck(release, language), title=st.session_state["deck-title"].strip()))


def _say(release: Release, language: Language, view: str) -> None:
    own = held_deck(release, language)
    message = st.session_state[f"deck-message-{view}"].strip()
    _keep(replace(own, slides=tuple(replace(s, message=message) if s.view == view else s for s in own.slides)))


def _move(release: Release, language: Language, place: int, by: int) -> None:
    own = held_deck(release, language)
    slides = list(own.slides)
    slides[place], slides[place + by] = slides[place + by], slides[place]
    _keep(replace(own, slides=tuple(slides)))


def _remove(release: Release, language: Language, place: int) -> None:
    own = held_deck(release, language)
    _keep(replace(own, slides=(*own.slides[:place], *own.slides[place + 1 :])))


def _add(release: Release, language: Language) -> None:
    view = st.session_state["deck-add"]
    if view is not None:
        add_view(release, view, language)
    st.session_state["deck-add"] = None


def draw_head(release: Release, deck: Deck) -> None:
    """Draw for whom the deck is, and its title."""
    language = deck.language
    st.session_state["deck-audience"] = deck.audience.value
    st.selectbox(
        say("deck-audience", language),
        [own.value for own in Audience],
        format_func=lambda own: say("deck-for", language, audience=own),
        key="deck-audience",
        on_change=_choose_audience,
        args=(release, language),
        filter_mode=None,
    )
    st.session_state["deck-title"] = deck.title
    st.text_input(
        say("deck-own-title", language),
        key="deck-title",
        max_chars=LONGEST_TITLE,
        placeholder=say("deck-title", language),
        on_change=_retitle,
        args=(release, language),
    )


def draw_slides(release: Release, deck: Deck) -> None:
    """Draw the views of the deck in their order, each with the speaker's sentence and what moves it."""
    language = deck.language
    last = len(deck.slides) - 1
    for place, slide in enumerate(deck.slides):
        title = view_title(slide.view, release, language)
        with st.container(key=f"deck-slide-{place}", horizontal=True, vertical_alignment="bottom"):
            st.session_state[f"deck-message-{slide.view}"] = slide.message
            st.text_input(
                f"{place + 1}. {title}",  # made of our own words alone, and read out as it stands
                key=f"deck-message-{slide.view}",
                max_chars=LONGEST_MESSAGE,
                placeholder=say("deck-message", language),
                on_change=_say,
                args=(release, language, slide.view),
            )
            for name, does, given, can in (
                ("up", _move, (place, -1), place > 0),
                ("down", _move, (place, 1), place < last),
                ("remove", _remove, (place,), last > 0),
            ):
                st.button(
                    say(f"deck-{name}", language),
                    key=f"deck-{name}-{place}",
                    disabled=not can,
                    on_click=does,
                    args=(release, language, *given),
                )
    known = {slide.view for slide in deck.slides}
    offered = {PEOPLE: view_title(PEOPLE, release, language)} | dict(views_of(release, language))
    st.selectbox(
        say("deck-add", language),
        [own for own in offered if own not in known],
        index=None,
        format_func=lambda own: offered[own],
        key="deck-add",
        on_change=_add,
        args=(release, language),
        disabled=len(deck.slides) >= MOST_VIEWS,
        placeholder=say("deck-add-says", language),
    )
