"""Zip files, looked at before anything is unpacked."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.packed import parts_of
from errors import InputError
from tests.data.files import ROWS, xlsx, zipped


def packed(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * size)
    return out.getvalue()


def test_a_workbook_is_told_by_its_parts():
    assert "xl/workbook.xml" in parts_of(xlsx(ROWS))
    assert parts_of(zipped({"a.shp": "x", "a.dbf": "y"})) == ["a.shp", "a.dbf"]


def test_what_would_unpack_to_far_more_than_it_is_is_refused():
    assert parts_of(packed(1_000_000)) == ["xl/workbook.xml"]
    with pytest.raises(InputError, match="far more than it is"):
        parts_of(packed(80_000_000))


def test_a_size_that_is_not_true_is_refused():
    content = packed(80_000_000)
    lying = content.replace(struct.pack("<L", 80_000_000), struct.pack("<L", 1000))
    assert lying != content
    with pytest.raises(InputError, match="damaged"):
        parts_of(lying)


def test_a_packed_file_inside_a_packed_file_is_refused():
    with pytest.raises(InputError, match="another packed file"):
        parts_of(zipped({"xl/workbook.xml": "", "more.zip": ""}))


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_damaged_zip_file_is_read_or_refused(at, byte):
    content = xlsx(ROWS)
    at %= len(content)
    try:
        assert parts_of(content[:at] + bytes([byte]) + content[at + 1 :])
    except InputError:
        return
