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
from typing import Any, Final

import numpy as np
import shapely

from errors import UsageError
from geo.boundaries import features
from geo.cells import FINEST, Cells, centre_lat_lng, descent, resolution_of
from geo.region import provinces
from geo.survey import committed

LANGUAGES: Final = ("en", "ko", "zh")

NEAR_KM: Final = 60.0
"""A town further than this from a cell's centre does not say where the cell is."""

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
    """A town of the overlay: its GeoNames id, point, rank, and name by language."""

    geonameid: str
    lat: float
    lng: float
    rank: int
    name: dict[str, str]


def _asset(name: str) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads(files("geo").joinpath("assets", name).read_text(encoding="utf-8"))


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns of the overlay, in its order; their points are those of places.geojson."""
    points = {str(own["geonameid"]): shapely.get_coordinates(shape)[0] for own, shape in features("places")}
    return tuple(
        Town(
            key,
            float(points[key][1]),
            float(points[key][0]),
            own["rank"],
            {language: own[language] for language in LANGUAGES},
        )
        for key, own in _asset("names_overlay.json").items()
    )


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

    A cell of resolution 4 or 5 is named after the overlay's town nearest to its centre, within `NEAR_KM`. Any other is
    named after the provinces that hold a tenth of it or more, the largest share first and at most three, so that a
    cell on the border is named after both sides.

    Parameters
    ----------
    cells
        Of any resolution, each of the study area or the border belt.
    language
        en, ko or zh.

    Raises
    ------
    UsageError
        If a cell lies outside, or the language is none of the three.
    """
    _check(language)
    cells = np.asarray(cells, dtype=np.uint64)
    nearest, km = _nearest_town(cells)
    by_town = (resolution_of(cells) >= _FINE) & (km <= NEAR_KM)
    return [
        towns()[town].name[language] if named else " / ".join(provinces()[code].name[language] for code in _held(cell))
        for cell, town, named in zip(cells.tolist(), nearest.tolist(), by_town.tolist(), strict=True)
    ]


def _nearest_town(cells: Cells) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return for each cell the position of the town nearest to its centre, and how far it is in km (great circle)."""
    lat, lng = np.radians(centre_lat_lng(cells)).T
    town_lat, town_lng = np.radians([(town.lat, town.lng) for town in towns()]).T
    half = (
        np.sin((lat[:, None] - town_lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(town_lat) * np.sin((lng[:, None] - town_lng) / 2) ** 2
    )
    km = 2 * _EARTH_KM * np.arcsin(np.sqrt(half))
    nearest = km.argmin(axis=1)
    return nearest, km[np.arange(len(cells)), nearest]


@cache
def _held(cell: int) -> tuple[str, ...]:
    """Return the codes of the provinces that say where a cell is."""
    survey = committed()
    low, high = descent(np.array([cell], dtype=np.uint64), FINEST)
    first, last = np.searchsorted(survey.cells, [low[0], high[0] + np.uint64(1)])
    touched = [codes for codes in survey.touches[first:last] if codes]
    if not touched:
        raise UsageError("A cell lies outside the study area: only cells inside can be named.")
    if len(touched) == 1:
        return touched[0][:_MOST_PROVINCES]
    held = Counter(codes[0] for codes in touched).most_common(_MOST_PROVINCES)
    return tuple(code for code, count in held if count >= _LEAST_SHARE * len(touched))


def _check(language: str) -> None:
    if language not in LANGUAGES:
        raise UsageError(f"There are names in {', '.join(LANGUAGES)} only.")
