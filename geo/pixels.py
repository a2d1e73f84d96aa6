"""Points to cells in bulk: a table of small pixels over the region answers nearly all of them, h3 itself the rest.

A pixel of 0.005 degrees is one of three things, and the table says which:

- it lies in one cell: the table holds the cell;
- one edge between two cells crosses it: the point lies on one side or the other of that line, unless it is so close to
  it that the line's curvature might matter;
- a corner of a cell is near, or nothing is known: h3 is asked.

So each answer is h3's own, and no approximation: an edge of a cell is an arc of a great circle, which differs from its
chord by less than the strip in which h3 is asked. Edges are drawn into the table a little too wide, what they leave
falls apart into pieces of one cell each, and h3 names one pixel of each piece.
Source: https://h3geo.org/docs/core-library/overview (cells are hexagons in the plane of a face, gnomonic).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from geo.boundaries import EAST, NORTH, SOUTH, WEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from geo.cells import Cells

PIXELS_A_DEGREE: Final = 200
CHUNK: Final = 1 << 16
"""Points at a time: their columns fit a processor's cache."""

_STEP: Final = 0.001
_REACH: Final = 0.0012
"""Degrees between the samples of an edge, and from a sample to where the edge is marked: the steps overlap."""

_ASK: Final = -1
"""In the table: ask h3. Smaller numbers stand for an edge, others for a cell."""

_FIRST_EDGE: Final = -2
_SLACK: Final = 1e-7
_COLUMNS: Final = round((EAST - WEST) * PIXELS_A_DEGREE)
_ROWS: Final = round((NORTH - SOUTH) * PIXELS_A_DEGREE)


@dataclass(frozen=True, slots=True)
class Pixels:
    """The table.

    `code` has shape (rows + 2, columns + 2), the first row in the south, and int16 entries as above; its outermost rows
    and columns stand for all that lies off the window, where h3 is asked.

    Of edge i: `line[i]` is (a, b, c), so that a * lng + b * lat + c is the distance to its chord, in degrees of
    latitude and positive on the left; `sides[i]` are the positions of the cells on the left and on the right; nearer
    than `strip` h3 is asked.
    """

    code: NDArray[np.int16]
    cells: Cells
    line: NDArray[np.float64]
    sides: NDArray[np.int16]
    strip: float

    def look_up(self, *, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> NDArray[np.int16]:
        """Return for each point the position of its cell among `cells`, or -1 where h3 is to be asked.

        Points are finite; any may lie off the table.
        """
        at = _pixel(lat, SOUTH, _ROWS)
        at *= _COLUMNS + 2
        at += _pixel(lng, WEST, _COLUMNS)
        found = self.code.reshape(-1).take(at)
        crossed = np.flatnonzero(found <= _FIRST_EDGE)
        if crossed.size:
            edge = _FIRST_EDGE - found[crossed].astype(np.intp)
            a, b, c = self.line[edge].T
            apart = a * lng[crossed] + b * lat[crossed] + c
            side = np.where(apart > 0, self.sides[edge, 0], self.sides[edge, 1])
            found[crossed] = np.where(np.abs(apart) > self.strip, side, np.int16(_ASK))
        return found


def _pixel(degrees: NDArray[np.float64], first: float, count: int) -> NDArray[np.int32]:
    """Return which row or column of the table points lie in, from 1; 0 or `count + 1` off the table."""
    along = degrees * PIXELS_A_DEGREE
    along += 1 - first * PIXELS_A_DEGREE
    return np.clip(along, 0, count + 1, out=along).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Edges:
    """Edges between two cells: ends (n, 2, 2), longitude first; left and right cell (n, 2), 0 where none is known."""

    ends: NDArray[np.float64]
    sides: NDArray[np.uint64]


def _edges(cells: Cells, ring: Callable[[int], NDArray[np.float64]]) -> _Edges:
    ends: dict[tuple[float, ...], tuple[NDArray[np.float64], list[int]]] = {}
    for cell in cells.tolist():
        corners = ring(cell)
        for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            low, high = sorted((tuple(np.round(start, 7)), tuple(np.round(end, 7))))
            known = ends.setdefault((*low, *high), (np.array([start, end]), [cell, 0]))
            if known[1][0] != cell:
                known[1][1] = cell
    return _Edges(np.array([own for own, _ in ends.values()]), np.array([s for _, s in ends.values()], dtype=np.uint64))


def _lines(edges: _Edges) -> tuple[NDArray[np.float64], float]:
    """Return each edge's line, as `Pixels.line`, and how far an arc is from its chord at most, with slack."""
    start, end = edges.ends[:, 0], edges.ends[:, 1]
    narrow = np.cos(np.radians((start[:, 1] + end[:, 1]) / 2))
    east, north = (end - start).T
    length = np.hypot(east * narrow, north)
    a, b = -north * narrow / length, east * narrow / length
    line = np.column_stack([a, b, -(a * start[:, 0] + b * start[:, 1])])
    middle = _unit(start) + _unit(end)
    arc = np.degrees(np.column_stack([np.arctan2(middle[:, 1], middle[:, 0]), np.arcsin(_sine(middle))]))
    bent = np.abs(line[:, 0] * arc[:, 0] + line[:, 1] * arc[:, 1] + line[:, 2])
    return line, float(2 * bent.max() + _SLACK)


def _unit(lng_lat: NDArray[np.float64]) -> NDArray[np.float64]:
    lng, lat = np.radians(lng_lat).T
    return np.column_stack([np.cos(lat) * np.cos(lng), np.cos(lat) * np.sin(lng), np.sin(lat)])


def _sine(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(vectors[:, 2] / np.linalg.norm(vectors, axis=1))


def _marked(edges: _Edges) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which pixels each edge touches, or nearly: positions in the flat table, sorted, and the edge of each."""
    span = np.abs(edges.ends[:, 1] - edges.ends[:, 0]).max(axis=1)
    steps = np.ceil(span / _STEP).astype(np.intp) + 1
    edge = np.repeat(np.arange(len(steps)), steps + 1)
    part = np.arange(len(edge)) - np.repeat(np.cumsum(steps + 1) - steps - 1, steps + 1)
    share = (part / steps[edge])[:, None]
    sample = edges.ends[edge, 0] * (1 - share) + edges.ends[edge, 1] * share
    pairs = []
    for east in (-_REACH, _REACH):
        for north in (-_REACH, _REACH):
            column = np.floor((sample[:, 0] + east - WEST) * PIXELS_A_DEGREE).astype(np.intp)
            row = np.floor((sample[:, 1] + north - SOUTH) * PIXELS_A_DEGREE).astype(np.intp)
            inside = (column >= 0) & (column < _COLUMNS) & (row >= 0) & (row < _ROWS)
            pairs.append((row[inside] * _COLUMNS + column[inside]) * len(steps) + edge[inside])
    found = np.unique(np.concatenate(pairs))
    return found // len(steps), found % len(steps)


def _codes(edges: _Edges) -> NDArray[np.int64]:
    """Return a table in which each pixel is 0, or what an edge in it makes of it: the edge, or a question for h3."""
    pixel, edge = _marked(edges)
    code = np.zeros(_ROWS * _COLUMNS, dtype=np.int64)
    code[pixel] = _FIRST_EDGE - edge
    several = np.flatnonzero(pixel[1:] == pixel[:-1])
    code[pixel[several]] = _ASK
    one_sided = (edges.sides == 0).any(axis=1)[edge]
    code[pixel[one_sided]] = _ASK
    return code


def pixels(
    window: Cells,
    ring: Callable[[int], NDArray[np.float64]],
    cell_of: Callable[[float, float], int],
) -> Pixels:
    """Make the table, in about two seconds; it takes about 10 MB.

    Parameters
    ----------
    window
        The cells that overlap the window of the basemap.
    ring
        The corners of a cell, shape (n, 2), longitude first, counter-clockwise.
    cell_of
        The cell of a latitude and a longitude.
    """
    from scipy import ndimage  # noqa: PLC0415 - only many points need it

    edges = _edges(window, ring)
    line, strip = _lines(edges)
    code = _codes(edges)
    pieces, count = ndimage.label(code.reshape(_ROWS, _COLUMNS) == 0)
    # The first pixel of each piece, in the order of the pieces; its middle names the cell.
    order, first = np.unique(pieces.reshape(-1), return_index=True)
    first = first[order > 0]
    lat = SOUTH + (first // _COLUMNS + 0.5) / PIXELS_A_DEGREE
    lng = WEST + (first % _COLUMNS + 0.5) / PIXELS_A_DEGREE
    named = np.array([cell_of(*point) for point in zip(lat.tolist(), lng.tolist(), strict=True)], dtype=np.uint64)
    cells = np.unique(np.append(named, edges.sides[edges.sides > 0]))
    own = np.concatenate([[0], np.searchsorted(cells, named)])[pieces.reshape(-1)]
    whole = np.where(code == 0, own, code)
    if count == 0 or whole.min() < np.iinfo(np.int16).min or whole.max() > np.iinfo(np.int16).max:
        raise AssertionError("the window holds more cells and edges than the table can number")
    # Where a side is not known h3 is asked, whatever position stands for it here.
    sides = np.searchsorted(cells, edges.sides).astype(np.int16)
    framed = np.pad(whole.astype(np.int16).reshape(_ROWS, _COLUMNS), 1, constant_values=_ASK)
    return Pixels(framed, cells, line, sides, strip)
