"""What can be judged of rows beside others: what is left of a whole (rule 7), and of all that is known (rule 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from geo import climb, from_text, is_cell
from protect.keys import Fault
from protect.ladder import AREAS
from protect.policy import Policy
from protect.rules import enough_children
from protect.secret import SHORTEST_BYTES, Secret
from protect.stats import BETWEEN, KEY, Conditions
from protect.universe import within_universe
from release import ALL_ACTS, ALL_VALUES, LADDERS, NOT_STATED, POOL, Acts, Period, Persons
from terms import ALL_TIME, UNDATED, era_of, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protect.entry import Month
    from release import Ladder, Rung, Universe

_LEAST_CHILDREN: Final = 2
"""The floor of rule 7: what a policy asked for beyond it is not public."""
_UNSAID: Final = "Z"


def whole_faults(rows: pl.DataFrame, as_of: Month) -> Iterator[Fault]:
    """Yield the rows whose parts are all published but one, or all (rule 7).

    Parameters
    ----------
    rows
        As `protect.outlook.named` returns them, of one edition: a later one may show parts that an earlier did not.
    as_of
        Of the release.
    """
    conditions = _conditions(Policy(children=_LEAST_CHILDREN, children_in_time=_LEAST_CHILDREN), as_of)
    numbered = _numbered(rows)
    for name, ladder in LADDERS.items():
        own = numbered.filter(pl.col("plate") == name)
        finest = own.filter(_of_rung(ladder.rungs[0]), ~_of_either())
        for rung in ladder.rungs[1:-1]:
            groups = own.filter(_of_rung(rung), ~_of_rung(ladder.rungs[0]))
            if groups.height:
                parts = _climbed(finest, ladder, rung)
                stands = enough_children(groups, parts, ladder, rung, conditions)
                bare = groups.filter(~stands)["row"]
                yield from (Fault("rule 7", row, "leaves too few of its parts unpublished") for row in bare)


def universe_faults(
    rows: pl.DataFrame, universes: tuple[Universe, ...], policy: Policy, as_of: Month
) -> Iterator[Fault]:
    """Yield the rows that hold more than a fifth of the people that are known elsewhere (rule 13).

    Of a row that tells a group of acts no more is known than that: it is held to what is known of the group alone.
    """
    numbered = _numbered(rows).filter(pl.col("cell") != POOL, pl.col("plate").is_in(list(LADDERS)))
    conditions = _conditions(policy, as_of)
    for universe in universes:
        most = int(policy.universe_share * universe.people)
        acts = taxonomy().acts_of(universe.act) if universe.act in taxonomy().groups else ()
        many = numbered.filter(
            pl.col("people") + 1 > most, pl.col("act").is_in([universe.act, *acts]) | (universe.act == ALL_ACTS)
        )
        if many.height:
            members = many.select(*KEY, told_act="act").join(pl.DataFrame({"person": np.arange(most + 1)}), how="cross")
            stands = within_universe(many, members, (universe,), conditions)
            yield from (
                Fault("rule 13", row, "shows more than a fifth of the people who are known elsewhere")
                for row in many.filter(~stands)["row"]
            )


def _conditions(policy: Policy, as_of: Month) -> Conditions:
    """Return conditions for rules in which no chance and no source has a part: their secret is none."""
    return Conditions(policy, Secret(bytes(SHORTEST_BYTES)), Persons.LINKED, single_source=True, as_of=as_of)


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """Add each row's number, and its area as a number."""
    words = {**AREAS, POOL: 0, NOT_STATED: AREAS["not_stated"]}
    names = rows["cell"].to_list()
    cells = is_cell(names)
    numbers = np.array([words.get(name, 0) for name in names], dtype=np.uint64)
    numbers[cells] = from_text([name for name, cell in zip(names, cells, strict=True) if cell])
    return rows.with_row_index("row").with_columns(area=pl.Series(numbers, dtype=pl.UInt64))


def _of_either() -> pl.Expr:
    """Return which rows may be of two rungs: what is undated is a year and an era, and Z an act and a group."""
    return (pl.col("period") == UNDATED) | (pl.col("act") == _UNSAID)


def _of_rung(rung: Rung) -> pl.Expr:
    """Return which rows of a ladder may be of a rung."""
    size = pl.col("resolution").fill_null(0) == rung.area.value
    year = pl.col("period").str.contains(r"^[0-9]+$")
    match rung.period:
        case Period.YEAR:
            period = year | (pl.col("period") == UNDATED)
        case Period.ERA:
            period = ~year & (pl.col("period") != ALL_TIME)
        case Period.ALL:
            period = pl.col("period") == ALL_TIME
    group = pl.col("act").is_in(list(taxonomy().groups))
    match rung.acts:
        case Acts.ACT:
            act = (~group & (pl.col("act") != ALL_ACTS)) | (pl.col("act") == _UNSAID)
        case Acts.GROUP:
            act = group
        case Acts.ALL:
            act = pl.col("act") == ALL_ACTS
    return size & period & act & (pl.col("cell") != POOL)


def _climbed(finest: pl.DataFrame, ladder: Ladder, rung: Rung) -> pl.DataFrame:
    """Return the key that each finest row has at a rung."""
    areas, sizes = finest["area"].to_numpy(), finest["resolution"].fill_null(0).to_numpy()
    placed = sizes > 0
    up = areas.copy()
    if rung.area.is_place and placed.any():
        up[placed] = climb(areas[placed], rung.area.value)
    eras = {period: era_of(int(period)) for period in finest["period"].unique() if period.isdecimal()}
    groups = {act: taxonomy().acts[act].group for act in finest["act"].unique() if act in taxonomy().acts}
    period = pl.col("period").replace(eras) if rung.period is Period.ERA else pl.col("period")
    act = pl.col("act").replace(groups) if rung.acts is Acts.GROUP else pl.col("act")
    told = pl.col("more").str.split(BETWEEN)
    axes = [told.list.get(at) if axis in rung.axes else pl.lit(ALL_VALUES) for at, axis in enumerate(ladder.axes)]
    return finest.select(
        area=pl.Series(up, dtype=pl.UInt64),
        period=pl.lit(ALL_TIME) if rung.period is Period.ALL else period,
        act=pl.lit(ALL_ACTS) if rung.acts is Acts.ALL else act,
        more=pl.concat_str(axes, separator=BETWEEN) if axes else pl.lit(""),
    )
