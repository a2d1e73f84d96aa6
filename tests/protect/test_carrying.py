"""Coverage is published once: what follows carries the same bytes on, and another is refused."""

from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from errors import UsageError
from geo import land_cells
from protect import Coverage, Policy, Request, protect, read_ledger
from protect.carrying import carry_on
from protect.editions import begin, settled
from protect.tally import tally
from release import read_release
from tests.protect.people import AS_OF, SECRET, Rows, conditions, incidents
from tests.protect.sealing import members

FILE = "coverage.csv"
ROWS = incidents(60, 1, sources=1)
MORE = pl.concat([ROWS, incidents(60, 2, sources=1).with_columns(case=pl.col("case") + "-b")])
REQUEST = Request("A test", AS_OF, single_source=True, synthetic=True)


def asked(people):
    """Return so many interviews about one place."""
    cell = int(land_cells()[0])
    lines = [(str(who), "cell", cell, 2010, None) for who in range(people)]
    schema = {"interview": pl.String, "area": pl.String, "cell": pl.UInt64, "year": pl.Int16, "asked": pl.Int16}
    return Coverage(pl.DataFrame(lines, schema=schema, orient="row"))


@cache
def first():
    return protect(Rows(ROWS), SECRET, replace(REQUEST, coverage=asked(30)))


@cache
def rows():
    return read_release(first().release).coverage


@cache
def second():
    return protect(Rows(MORE), SECRET, replace(REQUEST, previous=first().ledger, carried=rows()))


def test_the_next_edition_carries_on_the_same_bytes_and_its_ledger_tells_of_them():
    assert members(second().release)[FILE] == members(first().release)[FILE]
    for made in (first(), second()):
        head = read_ledger(made.ledger.pack(SECRET), SECRET).head
        assert head.coverage == read_release(made.release).manifest.files[FILE]
        assert head.covered


def test_coverage_is_not_published_twice_in_a_series_or_in_one_after_it():
    again = replace(REQUEST, previous=first().ledger, carried=rows(), coverage=asked(31))
    for request in (again, replace(again, new_series=True), replace(again, previous=second().ledger)):
        with pytest.raises(UsageError, match=r"--coverage was given, but .* published already"):
            protect(Rows(MORE), SECRET, request)


@pytest.mark.parametrize("other", ["nothing", "fewer", "more", "elsewhere"])
def test_coverage_is_not_lost_or_swapped(other):
    held = {
        "nothing": None,
        "fewer": rows().clear(),
        "more": rows().with_columns(pl.col("interviews") + 5),
        "elsewhere": rows().with_columns(period=pl.lit("closure")),
    }[other]
    with pytest.raises(UsageError, match="not the one that its ledger tells of, or is missing"):
        protect(Rows(MORE), SECRET, replace(REQUEST, previous=first().ledger, carried=held))


def test_a_later_edition_may_be_the_first_to_have_coverage_and_small_coverage_is_none():
    none = protect(Rows(ROWS), SECRET, replace(REQUEST, coverage=asked(5))).ledger
    assert (none.head.covered, none.head.coverage) == (False, "")
    assert carry_on(none, asked(30), None, 11) is None
    assert carry_on(none, None, None, 11) is None


def test_a_new_series_carries_it_on_unless_it_asks_for_more_interviews_and_then_there_is_no_other():
    on = conditions(single=True, policy=Policy(k=30))
    begun = begin(tally(Rows(MORE), on.persons), settled(on, synthetic=True), SECRET, first().ledger)
    assert rows()["interviews"].to_list() == [25]
    assert carry_on(begun, None, rows(), 30).equals(rows())
    assert carry_on(begun, None, rows(), 31) is None
    without = begun.released("1a" * 32, "2026-11")
    assert (without.head.covered, without.head.coverage) == (True, "")
    assert carry_on(without, None, None, 31) is None
    with pytest.raises(UsageError, match="published already"):
        carry_on(without, asked(40), None, 31)
