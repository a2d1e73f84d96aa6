"""Repair: of each proof the group goes up that costs least, one rung at a time, and nothing goes up in vain."""

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protect import Policy
from protect.build import Batch, build
from protect.entry import add_limits
from protect.ladder import POOL_RUNG
from protect.repair import FIRST_TO_LOSE, send_up
from protect.stats import KEY
from protect.tally import tally
from release import LADDERS, PLATES, TABLES
from tests.protect.lives import lives
from tests.protect.people import Rows, conditions

SCHEMA = {
    "sum": pl.Int64, "plate": pl.String, "rung": pl.Int16, "area": pl.UInt64, "period": pl.String, "act": pl.String,
    "more": pl.String, "cases": pl.Int64,
}  # fmt: skip
LAST = len(LADDERS["where"].rungs) - 1
K = 11


def groups(*rows):
    """Return published groups, each given as plate, rung, cases and (where it is no cell) area."""
    told = [
        (at, plate, rung, area[0] if area else 10 + at, f"period {at}", "all", "", cases)
        for at, (plate, rung, cases, *area) in enumerate(rows)
    ]
    return pl.DataFrame(told, schema=SCHEMA, orient="row")


def sent(published, *proofs):
    """Return the numbers of the groups that go up."""
    periods = send_up(published, proofs, K)["period"].to_list()
    return sorted(int(period.split()[1]) for period in periods)


def test_the_group_with_fewest_cases_goes_up_whatever_its_plate():
    published = groups(("where", 0, 30), ("lag", 0, 12), ("where_what", 1, 20))
    assert sent(published, [0, 1, 2]) == [1]
    assert sent(published, [0, 2]) == [2]


def test_the_plate_with_fewest_groups_in_a_proof_gives_way_for_parts_of_a_whole_soon_meet_again():
    published = groups(("where_what", 0, 12), ("where_what", 0, 15), ("who_what", 1, 90), ("who_what", 0, 200))
    assert sent(published, [0, 1, 2]) == [2]
    assert sent(published, [0, 1, 2, 3]) == [0]


def test_one_group_goes_up_for_all_proofs_that_it_is_the_least_of():
    published = groups(("where", 0, 30), ("where", 0, 12), ("where", 0, 20))
    assert sent(published, [0, 1], [1, 2], [0, 1, 2]) == [1]
    assert sent(published, [0], [1, 2]) == [0, 1]


def test_the_shortest_proof_is_broken_first_and_one_that_is_broken_costs_no_more():
    published = groups(("where", 0, 30), ("where", 0, 12))
    assert sent(published, [0, 1], [0]) == [0]


def test_sums_that_are_no_groups_of_ours_cannot_be_sent_up():
    published = groups(("where", 0, 30))
    assert sent(published, [7, 8]) == []
    assert sent(published, [0, 7]) == [0]
    assert sent(published) == []


def test_a_group_at_the_end_of_its_ladder_goes_into_the_pool_only_where_none_can_climb():
    published = groups(("where", LAST, 11, 1), ("where", 0, 500))
    assert sent(published, [0, 1]) == [1]
    assert sent(published, [0]) == [0]


def test_a_pool_changes_by_the_smallest_group_of_its_plate_before_it_is_withheld():
    pool = ("where", POOL_RUNG, 12, 0)
    assert sent(groups(pool, ("where", LAST, 40, 1), ("where", LAST, 20, 1)), [0]) == [2]
    assert sent(groups(pool, ("where", LAST, 5 * K, 1)), [0]) == [0]
    assert sent(groups(pool, ("where", LAST, 20, 2), ("where_what", 7, 20, 1)), [0]) == [0]


def test_where_nothing_can_climb_the_plate_that_says_least_loses_first():
    assert sorted(FIRST_TO_LOSE) == sorted(PLATES)
    order = [name for name in FIRST_TO_LOSE if name in LADDERS]
    for first, other in pairwise(order):
        few, many = ((name, len(LADDERS[name].rungs) - 1) for name in (other, first))
        assert sent(groups((*few, 11, 1), (*many, 40, 1)), [0, 1]) == [1]


def test_a_row_of_people_is_taken_out_where_it_has_fewest_cases():
    for table in TABLES:
        assert sent(groups((table, 1, 20), ("where", 0, 30), ("where", LAST, 11, 1)), [0, 1, 2]) == [0]
        assert sent(groups((table, 1, 20), ("where", 0, 12)), [0, 1]) == [1]


@given(
    st.lists(st.tuples(st.sampled_from(list(LADDERS)), st.integers(0, 3), st.integers(11, 60)), min_size=1, max_size=9),
    st.data(),
)
def test_every_proof_loses_a_group_and_every_group_that_goes_is_the_least_of_a_proof(rows, data):
    inner = [row for row in rows if row[1] < len(LADDERS[row[0]].rungs) - 1]
    published = groups(*inner)
    numbers = st.lists(st.integers(0, max(0, len(inner) - 1)), min_size=1, max_size=4, unique=True)
    proofs = data.draw(st.lists(numbers, max_size=5)) if inner else []
    gone = set(sent(published, *proofs))
    least = [min((inner[at][2], at) for at in proof)[1] for proof in proofs]
    assert all(gone.intersection(proof) for proof in proofs)
    assert gone <= set(least)


@pytest.mark.parametrize("plate", list(LADDERS))
def test_a_group_that_is_sent_up_is_told_more_widely_then_pooled_and_a_pool_is_withheld(plate):
    on = conditions(policy=Policy(k=6, hold_back=0.0))
    reports = tally(Rows(lives(160, 2)), on.persons)
    batch = Batch(add_limits(reports, on.policy, on.as_of), reports.sources)
    climbed = build(batch, on, names=[plate]).climbed[plate]
    past = batch.rows["past"].sum()
    barred = pl.DataFrame(schema={name: SCHEMA[name] for name in ("plate", "rung", *KEY)})
    seen = []
    while climbed.groups.height:
        rung = min((number for number in climbed.groups["rung"] if number != POOL_RUNG), default=POOL_RUNG)
        one = climbed.groups.filter(pl.col("rung") == rung).select("rung", *KEY)
        seen.append(rung)
        moved = climbed.members.join(one, on=["rung", *KEY], how="semi")["report"]
        barred = pl.concat([barred, one.select(pl.lit(plate).alias("plate"), pl.all())])
        climbed = build(batch, on, barred=barred, names=[plate]).climbed[plate]
        assert climbed.groups.join(one, on=["rung", *KEY], how="semi").is_empty()
        now = climbed.members.filter(pl.col("report").is_in(moved.implode()))["rung"]
        assert all(number == POOL_RUNG or number > rung > POOL_RUNG for number in now)
        assert climbed.members.height + climbed.withheld == past
    assert climbed.groups.is_empty()
    assert climbed.withheld == past
    assert seen[-1] == POOL_RUNG
    assert len(seen) >= 3
