"""Distinct people: how many, when, of which kinds of act, women and girls; each a minimum, and none to be added.

The plates `people` and `ongoing` hold distinct people and no reports. One person stands in many rows of them, so no sum
of them is ever made here: each figure that is shown is one published row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from layers.sheet import Sheet, crossed, ordered
from layers.words import act_name, period_name
from release import ALL_ACTS, ALL_VALUES, CAPTIVITY, REGION, offered_periods
from terms import ALL_TIME, say, taxonomy

if TYPE_CHECKING:
    from release import Plate, Release
    from terms import Language

PERSON_GROUPS: Final = (ALL_VALUES, "woman", "girl", "other", "not_stated")
"""Columns of the tables by person, in order; a girl is under 18 at the time of the act."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """What is said and shown of distinct people; `sheets` may be empty, where a release lacks both plates."""

    title: str
    answer: str
    why: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def _held(rows: pl.DataFrame, row: str, column: str) -> dict[tuple[str, str], int]:
    return {(own[row], own[column]): own["people"] for own in rows.iter_rows(named=True)}


def _periods(plate: Plate, release: Release, language: Language) -> dict[str, str]:
    """Name the eras: of all years together the plates tell no more than one figure, and that is said in words."""
    periods = [own for own in offered_periods(plate) if own != ALL_TIME]
    return {own: period_name(own, release.manifest, language) for own in periods}


def _acts(held: set[str], language: Language) -> dict[str, str]:
    return {code: act_name(code, language) for code in ordered([ALL_ACTS, *taxonomy().acts], held)}


def _groups(held: set[str], language: Language) -> dict[str, str]:
    return {own: say(f"people-{own.replace('_', '-')}", language) for own in ordered(PERSON_GROUPS, held)}


def _region(plate: Plate) -> pl.DataFrame:
    return plate.rows.filter(pl.col("cell") == REGION)


def _of_people(release: Release, plate: Plate, language: Language) -> list[Sheet]:
    rows, act, person = _region(plate), pl.col("act"), pl.col("person_group")
    everyone = person == ALL_VALUES
    by_era = rows.filter((act == ALL_ACTS) & (pl.col("period") != ALL_TIME))
    by_act = rows.filter((act != ALL_ACTS) & ~everyone & (pl.col("period") == ALL_TIME))
    by_both = rows.filter((act != ALL_ACTS) & everyone & (pl.col("period") != ALL_TIME))
    began, kind = say("column-period", language), say("choose-group", language)
    return [
        Sheet(
            none=say("people-none", language),
            key="by-era",
            title=say("people-by-era", language),
            says=say("people-by-era-says", language),
            table=crossed(
                _held(by_era, "period", "person_group"),
                began,
                _periods(plate, release, language),
                _groups(set(by_era["person_group"]), language),
            ),
        ),
        Sheet(
            none=say("people-none", language),
            key="by-act",
            title=say("people-by-act", language),
            says=say("people-by-act-says", language),
            table=crossed(
                _held(by_act, "act", "person_group"),
                kind,
                _acts(set(by_act["act"]), language),
                _groups(set(by_act["person_group"]), language),
            ),
        ),
        Sheet(
            none=say("people-none", language),
            key="by-both",
            title=say("people-by-both", language),
            says=say("people-by-both-says", language),
            table=crossed(
                _held(by_both, "act", "period"),
                kind,
                _acts(set(by_both["act"]), language),
                _periods(plate, release, language),
            ),
        ),
    ]


def ongoing_sheet(release: Release, language: Language) -> Sheet | None:
    """Return how many people were in captivity in each era, None if the release does not hold it."""
    plate = release.plates.get("ongoing")
    if plate is None or plate.rows.is_empty():
        return None
    rows = _region(plate)
    lasting = ordered([ALL_ACTS, *CAPTIVITY], set(rows["act"]))
    return Sheet(
        none=say("people-none", language),
        key="ongoing",
        title=say("people-ongoing", language),
        says=say("people-ongoing-says", language),
        table=crossed(
            _held(rows, "period", "act"),
            say("people-era", language),
            _periods(plate, release, language),
            {code: act_name(code, language) for code in lasting},
        ),
    )


def people_page(release: Release, language: Language) -> PeoplePage:
    """Return what a release says of distinct people.

    Parameters
    ----------
    release
        The only source of figures; a plate that it lacks gives no table, and no error.
    language
        Of every word.
    """
    plate = release.plates.get("people")
    sheets = [] if plate is None or plate.rows.is_empty() else _of_people(release, plate, language)
    total = 0
    if plate is not None:
        whole = (pl.col("period") == ALL_TIME) & (pl.col("act") == ALL_ACTS) & (pl.col("person_group") == ALL_VALUES)
        total = int(_region(plate).filter(whole)["people"].sum())  # one row, or none
    lasting = ongoing_sheet(release, language)
    return PeoplePage(
        title=say("people-title", language),
        answer=say("people-answer", language, people=total) if total else say("people-nothing", language),
        why=tuple(say(f"people-why-{own}", language) for own in ("rows", "reports", "minima")),
        sheets=tuple([*sheets, lasting] if lasting else sheets),
    )
