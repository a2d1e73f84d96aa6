"""What an attacker is given: sums that are true of the people there are, and one for each group that is published."""

from collections import Counter

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protect import Policy
from protect.build import Batch, build
from protect.entry import add_limits
from protect.ground import ground
from protect.pairs import lowered, people_told
from protect.problem import pose
from protect.stats import KEY
from protect.tally import tally
from release import LADDERS, TABLES, Persons
from tests.protect.later import go_on
from tests.protect.lives import first_people, lives
from tests.protect.people import Rows, conditions

seeds = st.integers(0, 10_000)
GONE = tuple(f"case-{number}" for number in (3, 5, 8, 13, 21, 34, 55))
OTHER = Policy(k=15)


def world_of(seed, persons, people=140):
    """Return rows; where sources are disjoint, nobody stands in two."""
    rows = lives(people, seed, acts=5, again=0 if persons is Persons.DISJOINT else 0.2)
    disjoint = pl.format("{}-{}", "case", "source") if persons is Persons.DISJOINT else pl.col("case")
    return rows.with_columns(disjoint.alias("case"))


def first_of(rows, persons, policy=None):
    """Return the batch of a first edition."""
    on = conditions(persons=persons, policy=policy)
    reports = tally(Rows(rows), persons)
    return reports, Batch(add_limits(reports, on.policy, on.as_of), reports.sources), on


def posed(batch, on):
    """Return what is built of a batch, what is laid out, and what an attacker is given."""
    plates = lowered(build(batch, on), batch, on)
    here = ground(batch, plates.counted, on)
    return plates, here, pose(here, plates, batch, on)


def check_true(problem, here):
    """Check that the counts there are lie within all that is published."""
    sums = problem.published.member @ here.known
    assert (sums >= problem.published.low).all()
    assert (sums <= problem.published.high).all()


@given(seeds, st.sampled_from(Persons))
@settings(max_examples=3)
def test_the_truth_agrees_with_all_sums_of_a_first_edition(seed, persons):
    _, here, problem = posed(*first_of(world_of(seed, persons, 80), persons, Policy(k=6))[1:])
    check_true(problem, here)
    assert problem.published.member.shape[0] > 50


@pytest.mark.parametrize("series", [None, OTHER], ids=["edition", "series"])
@pytest.mark.parametrize("gone", [(), GONE], ids=["all", "withdrawn"])
@pytest.mark.parametrize("persons", Persons)
@given(seed=seeds)
@settings(max_examples=1)
def test_the_truth_agrees_with_all_sums_of_a_later_edition_and_of_a_new_series(seed, persons, gone, series):
    rows = world_of(seed, persons)
    early = first_people(rows, 80)
    own = [case for case in early["case"].unique().sort() if case.split("-source")[0] in gone]
    later = go_on(early, rows, conditions(persons=persons), gone=own, series=series)
    _, here, problem = posed(later.batch, later.on)
    check_true(problem, here)


def sums_of(problem):
    """Return of each sum its columns with their weights, and its bounds."""
    member = problem.published.member
    for at in range(member.shape[0]):
        own = slice(member.indptr[at], member.indptr[at + 1])
        yield (
            dict(zip(member.indices[own].tolist(), member.data[own].tolist(), strict=True)),
            problem.published.low[at],
            problem.published.high[at],
        )


@given(seeds, st.sampled_from(Persons))
@settings(max_examples=3)
def test_each_group_of_a_ladder_is_one_sum_between_its_figure_and_four_more_with_its_largest_case(seed, persons):
    reports, batch, on = first_of(world_of(seed, persons, 80), persons, Policy(k=6))
    plates, here, problem = posed(batch, on)
    column = dict(here.columns.select("report", "column").iter_rows())
    person = dict(batch.rows.select("report", "person").iter_rows())
    source = dict(reports.sources.iter_rows())
    sums = list(sums_of(problem))
    named = {
        (row["plate"], row["rung"], *(row[name] for name in KEY)): row["sum"]
        for row in problem.groups.iter_rows(named=True)
    }
    groups = 0
    for plate in LADDERS:
        inside = {}
        for report, *key in plates.climbed[plate].members.select("report", "rung", *KEY).iter_rows():
            inside.setdefault(tuple(key), []).append(report)
        for key, own in inside.items():
            parts = [own]
            if persons is Persons.UNLINKED:
                parts = [[one for one in own if source[one] == some] for some in {source[one] for one in own}]
            many = max(len({person[one] for one in part}) for part in parts)
            weights, low, high = sums[named[plate, *key]]
            told = [part for part in parts if {column[one]: 1.0 for one in part} == weights]
            assert len(told) == 1
            cases = [person[one] for one in told[0]]
            assert len(set(cases)) == many
            largest = max(cases.count(one) for one in cases)
            figure = (len(cases) - largest) // 5 * 5
            assert (low, high) == (figure + largest, figure + largest + 4)
            groups += 1
    assert groups == problem.groups.filter(pl.col("plate").is_in(list(LADDERS))).height > 20


@given(seeds, st.sampled_from(Persons))
@settings(max_examples=3)
def test_each_shown_row_of_people_is_a_sum_of_those_counted_and_of_a_hidden_one_nothing_is_known(seed, persons):
    reports, batch, on = first_of(world_of(seed, persons, 80), persons, Policy(k=6))
    plates, here, problem = posed(batch, on)
    column = dict(here.people.select("person", "column").iter_rows())
    source = {
        who: one
        for _, who, one in reports.rows.join(reports.sources, on="report")
        .select("report", "person", "source")
        .iter_rows()
    }
    wanted = Counter()
    for name in TABLES:
        told = {}
        for who, *key in plates.counted[name].members.select("person", "rung", *KEY).iter_rows():
            told.setdefault(tuple(key), set()).add(who)
        shown = plates.counted[name].groups.filter("shown").select("rung", *KEY, "counted", "people")
        for *key, counted, figure in shown.iter_rows():
            own = [who for who in told[tuple(key)] if persons is not Persons.UNLINKED or source[who] == counted]
            assert figure <= (len(own) - 1) // 5 * 5
            wanted[frozenset(column[who] for who in own), figure + 1, (len(own) - 1) // 5 * 5 + 5] += 1
    people = set(column.values())
    found = Counter((frozenset(weights), low, high) for weights, low, high in sums_of(problem) if people & set(weights))
    assert found == wanted


@given(seeds, st.sampled_from(Persons))
@settings(max_examples=3)
def test_no_two_numbers_of_people_tell_of_fewer_than_k_who_are_in_one_group_and_not_in_the_other(seed, persons):
    _, batch, on = first_of(world_of(seed, persons, 80), persons, Policy(k=6))
    plain = build(batch, on)
    one, other = (told_apart(made, batch, on) for made in (plain, lowered(plain, batch, on)))
    assert one
    assert not other


def told_apart(plates, batch, on):
    """Return the pairs of figures that differ though fewer than k people make the difference."""
    every = [
        (set(part["person"]), people.figures[number])
        for people in people_told(plates, batch, on)
        for (number,), part in people.members.group_by("group")
    ]
    return [
        (figure, less) for who, figure in every for others, less in every if figure > less and 0 < len(who - others) < 6
    ]
