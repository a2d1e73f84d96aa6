"""How far two versions of a file are apart."""

from __future__ import annotations

from typing import Any

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries import features
from geo.rebuild.compare import KEYS, compare

Feature = tuple[dict[str, Any], BaseGeometry]


@pytest.mark.parametrize("name", KEYS)
def test_a_file_does_not_differ_from_itself(name: str) -> None:
    own = features(name)
    found = compare(name, own, own[::-1])
    assert (found.committed, found.rebuilt, found.equal) == (len(own), len(own), len(own))
    assert (found.unmatched, found.renamed, found.off_km2, found.hausdorff_m) == (0, 0, 0, 0)


def test_a_missing_a_renamed_and_a_moved_feature_are_each_counted() -> None:
    here = shapely.box(127, 41, 128, 42)
    there = shapely.box(127, 41, 128.01, 42)
    old: list[Feature] = [({"name": "a", "size": 1}, here), ({"name": "b"}, here), ({"name": "c"}, here)]
    new: list[Feature] = [({"name": "a", "size": 2}, here), ({"name": "b"}, there)]
    found = compare("lakes", old, new)
    assert (found.committed, found.rebuilt, found.unmatched, found.renamed, found.equal) == (3, 2, 1, 1, 1)
    assert found.off_km2 == pytest.approx(0.01 * 111.2 * 111.2 * 0.75, rel=0.02)
    assert found.hausdorff_m == pytest.approx(840, rel=0.02)
    assert str(found).startswith(
        "lakes: 3 features, rebuilt 2; 1 in one only, 1 with other properties, 1 with the same"
    )
    assert f"at most {found.hausdorff_m:.0f} m apart" in str(found)


def test_points_and_lines_have_no_area() -> None:
    found = compare("places", features("places"), features("places"))
    assert "km2" not in str(found)
