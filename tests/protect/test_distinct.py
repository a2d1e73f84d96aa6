"""The tables of people, recounted from the rows of incidents: everyone once, and nobody by what is left of another."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protect import Policy
from protect.distinct import count_people
from protect.entry import add_limits
from protect.stats import KEY
from protect.tally import tally
from release import TABLES, Persons
from tests.protect.by_hand import holds, most, tables, union, without
from tests.protect.lives import first_people, lives
from tests.protect.people import Rows, conditions
from tests.protect.series import step

worlds = st.tuples(st.sampled_from([20, 60, 120, 200]), st.integers(0, 10_000))
modes = st.sampled_from([Persons.LINKED, Persons.UNLINKED, Persons.DISJOINT])
COLUMNS = ("rung", *KEY[1:])


def world_of(size, seed, persons):
    """Return rows; where sources are disjoint, nobody stands in two."""
    return lives(size, seed, again=0 if persons is Persons.DISJOINT else 0.2).with_columns(
        case=pl.format("{} of {}", "case", "source") if persons is Persons.DISJOINT else "case"
    )


def count(rows, persons, k=11):
    """Count all tables of some rows."""
    on = conditions(persons=persons, policy=Policy(k=k))
    reports = tally(Rows(rows), persons)
    limited = add_limits(reports, on.policy, on.as_of)
    return {name: count_people(table, limited, reports.sources, on) for name, table in TABLES.items()}


def shown(counted):
    """Return the rows that are shown."""
    return set(counted.groups.filter("shown").select(COLUMNS).iter_rows())


@given(worlds, modes)
def test_everyone_in_a_row_is_counted_once_and_nobody_else(world, persons):
    rows = world_of(*world, persons)
    by_hand = tables(rows, unlinked=persons is Persons.UNLINKED)
    for name, counted in count(rows, persons).items():
        found = {tuple(row[:4]): row[4:] for row in counted.groups.select(*COLUMNS, "everyone", "cases").iter_rows()}
        assert found == {row: (most(people),) * 2 for row, people in by_hand[name].items()}


@given(worlds, modes)
def test_every_shown_row_has_enough_people_and_leaves_none_or_enough_of_each_that_holds_it(world, persons):
    for k in (6, 11):
        rows = world_of(*world, persons)
        by_hand = tables(rows, unlinked=persons is Persons.UNLINKED)
        for name, counted in count(rows, persons, k).items():
            public = shown(counted)
            assert all(most(by_hand[name][row]) >= k for row in public)
            for wide in public:
                for narrow in public:
                    if holds(wide, narrow):
                        left = most(without(by_hand[name][wide], by_hand[name][narrow]))
                        assert left == 0 or left >= k, (wide, narrow)


@pytest.mark.parametrize("persons", Persons)
def test_large_tables_are_mostly_shown(persons):
    counted = count(world_of(200, 3, persons), persons)
    assert len(shown(counted["people"])) >= 15
    assert len(shown(counted["ongoing"])) >= 4


@pytest.mark.parametrize("area", ["elsewhere", "not_stated"])
def test_reports_from_outside_the_region_are_in_no_row(area):
    rows = lives(60, 1)
    outside = rows.with_columns(area=pl.lit(area), cell=pl.lit(None, pl.UInt64))
    for counted in count(outside, Persons.LINKED).values():
        assert counted.groups.is_empty()
        assert counted.members.is_empty()
    both = pl.concat([rows, outside.with_columns(case=pl.col("case") + "-outside")])
    alone = count(rows, Persons.LINKED)
    for name, counted in count(both, Persons.LINKED).items():
        assert counted.groups.select(*COLUMNS, "cases").equals(alone[name].groups.select(*COLUMNS, "cases"))


def test_the_years_of_a_captivity_are_cut_at_the_embargo_of_its_class():
    row = {"area": "region", "cell": None, "person_group": "woman", "setting": "private", "reported": 2025}
    told = [
        {**row, "case": f"{act} {case}", "source": f"s{case % 3}", "act": act, "year": 2018, "until": 2026}
        for act in ("B1", "C1", "A3", "H1")
        for case in range(11)
    ]
    early = [{**one, "case": f"{one['case']} early", "until": None} for one in told]
    rows = pl.DataFrame([*told, *early], schema=lives(1, 1).schema)
    assert shown(count(rows, Persons.LINKED)["ongoing"]) >= {
        (0, "before", "all", ""), (0, "closure", "all", ""), (0, "reopening", "all", ""),
        (1, "before", "B", ""), (1, "reopening", "C", ""),
    }  # fmt: skip
    late = rows.with_columns(year=pl.lit(2024, pl.Int16))
    assert shown(count(late, Persons.LINKED)["ongoing"]) == set()
    assert {row[2] for row in count(rows, Persons.LINKED)["ongoing"].groups.select(COLUMNS).iter_rows()} == {
        "all", "B", "C",
    }  # fmt: skip


def test_a_private_confinement_stands_for_itself_and_no_other_act_of_its_group_is_captivity():
    row = {"area": "region", "cell": None, "person_group": "woman", "setting": "private", "reported": 2015}
    told = [
        {**row, "case": f"{act} {case}", "source": f"s{case % 3}", "act": act, "year": 2010}
        for act in ("G3", "G1", "G2", "G")
        for case in range(12)
    ]
    counted = count(pl.DataFrame(told, schema=lives(1, 1).schema), Persons.LINKED)["ongoing"]
    assert {(row[2], row[4]) for row in counted.groups.select(*COLUMNS, "cases").iter_rows()} == {
        ("all", 12), ("G3", 12),
    }  # fmt: skip


def over_two_editions(rows, early, persons, k=11):
    """Return, of each table, what two editions made of it: counted now, who is counted, and how many of them now."""
    on = conditions(persons=persons, policy=Policy(k=k))
    first = step(early, on)
    second = step(rows, on, first.ledger)
    were, are = (tables(some, unlinked=persons is Persons.UNLINKED) for some in (early, rows))
    for name in TABLES:
        before, now = (shown(made.plates.counted[name]) for made in (first, second))
        fresh = {
            row: without(are[name][row], were[name][row]) if row in before else are[name][row] for row in are[name]
        }
        told = {row: were[name][row] for row in before}
        for row in now:
            told[row] = union(told.get(row, {}), fresh[row])
        yield second.plates.counted[name].groups, fresh, told


def held_to_k(told, k=11):
    """Check that of each published row nobody, or enough, are left when one inside it is taken from it."""
    for wide in told:
        for narrow in told:
            if holds(wide, narrow):
                left = most(without(told[wide], told[narrow]))
                assert left == 0 or left >= k, (wide, narrow, left)


@given(st.integers(0, 10_000), st.sampled_from([Persons.LINKED, Persons.UNLINKED]))
@settings(max_examples=4)
def test_over_editions_nobody_is_counted_twice_in_a_row(seed, persons):
    rows = lives(200, seed)
    for groups, fresh, told in over_two_editions(rows, first_people(rows, 110), persons):
        found = {tuple(row[:4]): row[4] for row in groups.select(*COLUMNS, "cases").iter_rows()}
        assert found == {row: most(people) for row, people in fresh.items()}
        held_to_k(told)


def test_a_row_that_is_new_is_held_to_the_rows_inside_it_that_an_earlier_edition_told():
    row = {"area": "region", "cell": None, "person_group": "woman", "setting": "private", "reported": 2023}

    def told(act, year, *of_source):
        return [
            {**row, "case": f"{act} {year} {source} {one}", "source": f"s{source}", "act": act, "year": year}
            for source, many in enumerate(of_source)
            for one in range(many)
        ]

    schema = lives(1, 1).schema
    early = pl.DataFrame(
        [*told("B1", 2021, 16, 4, 4), *told("H1", 2021, 2), *told("H1", 2010, 20, 20, 20)], schema=schema
    )
    late = pl.DataFrame([*told("H4", 2021, 0, 1, 1), *told("H4", 2010, 20, 20, 20)], schema=schema)
    tables_ = list(over_two_editions(pl.concat([early, late]), early, Persons.LINKED))
    people = tables_[0][2]
    assert (2, "closure", "B", "all") in people
    held_to_k(people)
