"""Acts, and the one exception: a label that may be told."""

import pytest

from data import check_file
from data.acts import is_harmless
from terms import taxonomy
from tests.data.files import lines


def problems(*acts: str, cases: tuple[str, ...] = ()) -> list[tuple[int | None, str]]:
    people = cases or tuple(f"P-{number}" for number in range(len(acts)))
    rows = [f"{person},42.9,129.5,2015,{act}" for person, act in zip(people, acts, strict=True)]
    return [(fault.line, fault.problem) for fault in check_file(lines(*rows), name="a.csv").faults.listed]


def test_every_code_of_the_taxonomy_is_an_act_groups_included():
    codes = list(taxonomy().acts)
    assert problems(*codes, *map(str.lower, codes)) == []


def test_no_act_is_a_fault_that_names_the_code_for_it():
    report = check_file(lines("P-1,42.9,129.5,2015,"), name="a.csv")
    assert "Z stands for an act that is not known" in str(report.faults)


def test_a_label_of_three_rows_of_three_people_is_told():
    assert problems("whipping", "whipping", "whipping", "B1") == [
        (line, '"whipping" is no code or name of the taxonomy') for line in (2, 3, 4)
    ]


def test_a_label_of_fewer_rows_or_people_is_told_by_its_lines_alone():
    assert problems("whipping", "whipping") == [
        (2, "not a code or name of the taxonomy"),
        (3, "not a code or name of the taxonomy"),
    ]
    found = problems("whipping", "whipping", "whipping", cases=("P-1", "P-1", "P-2"))
    assert {problem for _, problem in found} == {"not a code or name of the taxonomy"}


@pytest.mark.parametrize(
    "label", ["Kim Yong-hui", "김영희", "010-1234-5678", "she was sold in the spring to a farmer", "a@b.co", "B11"]
)
def test_a_label_that_could_be_a_person_is_never_told(label):
    assert not is_harmless(label)
    assert {problem for _, problem in problems(label, label, label)} == {"not a code or name of the taxonomy"}


@pytest.mark.parametrize("label", ["forced marriage", "강간", "강제 북송", "强迫婚姻", "구타", "Beating (severe)"])
def test_words_for_acts_are_harmless_in_three_languages(label):
    assert is_harmless(label)
