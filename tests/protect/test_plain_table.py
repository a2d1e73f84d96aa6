"""A plain table: how it is read, what is at fault, and what is derived of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from protect import Interval, PlainTable, derive, read_plain_table

CELLS = "cell,count,published\na,5,no\nb,2,no\nc,4,yes\nlone,9,no\n"
MARGINS = "margin,cell\nall,a\nall,b\nall,c\n"


def read(folder, cells=CELLS, margins=MARGINS):
    (folder / "cells.csv").write_bytes(cells if isinstance(cells, bytes) else cells.encode())
    (folder / "margins.csv").write_text(margins, encoding="utf-8")
    return read_plain_table(folder / "cells.csv", folder / "margins.csv")


def test_hidden_cells_share_what_their_margin_leaves(tmp_path):
    assert derive(read(tmp_path)) == [Interval("a", 0, 7), Interval("b", 0, 7), Interval("lone", 0, None)]


def test_columns_may_stand_in_any_order_among_others_and_lines_may_be_empty(tmp_path):
    cells = "\ufeffnote, published ,count,cell\nx,no,5,a\n\n,no,2,b\n,yes,4,c\n"
    assert derive(read(tmp_path, cells)) == [Interval("a", 0, 7), Interval("b", 0, 7)]


def test_a_table_with_nothing_hidden_or_no_margin_gives_nothing_away(tmp_path):
    assert derive(read(tmp_path, "cell,count,published\na,5,yes\n", "margin,cell\nall,a\n")) == []
    assert derive(read(tmp_path, CELLS, "margin,cell\n"))[0] == Interval("a", 0, None)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=1), st.data())
def test_no_interval_ever_misses_the_count(counts, data):
    hidden = data.draw(st.lists(st.sampled_from(sorted(counts)), unique=True))
    margins = data.draw(
        st.dictionaries(st.sampled_from("rstuv"), st.lists(st.sampled_from(sorted(counts)), min_size=1, unique=True))
    )
    for found in derive(PlainTable(counts, hidden, margins)):
        assert found.low <= counts[found.cell]
        assert found.high is None or found.high >= counts[found.cell]


@pytest.mark.parametrize(
    ("cells", "margins", "words"),
    [
        ("cell,count\na,777\n", MARGINS, "cells.csv, line 1: the header must name each of cell, count, published once"),
        ("", MARGINS, "cells.csv, line 1: the header"),
        ("cell,count,published\na,-777,no\n", MARGINS, "line 2, column count: not a whole number"),
        ("cell,count,published\na,7.77,no\n", MARGINS, "line 2, column count"),
        ("cell,count,published\na,7777777777,no\n", MARGINS, "line 2, column count"),
        ("cell,count,published\na,\u0667,no\n", MARGINS, "line 2, column count"),
        ("cell,count,published\na,777,maybe\n", MARGINS, "line 2, column published: neither yes nor no"),
        ("cell,count,published\na,777,no\na,777,no\n", MARGINS, "line 3, column cell: this cell stands in an earlier"),
        ("cell,count,published\n,777,no\n", MARGINS, "line 2, column cell: no value"),
        ("cell,count,published\na,777,no,x\n", MARGINS, "line 2: not as many values as there are headers"),
        ('cell,count,published\n"a,777,no\n', MARGINS, "cells.csv, line 2: a double quote is out of place"),
        (CELLS, "margin,cell\nall,other\n", "line 2, column cell: a cell that cells.csv does not have"),
        (CELLS, "margin,cell\nall,a\nall,a\n", "line 3, column cell: this cell stands in this margin already"),
        (b"cell,count,published\n\xff,777,no\n", MARGINS, "cells.csv is not text in UTF-8"),
    ],
)
def test_a_fault_is_told_by_line_and_column_and_never_by_value(tmp_path, cells, margins, words):
    with pytest.raises(InputError) as raised:
        read(tmp_path, cells, margins)
    assert words in str(raised.value)
    for value in ("777", "maybe", "other", "\u0667"):
        assert value not in str(raised.value)


def test_many_faults_are_counted_and_the_first_listed(tmp_path):
    with pytest.raises(InputError, match="has 60 faults, of which the first 50 are listed") as raised:
        read(tmp_path, "cell,count,published\n" + "".join(f"c{at},x,no\n" for at in range(60)))
    assert str(raised.value).count("\n") == 50


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.csv cannot be opened"):
        read_plain_table(tmp_path / "none.csv", tmp_path / "none.csv")


def test_a_table_shows_no_counts_by_accident():
    assert repr(PlainTable({"a": 31}, ["a"], {})) == "PlainTable(1 cells, 1 hidden, 0 margins)"
