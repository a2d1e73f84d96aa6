"""The card of an area: kinds of act recounted by hand from published groups inside it, and what is not known."""

from __future__ import annotations

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import act_name, card_of, figure_of
from layers.card import MOST_ACTS, acts_inside
from release import Level, Persons, Selection
from terms import Language, say, taxonomy
from tests.layers.handmade import handmade, one_plate, releases, whole_cells
from tests.layers.test_people import bundled

EN = Language.EN


def by_hand(release, cell):
    found = {}
    for row in release.plates["where_what"].groups.iter_rows(named=True):
        if row["resolution"] is None or row["resolution"] < h3.get_resolution(cell):
            continue
        if h3.cell_to_parent(row["cell"], h3.get_resolution(cell)) == cell:
            found.setdefault(taxonomy().acts[row["act"]].group, []).append(row["reports"])
    return {code: sum(held) if release.parts_add else max(held) for code, held in found.items()}


@given(releases("where_what"), st.sampled_from([2, 3, 4]), st.randoms(use_true_random=False))
def test_kinds_of_act_are_those_of_the_published_groups_inside(release, resolution, random):
    cell = random.choice(whole_cells(resolution))
    assert acts_inside(release, cell) == by_hand(release, cell)


@pytest.mark.parametrize("level", [Level.R3, Level.R4, Level.FINEST])
def test_every_area_of_a_map_has_a_card_with_its_figure(level):
    release = bundled(1500)
    figure = figure_of(release, Selection("where"), level, EN)
    for mark in figure.marks:
        card = card_of(release, figure, mark)
        tip = mark.tip.split("\n")
        shared = say("figure-tip-both-banks", EN) in tip
        assert card.lines == (*tip, *[say("card-both-sides", EN)] * shared)
        assert len(card.acts) == min(MOST_ACTS, len(by_hand(release, mark.cell)))
        assert card.unknown == say("card-unknown", EN)


def test_the_largest_kind_of_act_stands_first():
    cell = whole_cells(3)[0]
    rows = [(cell, 3, "all", "B", 20, 10), (cell, 3, "all", "I1", 90, 20), (cell, 3, "all", "I3", 15, 10)]
    assert acts_inside(one_plate(rows, "where_what"), cell) == {"I": 105, "B": 20}
    assert acts_inside(one_plate(rows, "where_what", Persons.UNLINKED), cell) == {"I": 90, "B": 20}


@pytest.mark.parametrize("language", Language)
def test_an_area_on_the_border_river_belongs_to_both_sides_and_one_inland_says_nothing_of_it(language):
    # Dandong and Sinuiju face each other across the Yalu; Harbin lies 400 km from any border.
    river, inland = (h3.latlng_to_cell(lat, lng, 4) for lat, lng in ((40.12, 124.38), (45.75, 126.64)))
    for cell, expected in ((river, True), (inland, False)):
        release = one_plate([(cell, 4, "all", "all", 20, 10)])
        figure = figure_of(release, Selection("where"), Level.R4, language)
        lines = card_of(release, figure, figure.marks[0]).lines
        assert (say("card-both-sides", language) in lines) is expected
        assert (say("figure-tip-both-banks", language) in lines) is expected


@pytest.mark.parametrize("language", Language)
def test_an_area_without_kinds_of_act_says_so_and_the_region_says_nothing_of_them(language):
    release = one_plate([(whole_cells(4)[0], 4, "all", "all", 20, 10)])
    figure = figure_of(release, Selection("where"), Level.R4, language)
    assert card_of(release, figure, figure.marks[0]).acts_title == say("card-no-acts", language)
    whole = figure_of(handmade(), Selection("where"), Level.REGION, language)
    assert card_of(handmade(), whole, whole.marks[0]).acts_title is None


@pytest.mark.parametrize("language", Language)
def test_of_a_chosen_time_only_acts_of_that_time_stand_on_the_card(language):
    cell = whole_cells(3)[0]
    rows = [(cell, 3, "before", "B", 40, 10), (cell, 3, "before", "I", 20, 10), (cell, 3, "reopening", "I", 15, 10)]
    release = one_plate(rows, "where_when_what")
    assert acts_inside(release, cell, "before") == {"B": 40, "I": 20}
    assert acts_inside(release, cell, "reopening") == {"I": 15}
    assert acts_inside(release, cell, "closure") == {}
    figure = figure_of(release, Selection("where_when_what", period="reopening"), Level.R3, language)
    card = card_of(release, figure, figure.marks[0])
    assert card.acts == (say("card-act", language, act=act_name("I", language), reports=15),)
    assert card.acts_title != say("card-acts", language)
    # Another plate knows the time of this one's acts no better.
    other = one_plate([(cell, 3, "reopening", "all", 20, 10)], "where_when")
    drawn = figure_of(other, Selection("where_when", period="reopening"), Level.R3, language)
    assert card_of(other, drawn, drawn.marks[0]).acts == ()


def test_names_of_acts_are_those_of_the_controls():
    cell = whole_cells(4)[0]
    release = one_plate([(cell, 4, "all", "F1", 20, 10)], "where_what")
    figure = figure_of(release, Selection("where_what"), Level.R4, EN)
    assert card_of(release, figure, figure.marks[0]).acts == (f"{act_name('F', EN)}: 20",)
