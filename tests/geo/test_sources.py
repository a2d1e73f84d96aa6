"""SOURCES.md says of every asset where it comes from, and says it right."""

from __future__ import annotations

from pathlib import Path

from geo.boundaries import ATTRIBUTION, BORDER_LINES, MAX_ZOOM
from geo.country import CERTAIN_M
from geo.places import towns
from geo.rebuild.fetch import PACKAGES
from geo.rebuild.recipes import LAKE_TOLERANCE, LEAST_PEOPLE, TOLERANCE

ASSETS = Path(__file__).parents[2] / "geo" / "assets"
TEXT = ASSETS.joinpath("SOURCES.md").read_text(encoding="utf-8")


def test_every_asset_has_a_row_and_every_row_an_asset() -> None:
    rows = {line.split("`")[1] for line in TEXT.splitlines() if line.startswith("| `") and line.count("|") == 5}
    assert rows == {path.name for path in ASSETS.iterdir()} - {"SOURCES.md"}


def test_every_package_is_named_with_its_version() -> None:
    for package in PACKAGES:
        assert f"{package.name} {package.version}" in TEXT


def test_the_numbers_are_those_in_force() -> None:
    assert ATTRIBUTION in TEXT
    assert f"{TOLERANCE} degrees, arc by arc" in TEXT
    assert f"lakes by {LAKE_TOLERANCE} degrees" in TEXT
    assert f"places of {LEAST_PEOPLE:,} people" in TEXT
    assert f"within {CERTAIN_M // 1000} km of a" in TEXT
    assert f"zooms to level {MAX_ZOOM} at most" in TEXT
    assert BORDER_LINES[0] in TEXT


def test_every_unconfirmed_name_is_a_label() -> None:
    section = TEXT.partition("## Names not confirmed")[2]
    chinese, korean = (
        next(line for line in section.splitlines() if line.startswith(f"- {language}:")).partition(": ")[2].split()
        for language in ("Chinese", "Korean")
    )
    assert set(chinese) <= {town.name["zh"] for town in towns()}
    assert set(korean) <= {town.name["ko"] for town in towns()}
