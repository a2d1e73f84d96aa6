"""What an outsider would ask: margins that no published row lies within, and what totals leave of one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from geo import from_text, is_cell, resolution_of
from protect.lattice import ASKED_SIZES, OUTSIDE
from protect.outlook import place, places_of
from release import ALL_ACTS, REGION
from terms import ALL_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import polars as pl
    from numpy.typing import NDArray

    from protect.against import Total
    from protect.lattice import Axis, Lattice

    Places = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]

_LONGEST: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """What is asked: `certain` and `touched`, shape questions x columns, and a name of each in words.

    `settled`: how many margins more were settled at once, because a published row lies within each.
    """

    certain: sparse.csr_matrix
    touched: sparse.csr_matrix
    names: tuple[str, ...]
    settled: int


def ask(rows: pl.DataFrame, totals: Sequence[Total], here: Lattice) -> Questions:
    """Return the questions of an outsider.

    Parameters
    ----------
    rows
        As `protect.outlook.named` returns them.
    totals
        Published by someone else; what each counts, and what it leaves of those within it, is asked as well.

    Notes
    -----
    Every cell of three resolutions, the region, what is elsewhere and not stated, and each area of a total; alone, by
    era, by group of acts, and by both; by year and act where a total names these. A row has k reports or more, so that
    a margin with a row within it cannot be pinned under k.
    """
    areas, periods, acts = _asked(here)
    shape = (len(areas), len(periods), len(acts))
    inside = [axis.within(own) for axis, own in zip(here.axes, place(rows, here), strict=True)]
    held = np.einsum(
        "ar,pr,tr->apt",
        *(part[names].astype(np.float32) for part, names in zip(inside, (areas, periods, acts), strict=True)),
        optimize=True,
    )
    open_ = np.nonzero(held == 0)
    key = (areas[open_[0]], periods[open_[1]], acts[open_[2]])
    certain, touched = [here.keys(key, certain=True)], [here.keys(key, certain=False)]
    labels = [_words(*names) for names in zip(*_names(here, key, totals), strict=True)]
    for name, held_, may_hold in _left(totals, here):
        certain.append(held_)
        touched.append(may_hold)
        labels.append(name)
    return Questions(
        sparse.csr_matrix(sparse.vstack(certain)),
        sparse.csr_matrix(sparse.vstack(touched)),
        tuple(labels),
        int(np.prod(shape)) - len(open_[0]),
    )


def _asked(here: Lattice) -> Places:
    """Return the places of the names that are asked for on each axis; those that hold the same only once."""
    names = np.array(list(here.areas.names))
    cells = is_cell(names.tolist())
    small = np.ones(len(names), dtype=np.bool_)
    small[cells] = np.isin(resolution_of(from_text(names[cells].tolist())), ASKED_SIZES)
    small &= names != ""
    return (
        _distinct(here.areas, small),
        _distinct(here.periods, here.periods.whole),
        _distinct(here.acts, here.acts.whole),
    )


def _distinct(axis: Axis, among: NDArray[np.bool_]) -> NDArray[np.int64]:
    at = np.flatnonzero(among & axis.inside.any(axis=1))
    both = np.concatenate([axis.certain[at], axis.units[at]], axis=1)
    return at[np.sort(np.unique(np.packbits(both, axis=1), axis=0, return_index=True)[1])]


def _names(here: Lattice, key: Places, totals: Sequence[Total]) -> Iterator[list[str]]:
    """Yield the names of areas, of periods and of acts; a long list of cells is named by its line."""
    long = {total.area: f"the cells of line {total.line}" for total in totals if len(total.area) > _LONGEST}
    for axis, own in zip(here.axes, key, strict=True):
        names = [long.get(name, name) for name in axis.names]
        yield [names[at] for at in own.tolist()]


def _words(area: str, period: str, act: str) -> str:
    """Name a key as a reader of the release would."""
    where = area if area in {REGION, *OUTSIDE} else f"cell {area}" if is_cell([area]).all() else area
    when = "all years" if period == ALL_TIME else period
    return f"{where}, {when}, {'all acts' if act == ALL_ACTS else f'act {act}'}"


def _left(totals: Sequence[Total], here: Lattice) -> Iterator[tuple[str, sparse.csr_matrix, sparse.csr_matrix]]:
    """Yield what each total leaves of those that lie within it: one by one, and all together."""
    if not totals:
        return
    at = places_of(totals, here)
    certain, touched = here.keys(at, certain=True), here.keys(at, certain=False)
    inside = _within(touched, certain)
    for outer, total in enumerate(totals):
        inner = [other for other in np.flatnonzero(inside[outer]).tolist() if other != outer]
        for part in [*([one] for one in inner), *([inner] if len(inner) > 1 else [])]:
            lines = " and ".join(str(totals[other].line) for other in part)
            name = f"what line {total.line} of the totals holds beyond that of line{'s' * (len(part) > 1)} {lines}"
            held = _without(certain[outer], touched[part])
            if held.nnz:
                yield name, held, _without(touched[outer], certain[part])


def _within(parts: sparse.csr_matrix, wholes: sparse.csr_matrix) -> NDArray[np.bool_]:
    """Tell which parts have no column outside a whole; shape wholes x parts."""
    common, size = (wholes @ parts.T).toarray(), np.diff(parts.indptr)
    inside: NDArray[np.bool_] = common == size[None, :]
    return inside


def _without(whole: sparse.csr_matrix, parts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the columns of a whole that are in none of some parts."""
    taken = np.unique(parts.indices)
    kept = whole.indices[~np.isin(whole.indices, taken)]
    return sparse.csr_matrix((np.ones(len(kept)), kept, [0, len(kept)]), shape=whole.shape)
