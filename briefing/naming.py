"""Which names stand on a printed map, and on which side of their point: the most important first, none on another."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from geo import LabelKind, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from terms import Language

NAME_SIZE: Final = 13.5
"""Size of the letters, in units of the frame."""

_GAP: Final = 5.0
_WIDE: Final = frozenset({"W", "F"})
_SIDES: Final = {
    LabelKind.TOWN: ("right", "left"),
    LabelKind.MOUNTAIN: ("right", "left"),
    LabelKind.SEA: ("middle",),
    LabelKind.RIVER: ("middle",),
}

Box = tuple[float, float, float, float]


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is: an ideograph or syllable is as wide as high, a letter a little over half.

    Examples
    --------
    >>> text_width("ab", 10), text_width("\uc2e0\uc758\uc8fc", 10)
    (11.4, 30.0)
    """
    wide = sum(unicodedata.east_asian_width(sign) in _WIDE for sign in text)
    return round(size * (wide + 0.57 * (len(text) - wide)), 2)


def _box(x: float, y: float, width: float, side: str) -> Box:
    left = {"right": x + _GAP, "left": x - _GAP - width, "middle": x - width / 2}[side]
    return left, y - NAME_SIZE * 0.65, left + width, y + NAME_SIZE * 0.65


def _apart(box: Box, taken: list[Box]) -> bool:
    return all(box[2] < own[0] or box[0] > own[2] or box[3] < own[1] or box[1] > own[3] for own in taken)


@cache
def placed_names(
    language: Language, on_frame: Callable[[NDArray[np.float64]], NDArray[np.float64]], size: tuple[float, float]
) -> list[dict[str, Any]]:
    """Return the names that fit on a frame.

    Parameters
    ----------
    language
        Of the names.
    on_frame
        From points of the ground, shape (n, 2), longitude first, to points of the frame.
    size
        Width and height of the frame, in units.

    Returns
    -------
    list of dict
        text, x and y of its point, kind, and side: right or left of the point, or with its middle on it.
    """
    taken: list[Box] = []
    found = []
    for label in labels(language.value):
        x, y = (round(float(value), 2) for value in on_frame(np.array([[label.lng, label.lat]]))[0])
        width = text_width(label.name, NAME_SIZE)
        for side in _SIDES[label.kind]:
            box = _box(x, y, width, side)
            inside = box[0] > 0 and box[1] > 0 and box[2] < size[0] and box[3] < size[1]
            if inside and _apart(box, taken):
                taken.append(box)
                found.append({"text": label.name, "x": x, "y": y, "kind": label.kind.value, "side": side})
                break
    return found
