"""Reports per 100 interviews: in classes alone, recounted by hand, and only where published rows bear it."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl
import pytest

from geo import children, from_text, to_text
from layers import can_be_rated, figure_of, folium_map, one_file_html, rated_figure
from layers.rates import BARE, LEAST_INTERVIEWS, denominators
from release import COVERAGE_SCHEMA, REGION, Level, Persons, Release, Selection
from terms import Language, say
from tests.layers.handmade import one_plate, whole_cells

FIRST, SECOND, THIRD, FOURTH = whole_cells(4)[:40:10]
EN = Language.EN
ASKED = [
    (FIRST, 4, "before", 500),
    (SECOND, 4, "before", LEAST_INTERVIEWS - 5),
    (THIRD, 4, "closure", 900),
    (REGION, None, "before", 700),
]


def release(*asked: tuple[str, int | None, str, int], persons: Persons = Persons.LINKED) -> Release:
    rows = [(cell, 4, "before", "all", reports, 10) for cell, reports in ((FIRST, 20), (SECOND, 40), (THIRD, 10))]
    held = one_plate([*rows, (FOURTH, 4, "closure", "all", 30, 10)], "where_when", persons)
    return replace(held, coverage=pl.DataFrame(list(asked or ASKED), schema=COVERAGE_SCHEMA, orient="row"))


def drawn(held: Release, period: str = "before", level: Level = Level.R4, language: Language = EN):
    return figure_of(held, Selection("where_when", period), level, language)


def test_an_area_has_a_quotient_only_by_its_own_row_of_the_era_and_enough_interviews():
    assert denominators(release(), drawn(release())) == {FIRST: 500}


def test_interviews_told_more_finely_inside_an_area_leave_it_without_a_quotient():
    inside = to_text(children(int(from_text([FIRST])[0]), 5))[0]
    held = release((FIRST, 4, "before", 500), (inside, 5, "before", 60))
    assert denominators(held, drawn(held)) == {}


@pytest.mark.parametrize(("period", "level"), [("all", Level.R4), ("before", Level.FINEST), ("before", Level.REGION)])
def test_no_quotient_is_said_of_all_years_of_mixed_sizes_or_of_the_study_area(period, level):
    assert not can_be_rated(release(), drawn(release(), period, level))


def test_no_quotient_is_said_where_figures_do_not_add_up_or_nobody_said_where_people_were_asked():
    for held in (release(persons=Persons.UNLINKED), replace(release(), coverage=None)):
        assert not can_be_rated(held, drawn(held))


@pytest.mark.parametrize(
    ("interviews", "label"),
    [(5000, "under 1"), (1500, "about 1"), (1000, "about 2"), (400, "about 5"), (55, "10 or more")],
)
def test_the_class_is_that_of_the_quotient_and_nothing_more_precise_is_said(interviews, label):
    held = release((FIRST, 4, "before", interviews))
    figure = rated_figure(held, drawn(held))
    (mark,) = (own for own in figure.marks if own.cell == FIRST)
    assert figure.breaks[mark.break_index].label == label
    last = mark.tip.split("\n")[-1]
    assert last == f"Reports per 100 interviews: {label}"
    numbers = {int(text) for text in re.findall(r"\d+", last)}
    assert numbers <= {1, 2, 5, 10, 100}
    assert str(interviews) not in last


def test_the_notebook_and_the_one_file_map_name_what_is_bare():
    held = release()
    figure = rated_figure(held, drawn(held))
    for document in (str(folium_map(figure).get_root().render()), one_file_html(figure)):
        assert say("rate-bare", EN) in document
        assert say("rate-legend", EN) in document
        assert '"class":-1' in document


@pytest.mark.parametrize("language", Language)
def test_areas_without_a_quotient_are_bare_and_say_so_and_no_figure_changes(language):
    held = release()
    plain = drawn(held, language=language)
    figure = rated_figure(held, plain)
    assert {mark.cell for mark in figure.marks if mark.break_index == BARE} == {SECOND, THIRD}
    assert figure.bare_label == say("rate-bare", language)
    assert [(own.cell, own.reports, own.people) for own in figure.marks] == [
        (own.cell, own.reports, own.people) for own in plain.marks
    ]
    assert figure.rows.equals(plain.rows)
    label = say("rate-label", language)
    assert figure.table.drop(label).equals(plain.table)
    assert figure.table[label].to_list().count(say("rate-none", language)) == 2
    assert len({own.label for own in figure.breaks}) == 5
