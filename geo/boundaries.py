"""What is drawn beneath the figures: land, water, rivers and lines, ready made and offline.

The basemap is a picture for orientation, not a survey; `geo/assets/SOURCES.md` says where each file comes from. Against
a 10 m survey the China-DPRK line is off by 0.6 km (median), 2.5 km (95th percentile) and up to 6-8 km, and some river
towns fall on the wrong bank. So: no country is assigned by point in polygon near the river (`geo.country_of`), the map
does not zoom in further than `MAX_ZOOM`, no label is made for a finer one, and a cell on the river belongs to
neither state.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WEST, SOUTH, EAST, NORTH = 118.5, 38.0, 132.5, 46.5
WINDOW: Final = (WEST, SOUTH, EAST, NORTH)
"""The window of the basemap, WGS84 degrees; nothing beyond it is known here."""

MIN_ZOOM: Final = 4
"""The widest web map zoom that is of use: the window then fills a phone."""

MAX_ZOOM: Final = 8
"""The finest web map zoom at which the basemap may be drawn, and the finest a label is made for."""

ATTRIBUTION: Final = (
    "Made with Natural Earth. Places: GeoNames (geonames.org), CC BY 4.0, modified. Borders approximate."
)
"""The line that stands on every map."""

_STUDIED: Final = frozenset({"CHN", "PRK"})
BORDER_RIVERS: Final = ("Tumen / Tuman", "Yalu / Amnok")
BORDER_LINES: Final = ("China - DPRK", "DPRK - Russia")


class LineKind(StrEnum):
    """What a line parts."""

    COUNTRIES = "admin0"
    PROVINCES = "admin1"
    COAST = "coast"


@dataclass(frozen=True, slots=True)
class Country:
    """A country's land inside the window, to be filled and never stroked: the window would show as a frame."""

    code: str
    geometry: BaseGeometry

    @property
    def is_studied(self) -> bool:
        """Whether it is one of the two countries that the study area lies in."""
        return self.code in _STUDIED


@dataclass(frozen=True, slots=True)
class River:
    """A river or the centre line of its reservoir; `is_border` for Yalu and Tumen, which are drawn wide and pale."""

    name: str
    is_border: bool
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Line:
    """The only strokes of the map. A line between countries has the name of the two, or is an armistice line."""

    kind: LineKind
    name: str | None
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Basemap:
    """All layers in the order in which they are drawn, as shapely geometries, WGS84, longitude first."""

    sea: BaseGeometry
    land: tuple[Country, ...]
    lakes: tuple[BaseGeometry, ...]
    rivers: tuple[River, ...]
    lines: tuple[Line, ...]


def features(name: str) -> tuple[tuple[dict[str, Any], BaseGeometry], ...]:
    """Return the features of a committed file of `geo/assets/`, each as properties and geometry, in its order."""
    text = files("geo").joinpath("assets", f"{name}.geojson").read_text(encoding="utf-8")
    found = json.loads(text)["features"]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in found])
    return tuple((feature["properties"], shape) for feature, shape in zip(found, shapes, strict=True))


@cache
def basemap() -> Basemap:
    """Return the basemap.

    Examples
    --------
    >>> [country.code for country in basemap().land]
    ['CHN', 'KOR', 'PRK', 'RUS']
    >>> sorted({river.name for river in basemap().rivers if river.is_border})
    ['Tumen / Tuman', 'Yalu / Amnok']
    """
    return Basemap(
        sea=shapely.box(WEST, SOUTH, EAST, NORTH),
        land=tuple(Country(own["adm0_a3"], shape) for own, shape in features("countries")),
        lakes=tuple(shape for _, shape in features("lakes")),
        rivers=tuple(
            River(own["name_en"], own["name_en"] in BORDER_RIVERS, shape) for own, shape in features("rivers")
        ),
        lines=tuple(Line(LineKind(own["kind"]), own["name"], shape) for own, shape in features("borders")),
    )


@cache
def border_zone_axis() -> BaseGeometry:
    """Return what "the border" means in every distance: Yalu, Tumen, and the lines China - DPRK and DPRK - Russia."""
    rivers = [river.geometry for river in basemap().rivers if river.is_border]
    lines = [line.geometry for line in basemap().lines if line.name in BORDER_LINES]
    return shapely.union_all([*rivers, *lines])
