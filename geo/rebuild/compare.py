"""How far rebuilt files are from the committed ones: counts, km2, metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import shapely

from geo.metres import project

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    Feature = tuple[dict[str, Any], BaseGeometry]

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "admin1": ("iso_3166_2",),
    "borders": ("kind", "name"),
    "countries": ("adm0_a3",),
    "lakes": ("name",),
    "places": ("geonameid",),
    "rivers": ("name_en", "featurecla"),
}
"""The properties that tell the features of a file apart."""

_M2_PER_KM2: Final = 1e6


@dataclass(frozen=True, slots=True)
class Difference:
    """What sets a rebuilt file apart from the committed one.

    `unmatched` counts features that only one of them has, `renamed` those whose properties differ, `equal` those whose
    shapes have the same vertices, in whatever order their parts come. Areas and distances
    are over the features that both have: `area_km2` of the committed polygons (0 for lines and points), `off_km2` the
    symmetric difference, `hausdorff_m` the largest distance of any feature's two shapes.
    """

    name: str
    committed: int
    rebuilt: int
    unmatched: int
    renamed: int
    equal: int
    area_km2: float
    off_km2: float
    hausdorff_m: float

    def __str__(self) -> str:
        """Write the difference as one line."""
        area = f", {self.off_km2:.2f} of {self.area_km2:.0f} km2 differ" if self.area_km2 else ""
        return (
            f"{self.name}: {self.committed} features, rebuilt {self.rebuilt}; {self.unmatched} in one only, "
            f"{self.renamed} with other properties, {self.equal} with the same vertices{area}; "
            f"at most {self.hausdorff_m:.0f} m apart"
        )


def compare(name: str, committed: Sequence[Feature], rebuilt: Sequence[Feature]) -> Difference:
    """Compare two versions of a file, feature by feature."""
    old, new = _keyed(name, committed), _keyed(name, rebuilt)
    both = old.keys() & new.keys()
    pairs = [(project(old[key][1]), project(new[key][1])) for key in sorted(both, key=str)]
    return Difference(
        name=name,
        committed=len(committed),
        rebuilt=len(rebuilt),
        unmatched=len(old.keys() ^ new.keys()),
        renamed=sum(old[key][0] != new[key][0] for key in both),
        equal=sum(_equal(old[key][1], new[key][1]) for key in both),
        area_km2=sum(one.area for one, _ in pairs) / _M2_PER_KM2,
        off_km2=sum(shapely.symmetric_difference(*_clean(pair)).area for pair in pairs if pair[0].area) / _M2_PER_KM2,
        hausdorff_m=max((float(shapely.hausdorff_distance(*pair)) for pair in pairs), default=0.0),
    )


def _keyed(name: str, features: Sequence[Feature]) -> dict[tuple[Any, ...], Feature]:
    return {tuple(own[key] for key in KEYS[name]): (own, shape) for own, shape in features}


def _equal(one: BaseGeometry, other: BaseGeometry) -> bool:
    return bool(shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), 0.0))


def _clean(pair: tuple[BaseGeometry, BaseGeometry]) -> tuple[BaseGeometry, BaseGeometry]:
    """Mend rings that rounding made touch themselves, which area algebra cannot take."""
    return shapely.make_valid(pair[0]), shapely.make_valid(pair[1])
