"""Headers and vocabularies."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.faults import FaultBook
from data.schema import CANONICAL, SCHEMA, WORDS, answers, must_answer, recognise, words
from data.table import Unit

PLACE = "lat and lng (or cell, or place)"


def test_canonical_columns_are_found_whatever_their_order_capitals_and_spaces():
    layout = recognise([" Person Group", "LNG", "act", "person-name", "Lat", "case"])
    assert layout.mapping == {"case": 5, "lat": 4, "lng": 1, "act": 2, "person_group": 0}
    assert layout.dropped == (("person-name", "looks like a name"),)
    assert (layout.missing, layout.repeated) == ((), ())


@pytest.mark.parametrize(
    ("headers", "missing"),
    [
        ([], ("case", "act", PLACE)),
        (["case", "lat", "act"], (PLACE,)),
        (["case", "lng", "act", "source"], (PLACE,)),
        (["cell", "act"], ("case",)),
        (["place", "case"], ("act",)),
        (["case", "act", "cell"], ()),
        (["case", "act", "place"], ()),
        (["case", "act", "lat", "lng"], ()),
    ],
)
def test_what_a_file_lacks_is_named(headers, missing):
    assert recognise(headers).missing == missing


def test_a_canonical_header_that_stands_twice_is_named():
    assert recognise(["case", "act", "place", "Act", "x", "x"]).repeated == ("act",)


@given(st.lists(st.one_of(st.sampled_from(CANONICAL), st.text(max_size=12)), max_size=20))
def test_every_header_is_mapped_or_dropped(headers):
    layout = recognise(headers)
    canonical = [header for header in headers if header.strip().casefold() in layout.mapping]
    assert len(layout.dropped) + len(canonical) >= len(headers)
    assert all(headers[at].strip().casefold() for at in layout.mapping.values())
    assert set(layout.mapping) <= set(CANONICAL)


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
