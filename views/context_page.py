"""The context page: figures of others with their sources, a contested one only beside its rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers import fact_frames
from terms import say
from views.cards import draw_frame
from views.frame import draw_page, draw_text_page

if TYPE_CHECKING:
    from layers import ViewState
    from release import Release


def draw(release: Release, state: ViewState) -> None:
    """Draw the page for a state."""

    def content() -> None:
        for frame in fact_frames():
            draw_frame(frame, state.lang)

    draw_text_page(release, state, say("context-title", state.lang), say("context-answer", state.lang), content)


if __name__ == "__main__":
    draw_page(draw, "context", ("lang",))
