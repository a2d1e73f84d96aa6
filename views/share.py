"""The link to what is seen: the page's own address, shown and copied when the reader asks for it.

An address can be read by every server that it passes, so it holds what `layers.FIELDS` allows and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from terms import say
from views.site import PAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from terms import Language


def address(page: str | None, link: Mapping[str, str]) -> str:
    """Return the address of a page with its parameters; of an unknown page, the parameters alone.

    The bare address of the app ends in a slash, without which a server below a path of its own is not found.

    Examples
    --------
    >>> address("http://localhost:8501/atlas/trends", {"release": "a1", "act": "B"})
    'http://localhost:8501/atlas/trends?release=a1&act=B'
    >>> address("http://localhost:8501/atlas", {"release": "a1"})
    'http://localhost:8501/atlas/?release=a1'
    """
    own = page or ""
    is_bare = own and own.rpartition("/")[2] not in PAGES
    return f"{own}{'/' if is_bare else ''}?{urlencode(link)}"


def draw_share(language: Language) -> None:
    """Draw the control that shows the address; drawn after the page, so that the address is what the page has made it.

    Streamlit's own button copies it where the browser lets it; elsewhere it is there to be marked.
    """
    with st.popover(say("share", language), type="tertiary"):
        st.markdown(say("share-says", language))
        st.code(address(st.context.url, st.query_params.to_dict()), language=None, wrap_lines=True)
