"""What one browser session holds of a way to a release: here and nowhere else, and only as long as it is connected."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from errors import AtlasError
from protect import UnaccountedError
from steward.steps import FaultyError, Way
from terms import OWN_NAMES, Language, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data import Decisions
    from steward.steps import Step

_WAY: Final = "steward"
_TROUBLE: Final = "steward-trouble"
_LANGUAGE: Final = "language"
"""Key of the code of the language that the session reads; `views.state` has the same."""
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, repr=False)
class Trouble:
    """Why the last step could not be taken: the text of the error, decisions that would help, cases to see to."""

    text: str
    decisions: Decisions | None = None
    cases: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Say nothing of the cases."""
        return "Trouble(...)"


def is_alone() -> bool:
    """Whether the server listens on this computer alone: rows of people must not cross a network in the clear."""
    return st.get_option("server.address") in _LOCAL


def end_with_the_connection() -> None:
    """Let the session end as soon as the browser is gone.

    Streamlit would keep it for two minutes and longer, uploads and all, in case the browser comes back.
    """
    context = get_script_run_ctx()
    if context is not None and runtime.exists():
        runtime.get_instance().mark_session_nonresumable(context.session_id)


def way() -> Way:
    """Return the steps that this session has done."""
    held: Way = st.session_state.get(_WAY, Way())
    return held


def trouble() -> Trouble | None:
    """Return why the last step could not be taken; None if it was, or none was tried."""
    held: Trouble | None = st.session_state.get(_TROUBLE)
    return held


def forget(steps: int | None = None) -> None:
    """Drop the last steps; None: all of them, and every word and file that was given."""
    if steps is None:
        kept = st.session_state[_LANGUAGE]
        st.session_state.clear()
        st.session_state[_LANGUAGE] = kept
        return
    own = way()
    for _ in range(steps):
        own = own.undone()
    st.session_state[_WAY] = own
    st.session_state[_TROUBLE] = None


def attempt(make: Callable[[], Step]) -> None:
    """Take a step and draw the page anew; what is wrong is kept as text, without what was being read."""
    st.session_state[_TROUBLE] = None
    try:
        step = make()
    except FaultyError as error:
        st.session_state[_TROUBLE] = Trouble(str(error), decisions=error.decisions)
    except UnaccountedError as error:
        st.session_state[_TROUBLE] = Trouble(str(error), cases=error.cases)
    except AtlasError as error:
        st.session_state[_TROUBLE] = Trouble(str(error))
    else:
        st.session_state[_WAY] = way().then(step)
    st.rerun()


@contextmanager
def guarded(language: Language) -> Iterator[None]:
    """Say of an error that nobody foresaw where it was and nothing of what was being read, here and in the log."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the last resort: a traceback could hold a value
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        st.warning(plain(say("steward-internal", language, kind=type(error).__name__, place=place)))


def draw_language(language: Language) -> None:
    """Draw the switch of the language; each language is named in itself."""
    st.session_state[f"choose-{_LANGUAGE}"] = language.value
    st.segmented_control(
        say("choose-lang", language),
        [own.value for own in Language],
        format_func=lambda code: OWN_NAMES[Language(code)],
        required=True,
        key=f"choose-{_LANGUAGE}",
        on_change=_speak,
        label_visibility="collapsed",
    )


def _speak() -> None:
    st.session_state[_LANGUAGE] = st.session_state[f"choose-{_LANGUAGE}"]
