"""Precision decides the finest cell."""

import polars as pl
import pytest

from data.faults import FaultBook
from data.precision import FINEST, finest
from data.table import Unit


def read(*written: str | None):
    rows = pl.DataFrame({"precision": pl.Series(written, dtype=pl.String)})
    book = FaultBook(pl.int_range(2, rows.height + 2, eager=True), Unit.LINE)
    stated, unstated = finest(rows, book)
    return stated.to_list(), unstated.to_list(), book.close()


@pytest.mark.parametrize(
    ("words", "resolution"),
    [
        (("exact", "town", "ucdp 1", "acled 1", "Town", "UCDP 1", "ACLED_1", "ucdp:1", "acled1"), 5),
        (("county", "ucdp 2", "ucdp 3", "acled 2"), 4),
        (("prefecture",), 2),
        (("province", "region", "ucdp 4", "ucdp 5", "ucdp 6", "ucdp 7", "acled 3"), 0),
    ],
)
def test_each_precision_has_its_finest_resolution(words, resolution):
    stated, unstated, faults = read(*words)
    assert stated == [resolution] * len(words)
    assert not any(unstated)
    assert not faults


def test_a_row_without_precision_is_of_its_county_and_is_counted():
    stated, unstated, faults = read(None, "town")
    assert stated == [FINEST["county"], FINEST["town"]]
    assert unstated == [True, False]
    assert not faults


@pytest.mark.parametrize("bare", ["1", "2", "3", "7", "2.0"])
def test_a_bare_number_is_a_fault_that_says_how_to_name_its_scale(bare):
    [fault] = read("town", bare)[2].listed
    assert (fault.line, fault.column) == (3, "precision")
    assert "ucdp 3 or acled 2" in fault.mend


@pytest.mark.parametrize("other", ["village", "ucdp 8", "acled 4", "ucdp", "-1", "r5"])
def test_any_other_word_is_a_fault_that_lists_those_that_may_stand(other):
    [fault] = read(other)[2].listed
    assert (fault.line, fault.column) == (2, "precision")
    assert "exact, town, county" in fault.mend
    assert other not in fault.problem
