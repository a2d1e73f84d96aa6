"""A table as it was read."""

import polars as pl

from data.readers import read_table
from tests.data.files import ROWS, csv


def test_a_table_says_how_large_it_is_and_nothing_else():
    assert repr(read_table(csv(), name="rows.csv")) == f"Table({ROWS.height} rows, {ROWS.width} columns)"


def test_values_are_trimmed_and_what_is_blank_is_empty():
    table = read_table("case,act\n \u3000P-1\u00a0 , \u200b\n".encode(), name="rows.csv")
    assert table.frame.rows() == [("P-1", None)]
    assert table.frame.schema == pl.Schema({"0": pl.String, "1": pl.String})
