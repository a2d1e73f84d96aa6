"""A deck as PowerPoint slides: text, legends, tables and bars that can be edited, and each map as a picture with words.

Titles stand in title placeholders, so that outlines and screen readers find them; every picture and chart has its text
in words; sources and what a page cannot say stand in the speaker's notes. Written by python-pptx; what it dates is set
to one day afterwards, so that the same deck gives the same bytes.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any, Final

from briefing.content import Shape
from briefing.deck import deck_pages, deck_title
from briefing.naming import text_width
from briefing.ooxml import packed, spoken_in
from briefing.sheet import set_pages
from briefing.slide_parts import Sheet, bars, legend, notes, picture, table, table_height
from briefing.typeset import Output
from layers import LIGHT, about
from terms import say

if TYPE_CHECKING:
    from briefing.deck import Deck
    from release import Release

PICTURE_PPI: Final = 220

LEFT: Final = 0.47
TOP: Final = 0.62
BREADTH: Final = 12.4
FOOT: Final = 6.93
"""Inches from the edges of a slide of 13.333 by 7.5."""

_MAP: Final = 5.8
_CHART: Final = 2.4
_SIDE: Final = 6.6
_POINTS: Final = BREADTH * 72 * 0.97
"""Room for a line, in points."""
_TITLE: Final = 26.0
_MESSAGE: Final = 16.0
_ANSWER: Final = 14.0
_QUIET: Final = 10.0
_LEADING: Final = 1.25


def _lines(text: str, size: float) -> int:
    """Return how many lines a text takes, about, in letters of a size in points."""
    return math.ceil(text_width(text, size) / _POINTS)


def _head(sheet: Sheet, page: dict[str, Any]) -> float:
    """Write what stands above the figure, and return how far down it reaches, in inches."""
    _banner(sheet, page)
    size = min(_TITLE, _TITLE * _POINTS / text_width(page["title"], _TITLE))
    sheet.title(page["title"], (LEFT, TOP, BREADTH, 0.5), size=size)
    down = TOP + 0.52
    told = [(page.get("message"), _MESSAGE, LIGHT.ramp[3]), (page.get("answer"), _ANSWER, LIGHT.text)]
    told.append((" \u2013 ".join(page.get("lines", ())), _QUIET, LIGHT.text_quiet))
    for text, letters, colour in told:
        if text:
            high = _lines(text, letters) * letters * _LEADING / 72
            sheet.text(text, (LEFT, down, BREADTH, high), size=letters, colour=colour)
            down += high + 0.04
    return down


def _banner(sheet: Sheet, page: dict[str, Any]) -> None:
    if page["synthetic"]:
        box = (LEFT, 0.28, BREADTH, 0.3)
        sheet.text(page["synthetic"], box, size=12, colour=LIGHT.synthetic_text, fill=LIGHT.synthetic)


def _foot(sheet: Sheet, page: dict[str, Any]) -> None:
    sheet.text(
        "  \u2013  ".join([*page["foot"], page["release"]]), (LEFT, FOOT, BREADTH, 0.4), size=8, colour=LIGHT.text_quiet
    )


def _told(sheet: Sheet, page: dict[str, Any], box: tuple[float, float, float, float]) -> None:
    """Write what the figure leaves out and the first caveats; all of them stand on a page of their own and in notes."""
    first = [f"\u2013 {own}" for own in page["caveats"][:3]]
    lines = [page["left_out_title"], page["left_out"], page["caveats_title"], *first]
    sheet.text(lines, box, size=11 if page["map"] else 10)


def _figure(sheet: Sheet, page: dict[str, Any], drawn: bytes | None) -> None:
    down = _head(sheet, page)
    if drawn is not None:
        high = picture(sheet, drawn, page["alt"], (LEFT, down + 0.05, _MAP, FOOT - down - 0.15))
        low = legend(sheet, page, (_SIDE, down + 0.05))
        _told(sheet, page, (_SIDE, low + 0.1, LEFT + BREADTH - _SIDE, max(1.0, down + high - low)))
    else:
        high = min(_CHART, FOOT - 0.35 - down - table_height(page["table"]))
        if page["bars"] is not None:
            bars(sheet, page, (LEFT, down, 7.4, high))
        _told(sheet, page, (8.1, down, 4.77, high))
        table(sheet, page["table"], (LEFT, down + high + 0.05, BREADTH))
        legend(sheet, page, (LEFT, FOOT - 0.3))


def _table(sheet: Sheet, page: dict[str, Any]) -> None:
    down = _head(sheet, page) + 0.1
    if page["table"] is not None:
        down = table(sheet, page["table"], (LEFT, down, BREADTH))
        sheet.text(
            f"\u00b7\u00b7\u00b7 {page['none']}", (LEFT, down + 0.1, BREADTH, 0.3), size=11, colour=LIGHT.text_quiet
        )
    sheet.text([f"\u2013 {own}" for own in page["points"]], (LEFT, down + 0.5, BREADTH, 1.4), size=12)


def _text(sheet: Sheet, page: dict[str, Any]) -> None:
    is_title = page["kind"] == "title"
    _banner(sheet, page)
    down, size = (2.4, 36.0) if is_title else (0.8, 28.0)
    high = _lines(page["title"], size) * size * _LEADING / 72
    sheet.title(page["title"], (LEFT, down, BREADTH, high), size=size)
    down += high + 0.2
    if page["lead"]:
        sheet.text(page["lead"], (LEFT, down, BREADTH, 0.4), size=18, colour=LIGHT.text_quiet)
    points = page["points"] if is_title else [f"\u2013 {own}" for own in page["points"]]
    sheet.text(points, (LEFT, down + 0.5, BREADTH, 4.2), size=18, apart=10)


def deck_pptx(release: Release, deck: Deck, token: str = "") -> bytes:
    """Return a deck as PPTX (ECMA-376), 16:9; the same release and deck give the same bytes.

    Parameters
    ----------
    release
        The only source of figures.
    deck
        What is shown.
    token
        Of a receipt, which stands in a part that is stored and not packed.
    """
    from pptx import Presentation  # noqa: PLC0415 - only files need it
    from pptx.util import Inches  # noqa: PLC0415 - see above

    pages = deck_pages(release, deck)
    maps = [page for page in pages if page.get("map")]
    drawn = iter(
        set_pages(
            maps,
            title=deck_title(deck),
            language=deck.language,
            synthetic=about(release, deck.language).synthetic is not None,
            shape=Shape.PICTURE,
            output=Output.PNG,
            ppi=PICTURE_PPI,
        )
        if maps
        else []
    )
    shown = Presentation()
    shown.slide_width, shown.slide_height = Inches(13.333), Inches(7.5)
    shown.core_properties.title = deck_title(deck)
    shown.core_properties.author = shown.core_properties.last_modified_by = "Red Zone Atlas"
    # In the place of what the template of python-pptx says of itself.
    shown.core_properties.comments = f"{say('figure-not-prevalence', deck.language)} {release.manifest.release_id}"
    shown.core_properties.language = deck.language.value
    for page in pages:
        sheet = Sheet(shown.slides.add_slide(shown.slide_layouts[5]), deck.language)
        match page["kind"]:
            case "figure":
                _figure(sheet, page, next(drawn) if page["map"] else None)
            case "table":
                _table(sheet, page)
            case _:
                _text(sheet, page)
        _foot(sheet, page)
        notes(sheet, page["notes"])
    out = io.BytesIO()
    shown.save(out)
    return packed(spoken_in(out.getvalue(), deck.language), token)
