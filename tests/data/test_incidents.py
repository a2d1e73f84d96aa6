"""From a file to incidents: what is used, what is left out, and that no value comes back in a message."""

import re
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import Incidents, check_file, read_incidents, sample
from data.schema import CANONICAL, SCHEMA
from errors import InputError
from tests.data.files import COLUMNS, ROWS, TODAY, csv, lines

WHOLE = {
    "case": "P-1", "lat": "42.9051", "lng": "129.5072", "cell": "", "place": "", "precision": "town", "date": "2015",
    "until": "2016", "act": "B1", "actor": "private", "country": "CN", "setting": "private", "person_group": "woman",
    "source": "s-1", "reported": "2018", "authorised": "yes", "synthetic": "no",
}  # fmt: skip


def read(content: bytes) -> Incidents:
    return read_incidents(content, name="rows.csv", today=TODAY)


def table(*changes: dict[str, str]) -> bytes:
    """Return rows that are whole but for what is changed."""
    return pl.DataFrame([{**WHOLE, **change} for change in changes]).write_csv().encode()


def faults(*changes: dict[str, str]) -> list[tuple[int | None, str | None]]:
    report = check_file(table(*changes), name="rows.csv", today=TODAY)
    return [(fault.line, fault.column) for fault in report.faults.listed]


def test_a_whole_row_is_read_as_it_stands():
    found = read(table({}))
    assert found.rows.schema == pl.Schema(SCHEMA)
    [row] = found.rows.drop("cell").rows(named=True)
    assert row == {
        "case": "P-1", "source": "s-1", "area": "cell", "year": 2015, "until": 2016, "act": "B1", "actor": "private",
        "country": "CN", "setting": "private", "person_group": "woman", "reported": 2018,
    }  # fmt: skip
    assert found.report.columns == CANONICAL
    assert not found.report.synthetic


def test_what_is_optional_may_be_missing_and_is_not_stated():
    found = read(lines("P-1,not stated,b1", header="case,place,act"))
    assert found.rows.row(0, named=True) == {
        "case": "P-1", "source": None, "area": "not_stated", "cell": None, "year": None, "until": None, "act": "B1",
        "actor": "not_stated", "country": "not_stated", "setting": "not_stated", "person_group": "not_stated",
        "reported": None,
    }  # fmt: skip
    assert not found.report.has_source


def test_the_report_counts_what_was_used_and_what_was_not():
    report = read(csv(ROWS.with_columns(notes=pl.lit("x"), name=pl.lit("y"), weight=pl.lit("z")))).report
    assert (report.layout, report.rows, report.used, report.not_authorised) == ("canonical", 7, 7, 0)
    assert (report.elsewhere.count, report.elsewhere.lines) == (1, (6,))
    assert (report.not_stated, report.undated, report.has_source, report.encoding) == (1, 1, True, "utf-8")
    assert report.dropped_columns == (
        ("notes", "looks like free text"),
        ("name", "looks like a name"),
        ("weight", "not a column of the layout"),
    )
    assert report.columns == tuple(name for name in CANONICAL if name in COLUMNS)
    assert [warning.split(":")[0] for warning in report.warnings] == [
        "Rows whose point is written more finely than their precision"
    ]


@pytest.mark.parametrize("column", [name for name in CANONICAL if name not in {"place", "source"}])
def test_a_word_that_cannot_stand_in_a_column_is_a_fault_of_its_line_and_column(column):
    wrong = "Kim Yong-hui" if column == "case" else "???"
    assert (3, column) in faults({}, {column: wrong}, {})
    with pytest.raises(InputError) as caught:
        read(table({}, {column: wrong}, {}))
    assert f"line 3, column {column}:" in str(caught.value)
    assert wrong not in str(caught.value)


@pytest.mark.parametrize("column", ["case", "act", "authorised", "synthetic"])
def test_what_must_be_said_is_a_fault_where_it_is_not(column):
    assert faults({}, {column: ""}) == [(3, column)]


@pytest.mark.parametrize("column", ["case", "source", "place"])
def test_a_phone_number_in_a_column_of_words_is_a_fault(column):
    assert (2, column) in faults({column: "010-1234-5678"})


def test_all_faulty_lines_are_told_at_once():
    assert faults({"act": "x", "lat": "y"}, {}, {"date": "z"}, {"until": "1990"}) == [
        (2, "act"), (2, "lat"), (4, "date"), (5, "until")
    ]  # fmt: skip


def test_many_faults_are_listed_up_to_fifty_lines_and_counted():
    with pytest.raises(InputError, match=r"60 faults in 60 lines, of which the first 50 are listed") as caught:
        read(table(*[{"act": "nonsense of one"}] * 60))
    assert len(re.findall(r"\n  line", str(caught.value))) == 50


def test_a_file_that_lacks_columns_says_which_and_what_to_put_there():
    with pytest.raises(InputError) as caught:
        read(lines("x,y", header="Kim Yong-hui,13912345678"))
    told = str(caught.value)
    assert "column case: the file has no such column; add a column with this header: a pseudonym" in told
    assert "column act" in told
    assert "column lat and lng (or cell, or place)" in told
    assert "Kim" not in told
    assert "139" not in told
    report = check_file(lines("x,y", header="Kim Yong-hui,13912345678"), name="rows.csv")
    assert report.layout == "unknown"
    assert [name for name, _ in report.dropped_columns] == ["column 1", "column 2"]


def test_a_column_that_stands_twice_is_a_fault():
    with pytest.raises(InputError, match="column act: two columns have this header"):
        read(lines("P-1,not stated,A1,A1", header="case,place,act,Act"))


def test_a_file_without_rows_is_a_fault():
    with pytest.raises(InputError, match="no row below the headers"):
        read(lines())


def test_rows_that_may_not_be_released_are_counted_and_left_out_faults_and_all():
    found = read(table({}, {"authorised": "no", "act": "?", "case": ""}, {"authorised": "No"}))
    assert found.rows.height == 1
    assert (found.report.rows, found.report.used, found.report.not_authorised) == (3, 1, 2)


def test_invented_rows_are_known_by_their_column_and_do_not_mix_with_real_ones():
    assert read(table({"synthetic": "yes"}, {"synthetic": "yes"})).report.synthetic
    assert not read(table({"synthetic": "no"})).report.synthetic
    assert "synthetic" not in read(table({"synthetic": "yes"})).rows.columns
    assert faults({"synthetic": "yes"}, {}) == [(None, "synthetic")]


def test_the_country_that_a_row_states_counts_and_else_that_of_its_point():
    given_ = read(table({"country": "kp"}, {"country": "not_stated", "case": "P-2"}, {"country": "", "case": "P-3"}))
    assert dict(given_.rows.select("case", "country").iter_rows()) == {"P-1": "KP", "P-2": "not_stated", "P-3": "CN"}


def test_month_day_point_and_place_name_are_not_kept():
    kept = read(csv()).rows.write_csv()
    for trace in ("2011-03", "2012-05", "42.9051", "129.5072"):
        assert trace not in kept


def test_the_order_of_rows_makes_no_difference():
    turned = read(csv(ROWS.reverse()))
    assert turned.rows.equals(read(csv()).rows)


def test_incidents_and_their_report_say_how_many_they_are_and_no_value():
    found = read(csv())
    assert repr(found) == str(found) == "Incidents(7 rows)"
    assert f"{[found]}" == "[Incidents(7 rows)]"
    for value in ("P-1", "단체", "42.9", "129.5", "2011"):
        assert value not in repr(found.report)


def test_a_clean_file_is_checked_as_it_is_read():
    assert check_file(csv(), name="rows.csv", today=TODAY) == read(csv()).report


def test_a_file_that_cannot_be_read_cannot_be_checked():
    with pytest.raises(InputError):
        check_file(b"", name="rows.csv")


def test_today_is_the_day_of_the_call_unless_given():
    year = datetime.now(tz=UTC).year
    assert read_incidents(table({"date": str(year), "until": "", "reported": ""}), name="rows.csv").report.used == 1
    with pytest.raises(InputError, match="future"):
        read_incidents(table({"date": str(year + 1), "until": "", "reported": ""}), name="rows.csv")


junk = st.one_of(
    st.text(max_size=40),
    st.text("0123456789.-+,°'NE eE", max_size=12),
    st.sampled_from(
        ["42.9", "129.5", "2015", "B1", "yes", "CN", "Hyesan", "", "not stated", "ucdp 3", "85283473fffffff"]
    ),
    st.from_regex(r"\A[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z"),
    st.floats().map(repr),
    st.from_regex(r"\A010-[0-9]{4}-[0-9]{4}\Z"),
    st.emails(),
)


@settings(max_examples=150)
@given(st.sampled_from(CANONICAL), st.lists(junk, min_size=1, max_size=6))
def test_junk_in_any_column_is_read_or_refused_and_never_quoted(column, values):
    content = pl.DataFrame([{**WHOLE, "case": f"P-{n}", column: value} for n, value in enumerate(values)])
    try:
        found = read(content.write_csv(quote_style="always").encode())
    except InputError as error:
        told = re.sub(r"several towns have this name \([^)]*\)", "", str(error))
        for value in values:
            assert len(value.strip()) < 9 or value not in told or value == "not stated"
    else:
        assert found.rows.schema == pl.Schema(SCHEMA)
        needed = ["case", "area", "act", "actor", "country", "setting", "person_group"]
        assert found.rows.drop_nulls(needed).height == found.rows.height
        assert ((found.rows["area"] == "cell") == found.rows["cell"].is_not_null()).all()


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.parquet", "a.zip", "a.gpkg"]))
def test_any_bytes_are_read_or_refused(content, name):
    with pytest.raises(InputError):
        read_incidents(content, name=name)


@settings(max_examples=30)
@given(st.permutations(range(40)), st.integers(0, 50))
def test_any_order_of_rows_gives_the_same_incidents(order, seed):
    rows = sample(rows=40, rng=seed)
    assert read(csv(rows[list(order)])).rows.equals(read(csv(rows)).rows)
