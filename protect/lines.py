"""Small CSV files that a steward writes by hand: their lines, and what is at fault in them, told without any value."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, Protocol

from data import Fault
from errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHOWN: Final = 50
"""Faults that are listed; the others are counted."""


class Source(Protocol):
    """A file of the steward's: a path is one, and so is what was handed in without a disk."""

    @property
    def name(self) -> str:
        """What it is called."""

    def read_bytes(self) -> bytes:
        """Return what is in it; raises OSError if it cannot be read."""


def read_lines(
    path: Source,
    columns: tuple[str, ...],
    faults: list[Fault],
    *,
    may_be_empty: tuple[str, ...] = (),
    optional: tuple[str, ...] = (),
) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the trimmed values of each row, in the order of the columns.

    Parameters
    ----------
    path
        CSV in UTF-8 with a header; other columns, and their order, do not matter. Empty lines are passed over.
    columns
        What the header must name once.
    faults
        Lines that are no rows are noted here, and not yielded.
    may_be_empty
        Columns in which a row may leave its value out.
    optional
        Columns that the header need not name; where it does not, and where a row leaves the value out, it is empty.
        They follow the others.

    Raises
    ------
    InputError
        If the file cannot be read as CSV with this header.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in columns if header.count(name) != 1]
        if missing:
            raise InputError(
                f"{path.name}, line 1: the header must name each of {', '.join(columns)} once; see to "
                f"{', '.join(missing)}."
            )
        doubled = [name for name in optional if header.count(name) > 1]
        if doubled:
            raise InputError(f"{path.name}, line 1: the header names {', '.join(doubled)} more than once; leave one.")
        at = [header.index(name) if name in header else None for name in (*columns, *optional)]
        for row in reader:
            values = [value.strip() for value in row]
            if not any(values):
                continue
            if len(values) != len(header):
                mend = "put a value that holds a comma between double quotes"
                faults.append(Fault(reader.line_num, None, "not as many values as there are headers", mend))
                continue
            chosen = ["" if place is None else values[place] for place in at]
            named = zip(columns, chosen, strict=False)  # the optional ones may be empty
            empty = [name for name, value in named if not value and name not in may_be_empty]
            if empty:
                faults.append(Fault(reader.line_num, empty[0], "no value", "give one, or leave the line out"))
                continue
            yield reader.line_num, chosen
    except csv.Error:
        raise InputError(
            f"{path.name}, line {reader.line_num}: a double quote is out of place; close each value that is opened by "
            "one, and double the quotes inside it."
        ) from None


def refuse(path: Source, faults: Sequence[Fault]) -> None:
    """Raise what is at fault in a file as one error; nothing if nothing is.

    Raises
    ------
    InputError
        With the first faults, and how many there are.
    """
    if not faults:
        return
    listed = "\n".join(
        f"  line {fault.line}{f', column {fault.column}' if fault.column else ''}: {fault.problem}; {fault.mend}."
        for fault in faults[:SHOWN]
    )
    head = f"{path.name} has {len(faults)} fault{'s' if len(faults) > 1 else ''}"
    raise InputError(f"{head}{f', of which the first {SHOWN} are listed' if len(faults) > SHOWN else ''}:\n{listed}")


def _text(path: Source) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise InputError(f"{path.name} cannot be opened: check its path and that you may read it.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path.name} is not text in UTF-8: save it as CSV in UTF-8.") from None
