"""How good the data of a release are, from its published rows and its manifest alone: nobody is counted again.

Shares are of published minima, so they say how finely the published reports are told, not how many reports there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from geo import from_text, near
from layers.sheet import Sheet, crossed, ordered
from layers.words import level_name, period_name
from release import (
    AXES,
    ELSEWHERE,
    EXPLORED,
    NOT_STATED,
    POOL,
    REGION,
    TESSELLATIONS,
    Audit,
    Level,
    Selection,
    offered_periods,
    view,
)
from terms import ALL_TIME, say

if TYPE_CHECKING:
    from release import Release
    from terms import Language

LAGS: Final = AXES["lag"]
"""Years between an act and its telling, in order."""


def level_shares(release: Release) -> dict[tuple[str, str], int]:
    """Return, by plate and level, how many per cent of a plate's published reports in the region a level shows.

    Whole per cent, rounded down; empty where reports of different groups do not add up.
    """
    if not release.parts_add:
        return {}
    found = {}
    for plate in release.explored:
        if EXPLORED[plate].has_places:
            for level in (Level.REGION, *TESSELLATIONS):
                seen = view(release, Selection(plate), level)
                if seen.shown:
                    found[plate, level.value] = 100 * seen.shown // (seen.shown + seen.wider)
    return found


def levels_sheet(release: Release, language: Language) -> Sheet:
    """Return how finely the reports of each plate can be placed."""
    plates = [name for name in release.explored if EXPLORED[name].has_places]
    says = "quality-levels-says" if release.parts_add else "quality-levels-overlap"
    return Sheet(
        none=say("figure-none", language),
        key="levels",
        title=say("quality-levels", language),
        says=say(says, language),
        table=crossed(
            level_shares(release),
            say("choose-plate", language),
            {name: say(f"choose-plate-{name}", language) for name in plates},
            {level.value: level_name(level, language) for level in (Level.REGION, *TESSELLATIONS)},
        ),
    )


def lag_sheet(release: Release, language: Language) -> Sheet | None:
    """Return how long it took until reports were told, by era; None if the release does not hold it."""
    plate = release.plates.get("lag")
    if plate is None or plate.groups.is_empty():
        return None
    rows = plate.groups.filter(~pl.col("cell").is_in([ELSEWHERE, NOT_STATED]))
    adding = pl.col("reports").sum() if release.parts_add else pl.col("reports").max()
    whole = rows.with_columns(period=pl.lit(ALL_TIME))
    figures = pl.concat([whole, rows.filter(pl.col("period") != ALL_TIME)]).group_by("period", "lag").agg(adding)
    periods = ordered(offered_periods(plate), set(figures["period"]))
    return Sheet(
        none=say("figure-none", language),
        key="lag",
        title=say("quality-lag", language),
        says=say("quality-lag-says", language),
        table=crossed(
            {(own["period"], own["lag"]): own["reports"] for own in figures.iter_rows(named=True)},
            say("column-period", language),
            {own: period_name(own, release.manifest, language) for own in periods},
            {own: say("quality-lag-years", language, lag=own) for own in ordered(LAGS, set(figures["lag"]))},
        ),
    )


def coverage_sheet(release: Release, language: Language) -> Sheet | None:
    """Return where and when people were asked, the most interviews first; None if the release does not say it."""
    if release.coverage is None or release.coverage.is_empty():
        return None
    rows = release.coverage.sort("interviews", "cell", "period", descending=[True, False, False])
    placed = rows["resolution"].is_not_null().to_list()
    names = iter(near(from_text(rows.filter(pl.col("resolution").is_not_null())["cell"].to_list()), language.value))
    whole = {REGION: say("figure-study-area", language), POOL: say("quality-not-shown", language)}
    sizes = {own.resolution: level_name(own, language) for own in TESSELLATIONS}
    held = rows.iter_rows(named=True)
    told = [
        (
            next(names) if is_placed else whole[own["cell"]],
            sizes[own["resolution"]] if is_placed else level_name(Level.REGION, language),
            period_name(own["period"], release.manifest, language) if own["period"] else whole[POOL],
            own["interviews"],
        )
        for own, is_placed in zip(held, placed, strict=True)
    ]
    columns = ("column-near", "column-size", "column-period", "quality-interviews")
    return Sheet(
        key="coverage",
        none=say("figure-none", language),
        title=say("quality-asked", language),
        says=say("quality-asked-says", language),
        table=pl.DataFrame(told, schema=[say(own, language) for own in columns], orient="row"),
    )


def quality_says(release: Release, language: Language) -> tuple[str, ...]:
    """Return what the manifest tells of the data: editions, sources, persons, audit, what is missing, coverage."""
    manifest = release.manifest
    told = [
        say("quality-editions", language, count=len(manifest.editions), first=manifest.editions[0].as_of,
            last=manifest.as_of),
        say("quality-sources", language, mode=manifest.sources.value),
        say("quality-persons", language, mode=manifest.persons.value),
        say("quality-k", language, k=manifest.policy.k, step=manifest.policy.step),
        say("quality-audit", language, state="passed" if manifest.audit is Audit.PASSED else "none"),
    ]  # fmt: skip
    if manifest.left_out:
        told.append(say("quality-left-out", language, count=len(manifest.left_out)))
    if manifest.behind:
        told.append(say("quality-behind", language, count=len(manifest.behind)))
    told.append(say("quality-coverage", language, state="no" if release.coverage is None else "yes"))
    return tuple(told)
