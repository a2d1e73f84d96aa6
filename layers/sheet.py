"""A table with its words: what pages without a map are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, its title and the sentence that must be read with it.

    `key` names the sheet on its page, whatever the language; `none` says what null means in it.
    """

    key: str
    title: str
    says: str
    table: pl.DataFrame
    none: str


def crossed(
    held: Mapping[tuple[str, str], int], first: str, rows: Mapping[str, str], columns: Mapping[str, str]
) -> pl.DataFrame:
    """Return figures by two keys as a table for readers.

    Parameters
    ----------
    held
        A figure for a key of a row and a key of a column; what is not in it becomes null.
    first
        Name of the first column, which holds the names of the rows.
    rows, columns
        Keys in order, each with its name; names of columns must differ.

    Examples
    --------
    >>> crossed({("a", "x"): 5}, "", {"a": "A", "b": "B"}, {"x": "X"}).rows()
    [('A', 5), ('B', None)]
    """
    named: dict[str, pl.Series] = {first: pl.Series(list(rows.values()), dtype=pl.String)}
    for key, name in columns.items():
        named[name] = pl.Series([held.get((row, key)) for row in rows], dtype=pl.Int64)
    return pl.DataFrame(named)


def ordered(keys: Sequence[str], held: set[str]) -> list[str]:
    """Return those keys that are held, in their order.

    Examples
    --------
    >>> ordered(["a", "b", "c"], {"c", "a"})
    ['a', 'c']
    """
    return [key for key in keys if key in held]
