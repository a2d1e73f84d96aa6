"""Lines where nobody is known to have been asked: from published rows alone, and never where there is a figure."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import shapely

from geo import from_text, hexagons, region_outline
from layers import figure_of, folium_map, one_file_html
from layers.asked import asked_about
from release import Level, Release, Selection, offered_levels
from terms import Language, say
from tests.views.handmade import handmade


@cache
def release() -> Release:
    return handmade(1500, covered=True)


def drawn(period: str = "before", level: Level = Level.R4, held: Release | None = None):
    return figure_of(held or release(), Selection("where_when", period), level, Language.EN)


@pytest.mark.parametrize("period", ["all", "before", "closure", "reopening"])
def test_lines_cover_the_study_area_without_what_was_asked_about_and_without_the_figures(period):
    for level in offered_levels(release(), Selection("where_when", period)):
        figure = drawn(period, level)
        if level is Level.REGION:
            assert figure.unasked is None
            continue
        rows = release().coverage
        assert rows is not None
        cells = [cell for cell, size, era, _ in rows.iter_rows() if size and period in {"all", era}]
        asked = shapely.union_all(hexagons(from_text(cells)).tolist())
        figures = shapely.union_all([mark.outline for mark in figure.marks])
        assert figure.unasked is not None
        assert figure.unasked.intersection(asked).area < 1e-6
        assert figure.unasked.intersection(figures).area < 1e-6
        whole = shapely.union_all([figure.unasked, asked, figures])
        assert region_outline().difference(whole).area < 1e-6
        assert figure.unasked.difference(region_outline()).area < 1e-6


def test_interviews_of_other_eras_of_the_region_and_of_the_pool_take_no_lines_away():
    rows = asked_about(release(), "reopening")
    assert rows is not None
    assert set(rows["period"]) == {"reopening"}
    assert rows["resolution"].null_count() == 0
    assert asked_about(release(), "2024").equals(rows)


def test_without_coverage_there_are_no_lines_and_no_words_for_them():
    figure = drawn(held=replace(release(), coverage=None))
    assert (figure.unasked, figure.unasked_label) == (None, None)
    assert say("figure-unasked", Language.EN) not in one_file_html(figure)


def test_the_notebook_and_the_one_file_map_draw_the_lines_and_name_them():
    figure = drawn()
    for document in (str(folium_map(figure).get_root().render()), one_file_html(figure)):
        assert say("figure-unasked", Language.EN) in document
        assert '"unasked":[[[' in document
        assert "atlas-unasked" in document


def test_the_lines_travel_small_and_the_figure_is_the_same_without_them():
    figure = drawn()
    bare = drawn(held=replace(release(), coverage=None))
    assert replace(figure, unasked=None, unasked_label=None, table=bare.table, rows=bare.rows) == bare
    assert figure.table.equals(bare.table)
    assert shapely.get_num_coordinates(figure.unasked) < 2_000
