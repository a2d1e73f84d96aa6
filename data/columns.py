"""Which columns of a file must not come in, and how a header may be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from data.content import content_reason
from data.folding import fold_header
from data.header_words import is_made_of_words
from data.matching import UNKNOWN, known_headers, positions
from data.screen import NOT_CANONICAL, header_reason
from data.written import read_written
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.matching import Found
    from data.table import Table


_FEWEST: Final = 2
_NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Drop:
    """A column that is refused: its position, its header as it may be told, and why."""

    position: int
    name: str
    reason: str


def tellable(table: Table, found: Found) -> tuple[str, ...]:
    """Return each header as it may be shown: as it is written if it is made of known words, else by its position.

    Where hardly a header is known, or hardly a row fits them, the first row of the data may stand among them, and only
    those are told that the layout reads.
    """
    headers = table.headers
    fits = table.frame.height > len(table.unreadable) and not any(map(_is_data, headers))
    all_told = fits and found.name != UNKNOWN and known_headers(headers) >= _FEWEST
    read = set(found.mapping.values())
    return tuple(
        header.strip() if is_made_of_words(header) and (all_told or at in read) else f"column {at + 1}"
        for at, header in enumerate(headers)
    )


def _is_data(header: str) -> bool:
    """Whether a header can only be a value: a number, a date, or a code of an act."""
    plain = header.strip()
    is_code = plain.upper() in taxonomy().acts and len(plain) > 1
    return is_code or _NUMBER.fullmatch(plain) is not None or isinstance(read_written(plain), date)


def dropped_columns(table: Table, found: Found) -> tuple[Drop, ...]:
    """Return the columns that are refused by their header or by what stands in them.

    A header that our own layouts know is not refused for how it sounds (`#loc+name` is a place); a column that is read
    is screened value by value later, where a single value is a fault.
    """
    told = tellable(table, found)
    trusted = _trusted(table.headers, found)
    drops = []
    for at, header in enumerate(table.headers):
        if at in trusted:
            continue
        reason = header_reason(header)
        if reason == NOT_CANONICAL and at not in found.mapping.values():
            reason = content_reason(table.frame[str(at)]) or NOT_CANONICAL
        if reason != NOT_CANONICAL:
            drops.append(Drop(at, told[at], reason))
    return tuple(drops)


def _trusted(headers: Sequence[str], found: Found) -> set[int]:
    """Return the positions of columns that a layout of ours knows by this header; a steward's word is not enough."""
    folded = [fold_header(header) for header in headers]
    own = {
        at
        for name, at in found.mapping.items()
        if any(at in positions(folded, [header]) for header in found.ours.get(name, ()))
    }
    told = (*found.layout.act.flags, *(found.layout.columns.get("act", ()) if found.layout.act.otherwise else ()))
    acts = {at for header in told for at in positions(folded, [header])}
    return own | {at for at in acts if header_reason(headers[at]) == NOT_CANONICAL}
