"""Acts as codes of the taxonomy. What is no code is a fault, and a label of many rows may be told by name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl

from data.faults import Decision
from data.labels import code_of
from data.screen import is_like_a_name, is_reaching
from terms import taxonomy

if TYPE_CHECKING:
    from data.faults import FaultBook

LEAST_ROWS: Final = 3
"""Rows, and people, that an unknown label must stand for before it is told."""

_MOST_TOLD: Final = 20
_LONGEST_LABEL: Final = 40
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ /&,()'-]{1,3}[^\W\d_]+){0,5}\)?")
_PAIR: Final = re.compile(r"(?=([^\W\d_a-zA-Z]{2}))")
_MEND: Final = "write a code of terms/taxonomy.csv, as B1, or of a group, as B, if the act is not stated"


def acts(rows: pl.DataFrame, book: FaultBook) -> pl.Series:
    """Return the acts, written as codes or by their names in three languages, as codes; that of a group: not stated.

    The text of a fault names a label only if at least three rows of three people have it and it could not be a person:
    a few words, none of them a family name.
    """
    written = rows["act"]
    known = {one: code for one in written.drop_nulls().unique().to_list() if (code := code_of(one, {})) is not None}
    read = written.replace_strict(known, default=None, return_dtype=pl.String)
    book.note(written.is_null(), "act", "no act", "give a code of the taxonomy; Z stands for an act that is not known")
    unknown = written.is_not_null() & read.is_null()
    if not unknown.any():
        return read
    told = _told(rows.filter(unknown))
    book.labels += told
    for label in told:
        wrong = unknown & (written == label)
        book.note(wrong, "act", f'"{label}" is no code or name of the taxonomy', _MEND, decision=Decision.ACT)
    book.note(unknown & ~written.is_in(told), "act", "not a code or name of the taxonomy", _MEND)
    return read


def _told(rows: pl.DataFrame) -> list[str]:
    """Return the unknown labels that may be told, most frequent first."""
    counted = rows.group_by("act").agg(rows=pl.len(), people=pl.col("case").n_unique())
    many = counted.filter(pl.min_horizontal("rows", "people") >= LEAST_ROWS)
    labels = many.sort(["rows", "act"], descending=[True, False])["act"].to_list()
    return [label for label in labels if is_harmless(label)][:_MOST_TOLD]


def is_harmless(label: str) -> bool:
    """Whether a label can be told: a few words that are no name.

    A Korean or Chinese word that could be a name by its form can be told if it shares two letters with an act.

    Examples
    --------
    >>> [is_harmless(label) for label in ("forced marriage", "강제북송", "Kim Younghee", "김영희", "010 1234 5678")]
    [True, True, False, False, False]
    """
    if len(label) > _LONGEST_LABEL or _WORDS.fullmatch(label) is None or is_reaching(label):
        return False
    return not is_like_a_name(label) or any(pair in _pairs() for pair in _PAIR.findall(label))


@cache
def _pairs() -> frozenset[str]:
    labels = (label for act in taxonomy().acts.values() for label in act.label.values())
    return frozenset(pair for label in labels for pair in _PAIR.findall(label))
