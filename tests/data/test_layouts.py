"""Layouts, held to files made from the lists of columns that the organisations publish."""

import pytest

from data import Layout, check_file, layouts, read_incidents, read_layout
from data.layouts import NAMES
from data.schema import CANONICAL
from errors import UsageError
from tests.data import exports
from tests.data.files import TODAY, lines

WHOLE = ("acled", "ucdp", "kobo", "hxl")
FILES = {name: getattr(exports, name)() for name in (*WHOLE, "htcds", "ctdc")}
CODES = {"acled": {"D", "G"}, "ucdp": {"J"}, "kobo": {"B1", "F", "G", "H1", "I1"}, "hxl": {"F", "G1", "I1"}}


def check(name: str, mapping: Layout | None = None):
    return check_file(FILES[name], name=f"{name}.csv", mapping=mapping, today=TODAY)


@pytest.mark.parametrize("name", WHOLE)
def test_an_export_with_place_and_date_is_read_as_it_is(name):
    report = check(name)
    assert (report.layout, report.used, report.rows) == (name, 400, 400)
    assert not report.faults, str(report.faults)
    assert (report.events, report.persons, report.single_source) == (True, "disjoint", True)
    assert {"lat", "lng", "date", "act"} <= set(report.mapping)
    rows = read_incidents(FILES[name], name=f"{name}.csv", today=TODAY).rows
    assert rows["case"].n_unique() == 400
    assert {"CN", "KP"} <= set(rows["country"])
    assert (report.acts_not_listed > 0) == ("Z" in set(rows["act"]))
    assert set(rows["act"]) - {"Z"} == CODES[name]


def test_precision_codes_mean_what_their_codebooks_say():
    rows = read_incidents(FILES["acled"], name="a.csv", today=TODAY).rows
    assert set(rows["area"]) == {"cell", "region", "elsewhere"}
    assert check("ucdp").warnings[0].startswith("Rows whose point is written more finely")


@pytest.mark.parametrize(
    ("name", "missing"), [("htcds", ["case"]), ("ctdc", ["case", "lat and lng (or cell, or place)", "date"])]
)
def test_an_export_that_lacks_something_says_what_and_which_line_to_write(name, missing):
    report = check(name)
    assert report.layout == name
    assert [fault.column for fault in report.faults.listed] == sorted(missing)
    for column, line in zip(missing, report.missing, strict=True):
        assert f'{column.split(" ")[0]} = "HEADER"' in line
        assert line in str(report.faults)


def test_the_lines_of_a_mapping_supply_what_an_export_lacks():
    content = FILES["htcds"].replace(b"cas_Status", b"Key", 1)
    mapping = read_layout(b'persons = "linked"\n[columns]\ncase = "Key"')
    report = check_file(content, name="a.csv", mapping=mapping, today=TODAY)
    assert (report.faults.count, report.persons, report.events) == (0, "linked", False)
    # Two means of control, a kind of labour and a stage are acts of their own.
    assert report.used > report.rows == 40


def test_tags_below_the_headers_of_another_layout_change_nothing():
    header, rows = FILES["acled"].split(b"\n", 1)
    tags = b",".join(b"#event+code" if at == 0 else b"#x" if at % 2 else b"#geo+lat" for at in range(31))
    report = check_file(header + b"\n" + tags + b"\n" + rows, name="a.csv", today=TODAY)
    assert (report.layout, report.used) == ("acled", 400)


def test_fields_of_htcds_by_their_labels_are_recognised_too():
    labels = "Case Number,First Name,Methods of Control,Type of Labour Exploitation,Longitude,Latitude,Date,Type"
    row = "C-1,Yong-hui,Debt Bondage;Threats,Domestic Work,129.5,42.9,2015-04-01,Transit"
    report = check_file(f"{labels}\n{row}\n".encode(), name="a.csv", today=TODAY)
    assert (report.layout, report.faults.count, report.rows, report.used) == ("htcds", 0, 1, 4)


def test_a_point_in_one_column_is_read():
    content = '사례번호,좌표,발생일,행위유형\nP-1,"42.9051, 129.5072",2015,구타\nP-2,미상,2015,구타\n'
    report = check_file(content.encode(), name="a.csv", today=TODAY)
    assert (report.used, report.not_stated) == (2, 1), str(report.faults)


def test_nothing_personal_of_an_export_is_kept():
    for name in WHOLE:
        kept = read_incidents(FILES[name], name="a.csv", today=TODAY).rows.write_csv()
        for trace in (
            "Park",
            "0101234",
            "She said",
            "took away",
            "example.org",
            "Radio",
            "37.5665",
            "126.978",
            "05-16",
        ):
            assert trace not in kept, (name, trace)
    told = {column["column"]: column["reason"] for column in check("htcds").to_json()["dropped_columns"]}
    for column in ("prs_FirstName", "prs_SecondName", "prs_Birthdate", "prs_Email", "prs_MobilePhone", "hte_Street"):
        assert told[column].startswith("looks like")
    assert "prs_MailingLatitude" in told


def test_the_point_of_the_server_is_taken_only_where_no_question_has_one():
    assert "point" not in check("kobo").mapping
    content = FILES["kobo"].replace(b"location_l", b"location_x")
    report = check_file(content, name="a.csv", today=TODAY)
    assert report.mapping.get("point") == "_geolocation"


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_survives_being_written_and_read(name):
    layout = layouts()[name]
    again = read_layout(layout.to_toml().encode())
    for part in ("columns", "values", "act", "persons", "single_source", "rows_are_events", "needs"):
        assert getattr(again, part) == getattr(layout, part), part


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"case = ", "no TOML"),
        (b"\xff", "no TOML"),
        (b"[columns]\nname = 'x'", "columns is at fault"),
        (b"[values.where]\nx = 'y'", "values is at fault"),
        (b"[act.labels]\nbeating = 'Q9'", "act is at fault"),
        (b"Kim = 1", "a part that is none of a mapping"),
        (b"persons = 'many'", "persons is at fault"),
    ],
)
def test_a_mapping_that_says_what_none_says_is_refused_and_not_quoted(content, named):
    with pytest.raises(UsageError, match=named) as caught:
        read_layout(content)
    assert "Kim" not in str(caught.value)
    assert "Q9" not in str(caught.value)


def test_labels_of_ones_own_are_read_as_the_mapping_says():
    content = lines("P-1,42.9,129.5,2015,sold", "P-2,42.9,129.5,2015,gone")
    mapping = read_layout(b"[act.labels]\nSold = 'A4'\ngone = 'G4'")
    assert sorted(read_incidents(content, name="a.csv", mapping=mapping).rows["act"]) == ["A4", "G4"]


def test_every_canonical_column_is_known_by_its_own_name():
    assert all(name in layouts()["canonical"].columns[name] for name in CANONICAL)
