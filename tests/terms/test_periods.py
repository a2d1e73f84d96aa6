"""Years nest in eras; markers and arrivals are what they say."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from terms import ALL_TIME, UNDATED, arrivals, era_of, eras, markers

STAMP = re.compile(r"\d{4}(-\d{2})?")


@given(st.integers(1900, 2200))
def test_a_year_lies_in_exactly_one_era(year: int) -> None:
    holders = [era.id for era in eras() if year in era]
    assert holders == [era_of(year)]


def test_eras_follow_each_other_without_a_gap() -> None:
    assert eras()[0].first is None
    assert eras()[-1].last is None
    for one, following in zip(eras(), eras()[1:], strict=False):
        assert one.last is not None
        assert following.first == one.last + 1


def test_era_names_cannot_be_mistaken_for_other_periods() -> None:
    ids = [era.id for era in eras()]
    assert len(set(ids)) == len(ids) == 3
    assert not {ALL_TIME, UNDATED} & set(ids)
    assert not any(name.isdecimal() for name in ids)


def test_markers_are_dated_named_and_sourced() -> None:
    found = markers()
    assert len({marker.id for marker in found}) == len(found)
    for marker in found:
        assert marker.name
        assert marker.source
        assert STAMP.match(marker.start)
        assert STAMP.match(marker.end)
        assert marker.start[:4] <= marker.end[:4]


def test_arrivals_are_by_year_with_women_among_the_people() -> None:
    found = arrivals()
    assert list(found) == sorted(found)
    for year, own in found.items():
        assert own.year == year
        assert own.people > 0
        assert own.women is None or 0 < own.women <= own.people
        assert own.source
