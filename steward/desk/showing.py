"""What the page shows of the steps that were done: sentences, tables, and files to save. Nothing is kept here."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

import polars as pl
import streamlit as st

from protect import tell_loss
from steward.files import LEDGER
from steward.log import LOG
from steward.saying import listings, sentences
from steward.steps import Done
from terms import plain, say

if TYPE_CHECKING:
    from steward.saying import Listing
    from steward.steps import Step
    from terms import Language

_BINARY = "application/octet-stream"


def show_step(step: Step, language: Language, *, is_open: bool) -> None:
    """Show what came of a step; its tables are folded away unless they are to be read before going on."""
    st.markdown("  \n".join(plain(sentence) for sentence in sentences(step, language)))
    for listing in listings(step, language):
        if listing.title:
            with st.expander(listing.title, expanded=is_open):
                show_listing(listing)
        else:
            show_listing(listing)
    if isinstance(step, Done):
        _show_done(step, language)


def show_listing(listing: Listing) -> None:
    """Show a table; what stands in it is shown as it is, and is no Markdown."""
    columns = {name: [plain(row[at]) for row in listing.rows] for at, name in enumerate(listing.headings)}
    with st.container(key=f"steward-{'figures' if listing.are_figures else 'words'}-{listing.key}"):
        st.table(pl.DataFrame(columns), hide_index=True, border="horizontal")


def _show_done(done: Done, language: Language) -> None:
    with st.expander(say("steward-loss-all", language)):
        for line in tell_loss(done.report.loss):
            st.markdown(plain(line))
        loss = dumps(done.report.loss.to_json(), indent=1)
        save("steward-save-loss", loss.encode(), "loss.json", language)
    st.markdown(plain(say("steward-save-note", language)))
    with st.container(key="steward-save", horizontal=True):
        save("steward-save-release", done.release, done.name, language, is_public=True)
        save("steward-save-ledger", done.ledger, done.name.removesuffix(".zip") + LEDGER, language)
        save("steward-save-log", done.log, LOG, language)


def save(key: str, content: bytes, name: str, language: Language, *, is_public: bool = False) -> None:
    """Offer a file; it is served from memory, to this session alone, and goes when the session ends."""
    st.download_button(
        say(key, language),
        content,
        file_name=name,
        mime="application/zip" if is_public else _BINARY,
        type="primary" if is_public else "secondary",
        on_click="ignore",
        key=key,
    )
