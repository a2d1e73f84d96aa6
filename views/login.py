"""Who may see the release, where the deployment asks for a login: nobody sees a page of it before.

Two ways: OpenID Connect, by the table `[auth]` of Streamlit's secrets; or a proxy in front of the app that names the
reader in a header, by `server.trustedUserHeaders`. Without either the app is open, and this module does nothing.
What cannot be read asks for a login that nobody passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

import streamlit as st

from terms import say
from views.state import readers_language

if TYPE_CHECKING:
    from terms import Language

_TABLE: Final = "auth"
_NEEDED: Final = "client_id"


class Way(Enum):
    """How readers are let in."""

    OPEN = "open"
    LOGIN = "login"
    PROXY = "proxy"
    NONE = "none"


def way() -> Way:
    """Return how readers are let in, as the deployment says it; if what it says cannot be read: not at all."""
    if not st.secrets.load_if_toml_exists():
        if any(Path(own).exists() for own in st.get_option("secrets.files")):
            return Way.NONE
    elif _TABLE in st.secrets:
        return Way.LOGIN
    return Way.PROXY if st.get_option("server.trustedUserHeaders") else Way.OPEN


def providers(table: Mapping[str, object]) -> tuple[str | None, ...]:
    """Return the names of the providers in `[auth]`, None for the one that has no name.

    Examples
    --------
    >>> providers({"cookie_secret": "...", "client_id": "...", "other": {"client_id": "..."}})
    (None, 'other')
    """
    named = [name for name, own in table.items() if isinstance(own, Mapping) and _NEEDED in own]
    return (*((None,) if _NEEDED in table else ()), *named)


def _is_known() -> bool:
    own = st.get_option("server.trustedUserHeaders")
    return isinstance(own, Mapping) and any(st.user.get(name) for name in own.values())


def let_in() -> bool:
    """Whether the reader may see the page; if not, draw what there is to do instead."""
    language = readers_language()
    match way():
        case Way.OPEN:
            return True
        case Way.LOGIN:
            if st.user.get("is_logged_in") is True:
                return True
            _draw(language, "login-says")
            _draw_buttons(language)
        case Way.PROXY:
            if _is_known():
                return True
            _draw(language, "login-unknown")
        case Way.NONE:
            _draw(language, "login-broken")
        case never:
            assert_never(never)
    return False


def _draw(language: Language, key: str) -> None:
    with st.container(key="heading"):
        st.title(say("login-title", language), anchor=False)
        st.markdown(say(key, language))


def _draw_buttons(language: Language) -> None:
    for name in providers(st.secrets[_TABLE]):
        label = say("login", language) if name is None else say("login-with", language, name=name)
        arguments = () if name is None else (name,)
        st.button(label, key=f"login-{name or 'only'}", type="primary", on_click=st.login, args=arguments)


def log_out() -> None:
    """Log the reader out, where she has logged in; she comes to the page of the login."""
    if way() is Way.LOGIN and st.user.get("is_logged_in") is True:
        st.logout()


def draw_logout(language: Language) -> None:
    """Draw the control that logs the reader out, where she has logged in."""
    if way() is Way.LOGIN:
        st.button(say("login-out", language), key="logout", type="tertiary", on_click=log_out)
