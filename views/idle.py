"""The end of a session that nobody uses: the server itself drops what it holds, whatever the browser does.

Each run of a page sets a clock on the server's event loop. If no other run has begun when it strikes, all that the
session holds is dropped (what was done, what was typed, uploads, files to save), and the page is drawn once more, to
say so. Nothing of it is written to a log.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit import runtime
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.scriptrunner import get_script_run_ctx

from settings import settings
from terms import say
from views.login import log_out
from views.state import LANGUAGE, readers_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.navigation.page import Page

IDLE: Final = "idle"
"""Key of whether the session was dropped and has not begun again."""

PRIVATE: Final = "private"
"""Key of whether the session has been on the steward's page since it began."""

_runs: dict[str, int] = {}
"""The last run of each session whose clock may strike: only the clock that this run has set counts."""

_numbers = count()


def run_page(page: Page, *, is_private: bool) -> None:
    """Run a page of a session that is in use; of one that was dropped, say so and offer to begin again.

    Parameters
    ----------
    page
        The page that the reader is on.
    is_private
        Whether the page reads incidents. From then on the session counts as private on every page, for it holds them.
    """
    if is_private:
        st.session_state[PRIVATE] = True
    minutes = settings().idle_after(private=PRIVATE in st.session_state)
    if IDLE in st.session_state:
        _say_so(st.session_state[IDLE])
    elif minutes is None:
        page.run()
    else:
        with _clock(minutes):
            page.run()


def _say_so(minutes: float) -> None:
    log_out()
    language = readers_language()
    with st.container(key="heading"):
        st.title(say("idle-title", language), anchor=False)
        st.markdown(say("idle-says", language, minutes=minutes))
    st.button(say("idle-begin", language), key="idle-begin", type="primary", on_click=_begin_again)


def _begin_again() -> None:
    del st.session_state[IDLE]


@contextmanager
def _clock(minutes: float) -> Iterator[None]:
    """Stop the session's clock while a page is run, however long that takes, and set it anew at the end."""
    context = get_script_run_ctx()
    session = runtime.get_instance().get_app_session(context.session_id) if context and runtime.exists() else None
    if session is None:  # no browser is there, as in tests of a page alone
        yield
        return
    own = _runs[session.id] = next(_numbers)
    try:
        yield
    finally:
        # The names of Streamlit that are used here and below are not documented; the tests fail at once if they change.
        loop = session._event_loop  # noqa: SLF001
        loop.call_soon_threadsafe(loop.call_later, minutes * 60, _strike, session.id, own, minutes)


def _strike(session_id: str, run: int, minutes: float) -> None:
    """Drop what a session holds, unless it was used since; on the event loop, so no page is run meanwhile."""
    if _runs.get(session_id) != run:
        return
    del _runs[session_id]
    session = runtime.get_instance().get_app_session(session_id)
    if session is not None:
        drop(session, minutes)


def drop(session: Any, minutes: float) -> None:  # noqa: ANN401 - Streamlit's session, which has no public type
    """Drop all that a session holds but its language, and draw its page once more."""
    server = runtime.get_instance()
    state = session.session_state
    language = state[LANGUAGE] if LANGUAGE in state else None  # noqa: SIM401 - this state has no `get`
    state.clear()
    state[IDLE] = minutes
    if language is not None:
        state[LANGUAGE] = language
    session.clear_session_caches()
    server.uploaded_file_mgr.remove_session_files(session.id)
    server.media_file_mgr.clear_session_refs(session.id)
    server.media_file_mgr.remove_orphaned_files()
    gc.collect()
    # The page and what its address says, without what stands in its fields.
    before = session._client_state  # noqa: SLF001
    kept = ClientState(query_string=before.query_string, page_script_hash=before.page_script_hash)
    if before.HasField("context_info"):
        kept.context_info.CopyFrom(before.context_info)
    session.request_rerun(kept)
