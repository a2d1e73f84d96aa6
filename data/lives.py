"""Invented people: one home, one way across the border, perhaps one arrest and one forced return.

Every number here is made up to look plausible. Nothing in it is estimated from real records, and no facility has its
true place: points are those of towns, moved at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from geo import LabelKind, centre_lat_lng, labels, province_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

LAST_YEAR: Final = 2026

ACTS_A_PERSON: Final = 7.0
"""Mean number of acts of a person: half of all people have five or fewer, one in twenty has twenty or more."""
SPREAD_OF_ACTS: Final = 0.85
MOST_ACTS: Final = 60

HOMES: Final[Mapping[str, float]] = {
    "Yanji": 9, "Shenyang": 8, "Mudanjiang": 7, "Longjing": 5, "Hunchun": 5, "Harbin": 4, "Tonghua": 4,
    "Jilin City": 4, "Helong": 3, "Changchun": 3, "Dandong": 3, "Dalian": 3, "Baishan": 2, "Kuandian": 2, "Linjiang": 1,
}  # fmt: skip
"""Towns in and around which most people lived, by weight."""
IN_TOWNS: Final = 0.85
"""Share of people whose home is in or near one of these towns; the others live all over the three provinces."""
AROUND_TOWN_KM: Final = 8.0

CROSSINGS: Final[Mapping[str, float]] = {
    "Hoeryong": 8, "Hyesan": 7, "Musan": 6, "Onsong": 5, "Chunggang": 2, "Sinuiju": 2, "Manpo": 1,
}  # fmt: skip
HIDING: Final[Mapping[str, float]] = {"Yanji": 5, "Shenyang": 3, "Longjing": 2, "Changbai": 2, "Dandong": 2, "Ji'an": 1}
RETURNS: Final[Mapping[str, float]] = {"Onsong": 6, "Sinuiju": 4, "Hyesan": 2, "Hoeryong": 2, "Musan": 1}
CUSTODY: Final[Mapping[str, float]] = {
    "Onsong": 5, "Chongjin": 5, "Sinuiju": 4, "Hoeryong": 3, "Hyesan": 3, "Hamhung": 1,
}  # fmt: skip
"""Towns by weight: where people crossed, hid, were handed over, and were held."""
NEAR_TOWN_KM: Final = 5.0

CROSSED: Final[Mapping[int, float]] = {
    **dict.fromkeys(range(2000, 2004), 5.0),
    **dict.fromkeys(range(2004, 2012), 12.0),
    **dict.fromkeys(range(2012, 2017), 8.0),
    **dict.fromkeys(range(2017, 2020), 6.0),
    **dict.fromkeys(range(2020, 2023), 0.4),
    **dict.fromkeys(range(2023, 2026), 1.0),
}
"""Years by weight: a rise, a decline, and from 2020 to 2022 the closure."""
CLOSED: Final = range(2020, 2023)
"""Nobody is handed over in these years."""
WAVE: Final = 2023
"""In October of this year many were handed over at once."""
IN_WAVE: Final = 0.12
"""Share of those who were forced back that were so then."""
RETURNED: Final = 0.38
"""Share of people who were forced back."""

_STAY: Final = 0.28
_LAG: Final = 0.35
_LONGEST_STAY: Final = 14
_PROVINCES: Final[Mapping[str, float]] = {"CN-JL": 0.5, "CN-LN": 0.28, "CN-HL": 0.22}
_EVERY: Final = 40
"""One of so many cells of a province stands for a county."""
_KM_PER_DEGREE: Final = 111.2


@dataclass(frozen=True, slots=True)
class People:
    """Invented people, as columns of one length.

    `home`, `crossing`, `hiding`, `handed_over`, `custody`: points, shape (n, 2), latitude first. `town`: the town of
    the home, empty for none. `crossed`, `returned` (0: never), `last`, `told`: years. `group`: as in the column
    `person_group`. `acts`: how many acts. `source`: number of the organisation that she told.
    """

    home: Points
    town: NDArray[np.str_]
    crossing: Points
    hiding: Points
    handed_over: Points
    custody: Points
    crossed: NDArray[np.int64]
    returned: NDArray[np.int64]
    last: NDArray[np.int64]
    told: NDArray[np.int64]
    group: NDArray[np.str_]
    acts: NDArray[np.int64]
    source: NDArray[np.int64]


def invent(count: int, sources: int, rng: Generator) -> People:
    """Invent people.

    Parameters
    ----------
    count
        How many.
    sources
        How many organisations they tell; the first hears the most.
    rng
        All chance comes from it.
    """
    home, town = _homes(count, rng)
    crossed = draw(CROSSED, count, rng)
    stay = np.minimum(rng.geometric(_STAY, count), _LONGEST_STAY)
    returned = np.where(rng.random(count) < RETURNED, np.minimum(crossed + stay, LAST_YEAR), 0)
    wave = (rng.random(count) < IN_WAVE) & (returned > 0) & (crossed < WAVE)
    returned = np.where(wave | np.isin(returned, CLOSED), WAVE, returned)
    last = np.where(returned > 0, returned, np.minimum(crossed + stay, LAST_YEAR))
    sizes = rng.lognormal(np.log(ACTS_A_PERSON) - SPREAD_OF_ACTS**2 / 2, SPREAD_OF_ACTS, count)
    hears = {number: 1 / (number + 1) for number in range(sources)}
    return People(
        home=home,
        town=town,
        crossing=around(_points(draw(CROSSINGS, count, rng)), NEAR_TOWN_KM, rng),
        hiding=around(_points(draw(HIDING, count, rng)), AROUND_TOWN_KM, rng),
        handed_over=around(_points(draw(RETURNS, count, rng)), NEAR_TOWN_KM, rng),
        custody=around(_points(draw(CUSTODY, count, rng)), NEAR_TOWN_KM, rng),
        crossed=crossed,
        returned=returned,
        last=last,
        told=np.minimum(last + rng.geometric(_LAG, count), LAST_YEAR),
        group=draw({"woman": 82, "girl": 12, "other": 3, "not_stated": 3}, count, rng),
        acts=np.clip(np.rint(sizes), 1, MOST_ACTS).astype(np.int64),
        source=draw(hears, count, rng),
    )


def draw(weights: Mapping[Any, float], count: int, rng: Generator) -> NDArray[Any]:
    """Draw from what is weighted, with replacement."""
    share = np.array(list(weights.values()))
    return rng.choice(np.array(list(weights)), count, p=share / share.sum())


def around(points: Points, km: float, rng: Generator) -> Points:
    """Move each point at random, by up to so many km in any direction."""
    angle = rng.uniform(0, 2 * np.pi, len(points))
    away = km / _KM_PER_DEGREE * np.sqrt(rng.random(len(points)))
    east = np.sin(angle) / np.cos(np.radians(points[:, 0]))
    return points + np.column_stack([away * np.cos(angle), away * east])


def _homes(count: int, rng: Generator) -> tuple[Points, NDArray[np.str_]]:
    town = np.where(rng.random(count) < IN_TOWNS, draw(HOMES, count, rng), "")
    county = np.empty((count, 2))
    province = draw(_PROVINCES, count, rng)
    for code in _PROVINCES:
        there = province == code
        county[there] = rng.choice(centre_lat_lng(province_cells(code)[0][::_EVERY]), int(there.sum()))
    at_home = county.copy()
    at_home[town != ""] = _points(town[town != ""])
    return around(at_home, AROUND_TOWN_KM, rng), town


@cache
def _towns() -> Mapping[str, tuple[float, float]]:
    return {label.name: (label.lat, label.lng) for label in labels("en") if label.kind is LabelKind.TOWN}


def _points(names: NDArray[np.str_]) -> Points:
    return np.array([_towns()[name] for name in names.tolist()], dtype=np.float64).reshape(-1, 2)
