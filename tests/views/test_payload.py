"""What travels to the browser: the figure and nothing but the figure, small."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
import shapely

from layers import SCALE, figure_of
from release import EXPLORED, Level, Release, Selection
from terms import Language
from tests.views.handmade import handmade
from views.livemap import Extra, figure_data


@cache
def release() -> Release:
    return handmade()


def polygon(rings: list[list[int]]) -> shapely.Polygon:
    """Decode a polygon as the browser does."""
    decoded = []
    for steps in rings:
        x = y = 0
        ring = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / SCALE, y / SCALE))
        decoded.append(ring)
    return shapely.Polygon(decoded[0], decoded[1:])


@pytest.mark.parametrize("level", [Level.REGION, Level.R3, Level.R4, Level.FINEST])
def test_the_browser_gets_each_area_with_its_class_its_outline_and_its_sentence(level):
    figure = figure_of(release(), Selection("where"), level, Language.EN)
    data = figure_data(figure, None)
    assert data["marks"]["cell"] == [mark.cell for mark in figure.marks]
    for place, mark in enumerate(figure.marks):
        assert data["marks"]["class"][place] == mark.break_index
        assert (place in data["marks"]["wide"]) == mark.wide
        assert "\n".join(data["lines"][line] for line in data["marks"]["tip"][place]) == mark.tip
        drawn = shapely.union_all([polygon(rings) for rings in data["marks"]["shape"][place]])
        assert drawn.hausdorff_distance(mark.outline) < 2 / SCALE


@pytest.mark.parametrize("language", Language)
def test_three_hundred_areas_are_at_most_fifty_kilobytes(language):
    figure = figure_of(handmade(20_000), Selection("where"), Level.R4, language)
    fixed = len(json.dumps(figure_data(replace(figure, marks=()), None)))
    size = len(json.dumps(figure_data(figure, None)))
    assert len(figure.marks) > 150
    assert fixed + (size - fixed) / len(figure.marks) * 300 < 50_000


@pytest.mark.parametrize("plate", [name for name, ladder in EXPLORED.items() if ladder.has_places])
def test_no_number_of_reports_travels_but_in_the_sentences_of_the_figure(plate):
    figure = figure_of(release(), Selection(plate), Level.R3, Language.EN)
    data = figure_data(figure, None)
    assert set(data) == {
        "figure", "beside", "lang", "scale", "basemap", "colours", "legend", "marks", "lines", "says", "more", "hide",
        "unasked",
        "selected",
    }  # fmt: skip
    assert set(data["marks"]) == {"cell", "class", "wide", "shape", "tip"}
    assert set(data["lines"]) == {line for mark in figure.marks for line in mark.tip.split("\n")}


def test_lines_where_nobody_was_asked_travel_only_if_there_are_any_and_nobody_hid_them():
    covered = figure_of(handmade(1500, covered=True), Selection("where"), Level.R4, Language.EN)
    data = figure_data(covered, None)
    assert data["legend"]["unasked"] == covered.unasked_label
    drawn = shapely.union_all([polygon(rings) for rings in data["unasked"]])
    assert drawn.symmetric_difference(covered.unasked).area < 0.01
    bare = figure_of(release(), Selection("where"), Level.R4, Language.EN)
    for figure, extra in ((bare, Extra()), (covered, Extra(hide=frozenset({"asked"})))):
        assert figure_data(figure, None, extra)["unasked"] == []
        assert figure_data(figure, None, extra)["legend"]["unasked"] is None


def test_both_themes_have_a_colour_for_each_class():
    figure = figure_of(release(), Selection("where"), Level.R4, Language.KO)
    data = figure_data(figure, None)
    for theme in ("light", "dark"):
        assert len(data["colours"][theme]["classes"]) == len(figure.breaks) == len(data["legend"]["breaks"])
