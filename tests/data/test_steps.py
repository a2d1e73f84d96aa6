"""The steps of an intake, one after the other, as the command line and the steward's page take them."""

from dataclasses import asdict

import polars as pl

from data import Layout, check_mapped, map_columns, read_incidents, read_mapped, recognise, screen_columns
from tests.data.files import ROWS, TODAY, csv, lines

SECRET = ("P-1", "단체", "42.9051", "129.5072", "2011-03", "010-1234-5678")


def steps(content: bytes, mapping: Layout | None = None):
    recognised = recognise(content, name="rows.csv", mapping=mapping)
    screened = screen_columns(recognised)
    return recognised, screened, map_columns(screened)


def test_the_steps_give_what_reading_at_once_gives():
    *_, mapped = steps(csv())
    assert read_mapped(mapped, today=TODAY).rows.equals(read_incidents(csv(), name="rows.csv", today=TODAY).rows)
    assert check_mapped(mapped, today=TODAY) == read_incidents(csv(), name="rows.csv", today=TODAY).report


def test_no_step_says_a_value_of_the_file():
    told = csv(ROWS.with_columns(phone=pl.lit("010-1234-5678")))
    for step in steps(told):
        for text in (repr(step), str(asdict(step.report))):
            assert not any(value in text for value in SECRET), text


def test_a_refused_column_is_gone_after_the_screen():
    told = csv(ROWS.with_columns(phone=pl.lit("010-1234-5678"), weight=pl.lit("52")))
    recognised, screened, mapped = steps(told)
    assert recognised.report.layout == "canonical"
    assert screened.report.refused == (("phone", "looks like a phone number"),)
    assert "010-1234-5678" not in screened.table.frame.write_csv()
    assert mapped.report.dropped[-2:] == (
        ("phone", "looks like a phone number"),
        ("weight", "not a column of the layout"),
    )


def test_what_a_file_lacks_is_told_as_the_line_of_a_mapping_and_a_mapping_mends_it():
    content = lines("P-1,42.9,129.5,2015,B1", header="Fall,lat,lng,date,act")
    recognised, screened, mapped = steps(content)
    assert recognised.report.missing == ('case = "HEADER"',)
    assert check_mapped(mapped).faults.listed[0].column == "case"
    own = Layout(columns={"case": ("Fall",)})
    assert check_mapped(map_columns(screened, own)).used == 1
    assert check_mapped(steps(content, own)[-1]).used == 1


def test_a_mapping_cannot_bring_back_what_is_refused():
    content = lines("Anna,42.9,129.5,2015,B1", header="Full name,lat,lng,date,act")
    own = Layout(columns={"case": ("Full name",)})
    [fault] = check_mapped(steps(content, own)[-1]).faults.listed
    assert (fault.column, fault.problem) == ("case", "its column looks like a name")
