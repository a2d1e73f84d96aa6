"""The rules that a group must pass to be published, each a small function, and how a figure is written.

Each takes the columns of `protect.stats.measure` and returns a truth for each group.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import polars as pl

from geo import land_count
from protect.entry import FIRST_YEAR
from protect.stats import KEY
from release import AXES, STEP, Acts, Area, Period
from terms import ALL_TIME, UNDATED, Sensitivity, eras, taxonomy

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
    """Rule 3: at least three sources, and for each of them at least three people whom it does not know.

    Notes
    -----
    After m-privacy (Goryczka, Xiong & Fung 2014): a source that knows its own people must not be able to subtract them,
    whoever else tells of them too.
    A release of a single source says so in its manifest.
    """
    if conditions.single_source:
        return pl.lit(value=True)
    policy = conditions.policy
    return (pl.col("sources") >= policy.sources) & (pl.col("left") >= policy.left_without_one)


def no_dominant(conditions: Conditions) -> pl.Expr:
    """Rule 4: after the largest case, no case bears more than 30 % of the figure, and no source more than 70 %.

    Notes
    -----
    The p % and (n, k) rules for magnitude tables (*Handbook on Statistical Disclosure Control*, Hundepool et al., 2nd
    ed., ch. 4): who knows the largest contribution must not be able to tell the next one. The figure is the published
    one, so that flooring never helps. Sources are not compared in a release of a single source.
    """
    policy = conditions.policy
    figure = (pl.col("reports") - pl.col("largest")) // STEP * STEP
    case = pl.col("second") <= policy.case_share * figure
    if conditions.single_source:
        return case
    return case & (pl.col("heaviest") <= policy.source_share * pl.col("borne"))


def several_acts(
    groups: pl.DataFrame, members: pl.DataFrame, eligible: pl.DataFrame, conditions: Conditions
) -> pl.Series:
    """Rule 5: where one sensitive group of acts is nearly all there is, no row tells the act.

    Parameters
    ----------
    groups
        The groups of a rung with a place and acts, with the columns of `KEY`.
    members
        Their reports: the columns of `KEY`, and `public`: in a publicly known facility of class C.
    eligible
        All reports that may enter the rung, published or not: area, period, group (of acts), public.
    conditions
        For the share from which a place is nearly uniform.

    Notes
    -----
    Homogeneity as in ACRO (.90) and sdcSpatial (.95): to know that someone was there would be to know what was done to
    her. What happened in publicly known facilities is left out: it says what the facility is known for. A group of
    acts is sensitive if any of its acts is severe.
    """
    sensitive = [group for group in taxonomy().groups if taxonomy().acts[group].sensitivity is Sensitivity.SEVERE]
    counted = eligible.filter(~pl.col("public")).group_by("area", "period", "group").agg(n=pl.len())
    share = pl.col("n") / pl.col("n").sum().over("area", "period")
    uniform = counted.filter((share > conditions.policy.one_act) & pl.col("group").is_in(sensitive))
    private = members.filter(~pl.col("public")).select("area", "period", "act").unique()
    told = private.join(uniform, on=["area", "period"], how="semi").with_columns(bare=pl.lit(value=True))
    bare = groups.join(told, on=["area", "period", "act"], how="left", maintain_order="left")["bare"]
    return bare.is_null()


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
        or conditions.secret.chance("hold-back", plate, str(area), period, act, more) >= policy.hold_back
        for area, period, act, more, cases in groups.select(*KEY, "cases").iter_rows()
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
    by_year = ladder.rungs[0].area is Area.REGION and ladder.rungs[0].period is Period.YEAR
    least = conditions.policy.children_in_time if by_year else conditions.policy.children
    taken = published.group_by(KEY).agg(taken=pl.len())
    shown = groups.join(taken, on=KEY, how="left", maintain_order="left")["taken"].fill_null(0)
    whole = (
        _areas_inside(groups["area"], ladder)
        * _periods_inside(groups["period"], ladder, conditions.as_of.year)
        * _acts_inside(groups["act"], ladder)
        * prod(len(AXES[axis]) for axis in ladder.rungs[0].axes if axis not in rung.axes)
    )
    enough = whole - shown.cast(pl.Int64) >= least
    if by_year and rung.acts is Acts.GROUP:
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
    `reports` leaves out the largest case and is floored, `people` leaves out one case and is floored (and is made to
    agree with other figures by `protect.pairs.lowered`): a minimum that no single withdrawal makes untrue. Floors, not
    noise: a figure is never above the truth.
    """
    return groups.select(reports=(pl.col("reports") - pl.col("largest")) // STEP * STEP, people="people")
