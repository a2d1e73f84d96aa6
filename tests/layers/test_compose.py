"""A figure says what the release shows, no more and no less."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from errors import UsageError
from geo import basemap, from_text, hexagons, index_points, outline, region_outline, study_cells, to_text
from layers import Figure, figure_of
from release import (
    EXPLORED,
    POOL,
    Level,
    LevelView,
    Release,
    Selection,
    offered_acts,
    offered_levels,
    offered_periods,
    view,
)
from terms import Language, say
from tests.layers.handmade import handmade, one_plate, releases, whole_cells

EN = Language.EN
POINTS = ((40.12, 124.39), (41.80, 123.43))
PLACES = tuple(name for name, ladder in EXPLORED.items() if ladder.has_places)
NUMBER = re.compile(r"\d[\d,]*")
YEAR = re.compile(r"(19|20)\d\d")

places = st.sampled_from(PLACES).flatmap(releases)


def selections(release: Release) -> list[Selection]:
    (name,) = release.plates
    plate = release.plates[name]
    return [Selection(name, period, act) for period in offered_periods(plate) for act in offered_acts(plate)]


def numbers(text: str) -> set[int]:
    return {int(found.replace(",", "")) for found in NUMBER.findall(text)}


def figures_of(seen: LevelView) -> set[int]:
    own = {*seen.cells["reports"], *seen.cells["people"], seen.shown}
    return own | {seen.wider, seen.elsewhere, seen.not_stated, seen.pool, seen.blurred}


def assert_says_what_is_seen(figure: Figure, seen: LevelView, *, adds: bool) -> None:
    """Hold marks, rows, table and view to the same cells with the same figures."""
    expected = {(row["cell"], row["reports"], row["people"]) for row in seen.cells.iter_rows(named=True)}
    assert {(mark.cell, mark.reports, mark.people) for mark in figure.marks} == expected
    assert len(figure.marks) == len(expected)
    assert set(figure.rows.select("cell", "reports", "people").iter_rows()) == expected
    cell, reports, people = (say(f"column-{name}", figure.language) for name in ("cell", "reports", "people"))
    assert set(figure.table.select(cell, reports, people).iter_rows()) == expected
    assert figure.table[reports].to_list() == sorted(figure.table[reports].to_list(), reverse=True)
    figures = [mark.reports for mark in figure.marks]
    assert (sum(figures) if adds else max(figures, default=0)) == seen.shown


@given(places, st.data())
def test_what_is_drawn_is_said_and_is_what_the_release_shows(release: Release, data: st.DataObject) -> None:
    selection = data.draw(st.sampled_from(selections(release)))
    level = data.draw(st.sampled_from(Level))
    assert_says_what_is_seen(
        figure_of(release, selection, level, EN), view(release, selection, level), adds=release.parts_add
    )


@given(places, st.data(), st.sampled_from(Language))
def test_no_number_is_said_that_the_view_does_not_hold(
    release: Release, data: st.DataObject, language: Language
) -> None:
    selection = data.draw(st.sampled_from(selections(release)))
    level = data.draw(st.sampled_from(Level))
    figure = figure_of(release, selection, level, language)
    allowed = figures_of(view(release, selection, level))
    assert numbers(figure.answer) | numbers(figure.not_shown) <= allowed
    for mark in figure.marks:
        told, _, *rest = mark.tip.split("\n")
        assert numbers(told) == {mark.reports, mark.people}
        assert not numbers("".join(rest))
    held = {reports for plate in release.plates.values() for reports in plate.rows["reports"]}
    held |= {int(view(release, Selection(selection.plate), size).cells["reports"].max() or 0) for size in Level}
    for own in figure.breaks:
        assert own.low % 5 == 0
        assert numbers(own.label) == {own.low}
        assert own.low <= max(held | allowed)


@given(places, st.data(), st.sampled_from(Language))
def test_a_tip_says_figures_time_and_place_and_two_remarks_at_most(
    release: Release, data: st.DataObject, language: Language
) -> None:
    selection = data.draw(st.sampled_from(selections(release)))
    figure = figure_of(release, selection, data.draw(st.sampled_from(Level)), language)
    remarks = {say("figure-tip-both-banks", language), say("figure-tip-wide", language)}
    for mark in figure.marks:
        told, period, place, *rest = mark.tip.split("\n")
        assert told == say("figure-tip", language, reports=mark.reports, people=mark.people)
        assert period == figure.period
        assert mark.near.casefold() in place.casefold()
        assert set(rest) <= remarks


@given(places, st.data())
def test_every_figure_is_a_multiple_of_five_and_in_its_class(release: Release, data: st.DataObject) -> None:
    selection = data.draw(st.sampled_from(selections(release)))
    figure = figure_of(release, selection, data.draw(st.sampled_from(Level)), EN)
    for mark in figure.marks:
        own = figure.breaks[mark.break_index]
        assert mark.reports % 5 == 0
        assert mark.people % 5 == 0
        assert mark.break_index == 0 or own.low <= mark.reports
        assert own.high is None or mark.reports < own.high


@given(releases("when_what"), st.data())
def test_a_table_by_time_says_what_the_release_shows(release: Release, data: st.DataObject) -> None:
    selection = data.draw(st.sampled_from(selections(release)))
    figure = figure_of(release, selection, Level.REGION, EN)
    told = {(own["period"], own["act"]): (own["reports"], own["people"]) for own in figure.rows.iter_rows(named=True)}
    plate = release.plates["when_what"]
    for period, act in product(offered_periods(plate), offered_acts(plate)):
        cells = view(release, Selection("when_what", period, act), Level.REGION).cells
        if (period, act) in told:
            assert [told[period, act]] == list(cells.select("reports", "people").iter_rows())
        elif (period, act) == (selection.period, selection.act):
            assert cells.is_empty()
    shown = [value for row in figure.table.iter_rows() for value in row[1:] if value is not None]
    assert sorted(shown) == sorted(figure.rows["reports"])


def test_a_table_by_time_has_no_map() -> None:
    figure = figure_of(handmade(), Selection("when_what"), Level.REGION, EN)
    assert not figure.is_map
    assert (figure.marks, figure.breaks) == ((), ())
    assert figure.table.columns[:2] == ["Began in", "All acts"]
    with pytest.raises(UsageError, match="tells no places"):
        figure_of(handmade(), Selection("when_what"), Level.R3, EN)


def test_a_table_of_a_group_is_divided_into_its_acts_and_one_of_an_era_into_its_years() -> None:
    figure = figure_of(handmade(), Selection("when_what", "before", "B"), Level.REGION, EN)
    assert figure.table.columns == ["Began in", "Forced marriage and household servitude", "Forced marriage (adult)"]
    assert figure.table["Began in"][0] == "Before the border closure: 2019 or earlier"
    assert all(year in {"2015", "2016", "2017", "2018", "2019"} for year in figure.table["Began in"][1:])


def test_an_unknown_choice_is_refused() -> None:
    for selection in (Selection("nowhere"), Selection("where", "someday"), Selection("where", act="Q9")):
        with pytest.raises(UsageError):
            figure_of(handmade(), selection, Level.R3, EN)


def test_a_level_draws_hexagons_and_the_mixed_one_unions_of_the_finest_cells() -> None:
    cells = [whole_cells(3)[0], whole_cells(4)[0], whole_cells(5)[0]]
    release = one_plate([(cell, 3 + place, "all", "all", 50, 20) for place, cell in enumerate(cells)])
    hexagon = figure_of(release, Selection("where"), Level.R3, EN).marks[0]
    assert len(hexagon.outline.exterior.coords) == 7  # type: ignore[union-attr] # a hexagon is one polygon
    mixed = figure_of(release, Selection("where"), Level.FINEST, EN).marks
    for mark in mixed:
        assert mark.outline.equals(outline(int(from_text([mark.cell])[0])))
    assert [mark.cell for mark in mixed] == cells
    assert [mark.wide for mark in mixed] == [True, True, False]


def test_the_region_is_drawn_as_one_wide_area_in_a_class_of_its_own() -> None:
    figure = figure_of(handmade(), Selection("where"), Level.REGION, EN)
    (mark,) = figure.marks
    assert mark.outline.equals(region_outline())
    assert mark.wide
    assert [own.low for own in figure.breaks] == [mark.reports]


def test_a_cell_on_the_border_belongs_to_both_sides() -> None:
    finest = study_cells()
    land = {country.code: country.geometry for country in basemap().land}
    touched = sum(shapely.intersects(land[code], hexagons(finest)).astype(int) for code in ("CHN", "PRK", "RUS"))
    cells = to_text(finest)
    release = one_plate([(cell, 5, "all", "all", 10, 5) for cell in cells])
    marks = {mark.cell: mark.tip for mark in figure_of(release, Selection("where"), Level.R5, EN).marks}
    said = np.array([say("figure-tip-both-banks", EN) in marks[cell] for cell in cells])
    assert 50 < said.sum() < 400
    assert (said[touched > 1]).mean() > 0.95  # provinces and countries were simplified apart
    assert not said[touched < 1].any()
    dandong, shenyang = (to_text(index_points(lat=np.array([lat]), lng=np.array([lng])))[0] for lat, lng in POINTS)
    assert say("figure-tip-both-banks", EN) in marks[dandong]
    assert say("figure-tip-both-banks", EN) not in marks[shenyang]


def test_the_same_release_gives_the_same_figure() -> None:
    for selection, level in ((Selection("where_when", "before"), Level.FINEST), (Selection("when_what"), Level.REGION)):
        one, other = (figure_of(handmade(), selection, level, Language.KO) for _ in range(2))
        assert one.table.equals(other.table)
        assert one.rows.equals(other.rows)
        assert [mark.tip for mark in one.marks] == [mark.tip for mark in other.marks]
        assert (one.alt, one.breaks, one.caveats) == (other.alt, other.breaks, other.caveats)


def test_a_release_that_holds_nothing_still_answers() -> None:
    for name in EXPLORED:
        for rows in ([], [(POOL, None, POOL, POOL, 30, 15)]):
            release = one_plate(rows, name)
            for level in offered_levels(release, Selection(name)):
                figure = figure_of(release, Selection(name), level, EN)
                assert (
                    figure.answer == "Nothing can be shown for this choice: there are no reports, or too few to show."
                )
                assert figure.rows.is_empty()


LATIN_NAMES = "H3|km²|Natural Earth|GeoNames|geonames\\.org|CC BY|4\\.0|Handmade|[0-9a-f]{12,}|[0-9]{4}-[0-9]{2}"


@pytest.mark.parametrize("language", [Language.KO, Language.ZH])
def test_a_korean_or_chinese_figure_has_no_english_left_in_it(language: Language) -> None:
    for name, level in (
        ("where", Level.R5),
        ("where_when", Level.FINEST),
        ("where_what", Level.R3),
        ("when_what", Level.REGION),
    ):
        figure = figure_of(handmade(), Selection(name), level, language)
        words = [figure.title, figure.answer, figure.not_shown, figure.period, figure.source, *figure.caveats]
        words += [figure.attribution, str(figure.not_audited), str(figure.synthetic), figure.alt, figure.legend_title]
        words += [figure.none_label, str(figure.wide_label or ""), *(own.label for own in figure.breaks)]
        words += [mark.tip + mark.near for mark in figure.marks] + figure.table.columns
        if figure.is_map:
            words += figure.table[say("column-near", language)].to_list()
        left = re.sub(LATIN_NAMES, "", "\n".join(words))
        assert not re.findall(r"[A-Za-z]{2,}", left)
