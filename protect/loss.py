"""What protection costs, for the steward alone: exact counts, which are never in a public file."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from geo import area_km2, land_cells
from protect.distances import earth_movers_km, hellinger
from protect.hotspots import hot_cells, jaccard
from protect.ladder import AREAS, POOL_RUNG
from protect.rules import figures
from protect.spread import WIDER_RESOLUTION, map_cells, spread, widen
from release import LADDERS, TABLES
from terms import UNDATED, era_of, eras

if TYPE_CHECKING:
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

    from protect.audit import Audited
    from protect.coverage import ProtectedCoverage
    from protect.distinct import Counted
    from protect.ladder import Climbed
    from protect.stats import Conditions

IN_REGION: Final = ("cell", "region")


@dataclass(frozen=True, slots=True, repr=False)
class PlateLoss:
    """What became of the reports of one plate that is a ladder.

    `rungs`: how many reports are told at each rung that tells any, finest first. `pooled`, `withheld`: reports whose
    key is not told, and reports in no figure. `summed`: what all figures of the plate add up to; parts of it are lost
    to floors. `groups`: how many figures. `given_up`: the plate could not be made safe; then there is nothing else.
    """

    rungs: dict[str, int]
    pooled: int
    withheld: int
    summed: int
    groups: int
    given_up: bool = False

    @property
    def reports(self) -> int:
        """All reports that the plate might show."""
        return sum(self.rungs.values()) + self.pooled + self.withheld


@dataclass(frozen=True, slots=True, repr=False)
class TableLoss:
    """Of a table of distinct people, how many rows with anyone in them are shown, at each rung; and all rows."""

    shown: dict[str, int]
    rows: dict[str, int]
    given_up: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class MapLoss:
    """How far the map of plate `where` is from that of the unprotected counts, both spread over r4 cells.

    `median_km2`: half of the reports of the region are told in an area of this size or smaller; None where fewer than
    half are. `hellinger`: 0 the same shares, 1 nothing in common. `moved_km`: earth mover's distance. `hot_r4`,
    `hot_r3`: Jaccard overlap of hot cells (Gi*), 1 the same; None where neither map has a hot cell.
    """

    median_km2: float | None
    hellinger: float
    moved_km: float
    hot_r4: float | None
    hot_r3: float | None


@dataclass(frozen=True, slots=True, repr=False)
class AuditLoss:
    """What the auditor did: attacks on all margins, the size of each, what the first found, and what was mended."""

    attacks: int
    sums: int
    margins: int
    exposed: int
    sent_up: dict[str, int]
    given_up: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class CoverageLoss:
    """Of how many interviews coverage was made, how many wait or are in no row, and how many rows there are."""

    interviews: int
    embargoed: int
    withheld: int
    rows: int


@dataclass(frozen=True, slots=True, repr=False)
class LossReport:
    """What the steward is told of a release. Private: it holds exact counts.

    `reports`, `people`: of the whole table; `embargoed`, `pending`: reports that wait for their embargo, or for the
    next edition. `finest_in`: for each era, the finest rung of plate `where_when` at which any of it is told with a
    place (None: at none). `map`: None where there is none. `edition`: which it is of its series; plates, tables and map
    are those of what was new in it.
    """

    k: int
    single_source: bool
    reports: int
    people: int
    embargoed: int
    pending: int
    plates: dict[str, PlateLoss]
    tables: dict[str, TableLoss]
    finest_in: dict[str, str | None]
    map: MapLoss | None
    audit: AuditLoss
    coverage: CoverageLoss | None
    edition: int = 1

    def __repr__(self) -> str:
        """Say what it is, and nothing of what is in it."""
        return "LossReport(...)"

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain values. Private."""
        return asdict(self)


def measure_loss(  # noqa: PLR0913 - all that a release depends on, and all that came of it
    rows: pl.DataFrame,
    audited: Audited,
    conditions: Conditions,
    *,
    pending: int = 0,
    coverage: ProtectedCoverage | None = None,
    edition: int = 1,
    fresh: pl.DataFrame | None = None,
) -> LossReport:
    """Measure what protection cost.

    Parameters
    ----------
    rows
        All reports, with the columns of `protect.entry.add_limits`.
    audited
        What came of them.
    conditions
        What they were protected under.
    pending
        Reports past their embargo that wait for the next edition.
    coverage
        What became of interviews, if any were given.
    edition
        Which it is of its series.
    fresh
        Of the rows, those that are new to the map. None: all of them.

    Notes
    -----
    Hellinger distance and earth mover's distance as in the literature on the utility of protected tables (Shlomo,
    Antal & Elliot 2015; Rubner, Tomasi & Guibas 2000); hot cells by Gi* (`protect.hotspots`). The protected map is that
    of the published figures, floors and all.
    """
    climbed, counted = audited.plates.climbed, audited.plates.counted
    first, last = audited.attacks[0], audited.attacks[-1]
    where = climbed.get("where")
    drawn = where is not None and bool((where.groups["area"] > max(AREAS.values())).any())
    when = climbed.get("where_when")
    return LossReport(
        k=conditions.policy.k,
        single_source=conditions.single_source,
        reports=rows.height,
        people=rows["person"].n_unique(),
        embargoed=rows.filter(~pl.col("past")).height,
        pending=pending,
        plates={name: _plate(climbed[name], conditions) if name in climbed else _NO_PLATE for name in LADDERS},
        tables={name: _table(counted[name]) if name in counted else _NO_TABLE for name in TABLES},
        finest_in={} if when is None else _finest_in(when),
        map=_map(where, rows if fresh is None else fresh) if where is not None and drawn else None,
        audit=AuditLoss(
            attacks=len(audited.attacks),
            sums=last.sums,
            margins=last.margins,
            exposed=first.lows + first.highs,
            sent_up=dict(sorted(audited.sent_up["plate"].value_counts().iter_rows())),
            given_up=audited.given_up,
        ),
        coverage=None
        if coverage is None
        else CoverageLoss(coverage.interviews, coverage.embargoed, coverage.withheld, coverage.rows.height),
        edition=edition,
    )


_NO_PLATE: Final = PlateLoss({}, 0, 0, 0, 0, given_up=True)
_NO_TABLE: Final = TableLoss({}, {}, given_up=True)


def _plate(climbed: Climbed, conditions: Conditions) -> PlateLoss:
    many = dict(climbed.members.group_by("rung").len().iter_rows())
    told = {str(rung): many[at] for at, rung in enumerate(climbed.ladder.rungs) if at in many}
    shown = figures(climbed.groups)["reports"]
    summed = int(shown.sum()) if conditions.persons.parts_add else int(shown.to_numpy().max(initial=0))
    return PlateLoss(told, many.get(POOL_RUNG, 0), climbed.withheld, summed, climbed.groups.height)


def _table(counted: Counted) -> TableLoss:
    whole = dict(counted.groups.group_by("rung").len().iter_rows())
    shown = dict(counted.groups.filter("shown").group_by("rung").len().iter_rows())
    held = [(at, str(rung)) for at, rung in enumerate(counted.ladder.rungs) if at in whole]
    return TableLoss({rung: shown.get(at, 0) for at, rung in held}, {rung: whole[at] for at, rung in held})


def _finest_in(when: Climbed) -> dict[str, str | None]:
    """Return for each era the finest rung at which any of it is told with a place."""
    found: dict[str, str | None] = dict.fromkeys([*(era.id for era in eras()), UNDATED])
    told = when.groups.filter(pl.col("rung") != POOL_RUNG).select("rung", "period").unique().sort("rung", "period")
    for number, period in told.iter_rows():
        era = era_of(int(period)) if period.isdecimal() else period
        if when.ladder.rungs[number].area.is_place and found[era] is None:
            found[era] = str(when.ladder.rungs[number])
    return found


def _map(where: Climbed, rows: pl.DataFrame) -> MapLoss:
    cells = [*("c5", "c4", "c3", "c2"), pl.lit(AREAS["region"], pl.UInt64)]
    inside = rows.filter("past", pl.col("area").is_in(IN_REGION)).with_columns(known=pl.coalesce(cells))
    truth = spread(inside.group_by(area="known").agg(count=pl.len()).sort("area"))
    shown = spread(where.groups.select("area", count=figures(where.groups)["reports"]))
    hot = [_alike(hot_cells(map_cells(), truth), hot_cells(map_cells(), shown))]
    wide = map_cells(WIDER_RESOLUTION)
    hot.append(_alike(hot_cells(wide, widen(truth)), hot_cells(wide, widen(shown))))
    return MapLoss(
        median_km2=_median_km2(where, inside.select("report")),
        hellinger=hellinger(truth, shown),
        moved_km=earth_movers_km(map_cells(), truth, shown),
        hot_r4=hot[0],
        hot_r3=hot[1],
    )


def _alike(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> float | None:
    return jaccard(first, second) if first.any() or second.any() else None


def _median_km2(where: Climbed, inside: pl.DataFrame) -> float | None:
    """Return the area that half of the reports of the region are told in, or a smaller one; None if fewer are told."""
    areas = where.groups.filter(pl.col("rung") != POOL_RUNG)["area"].unique().sort()
    cells = areas.filter(areas > max(AREAS.values()))
    whole = {AREAS["region"]: float(area_km2(land_cells()).sum())}
    sizes = whole | dict(zip(cells.to_list(), area_km2(cells.to_numpy()).tolist(), strict=True))
    told = inside.join(where.members.select("report", "area"), on="report", how="left")["area"]
    each = sorted(sizes.get(area, math.inf) for area in told.to_list())
    middle = each[(len(each) - 1) // 2]
    return middle if math.isfinite(middle) else None
