"""Encodings, delimiters and the numbers of lines."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.delimited import read_delimited
from data.encoding import decode
from errors import InputError

KOREAN_TOWNS = ("단둥", "옌지", "선양", "훈춘", "혜산", "무산", "회령", "하얼빈", "신의주")
CHINESE_TOWNS = ("丹东", "延吉", "沈阳", "珲春", "惠山", "会宁", "哈尔滨", "新义州", "长白")


@pytest.mark.parametrize("town", KOREAN_TOWNS)
def test_even_one_korean_town_tells_the_korean_encoding(town):
    text = f"case,place,act\n1,{town},A1\n"
    assert decode(text.encode("cp949")) == (text, "cp949")


@pytest.mark.parametrize("town", CHINESE_TOWNS)
def test_even_one_chinese_town_tells_the_chinese_encoding(town):
    text = f"case,place,act\n1,{town},A1\n"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_in_both_scripts_is_read_whole(codec):
    text = "case,place,act\n1,단둥,A1\n2,丹东,A1\n"
    assert decode(text.encode(codec)) == (text, codec.removesuffix("-sig"))


def test_the_delimiter_is_the_one_that_cuts_the_header_into_most():
    for mark in ",;\t|":
        table = read_delimited(f'case{mark}act{mark}"a,b;c"\n1{mark}A1{mark}x\n'.encode())
        assert table.headers == ("case", "act", "a,b;c")
        assert table.frame.row(0) == ("1", "A1", "x")


def test_line_numbers_are_those_of_the_file_with_blank_lines_and_line_breaks_in_values():
    table = read_delimited(b'case,"two\nlines",act\n\na,"x\n\ny",A1\n,,\n  \nb,,A1\nc,A1\nd,"\n",A1,A1\ne,,A1')
    assert table.frame["0"].to_list() == ["a", "b", "e"]
    assert table.lines.to_list() == [4, 9, 13]
    assert [fault.line for fault in table.unreadable] == [8, 10, 11]


def test_line_numbers_hold_beyond_the_size_of_one_block():
    rows = [f"{number},{'x' * 50}" for number in range(60_000)]
    rows[41_000] = "ragged"
    table = read_delimited("\n".join(["case,act", *rows]).encode())
    assert [fault.line for fault in table.unreadable] == [41_002]
    assert table.lines.to_list()[-1] == 60_001


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b'case,act\n1,A1\n2,"A1\n3,A1\n', 3),
        (b'case,act\n1,A1\n"2,A1\n3,A1\n4,A1', 3),
        (b'case,notes,act\n1,"she,A1\n2,x,A1\n3,"he",A1\n', 2),
        (b'case,act\n1,A1\n2,"A1"x\n3,A1\n', 3),
    ],
)
def test_a_quote_out_of_place_is_a_fault_because_it_may_hide_rows(text, line):
    problems = {(fault.line, fault.problem) for fault in read_delimited(text).unreadable}
    assert (line, "a double quote out of place, which may hide the rows that follow") in problems


def test_a_quote_inside_an_unquoted_value_and_a_doubled_one_are_in_place():
    table = read_delimited(b'case,lat,act\n1,42\'30",A1\n2,"a ""b"" c",A1\n')
    assert table.unreadable == ()
    assert table.frame["1"].to_list() == ["42'30\"", 'a "b" c']


def test_repeated_headers_keep_their_own_columns():
    table = read_delimited(b"case,case,act\n1,2,A1\n")
    assert table.headers == ("case", "case", "act")
    assert table.frame.row(0) == ("1", "2", "A1")


def test_binary_content_is_no_text():
    with pytest.raises(InputError, match="UTF-8"):
        read_delimited(b"case,act\n1,\0\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("sep=;\ncase;place;act\nP-1;Yanji;B1\n", [3]),
        ("Table of 2015;;\n;;\ncase;place;act\nP-1;Yanji;B1\n", [4]),
        ("Our records\n\ncase,place,act\nP-1,Yanji,B1\nP-2,Yanji,B1", [4, 5]),
        ("case,place,act\rP-1,Yanji,B1\rP-2,Yanji,B1\r", [2, 3]),
        ("case,place,act\n\nP-1,Yanji,B1\n\nP-2,Yanji,B1\n\n", [3, 5]),
        ('"case","place","act"\n"P-1","Yanji","B1"\n', [2]),
        ("#case,#loc,#event\nP-1,Yanji,B1\n", [2]),
    ],
)
def test_titles_blank_lines_and_other_ends_of_lines_leave_the_numbers_of_lines_right(text, lines):
    table = read_delimited(text.encode())
    assert len(table.headers) == 3
    assert table.lines.to_list() == lines
    assert table.frame["0"].to_list() == [f"P-{at + 1}" for at in range(len(lines))]


@pytest.mark.parametrize(
    "text", ["case , act\n P-1 ,B1\n", "case,act\nP-1\t,B1\n", "case,act\n\u00a0P-1,B1\n", "case,act\nP-1,B1 "]
)
def test_space_around_a_value_is_no_part_of_it(text):
    assert read_delimited(text.encode()).frame.row(0) == ("P-1", "B1")


@given(
    st.lists(st.lists(st.text('ab ,"\n\u00e9', max_size=4), min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from(",;\t|"),
)
def test_what_a_csv_writer_writes_is_read_as_it_was(rows, mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL).writerows([["case", "place", "act"], *rows])
    table = read_delimited(out.getvalue().encode())
    assert table.unreadable == ()
    kept = [row for row in rows if any(value.strip() for value in row)]
    assert table.frame.rows() == [tuple(value.strip() or None for value in row) for row in kept]
