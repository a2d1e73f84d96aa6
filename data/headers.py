"""Where the headers of a table stand: below titles, and, in a file with HXL tags, in the row of the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.folding import fold_header
from data.matching import known_headers, recognised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.layouts import Layout

SEARCHED: Final = 25
"""Rows at the top of a file among which its headers are looked for (HXL allows tags in the first 25)."""

_ENOUGH: Final = 2
_OWN: Final = frozenset({"acled", "ucdp", "kobo"})


def header_row(rows: Sequence[Sequence[str]], own: Layout | None = None) -> int:
    """Return the position of the row that holds most known headers; the first that is not empty if none holds two.

    Parameters
    ----------
    rows
        The first rows of a file, as text; empty cells are empty text.
    own
        A steward's mapping, whose headers are known as well.
    """
    counts = [known_headers(row, own) for row in rows[:SEARCHED]]
    best = max(counts, default=0)
    if best >= _ENOUGH:
        tagged = [at for at, row in enumerate(rows[:SEARCHED]) if is_tagged(row)]
        return tagged[0] if tagged else counts.index(best)
    return next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)


def is_tagged(row: Sequence[str]) -> bool:
    """Whether a row holds HXL tags: at least two, and nothing else."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return len(cells) >= _ENOUGH and all(cell.startswith("#") and cell[1:2].isalpha() for cell in cells)


def headers_of(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the headers that stand in a row; a column without a tag has the header above it.

    Where tags were put below the headers of a layout that says more than they do (ACLED's by HDX), those count.
    """
    row = [cell.strip() for cell in rows[at]]
    if not at or not is_tagged(row):
        return row
    above = [cell.strip() for cell in rows[at - 1]]
    if recognised([fold_header(cell) for cell in above]).layout in _OWN and len(above) == len(row):
        return above
    return [cell or (above[number] if number < len(above) else "") for number, cell in enumerate(row)]
