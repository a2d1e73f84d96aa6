"""Invented people whose every act stands in one report, so that a test can recount them row by row."""

from __future__ import annotations

import numpy as np
import polars as pl

from tests.protect.people import SCHEMA, incidents

_LASTING = ("B1", "B2", "B3", "C1", "F", "F1", "F4", "G3")
_ACTS = (*_LASTING, "A3", "D1", "G2", "H1", "I1", "J4", "Z")


def lives(people: int, seed: int, *, sources: int = 4, acts: int = 6, again: float = 0.2) -> pl.DataFrame:
    """Return rows of people who are girls and then women, some of whose acts lasted; no two rows are merged.

    Parameters
    ----------
    people, seed, sources, acts
        As for `incidents`.
    again
        Share of the rows that a second source tells in the same words.
    """
    plain = incidents(people, seed, sources=sources, acts=acts)
    rng = np.random.default_rng(seed + 1)
    count = plain.height
    lasted = pl.Series(rng.integers(0, 12, count)).set(pl.Series(rng.random(count) < 0.4), None)
    rows = plain.with_columns(
        act=pl.Series(rng.choice(_ACTS, count)),
        actor=pl.Series(rng.choice(["private", "prc_authority", "dprk_authority", "not_stated"], count)),
        country=pl.Series(rng.choice(["CN", "KP", "other"], count)),
        lasted=lasted,
        changes=pl.Series(rng.integers(2004, 2020, people))[plain["case"].str.slice(5).cast(pl.Int64)],
        other=pl.Series(rng.random(count) < 0.03),
    )
    rows = rows.with_columns(
        until=pl.when(pl.col("act").is_in(_LASTING)).then((pl.col("year") + pl.col("lasted")).clip(upper_bound=2026)),
        person_group=pl.when("other")
        .then(pl.lit("other"))
        .when(pl.col("year") < pl.col("changes"))
        .then(pl.lit("girl"))
        .otherwise(pl.lit("woman")),
        same=pl.col("act").replace("B2", "B1"),
    )
    once = rows.unique(["case", "same", "year"], keep="first", maintain_order=True).drop("lasted", "changes", "other")
    number = pl.col("source").str.extract(r"(\d+)").cast(pl.Int64)
    told_again = once.filter(pl.Series(rng.random(once.height) < (again if sources > 1 else 0.0)))
    second = told_again.with_columns(source=pl.format("source-{}", (number + 1) % sources))
    return pl.concat([once, second]).select(list(SCHEMA)).cast(SCHEMA)


def first_people(rows: pl.DataFrame, people: int) -> pl.DataFrame:
    """Return the rows of so many people, those with the lowest numbers."""
    return rows.filter(pl.col("case").str.extract(r"(\d+)").cast(pl.Int32) < people)


def renamed(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the same rows under other case keys, which stand in the opposite order."""
    number = pl.col("case").str.extract(r"(\d+)").cast(pl.Int64)
    return rows.with_columns(case=pl.format("key-{}", 9_000_000 - 7 * number))
