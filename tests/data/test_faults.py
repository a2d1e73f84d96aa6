"""Faults name lines and columns."""

import polars as pl

from data.faults import SHOWN, Fault, FaultBook
from data.table import Unit


def book(count: int = 3) -> FaultBook:
    return FaultBook(pl.int_range(2, count + 2, eager=True), Unit.LINE)


def mask(marks: str) -> pl.Series:
    return pl.Series([{"x": True, "-": False, "?": None}[mark] for mark in marks], dtype=pl.Boolean)


def test_no_fault_is_no_faults():
    pages = book()
    pages.note(mask("-?-"), "act", "p", "m")
    faults = pages.close()
    assert not faults
    assert (faults.listed, faults.count, faults.lines) == ((), 0, 0)


def test_faults_stand_in_the_order_of_their_lines_and_columns():
    pages = book()
    pages.note(mask("--x"), "act", "wrong", "mend it")
    pages.note(mask("x?x"), "lat", "wrong", "mend it")
    faults = pages.close([Fault(3, None, "ragged", "mend it")])
    assert [(fault.line, fault.column) for fault in faults.listed] == [(2, "lat"), (3, None), (4, "act"), (4, "lat")]
    assert (faults.count, faults.lines) == (4, 3)


def test_all_faults_of_the_first_fifty_lines_are_listed_and_the_others_are_counted():
    pages = book(80)
    for column in ("lat", "lng"):
        pages.note(pl.repeat(value=True, n=80, eager=True), column, "wrong", "mend it")
    faults = pages.close()
    assert len(faults.listed) == 2 * SHOWN
    assert faults.listed[-1].line == SHOWN + 1
    assert (faults.count, faults.lines) == (160, 80)
    assert str(faults).startswith(
        "160 faults in 80 lines, of which the first 50 are listed:\n  line 2, column lat: wrong"
    )


def test_the_error_says_where_what_and_how_to_mend_it():
    faults = FaultBook(pl.Series([7]), Unit.FEATURE)
    faults.note(mask("x"), "act", "no act", "give one")
    told = str(faults.close([Fault(None, "case", "no such column", "add it")]).error())
    assert "2 faults in 1 feature:" in told
    assert "\n  the file, column case: no such column; add it." in told
    assert "\n  feature 7, column act: no act; give one." in told
