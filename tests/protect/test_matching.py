"""A new series is attacked together with those before it, however each of them reads sources and people."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from protect import Request, pipeline, protect
from protect.before import told_before
from protect.editions import begin, settled, split
from protect.entry import add_limits
from protect.marks import mark_cases
from protect.matching import find_again
from protect.tally import tally
from protect.withdrawal import withdraw
from release import LADDERS, Persons
from tests.protect.later import a_few
from tests.protect.people import AS_OF, SECRET, Rows, conditions, incidents
from tests.protect.series import step

ROWS = incidents(260, 7)
MODES = (Persons.LINKED, Persons.UNLINKED)
MADE = {mode: step(ROWS, conditions(persons=mode)).ledger for mode in MODES}


def begun(rows, on, before):
    """Open a series after another: what is found of the earlier ones, and what is known of them."""
    reports = tally(Rows(rows), on.persons)
    ledger = begin(reports, settled(on, synthetic=True), SECRET, before)
    limited = add_limits(reports, on.policy, on.as_of)
    found = split(reports, limited, ledger, on)
    earlier = find_again(ledger.earlier, found.marks, reports.sources)
    known = limited.join(found.marks, left_on="report", right_on="number", how="semi")
    return earlier, found, told_before([ledger, *earlier], found, known, same_series=False)


@pytest.mark.parametrize("now", MODES)
@pytest.mark.parametrize("then", MODES)
def test_every_report_that_was_published_is_found_and_none_of_them_is_new(then, now):
    (earlier,), found, before = begun(ROWS, conditions(persons=now), MADE[then])
    published = earlier.entries.join(earlier.placed, on="n", how="semi")
    assert published.height > 500
    # A wide place that one source tells of is a report of its own only where another's finer one does not stand for it.
    most = 0 if then is now else 0.02 * published.height
    assert published.join(found.marks, on="report", how="anti").height <= most
    assert before.bounds["lost_reports"].sum() <= most * len(LADDERS)
    assert (before.bounds["lost_reports"] >= 0).all()
    assert not before.members.is_duplicated().any()
    assert len(before.unseen) <= most


@given(seed=st.integers(0, 1000), modes=st.permutations(MODES))
@a_few
def test_what_an_attacker_is_told_of_earlier_groups_is_true_in_every_mode(seed, modes):
    then, now = modes
    rows = incidents(140, seed)
    made = step(rows, conditions(persons=then)).ledger
    leaving = rows["case"].unique().sort()[:3]
    _, _, before = begun(rows, conditions(persons=now), withdraw(made, leaving, SECRET).ledger)
    held = before.members.group_by("sum").len("held")
    sums = before.bounds.join(held, on="sum", how="left").with_columns(pl.col("held").fill_null(0))
    assert (sums["lost_reports"] >= 0).all()
    whole = sums["held"].cast(pl.Int64) + sums["lost_reports"]
    assert (whole >= sums["low"]).all()
    assert (whole <= sums["high"]).all()


def test_one_report_that_is_two_now_is_found_once_in_its_group_and_neither_is_new():
    (earlier,), found, before = begun(ROWS, conditions(persons=Persons.UNLINKED), MADE[Persons.LINKED])
    doubled = found.marks.filter(pl.col("same").is_duplicated())
    assert doubled.height > 10
    assert doubled.join(earlier.entries, on="report", how="anti").is_empty()
    inside = earlier.entries.join(earlier.placed, on="n", how="semi")
    assert not inside["report"].is_duplicated().any()
    assert set(doubled["number"]).isdisjoint(before.unseen)


def test_a_report_that_no_series_had_is_new():
    fresh = ROWS.with_columns(case=pl.col("case") + "-b").filter(pl.col("year") < 2015).head(100)
    own = set(mark_cases(fresh["case"].unique(), SECRET))
    for then, now in ((MODES[0], MODES[1]), (MODES[1], MODES[0])):
        _, found, before = begun(pl.concat([ROWS, fresh]), conditions(persons=now), MADE[then])
        new = found.marks.filter(pl.col("number").is_in(before.unseen.implode()))
        assert own <= set(new["case"])
        assert new.filter(~pl.col("case").is_in(own)).height < 40


@pytest.mark.parametrize("column", ["case", "year"])
def test_a_table_in_which_most_of_what_was_published_is_not_found_is_refused(column):
    other = {"case": pl.col("case") + "-x", "year": pl.col("year") - 1}[column]
    changed = ROWS.with_columns(other.alias(column).cast(ROWS.schema[column]))
    with pytest.raises(InputError, match="More than half of the reports that an earlier series published") as told:
        begun(changed, conditions(), MADE[Persons.LINKED])
    assert "case-" not in str(told.value)
    some = set(ROWS["case"].unique().sort()[:40])
    few = ROWS.with_columns(case=pl.when(pl.col("case").is_in(some)).then(pl.col("case") + "-x").otherwise("case"))
    begun(few, conditions(), MADE[Persons.LINKED])


class StoppedError(Exception):
    """What was built has been seen, and the rest need not be done."""


def test_the_pipeline_attacks_a_new_series_in_another_mode_with_all_that_was_published(monkeypatch):
    seen = []

    def stop(batch, *_):
        seen.append(batch)
        raise StoppedError

    monkeypatch.setattr(pipeline, "audited", stop)
    made = MADE[Persons.LINKED].released("1a" * 32, str(AS_OF))
    request = Request("T", AS_OF, Persons.UNLINKED, synthetic=True, previous=made, new_series=True)
    with pytest.raises(StoppedError):
        protect(Rows(ROWS), SECRET, request)
    assert seen[0].before.members.height > 500
    assert len(seen[0].before.unseen) < 40
    renamed = Rows(ROWS.with_columns(case=pl.col("case") + "-x"))
    with pytest.raises(InputError, match="More than half"):
        protect(renamed, SECRET, replace(request, persons=Persons.LINKED))
