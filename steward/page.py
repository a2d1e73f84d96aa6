"""The steward's page: from an upload to a release, step by step, in the memory of one browser session.

It is there only where ATLAS_STEWARD is 1. Streamlit runs this file as a page.
"""

from __future__ import annotations

import gc

import streamlit as st

from steward.desk.session import draw_language, end_with_the_connection, forget, guarded, is_alone, way
from steward.desk.showing import show_step
from steward.desk.taking import take
from steward.steps import Stage
from terms import Language, plain, say


def draw() -> None:
    """Draw the steps that were done, and the form of the next one."""
    language = Language(st.session_state.get("language", Language.EN))
    end_with_the_connection()
    with st.container(key="top", horizontal=True, vertical_alignment="top"):
        with st.container(key="heading"):
            st.title(plain(say("steward-title", language)), anchor=False)
            st.markdown(plain(say("steward-lead", language)))
        draw_language(language)
    if not is_alone():
        st.warning(say("steward-not-here", language))
        return
    with st.container(key="steward"), guarded(language):
        _draw_steps(language)


def _draw_steps(language: Language) -> None:
    own = way()
    with st.container(key="steward-bar", horizontal=True, vertical_alignment="center"):
        following = own.next
        name = say(f"steward-step-{following.value}", language) if following else ""
        text = say("steward-progress", language, step=following.value, steps=len(Stage), name=name) if following else ""
        st.progress(len(own.steps) / len(Stage), plain(text or say("steward-finished", language)))
        st.button(say("steward-forget", language), key="steward-forget", on_click=forget)
    for stage in Stage:
        is_ahead = stage > len(own.steps) + 1
        with st.container(key=f"steward-{'ahead' if is_ahead else 'step'}-{stage.value}"):
            st.header(plain(f"{stage.value}. {say(f'steward-step-{stage.value}', language)}"), anchor=False)
            if stage <= len(own.steps):
                show_step(own.after(stage), language, is_open=stage is Stage.SCREEN and stage == len(own.steps))
            if stage == len(own.steps):
                st.button(say("steward-undo", language), key="steward-undo", on_click=forget, args=(1,))
            if stage is following:
                take(stage, language)


if __name__ == "__main__":
    try:
        draw()
    finally:
        gc.collect()  # what was undone or forgotten is gone at once
