"""What an attacker asks for: every margin of fewer than k people, recounted from the rows of incidents."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protect import Policy
from protect.before import told_before
from protect.build import Batch, build
from protect.editions import split
from protect.entry import add_limits
from protect.ground import MARGINS, ground
from protect.tally import tally
from protect.withdrawal import withdraw
from release import TABLES, Persons
from tests.protect.by_hand import SMALL, few_people, margins, numbers, past_rows, person, tables
from tests.protect.lives import first_people, lives
from tests.protect.people import Rows, conditions
from tests.protect.series import step

worlds = st.tuples(st.sampled_from([20, 60, 120]), st.integers(0, 10_000))
modes = st.sampled_from([Persons.LINKED, Persons.UNLINKED])


def lay(rows, persons, k=11):
    """Lay out the counts of a first edition."""
    on = conditions(persons=persons, policy=Policy(k=k))
    reports = tally(Rows(rows), persons)
    batch = Batch(add_limits(reports, on.policy, on.as_of), reports.sources)
    return reports, ground(batch, build(batch, on, names=TABLES).counted, on)


def asked_of(here):
    """Return the columns of each margin that is asked for."""
    at = here.questions
    return [frozenset(at.indices[at.indptr[row] : at.indptr[row + 1]].tolist()) for row in range(at.shape[0])]


def columns_of(sets, reports, here):
    """Return reports named by who, act and year as the columns that stand for them."""
    number = numbers(reports)
    column = dict(here.columns.select("report", "column").iter_rows())
    return {frozenset(column[number[name]] for name in one) for one in sets}


def test_the_margins_are_those_that_are_written_down():
    assert set(MARGINS) == set(SMALL)
    assert len(MARGINS) == len(SMALL)


@given(worlds, modes, st.sampled_from([6, 11]))
@settings(max_examples=5)
def test_every_margin_of_fewer_than_k_people_is_asked_for_once_and_no_other(world, persons, k):
    rows = lives(*world)
    reports, here = lay(rows, persons, k)
    unlinked = persons is Persons.UNLINKED
    wanted = columns_of(margins(past_rows(rows), SMALL, k, unlinked=unlinked), reports, here)
    asked = asked_of(here)
    assert len(asked) == len(set(asked))
    told = {one for one in asked if max(one) < here.columns.height}
    assert told == wanted
    assert len(wanted) > 50


@given(worlds, modes)
@settings(max_examples=5)
def test_the_people_of_small_rows_and_the_few_that_one_row_has_beside_another_are_asked_for(world, persons):
    rows = lives(*world)
    reports, here = lay(rows, persons)
    by_hand = tables(rows, unlinked=persons is Persons.UNLINKED)
    key = {row["person"]: (row["case"], row["source"] or "") for row in reports.keys.iter_rows(named=True)}
    column = {key[who]: at for who, at in here.people.select("person", "column").iter_rows()}
    assert set(column) == {
        who for own in by_hand.values() for row in own.values() for some in row.values() for who in some
    }
    wanted = {frozenset(column[who] for who in one) for one in few_people(by_hand.values(), 11)}
    assert {one for one in asked_of(here) if max(one) >= here.columns.height} == wanted


@given(worlds)
@settings(max_examples=5)
def test_what_is_known_of_each_report_is_that_it_is_one(world):
    rows = lives(*world)
    _, here = lay(rows, Persons.LINKED)
    assert here.columns.height == len({(row["case"], row["act"], row["year"]) for row in past_rows(rows)})
    assert (here.known == 1).all()
    assert len(here.known) == here.columns.height + here.people.height
    assert here.questions.shape[1] == len(here.known)
    assert set(np.unique(here.questions.data)) <= {1.0}


@cache
def two_editions(seed, persons, gone=()):
    """Return what a second edition is asked for, and the rows of both; some withdrew between them."""
    on = conditions(persons=persons)
    rows = lives(200, seed)
    first = step(first_people(rows, 130), on)
    ledger = withdraw(first.ledger, gone, on.secret).ledger if gone else first.ledger
    reports = tally(Rows(rows), persons)
    limited = add_limits(reports, on.policy, on.as_of)
    found = split(reports, limited, ledger, on)
    standing = limited.join(found.marks, left_on="report", right_on="number", how="semi")
    before = told_before([ledger], found, standing, same_series=True)
    batch = Batch(standing, reports.sources, new=found.new, before=before)
    return rows, reports, before, ground(batch, build(batch, on, names=TABLES).counted, on)


@given(st.integers(0, 10_000), modes)
@settings(max_examples=3)
def test_in_a_later_edition_the_small_margins_of_what_was_never_seen_are_asked_for_too(seed, persons):
    rows, reports, before, here = two_editions(seed, persons)
    unlinked = persons is Persons.UNLINKED
    early = {(row["case"], row["act"], row["year"]) for row in past_rows(first_people(rows, 130))}
    every = past_rows(rows)
    unseen = [row for row in every if (row["case"], row["act"], row["year"]) not in early]
    number = numbers(reports)
    assert set(before.unseen) == {number[*person(row, unlinked=unlinked), row["act"], row["year"]] for row in unseen}
    wanted = columns_of(
        margins(every, SMALL, 11, unlinked=unlinked) | margins(unseen, SMALL, 11, unlinked=unlinked), reports, here
    )
    assert {one for one in asked_of(here) if max(one) < here.columns.height} == wanted
    assert wanted > columns_of(margins(every, SMALL, 11, unlinked=unlinked), reports, here)


@pytest.mark.parametrize("persons", [Persons.LINKED, Persons.UNLINKED])
def test_what_groups_lost_to_few_people_is_asked_for_and_what_they_lost_to_many_is_not(persons):
    gone = tuple(f"case-{number}" for number in range(0, 130, 3))
    _, _, before, here = two_editions(4, persons, gone)
    lost = before.bounds.select("lost_cases", "lost_reports").with_columns(column=here.lost)
    assert lost["lost_cases"].max() >= 11
    asked = {one for (one, *more) in map(tuple, asked_of(here)) if not more}
    for people, many, column in lost.iter_rows():
        assert here.known[column] == many
        assert (column in asked) == (1 <= people <= 10)
