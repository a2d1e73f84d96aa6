"""The canonical layout: its columns, which a file must have, and the words that may stand in them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import polars as pl

from data.folding import fold_label
from data.vocabulary import meanings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.faults import FaultBook


class Area(StrEnum):
    """What is known of where a row took place."""

    CELL = "cell"
    REGION = "region"  # in the study area, but no finer than a province
    ELSEWHERE = "elsewhere"
    NOT_STATED = "not_stated"


class Actor(StrEnum):
    """Under whose authority an act was done."""

    PRIVATE = "private"
    PRC = "prc_authority"
    DPRK = "dprk_authority"
    NOT_STATED = "not_stated"


class Country(StrEnum):
    """In which country an act was done."""

    CN = "CN"
    KP = "KP"
    OTHER = "other"
    NOT_STATED = "not_stated"


class Setting(StrEnum):
    """In what kind of place an act was done; it decides the location class of some acts."""

    FACILITY = "facility"
    PRIVATE = "private"
    TRANSIT = "transit"
    NOT_STATED = "not_stated"


class PersonGroup(StrEnum):
    """To whom an act was done; a girl was under 18 at the time."""

    GIRL = "girl"
    WOMAN = "woman"
    OTHER = "other"
    NOT_STATED = "not_stated"


CANONICAL: Final = (
    "case",
    "lat",
    "lng",
    "cell",
    "place",
    "precision",
    "date",
    "until",
    "act",
    "actor",
    "country",
    "setting",
    "person_group",
    "source",
    "reported",
    "authorised",
    "synthetic",
)
"""Columns that are read. `synthetic` marks invented rows; a file of them is never taken for a real one."""

TEXT: Final = ("case", "source", "place")
"""Columns whose words are free, so that a name or a number of a person could stand in them."""

KEYS: Final = ("case", "source")
"""Columns of pseudonyms; they are compared as `data.pseudonyms` reads them."""

WORDS: Final[Mapping[str, type[StrEnum]]] = {
    "actor": Actor,
    "country": Country,
    "setting": Setting,
    "person_group": PersonGroup,
}
"""Optional columns with a fixed vocabulary; an empty value is `not_stated`."""

PLACES: Final = (("lat", "lng"), ("cell",), ("place",))
"""Ways to say where; a file needs one of them."""

SCHEMA: Final = {
    "case": pl.String(),
    "source": pl.String(),
    "area": pl.Enum([area.value for area in Area]),
    "cell": pl.UInt64(),
    "year": pl.Int16(),
    "until": pl.Int16(),
    "act": pl.String(),
    "actor": pl.String(),
    "country": pl.String(),
    "setting": pl.String(),
    "person_group": pl.String(),
    "reported": pl.Int16(),
}
"""Columns of `Incidents.rows`, in order."""


def words(rows: pl.DataFrame, column: str, book: FaultBook) -> pl.Series:
    """Return a column of a fixed vocabulary; what is empty is `not_stated`."""
    read = by_meaning(rows[column], column)
    book.note(
        rows[column].is_not_null() & read.is_null(),
        column,
        "not a word of this column",
        f"write {_either([word.value for word in WORDS[column]])}",
    )
    return read.fill_null("not_stated").rename(column)


def by_meaning(column: pl.Series, vocabulary: str) -> pl.Series:
    """Return the canonical word of each value of a column, in whatever language; null where there is none."""
    known = meanings()[vocabulary]
    written = column.drop_nulls().unique().sort().to_list()
    read = {one: word for one in written if (word := known.get(fold_label(one))) is not None}
    return column.replace_strict(read, default=None, return_dtype=pl.String)


def answers(rows: pl.DataFrame, column: str) -> pl.Series:
    """Return a column of yes and no; null where it says neither."""
    return by_meaning(rows[column], "yes_no") == "yes"


def must_answer(rows: pl.DataFrame, column: str, book: FaultBook) -> None:
    """Note the rows of a column of yes and no that say neither."""
    book.note(answers(rows, column).is_null(), column, "neither yes nor no", "write yes or no in every row")


def _either(options: list[str]) -> str:
    return f"{', '.join(options[:-1])} or {options[-1]}"
