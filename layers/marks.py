"""The areas of a map: hexagons of one size, or each figure at its own size, and what may be said of each."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geo import (
    LabelKind,
    climb,
    from_text,
    hexagons,
    labels,
    near,
    outline,
    province_cells,
    provinces,
    region_outline,
    resolution_of,
)
from layers.figure import Mark
from layers.legend import class_of
from layers.words import period_label
from release import REGION, Level
from terms import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl
    from numpy.typing import NDArray
    from shapely import MultiPolygon, Polygon

    from geo import Cells
    from layers.figure import Break
    from release import LevelView, Manifest
    from terms import Language

    Outline = Polygon | MultiPolygon


@cache
def _towns(language: Language) -> frozenset[str]:
    return frozenset(label.name for label in labels(language.value) if label.kind is LabelKind.TOWN)


def is_town(name: str, language: Language) -> bool:
    """Whether a place in words is a town or two, which an area is "around"; an area is "in" a province."""
    return _towns(language).issuperset(name.split(" / "))


@lru_cache(maxsize=4096)
def where(name: str, language: Language) -> str:
    """Return a place with its preposition: around Yanji, in Jilin."""
    return say("figure-around" if is_town(name, language) else "figure-inside", language, names=name)


def place_of(mark: Mark, language: Language) -> str:
    """Return where an area is, as it stands at the beginning of a line: Around Yanji."""
    return _capital(mark.near if mark.cell == REGION else where(mark.near, language))


@lru_cache(maxsize=65536)
def _told(reports: int, people: int, language: Language) -> str:
    return say("figure-tip", language, reports=reports, people=people)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _touching(country: str) -> Cells:
    """Return the finest cells that touch a country, as far as it touches the study area, sorted."""
    parts = [part for own in provinces().values() if own.country == country for part in province_cells(own.code)]
    return np.unique(np.concatenate(parts))


@cache
def _parents(country: str, resolution: int) -> Cells:
    return np.unique(climb(_touching(country), resolution))


def on_both_banks(cells: Cells) -> NDArray[np.bool_]:
    """Return which cells touch more than one country, in order: those belong to none of them.

    Examples
    --------
    >>> on_both_banks(from_text(["85311bb7fffffff", "85312a0ffffffff"])).dtype.name
    'bool'
    """
    held = np.zeros(len(cells), dtype=np.int64)
    sizes = resolution_of(cells)
    for resolution in np.unique(sizes).tolist():
        own = sizes == resolution
        for country in ("CN", "KP", "other"):
            held[own] += np.isin(cells[own], _parents(country, resolution))
    return held > 1


def _tip(figures: str, period: str, place: str, remarks: Iterable[str]) -> str:
    return "\n".join([figures, period, place, *remarks])


def _region(drawn: pl.DataFrame, breaks: tuple[Break, ...], manifest_period: str, language: Language) -> list[Mark]:
    place = say("figure-study-area", language)
    return [
        Mark(
            cell=row["cell"],
            outline=region_outline(),
            break_index=class_of(row["reports"], breaks),
            wide=True,
            reports=row["reports"],
            people=row["people"],
            near=place,
            tip=_tip(_told(row["reports"], row["people"], language), manifest_period, _capital(place), ()),
        )
        for row in drawn.iter_rows(named=True)
    ]


def marks_of(
    seen: LevelView, breaks: tuple[Break, ...], period: str, manifest: Manifest, language: Language
) -> tuple[Mark, ...]:
    """Return the areas of a level, wide ones first, then by cell.

    Parameters
    ----------
    seen
        What the level shows.
    breaks
        The classes of its plate.
    period
        The chosen period, which every area says.
    manifest
        Of the release, for the years that are released of the period.
    language
        Of every word.
    """
    told_period = period_label(period, manifest, language)
    drawn = seen.cells
    if seen.level is Level.REGION or drawn.is_empty():
        return tuple(_region(drawn, breaks, told_period, language))
    drawn = drawn.sort("resolution", "cell")
    cells = from_text(drawn["cell"].to_list())
    mixed = seen.level is Level.FINEST
    shapes: list[Outline] = [outline(cell) for cell in cells.tolist()] if mixed else hexagons(cells).tolist()
    finest = drawn["resolution"].max()
    both, dashed = say("figure-tip-both-banks", language), say("figure-tip-wide", language)
    found = []
    for row, shape, name, shared in zip(
        drawn.iter_rows(named=True), shapes, near(cells, language.value), on_both_banks(cells).tolist(), strict=True
    ):
        wide = row["resolution"] != finest
        remarks = [text for text, holds in ((dashed, wide), (both, shared)) if holds]
        figures = _told(row["reports"], row["people"], language)
        found.append(
            Mark(
                cell=row["cell"],
                outline=shape,
                break_index=class_of(row["reports"], breaks),
                wide=wide,
                reports=row["reports"],
                people=row["people"],
                near=name,
                tip=_tip(figures, told_period, _capital(where(name, language)), remarks),
            )
        )
    return tuple(found)
