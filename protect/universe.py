"""Rule 13: where it is known elsewhere how many there were, no figure may be most of them."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from data import Fault
from geo import climb, land_count, resolution_of
from protect.lines import read_lines, refuse
from protect.stats import KEY
from release import ALL_ACTS, REGION, UNIVERSE_SCHEMA, Universe, land_of, universe_problems
from terms import ALL_TIME, eras, taxonomy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo import Cells
    from protect.lines import Source
    from protect.stats import Conditions

COLUMNS: Final = tuple(UNIVERSE_SCHEMA)
IN_REGION: Final = (1, 3)
"""The numbers in `protect.ladder.AREAS` of the region, and of what is not stated: it may be of the region too."""
_NO_CELL: Final = 3
_DIGITS: Final = 8


@cache
def known_universes() -> tuple[Universe, ...]:
    """Return the universes that every release is held to: mass returns whose size was published.

    Examples
    --------
    >>> [(one.period, one.act, one.people) for one in known_universes()]
    [('2021', 'I1', 50), ('2023', 'I1', 620), ('2024', 'I1', 60)]
    """
    text = files("protect").joinpath("universes.csv").read_text(encoding="utf-8")
    return tuple(
        Universe(row["area"], row["period"], row["act"], int(row["people"]), row["source"])
        for row in csv.DictReader(text.splitlines())
    )


def read_universes(path: Source | None) -> tuple[Universe, ...]:
    """Return the known universes, and with them those of a file: area, period, act, people, source.

    Parameters
    ----------
    path
        CSV. Area: `region`, an ISO 3166-2 code, or H3 cells joined by `;`. Period: a year, an era, or `all`. Act: an
        act, a group, or `all`. People: the lowest figure of the source. None: no file.

    Raises
    ------
    InputError
        If the file cannot be read, or a line is at fault; line and column are named, no value is quoted.
    """
    if path is None:
        return known_universes()
    faults: list[Fault] = []
    added: list[Universe] = []
    for line, (area, period, act, people, source) in read_lines(path, COLUMNS, faults):
        is_count = people.isascii() and people.isdecimal() and len(people) <= _DIGITS
        read = Universe(area, period, act, int(people) if is_count else 0, source)
        wrong = [Fault(line, *problem) for problem in universe_problems(read)]
        faults += wrong
        if not wrong:
            added.append(read)
    refuse(path, sorted(faults, key=lambda fault: fault.line or 0))
    return tuple(dict.fromkeys([*known_universes(), *added]))


def with_eras(universes: tuple[Universe, ...]) -> tuple[Universe, ...]:
    """Add what universes of single years tell of the eras that these lie in.

    Notes
    -----
    Read the stricter way: the years that are known may be all in which anything happened, so that an era is as small
    as they are together. Where the era itself is given, that is taken.

    Examples
    --------
    >>> [(one.period, one.people) for one in with_eras(known_universes())]
    [('2021', 50), ('2023', 620), ('2024', 60), ('closure', 50), ('reopening', 680)]
    """
    found: dict[tuple[str, str, str], list[Universe]] = {}
    for one in universes:
        for era in eras():
            if one.period.isdecimal() and int(one.period) in era:
                found.setdefault((one.area, era.id, one.act), []).append(one)
    given = {(one.area, one.period, one.act) for one in universes}
    of_eras = (
        Universe(*key, sum(one.people for one in parts), f"Known of this era: {', '.join(one.period for one in parts)}")
        for key, parts in found.items()
        if key not in given
    )
    return (*universes, *of_eras)


def within_universe(
    groups: pl.DataFrame, members: pl.DataFrame, universes: tuple[Universe, ...], conditions: Conditions
) -> pl.Series:
    """Rule 13: of an act whose people are known elsewhere, a group holds no more than a fifth.

    Parameters
    ----------
    groups
        The groups of a rung, with the columns of `KEY`.
    members
        Their reports: person, told_act, and the columns of `KEY`.
    universes
        What is known elsewhere.
    conditions
        For the share.

    Returns
    -------
    pl.Series
        For each group whether it may stand. Only groups whose key lies inside the key of a universe are tested; what
        is wider, elsewhere, or in the pool stands.

    Notes
    -----
    A sample that is nearly complete protects nobody by being a sample: who is known to have been among 60 is then all
    but known to be in the data. That k people of the data must be weighed against those of the population is k-map
    (El Emam & Dankar 2008, *Journal of the American Medical Informatics Association* 15); that a fifth of them is the
    limit is judgement.

    Read the stricter way throughout: a report whose place is not stated, or of whose act only the group is known, may
    be of the universe; and where the same person may stand under two keys, she counts twice.
    """
    stands = np.ones(groups.height, dtype=np.bool_)
    for universe in universes:
        inside = (
            _areas_inside(groups["area"], universe)
            & groups["period"].is_in(_periods_inside(universe, groups["period"])).to_numpy()
            & _acts_inside(groups["act"], universe)
        )
        if inside.any():
            of_act = members.filter(_is_of_act(universe.act)).group_by(KEY).agg(known=pl.col("person").n_unique())
            known = groups.join(of_act, on=KEY, how="left", maintain_order="left")["known"].fill_null(0).to_numpy()
            stands &= ~(inside & (known > conditions.policy.universe_share * universe.people))
    return pl.Series("stands", stands, dtype=pl.Boolean)


def _areas_inside(areas: pl.Series, universe: Universe) -> NDArray[np.bool_]:
    """Tell which areas lie wholly inside a universe's, by the plausible cells that both hold."""
    numbers = areas.to_numpy()
    is_cell = numbers > _NO_CELL
    if universe.area == REGION:
        return is_cell | np.isin(numbers, IN_REGION)
    inside = np.zeros(len(numbers), dtype=np.bool_)
    inside[is_cell] = _held(numbers[is_cell], land_of(universe)) == land_count(numbers[is_cell])
    return inside


def _held(cells: Cells, land: Cells) -> NDArray[np.int64]:
    """Count which of some finest cells lie inside each cell."""
    held = np.zeros(len(cells), dtype=np.int64)
    sizes = resolution_of(cells)
    for size in np.unique(sizes).tolist():
        parents, many = np.unique(climb(land, size), return_counts=True)
        counted = dict(zip(parents.tolist(), many.tolist(), strict=True))
        held[sizes == size] = [counted.get(cell, 0) for cell in cells[sizes == size].tolist()]
    return held


def _periods_inside(universe: Universe, periods: pl.Series) -> list[str]:
    if universe.period == ALL_TIME:
        return periods.unique().to_list()
    years = [period for period in periods.unique().to_list() if period.isdecimal()]
    held = [year for year in years for era in eras() if era.id == universe.period and int(year) in era]
    return [universe.period, *held]


def _acts_inside(acts: pl.Series, universe: Universe) -> NDArray[np.bool_]:
    """Tell which acts of keys lie inside a universe's: its act and the group of that, or a group and its acts."""
    if universe.act == ALL_ACTS:
        return np.ones(len(acts), dtype=np.bool_)
    act = taxonomy().acts[universe.act]
    held = {act.code, act.group, *(taxonomy().acts_of(act.code) if act.is_group else ())}
    return acts.is_in(sorted(held)).to_numpy()


def _is_of_act(code: str) -> pl.Expr:
    """Return which reports may be of an act: of it, of its group without an act, or, of a girl, of B1 as of B2."""
    if code == ALL_ACTS:
        return pl.lit(value=True)
    act = taxonomy().acts[code]
    held = sorted({act.code, act.group, *(taxonomy().acts_of(act.code) if act.is_group else ())})
    return pl.col("told_act").is_in(held) | pl.col("told_act").replace("B2", "B1").is_in(held)
