"""Where a receipt goes in each format, and which files do not take one."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.embedding import in_csv, in_geojson, in_html, in_png, in_svg, in_zip
from errors import UsageError
from tests.briefing.containers import HTML, SEALED, SVG, picture

TOKEN = "atlas-receipt;v=1;"  # noqa: S105 - no secret

FIELDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=6)


def read(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def test_in_a_document_it_comes_after_what_rules_the_document():
    head = in_html(HTML, TOKEN).partition("</head>")[0]
    assert head.endswith(f'<meta charset="utf-8">\n<meta name="atlas-receipt" content="{TOKEN}">\n')


def test_in_a_drawing_it_is_the_first_thing():
    assert f'aria-label="a > b"><metadata>{TOKEN}</metadata><path' in in_svg(SVG, TOKEN)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(FIELDS, min_size=n, max_size=n), min_size=2, max_size=5)))
def test_in_a_table_it_is_the_last_column_and_no_other_field_changes(rows):
    rows[0] = [f"c{place}" for place in range(len(rows[0]))]
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    text = in_csv(written.getvalue(), TOKEN)
    assert [row[:-1] for row in read(text)] == rows
    assert [row[-1] for row in read(text)] == ["receipt", *[TOKEN] * (len(rows) - 1)]
    assert text.endswith(f"{TOKEN}\r\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_a_table_without_a_row_gets_one_for_it_and_lines_end_alike(end):
    assert in_csv(f"a,b,c{end}", TOKEN) == f"a,b,c,receipt\r\n,,,{TOKEN}\r\n"


def test_an_empty_field_of_a_table_of_one_column_is_a_row():
    assert in_csv("a\n\nx\n", TOKEN) == f"a,receipt\r\n,{TOKEN}\r\nx,{TOKEN}\r\n"


def test_the_same_file_is_made_of_the_same_file():
    members = {"b.txt": b"2", "a.txt": b"1"}
    assert in_zip(members, TOKEN) == in_zip(dict(reversed(members.items())), TOKEN)
    assert in_png(picture(), TOKEN, 150) == in_png(picture(), TOKEN, 150)
    assert in_png(in_png(picture(), TOKEN, 150), TOKEN, 300).count(b"pHYs") == 1


@pytest.mark.parametrize(
    ("put", "content"),
    [
        (in_html, "<p>no head</p>"),
        (in_html, "<head></head><head></head>"),
        (in_svg, "<p>no drawing</p>"),
        (in_svg, "<svg/>"),
        (in_geojson, '{"features":[]}'),
        (in_geojson, SEALED["geojson"].decode()),
        (in_csv, ""),
        (in_csv, 'a,b\n"open,1\n'),
        (in_csv, "a,receipt\n1,2\n"),
        (lambda content, token: in_png(content, token, 200), b"GIF89a"),
        (lambda content, token: in_png(content, token, 200), picture()[:8]),
        (in_zip, {"atlas-receipt.txt": b""}),
    ],
)
def test_a_file_that_does_not_take_a_receipt_says_so(put, content):
    with pytest.raises(UsageError, match="takes a receipt"):
        put(content, TOKEN)
