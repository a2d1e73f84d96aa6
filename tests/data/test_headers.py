"""Where the headers of a table stand."""

import pytest

from data import Layout
from data.columns import tellable
from data.delimited import read_delimited
from data.headers import header_row, headers_of
from data.matching import find


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([["case", "act"], ["P-1", "B1"]], 0),
        ([["Records", ""], ["", ""], ["사례번호", "행위유형"], ["1", "B1"]], 2),
        ([["When", "Where"], ["#date", "#loc+name"], ["2015", "Yanji"]], 1),
        ([["", ""], ["x", "y"], ["1", "2"]], 1),
        ([], 0),
    ],
)
def test_headers_are_the_row_with_most_known_words_or_the_row_of_tags(rows, at):
    assert header_row(rows) == at


def test_headers_of_a_mapping_are_known_too():
    rows = [["Liste", "2015"], ["Fall", "Tat"], ["1", "B1"]]
    assert header_row(rows) == 0
    assert header_row(rows, Layout(columns={"case": ("Fall",), "act": ("Tat",)})) == 1


def test_a_column_without_a_tag_has_the_header_above_it():
    assert headers_of([["When", "Where", "Note"], ["#date", "#loc", ""]], 1) == ["#date", "#loc", "Note"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Schmidt,2015,Yanji,note\nx,2016,Hyesan,y\n",
        "case,place,actP-1,Anna Schmidt,B1\nP-2,Hyesan,B1\n",
        "case,place,Anna Schmidt,42.9\nP-2,Hyesan,B1,1\n",
        "case,place,Anna Schmidt,2015-03-04\nP-2,Hyesan,B1,1\n",
        "case,place,Anna Schmidt,b1\nP-2,Hyesan,B1,1\n",
    ],
)
def test_a_header_that_may_be_a_value_is_told_by_its_position(text):
    table = read_delimited(text.encode())
    assert not any("Anna" in header for header in tellable(table, find(table.headers)))


def test_a_header_that_looks_like_words_beside_known_ones_is_told():
    table = read_delimited(b"case,place,act,Contact person\nP-1,Yanji,B1,x\n")
    assert tellable(table, find(table.headers))[3] == "Contact person"
