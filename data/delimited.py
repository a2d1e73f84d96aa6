"""Text files of delimited columns, in any usual encoding: pyarrow reads them, we only find out how they are written."""

from __future__ import annotations

import codecs
import csv
import io
from collections import deque
from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.faults import Fault
from data.table import Table, Unit, to_table
from errors import InputError

DELIMITERS: Final = (",", ";", "\t", "|")
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNREADABLE: Final = "The file cannot be read as a table of text: save it as CSV in UTF-8, with headers in line 1."
_ASCII: Final = 0x7F
_HANGUL: Final = (0xAC00, 0xD7A3)
_MOSTLY: Final = 0.8
# First consonants (588 syllables each) kk, tt, pp, ss, jj; last ones (of 28) gs, nj, nh, lg to lh, bs: rare in words.
_TENSE: Final = (1, 4, 8, 10, 13)
_CLUSTERS: Final = (3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 18)
_RAGGED: Final = "not as many values as there are headers"
_QUOTE: Final = "a double quote out of place, which may hide the rows that follow"
_MEND_QUOTE: Final = "close each value that is opened by a double quote, and double the quotes inside it"
_MEND: Final = "put values that hold the delimiter or a line break between double quotes"


def read_delimited(content: bytes) -> Table:
    """Read CSV, TSV, or text delimited by semicolons or bars, with headers in line 1.

    Raises
    ------
    InputError
        If the bytes are no text in a known encoding, or no table.
    """
    text, encoding = decode(content)
    delimiter, headers = _head(text)
    ragged: list[tuple[int, int]] = []

    def skip(row: arrow_csv.InvalidRow) -> str:
        ragged.append((row.number, row.text.count("\n")))
        return "skip"

    plain = text.encode()
    names = [str(at) for at in range(len(headers))]
    try:
        read = arrow_csv.read_csv(
            io.BytesIO(plain),
            # Threads would lose the numbers of lines. In one block no row is ever cut by the end of a block.
            read_options=arrow_csv.ReadOptions(use_threads=False, column_names=names, block_size=len(plain) + 1),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            convert_options=arrow_csv.ConvertOptions(
                strings_can_be_null=False, column_types=dict.fromkeys(names, pa.string())
            ),
        )
    except (pa.ArrowException, OverflowError):
        raise InputError(_UNREADABLE) from None
    columns = pl.DataFrame(read)
    lines, ragged_lines = _lines(columns, ragged)
    rows = columns.slice(1)
    unreadable = [Fault(line, None, _RAGGED, _MEND) for line in ragged_lines]
    broken = _broken_quote(text, delimiter)
    if broken is not None:
        last = max([*ragged_lines, *lines.tail(1)])
        unreadable.append(Fault(min(broken, last), None, _QUOTE, _MEND_QUOTE))
    table = to_table(headers, rows.get_columns(), lines.slice(1), Unit.LINE)
    return replace(table, unreadable=tuple(unreadable), encoding=encoding)


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    UTF-8 and UTF-16 are told by their marks and by their form. Between the Chinese and the Korean encoding of old
    spreadsheets the form often decides nothing, so a text is Korean if what it says in that encoding is nearly all
    Hangul, and Hangul as it is written: bytes of a Chinese text read as Korean give syllables that no Korean text
    consists of.

    Raises
    ------
    InputError
        If the bytes are no text in any of these encodings.
    """
    if b"\0" in content and not content.startswith(_WIDE):
        raise InputError(_UNREADABLE)
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _strictly(content, codec), codec.removesuffix("-sig")
    found = {codec: text for codec in ("utf-8", "cp949", "gb18030") if (text := _decoded(content, codec)) is not None}
    if "utf-8" in found:
        return found["utf-8"], "utf-8"
    if "cp949" in found and ("gb18030" not in found or _is_korean(found["cp949"])):
        return found["cp949"], "cp949"
    if "gb18030" in found:
        return found["gb18030"], "gb18030"
    raise InputError(_UNREADABLE)


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _strictly(content: bytes, codec: str) -> str:
    text = _decoded(content, codec)
    if text is None:
        raise InputError(_UNREADABLE)
    return text


def _is_korean(text: str) -> bool:
    """Whether a text in the Korean encoding reads like Korean: Hangul, and few of its tense or doubled consonants."""
    foreign = [ord(character) for character in set(text) if ord(character) > _ASCII]
    hangul = [code - _HANGUL[0] for code in foreign if _HANGUL[0] <= code <= _HANGUL[1]]
    plain = [code for code in hangul if code // 588 not in _TENSE and code % 28 not in _CLUSTERS]
    return len(plain) >= _MOSTLY * len(foreign)


def _head(text: str) -> tuple[str, list[str]]:
    """Return the delimiter that cuts the first line into most headers, and these headers."""
    rows = {mark: next(csv.reader(io.StringIO(text, newline=""), delimiter=mark), []) for mark in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda mark: len(rows[mark]))
    if not any(header.strip() for header in rows[delimiter]):
        raise InputError(_UNREADABLE)
    return delimiter, rows[delimiter]


def _broken_quote(text: str, delimiter: str) -> int | None:
    """Return the line in which a double quote is noticed to be out of place; None if all are in theirs.

    Such a quote may hide any number of rows inside one value, and readers do not mind.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        deque(reader, maxlen=0)
    except csv.Error:
        return reader.line_num
    return None


def _lines(columns: pl.DataFrame, ragged: list[tuple[int, int]]) -> tuple[pl.Series, list[int]]:
    """Return the line in which each row begins, and each row that was skipped; values may hold line breaks."""
    total = columns.height + len(ragged)
    skipped = np.array([number - 1 for number, _ in ragged], dtype=np.int64)
    is_row = np.ones(total, dtype=np.bool_)
    is_row[skipped] = False
    length = np.ones(total, dtype=np.int64)
    length[skipped] += np.array([breaks for _, breaks in ragged], dtype=np.int64)
    breaks = columns.select(pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True))).to_series()
    length[is_row] += breaks.to_numpy()
    first = np.cumsum(length) - length + 1
    return pl.Series(first[is_row]), first[skipped].tolist()
