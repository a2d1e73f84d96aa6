"""How a plate is drawn: one level at a time, each cell's figure the sum of the groups that lie wholly inside it.

Sums of published groups disclose nothing new. What a level cannot place is counted beside it, so that a map
never looks more complete than it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import UsageError
from geo import climb, from_text, to_text
from release.plates import ALL_ACTS, ELSEWHERE, EXPLORED, NOT_STATED, REGION
from terms import ALL_TIME, UNDATED, era_of, eras, taxonomy

if TYPE_CHECKING:
    from release.plates import Plate
    from release.release import Release


class Level(StrEnum):
    """One tessellation of the map, or the mixed one that shows every group at its own size."""

    REGION = "region"
    R2 = "r2"
    R3 = "r3"
    R4 = "r4"
    R5 = "r5"
    FINEST = "finest"

    @property
    def resolution(self) -> int | None:
        """The H3 resolution of the level; None where it has none of its own."""
        return int(self.value[1]) if self.value.startswith("r") and self is not Level.REGION else None


_KEPT: Final = 512  # so many answers of each kind, for whoever asks next
_YEAR: Final = re.compile(r"[12][0-9]{3}")
TESSELLATIONS: Final = (Level.R2, Level.R3, Level.R4, Level.R5)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows of a plate: a period (`all`, an era, a year or `undated`) and an act (`all`, a group or an act)."""

    plate: str
    period: str = ALL_TIME
    act: str = ALL_ACTS


@dataclass(frozen=True, slots=True)
class LevelView:
    """What one level shows of a selection.

    `cells` has the columns cell, resolution, reports, people, groups (how many published groups the figure sums),
    sorted by cell; `shown` is the sum of their reports, or the largest of them where parts must not be added. The
    other figures are reports of the selection that the level cannot draw: `wider` lie in the region but only in a
    larger area, `elsewhere` outside it, `not_stated` nowhere known; `pool` (area, time or act not shown) and `blurred`
    (told only for a wider act or period than the one selected) belong to the whole plate.
    """

    level: Level
    cells: pl.DataFrame
    shown: int
    wider: int
    elsewhere: int
    not_stated: int
    pool: int
    blurred: int


@lru_cache(maxsize=_KEPT)
def offered_periods(plate: Plate) -> tuple[str, ...]:
    """Return the periods that a plate can answer: all, then each era with its years after it, then undated."""
    held = set(plate.groups["period"])
    years = sorted(int(period) for period in held if period.isdecimal())
    offered = [ALL_TIME]
    for era in eras():
        own = [str(year) for year in years if year in era]
        if own or era.id in held:
            offered += [era.id, *own]
    return (*offered, UNDATED) if UNDATED in held else tuple(offered)


@lru_cache(maxsize=_KEPT)
def offered_acts(plate: Plate) -> tuple[str, ...]:
    """Return the acts that a plate can answer: all, then each group with its acts after it, in taxonomy order."""
    held = set(plate.groups["act"])
    offered = [ALL_ACTS]
    for group in taxonomy().groups:
        own = [act for act in taxonomy().acts_of(group) if act in held and act != group]
        if own or group in held:
            offered += [group, *own]
    return tuple(offered)


def _periods(selected: str, held: set[str]) -> tuple[set[str], set[str]]:
    """Split the periods of a plate into those inside the selected one and those that only overlap it."""
    if selected == ALL_TIME:
        return held, set()
    years = {period for period in held if period.isdecimal()}
    inside = held & {selected}
    inside |= {year for year in years if era_of(int(year)) == selected}
    over = {ALL_TIME, era_of(int(selected))} if selected.isdecimal() else {ALL_TIME}
    return inside, (held & over) - inside


def _acts(selected: str, held: set[str]) -> tuple[set[str], set[str]]:
    """Split the acts of a plate into those inside the selected one and those that only overlap it."""
    if selected == ALL_ACTS:
        return held, set()
    inside = held & {selected, *taxonomy().acts_of(selected)}
    return inside, (held & {ALL_ACTS, taxonomy().acts[selected].group}) - inside


def _check(selection: Selection) -> None:
    if selection.plate not in EXPLORED:
        raise UsageError(f"There is no plate {selection.plate!r}; the plates are {', '.join(EXPLORED)}.")
    known_period = {ALL_TIME, UNDATED, *(era.id for era in eras())}
    if selection.period not in known_period and not _YEAR.fullmatch(selection.period):
        raise UsageError("The period must be `all`, `undated`, an era or a year.")
    if selection.act != ALL_ACTS and selection.act not in taxonomy().acts:
        raise UsageError("The act must be `all` or a code of the taxonomy.")


def total(reports: pl.Series, *, parts_add: bool) -> int:
    """Add up the reports of different groups, or take the largest part where parts must not be added."""
    figures = reports.to_list()
    return sum(figures) if parts_add else max(figures, default=0)


def _draw(groups: pl.DataFrame, level: Level, *, parts_add: bool) -> pl.DataFrame:
    """Sum the groups that lie wholly inside each cell of a level."""
    placed = groups.filter(pl.col("resolution").is_not_null())
    match level:
        case Level.REGION:
            within = groups.filter(~pl.col("cell").is_in([ELSEWHERE, NOT_STATED])).with_columns(cell=pl.lit(REGION))
        case Level.FINEST:
            within = placed
        case _:
            fine = placed.filter(pl.col("resolution") >= level.resolution)
            parents = to_text(climb(from_text(fine["cell"].to_list()), level.resolution or 0))
            within = fine.with_columns(cell=pl.Series(parents, dtype=pl.String))
    adding = pl.col("reports").sum() if parts_add else pl.col("reports").max()
    own = pl.col("resolution").first() if level is Level.FINEST else pl.lit(level.resolution, dtype=pl.UInt8)
    return (
        within.group_by("cell")
        .agg(resolution=own, reports=adding, people=pl.col("people").max(), groups=pl.len())
        .sort("cell")
    )


@lru_cache(maxsize=_KEPT)
def marked_groups(release: Release, selection: Selection) -> pl.DataFrame:
    """Return the groups of a plate, and whether each is `inside` a selection, or at least `touching` it.

    Raises
    ------
    UsageError
        If the release does not hold the plate, or the selection is not made of known words.
    """
    _check(selection)
    plate = release.plates.get(selection.plate)
    if plate is None:
        raise UsageError(f"This release does not hold the plate {selection.plate!r}.")
    inside_periods, over_periods = _periods(selection.period, set(plate.groups["period"]))
    inside_acts, over_acts = _acts(selection.act, set(plate.groups["act"]))
    period, act = pl.col("period"), pl.col("act")
    return plate.groups.with_columns(
        inside=period.is_in(list(inside_periods)) & act.is_in(list(inside_acts)),
        touching=period.is_in(list(inside_periods | over_periods)) & act.is_in(list(inside_acts | over_acts)),
    )


@lru_cache(maxsize=_KEPT)
def view(release: Release, selection: Selection, level: Level) -> LevelView:
    """Draw one level of a selection.

    Raises
    ------
    UsageError
        If the release does not hold the plate, or the selection is not made of known words.
    """
    marked = marked_groups(release, selection)
    adds = release.parts_add
    groups = marked.filter("inside")
    cells = _draw(groups, level, parts_add=adds)
    area = pl.col("cell")
    coarse = pl.col("resolution").fill_null(0) < (level.resolution or 0)
    if level in {Level.REGION, Level.FINEST}:
        coarse = (area == REGION) if level is Level.FINEST else pl.lit(value=False)
    outside = area.is_in([ELSEWHERE, NOT_STATED])

    def reports(rows: pl.DataFrame) -> int:
        return total(rows["reports"], parts_add=adds)

    return LevelView(
        level=level,
        cells=cells,
        shown=reports(cells),
        wider=reports(groups.filter(coarse & ~outside)),
        elsewhere=reports(groups.filter(area == ELSEWHERE)),
        not_stated=reports(groups.filter(area == NOT_STATED)),
        pool=release.plates[selection.plate].pool_reports,
        blurred=reports(marked.filter("touching", ~pl.col("inside"))),
    )


def default_level(release: Release, selection: Selection) -> Level:
    """Return the finest level that still shows at least half of what a selection has in the region."""
    for level in reversed(TESSELLATIONS):
        seen = view(release, selection, level)
        if seen.shown and 2 * seen.shown >= seen.shown + seen.wider:
            return level
    return Level.REGION


def offered_levels(release: Release, selection: Selection) -> tuple[Level, ...]:
    """Return the levels at which a selection draws at least one cell, widest first, the mixed one last."""
    if not EXPLORED[selection.plate].has_places:
        return (Level.REGION,)
    shown = [level for level in TESSELLATIONS if view(release, selection, level).shown]
    return (Level.REGION, *shown, Level.FINEST) if shown else (Level.REGION,)
