"""Editions, withdrawals and new series through the one door, recounted from what each of them holds."""

from collections import Counter
from dataclasses import replace
from functools import cache
from unittest.mock import patch

import polars as pl
import pytest

from errors import ProtectionError
from geo import in_belt, land_cells
from protect import Month, Policy, Request, pipeline, protect, withdraw
from protect.audit import audited
from protect.stats import KEY
from release import LADDERS, Earlier, Persons, State, read_release
from tests.protect.by_hand import past_rows
from tests.protect.later import go_on
from tests.protect.lives import first_people, lives
from tests.protect.people import SCHEMA, SECRET, Rows, conditions

ASKED = Request(title="A test", as_of=Month(2026, 11), persons=Persons.LINKED, synthetic=True)
ALL = lives(140, 11, acts=5)
EARLY = first_people(ALL, 80)
GONE = tuple(EARLY["case"].unique().sort().to_list()[::10])
K15 = Policy(k=15)


@cache
def first():
    """Return the first edition."""
    return protect(Rows(EARLY), SECRET, ASKED)


@cache
def second(*, all_now=False):
    """Return the edition after it."""
    return protect(Rows(ALL), SECRET, replace(ASKED, previous=first().ledger, all_now=all_now))


@cache
def after_withdrawal():
    """Return the edition that is made after some withdrew."""
    ledger = withdraw(first().ledger, GONE, SECRET).ledger
    return protect(Rows(ALL), SECRET, replace(ASKED, previous=ledger, all_now=True))


def placed(made, plate):
    """Return the persons of the reports of each group of an edition, by its key; none that nobody is in."""
    person = dict(made.rows.select("report", "person").iter_rows())
    found = {}
    for report, *key in made.audited.plates.climbed[plate].members.select("report", *KEY).iter_rows():
        found.setdefault(tuple(key), []).append(person[report])
    return found


def of_region(made, plate):
    """Return the public figures of a plate's rows that tell no place, by period, act and all else."""
    release = read_release(made.release)
    if plate not in release.plates:
        return {}
    ladder = LADDERS[plate]
    rows = release.plates[plate].rows.filter(pl.col("cell") == "region")
    return {
        (period, act, "|".join(more)): (reports, people)
        for period, act, *more, reports, people in rows.select(
            "period", "act", *ladder.axes, "reports", "people"
        ).iter_rows()
    }


def test_the_public_rows_are_the_sums_of_two_editions_and_no_more_than_the_larger_part_of_their_people():
    compared = 0
    for plate in ("when_what", "who_what", "lag"):
        wanted = {}
        for made in (first(), second()):
            for (area, *key), people in placed(made, plate).items():
                if area == 1:  # the region
                    reports, heads = wanted.get(tuple(key), (0, 0))
                    figure = (len(people) - max(Counter(people).values())) // 5 * 5
                    wanted[tuple(key)] = (reports + figure, max(heads, (len(set(people)) - 1) // 5 * 5))
        found = of_region(second(), plate)
        assert {key: reports for key, (reports, _) in found.items()} == {key: most for key, (most, _) in wanted.items()}
        # Numbers of people are made to agree with one another: then they are smaller, and still true.
        assert all(10 <= people <= wanted[key][1] and people % 5 == 0 for key, (_, people) in found.items())
        compared += len(wanted)
    assert compared > 30


def test_rows_that_are_known_are_skipped_and_what_was_not_published_is_new_again():
    name = {number: one for one, number in numbers_of(first()).items()}
    again = numbers_of(second())
    known = {again[name[one]] for one in first().audited.plates.climbed["where"].members["report"]}
    assert set(second().fresh["report"]) == set(second().rows["report"]) - known
    for plate in LADDERS:
        old = {again[name[one]] for one in first().audited.plates.climbed[plate].members["report"]}
        assert old.isdisjoint(second().audited.plates.climbed[plate].members["report"])


def numbers_of(made):
    """Return the number of each report by who, act and year: nobody has two of them in these rows."""
    rows = {id(first()): EARLY}.get(id(made), ALL)
    cases = sorted(rows["case"].unique())
    return {(cases[row["person"]], row["act"], row["year"]): row["report"] for row in made.rows.iter_rows(named=True)}


def outside(made, new):
    """Return the new reports past their embargo that stand in no group of some ladder."""
    past = set(made.rows.filter("past")["report"])
    return {
        one
        for plate in made.audited.plates.climbed
        for one in (new[plate] & past) - set(made.audited.plates.climbed[plate].members["report"])
    }


def test_what_waits_for_the_next_edition_is_counted():
    name = {number: one for one, number in numbers_of(first()).items()}
    again = numbers_of(second())
    every = set(second().rows["report"])
    new = {
        plate: every - {again[name[one]] for one in first().audited.plates.climbed[plate].members["report"]}
        for plate in first().audited.plates.climbed
    }
    assert second().pending == len(outside(second(), new)) > 0
    assert first().pending == 0


def test_all_now_leaves_nothing_waiting_and_tells_no_less():
    now = second(all_now=True)
    assert now.pending == 0
    for plate, climbed in now.audited.plates.climbed.items():
        waiting = second().audited.plates.climbed[plate].members.height
        assert climbed.members.height >= waiting
        withheld = now.ledger.head.withheld[-1][plate]
        assert withheld == climbed.withheld
        assert withheld <= 30


def test_a_few_people_more_open_no_edition():
    new = first_people(ALL, 110).filter(~pl.col("case").is_in(EARLY["case"].unique().implode()))
    people = len({row["case"] for row in past_rows(new)})
    with pytest.raises(ProtectionError, match=rf"{50 - people} are missing"):
        protect(Rows(pl.concat([EARLY, new])), SECRET, replace(ASKED, previous=first().ledger))


def test_after_a_withdrawal_an_edition_goes_on_without_those_who_withdrew():
    made = after_withdrawal()
    hers = ALL.filter(pl.col("case").is_in(GONE)).select("case", pl.col("act").replace("B2", "B1"), "year").unique()
    assert made.tombstoned == hers.height > 0
    assert len(GONE) == 8
    cases = sorted(ALL["case"].unique())
    assert not {cases[person] for person in made.rows["person"]} & set(GONE)
    assert made.ledger.untrue.is_empty()
    untrue = withdraw(first().ledger, GONE, SECRET).ledger.untrue.height
    assert untrue > 0
    assert [one.state for one in made.ledger.history] == [State.WITHDRAWN, State.WITHDRAWN]
    assert [one.state for one in second().ledger.history] == [State.SUPERSEDED, State.SUPERSEDED]
    assert read_release(made.release).plates


def test_a_new_series_with_another_policy_carries_the_old_one_and_is_attacked_with_its_sums():
    asked = replace(ASKED, previous=first().ledger, new_series=True, policy=K15)
    with patch.object(pipeline, "audited", wraps=audited) as door:
        made = protect(Rows(first_people(ALL, 100)), SECRET, asked)
    before = door.call_args.args[0].before
    assert made.ledger.editions == 1
    assert [one.head.series for one in made.ledger.earlier] == [first().ledger.head.series]
    assert made.ledger.head.series != first().ledger.head.series
    assert isinstance(made.ledger.earlier[0].history[0], Earlier)
    old = first().ledger.groups.filter(pl.col("plate").is_in(list(LADDERS)))
    least = old["figure_reports"] + old["largest"]
    assert sorted(before.bounds["low"]) == sorted(least)
    assert sorted(before.bounds["high"]) == sorted(least + 4)
    assert not before.summed
    assert all(len(set(people)) >= 15 for plate in LADDERS for people in placed(made, plate).values())
    assert made.fresh.height == made.rows.height


HOME = int(land_cells()[~in_belt(land_cells())][1500])


def at_home(name, people, reports):
    """Return rows of people who each have so many reports in one town."""
    return pl.DataFrame(
        [
            {
                "case": f"{name}-{one}", "source": f"source-{one % 4}", "area": "cell", "cell": HOME,
                "year": 2004 + more, "act": "D1", "actor": "not_stated", "country": "not_stated",
                "setting": "facility", "person_group": "woman", "reported": 2015,
            }
            for one in range(people)
            for more in range(reports)
        ],
        schema=SCHEMA,
    )  # fmt: skip


def pinned(later, old, plates):
    """Count the pairs of an old and a new group that show that the three stand in one, and not in the other."""
    person = dict(later.batch.rows.select("report", "person").iter_rows())
    cases = dict(later.reports.keys.select("person", "case").iter_rows())
    few = {person for person, case in cases.items() if case.startswith("few")}
    found = 0
    for climbed in plates.climbed.values():
        new = {}
        for report, *key in climbed.members.select("report", *KEY).iter_rows():
            new.setdefault(tuple(key), set()).add(report)
        for own in new.values():
            low = least_of(own, person)
            for left, most, lost in old:
                more = {person[one] for one in own - left}
                if left <= own and lost == 0 and more and more <= few:
                    found += low - most > 0
    return found


def least_of(reports, person):
    """Return how many reports a group has at least, as an attacker knows."""
    largest = max(Counter(person[one] for one in reports).values())
    return (len(reports) - largest) // 5 * 5 + largest


def test_without_the_old_release_in_its_hands_the_audit_would_let_few_people_be_subtracted_and_with_it_does_not():
    base = pl.concat([lives(25, 5, acts=3), at_home("home", 20, 1)])
    both = pl.concat([base, at_home("few", 3, 4)])
    later = go_on(base, both, conditions(), series=K15)
    before = later.batch.before
    held = {}
    for at, report in before.members.iter_rows():
        held.setdefault(at, set()).add(report)
    old = [(held.get(row["sum"], set()), row["high"], row["lost_cases"]) for row in before.bounds.iter_rows(named=True)]
    blind = audited(replace(later.batch, before=None), later.on)
    seeing = audited(later.batch, later.on)
    assert pinned(later, old, blind.plates) > 0
    assert pinned(later, old, seeing.plates) == 0
