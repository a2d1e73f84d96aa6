"""Totals that someone else published, as the attacker's equations: what they count of the reports that we hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from errors import InputError
from geo import climb, from_text, province_cells, resolution_of
from protect.against import BETWEEN_CELLS
from release import ALL_ACTS, REGION
from terms import ALL_TIME, taxonomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo import Cells
    from protect.against import Total

_IN_REGION: Final = ("cell", "region")
_WIDEST: Final = 2


def counted_in(total: Total, past: pl.DataFrame) -> pl.Series:
    """Return the columns of the reports that a total counts.

    Parameters
    ----------
    total
        Of an area, a period and an act.
    past
        Reports past their embargo, with the columns of `protect.entry.add_limits`, and `column`.

    Notes
    -----
    Read as whoever published it would have counted the same reports: of a province, those whose place lies wholly in
    it; of a year, those that state it; of an act, those that state it.
    """
    return past.filter(_area(total, past), _period(total).fill_null(value=False), _act(total))["column"]


def slacks(totals: Sequence[Total], past: pl.DataFrame) -> list[tuple[pl.Series, int]]:
    """Return of each total the columns of what it counts of ours, and how many reports it counts besides.

    Raises
    ------
    InputError
        If a total is less than what the table holds of its key: it counts something else. Its line is named.
    """
    found = []
    for total in totals:
        columns = counted_in(total, past)
        if len(columns) > total.total:
            raise InputError(
                f"The totals of --against, line {total.line}: the total is less than the reports that your own table "
                "holds of its area, period and act, so it does not count reports as this atlas does. Leave the line "
                "out."
            )
        found.append((columns, total.total - len(columns)))
    return found


def _area(total: Total, past: pl.DataFrame) -> pl.Expr:
    if total.area == REGION:
        return pl.col("area").is_in(_IN_REGION)
    if total.is_province:
        inside, _ = province_cells(total.area)
        return pl.col("c5").is_in(pl.Series(inside, dtype=pl.UInt64).implode())
    cells = from_text(total.area.split(BETWEEN_CELLS))
    sizes = resolution_of(cells)
    parts = [_inside(cells[sizes == size], size, past) for size in sorted(set(sizes.tolist()))]
    return pl.any_horizontal(parts)


def _inside(cells: Cells, size: int, past: pl.DataFrame) -> pl.Expr:
    """Tell which places lie inside some cells of one size; none is known to be inside one that is finer than itself."""
    held = pl.Series(cells, dtype=pl.UInt64)
    if size < _WIDEST:
        known = past["c2"].unique().drop_nulls().sort()
        held, size = known.filter(pl.Series(climb(known.to_numpy(), size)).is_in(held.implode())), _WIDEST
    return pl.col(f"c{size}").is_in(held.implode()).fill_null(value=False)


def _period(total: Total) -> pl.Expr:
    if total.period == ALL_TIME:
        return pl.lit(value=True)
    return pl.col("year") == int(total.period) if total.period.isdecimal() else pl.col("era") == total.period


def _act(total: Total) -> pl.Expr:
    if total.act == ALL_ACTS:
        return pl.lit(value=True)
    return pl.col("group" if taxonomy().acts[total.act].is_group else "told_act") == total.act
