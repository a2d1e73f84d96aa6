"""Headers and vocabularies."""

import polars as pl
import pytest

from data.faults import FaultBook
from data.schema import SCHEMA, WORDS, answers, must_answer, words
from data.table import Unit


@pytest.mark.parametrize("column", WORDS)
def test_a_column_of_words_takes_its_words_in_any_capitals_and_nothing_else(column):
    own = [word.value for word in WORDS[column]]
    given_ = [*own, *map(str.upper, own), None, "Kim"]
    rows = pl.DataFrame({column: given_})
    book = FaultBook(pl.int_range(2, len(given_) + 2, eager=True), Unit.LINE)
    read = words(rows, column, book).to_list()
    assert read[:-1] == [*own, *own, "not_stated"]
    [fault] = book.close().listed
    assert (fault.line, fault.column) == (len(given_) + 1, column)
    assert all(word in fault.mend for word in own)


def test_yes_and_no_must_be_said():
    rows = pl.DataFrame({"authorised": ["yes", "NO", "true", "False", None, "perhaps"]})
    book = FaultBook(pl.int_range(2, 8, eager=True), Unit.LINE)
    must_answer(rows, "authorised", book)
    assert answers(rows, "authorised").to_list() == [True, False, True, False, None, None]
    assert [(fault.line, fault.column) for fault in book.close().listed] == [(6, "authorised"), (7, "authorised")]


def test_the_columns_of_incidents_are_those_that_protection_reads():
    assert list(SCHEMA) == ["case", "source", "area", "cell", "year", "until", "act", "actor", "country", "setting",
                            "person_group", "reported"]  # fmt: skip
