"""Headers that may be told."""

import pytest

from data.header_words import is_made_of_words
from data.layouts import layouts
from tests.data.exports import published


@pytest.mark.parametrize(
    "header",
    ["", "  ", "010 1234 5678", "a@b.co", "x" * 81, "김영희", "Kim Yong-hui", "born 1990", "note\n=", "Anna", "actP-77",
     "notesKim", "金英姬", "가-001", "casecaseqzxv", "B1"],
)  # fmt: skip
def test_a_header_that_could_be_a_value_is_not_told(header):
    assert not is_made_of_words(header)


@pytest.mark.parametrize("name", ["acled", "ucdp", "kobo", "htcds", "ctdc"])
def test_published_columns_are_made_of_words(name):
    assert [header for header in published(name) if not is_made_of_words(header)] == []


@pytest.mark.parametrize(
    "header", [" 비고 ", "피해자 성명", "联系人", "Full name", "enumerator_name", "person-name", "Remarks"]
)
def test_ordinary_headers_are_told(header):
    assert is_made_of_words(header)


def test_headers_of_our_own_layouts_are_told():
    for layout in layouts().values():
        for headers in layout.columns.values():
            assert all(is_made_of_words(header) for header in headers if "*" not in header)
