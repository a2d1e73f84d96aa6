"""Levels: each cell's figure is the sum of the groups that lie wholly inside it, and the rest is said."""

import pytest

from errors import UsageError
from release import (
    Level,
    Persons,
    Release,
    Selection,
    default_level,
    offered_acts,
    offered_levels,
    offered_periods,
    view,
)
from tests.made import manifest
from tests.release.releases import R2, R3, R4, R5, plates

RELEASE = Release(manifest(), plates())
APART = Release(manifest(persons=Persons.UNLINKED), plates())


def drawn(selection: Selection, level: Level, release: Release = RELEASE) -> dict[str, tuple[int, int]]:
    """Return reports and people of each drawn cell."""
    return {
        cell: (n, m) for cell, n, m in view(release, selection, level).cells.select("cell", "reports", "people").rows()
    }


def test_a_level_sums_the_groups_inside_each_cell_and_takes_the_largest_part_of_people():
    where = Selection("where")
    assert drawn(where, Level.R5) == {R5: (40, 20)}
    assert drawn(where, Level.R4) == {R4: (70, 25)}
    assert drawn(where, Level.R2) == {R2: (85, 25)}
    assert drawn(where, Level.REGION) == {"region": (185, 50)}
    assert drawn(where, Level.FINEST) == {R5: (40, 20), R4: (30, 25), R2: (15, 10)}


def test_what_a_level_cannot_place_is_counted_beside_it():
    seen = view(RELEASE, Selection("where"), Level.R4)
    assert (seen.shown, seen.wider, seen.elsewhere, seen.not_stated, seen.pool) == (70, 115, 20, 0, 10)
    assert view(RELEASE, Selection("where"), Level.FINEST).wider == 100
    assert view(RELEASE, Selection("where"), Level.REGION).wider == 0


def test_where_sources_may_overlap_the_largest_part_stands_for_the_sum():
    assert drawn(Selection("where"), Level.R2, APART) == {R2: (40, 25)}
    assert view(APART, Selection("where"), Level.R4).wider == 100
    assert view(APART, Selection("where"), Level.FINEST).shown == 40


def test_an_era_holds_its_years_and_a_year_does_not_borrow_from_its_era():
    before = Selection("where_when", period="before")
    assert drawn(before, Level.R4) == {R4: (55, 15)}
    year = view(RELEASE, Selection("where_when", period="2015"), Level.R5)
    assert year.shown == 20
    assert year.blurred == 25


def test_a_group_holds_its_acts_and_an_act_does_not_borrow_from_its_group():
    assert drawn(Selection("where_what", act="B"), Level.R4) == {R4: (35, 20)}
    act = view(RELEASE, Selection("where_what", act="B1"), Level.R3)
    assert (act.shown, act.blurred) == (20, 15)
    assert drawn(Selection("where_what"), Level.R3) == {R3: (45, 20)}


def test_only_what_a_plate_can_answer_is_offered():
    assert offered_periods(RELEASE.plates["where_when"]) == ("all", "before", "2015", "2016", "closure", "undated")
    assert offered_acts(RELEASE.plates["where_what"]) == ("all", "A", "A1", "B", "B1")
    assert offered_acts(RELEASE.plates["when_what"]) == ("all", "A", "Z")
    assert offered_levels(RELEASE, Selection("when_what")) == (Level.REGION,)
    assert Level.FINEST in offered_levels(RELEASE, Selection("where"))


def test_the_default_level_is_the_finest_that_shows_at_least_half():
    # Of 185 reports in the region 40 are shown at r5, 70 at r4 and 85 at r2: none is half.
    assert default_level(RELEASE, Selection("where")) is Level.REGION
    assert default_level(RELEASE, Selection("where_what")) is Level.R4
    assert default_level(RELEASE, Selection("where_when", period="2015")) is Level.R5


@pytest.mark.parametrize(
    "selection",
    [
        Selection("nowhere"),
        Selection("where", period="soon"),
        Selection("where", period="9" * 5000),
        Selection("where", act="Q"),
    ],
)
def test_a_selection_of_unknown_words_is_refused(selection):
    with pytest.raises(UsageError):
        view(RELEASE, selection, Level.R4)


def test_a_plate_that_the_release_does_not_hold_is_said():
    with pytest.raises(UsageError, match="does not hold"):
        view(RELEASE, Selection("where_when_what"), Level.R4)
