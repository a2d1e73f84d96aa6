"""Invented incidents, to try the software with: people with histories, told to several organisations.

Planted patterns, which a good map should bring to light and a safe one should not betray a person by:

- forced marriage (B1) is three times as frequent in homes around Mudanjiang as elsewhere;
- in October 2023 many people are handed over at once, and held afterwards;
- hardly anyone crosses from 2020 to 2022, and nobody is handed over then;
- online sexual exploitation (C2) is found from 2012 on only, and twice as often around Shenyang and Dalian;
- a fifth of all acts are crossings and routes (A3, J1, J4), at a few places along Yalu and Tumen and on the way inland.

Between the act and the telling lie about three years; some acts have no date, no place, or a place outside the area.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from data.lives import LAST_YEAR, WAVE, People, draw, invent
from errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.random import Generator
    from numpy.typing import NDArray

COLUMNS: Final = (
    "case", "lat", "lng", "precision", "date", "until", "act", "actor", "country", "setting", "person_group", "source",
    "reported", "synthetic",
)  # fmt: skip

TOLD_TWICE: Final = 0.25
"""Share of people who told a second organisation, and share of their acts that it heard of: `ALSO_HEARD`."""
ALSO_HEARD: Final = 0.5
UNDATED: Final = 0.04
UNPLACED: Final = 0.03
OUTSIDE: Final = 0.025
NOT_REPORTED: Final = 0.05

PRECISION: Final[Mapping[str, float]] = {
    "town": 42, "county": 40, "prefecture": 6, "exact": 5, "province": 4, "ucdp 2": 2, "region": 1,
}  # fmt: skip

ROUTE, SALE, HOME, ARREST, RETURN, HELD, CROSSING = range(7)
_LIFE: Final = {ROUTE: 13, SALE: 14, HOME: 73}
_LIFE_AND_RETURN: Final = {ROUTE: 11, SALE: 11, HOME: 42, HELD: 36}

_HOME: Final[Mapping[str, float]] = {
    "B1": 22, "B3": 13, "C1": 8, "C2": 5, "C4": 5, "D1": 6, "D2": 3, "E3": 3, "F1": 12, "F2": 3, "G3": 9, "H1": 9,
    "H5": 4, "K1": 5, "K2": 5, "F": 2, "B": 2, "I3": 1, "Z": 2,
}  # fmt: skip
_ACTS: Final[Mapping[int, Mapping[str, float]]] = {
    CROSSING: {"A3": 88, "J4": 6, "J1": 2, "A2": 4},
    ROUTE: {"A3": 82, "J4": 8, "H5": 10},
    SALE: {"A4": 55, "A1": 30, "A2": 15},
    HOME: _HOME,
    ARREST: {"G1": 1},
    RETURN: {"I1": 1},
    HELD: {
        "G2": 24, "F4": 16, "H1": 14, "H2": 10, "H3": 10, "H4": 10, "D3": 7, "E1": 3, "J2": 3, "E2": 1, "J3": 1,
        "G4": 1,
    },
}  # fmt: skip
_ACTOR: Final[Mapping[int, Mapping[str, float]]] = {
    CROSSING: {"private": 70, "not_stated": 22, "dprk_authority": 8},
    ROUTE: {"private": 85, "not_stated": 15},
    SALE: {"private": 92, "not_stated": 8},
    HOME: {"private": 93, "not_stated": 7},
    ARREST: {"prc_authority": 1},
    RETURN: {"prc_authority": 90, "not_stated": 10},
    HELD: {"dprk_authority": 95, "not_stated": 5},
}
_COUNTRY: Final[Mapping[int, Mapping[str, float]]] = {
    CROSSING: {"KP": 4, "CN": 3, "not_stated": 3},
    ROUTE: {"CN": 1},
    SALE: {"CN": 1},
    HOME: {"CN": 1},
    ARREST: {"CN": 1},
    RETURN: {"KP": 3, "CN": 6, "not_stated": 1},
    HELD: {"KP": 1},
}
_SETTING: Final[Mapping[int, Mapping[str, float]]] = {
    CROSSING: {"transit": 1},
    ROUTE: {"transit": 8, "not_stated": 2},
    SALE: {"transit": 5, "not_stated": 3, "private": 2},
    HOME: {"private": 8, "not_stated": 2},
    ARREST: {"facility": 6, "not_stated": 4},
    RETURN: {"facility": 5, "transit": 5},
    HELD: {"facility": 9, "not_stated": 1},
}
_LASTING: Final = ("B1", "B2", "B3", "C1", "C2", "C4", "F1", "F2", "F4", "G2", "G3")
_OUTSIDE: Final = np.array([(39.90, 116.41), (36.07, 120.38), (25.04, 102.71), (47.92, 106.92), (13.75, 100.50)])
_OUTSIDE_COUNTRY: Final = np.array(["CN", "CN", "CN", "other", "other"])
_BRIDES: Final = "Mudanjiang"
_ONLINE: Final = ("Shenyang", "Dalian")
_FIRST_ONLINE: Final = 2012
_MOST_SOURCES: Final = 26


def sample(*, rows: int, rng: int, sources: int = 3) -> pl.DataFrame:
    """Return exactly so many invented rows, as text columns of the canonical layout.

    The same numbers give the same rows. The last person's history may be cut short.

    Parameters
    ----------
    rows
        How many rows.
    rng
        Seed of all chance.
    sources
        How many organisations; with more than one, some people stand in two under one key.

    Raises
    ------
    UsageError
        If a number is out of range.
    """
    _check(rows=rows, sources=sources)
    people = rows // 6 + 50
    while (made := _rows(people, sources, rng)).height < rows:
        people *= 2
    return made.head(rows)


def sample_people(*, people: int = 280, rng: int, sources: int = 1) -> pl.DataFrame:
    """Return the rows of so many invented people, as `sample` does.

    Raises
    ------
    UsageError
        If a number is out of range.
    """
    _check(people=people, sources=sources)
    return _rows(people, sources, rng)


def write_sample(path: Path, *, rows: int, rng: int, sources: int = 3) -> None:
    """Write invented rows as CSV; the column `synthetic` marks every one of them.

    Raises
    ------
    InputError
        If the file cannot be written.
    UsageError
        If a number is out of range.
    """
    made = sample(rows=rows, rng=rng, sources=sources)
    try:
        made.write_csv(path)
    except OSError:
        raise InputError("The sample cannot be written: check the path and that you may write there.") from None


def _check(*, sources: int, **counts: int) -> None:
    for name, count in counts.items():
        if count < 1:
            raise UsageError(f"A sample needs at least 1 of `{name}`.")
    if not 1 <= sources <= _MOST_SOURCES:
        raise UsageError(f"A sample has from 1 to {_MOST_SOURCES} sources.")


def _rows(count: int, sources: int, seed: int) -> pl.DataFrame:
    rng = np.random.default_rng(seed)
    people = invent(count, sources, rng)
    person = np.repeat(np.arange(count), people.acts)
    number = np.arange(len(person)) - np.repeat(np.cumsum(people.acts) - people.acts, people.acts)
    stage = _stages(people, person, number, rng)
    year = _years(people, person, stage, rng)
    act = _acts(people, person, stage, year, rng)
    told = {
        "person": person,
        "year": year,
        "act": act,
        "until": _until(people, person, act, year, rng),
        "actor": _by_stage(_ACTOR, stage, rng),
        "country": _by_stage(_COUNTRY, stage, rng),
        "setting": _by_stage(_SETTING, stage, rng),
        "person_group": people.group[person],
        "source": people.source[person],
        "reported": np.maximum(people.told[person], year),
        "wave": np.isin(stage, (RETURN, ARREST)) & (people.returned[person] == WAVE),
    }
    points = _points(people, person, stage)
    table = pl.DataFrame({**told, "lat": points[:, 0], "lng": points[:, 1]})
    return _written(_told_again(table, sources, rng), rng)


def _stages(people: People, person: NDArray[np.int64], number: NDArray[np.int64], rng: Generator) -> NDArray[np.int64]:
    """Return what each act belongs to: the first is the crossing; one arrest and one return, where there is one."""
    back = people.returned[person] > 0
    stage = np.where(back, draw(_LIFE_AND_RETURN, len(person), rng), draw(_LIFE, len(person), rng))
    stage[number == 0] = CROSSING
    stage[(number == 1) & back] = RETURN
    stage[(number == 2) & back] = HELD  # noqa: PLR2004 - the third act
    stage[(number == 3) & back] = ARREST  # noqa: PLR2004 - the fourth
    return stage


def _years(people: People, person: NDArray[np.int64], stage: NDArray[np.int64], rng: Generator) -> NDArray[np.int64]:
    crossed, last = people.crossed[person], people.last[person]
    lived = crossed + np.floor(rng.random(len(person)) * (last - crossed + 1)).astype(np.int64)
    after = np.minimum(people.returned[person] + rng.integers(0, 2, len(person)), LAST_YEAR)
    return np.select(
        [stage == HOME, np.isin(stage, (ARREST, RETURN)), stage == HELD], [lived, last, after], default=crossed
    )


def _acts(
    people: People, person: NDArray[np.int64], stage: NDArray[np.int64], year: NDArray[np.int64], rng: Generator
) -> NDArray[np.str_]:
    act = _by_stage(_ACTS, stage, rng)
    town = people.town[person]
    brides = (stage == HOME) & (town == _BRIDES)
    act[brides] = draw({**_HOME, "B1": 3 * _HOME["B1"]}, int(brides.sum()), rng)
    online = (stage == HOME) & np.isin(town, _ONLINE)
    act[online] = draw({**_HOME, "C2": 2 * _HOME["C2"]}, int(online.sum()), rng)
    act[(act == "C2") & (year < _FIRST_ONLINE)] = "C1"
    act[(act == "B1") & (people.group[person] == "girl")] = "B2"
    return act


def _until(
    people: People, person: NDArray[np.int64], act: NDArray[np.str_], year: NDArray[np.int64], rng: Generator
) -> NDArray[np.int64]:
    """Return the year in which it ended; 0 where that is not told."""
    told = np.isin(act, _LASTING) & (rng.random(len(act)) < 0.6)  # noqa: PLR2004 - a share
    held = np.isin(act, ("G2", "F4"))
    end = np.where(held, year + rng.integers(0, 4, len(act)), people.last[person])
    return np.where(told, np.clip(end, year, LAST_YEAR), 0)


def _by_stage(of: Mapping[int, Mapping[str, float]], stage: NDArray[np.int64], rng: Generator) -> NDArray[Any]:
    found = np.full(len(stage), "", dtype="<U16")
    for one, weights in of.items():
        there = stage == one
        found[there] = draw(weights, int(there.sum()), rng)
    return found


def _points(people: People, person: NDArray[np.int64], stage: NDArray[np.int64]) -> NDArray[np.float64]:
    at = stage[:, None]
    return np.select(
        [at == HOME, at == CROSSING, at == RETURN, at == HELD],
        [people.home[person], people.crossing[person], people.handed_over[person], people.custody[person]],
        default=people.hiding[person],
    )


def _told_again(table: pl.DataFrame, sources: int, rng: Generator) -> pl.DataFrame:
    """Add what a second organisation heard of the same people."""
    if sources == 1:
        return table
    people = table["person"].n_unique()
    twice = rng.random(people) < TOLD_TWICE
    other = rng.integers(1, sources, people)
    person = table["person"].to_numpy()
    again = table.with_columns(source=pl.Series((table["source"].to_numpy() + other[person]) % sources))
    heard = pl.Series(twice[person] & (rng.random(len(person)) < ALSO_HEARD))
    return pl.concat([table, again.filter(heard)]).sort("person", maintain_order=True)


def _written(table: pl.DataFrame, rng: Generator) -> pl.DataFrame:
    """Write the rows as a careful organisation would, with the gaps that such a file has."""
    count = table.height
    outside = rng.random(count) < OUTSIDE
    where = rng.integers(0, len(_OUTSIDE), count)
    unplaced = pl.Series(rng.random(count) < UNPLACED)
    undated = pl.Series(rng.random(count) < UNDATED)
    precision = draw(PRECISION, count, rng)
    date = _dates(table, rng)
    silent = pl.Series(rng.random(count) < NOT_REPORTED)
    keys = rng.permutation(table["person"].n_unique())
    moved = table.with_columns(
        lat=pl.Series(np.where(outside, _OUTSIDE[where, 0], table["lat"])).round(4).cast(pl.String),
        lng=pl.Series(np.where(outside, _OUTSIDE[where, 1], table["lng"])).round(4).cast(pl.String),
        country=pl.Series(np.where(outside, _OUTSIDE_COUNTRY[where], table["country"])),
        precision=pl.Series(precision),
        date=date,
        reported=table["reported"].set(silent, None).cast(pl.String),
        until=table["until"].set(table["until"] == 0, None).cast(pl.String),
        synthetic=pl.lit("yes"),
        case="person-" + pl.Series(keys[table["person"].to_numpy()]).cast(pl.String),
        source="organisation-" + (table["source"] + 1).cast(pl.String),
    )
    return moved.with_columns(
        pl.when(unplaced).then(None).otherwise(pl.col("lat", "lng", "precision", "country")).name.keep(),
        pl.when(undated).then(None).otherwise(pl.col("date", "until")).name.keep(),
    ).select(COLUMNS)


def _dates(table: pl.DataFrame, rng: Generator) -> pl.Series:
    """Write each year as a year, a month or a day; of the last year only the year, of the wave its month."""
    form = rng.choice(["YYYY", "YYYY-MM", "YYYY-MM-DD"], table.height, p=[0.5, 0.3, 0.2])
    form[table["year"].to_numpy() == LAST_YEAR] = "YYYY"
    wave = table["wave"].to_numpy()
    form[wave] = "YYYY-MM"
    month = np.where(wave, 10, rng.integers(1, 13, table.height))
    written = pl.DataFrame({"year": table["year"], "month": month, "day": rng.integers(1, 29, table.height)})
    whole = written.select(
        pl.format(
            "{}-{}-{}",
            "year",
            pl.col("month").cast(pl.String).str.zfill(2),
            pl.col("day").cast(pl.String).str.zfill(2),
        )
    ).to_series()
    return whole.to_frame("date").select(pl.col("date").str.slice(0, pl.Series([len(one) for one in form]))).to_series()
