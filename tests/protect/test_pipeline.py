"""The door out of the private side: what a steward asks for is checked before anything is counted."""

import pytest

from errors import UsageError
from protect import Month, Request, protect
from tests.protect.people import SECRET, Rows, incidents


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "two\nlines", "half \udcff"])
def test_a_title_that_cannot_be_printed_is_refused_with_a_sentence(title):
    request = Request(title=title, as_of=Month(2026, 11), single_source=True)
    with pytest.raises(UsageError, match="--title"):
        protect(Rows(incidents(30, 1, sources=1)), SECRET, request)
