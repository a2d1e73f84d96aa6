"""The method as it is written for all readers: its text, with the pictures that stand in it.

The text belongs to the folder that protects. Where only the public side is installed it is not there, and the page says
where it is to be found.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from terms import Language, say

if TYPE_CHECKING:
    from collections.abc import Iterator

METHOD: Final = Path(__file__).parents[1] / "protect" / "METHOD.md"
_PICTURE: Final = re.compile(r"^!\[([^\]]*)\]\(([^)]+\.svg)\)$", re.MULTILINE)
_LINK: Final = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]+\)")


def without_links(text: str) -> str:
    """Return a text whose links to files are plain words: the files have no address here.

    Examples
    --------
    >>> without_links("see [the list](../terms/list.csv)")
    'see the list'
    """
    return _LINK.sub(r"\1", text)


@cache
def method_parts(path: Path = METHOD) -> tuple[tuple[str, str | None], ...]:
    """Return the method in parts, in order: a text and None, or what a picture shows and the picture as SVG.

    Empty where the text is not installed. The title is left out, since the page has its own.
    """
    return tuple(_parts(path)) if path.exists() else ()


def _parts(path: Path) -> Iterator[tuple[str, str | None]]:
    text = re.sub(r"\A# .*\n", "", path.read_text(encoding="utf-8"))
    # Split by a pattern of two groups: text, alt, file, text, alt, file, ..., text.
    pieces = _PICTURE.split(text)
    yield without_links(pieces[0]), None
    for alt, name, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        picture = path.parent / name
        yield alt, picture.read_text(encoding="utf-8") if picture.exists() else None
        yield without_links(after), None


def draw_method(language: Language) -> None:
    """Draw the method, or say where it stands."""
    with st.container(key="method"):
        st.header(say("method-heading", language), anchor="how")
        parts = method_parts()
        if not parts:
            st.markdown(say("method-elsewhere", language))
            return
        if language is not Language.EN:
            st.markdown(say("method-in-english", language))
        for text, picture in parts:
            if picture is None:
                st.markdown(text)
            else:
                st.image(picture, caption=text, alt=text)
