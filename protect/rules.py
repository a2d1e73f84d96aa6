"""The rules that a group must pass to be published, each a small function, and how a figure is written.

Each takes the columns of `protect.stats.measure` and returns a truth for each group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from geo import land_count
from protect.entry import FIRST_YEAR
from release import STEP, Acts, Area, Period
from terms import ALL_TIME, UNDATED, eras, taxonomy

if TYPE_CHECKING:
    from protect.stats import Conditions
    from release import Ladder, Rung


def distinct_cases(conditions: Conditions) -> pl.Expr:
    """Rule 2: a figure needs at least k distinct people; rows are never counted.

    Notes
    -----
    k = 11 as in CTDC's data, CMS and INSEE; Sweeney 2002 (k-anonymity) for the principle.
    """
    return pl.col("cases") >= conditions.policy.k


def several_sources(conditions: Conditions) -> pl.Expr:
    """Rule 3: at least three sources, and at least three people left without any one of them.

    Notes
    -----
    After m-privacy (Goryczka, Xiong & Fung 2014): a source that knows its own rows must not be able to subtract them.
    A release of a single source says so in its manifest.
    """
    if conditions.single_source:
        return pl.lit(value=True)
    policy = conditions.policy
    return (pl.col("sources") >= policy.sources) & (pl.col("left") >= policy.left_without_one)


def not_held_back(groups: pl.DataFrame, plate: str, conditions: Conditions) -> pl.Series:
    """Rule 6: a group with fewer than 2k people is sent one rung up now and then, by keyed chance.

    Notes
    -----
    Against minimality and downcoding attacks (Wong et al. 2007; Cohen 2022): that a group is coarse then no longer
    says that its parts were too small. The chance depends on the public key alone, never on the reports.
    """
    policy = conditions.policy
    kept = [
        cases >= 2 * policy.k
        or conditions.secret.chance("hold-back", plate, str(area), period, act) >= policy.hold_back
        for area, period, act, cases in groups.select("area", "period", "act", "cases").iter_rows()
    ]
    return pl.Series("kept", kept, dtype=pl.Boolean)


def enough_children(
    groups: pl.DataFrame, published: pl.DataFrame, ladder: Ladder, rung: Rung, conditions: Conditions
) -> pl.Series:
    """Rule 7: a wider group must hold at least three finest keys that are not themselves published.

    Parameters
    ----------
    groups
        The groups of this rung, with the columns of `KEY`.
    published
        For each group published at the ladder's first rung: the key that it has at this rung.
    ladder, rung
        Where the groups stand.
    conditions
        For the number of children and the last year.

    Notes
    -----
    After the geo-SDC guideline of STACE (ch. 14): if all but one part of a whole are shown, the whole shows the last.
    The finest keys are those of the first rung: a count of public things (land cells, years, acts) that no class,
    precision, embargo or thin year lowers.
    """
    least = conditions.policy.children_in_time if not ladder.has_places else conditions.policy.children
    taken = published.group_by("area", "period", "act").agg(taken=pl.len())
    shown = groups.join(taken, on=["area", "period", "act"], how="left", maintain_order="left")["taken"].fill_null(0)
    whole = (
        _areas_inside(groups["area"], ladder)
        * _periods_inside(groups["period"], ladder, conditions.as_of.year)
        * _acts_inside(groups["act"], ladder)
    )
    enough = whole - shown.cast(pl.Int64) >= least
    if not ladder.has_places and rung.acts is Acts.GROUP:
        enough = enough | (groups["act"] == "Z")
    return enough


def _areas_inside(areas: pl.Series, ladder: Ladder) -> pl.Series:
    if ladder.rungs[0].area is Area.REGION:
        return pl.Series([1] * len(areas), dtype=pl.Int64)
    # Only the last rung of a ladder with places is as wide as the region, and it is not tested: all areas are cells.
    return pl.Series(land_count(areas.to_numpy()), dtype=pl.Int64)


def _periods_inside(periods: pl.Series, ladder: Ladder, last_year: int) -> pl.Series:
    """Count the finest periods inside each: years up to the year of the release, or eras."""
    sizes = {ALL_TIME: 1, UNDATED: 1}
    match ladder.rungs[0].period:
        case Period.YEAR:
            sizes |= {
                era.id: len(range(era.first or FIRST_YEAR, min(era.last or last_year, last_year) + 1)) for era in eras()
            }
            sizes[ALL_TIME] = sum(sizes[era.id] for era in eras()) + 1
        case Period.ERA:
            sizes |= {era.id: 1 for era in eras()}
            sizes[ALL_TIME] = len(eras()) + 1
        case Period.ALL:
            pass
    return periods.replace_strict(sizes, default=1, return_dtype=pl.Int64)


def _acts_inside(acts: pl.Series, ladder: Ladder) -> pl.Series:
    """Count the finest acts inside each; in a plate with places B2 counts as B1, so it is no act of its own."""
    known = taxonomy()
    own = {
        group: [act for act in known.acts_of(group) if not (ladder.has_places and act == "B2")]
        for group in known.groups
    }
    match ladder.rungs[0].acts:
        case Acts.ACT:
            sizes = {group: len(members) for group, members in own.items()}
        case Acts.GROUP | Acts.ALL:
            sizes = dict.fromkeys(own, 1)
    sizes["all"] = 1 if ladder.rungs[0].acts is Acts.ALL else sum(sizes.values())
    return acts.replace_strict(sizes, default=1, return_dtype=pl.Int64)


def figures(groups: pl.DataFrame) -> pl.DataFrame:
    """Rule 8: return the figures of groups, each true without any one person and a multiple of five.

    Notes
    -----
    `reports` leaves out the largest case and is floored, `people` leaves out one case and is floored: a minimum that
    no single withdrawal makes untrue. Floors, not noise: a figure is never above the truth.
    """
    return groups.select(
        reports=(pl.col("reports") - pl.col("largest")) // STEP * STEP,
        people=(pl.col("cases") - 1) // STEP * STEP,
    )
