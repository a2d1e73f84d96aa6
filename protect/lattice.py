"""What an outsider can tell apart: areas, periods and acts, cut into classes by all the names that are published.

An area may be named whole, in part, or by a province that only touches it; so each name has what it holds for
certain and what it may hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from geo import FINEST, climb, from_text, land_cells, province_cells, provinces, resolution_of, study_cells, to_text
from protect.against import BETWEEN_CELLS
from protect.entry import FIRST_YEAR
from release import ALL_ACTS, ELSEWHERE, NOT_STATED, POOL, REGION
from terms import ALL_TIME, UNDATED, eras, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from geo import Cells

    Flags = NDArray[np.bool_]
    _Unit = tuple[str, int | str | None]

OUTSIDE: Final = (ELSEWHERE, NOT_STATED)
ASKED_SIZES: Final = (5, 4, 3)
"""The resolutions at which a place is at most a prefecture: margins are asked for at these."""
_CLIMBED: Final = (4, 3, 2)
_GIRL, _WOMAN = "B2", "B1"


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """One of the three ways in which a key is told, as far as anyone may tell it apart.

    `names`: everything that is published or asked of it. `units`: shape names x units: what each name may hold.
    `certain`: the same shape: what it holds for certain. `of_class`: the class of each unit; counts are told by class.
    """

    names: Mapping[str, int]
    units: Flags
    certain: Flags
    of_class: NDArray[np.int64]

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return int(self.of_class.max()) + 1

    def at(self, names: Iterable[str]) -> NDArray[np.int64]:
        """Return the places of some names."""
        return np.array([self.names[name] for name in names], dtype=np.int64)

    @property
    def touched(self) -> Flags:
        """Which classes each name may hold something of; shape names x classes."""
        touched: Flags = self._by_class(self.units) > 0
        return touched

    @property
    def inside(self) -> Flags:
        """Which classes each name holds whole."""
        size = np.bincount(self.of_class, minlength=self.classes)
        inside: Flags = self._by_class(self.certain) == size
        return inside

    @property
    def whole(self) -> Flags:
        """Which names are unions of classes."""
        whole: Flags = (self.touched == self.inside).all(axis=1)
        return whole

    def within(self, rows: NDArray[np.int64]) -> Flags:
        """Tell which of some names lie within each name for certain; shape names x rows."""
        beyond = np.logical_not(self.certain).astype(np.float32) @ self.units[rows].T.astype(np.float32)
        inside: Flags = beyond == 0
        return inside

    def meets(self, rows: NDArray[np.int64]) -> Flags:
        """Tell which of some names may hold something that each name holds for certain; shape names x rows."""
        met: Flags = self.certain.astype(np.float32) @ self.units[rows].T.astype(np.float32) > 0
        return met

    def parents(self) -> NDArray[np.int64]:
        """Return for each name the smallest one that holds all its classes and more; itself, if none does."""
        inside = self.inside.astype(np.float32)
        size = inside.sum(axis=1)
        holds = ((inside @ inside.T) == size[:, None]) & (size[None, :] > size[:, None])
        smallest = np.where(holds, size[None, :], np.inf).argmin(axis=1)
        return np.where(holds.any(axis=1), smallest, np.arange(len(size)))

    def closures(self) -> NDArray[np.int64]:
        """Return for each name the smallest union of classes that holds all that it may hold."""
        touched = self.touched.astype(np.float32)
        size = touched.sum(axis=1)
        holds = ((touched @ touched.T) == size[:, None]) & self.whole[None, :]
        smallest: NDArray[np.int64] = np.where(holds, size[None, :], np.inf).argmin(axis=1)
        return smallest

    def _by_class(self, units: Flags) -> NDArray[np.int64]:
        member = sparse.csr_matrix(
            (np.ones(len(self.of_class), dtype=np.int64), (np.arange(len(self.of_class)), self.of_class))
        )
        return np.asarray(units.astype(np.int64) @ member)


@dataclass(frozen=True, eq=False)
class Lattice:
    """Areas, periods and acts; a column is one class of each, areas outermost."""

    areas: Axis
    periods: Axis
    acts: Axis

    @property
    def columns(self) -> int:
        """How many counts are not known."""
        return self.areas.classes * self.periods.classes * self.acts.classes

    def keys(self, at: Sequence[NDArray[np.int64]], *, certain: bool) -> sparse.csr_matrix:
        """Return which columns some keys hold whole (`certain`), or may hold something of; shape keys x columns.

        Parameters
        ----------
        at
            Of each key the place of its area, of its period and of its act among the names of that axis.
        """
        areas, periods, acts = ((self._inside if certain else self._touched)[axis][at[axis]] for axis in range(3))
        return sparse.csr_matrix(_rowwise(_rowwise(areas, periods), acts))

    @cached_property
    def _inside(self) -> tuple[sparse.csr_matrix, ...]:
        return tuple(sparse.csr_matrix(axis.inside.astype(np.float64)) for axis in self.axes)

    @cached_property
    def _touched(self) -> tuple[sparse.csr_matrix, ...]:
        return tuple(sparse.csr_matrix(axis.touched.astype(np.float64)) for axis in self.axes)

    @property
    def axes(self) -> tuple[Axis, Axis, Axis]:
        """Areas, periods and acts."""
        return self.areas, self.periods, self.acts


def _rowwise(left: sparse.csr_matrix, right: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the Kronecker product of each row of one matrix with the same row of another."""
    first, second = np.diff(left.indptr), np.diff(right.indptr)
    of_entry = np.repeat(np.arange(left.shape[0]), first)
    many = second[of_entry]
    ends = np.cumsum(many)
    inner = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - many, many)
    columns = (
        np.repeat(left.indices.astype(np.int64) * right.shape[1], many)
        + right.indices[np.repeat(right.indptr[of_entry].astype(np.int64), many) + inner]
    )
    starts = np.concatenate([[0], np.cumsum(first.astype(np.int64) * second)])
    return sparse.csr_matrix(
        (np.ones(len(columns)), columns, starts), shape=(left.shape[0], left.shape[1] * right.shape[1])
    )


def lattice(
    published: Iterable[str], totals: Iterable[tuple[str, str, str]], years: Iterable[str], last: int
) -> Lattice:
    """Cut areas, periods and acts into classes.

    Parameters
    ----------
    published
        The areas of all rows.
    totals
        Area, period and act of each total. Years and acts are told apart where a total names them, and only there.
    years
        All years that a row or a total names.
    last
        The year of the newest edition, the last that a report can be of.
    """
    named = list(totals)
    return Lattice(
        _areas({*published} - {POOL}, {area for area, _, _ in named}),
        _periods({int(year) for year in years}, {int(period) for _, period, _ in named if period.isdecimal()}, last),
        _acts({act for _, _, act in named}),
    )


def _areas(published: set[str], asked: set[str]) -> Axis:
    """Merge finest cells that all named areas and their ancestors hold together; each other area is one of its own."""
    cells = sorted({*published, *(cell for area in asked for cell in _cells_of(area))} - {REGION, *OUTSIDE})
    numbers = from_text(cells)
    named = _with_ancestors(numbers)
    ground = _ground(named)
    masks = {REGION: (np.ones(len(ground), dtype=np.bool_),) * 2}
    for cell, text in zip(named.tolist(), to_text(named), strict=True):
        masks[text] = (_holding(ground, np.array([cell], dtype=np.uint64)),) * 2
    for area in sorted(asked - masks.keys()):
        masks[area] = _of_total(area, ground)
    _, first, of_class = np.unique(
        np.packbits(np.array([mask for pair in masks.values() for mask in pair]), axis=0),
        axis=1, return_index=True, return_inverse=True,
    )  # fmt: skip
    inside = _margins(ground, of_class.reshape(-1))
    masks |= {text: mask for text, mask in inside.items() if text not in masks}
    outside = len(OUTSIDE)
    units = np.zeros((len(masks) + outside + 1, len(ground) + outside), dtype=np.bool_)
    certain = units.copy()
    for at, (held, may_hold) in enumerate(masks.values()):
        certain[at, : len(ground)], units[at, : len(ground)] = held, may_hold
    for at in range(outside):
        certain[len(masks) + at, len(ground) + at] = units[len(masks) + at, len(ground) + at] = True
    units[-1] = certain[-1] = True
    classes = np.concatenate([of_class.reshape(-1), len(first) + np.arange(outside)])
    names = [*masks, *OUTSIDE, POOL]
    return Axis({name: at for at, name in enumerate(names)}, units, certain, classes)


def _cells_of(area: str) -> list[str]:
    return [] if area == REGION or area in provinces() else area.split(BETWEEN_CELLS)


def _with_ancestors(cells: Cells) -> Cells:
    sizes = resolution_of(cells)
    up = [climb(cells[sizes >= size], size) for size in _CLIMBED]
    return np.unique(np.concatenate([cells, *up]))


def _ground(named: Cells) -> Cells:
    """Return the plausible finest cells; of a named area without land, all that it has in the study area."""
    land, study = land_cells(), study_cells()
    bare = [cell for cell in named.tolist() if not _holding(land, np.array([cell], dtype=np.uint64)).any()]
    return np.union1d(land, study[_holding(study, np.array(bare, dtype=np.uint64))]) if bare else land


def _holding(ground: Cells, cells: Cells) -> Flags:
    """Tell which finest cells lie inside any of some cells."""
    sizes = resolution_of(cells)
    held = np.zeros(len(ground), dtype=np.bool_)
    for size in np.unique(sizes).tolist():
        held |= np.isin(climb(ground, size), cells[sizes == size])
    return held


def _of_total(area: str, ground: Cells) -> tuple[Flags, Flags]:
    """Return the finest cells that the area of a total holds for certain, and those that it may hold."""
    if area in provinces():
        inside, shared = province_cells(area)
        certain = np.isin(ground, inside)
        return certain, certain | np.isin(ground, shared)
    return (_holding(ground, from_text(area.split(BETWEEN_CELLS))),) * 2


def _margins(ground: Cells, of_class: NDArray[np.int64]) -> dict[str, tuple[Flags, Flags]]:
    """Return the cells that hold a whole class, at the resolutions that are asked for."""
    size = np.bincount(of_class)
    found: dict[str, tuple[Flags, Flags]] = {}
    for resolution in ASKED_SIZES:
        parents = ground if resolution == FINEST else climb(ground, resolution)
        pairs, many = np.unique(np.stack([parents, of_class.astype(np.uint64)]), axis=1, return_counts=True)
        whole = np.unique(pairs[0][many == size[pairs[1].astype(np.int64)]])
        found |= {text: (parents == cell,) * 2 for cell, text in zip(whole.tolist(), to_text(whole), strict=True)}
    return found


def _periods(years: set[int], told: set[int], last: int) -> Axis:
    """Cut time into undated, the years that a total names, and what is left of each era."""
    units: list[_Unit] = [(UNDATED, None)]
    for era in eras():
        units += [(era.id, year) for year in sorted(years | told) if year in era]
        ends = min(era.last or last, last)
        if not {*range(era.first or FIRST_YEAR, ends + 1)} <= years | told:
            units.append((era.id, None))
    classes: dict[_Unit, _Unit] = {unit: unit if unit[1] in told else (unit[0], None) for unit in units}
    named = {ALL_TIME: units, UNDATED: units[:1]}
    named |= {era.id: [unit for unit in units if unit[0] == era.id] for era in eras()}
    named |= {str(year): [unit for unit in units if unit[1] == year] for year in sorted(years | told)}
    return _axis(units, {name: (held, held) for name, held in named.items()}, [classes[unit] for unit in units])


def _acts(told: set[str]) -> Axis:
    """Cut acts into the acts that a total names, and what is left of each group, whose act may not be stated.

    Where a place is told, B1 holds what was done to girls as well; so it does for a total, unless another names B2.
    """
    known = taxonomy()
    leaves = [(group, act) for group in known.groups for act in known.acts_of(group)]
    units = [*leaves, *((group, "") for group in known.groups if known.acts[group].is_group)]
    woman, girl = ((known.acts[act].group, act) for act in (_WOMAN, _GIRL))
    named = {act: ([unit], [unit]) for unit in leaves for act in unit[1:]}
    named[_WOMAN] = ([woman] if _GIRL in told else [woman, girl], [woman, girl])
    for group in known.groups:
        own = [unit for unit in units if unit[0] == group]
        named[group] = (own, own)
    named[ALL_ACTS] = (units, units)
    classes = {unit: unit if unit[1] in told else (unit[0], "") for unit in units}
    if _GIRL not in told:
        classes[girl] = classes[woman]
    return _axis(units, named, [classes[unit] for unit in units])


def _axis(
    units: Sequence[_Unit], named: Mapping[str, tuple[Sequence[_Unit], Sequence[_Unit]]], classes: Sequence[_Unit]
) -> Axis:
    """Make an axis of units, of what each name holds of them for certain and may hold, and of the class of each."""
    certain, may_hold = (
        np.array([[unit in pair[side] for unit in units] for pair in named.values()], dtype=np.bool_) for side in (0, 1)
    )
    order = {one: at for at, one in enumerate(dict.fromkeys(classes))}
    of_class = np.array([order[one] for one in classes], dtype=np.int64)
    return Axis({name: at for at, name in enumerate(named)}, may_hold, certain, of_class)
