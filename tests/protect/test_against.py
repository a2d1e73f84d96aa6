"""Totals that someone else published: how they are read, and what is at fault."""

import pytest

from errors import InputError
from geo import land_cells, to_text
from protect.against import MOST, Total, read_totals

CELLS = to_text(land_cells()[1200:1202])


def read(folder, *lines, header="area,period,act,total"):
    path = folder / "totals.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return read_totals(path)


def refused(folder, *lines):
    with pytest.raises(InputError) as raised:
        read(folder, *lines)
    return str(raised.value)


def test_totals_are_of_the_region_a_province_or_cells(tmp_path):
    found = read(tmp_path, "region,all,all,12", "CN-JL,closure,C,0", f"{CELLS[1].upper()}; {CELLS[0]},2021,I1,7")
    assert found == (
        Total(2, "region", "all", "all", 12),
        Total(3, "CN-JL", "closure", "C", 0),
        Total(4, f"{CELLS[0]};{CELLS[1]}", "2021", "I1", 7),
    )
    assert [total.is_province for total in found] == [False, True, False]


def test_a_total_may_be_of_what_is_undated(tmp_path):
    assert read(tmp_path, "region,undated,all,3")[0].period == "undated"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("nowhere,all,all,12", "area"),
        ("CN-XZ,all,all,12", "area"),
        ("elsewhere,all,all,12", "area"),
        ("region,lately,all,12", "period"),
        ("region,2021-05,all,12", "period"),
        ("region,all,Q9,12", "act"),
        ("region,all,all,-12", "total"),
        ("region,all,all,12.5", "total"),
        ("region,all,all,١٢", "total"),
        (f"region,all,all,{MOST + 1}", "total"),
        (f"region,all,all,{'9' * 5000}", "total"),
        ("region,all,all,", "total"),
    ],
)
def test_a_fault_names_its_line_and_column_and_no_value(tmp_path, line, column):
    said = refused(tmp_path, "region,all,all,1", line)
    assert f"line 3, column {column}:" in said
    for value in line.split(","):
        assert value in {"region", "all", ""} or value not in said


def test_the_same_key_stands_once(tmp_path):
    assert "line 3:" in refused(tmp_path, f"{CELLS[0]};{CELLS[1]},all,all,1", f"{CELLS[1]};{CELLS[0]},all,all,1")


def test_a_file_without_totals_audits_nothing_and_is_refused(tmp_path):
    assert "holds no total" in refused(tmp_path)


def test_a_file_without_the_columns_is_refused(tmp_path):
    with pytest.raises(InputError, match="line 1: the header must name each of area, period, act, total once"):
        read(tmp_path, "region,all,1", header="area,period,total")
