"""What travels to the browser for one figure: whole numbers, and each line of text once."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from layers import ASKED, SCALE, Theme, palette, polygon_steps
from terms import say
from views.assets import basemap_asset

if TYPE_CHECKING:
    from layers import Expected, Figure


@dataclass(frozen=True, slots=True)
class Extra:
    """What the reader has switched on and off around a figure.

    `more`: which areas get the sign for more reports than expected, None where nobody asked. `hide`: layers beneath the
    figures that are not drawn (`layers.switches`). `beside`: a name that all maps have which move together, and hatch
    the areas that are `wide`, for of them nobody can tell; None where a map is alone.
    """

    more: Expected | None = None
    hide: frozenset[str] = frozenset()
    beside: str | None = None


PLAIN: Final = Extra()
"""The figure, with all that lies beneath it."""

_THEMES: Final = (Theme.LIGHT, Theme.DARK)


_PAGE_COLOURS: Final = ("page", "rule", "text_quiet", "synthetic", "synthetic_text")


def page_colours() -> dict[str, dict[str, str]]:
    """Return, for each theme, the colours that the page around the map uses."""
    return {own.value: {name: getattr(palette(own), name) for name in _PAGE_COLOURS} for own in _THEMES}


@cache
def _colours(classes: int) -> dict[str, dict[str, Any]]:
    found = {}
    for theme in _THEMES:
        own = palette(theme)
        found[theme.value] = {**asdict(own), "classes": own.colours(classes)}
        del found[theme.value]["ramp"], found[theme.value]["theme"]
    return found


def _marks(figure: Figure) -> tuple[dict[str, list[Any]], list[str]]:
    """Return the areas as columns, and the distinct lines of their sentences."""
    lines: dict[str, int] = {}
    tips = [[lines.setdefault(line, len(lines)) for line in mark.tip.split("\n")] for mark in figure.marks]
    columns: dict[str, list[Any]] = {
        "cell": [mark.cell for mark in figure.marks],
        "class": [mark.break_index for mark in figure.marks],
        "wide": [place for place, mark in enumerate(figure.marks) if mark.wide],
        "shape": [polygon_steps(mark.outline) for mark in figure.marks],
        "tip": tips,
    }
    return columns, list(lines)


def figure_name(figure: Figure) -> str:
    """Return a name for what a figure shows, for the browser to say when it has drawn it."""
    own = figure.selection
    return f"{own.plate}/{own.period}/{own.act}/{figure.level.value}/{figure.language.value}"


def figure_data(figure: Figure, selected: str | None, extra: Extra = PLAIN) -> dict[str, Any]:
    """Return all that the live map needs to draw a figure, fit for JSON.

    Parameters
    ----------
    figure
        Nothing else is read: what is not in the figure cannot reach the browser.
    selected
        The cell that is outlined; None, or a cell that the figure does not draw, outlines nothing.
    extra
        What is drawn besides the figure, and what is hidden beneath it.
    """
    more = extra.more
    unasked = [] if figure.unasked is None or ASKED in extra.hide else polygon_steps(figure.unasked)
    marks, lines = _marks(figure)
    return {
        "figure": figure_name(figure),
        "lang": figure.language.value,
        "beside": extra.beside,
        "scale": SCALE,
        "basemap": basemap_asset().path,
        "colours": _colours(len(figure.breaks)),
        "legend": {
            "title": figure.legend_title,
            "breaks": [own.label for own in figure.breaks],
            "none": figure.none_label,
            "wide": figure.wide_label,
            "bare": figure.bare_label,
            "unasked": figure.unasked_label if unasked else None,
            "more": None if more is None else more.label,
        },
        "marks": marks,
        "lines": lines,
        "says": {
            "alt": figure.alt,
            "attribution": figure.attribution,
            "keys": say("map-keys", figure.language),
            "zoom_in": say("figure-zoom-in", figure.language),
            "zoom_out": say("figure-zoom-out", figure.language),
        },
        "unasked": unasked,
        "more": [] if more is None else [at for at, mark in enumerate(figure.marks) if mark.cell in more.cells],
        "hide": sorted(extra.hide),
        "selected": selected,
    }
