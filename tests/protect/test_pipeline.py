"""The door out of the private side: what a steward asks for is checked before anything is counted."""

import pytest

from errors import ProtectionError, UsageError
from protect import Month, Request, protect
from release import Persons
from tests.protect.people import SECRET, Rows, incidents


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "two\nlines", "half \udcff"])
def test_a_title_that_cannot_be_printed_is_refused_with_a_sentence(title):
    request = Request(title=title, as_of=Month(2026, 11), single_source=True)
    with pytest.raises(UsageError, match="--title"):
        protect(Rows(incidents(30, 1, sources=1)), SECRET, request)


def test_a_file_without_a_figure_is_refused_and_the_rules_that_were_in_force_are_named():
    alone = Request(title="A test", as_of=Month(2026, 11), single_source=True)
    with pytest.raises(ProtectionError, match=r"11 people past the embargo \(rules 2 and 10\)"):
        protect(Rows(incidents(5, 1, sources=1)), SECRET, alone)
    several = Request(title="A test", as_of=Month(2026, 11), persons=Persons.LINKED)
    with pytest.raises(ProtectionError, match=r"from 3 sources past the embargo \(rules 2, 3 and 10\)"):
        protect(Rows(incidents(5, 1)), SECRET, several)
