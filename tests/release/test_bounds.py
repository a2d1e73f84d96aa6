"""Shares lie between ends that hold whatever the hidden reports are: truths are drawn that published figures allow."""

from __future__ import annotations

from dataclasses import replace

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import UsageError
from release import ELSEWHERE, NOT_STATED, POOL, REGION, Edition, Level, Persons, Selection, bounds
from tests.layers.handmade import one_plate, releases, whole_cells

FINEST = whole_cells(5)


def drawn_truth(data, release, period):
    """Draw the reports of each finest cell in a period that could stand behind the rows of `where_when`."""
    most = len(release.manifest.editions) * (4 + release.manifest.policy.largest_case)
    truth: dict[str, int] = {}
    for row in release.plates["where_when"].rows.iter_rows(named=True):
        if row["cell"] in {ELSEWHERE, NOT_STATED}:
            continue
        years = {"before": range(2015, 2020), "closure": (2020, 2021, 2022), "reopening": (2023,)}[period]
        inside = row["period"] in {period, *map(str, years)}
        if not inside and row["cell"] != POOL:
            continue
        reports = row["reports"] + data.draw(st.integers(0, most))
        if row["cell"] == POOL:
            reports = data.draw(st.integers(0, reports))
        for _ in range(data.draw(st.integers(1, 3))):
            part = data.draw(st.sampled_from((reports, reports // 2)))
            reports -= part
            if row["cell"] in {POOL, REGION}:
                place = data.draw(st.sampled_from(FINEST))
            else:
                place = data.draw(st.sampled_from(sorted(h3.cell_to_children(row["cell"], 5))))
            truth[place] = truth.get(place, 0) + part
        truth[place] += reports
    return truth


@given(releases("where_when").filter(lambda release: release.parts_add), st.data())
def test_the_true_share_lies_between_the_ends_whatever_is_hidden(release, data):
    level = data.draw(st.sampled_from((Level.R2, Level.R3, Level.R4, Level.R5)))
    period = data.draw(st.sampled_from(("before", "closure", "reopening")))
    truth = drawn_truth(data, release, period)
    total = sum(truth.values())
    for row in bounds(release, Selection("where_when", period=period), level).cells.iter_rows(named=True):
        inside = sum(n for cell, n in truth.items() if h3.cell_to_parent(cell, level.resolution) == row["cell"])
        assert 0 <= row["low"] <= inside / total + 1e-12
        assert inside / total - 1e-12 <= row["high"] <= 1


def test_the_ends_are_those_reckoned_by_hand():
    a, b = whole_cells(3)[:2]
    wide = h3.cell_to_parent(a, 2)
    elsewhere = [(ELSEWHERE, None, "before", "all", 500, 10), (NOT_STATED, None, "before", "all", 500, 10)]
    rows = [
        (a, 3, "before", "all", 100, 40),
        (b, 3, "2016", "all", 50, 30),
        (wide, 2, "before", "all", 20, 15),
        (REGION, None, "before", "all", 30, 15),
        (a, 3, "closure", "all", 900, 80),
        (POOL, None, POOL, POOL, 10, 5),
    ]
    found = bounds(one_plate([*rows, *elsewhere], "where_when"), Selection("where_when", period="before"), Level.R3)
    told = {row["cell"]: row for row in found.cells.iter_rows(named=True)}
    # Each figure may be 24 more: four that rounding takes, and a largest case of 20.
    others = (50 + 24) + (20 + 24) + (30 + 24) + (10 + 24)
    assert told[a]["low"] == pytest.approx(100 / (100 + others))
    assert told[a]["high"] == pytest.approx((124 + 44 + 54 + 34) / (124 + 44 + 54 + 34 + 50))
    within = h3.cell_to_parent(b, 2) == wide
    most = 74 + 54 + 34 + 44 * within
    assert told[b]["high"] == pytest.approx(most / (most + 100 + 20 * (not within)))
    assert found.people == 40
    assert set(told) == {a, b}


def test_each_edition_may_hide_as_much_again():
    rows = [(cell, 4, "before", "all", 100, 40) for cell in whole_cells(4)[:2]]
    release = one_plate(rows, "where_when")
    editions = [Edition(as_of="2025-11"), *release.manifest.editions]
    twice = replace(release, manifest=release.manifest.model_copy(update={"editions": editions}))
    chosen = Selection("where_when", period="before")
    once, both = (bounds(own, chosen, Level.R4).cells for own in (release, twice))
    assert once["low"].to_list() == [pytest.approx(100 / 224)] * 2
    assert both["low"].to_list() == [pytest.approx(100 / 248)] * 2


def test_where_figures_do_not_add_or_areas_have_many_sizes_there_are_no_shares():
    chosen, rows = Selection("where_when", period="before"), [(whole_cells(3)[0], 3, "before", "all", 100, 40)]
    with pytest.raises(UsageError, match="do not add"):
        bounds(one_plate(rows, "where_when", Persons.UNLINKED), chosen, Level.R3)
    for level in (Level.REGION, Level.FINEST):
        with pytest.raises(UsageError, match="one size"):
            bounds(one_plate(rows, "where_when"), chosen, level)
