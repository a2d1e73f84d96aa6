"""The program that `data.apart` starts: it opens one spreadsheet after the other for whoever writes to its input.

It is run by its path and imports nothing of ours. What it is sent: the length of a spreadsheet and its bytes, or a line
of JSON that names a sheet. What it answers: a line of JSON, and after a sheet its cells as Arrow IPC.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
from typing import TYPE_CHECKING, Any, Final

import fastexcel

if TYPE_CHECKING:
    from typing import BinaryIO

MEMORY: Final = 12 * 2**30
"""Bytes of address space that the program may ask for, where the system can tell it so."""


def limit() -> None:
    """Let what asks for too much memory end this program and not the machine, and leave no image of it on a disk."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(out: BinaryIO, told: dict[str, Any], cells: bytes = b"") -> None:
    """Write a line of JSON, and cells after it."""
    out.write(json.dumps({**told, "length": len(cells)}).encode() + b"\n")
    out.write(cells)
    out.flush()


def cells_of(book: fastexcel.ExcelReader | None, sheet: str) -> bytes:
    """Return a sheet as text, as Arrow IPC; not even empty rows at the top are skipped, so that rows keep numbers."""
    if book is None:
        raise LookupError
    packed = io.BytesIO()
    book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_polars().write_ipc(packed)
    return packed.getvalue()


def serve(asked: BinaryIO, out: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    book: fastexcel.ExcelReader | None = None
    while line := asked.readline():
        request = json.loads(line)
        try:
            if "length" in request:
                book = None
                book = fastexcel.read_excel(asked.read(request["length"]))
                answer(out, {"names": book.sheet_names})
            elif request["sheet"] is None:
                book = None
                answer(out, {})
            else:
                answer(out, {}, cells_of(book, request["sheet"]))
        except BaseException:  # noqa: BLE001 - of broken bytes the reader raises whatever it stumbles over, or panics
            answer(out, {"broken": True})


if __name__ == "__main__":
    # What the reader notes of broken bytes may hold words of the file: none of it is passed on.
    logging.disable(logging.CRITICAL)
    limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
