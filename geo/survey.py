"""Which finest cells belong to what: measured once from the basemap, and packaged as `geo/assets/cells.csv`.

Start-up reads the file and does no geometry. `python -m geo.rebuild cells` measures again and writes the file; a test
holds the committed file to what is measured.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.boundaries import EAST, NORTH, SOUTH, WEST, basemap, border_zone_axis, features
from geo.cells import Cells, cells_in_box, from_text, rings_lng_lat, to_text
from geo.metres import project

if TYPE_CHECKING:
    from numpy.typing import NDArray

STUDY_PROVINCES: Final = ("CN-HL", "CN-JL", "CN-LN")
"""With every province of the DPRK they make the study area."""

STUDY_COUNTRY: Final = "PRK"

BELT_M: Final = 30_000
"""Half-width of the border belt, from the border rivers and lines."""

_HEADER: Final = ("cell", "study", "land", "belt", "within", "touches")


@dataclass(frozen=True, slots=True)
class Survey:
    """One row a finest cell that is of the study area or the border belt, sorted by cell.

    `study`, `land` (touches land that no lake covers) and `belt` are flags. `within` is the ISO 3166-2 code of the
    province that holds the whole cell, else None; `touches` the codes of all that share it, largest share first.
    """

    cells: Cells
    study: NDArray[np.bool_]
    land: NDArray[np.bool_]
    belt: NDArray[np.bool_]
    within: tuple[str | None, ...]
    touches: tuple[tuple[str, ...], ...]


def measure() -> Survey:
    """Measure the survey from the basemap; takes a second or two."""
    candidates = cells_in_box(west=WEST - 1, south=SOUTH - 1, east=EAST + 1, north=NORTH + 1)
    corners, position = rings_lng_lat(candidates)
    shapes = np.asarray(shapely.polygons(shapely.linearrings(corners, indices=position)), dtype=np.object_)
    provinces = features("admin1")
    codes = [own["iso_3166_2"] for own, _ in provinces]
    of_study = [own["adm0_a3"] == STUDY_COUNTRY or own["iso_3166_2"] in STUDY_PROVINCES for own, _ in provinces]
    touching = _matrix(shapes, [shape for _, shape in provinces])
    study = np.logical_or.reduce(touching[:, of_study], axis=1)
    belt = np.asarray(shapely.dwithin(_in_metres(shapes), project(border_zone_axis()), BELT_M), dtype=np.bool_)
    ground = shapely.union_all([country.geometry for country in basemap().land])
    dry = shapely.difference(ground, shapely.union_all(basemap().lakes))
    shapely.prepare(dry)
    land = np.asarray(shapely.intersects(dry, shapes), dtype=np.bool_)
    kept = np.flatnonzero(study | belt)
    shares = [_shares(shapes[row], np.flatnonzero(touching[row]), provinces) for row in kept]
    return Survey(
        cells=candidates[kept],
        study=study[kept],
        land=land[kept],
        belt=belt[kept],
        within=tuple(codes[own[0]] if whole else None for own, whole in shares),
        touches=tuple(tuple(codes[index] for index in own) for own, _ in shares),
    )


def _matrix(shapes: NDArray[np.object_], others: list[shapely.Geometry]) -> NDArray[np.bool_]:
    found = np.zeros((len(shapes), len(others)), dtype=np.bool_)
    rows, columns = shapely.STRtree(others).query(shapes, predicate="intersects")
    found[rows, columns] = True
    return found


def _in_metres(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    return np.array([project(shape) for shape in shapes], dtype=np.object_)


def _shares(
    shape: shapely.Geometry, touched: NDArray[np.intp], provinces: tuple[tuple[dict[str, str], shapely.Geometry], ...]
) -> tuple[list[int], bool]:
    """Sort the provinces that touch a cell by how much of it they hold, and say whether the first holds all of it."""
    areas = {index: shapely.area(shapely.intersection(shape, provinces[index][1])) for index in touched.tolist()}
    ordered = sorted(areas, key=lambda index: (-areas[index], provinces[index][0]["iso_3166_2"]))
    return ordered, bool(ordered) and bool(shapely.covers(provinces[ordered[0]][1], shape))


def write(survey: Survey) -> str:
    """Write a survey as the text of cells.csv."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEADER)
    flags = np.column_stack([survey.study, survey.land, survey.belt]).astype(int).tolist()
    for text, own, within, touches in zip(to_text(survey.cells), flags, survey.within, survey.touches, strict=True):
        table.writerow([text, *own, within or "", ";".join(touches)])
    return out.getvalue()


@cache
def committed() -> Survey:
    """Return the survey that is packaged with this version."""
    text = files("geo").joinpath("assets", "cells.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    flags = np.array([row[1:4] for row in rows]) == "1"
    return Survey(
        cells=from_text([row[0] for row in rows]),
        study=flags[:, 0],
        land=flags[:, 1],
        belt=flags[:, 2],
        within=tuple(row[4] or None for row in rows),
        touches=tuple(tuple(row[5].split(";")) if row[5] else () for row in rows),
    )
