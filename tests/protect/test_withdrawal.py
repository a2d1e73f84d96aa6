"""Withdrawal: her marks leave at once, a tombstone stays, and what the groups have lost is counted once."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import InputError
from protect.freezing import sum_plates
from protect.marks import mark_cases
from protect.withdrawal import read_cases, withdraw, withdrawal_notes
from release import Persons
from tests.protect.people import SECRET, conditions, incidents
from tests.protect.series import step

ROWS = incidents(280, 3)
MADE = step(ROWS, conditions())
CASES = ROWS["case"].unique().sort().to_list()
UNLINKED = step(ROWS, conditions(persons=Persons.UNLINKED))


@given(st.sampled_from(CASES))
@settings(max_examples=40, deadline=None)
def test_one_withdrawal_leaves_every_figure_true_and_the_release_as_it_is(case):
    gone = withdraw(MADE.ledger, [case], SECRET)
    assert gone.untrue == {}
    before, after = sum_plates(MADE.ledger), sum_plates(gone.ledger)
    assert all(after[name].rows.equals(before[name].rows) for name in before)


def test_her_marks_are_nowhere_but_in_a_tombstone():
    case = CASES[5]
    mark = mark_cases([case], SECRET)[0]
    assert mark in set(MADE.ledger.entries["case"])
    after = withdraw(MADE.ledger, [case], SECRET).ledger
    assert mark not in set(after.entries["case"]) | set(after.counted["case"])
    assert after.placed.join(after.entries, on="n", how="anti").is_empty()
    assert after.head.tombstones == [mark]


@pytest.mark.parametrize("made", [MADE, UNLINKED], ids=["linked", "unlinked"])
def test_what_each_group_has_lost_is_counted(made):
    leaving = CASES[:40]
    after = withdraw(made.ledger, leaving, SECRET).ledger
    marks = mark_cases(leaving, SECRET)
    lost = (
        made.ledger.placed.join(made.ledger.entries, on="n")
        .filter(pl.col("case").is_in(marks), "bears")
        .group_by("plate", "edition", "group")
        .agg(cases=pl.col("person").n_unique(), reports=pl.len())
    )
    joined = after.groups.filter(pl.col("figure_reports") > 0).join(
        lost, on=["plate", "edition", "group"], how="left", suffix="_gone"
    )
    assert lost.height > 10
    assert joined["lost_cases"].to_list() == joined["cases_gone"].fill_null(0).to_list()
    assert joined["lost_reports"].to_list() == joined["reports_gone"].fill_null(0).to_list()
    assert (after.groups["cases"] >= after.groups["lost_cases"]).all()
    assert (after.groups["reports"] >= after.groups["lost_reports"]).all()


@pytest.mark.parametrize("made", [MADE, UNLINKED], ids=["linked", "unlinked"])
def test_a_group_counts_the_people_and_reports_that_bear_it(made):
    bearing = (
        made.ledger.placed.filter("bears")
        .join(made.ledger.entries, on="n")
        .group_by("plate", "edition", "group")
        .agg(people=pl.col("person").n_unique(), told=pl.len())
    )
    groups = made.ledger.groups.join(bearing, on=["plate", "edition", "group"])
    assert groups.height > 20
    assert groups["cases"].to_list() == groups["people"].to_list()
    assert groups["reports"].to_list() == groups["told"].to_list()
    rows = made.ledger.counted.filter("bears").group_by("plate", "edition", "group").agg(people=pl.len())
    tables = made.ledger.groups.join(rows, on=["plate", "edition", "group"])
    assert tables.height > 5
    assert tables["cases"].to_list() == tables["people"].to_list()


def test_a_case_withdraws_from_every_source_where_sources_are_unlinked():
    of_two = UNLINKED.reports.keys.group_by("case").len().filter(pl.col("len") > 1)["case"].sort()[0]
    mark = mark_cases([of_two], SECRET)[0]
    assert UNLINKED.ledger.entries.filter(pl.col("case") == mark)["person"].n_unique() > 1
    after = withdraw(UNLINKED.ledger, [of_two], SECRET)
    assert after.known == 1
    assert mark not in set(after.ledger.entries["case"])


def test_repeating_a_withdrawal_changes_nothing():
    once = withdraw(MADE.ledger, CASES[:4], SECRET)
    twice = withdraw(once.ledger, CASES[:4], SECRET)
    assert (twice.known, twice.repeated) == (0, 4)
    assert twice.ledger.pack(SECRET) == once.ledger.pack(SECRET)
    one_by_one = MADE.ledger
    for case in CASES[:4]:
        one_by_one = withdraw(one_by_one, [case], SECRET).ledger
    assert one_by_one.pack(SECRET) == once.ledger.pack(SECRET)


def test_a_case_that_is_not_known_is_kept_out_of_what_comes_later_and_the_steward_is_told():
    after = withdraw(MADE.ledger, ["nobody", CASES[0]], SECRET)
    assert (after.cases, after.known, after.repeated) == (2, 1, 0)
    assert mark_cases(["nobody"], SECRET)[0] in after.ledger.head.tombstones
    said = " ".join(withdrawal_notes(after))
    assert "1 were not in it" in said
    assert "Delete the rows" in said
    assert "nobody" not in said
    assert CASES[0] not in said


def test_figures_that_have_become_untrue_are_told_by_plate():
    after = withdraw(MADE.ledger, CASES[:150], SECRET)
    assert sum(after.untrue.values()) == after.ledger.untrue.height > 0
    said = " ".join(withdrawal_notes(after))
    assert all(f"{many} figures of {plate} are no longer true" in said for plate, many in after.untrue.items())


def test_the_file_of_cases_has_one_column_that_matters(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("case\nb\na\n\nb\n", encoding="utf-8")
    assert read_cases(path) == ("a", "b")
    path.write_text("case,note\na,told us\n", encoding="utf-8")
    assert read_cases(path) == ("a",)
    for content, problem in (("name\na\n", "header"), ("case\n", "names no case"), ("", "header")):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=problem):
            read_cases(path)
