"""Sheets of which one cell lies so far away that no machine could hold what lies between."""

import io
import struct
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from data import spans
from data.sheets import read_sheet
from data.spans import check_spans
from errors import InputError
from tests.data.files import ods_of

HEADERS = '<table:table-row><table:table-cell office:value-type="string"><text:p>case</text:p></table:table-cell>'
FAR = (
    f'{HEADERS}</table:table-row><table:table-row table:number-rows-repeated="900000"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell '
    'table:number-columns-repeated="16000"/><table:table-cell office:value-type="string"><text:p>x</text:p>'
    "</table:table-cell></table:table-row>"
)
EMPTY_BEYOND = (
    f'{HEADERS}<table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row '
    'table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def sheet(**cells):
    """Return a spreadsheet with some cells; of those that are None only the look is told."""
    book = openpyxl.Workbook()
    for name, value in {"A1": "case", "B1": "act", "A2": "a", **cells}.items():
        book.active[name] = value
        if value is None:
            book.active[name].font = openpyxl.styles.Font(bold=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(part, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    return out.getvalue()


def records(*rows_and_columns):
    """Return the records of a sheet in XLSB with these cells, and a record before them that is none of a cell."""
    told = b"\x81\x01\x00"
    for row, column in rows_and_columns:
        told += b"\x00\x11" + struct.pack("<I", row - 1) + bytes(13)
        told += b"\x07\x0c" + struct.pack("<I", column - 1) + bytes(8)
    return told


@pytest.mark.parametrize("piece", [2**20, 700])
def test_a_cell_in_the_last_corner_is_named_and_nothing_is_read(monkeypatch, piece):
    monkeypatch.setattr(spans, "_PIECE", piece)
    with pytest.raises(InputError, match="reaches to row 1048576 and column 16384, far"):
        read_sheet(sheet(XFD1048576="x"), None)
    with pytest.raises(InputError, match="reaches to row 900002 and column 16001, far"):
        read_sheet(ods_of(FAR), None)


@pytest.mark.parametrize("cells", [{"XFD2": "x"}, {"A1048576": "x"}, {"XFD1048576": None}])
def test_a_wide_or_a_long_sheet_and_one_with_a_look_beyond_its_table_are_read(cells):
    assert read_sheet(sheet(**cells), None).lines[0] == 2


@pytest.mark.parametrize("piece", [2**20, *range(1, 40)])
@pytest.mark.parametrize(
    ("end", "is_far"), [("/>", False), ("></c>", False), (">\n</c>", False), ("><v>1</v></c>", True)]
)
def test_a_far_cell_counts_if_something_stands_in_it_wherever_a_piece_ends(monkeypatch, piece, end, is_far):
    monkeypatch.setattr(spans, "_PIECE", piece)
    told = f'<sheetData><row><c r="A1"><v>1</v></c><c r="XFD1048576" s="1"{end}</row></sheetData>'
    content = packed("xl/worksheets/sheet1.xml", told.encode())
    if is_far:
        with pytest.raises(InputError, match="row 1048576 and column 16384,"):
            check_spans(content)
    else:
        check_spans(content)


def test_cells_that_are_empty_to_the_end_of_a_sheet_count_for_nothing():
    check_spans(ods_of(EMPTY_BEYOND))
    check_spans(ods_of(FAR.replace("16000", "50")))


def test_records_of_cells_are_looked_through_as_well():
    check_spans(packed("xl/worksheets/sheet1.bin", records((1, 1), (1_000_000, 60))))
    with pytest.raises(InputError, match="row 1048576 and column 16384,"):
        check_spans(packed("xl/worksheets/sheet1.bin", records((1, 1), (1_048_576, 16_384), (1, 2))))


def test_broken_parts_are_left_to_the_reader():
    check_spans(packed("xl/worksheets/sheet1.bin", b"\x00\x11\x00"))
    whole = bytearray(packed("xl/worksheets/sheet1.xml", b"<c " * 4000))
    whole[60:70] = b"\xff" * 10
    check_spans(bytes(whole))


def test_what_the_reader_logs_of_a_sheet_goes_nowhere():
    much = ods_of(
        HEADERS.replace("office:value", 'table:number-columns-repeated="100000000" office:value') + "</table:table-row>"
    )
    code = "import sys; from data.sheets import read_sheet; read_sheet(sys.stdin.buffer.read(), None)"
    said = subprocess.run([sys.executable, "-c", code], input=much, capture_output=True, check=False)
    assert said.stdout == b""
    assert b"capped" not in said.stderr
