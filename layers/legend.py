"""The legend of a map: its classes in words, and to which class a figure belongs."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from layers.classes import class_lows
from layers.figure import Break
from terms import say

if TYPE_CHECKING:
    from release import Release
    from terms import Language


def breaks_of(release: Release, plate: str, language: Language) -> tuple[Break, ...]:
    """Return the classes of a plate, lowest first. A class says its least figure only, since figures are minima."""
    return breaks_from(class_lows(release, plate), language)


def breaks_from(lows: tuple[int, ...], language: Language) -> tuple[Break, ...]:
    """Return the classes whose least figures are given, ascending."""
    return tuple(
        Break(low, high, say("figure-class", language, low=low))
        for low, high in zip(lows, (*lows[1:], None), strict=False)  # no class: nothing to close
    )


def whole_break(figure: int, language: Language) -> tuple[Break, ...]:
    """Return the one class of a map that draws the study area as a whole: its figure, and nothing to compare it with.

    In the class of the highest figures it would cover the map in the darkest colour, as if reports came from all of it.
    """
    return (Break(figure, None, say("figure-class", language, low=figure)),)


def class_of(figure: int, breaks: tuple[Break, ...]) -> int:
    """Return the position of the class that holds a figure.

    A choice can split a published sum, so that a figure lies under the least one of the pool: it is of the first class.

    Examples
    --------
    >>> breaks = (Break(5, 25, ""), Break(25, 100, ""), Break(100, None, ""))
    >>> [class_of(figure, breaks) for figure in (5, 20, 25, 95, 100, 4000)]
    [0, 0, 1, 1, 2, 2]
    """
    return max(0, bisect_right([own.low for own in breaks], figure) - 1)
