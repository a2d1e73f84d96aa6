"""Text files of delimited columns: where the headers stand, what divides the columns, and which line is which row.

A text without quotes is read by polars. Where there are quotes, a value may hold line breaks; then pyarrow reads it,
which tells the rows that have too few values, and their numbers.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.encoding import UNREADABLE, decode
from data.faults import Fault
from data.headers import SEARCHED, header_row, headers_of
from data.matching import known_headers
from data.table import Table, Unit, to_table
from errors import InputError

if TYPE_CHECKING:
    from data.layouts import Layout

DELIMITERS: Final = (",", ";", "\t", "|")
_RAGGED: Final = "not as many values as there are headers"
_QUOTE: Final = "a double quote out of place, which may hide the rows that follow"
_MEND_QUOTE: Final = "close each value that is opened by a double quote, and double the quotes inside it"
_MEND: Final = "put values that hold the delimiter or a line break between double quotes"
_TOP: Final = 2**16
_MOST_COLUMNS: Final = 5000


@dataclass(frozen=True, slots=True)
class _Head:
    """What divides the columns, the headers, and the line after the one in which they end."""

    delimiter: str
    headers: list[str]
    next_line: int


def read_delimited(content: bytes, own: Layout | None = None) -> Table:
    """Read CSV, TSV, or text delimited by semicolons or bars; titles may stand above the headers.

    Parameters
    ----------
    content
        The bytes of the file.
    own
        A steward's mapping, whose headers are known as well.

    Raises
    ------
    InputError
        If the bytes are no text in a known encoding, or no table.
    """
    plain, encoding = _plain(content)
    head = _head(plain[:_TOP].decode(errors="ignore"), own)
    start = _start_of(plain, head.next_line)
    quick = None if plain.find(b'"', start) >= 0 else _unquoted(plain, start, head)
    table = quick if quick is not None else _quoted(plain[start:], head)
    return replace(table, encoding=encoding)


def _plain(content: bytes) -> tuple[bytes, str]:
    """Return a text as UTF-8 with its lines ended alike, and the encoding in which it was written."""
    if content.isascii() and b"\0" not in content:
        plain, encoding = content, "utf-8"
    else:
        text, encoding = decode(content)
        plain = text.encode()
    if b"\r" in plain:
        plain = plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return plain, encoding


def _head(top: str, own: Layout | None) -> _Head:
    """Find the delimiter and the row of headers: the most known headers, or else the most columns."""
    if not top.strip():
        raise InputError(UNREADABLE)
    heads = [_head_by(top, mark, own) for mark in DELIMITERS]
    best = max(heads, key=lambda head: (known_headers(head.headers, own), len(head.headers)))
    if not any(header.strip() for header in best.headers) or len(best.headers) > _MOST_COLUMNS:
        raise InputError(UNREADABLE)
    return best


def _head_by(top: str, mark: str, own: Layout | None) -> _Head:
    reader = csv.reader(io.StringIO(top, newline=""), delimiter=mark)
    rows, ends = [], []
    try:
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
            if len(rows) == SEARCHED:
                break
    except csv.Error:  # a value beyond the limit of the reader: what came before it decides
        if not rows:
            raise InputError(UNREADABLE) from None
    at = header_row(rows, own)
    return _Head(mark, headers_of(rows, at), ends[at] + 1)


def _start_of(plain: bytes, line: int) -> int:
    """Return where a line begins."""
    at = 0
    for _ in range(line - 1):
        found = plain.find(b"\n", at)
        if found < 0:
            return len(plain)
        at = found + 1
    return at


def _unquoted(plain: bytes, start: int, head: _Head) -> Table | None:
    """Read text without quotes; None if a row has not as many values as there are headers."""
    lines = plain.count(b"\n", start) + (start < len(plain) and not plain.endswith(b"\n"))
    width, mark = len(head.headers), head.delimiter.encode()
    if not lines or width < 2 or plain.count(mark, start) != lines * (width - 1):  # noqa: PLR2004 - one column has no delimiter
        return None
    try:
        read = pl.read_csv(
            plain,
            skip_lines=head.next_line - 1,
            has_header=False,
            separator=head.delimiter,
            quote_char=None,
            infer_schema=False,
            new_columns=[str(at) for at in range(width)],
        )
    except (pl.exceptions.PolarsError, ValueError):
        return None
    # With as many delimiters as whole rows need, and no row too long, none is too short.
    if read.height != lines or read.width != width:
        return None
    first = pl.int_range(head.next_line, head.next_line + lines, eager=True)
    return to_table(head.headers, read.get_columns(), first, Unit.LINE, bare=_is_bare(plain, start, mark))


def _is_bare(plain: bytes, start: int, mark: bytes) -> bool:
    """Whether no value of a text without quotes can have space around it: fast to tell, and usual."""
    if not plain.isascii() or (mark != b"\t" and plain.find(b"\t", start) >= 0):
        return False
    text = np.frombuffer(plain, dtype=np.uint8)
    at = np.flatnonzero(text[start:] == ord(" ")) + start
    edges = np.array([*mark, ord("\n")], dtype=np.uint8)
    beside = (text[at - 1], text[np.minimum(at + 1, len(text) - 1)])
    return not plain.endswith(b" ") and not any(np.isin(side, edges).any() for side in beside)


def _quoted(plain: bytes, head: _Head) -> Table:
    """Read text with quotes, blank lines, or rows of other lengths, and say which lines these are."""
    ragged: list[tuple[int, int]] = []

    def skip(row: arrow_csv.InvalidRow) -> str:
        ragged.append((row.number, row.text.count("\n")))
        return "skip"

    names = [str(at) for at in range(len(head.headers))]
    if not plain.strip():
        empty = [pl.Series(name, [], dtype=pl.String) for name in names]
        return to_table(head.headers, empty, pl.Series([], dtype=pl.Int64), Unit.LINE)
    try:
        read = arrow_csv.read_csv(
            io.BytesIO(plain),
            # Threads would lose the numbers of lines. In one block no row is ever cut by the end of a block.
            read_options=arrow_csv.ReadOptions(use_threads=False, column_names=names, block_size=len(plain) + 1),
            parse_options=arrow_csv.ParseOptions(
                delimiter=head.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            convert_options=arrow_csv.ConvertOptions(
                strings_can_be_null=False, column_types=dict.fromkeys(names, pa.string())
            ),
        )
    except (pa.ArrowException, OverflowError):
        raise InputError(UNREADABLE) from None
    rows = pl.DataFrame(read)
    lines, ragged_lines = _lines(rows, ragged, head.next_line)
    unreadable = [Fault(line, None, _RAGGED, _MEND) for line in ragged_lines]
    broken = _broken_quote(plain, head.delimiter)
    if broken is not None:
        last = max([*ragged_lines, *lines.tail(1)], default=head.next_line)
        unreadable.append(Fault(min(broken + head.next_line - 1, last), None, _QUOTE, _MEND_QUOTE))
    return replace(to_table(head.headers, rows.get_columns(), lines, Unit.LINE), unreadable=tuple(unreadable))


def _broken_quote(plain: bytes, delimiter: str) -> int | None:
    """Return the line of the body in which a double quote is noticed to be out of place; None if all are in theirs.

    Such a quote may hide any number of rows inside one value, and readers do not mind.
    """
    if b'"' not in plain:
        return None
    reader = csv.reader(io.StringIO(plain.decode(), newline=""), delimiter=delimiter, strict=True)
    try:
        deque(reader, maxlen=0)
    except csv.Error:
        return reader.line_num
    return None


def _lines(rows: pl.DataFrame, ragged: list[tuple[int, int]], first: int) -> tuple[pl.Series, list[int]]:
    """Return the line in which each row begins, and each row that was skipped; values may hold line breaks."""
    total = rows.height + len(ragged)
    skipped = np.array([number - 1 for number, _ in ragged], dtype=np.int64)
    is_row = np.ones(total, dtype=np.bool_)
    is_row[skipped] = False
    length = np.ones(total, dtype=np.int64)
    length[skipped] += np.array([breaks for _, breaks in ragged], dtype=np.int64)
    breaks = rows.select(pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True))).to_series()
    length[is_row] += breaks.to_numpy()
    begins = np.cumsum(length) - length + first
    return pl.Series(begins[is_row]), begins[skipped].tolist()
