"""The page that bench/map_update.py measures: one button, and the map by our component or by the yardstick."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from layers import LIGHT, Figure, figure_of
from release import Level, Selection
from terms import Language
from views.livemap import live_map
from views.server import HANDLERS, MIDDLEWARE, ROUTES
from views.source import current_release

ERAS = ("before", "closure", "reopening")


def yardstick(figure: Figure) -> None:
    """Draw a figure with the yardstick, sent cell ids, classes and the same sentences."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root("bench.peer") is None:
        manifest = ComponentManifest("bench", "", [ComponentConfig("peer", ".")])
        manager.register_from_manifest(manifest, Path(os.environ["BENCH_PEER"]))
    lines = list(dict.fromkeys(mark.tip for mark in figure.marks))
    data = {
        "figure": figure.selection.period,
        "cell": [mark.cell for mark in figure.marks],
        "class": [mark.break_index for mark in figure.marks],
        "tip": [lines.index(mark.tip) for mark in figure.marks],
        "lines": lines,
        "colours": LIGHT.colours(len(figure.breaks)),
    }
    component("bench.peer", js="peer.js")(key="peer", data=data)


def draw() -> None:
    """Draw the era whose turn it is; each press of the button is a filter change."""
    turn = st.session_state.setdefault("turn", 0)
    st.button("next", on_click=lambda: st.session_state.update(turn=turn + 1))
    selection = Selection("where_when", period=ERAS[turn % len(ERAS)])
    figure = figure_of(current_release(), selection, Level(st.query_params.get("level", "r4")), Language.EN)
    if st.query_params.get("way") == "peer":
        yardstick(figure)
    else:
        live_map(figure, key="ours", selected=None, on_select=lambda: None)


if __name__ == "__main__":
    draw()
else:
    app = st.App(__file__, routes=ROUTES, middleware=MIDDLEWARE, exception_handlers=HANDLERS)
