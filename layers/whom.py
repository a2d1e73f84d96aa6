"""By whom, and in which country: reports by the kind of act, the actor that was told, and the country of the act.

The plate `who_what` tells no place but the region. Each figure is the sum of the published groups that it holds, or the
largest of them where reports of different groups do not add; what a group does not tell has a column of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from layers.sheet import Sheet, crossed, ordered
from layers.words import act_name, joined, period_name
from release import ALL_VALUES, AXES, ELSEWHERE, NOT_STATED, offered_periods
from terms import ALL_TIME, say, taxonomy

if TYPE_CHECKING:
    from release import Plate, Release
    from terms import Language

PLATE: Final = "who_what"


@dataclass(frozen=True, slots=True)
class WhomPage:
    """What is said and shown of actors; `sheets` is empty where a release lacks the plate."""

    title: str
    answer: str
    why: tuple[str, ...]
    not_shown: str
    sheets: tuple[Sheet, ...]


def _adding(*, adds: bool) -> pl.Expr:
    return pl.col("reports").sum() if adds else pl.col("reports").max()


def _total(rows: pl.DataFrame, *, adds: bool) -> int:
    return int(rows.select(_adding(adds=adds)).item() or 0)


def _held(rows: pl.DataFrame, row: str, column: str, *, adds: bool) -> dict[tuple[str, str], int]:
    figures = rows.group_by(row, column).agg(_adding(adds=adds))
    return {(own[row], own[column]): own["reports"] for own in figures.iter_rows(named=True)}


def _values(axis: str, held: set[str], language: Language) -> dict[str, str]:
    keys = ordered([*AXES[axis], ALL_VALUES], held)
    return {key: say(f"whom-{axis}", language, value=key) for key in keys}


def _eras(plate: Plate, release: Release, held: set[str], language: Language) -> dict[str, str]:
    keys = [own for own in offered_periods(plate) if own in held and own != ALL_TIME]
    named = {own: period_name(own, release.manifest, language) for own in keys}
    return {**named, ALL_TIME: say("whom-era-not-shown", language)} if ALL_TIME in held else named


def _sheets(release: Release, plate: Plate, rows: pl.DataFrame, language: Language) -> tuple[Sheet, ...]:
    adds, none = release.parts_add, say("figure-none", language)
    kind = say("choose-group", language)
    acts = {code: act_name(code, language) for code in ordered(taxonomy().groups, set(rows["act"]))}
    actors = _values("actor", set(rows["actor"]), language)
    countries = _values("country", set(rows["country"]), language)
    eras = _eras(plate, release, set(rows["period"]), language)
    tables = {
        "actor": crossed(_held(rows, "act", "actor", adds=adds), kind, acts, actors),
        "country": crossed(_held(rows, "act", "country", adds=adds), kind, acts, countries),
        "era": crossed(_held(rows, "period", "actor", adds=adds), say("column-period", language), eras, actors),
    }
    return tuple(
        Sheet(
            key=f"whom-{name}",
            none=none,
            title=say(f"whom-by-{name}", language),
            says=say("whom-says", language, adds="yes" if adds else "no"),
            table=table,
        )
        for name, table in tables.items()
    )


def _not_shown(plate: Plate, language: Language, *, adds: bool) -> str:
    parts = {
        "figure-elsewhere": _total(plate.groups.filter(pl.col("cell") == ELSEWHERE), adds=adds),
        "figure-not-stated": _total(plate.groups.filter(pl.col("cell") == NOT_STATED), adds=adds),
        "figure-pool": plate.pool_reports,
    }
    word = "yes" if adds else "no"
    told = [say(key, language, reports=reports, adds=word) for key, reports in parts.items() if reports]
    return joined(told, language) if told else say("figure-complete-table", language)


def whom_page(release: Release, language: Language) -> WhomPage:
    """Return what a release says of actors and countries.

    Parameters
    ----------
    release
        The only source of figures; without the plate there are no tables, and no error.
    language
        Of every word.
    """
    plate = release.plates.get(PLATE)
    title, why = say("whom-title", language), tuple(say(f"whom-why-{own}", language) for own in ("told", "country"))
    if plate is None or plate.groups.is_empty():
        return WhomPage(title, say("whom-nothing", language), why, "", ())
    rows = plate.groups.filter(~pl.col("cell").is_in([ELSEWHERE, NOT_STATED]))
    adds = release.parts_add
    return WhomPage(
        title=title,
        answer=say("whom-answer" if adds else "whom-answer-part", language, reports=_total(rows, adds=adds)),
        why=why,
        not_shown=_not_shown(plate, language, adds=adds),
        sheets=_sheets(release, plate, rows, language),
    )
