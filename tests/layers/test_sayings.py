"""Titles, answers, what is left out, caveats."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import index_points, to_text
from layers import figure_of
from layers.sayings import caveats_of, leaders, title_of
from release import (
    ELSEWHERE,
    EVENTS,
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    NOT_STATED,
    POOL,
    REGION,
    SYNTHETIC_NOTE,
    Level,
    Persons,
    Release,
    Selection,
    SourceMode,
)
from terms import Language, say
from tests.layers.handmade import handmade, one_plate
from tests.made import Row, manifest

EN = Language.EN
POINTS = np.array(
    [
        [42.89, 129.51],
        [40.12, 124.39],
        [45.75, 126.65],
        [39.03, 125.75],
        [43.88, 125.32],
        [41.40, 128.18],
        [39.92, 127.54],
    ]
)
YANJI, DANDONG, HARBIN, PYONGYANG, CHANGCHUN, HYESAN, HAMHUNG = to_text(
    index_points(lat=POINTS[:, 0], lng=POINTS[:, 1])
)


def answer(rows: list[Row], level: Level = Level.R5, persons: Persons = Persons.LINKED) -> str:
    return figure_of(one_plate(rows, persons=persons), Selection("where"), level, EN).answer


def near(cell: str) -> str:
    return figure_of(one_plate([(cell, 5, "all", "all", 10, 5)]), Selection("where"), Level.R5, EN).marks[0].near


def test_the_title_is_the_question_with_the_act_and_the_time_that_are_chosen() -> None:
    for selection, title in (
        (Selection("where"), "Where did the reported acts happen?"),
        (Selection("where_what", act="I1"), "Forced repatriation: where did the reported acts happen?"),
        (Selection("where_when", "2017"), "Where did the reported acts that began in 2017 happen?"),
        (
            Selection("where_when_what", "closure", "F"),
            "Forced labour: where did the reported acts that began in 2020\u20132022 happen?",
        ),
        (Selection("where_when", "undated"), "Where did the reported acts whose year is not stated happen?"),
        (Selection("when_what"), "Which acts were reported, year by year?"),
        (Selection("when_what", act="F"), "Forced labour: what was reported, year by year?"),
    ):
        assert title_of(selection, manifest(), EN) == title


@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 60).map(lambda step: 5 * step), max_size=8), st.integers(0, 99)
)
def test_leaders_hold_more_than_half_and_no_fewer_names_would(figures: dict[str, int], more: int) -> None:
    total = sum(figures.values()) + 5 * more
    named = leaders(figures, total)
    assert len(named) <= 3
    largest = sorted(figures.values(), reverse=True)
    if named:
        assert 2 * sum(figures[name] for name in named) > total
        assert 2 * sum(largest[: len(named) - 1]) <= total
    else:
        assert 2 * sum(largest[:3]) <= total


def test_the_answer_names_the_places_of_more_than_half_of_the_figure() -> None:
    rows: list[Row] = [
        (YANJI, 5, "all", "all", 400, 50),
        (DANDONG, 5, "all", "all", 100, 50),
        (HARBIN, 5, "all", "all", 90, 50),
    ]
    start = "At least 590 documented reports are on this map; more than half of that figure lies around "
    assert answer(rows) == f"{start}{near(YANJI)}."
    rows[0] = (YANJI, 5, "all", "all", 110, 50)
    assert answer(rows) == f"At least 300 {start[13:]}{near(YANJI)} and {near(DANDONG)}."


def test_where_no_three_places_hold_half_only_the_largest_figure_is_said() -> None:
    cells = [YANJI, DANDONG, HARBIN, PYONGYANG, CHANGCHUN, HYESAN, HAMHUNG]
    assert len({near(cell) for cell in cells}) == 7
    rows: list[Row] = [(cell, 5, "all", "all", 20, 10) for cell in cells]
    assert answer(rows) == "At least 140 documented reports are on this map."
    rows[0] = (YANJI, 5, "all", "all", 25, 10)
    assert answer(rows) == (
        "At least 145 documented reports are on this map; the largest single figure, at least 25, lies around "
        f"{near(YANJI)}."
    )


def test_where_all_lies_in_one_place_it_is_not_called_more_than_half() -> None:
    assert answer([(YANJI, 5, "all", "all", 20, 10)]) == (
        f"At least 20 documented reports are on this map, around {near(YANJI)}."
    )


def test_the_region_is_answered_with_reports_and_people() -> None:
    rows: list[Row] = [(YANJI, 5, "all", "all", 20, 10), (REGION, None, "all", "all", 40, 25)]
    assert answer(rows, Level.REGION) == "At least 60 documented reports, from at least 25 people."


def test_a_level_without_an_area_says_so_and_does_not_say_that_there_is_nothing() -> None:
    assert answer([(REGION, None, "all", "all", 40, 25)]) == "No area of this size can be shown for this choice."


def test_where_sources_overlap_no_sum_is_said() -> None:
    rows: list[Row] = [(YANJI, 5, "all", "all", 40, 10), (DANDONG, 5, "all", "all", 30, 10)]
    assert answer(rows, persons=Persons.UNLINKED) == (
        f"The largest figure of one area on this map is at least 40 documented reports, around {near(YANJI)}."
    )


def test_what_is_left_out_stands_in_one_line_with_its_figures() -> None:
    rows: list[Row] = [
        (YANJI, 5, "all", "all", 20, 10),
        (REGION, None, "all", "all", 40, 25),
        (ELSEWHERE, None, "all", "all", 30, 10),
        (NOT_STATED, None, "all", "all", 15, 10),
        (POOL, None, POOL, POOL, 25, 15),
    ]
    line = (
        "{}At least 40 {}reports can only be placed in a wider area. At least 30 {}took place outside the study area. "
    )
    rest = "For at least 15{}, the place is not stated. For at least 25 reports, the area, time or act cannot be shown."
    for persons, more in ((Persons.LINKED, "more "), (Persons.UNLINKED, "")):
        figure = figure_of(one_plate(rows, persons=persons), Selection("where"), Level.R5, EN)
        assert figure.not_shown == line.format("", more, more) + rest.format(f" {more}".rstrip())


def test_reports_told_only_more_widely_than_the_choice_are_said() -> None:
    rows: list[Row] = [(YANJI, 5, "2017", "all", 20, 10), (DANDONG, 5, "before", "all", 35, 25)]
    figure = figure_of(one_plate(rows, "where_when"), Selection("where_when", "2017"), Level.R5, EN)
    assert figure.not_shown == (
        "At least 35 reports are told only for a wider period or kind of act than the one chosen; some of them may "
        "belong here."
    )


def test_where_nothing_is_left_out_the_line_says_so() -> None:
    figure = figure_of(one_plate([(YANJI, 5, "all", "all", 20, 10)]), Selection("where"), Level.R5, EN)
    assert figure.not_shown == "No published report of this choice is left off this map."


def test_the_table_by_time_names_the_acts_of_more_than_half() -> None:
    rows: list[Row] = [
        (REGION, None, "2017", "I", 100, 50),
        (REGION, None, "2018", "B", 30, 20),
        (REGION, None, "before", "F", 20, 20),
    ]
    figure = figure_of(one_plate(rows, "when_what"), Selection("when_what"), Level.REGION, EN)
    assert figure.answer == (
        "At least 150 documented reports; more than half of that figure: Forced return and access to asylum."
    )


@pytest.mark.parametrize("language", list(Language))
def test_the_caveats_of_every_figure_are_said_in_every_language(language: Language) -> None:
    said = caveats_of(handmade(), language)
    assert len(said) == len(set(said)) == 6
    assert "11" in said[2]
    assert "12" in said[3]
    assert "60" in said[3]


def test_the_english_caveats_are_those_of_a_release_to_the_letter() -> None:
    said = caveats_of(handmade(), EN)
    assert said[:2] == (NOT_PREVALENCE, MINIMA)
    assert said[-1] == NO_ENDORSEMENT
    figure = figure_of(handmade(), Selection("where"), Level.R3, EN)
    assert figure.synthetic == SYNTHETIC_NOTE


@pytest.mark.parametrize("language", list(Language))
def test_that_k_counts_events_is_said_where_the_records_know_no_persons(language: Language) -> None:
    events = Release(manifest(caveats=(EVENTS,)), {})
    assert set(caveats_of(events, language)) - set(caveats_of(handmade(), language)) == {say("figure-events", language)}
    assert say("figure-events", EN) == EVENTS


def test_a_single_source_and_overlapping_sources_are_said() -> None:
    single = Release(manifest(sources=SourceMode.SINGLE), {})
    assert "All figures rest on one source." in caveats_of(single, EN)
    overlapping = Release(manifest(persons=Persons.UNLINKED), {})
    assert any("figures do not add up; the largest part is shown" in caveat for caveat in caveats_of(overlapping, EN))


def test_the_stewards_own_caveats_stand_as_they_were_written() -> None:
    own = "Interviews in one shelter only."
    release = Release(manifest(caveats=[NOT_PREVALENCE, own]), {})
    assert own in caveats_of(release, Language.KO)
    assert caveats_of(release, EN).count(NOT_PREVALENCE) == 1


def test_real_data_wear_no_synthetic_mark_and_a_release_without_an_audit_says_so() -> None:
    release = Release(manifest(synthetic=False), handmade().plates)
    figure = figure_of(release, Selection("where"), Level.R3, EN)
    assert figure.synthetic is None
    assert figure.not_audited == "Not audited: no auditor has tried to find people in this release."
    assert figure.source == "Source: Handmade, release 0123456789ab, as of 2026-11"
