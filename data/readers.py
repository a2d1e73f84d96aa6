"""From the bytes of a file to a table of text: its own first bytes say which of the well-kept readers reads it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from data.delimited import read_delimited
from data.old_sheets import OLD_SHEET
from data.packed import parts_of
from data.sheets import read_sheet
from data.spatial import read_features, read_parquet
from errors import InputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from data.layouts import Layout
    from data.table import Table

TEXTS: Final = (".csv", ".tsv", ".txt", ".tab")
SHEETS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
POINTS: Final = (".geojson", ".json", ".gpkg", ".fgb", ".zip")
COLUMNS: Final = (".parquet", ".geoparquet")
ENDINGS: Final = (*TEXTS, *SHEETS, *POINTS, *COLUMNS)
"""Endings of the files that are read."""

LARGEST_MB: Final = 2048
"""The largest file that is read."""

_MB: Final = 2**20
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_PARQUET: Final = b"PAR1"
_FEATURES: Final = (b"SQLite format 3\0", b"fgb")
_SHEET_PARTS: Final = ("workbook.xml", "workbook.bin", "content.xml")
_JSON: Final = (b"{", b"\xef\xbb\xbf{")


def read_table(content: bytes, *, name: str, sheet: str | None = None, own: Layout | None = None) -> Table:
    """Read a file.

    Parameters
    ----------
    content
        Its bytes.
    name
        Its name; the ending must be one of `ENDINGS`. What the file is, its content decides: many a spreadsheet is
        text by another name.
    sheet
        Of a spreadsheet; the first that has rows unless named.
    own
        A steward's mapping, whose headers help to find the row of headers.

    Raises
    ------
    InputError
        If the file cannot be read. No value is quoted.
    UsageError
        If a sheet is named of a file that has none.
    """
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise InputError(f"This kind of file is not read: give a file with one of the endings {', '.join(ENDINGS)}.")
    if len(content) > LARGEST_MB * _MB:
        raise InputError(f"The file is larger than {LARGEST_MB} MB: give it in parts.")
    parts = parts_of(content) if content.startswith(_ZIP) else []
    if content.startswith(OLD_SHEET) or any(part.endswith(_SHEET_PARTS) for part in parts):
        return read_sheet(content, sheet, own)
    if sheet is not None:
        raise UsageError("A sheet was named, but the file is no spreadsheet: leave the sheet out.")
    if content.startswith(_PARQUET):
        return read_parquet(content)
    if content.startswith((_ZIP, _EMPTY_ZIP)) and not any(part.lower().endswith(".shp") for part in parts):
        raise InputError("A zip file is read only if it holds a Shapefile: unpack it and give the file inside.")
    if content.startswith((*_FEATURES, _ZIP)) or content.lstrip().startswith(_JSON):
        return read_features(content.removeprefix(b"\xef\xbb\xbf"))
    return read_delimited(content, own)


def content_of(source: Path | bytes) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    InputError
        If it cannot be opened, or is too large.
    """
    if isinstance(source, bytes):
        return source
    try:
        if source.stat().st_size > LARGEST_MB * _MB:
            raise InputError(f"The file is larger than {LARGEST_MB} MB: give it in parts.")
        return source.read_bytes()
    except OSError:
        raise InputError("The file cannot be opened: check its path and that you may read it.") from None
