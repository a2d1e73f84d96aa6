"""The state of the page: what its address says, in the reader's language, and which area was chosen on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from layers import FIELDS, answer_link, is_foreign, spoken
from terms import Language

if TYPE_CHECKING:
    from layers import Lack, ViewState
    from release import Release

MAP: Final = "map"
"""Key of the live map's element; its own state in the session is `{"cell": [cell, time of the choice]}`."""

VIEWS: Final = "views"
"""Key of what this session looks at, page by page. A browser may still send an older address while a newer one is on
its way to it, so the address is read when a page is first opened and only written after that."""

PAGE: Final = "page"
"""Key of the page that the session is on."""

FOREIGN: Final = "foreign"
"""Key of whether the session began with a link that was made for another release."""

LACKS: Final = "lacks"
"""Key of what was asked for and cannot be shown, page by page, for as long as the view that is shown instead stays."""

LANGUAGE: Final = "language"
"""Key of the code of the language that the session reads, on every page of it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: its name, the fields of the state that it shows, and its plate where it has only one."""

    name: str
    fields: tuple[str, ...] = FIELDS
    plate: str | None = None


def readers_language() -> Language:
    """Return the language that the session reads, else the address's, else the reader's own, else English."""
    if LANGUAGE in st.session_state:
        return Language(st.session_state[LANGUAGE])
    own = (st.context.locale or "").split("-")[0]
    return spoken(st.query_params.get("lang"), spoken(own, Language.EN))


def held() -> ViewState:
    """Return what the session looks at on its page, once `here` has been asked."""
    state: ViewState = st.session_state[VIEWS][st.session_state[PAGE].name]
    return state


def here(release: Release, page: Shown) -> ViewState:
    """Return what the session looks at on a page, as far as the release offers it, and write it to the page's address.

    Each page keeps its own view, and all of them the language.
    """
    language = readers_language()
    views = st.session_state.setdefault(VIEWS, {})
    link = views[page.name].to_link(release) if page.name in views else st.query_params.to_dict()
    if PAGE not in st.session_state:
        st.session_state[FOREIGN] = is_foreign(link, release)
    link["lang"] = language.value
    if page.plate is not None:
        link["plate"] = page.plate
    answer = answer_link(link, release, language)
    is_new = page.name not in views
    st.session_state[PAGE] = page
    go(release, answer.state, answer.lacks if is_new else None)
    return answer.state


def go(release: Release, state: ViewState, lacks: tuple[Lack, ...] | None = None) -> None:
    """Look at something else from now on, and say so in the page's address.

    `lacks`: what was asked for and is not shown; None where nothing was asked, and what was said before still holds.
    """
    page = st.session_state[PAGE]
    if lacks is not None:
        st.session_state.setdefault(LACKS, {})[page.name] = lacks
    st.session_state[VIEWS][page.name] = state
    st.session_state[LANGUAGE] = state.lang.value
    shown = ("release", *page.fields)
    link = {name: value for name, value in state.to_link(release).items() if name in shown}
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def lacking() -> tuple[Lack, ...]:
    """Return what was asked for on this page and cannot be shown."""
    told: tuple[Lack, ...] = st.session_state.get(LACKS, {}).get(st.session_state[PAGE].name, ())
    return told


def keep_cell(release: Release) -> None:
    """Keep which area the reader has just chosen on the map, or that none is."""
    go(release, held().turn(release, cell=st.session_state[MAP]["cell"][0]))
