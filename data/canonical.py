"""The columns of a file as canonical ones: picked by position, labels replaced by words, one row for each act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from data.folding import fold_header, fold_label
from data.labels import act_rows
from data.layouts import ANY, EVENT, POINT
from data.matching import positions
from data.schema import CANONICAL
from data.vocabulary import UNSAID, meanings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.matching import Found
    from data.table import Table

GAPS: Final = ("place", "date", "until", "reported", "lat", "lng", "precision", "source")
"""Columns in which a word for "not known" is a gap."""

# Of "41.79 123.43 0 5" (ODK), "[41.79, 123.43]" (JSON) and "41.79,123.43" (HXL) the first two numbers.
_POINT: Final = r"^[\[(\s]*([^\s,;\[\]()]+)[\s,;]+([^\s,;\[\]()]+)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class CanonicalRows:
    """Canonical columns, the position of each row in the table, other columns that were read, and acts not listed."""

    rows: pl.DataFrame
    row: pl.Series
    read: frozenset[int]
    unlisted: int

    def __repr__(self) -> str:
        """Say how many rows there are."""
        return f"CanonicalRows({self.rows.height} rows)"


def canonical_rows(table: Table, found: Found, usable: Mapping[str, int]) -> CanonicalRows:
    """Return the canonical columns of a table as text; what the file does not have is empty.

    Parameters
    ----------
    table
        The file, without what is refused.
    found
        How its headers were understood.
    usable
        Canonical column (or `event`, `point`) to the position that may be used.
    """
    folded = [fold_header(header) for header in table.headers]
    columns = {name: table.frame[str(at)].alias(name) for name, at in usable.items() if name not in {EVENT, POINT}}
    if EVENT in usable:
        columns["case"] = table.frame[str(usable[EVENT])].alias("case")
    elif "case" not in usable and found.layout.rows_are_events:
        columns["case"] = table.lines.cast(pl.String).alias("case")
    if POINT in usable:
        pair = table.frame[str(usable[POINT])]
        columns["lat"] = pair.str.extract(_POINT, 1).fill_null(pair).alias("lat")
        columns["lng"] = pair.str.extract(_POINT, 2).alias("lng")
    if "place" in columns and "lat" in columns and folded[usable["place"]] != "place":
        # Many tables name the town of every point. Only where the column is our own is it a second answer.
        columns["place"] = columns["place"].set(columns["lat"].is_not_null(), None)
    for name, labels in found.layout.values.items():
        if name in columns:
            columns[name] = _by_label(columns[name], labels, meanings().get(name, {}))
    for name in GAPS:
        if name in columns:
            columns[name] = _with_gaps(columns[name])
    told = _act_positions(folded, found, usable)
    acts = act_rows([table.frame[str(at)] for at in told], table.frame, table.headers, found.layout.act)
    empty = pl.Series([None], dtype=pl.String)
    height = table.frame.height
    every = pl.DataFrame(
        [columns[name] if name in columns else empty.new_from_index(0, height).alias(name) for name in CANONICAL]
    )
    rows = every if acts.height == height else every[acts["row"]]  # in the same order
    flags = {at for header in found.layout.act.flags for at in positions(folded, [header])}
    return CanonicalRows(
        rows.with_columns(acts["act"]), acts["row"], frozenset({*told, *flags}), int(acts["unlisted"].sum())
    )


def _act_positions(folded: list[str], found: Found, usable: Mapping[str, int]) -> list[int]:
    """Return the columns that tell of the act, the best first: one, or where a layout lists several all of them."""
    if "act" not in usable:
        return []
    several = found.layout.act.split or found.layout.act.otherwise
    wanted = found.layout.columns.get("act", ()) if several else ()
    others = [positions(folded, [header]) for header in wanted]
    return list(dict.fromkeys([usable["act"], *(at[0] for at in others if len(at) == 1)]))


def _by_label(column: pl.Series, labels: Mapping[str, str], words: Mapping[str, str]) -> pl.Series:
    """Return a column with its labels as words; a word that is known anyway is not among the rest (`*`)."""
    written = column.drop_nulls().unique().sort().to_list()
    rest = labels.get(ANY)
    known = {one: labels.get(fold_label(one)) or words.get(fold_label(one)) or rest for one in written}
    known = {one: word for one, word in known.items() if word is not None}
    if not known:
        return column
    return column.replace(list(known), list(known.values()))


def _with_gaps(column: pl.Series) -> pl.Series:
    if column.name in {"lat", "lng"}:
        read = column.cast(pl.Float64, strict=False)
        if read.null_count() == column.null_count():
            return column
    short = column.filter(column.str.len_chars() <= max(map(len, UNSAID)) + 2)
    gaps = [one for one in short.unique().sort().to_list() if fold_label(one) in UNSAID]
    return column.set(column.is_in(gaps).fill_null(value=False), None) if gaps else column
