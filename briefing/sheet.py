"""One figure as a sheet: PNG at 300 dots per inch, SVG in true vectors, PDF on A4 and as 16:9, with tagged text."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from briefing.content import Shape, figure_page
from briefing.drawing import SCALE_KM, SCALE_LATITUDE
from briefing.typeset import Output, typeset
from layers import LIGHT, NONE_SIGN
from terms import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layers import Figure
    from terms import Language

PPI: Final = 300
_TEMPLATE: Final = "sheet.typ"


def _words(language: Language, *, synthetic: bool) -> dict[str, str | None]:
    return {
        "scale": say("sheet-scale", language, km=SCALE_KM, parallel=round(SCALE_LATITUDE)),
        "north": say("figure-north", language),
        "mark": say("figure-synthetic-mark", language) if synthetic else None,
    }


def set_pages(  # noqa: PLR0913 - each is of the document as a whole
    pages: Sequence[dict[str, Any]],
    *,
    title: str,
    language: Language,
    synthetic: bool,
    shape: Shape,
    output: Output,
    token: str = "",
    ppi: int = PPI,
) -> list[bytes]:
    """Typeset pages of `content.figure_page` or `deck.deck_pages`; a PDF has the token of its receipt as keyword."""
    values = {
        "pages": list(pages),
        "title": title,
        "shape": shape.value,
        "none_sign": NONE_SIGN,
        "token": [token] if token else [],
        "ink": {**asdict(LIGHT), "theme": LIGHT.theme.value},
        "words": _words(language, synthetic=synthetic),
    }
    return typeset(_TEMPLATE, values, language, output, ppi)


def sheet(figure: Figure, shape: Shape, output: Output, token: str = "") -> bytes:
    """Return a figure as one file; the same figure gives the same bytes.

    Parameters
    ----------
    figure
        A map or a table. A table as PNG or SVG is as high as it needs to be, whatever the shape.
    shape
        A4 has the areas of a map as a table on the pages that follow.
    output
        PDF, PNG or SVG.
    token
        Of a receipt, for a PDF; the other two are given theirs afterwards.
    """
    if output is not Output.PDF:
        shape = Shape.WIDE if figure.is_map else Shape.LONG
    return set_pages(
        [figure_page(figure, shape)],
        title=figure.title,
        language=figure.language,
        synthetic=figure.synthetic is not None,
        shape=shape,
        output=output,
        token=token,
    )[0]
