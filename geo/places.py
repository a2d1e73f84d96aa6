"""Names on the map and on cards: 33 towns, and what has two names on two banks.

A name is written only where it is known: a town without a Korean or Chinese name in `names_overlay.json` has no label.
Where two names are in use both stand, the reader's language first; that takes no side.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from errors import UsageError
from geo.boundaries import features
from geo.cells import FINEST, Cells, centre_lat_lng, descent, resolution_of
from geo.region import provinces
from geo.survey import committed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

LANGUAGES: Final = ("en", "ko", "zh")

NEAR_KM: Final = 60.0
"""A town further than this from a cell's centre does not say where the cell is."""

OPPOSITE_KM: Final = 15.0
"""Two towns of different countries that are no further apart face each other across the river."""

FACING_KM: Final = 25.0
"""The opposite town is named too where it is no further than this from a cell's centre: the radius of an r4 cell."""

ZOOM_OF_RANK: Final = {1: 4, 2: 6, 3: 7}
"""The widest web map zoom at which a label of a rank is drawn; none waits for more than the finest zoom of the map."""

_EARTH_KM: Final = 6371.0088
_FINE: Final = 4
_MOST_PROVINCES: Final = 3
_LEAST_SHARE: Final = 0.1


class LabelKind(StrEnum):
    """What a label names."""

    TOWN = "town"
    RIVER = "river"
    MOUNTAIN = "mountain"
    SEA = "sea"


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the point it stands at, WGS84 degrees; rank 1 is the most important, 3 the least."""

    name: str
    lat: float
    lng: float
    rank: int
    kind: LabelKind


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the overlay: its GeoNames id and country code, point, rank, and name by language."""

    geonameid: str
    country: str
    lat: float
    lng: float
    rank: int
    name: dict[str, str]


def _asset(name: str) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads(files("geo").joinpath("assets", name).read_text(encoding="utf-8"))


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns of the overlay, in its order; their points are those of places.geojson."""
    known = {str(own["geonameid"]): (own["country"], *shapely.get_coordinates(at)[0]) for own, at in features("places")}
    found = []
    for key, own in _asset("names_overlay.json").items():
        country, lng, lat = known[key]
        name = {language: own[language] for language in LANGUAGES}
        found.append(Town(key, country, float(lat), float(lng), own["rank"], name))
    return tuple(found)


@cache
def labels(language: str) -> tuple[Label, ...]:
    """Return the labels of the map in a language (en, ko, zh): most important first, then in the order of the assets.

    Raises
    ------
    UsageError
        If the language is none of the three.

    Examples
    --------
    >>> [label.name for label in labels("en") if label.kind is not LabelKind.TOWN]
    ['East Sea / Sea of Japan', 'Yalu / Amnok', 'Tumen / Tuman', 'Paektu / Changbai']
    """
    _check(language)
    found = [
        Label(own[language], own["lat"], own["lng"], own["rank"], LabelKind(own["kind"]))
        for own in _asset("names_dual.json")
    ]
    found += [Label(town.name[language], town.lat, town.lng, town.rank, LabelKind.TOWN) for town in towns()]
    return tuple(sorted(found, key=lambda label: label.rank))


def near(cells: Cells, language: str) -> list[str]:
    """Say in words where each cell is, in order, never more finely than the cell.

    A cell of resolution 4 or 5 is named after the overlay's town nearest to its centre, within `NEAR_KM`; where that
    town has another one across the border from it, both are named, since such a cell takes no side. Any other cell is
    named after the provinces that hold a tenth of it or more, the largest share first and at most three.

    Parameters
    ----------
    cells
        Of any resolution, each of the study area or the border belt.
    language
        en, ko or zh.

    Raises
    ------
    UsageError
        If a cell lies outside or at sea, or the language is none of the three.
    """
    _check(language)
    cells = np.asarray(cells, dtype=np.uint64)
    low, high = descent(cells, FINEST)
    if (np.searchsorted(committed().cells, high, side="right") == np.searchsorted(committed().cells, low)).any():
        raise UsageError("A cell lies outside the study area: only cells inside can be named.")
    km = _km(np.radians(centre_lat_lng(cells)), _town_radians())
    nearest = km.argmin(axis=1)
    by_town = (resolution_of(cells) >= _FINE) & (km.min(axis=1) <= NEAR_KM)
    said = []
    for cell, town, to_towns, named in zip(cells.tolist(), nearest.tolist(), km, by_town.tolist(), strict=True):
        if named:
            opposite = [other for other in _opposite()[town] if to_towns[other] <= FACING_KM]
            names = [towns()[index].name[language] for index in (town, *opposite)]
        else:
            names = [provinces()[code].name[language] for code in _held(cell)]
        said.append(" / ".join(names))
    return said


def _km(one: Column, other: Column) -> Column:
    """Return great-circle distances in km, shape (n, m), of points of shapes (n, 2) and (m, 2): lat, lng in radians."""
    lat, lng = one.T[:, :, None]
    other_lat, other_lng = other.T
    half = np.sin((lat - other_lat) / 2) ** 2 + np.cos(lat) * np.cos(other_lat) * np.sin((lng - other_lng) / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(half)), dtype=np.float64)


@cache
def _town_radians() -> Column:
    return np.radians([(town.lat, town.lng) for town in towns()])


@cache
def _opposite() -> tuple[tuple[int, ...], ...]:
    """Return for each town the positions of those across the border from it."""
    km = _km(_town_radians(), _town_radians())
    return tuple(
        tuple(
            index
            for index, other in enumerate(towns())
            if other.country != town.country and km[position, index] <= OPPOSITE_KM
        )
        for position, town in enumerate(towns())
    )


@cache
def _held(cell: int) -> tuple[str, ...]:
    """Return the codes of the provinces that say where a cell is."""
    survey = committed()
    low, high = descent(np.array([cell], dtype=np.uint64), FINEST)
    first, last = np.searchsorted(survey.cells, [low[0], high[0] + np.uint64(1)])
    touched = [codes for codes in survey.touches[first:last] if codes]
    if not touched:
        raise UsageError("A cell lies at sea, away from every province: it cannot be named.")
    if len(touched) == 1:
        return touched[0][:_MOST_PROVINCES]
    held = Counter(codes[0] for codes in touched).most_common(_MOST_PROVINCES)
    return tuple(code for code, count in held if count >= _LEAST_SHARE * len(touched))


def _check(language: str) -> None:
    if language not in LANGUAGES:
        raise UsageError(f"There are names in {', '.join(LANGUAGES)} only.")
