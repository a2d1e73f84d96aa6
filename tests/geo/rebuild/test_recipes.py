"""How the files are written, and the strokes drawn from the polygons that bound them."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from geo.boundaries import EAST, NORTH, SOUTH, WEST, features
from geo.rebuild.compare import KEYS, compare
from geo.rebuild.recipes import RIVER_NAMES, borders, to_text

ASSETS = Path(__file__).parents[3] / "geo" / "assets"


@pytest.mark.parametrize("name", KEYS)
def test_a_file_read_and_written_is_the_same_bytes(name: str) -> None:
    assert to_text(name, features(name)) == ASSETS.joinpath(f"{name}.geojson").read_text(encoding="utf-8")


def test_strokes_are_the_lines_that_committed_polygons_share() -> None:
    drawn = borders(list(features("admin1")), list(features("countries")))
    found = compare("borders", features("borders"), drawn)
    assert (found.unmatched, found.renamed) == (0, 0)
    assert found.hausdorff_m < 1000


def test_no_stroke_is_drawn_along_the_window() -> None:
    frame = shapely.boundary(shapely.box(WEST, SOUTH, EAST, NORTH))
    for _, line in borders(list(features("admin1")), list(features("countries"))):
        assert shapely.intersection(frame, line).length < 0.01


def test_every_river_of_the_basemap_is_named_by_the_recipe() -> None:
    assert {english for english, _, _ in RIVER_NAMES.values()} == {own["name_en"] for own, _ in features("rivers")}
