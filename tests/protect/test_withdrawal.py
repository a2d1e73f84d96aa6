"""Withdrawal: her marks leave at once, a tombstone stays, and what the groups have lost is counted once."""

import unicodedata
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import InputError
from protect.freezing import sum_plates
from protect.marks import mark_cases
from protect.withdrawal import check_known, read_cases, withdraw, withdrawal_notes
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
    assert read_cases(path) == {"a": 3, "b": 2}
    path.write_text("case,note\na,told us\n", encoding="utf-8")
    assert read_cases(path) == {"a": 2}
    faulty = {
        "case\na\n\u3164\n": "line 3, column case: nothing that can be seen",
        "name\na\n": "header",
        "case\n": "names no case",
        "": "header",
    }
    for content, problem in faulty.items():
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=problem):
            read_cases(path)


def test_a_key_is_found_however_it_was_typed(tmp_path):
    rows = ROWS.with_columns(case="한 " + pl.col("case"))
    made = step(rows, conditions())
    typed = unicodedata.normalize("NFD", f"\u200b한\u00a0{CASES[0]}\ufeff").replace("-", "\u2011")
    (tmp_path / "c.csv").write_text(f"case\n{typed}\n", encoding="utf-8")
    cases = read_cases(tmp_path / "c.csv")
    check_known(made.ledger, cases, SECRET)
    assert withdraw(made.ledger, cases, SECRET).known == 1


def test_cases_that_are_not_in_the_ledger_are_refused_by_line_and_never_by_key():
    cases = {"nobody": 4, CASES[0]: 2, CASES[0].upper(): 3}
    with pytest.raises(InputError, match=r"2 of 3 cases are not in the ledger: lines 3, 4 of .* --not-yet-in") as told:
        check_known(MADE.ledger, cases, SECRET)
    assert "nobody" not in str(told.value)
    gone = withdraw(MADE.ledger, [CASES[0], "nobody"], SECRET).ledger
    check_known(gone, {CASES[0]: 2, "nobody": 3}, SECRET)  # both have a tombstone


def test_who_stands_in_an_earlier_series_alone_is_known():
    later = replace(MADE.ledger, entries=MADE.ledger.entries.clear(), placed=MADE.ledger.placed.clear(),
                    counted=MADE.ledger.counted.clear(), earlier=(MADE.ledger,))  # fmt: skip
    check_known(later, {CASES[0]: 2}, SECRET)
    done = withdraw(later, [CASES[0]], SECRET)
    assert done.known == 1
    assert mark_cases([CASES[0]], SECRET)[0] not in set(done.ledger.earlier[0].entries["case"])
