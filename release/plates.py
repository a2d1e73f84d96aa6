"""The plates: each the answer to one question, a ladder of rungs, and the rows that a release holds for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

REGION: Final = "region"
"""Area of a figure for the study area as a whole."""
ELSEWHERE: Final = "elsewhere"
"""Area of reports from outside the study area."""
NOT_STATED: Final = "not_stated"
"""Area of reports whose place is not known."""
POOL: Final = ""
"""Area, period and act of the one row that holds what no group of a plate could."""
ALL_ACTS: Final = "all"
"""Act of a figure that is not divided by act."""

STEP: Final = 5
"""Every published figure is a multiple of this."""


class Area(IntEnum):
    """How finely place is told: an H3 resolution, or the region as a whole."""

    REGION = 0
    R2 = 2
    R3 = 3
    R4 = 4
    R5 = 5

    @property
    def is_place(self) -> bool:
        """Whether a rung of this area says where, inside the region."""
        return self is not Area.REGION


class Period(StrEnum):
    """How finely time is told."""

    YEAR = "year"
    ERA = "era"
    ALL = "all"


class Acts(StrEnum):
    """How finely acts are told."""

    ACT = "act"
    GROUP = "group"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of generalisation of a ladder."""

    area: Area
    period: Period
    acts: Acts
    axes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the rung as the documents do, for example `r4 era group`."""
        period = () if self.period is Period.ALL else (self.period.value,)
        acts = () if self.acts is Acts.ALL else (self.acts.value,)
        return " ".join([self.area.name.lower(), *self.axes, *period, *acts])


@dataclass(frozen=True, slots=True)
class Ladder:
    """A plate's name, the question it answers, and its rungs, finest first.

    `axes`: what its rungs may tell besides area, period and act, each a column of its own. `of_people`: it counts
    distinct people instead of reports; a person stands in many of its rows, so that these are no ladder but a table.
    """

    name: str
    question: str
    rungs: tuple[Rung, ...]
    axes: tuple[str, ...] = ()
    of_people: bool = False

    @property
    def text(self) -> str:
        """The rungs as the documents write them, finest first."""
        return "; ".join(str(rung) for rung in self.rungs)

    @property
    def has_period(self) -> bool:
        """Whether any rung tells time."""
        return any(rung.period is not Period.ALL for rung in self.rungs)

    @property
    def has_acts(self) -> bool:
        """Whether any rung tells acts."""
        return any(rung.acts is not Acts.ALL for rung in self.rungs)

    @property
    def has_places(self) -> bool:
        """Whether any rung tells a place inside the region."""
        return any(rung.area.is_place for rung in self.rungs)

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that name a row."""
        return ("cell", "period", "act", *self.axes)

    @property
    def schema(self) -> dict[str, type[pl.DataType]]:
        """The columns of a plate; `resolution` is null where the area is no H3 cell, all else is never null."""
        axes: dict[str, type[pl.DataType]] = dict.fromkeys(self.axes, pl.String)
        reports: dict[str, type[pl.DataType]] = {} if self.of_people else {"reports": pl.Int64}
        return {
            "cell": pl.String,
            "resolution": pl.UInt8,
            "period": pl.String,
            "act": pl.String,
            **axes,
            **reports,
            "people": pl.Int64,
        }


AXES: Final[Mapping[str, tuple[str, ...]]] = {
    "actor": ("private", "prc_authority", "dprk_authority", "not_stated"),
    "country": ("CN", "KP", "other", "not_stated"),
    "person_group": ("girl", "woman", "other", "not_stated"),
    "lag": ("0-1", "2-4", "5-9", "10+", "not_stated"),
}
"""What a plate may tell besides area, period and act, and the values of each; `all` where a rung does not tell it."""
ALL_VALUES: Final = "all"
"""Value of an axis that a row is not divided by."""
CAPTIVITY: Final = ("B", "C", "F", "G3")
"""Acts that last, and are counted in every era they lasted into: of the groups, but of G only private confinement."""


def _rungs(text: str) -> tuple[Rung, ...]:
    """Read a ladder as the documents write it, for example `r5 act; region group`."""
    found = []
    for words in (rung.split() for rung in text.split(";")):
        area, *rest = words
        found.append(
            Rung(
                area=Area.REGION if area == "region" else Area[area.upper()],
                period=next((Period(word) for word in rest if word in {"year", "era"}), Period.ALL),
                acts=next((Acts(word) for word in rest if word in {"act", "group"}), Acts.ALL),
                axes=tuple(word for word in rest if word in AXES),
            )
        )
    return tuple(found)


EXPLORED: Final[Mapping[str, Ladder]] = {
    ladder.name: ladder
    for ladder in (
        Ladder("where", "Where are reports?", _rungs("r5; r4; r3; r2; region")),
        Ladder(
            "where_what",
            "Where, by act?",
            _rungs("r5 act; r5 group; r4 act; r4 group; r3 act; r3 group; r2 group; region group"),
        ),
        Ladder(
            "where_when",
            "Where, by time?",
            _rungs("r5 year; r5 era; r4 year; r4 era; r3 year; r3 era; r2 era; region era"),
        ),
        Ladder(
            "when_what",
            "Which acts, year by year?",
            _rungs("region year act; region year group; region era act; region era group; region"),
        ),
        Ladder(
            "where_when_what",
            "Where, when and what, coarsely?",
            _rungs("r5 era group; r4 era group; r3 era group; r2 era group; region era group"),
        ),
    )
}
"""The plates that are explored by place, time and act, in the order in which they are offered."""

LADDERS: Final[Mapping[str, Ladder]] = {
    **EXPLORED,
    "who_what": Ladder(
        "who_what",
        "By whom, under whose authority?",
        _rungs("region actor country era group; region actor country group; region country group; region group"),
        axes=("actor", "country"),
    ),
    "lag": Ladder("lag", "How long until told?", _rungs("region lag era; region lag"), axes=("lag",)),
}
"""The plates that are ladders: every report is in one row of each, or in none."""

TABLES: Final[Mapping[str, Ladder]] = {
    "people": Ladder(
        "people",
        "How many people?",
        _rungs("region; region era; region era group; region person_group era; region person_group group"),
        axes=("person_group",),
        of_people=True,
    ),
    "ongoing": Ladder("ongoing", "In captivity during an era?", _rungs("region era; region era group"), of_people=True),
}
"""The plates of distinct people, each row after the rows that hold it; a person stands in many rows."""

PLATES: Final[Mapping[str, Ladder]] = {**LADDERS, **TABLES}
"""All plates of a release, in the order in which they are written."""

SCHEMA: Final = EXPLORED["where"].schema
"""Columns of a plate that is explored: `resolution` is null where the area is no H3 cell; all else is never null."""


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """The published rows of one plate, sorted by resolution (wide first), cell, period and act; the pool stands last.

    `rows` has the columns of its ladder's `schema`. `reports` and `people` are minima and multiples of `STEP`.
    """

    name: str
    rows: pl.DataFrame

    @property
    def groups(self) -> pl.DataFrame:
        """The rows without the pool."""
        return self.rows.filter(pl.col("cell") != POOL)

    @property
    def pool_reports(self) -> int:
        """Reports of the pool: their area, time or act is not shown; 0 where the plate has none."""
        return int(self.rows.filter(pl.col("cell") == POOL)["reports"].sum())


def sort_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Put the rows of a plate in the one order in which they are written, whatever order they come in."""
    keys = [name for name in rows.columns if name not in {"reports", "people", "interviews", "resolution"}]
    return (
        rows.with_columns(pool=pl.col("cell") == POOL, wide=pl.col("resolution").fill_null(0))
        .sort("pool", "wide", *keys)
        .drop("pool", "wide")
    )
