"""The compare page: two times or two kinds of act side by side, and what may be said of each area's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from layers import about, comparison
from terms import plain
from views.asked import draw_asked
from views.compare_controls import draw_compare_controls, named
from views.frame import draw_page
from views.livemap import paired_map
from views.notes import draw_caveats, draw_heading, draw_table
from views.sheets import draw_why

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release

_LINK = "compare"  # maps of this name move together


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""
    state = named(release, state)
    own = comparison(release, state)
    draw_heading(own.title, own.answer)
    draw_asked(release, state)
    draw_compare_controls(release, state)
    if own.sides:
        for at, (column, figure) in enumerate(zip(st.columns(2, gap="medium"), own.sides, strict=True)):
            with column.container(key=f"side-{at}"):
                paired_map(figure, key=f"compare-{at}", beside=_LINK)
        draw_why(own.says)
        for period in dict.fromkeys(figure.period for figure in own.sides):
            st.markdown(plain(period))
        draw_table(own.sides[0])
    draw_caveats(about(release, state.lang))


if __name__ == "__main__":
    draw_page(draw, "compare", ("plate", "period", "act", "beside", "level", "lang"))
