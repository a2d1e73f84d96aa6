"""The comparison in words, as maps and as a table: shares, never numbers, and what nobody can tell is said first."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from hashlib import sha256

import pytest

from layers import comparison, figure_csv, pair_of, read_state
from layers.compare import LEAST_PEOPLE
from release import Level, Persons, Selection
from terms import Language, say
from tests.layers.handmade import handmade, one_plate, whole_cells

EN = Language.EN
CELLS = whole_cells(3)[:6]


def state(release, language=EN, **link):
    return read_state(link, release, language)


def two_times(moved=None, people=90_000, persons=Persons.LINKED):
    """Return a release in which one area's share has grown, and two areas are hidden on one side."""
    rows = [(cell, 3, "before", "all", 10_000, people) for cell in CELLS[:5]]
    rows += [(cell, 3, "reopening", "all", 9000 if cell == moved else 1000, people) for cell in CELLS[1:]]
    return one_plate(rows, "where_when", persons)


def test_it_begins_with_the_first_and_the_last_era_or_the_two_largest_kinds_of_act():
    assert pair_of(handmade(), state(handmade())).first == Selection("where_when", period="before")
    assert pair_of(handmade(), state(handmade())).second == Selection("where_when", period="reopening")
    rows = [
        (CELLS[0], 3, "all", act, reports, 50) for act, reports in (("A4", 50), ("B", 500), ("I", 100), ("B1", 900))
    ]
    held = one_plate(rows, "where_what")
    pair = pair_of(held, state(held))
    assert (pair.first.act, pair.second.act) == ("B", "I")


def test_a_link_names_both_sides_and_the_same_twice_is_no_pair():
    release = handmade()
    link = {"plate": "where_when", "period": "closure", "beside": "before", "level": "r3"}
    pair = pair_of(release, state(release, **link))
    assert (pair.first.period, pair.second.period) == ("closure", "before")
    assert state(release, **link).to_link(release).items() >= link.items()
    same = pair_of(release, state(release, plate="where_when", period="before", beside="before"))
    assert same.first.period != same.second.period
    assert state(release, plate="where_when", beside="2031").beside is None


def test_the_title_says_of_how_many_areas_nobody_can_tell():
    found = comparison(two_times(moved=CELLS[1]), state(two_times(), plate="where_when"))
    assert found.level is Level.R3
    assert found.title == ("Two times: does the share of an area differ? Of 2 of 6 areas nobody can tell.")
    assert "has a larger share of its reports in 1 areas, and a smaller share in 3" in found.answer
    first, second = found.sides
    assert [len(own.marks) for own in found.sides] == [5, 5]
    kinds = {own.cell: own.tip.split("\n")[0] for own in second.marks}
    turned = {own.cell: own.tip.split("\n")[0] for own in first.marks}
    assert kinds[CELLS[1]] == say("compare-larger", EN)
    assert turned[CELLS[1]] == say("compare-smaller", EN)
    assert kinds[CELLS[2]] == say("compare-smaller", EN)
    assert turned[CELLS[0]] == kinds[CELLS[5]] == say("compare-unknown", EN)
    assert {own.cell for own in second.marks if own.wide} == {CELLS[5]}


@pytest.mark.parametrize("language", Language)
def test_no_number_of_reports_is_shown_beside_another(language):
    found = comparison(two_times(moved=CELLS[1]), state(two_times(), language, plate="where_when"))
    told = [own.tip for side in found.sides for own in side.marks]
    told += [str(value) for row in found.sides[0].table.rows() for value in row]
    assert not any(figure in text for text in told for figure in ("10000", "10,000", "9000", "9,000", "1,000"))
    assert all(own.reports == own.people == 0 for side in found.sides for own in side.marks)
    assert say("compare-shares", language) in found.says


def test_the_file_holds_the_ends_rounded_outward_and_says_that_shares_are_no_harm():
    found = comparison(two_times(moved=CELLS[1]), state(two_times(), plate="where_when"))
    rows = {own["cell"]: own for own in csv.DictReader(io.StringIO(figure_csv(found.sides[0])))}
    assert set(rows) == set(CELLS)
    own = rows[CELLS[1]]
    assert (own["first"], own["second"], own["second_share"]) == ("before", "reopening", "larger")
    assert float(own["first_low"]) <= 10_000 / (10_000 + 4 * 10_024)
    assert float(own["first_high"]) >= 10_024 / 50_024
    assert rows[CELLS[0]]["second_low"] == ""
    assert own["caveat"].startswith(say("compare-shares", EN))
    assert own["synthetic"] == "true"


@pytest.mark.parametrize(
    ("release", "said"),
    [
        (two_times(people=LEAST_PEOPLE - 5), "Too few people to compare areas, so there is no map: it takes about 100"),
        (two_times(persons=Persons.UNLINKED), "may overlap unseen"),
        (one_plate([(CELLS[0], 3, "before", "all", 50, 200)], "where_when"), "nothing to compare"),
        (one_plate([(CELLS[0], 3, "all", "all", 50, 20)]), "nothing to compare"),
        (
            one_plate(
                [(CELLS[0], 3, "before", "all", 500, 200), ("region", None, "reopening", "all", 500, 200)], "where_when"
            ),
            "No area is shown for both",
        ),
    ],
)
def test_where_nothing_can_be_compared_there_is_one_sentence_and_no_map(release, said):
    own = release.manifest.model_copy(update={"release_id": sha256(said.encode()).hexdigest()})
    release = replace(release, manifest=own)  # levels are worked out once for each id
    found = comparison(release, state(release))
    assert said in found.answer
    assert found.sides == ()
