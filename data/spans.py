"""How far a sheet spans: whoever reads it makes room for every cell from the first to the last, empty or not.

One cell that was written by mistake in the last corner of a sheet would ask for more than a machine has. So it is
looked for before anything is read, in the file's own XML (or records, in XLSB), piece by piece.
"""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from errors import UNPACKING, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_CELLS: Final = 2**26
"""The most cells that a sheet may span; a million rows of sixty columns are fewer."""

_PIECE: Final = 2**20
_LONGEST_TAG: Final = 4096
# Cells that hold nothing close at once, in their own tag or in the next one, and nobody makes room for them.
_FAR: Final = re.compile(rb'<(?:\w+:)?c\s(?:[^>/]*\s)?r="(?:[A-Z]{2,}\d+|[A-Z]+\d{7,})"[^>/]*>(?=\s*<[^/])')
_CELL: Final = re.compile(rb'<(?:\w+:)?c\s(?:[^>/]*\s)?r="([A-Z]+)(\d+)"[^>/]*>(?=\s*<[^/])')
_TABLE: Final = re.compile(rb"<table:table(?:-(row|cell|covered-table-cell))?(?=[\s/>])([^>]*?)(/?)>")
_TIMES: Final = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
_MOST_TIMES: Final = 2**20  # whoever reads it takes no more
# Kinds of records of a sheet in XLSB: where a row begins, and a cell that holds something.
_ROW: Final = 0
_CELLS: Final = range(2, 12)


def check_spans(content: bytes) -> None:
    """Refuse a packed spreadsheet in which a cell lies so far from the others that no machine could hold the sheet.

    Raises
    ------
    InputError
        It names the last row and column of that sheet.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in archive.namelist():
            spans = _spans_of(part.lower())
            if spans is None:
                continue
            try:
                row, column = spans(archive, part)
            except UNPACKING:
                continue  # what cannot be unpacked is not read either: the reader says so
            if row * column > MOST_CELLS:
                raise InputError(
                    f"A sheet reaches to row {row} and column {column}, far beyond any table: clear all cells beyond "
                    "the table, or save it as CSV in UTF-8."
                )


def _spans_of(part: str) -> Callable[[zipfile.ZipFile, str], tuple[int, int]] | None:
    """Return what tells how far the sheet in a part of a packed file reaches: to which row and column, from one."""
    if part == "content.xml":
        return _in_tables
    if "sheets/" not in part:
        return None
    return _in_records if part.endswith(".bin") else _in_cells


def _in_cells(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    """XLSX: each cell says where it is. Most sheets have no cell that is far away, and are looked through fast."""
    row = column = 0
    if any(_FAR.search(piece) for piece in _in_pairs(archive, part)):
        for piece in _in_pairs(archive, part):
            for letters, digits in _CELL.findall(piece):
                row, column = max(row, int(digits[:9])), max(column, _number_of(letters))
    return row, column


def _number_of(letters: bytes) -> int:
    """Return the number of a column, from one: A is 1, AA is 27.

    >>> _number_of(b"A"), _number_of(b"AA"), _number_of(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters[:4]:
        number = 26 * number + letter - 64
    return number


def _in_tables(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    """ODS: rows and cells come one after the other, some many times."""
    row = column = most = span = 0
    found = (0, 0)
    for piece in _pieces(archive, part):
        for kind, told, shut in _TABLE.findall(piece):
            times = min(int(repeated[1]), _MOST_TIMES) if (repeated := _TIMES.search(told)) else 1
            if not kind:
                row = column = most = 0
            elif kind == b"row":
                row, column = row + times, 0
            else:
                column += times
                if not shut:
                    most = max(most, column)
                    span, found = max((span, found), (row * most, (row, most)))
    return found


def _in_records(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    """XLSB: records, each with its kind and length in bytes of seven bits; rows and cells begin with their number."""
    content, at, row, column = archive.read(part), 0, 0, 0
    ends = (0, 0)
    while at < len(content):
        kind, at = _packed(content, at)
        length, at = _packed(content, at)
        if kind == _ROW or kind in _CELLS:
            (number,) = struct.unpack_from("<I", content, at)
            if kind == _ROW:
                row = number + 1
            else:
                column = number + 1
                ends = max(ends[0], row), max(ends[1], column)
        at += length
    return ends


def _packed(content: bytes, at: int) -> tuple[int, int]:
    """Return the number at a place, of which each byte holds seven bits and says whether it goes on; and its end."""
    number = 0
    for shift in range(0, 28, 7):
        byte = content[at] if at < len(content) else 0
        number, at = number | (byte & 127) << shift, at + 1
        if not byte & 128:
            break
    return number, at


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part piece by piece, each with the beginning of a tag that the one before was cut in."""
    with archive.open(part) as stream:
        rest = b""
        while piece := stream.read(_PIECE):
            piece = rest + piece
            cut = piece.rfind(b"<")
            cut = cut if 0 <= len(piece) - cut < _LONGEST_TAG else len(piece)
            yield piece[:cut]
            rest = piece[cut:]
        yield rest


def _in_pairs(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part piece by piece, some of it twice: any tag stands in one of them together with the tag after it."""
    with archive.open(part) as stream:
        rest = b""
        while piece := stream.read(_PIECE):
            piece = rest + piece
            yield piece
            cut = piece.rfind(b"<", 0, max(0, piece.rfind(b"<")))
            rest = piece[max(0, cut) :][-2 * _LONGEST_TAG :]
