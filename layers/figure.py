"""One map as a value: what is drawn and what is said about it, for every renderer the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl
    from shapely import MultiPolygon, Polygon

    from release import Level, Selection
    from terms import Language


@dataclass(frozen=True, slots=True)
class Break:
    """One class of the legend: figures from `low` up to `high` (None: open), and its label ("at least 25")."""

    low: int
    high: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn area: its cell, its outline in WGS84 (longitude first), its class and its sentence."""

    cell: str
    outline: Polygon | MultiPolygon
    break_index: int
    wide: bool
    reports: int
    people: int
    near: str
    tip: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A map, ready to be drawn; all text is in `language`, and nothing in it is narrower than a row of a plate."""

    language: Language
    selection: Selection
    level: Level
    title: str
    answer: str
    breaks: tuple[Break, ...]
    legend_title: str
    none_label: str
    marks: tuple[Mark, ...]
    ground: Polygon | MultiPolygon
    not_shown: str
    period: str
    source: str
    caveats: tuple[str, ...]
    attribution: str
    synthetic: str | None
    release_id: str
    cite_as: str
    alt: str
    table: pl.DataFrame
