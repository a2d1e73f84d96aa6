"""A map on paper: every layer of a figure as points of a frame, in the order in which they are drawn.

The frame is the window of the basemap in the web's Mercator projection, as in the live map and in the notebook, so that
one picture is known again in all. North is up everywhere; the scale differs by a tenth from south to north, so the bar
says for which parallel it holds. Points are whole hundredths of a unit, and a unit is 1/720 of the frame's width: what
the palette gives in pixels is drawn in units.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from briefing.naming import NAME_SIZE, placed_names
from geo import WINDOW, LineKind, basemap, region_outline
from layers import LIGHT

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from layers import Figure

WIDTH: Final = 720.0
"""Units from the west of the frame to its east."""

SCALE_LATITUDE: Final = 42.0
SCALE_KM: Final = 200
_KM_A_DEGREE: Final = 111.195
_HUNDREDTHS: Final = 100

Path = list[list[int]]
"""Rings or lines, each as whole hundredths of a unit: `[x, y, x, y, ...]`, y downwards."""


def _mercator(lat: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return the northing of latitudes, in degrees of longitude at the equator."""
    return np.asarray(np.degrees(np.arcsinh(np.tan(np.radians(lat)))), dtype=np.float64)


_WEST, _SOUTH, _EAST, _NORTH = WINDOW
_TOP: Final = float(_mercator(_NORTH))
_UNITS_A_DEGREE: Final = WIDTH / (_EAST - _WEST)
HEIGHT: Final = round((_TOP - float(_mercator(_SOUTH))) * _UNITS_A_DEGREE, 2)
"""Units from the north of the frame to its south."""


def on_frame(lng_lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the points of the frame for points of the ground.

    Parameters
    ----------
    lng_lat
        Shape (n, 2), WGS84 degrees, longitude first.

    Returns
    -------
    numpy.ndarray
        Shape (n, 2), units from the upper left corner, x first.
    """
    x = (lng_lat[:, 0] - _WEST) * _UNITS_A_DEGREE
    y = (_TOP - _mercator(lng_lat[:, 1])) * _UNITS_A_DEGREE
    return np.column_stack([x, y])


def scale_bar() -> float:
    """Return the length of `SCALE_KM` at `SCALE_LATITUDE`, in units.

    Examples
    --------
    >>> round(scale_bar())
    124
    """
    degrees = SCALE_KM / (_KM_A_DEGREE * float(np.cos(np.radians(SCALE_LATITUDE))))
    return degrees * _UNITS_A_DEGREE


def _points(shape: BaseGeometry) -> list[int]:
    whole = np.rint(on_frame(shapely.get_coordinates(shape)) * _HUNDREDTHS).astype(np.int64)
    moved = np.concatenate([[True], (whole[1:] != whole[:-1]).any(axis=1)])
    return [int(number) for number in whole[moved].reshape(-1)]


def rings(shape: BaseGeometry) -> Path:
    """Return all rings of a polygon or several, to be filled by the even-odd rule; none of an empty one."""
    parts = [part for part in shapely.get_parts(shape) if not part.is_empty]
    return [_points(ring)[:-2] for part in parts for ring in (part.exterior, *part.interiors)]


def lines(shape: BaseGeometry) -> Path:
    """Return the lines of a line or several."""
    return [_points(part) for part in shapely.get_parts(shape)]


@cache
def ground() -> dict[str, Any]:
    """Return what lies beneath and above the figures of every map; whoever is given it leaves it as it is."""
    drawn = basemap()
    strokes = [own for own in drawn.lines if own.kind is not LineKind.COAST]
    return {
        "studied": [rings(own.geometry) for own in drawn.land if own.is_studied],
        "beyond": [rings(own.geometry) for own in drawn.land if not own.is_studied],
        "lakes": [rings(lake) for lake in drawn.lakes],
        "rivers": [lines(own.geometry) for own in drawn.rivers if not own.is_border],
        "border_rivers": [lines(own.geometry) for own in drawn.rivers if own.is_border],
        "coasts": [lines(own.geometry) for own in drawn.lines if own.kind is LineKind.COAST],
        "borders": [lines(own.geometry) for own in strokes if own.kind is LineKind.COUNTRIES],
        "provinces": [lines(own.geometry) for own in strokes if own.kind is LineKind.PROVINCES],
    }


def drawing(figure: Figure) -> dict[str, Any]:
    """Return a map as it is typeset: its ground, its areas with their colours, its names.

    Parameters
    ----------
    figure
        With places.

    Returns
    -------
    dict
        JSON values: `ground` (see `ground`), `none` (where dots say "none, or too few to show": the study area without
        the drawn areas), `unasked` (where lines are drawn over the dots), `marks` (path, colour or null, wide), `names`
        (text, x, y, kind, side), `name_size` and `size` (units), `scale` (units, kilometres, parallel).
    """
    colours = LIGHT.colours(len(figure.breaks))
    covered = shapely.union_all([mark.outline for mark in figure.marks])
    return {
        "ground": ground(),
        "none": rings(shapely.difference(region_outline(), covered)),
        "unasked": [] if figure.unasked is None else rings(figure.unasked),
        "marks": [
            {
                "path": rings(mark.outline),
                "colour": None if mark.break_index < 0 else colours[mark.break_index],
                "wide": mark.wide,
            }
            for mark in figure.marks
        ],
        "names": placed_names(figure.language, on_frame, (WIDTH, HEIGHT)),
        "name_size": NAME_SIZE,
        "size": [WIDTH, HEIGHT],
        "scale": [round(scale_bar(), 2), SCALE_KM, SCALE_LATITUDE],
    }
