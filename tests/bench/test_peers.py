"""What the comparison with other methods measures is what it says."""

from dataclasses import replace
from functools import cache

import numpy as np
import polars as pl
import pytest

from bench.peers.exact import exact, merge, suppression
from bench.peers.given import REGION, Told, given
from bench.peers.measures import IN_REGION, R4, measure
from bench.peers.ours import ladder
from geo import children, climb, land_cells, land_children

SUMS = ("resolution", "area", "figure", "low", "high", "column")


@cache
def data():
    return given(people=150, seed=4)


def _cases(told):
    people = dict(data().rows.select("column", "person").iter_rows())
    return [len({people[column] for column in part}) for part in told.sums["column"].to_list()]


@pytest.mark.parametrize("method", [ladder, merge, lambda known: suppression(known, 5)])
def test_every_figure_of_every_method_is_of_k_people(method):
    assert min(_cases(method(data()))) >= data().k


def test_merging_leaves_no_report_in_two_figures():
    columns = merge(data()).sums["column"].explode()
    assert columns.n_unique() == len(columns)


def test_a_part_that_is_too_small_makes_all_parts_of_its_area_merge():
    wide = land_children(int(climb(land_cells()[1000:1001], 2)[0]))
    one, other = np.unique(climb(wide, 3))[:2]
    fine = [children(int(cell), 4)[at] for cell in (one, other) for at in (0, 1)]
    rows = []
    for cell, many in zip(fine, (12, 12, 12, 3), strict=True):
        for _ in range(many):
            number = len(rows) // 4
            chain = [(size, int(climb(np.array([cell]), size)[0])) for size in (4, 3, 2)]
            rows += [(number, number, size, area) for size, area in (*chain, (REGION, IN_REGION))]
    schema = {"column": pl.Int64, "person": pl.UInt32, "resolution": pl.Int32, "area": pl.UInt64}
    places = pl.DataFrame(rows, schema=schema, orient="row")
    told = merge(replace(data(), places=places, k=11)).sums
    assert dict(told.select("area", "figure").iter_rows()) == {int(fine[0]): 12, int(fine[1]): 12, int(other): 15}
    lonely = merge(replace(data(), places=places, k=16)).sums
    assert dict(lonely.select("area", "figure").iter_rows()) == {int(climb(np.array([one]), 2)[0]): 39}


def test_the_true_table_is_near_itself_and_gives_margins_away():
    everything = data().groups(5)
    found = measure(data(), exact(everything))
    assert found["shown"] == 1
    assert found["added"] == pytest.approx(1)
    assert found["above"] == 0
    assert found["above_later"] == found["figures"] == everything.height
    assert found["pinned"] > 0


def test_one_figure_for_the_region_tells_nothing_of_places_and_gives_nothing_away():
    region = data().groups(5).filter(pl.col("resolution") == REGION, pl.col("area") == IN_REGION)
    found = measure(data(), exact(region))
    assert found["r3"] == found["hot_r4"] == found["pinned"] == 0
    assert found["moved_km"] > 100
    assert found["hellinger"] > 0.5


def test_a_difference_of_two_totals_is_found():
    cell = data().rows.drop_nulls("c4").group_by("c4").agg("column", pl.col("person").n_unique())
    small = cell.filter(pl.col("person").is_between(2, data().k - 1)).row(0, named=True)
    every = data().rows["column"].to_list()
    rest = [column for column in every if column not in small["column"]]
    sums = [(0, IN_REGION, float(len(part)), float(len(part)), float(len(part)), part) for part in (every, rest)]
    told = Told(pl.DataFrame(sums, schema=SUMS, orient="row").cast({"area": pl.UInt64, "resolution": pl.Int32}))
    alone = Told(told.sums.head(1))
    assert measure(data(), alone)["pinned"] == 0
    assert measure(data(), told)["pinned"] >= 1


def test_a_figure_above_the_truth_is_counted_and_so_is_one_that_a_withdrawal_refutes():
    part = [0, 1, 2]
    for figure, above, later in ((3.0, 0, 1), (4.0, 1, 1), (0.0, 0, 0)):
        sums = [(0, IN_REGION, figure, -np.inf, np.inf, part)]
        told = Told(pl.DataFrame(sums, schema=SUMS, orient="row").cast({"area": pl.UInt64, "resolution": pl.Int32}))
        found = measure(data(), told)
        assert (found["above"], found["above_later"]) == (above, later)


def test_our_figures_are_never_above_the_truth_and_give_nothing_away():
    found = measure(data(), ladder(data()))
    assert found["above"] == found["above_later"] == found["pinned"] == 0
    assert found["added"] < found["shown"] == 1
    assert len(R4) > 500
