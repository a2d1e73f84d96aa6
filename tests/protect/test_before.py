"""What was told before an edition: groups that anyone may have kept, and what is left of them, recounted by hand."""

from collections import Counter

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protect import Policy
from protect.before import told_before
from protect.stats import KEY
from release import LADDERS, TABLES, Persons
from tests.protect.by_hand import numbers, past_rows, person
from tests.protect.later import a_few, go_on
from tests.protect.lives import first_people, lives
from tests.protect.people import conditions
from tests.protect.series import first_ledger, step

seeds = st.integers(0, 10_000)
modes = st.sampled_from([Persons.LINKED, Persons.UNLINKED])
K15 = Policy(k=15)


def names(reports):
    """Return who, act and year of each report of a tally."""
    return {number: name for name, number in numbers(reports).items()}


def keys_of(reports):
    """Return the case, and where sources are unlinked the source, of each person of a tally."""
    return {row["person"]: (row["case"], row["source"] or "") for row in reports.keys.iter_rows(named=True)}


def groups_of(made, persons):
    """Yield the reports that bear each group of an edition, by who, act and year."""
    name, source = names(made.reports), dict(made.reports.sources.iter_rows())
    for plate in LADDERS:
        climbed = made.plates.climbed[plate]
        told = {}
        for report, *key in climbed.members.select("report", "rung", *KEY).iter_rows():
            told.setdefault(tuple(key), []).append(report)
        for *key, counted in climbed.groups.select("rung", *KEY, "counted").iter_rows():
            unlinked = persons is Persons.UNLINKED
            yield [name[one] for one in told[tuple(key)] if not unlinked or source[one] == counted]


def frozen(reports, standing):
    """Return what must be known of a group: who is left in it, its bounds, and what it lost."""
    largest = max(Counter(one[:2] for one in reports).values())
    low = (len(reports) - largest) // 5 * 5 + largest
    left = frozenset(one for one in reports if one in standing)
    gone = [one for one in reports if one not in standing]
    people = (len({one[:2] for one in reports}) - 1) // 5 * 5
    return left, low, low + 4, people, people + 5, len(gone), len({one[:2] for one in gone})


@pytest.mark.parametrize("series", [None, K15], ids=["edition", "series"])
@given(seed=seeds, persons=modes)
@a_few
def test_each_group_is_known_with_those_who_are_left_in_it_and_what_it_lost(seed, persons, series):
    rows, on = lives(140, seed, acts=5), conditions(persons=persons)
    early = first_people(rows, 80)
    gone = early["case"].unique().sort().to_list()[::9]
    made = step(early, on)
    later = go_on(early, rows, on, gone=gone, series=series)
    before, name = later.batch.before, names(later.reports)
    standing = {one for one in name.values() if one[0] not in gone}
    wanted = Counter(frozen(own, standing) for own in groups_of(made, persons))
    held = {}
    for at, report in before.members.iter_rows():
        held.setdefault(at, set()).add(name[report])
    found = Counter((frozenset(held.get(at, ())), *row) for at, *row in before.bounds.iter_rows())
    assert found == wanted
    assert before.summed == (series is None)


def rows_of_people(made, persons, gone):
    """Yield of each published row of people its name, its figure, and who bears it, and who of them is gone."""
    known = keys_of(made.reports)
    of_source = made.reports.sources.join(made.reports.rows, on="report").select("person", "source").unique().rows()
    for name in TABLES:
        table = made.plates.counted[name]
        told = {}
        for *key, who in table.members.select("rung", *KEY, "person").unique().iter_rows():
            told.setdefault(tuple(key), set()).add(known[who])
        for *key, source in table.groups.filter("shown").select("rung", *KEY, "counted").iter_rows():
            bearing = {known[who] for who, one in of_source if one == source or persons is Persons.LINKED}
            own = told[tuple(key)] & bearing
            left = {who for who in told[tuple(key)] if who[0] not in gone}
            yield (name, *key), (len(own) - 1) // 5 * 5, left & bearing, len(own - left), left


@pytest.mark.parametrize("series", [None, K15], ids=["edition", "series"])
@given(seed=seeds, persons=modes)
@a_few
def test_the_rows_of_people_are_known_as_they_were_told_with_those_counted_in_them(seed, persons, series):
    rows, on = lives(140, seed, acts=5), conditions(persons=persons)
    early = first_people(rows, 80)
    gone = early["case"].unique().sort().to_list()[::9]
    told = list(rows_of_people(step(early, on), persons, gone))
    before, keys = (later := go_on(early, rows, on, gone=gone, series=series)).batch.before, keys_of(later.reports)
    held = {}
    for at, who in before.held.iter_rows():
        held.setdefault(at, set()).add(keys[who])
    found = Counter((frozenset(held.get(at, ())), *row) for at, *row in before.told.iter_rows())
    assert found == Counter((frozenset(left), figure, figure + 5, lost) for _, figure, left, lost, _ in told)
    assert sum(lost for *_, lost, _ in told) > 0
    counted = {(*name, who) for name, figure, left, _, all_ in told for who in all_ if len(left) >= figure}
    # Who was counted in a row that is no longer true is counted there no more; nor is anyone in a new series.
    assert {(*row[:6], keys[row[6]]) for row in before.counted.iter_rows()} == (set() if series else counted)
    assert len(told) > 8


@given(seeds, modes)
@a_few
def test_what_was_never_seen_is_what_was_under_embargo_or_not_in_the_table(seed, persons):
    rows, on = lives(140, seed, acts=5), conditions(persons=persons)
    early = first_people(rows, 80)
    later = go_on(early, rows, on)
    unlinked = persons is Persons.UNLINKED
    name = names(later.reports)
    seen = {(*person(row, unlinked=unlinked), row["act"], row["year"]) for row in past_rows(early)}
    past = {(*person(row, unlinked=unlinked), row["act"], row["year"]) for row in past_rows(rows)}
    assert {name[number] for number in later.batch.before.unseen} == past - seen


def test_who_is_absent_from_the_table_of_a_new_series_counts_as_lost_like_who_withdrew():
    rows, on = lives(140, 3, acts=5), conditions()
    early = first_people(rows, 80)
    gone = early["case"].unique().sort().to_list()[::9]
    rest = rows.filter(~pl.col("case").is_in(gone))
    absent = go_on(early, rest, on, series=K15).batch.before.bounds
    withdrawn = go_on(early, rows, on, gone=gone, series=K15).batch.before.bounds
    assert absent.equals(withdrawn)
    assert absent["lost_cases"].sum() > 20


def test_all_series_so_far_are_known_each_with_its_own_groups():
    rows, on = lives(140, 3, acts=5), conditions()
    first = go_on(first_people(rows, 80), rows, on, series=K15)
    made = step(first_people(rows, 80), on)
    twice = told_before([made.ledger, made.ledger], made.split, made.limited, same_series=False)
    assert twice.bounds.height == 2 * first.batch.before.bounds.height
    half = twice.bounds.height // 2
    assert twice.bounds["sum"].to_list() == list(range(2 * half))
    again = twice.members.filter(pl.col("sum") >= half).with_columns(pl.col("sum") - half)
    assert again.sort(again.columns).equals(twice.members.filter(pl.col("sum") < half).sort(again.columns))


def test_before_a_first_edition_nothing_was_told():
    rows, on = lives(60, 1), conditions()
    made = step(rows, on)
    assert told_before([first_ledger(rows, on)], made.split, made.limited, same_series=False) is None


def test_a_group_that_was_dissolved_stays_known_to_whoever_kept_the_release_it_was_in():
    rows, on = lives(200, 3, acts=5), conditions()
    early, middle = first_people(rows, 80), first_people(rows, 140)
    gone = early["case"].unique().sort().to_list()[::9]
    made = step(early, on)
    second = go_on(early, middle, on, gone=gone)
    assert second.first.untrue.height > 0
    third = go_on(middle, rows, on, before=step(middle, on, second.first).ledger)
    assert third.first.groups["dissolved"].sum() == second.first.untrue.height
    standing = {one for one in names(third.reports).values() if one[0] not in gone}
    held, name = {}, names(third.reports)
    for at, report in third.batch.before.members.iter_rows():
        held.setdefault(at, set()).add(name[report])
    bounds = third.batch.before.bounds
    found = Counter((frozenset(held.get(row[0], ())), *row[1:]) for row in bounds.iter_rows())
    assert not Counter(frozen(own, standing) for own in groups_of(made, Persons.LINKED)) - found
