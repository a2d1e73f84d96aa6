"""Decisions of a steward about one file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import Decisions, check_file, read_decisions, read_incidents
from errors import InputError, UsageError
from tests.data.files import TODAY, lines

ROWS = (
    "P-1,42.9,129.5,2015,B1", "P-2,-42.9,129.5,2015,B1", "P-3,129.5,42.9,2015,B1", "P-4,42.9,129.5,2015",
    "P-5,42.9,129.5,2015,whipping", "P-6,42.9,129.5,2015,whipping", "P-7,42.9,129.5,2015,whipping",
)  # fmt: skip
CONTENT = lines(*ROWS)


@given(
    st.lists(st.integers(1, 10**7), max_size=40, unique=True),
    st.lists(st.integers(1, 10**7), max_size=3, unique=True),
    st.dictionaries(st.text(min_size=1, max_size=12), st.sampled_from(["Z", "B1", "F"]), max_size=3),
)
def test_decisions_survive_being_written_and_read(drop, elsewhere, acts):
    made = Decisions("d1", tuple(sorted(drop)), tuple(sorted(elsewhere)), acts)
    assert read_decisions(made.to_toml().encode()) == made


def test_what_check_proposes_makes_the_file_whole_and_nothing_is_done_silently():
    first = check_file(CONTENT, name="a.csv", today=TODAY)
    assert (first.decisions.drop, first.decisions.elsewhere, dict(first.decisions.acts)) == (
        (4, 5),
        (3,),
        {"whipping": "Z"},
    )
    found = read_incidents(CONTENT, name="a.csv", decisions=first.decisions, today=TODAY)
    assert (found.report.used, found.report.dropped_lines, found.report.elsewhere.lines) == (5, 2, (3,))
    assert sorted(found.rows["act"]) == ["B1", "B1", "Z", "Z", "Z"]
    assert found.report.decisions == first.decisions


def test_a_part_of_the_decisions_leaves_the_other_faults():
    first = check_file(CONTENT, name="a.csv", today=TODAY).decisions
    some = Decisions(first.file, drop=(4,))
    report = check_file(CONTENT, name="a.csv", decisions=some, today=TODAY)
    assert {fault.line for fault in report.faults.listed} == {3, 5, 6, 7, 8}
    assert report.decisions == first
    with pytest.raises(InputError):
        read_incidents(CONTENT, name="a.csv", decisions=some, today=TODAY)


def test_lines_are_those_of_one_file_and_labels_are_anyones():
    made = check_file(CONTENT, name="a.csv", today=TODAY).decisions
    other = CONTENT + b"\nP-8,42.9,129.5,2015,B1"
    with pytest.raises(UsageError, match="another file"):
        check_file(other, name="a.csv", decisions=made, today=TODAY)
    labels = Decisions(acts={"Whipping": "H1"})
    assert "whipping" not in str(check_file(other, name="a.csv", decisions=labels, today=TODAY).faults)


@pytest.mark.parametrize(
    "content",
    [b"drop = ", b"\xff", b"drop = ['Kim']", b"drop = [0]", b"lines = [1]", b"[acts]\nx = 'Q9'", b"[acts]\nx = 1"],
)
def test_a_list_that_is_none_is_refused_and_not_quoted(content):
    with pytest.raises(UsageError, match="decisions") as caught:
        read_decisions(content)
    assert "Kim" not in str(caught.value)
    assert "Q9" not in str(caught.value)
