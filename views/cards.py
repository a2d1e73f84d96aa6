"""Cards of context: one frame for figures that must be seen together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from terms import plain, say

if TYPE_CHECKING:
    from layers import FactFrame
    from terms import Fact, Language


def _draw_fact(fact: Fact, language: Language) -> None:
    with st.container(key=f"fact-{fact.id}"):
        st.markdown(f"**{plain(fact.figure)}**")
        st.markdown(plain(fact.unit_and_date))
        st.markdown(plain(say("context-source", language, source=fact.source)))
        if fact.warning:
            st.markdown(plain(say("context-warning", language, warning=fact.warning)))
        st.caption(fact.id)


def draw_frame(frame: FactFrame, language: Language) -> None:
    """Draw the figures of a frame in one box, and say first whether they are contested, or are to be compared."""
    with st.container(key=f"frame-{frame.facts[0].id}", border=True):
        if frame.contested:
            together = "together" if len(frame.facts) > 1 else "alone"
            st.markdown(f"*{plain(say(f'context-contested-{together}', language))}*")
        elif len(frame.facts) > 1:
            st.markdown(f"*{plain(say('context-compare', language))}*")
        for fact in frame.facts:
            _draw_fact(fact, language)
