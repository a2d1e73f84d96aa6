"""From the headers of a file to its layout, and to the position of each canonical column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, Final

from data.folding import fold_header
from data.layouts import ANY, EVENT, POINT, Layout, layouts
from data.schema import CANONICAL, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

UNKNOWN: Final = "unknown"
"""Name of the layout of a file in which no header is known."""

PLACE_WAYS: Final = "lat and lng (or cell, or place)"
_COLUMNS: Final = (*CANONICAL, EVENT, POINT)
_FEWEST: Final = 2
_ASIDE: Final = frozenset(
    (
        "id", "code", "num", "count", "url", "reported", "created", "updated", "published", "end", "expected", "lat",
        "lon", "lng", "coord", "source",
    )
)  # fmt: skip
"""Attributes by which a tag tells of something else than its bare hashtag: `#date+reported` is no `#date`."""


@dataclass(frozen=True, slots=True)
class Found:
    """How the headers of a file were understood.

    `layout`: as it applies, a steward's mapping laid over it. `name`: of the layout, or `unknown`. `mapping`: canonical
    column, or `event` or `point`, to the header's position. `several`: column of a layout to the positions that all
    could be it. `missing`: what the file lacks, each as the columns that would supply it. `repeated`: columns whose own
    header stands twice. `unknown`: headers that the steward's mapping names and the file has not.
    """

    layout: Layout
    name: str
    mapping: Mapping[str, int]
    several: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...]
    repeated: tuple[str, ...]
    unknown: tuple[str, ...]
    ours: Mapping[str, tuple[str, ...]]


def find(headers: Sequence[str], own: Layout | None = None) -> Found:
    """Find the layout of a file by its headers, and in it the canonical columns.

    Parameters
    ----------
    headers
        As they stand in the file.
    own
        A steward's mapping; what it says goes before the layout. If it names a layout of ours, that one is taken.
    """
    folded = [fold_header(header) for header in headers]
    base = layouts()[own.layout] if own and own.layout in layouts() else recognised(folded)
    layout = own.over(base) if own else base
    mapping: dict[str, int] = {}
    several: dict[str, tuple[int, ...]] = {}
    unknown = []
    for name in _COLUMNS:
        wanted = layout.columns.get(name, ())
        at = positions(folded, wanted)
        if own and wanted and name in own.columns and not at:
            unknown.append(name)
        if len({folded[one] for one in at}) > 1:
            several[name] = at
        elif at:
            mapping[name] = at[0]
    _settle(mapping, layout)
    repeated = tuple(name for name, at in mapping.items() if folded.count(folded[at]) > 1)
    known = len(mapping) + len(several)
    return Found(
        layout=layout,
        name=base.layout if known else UNKNOWN,
        mapping={name: mapping[name] for name in _COLUMNS if name in mapping},
        several=several,
        missing=_missing(mapping, several, layout),
        repeated=repeated,
        unknown=tuple(unknown),
        ours=_ours(),
    )


def recognised(folded: Sequence[str]) -> Layout:
    """Return the first layout of whose signature enough stands among folded headers; canonical if none does."""
    held = layouts()
    for layout in held.values():
        signs = [sign for sign in layout.signature if sign != ANY]
        hits = sum(len(positions(folded, [sign])) if sign.startswith("#") else _has(folded, sign) for sign in signs)
        if signs and hits >= layout.least:
            return layout
    return held["canonical"]


def known_headers(cells: Iterable[str], own: Layout | None = None) -> int:
    """Count the cells of a row that are a header of some layout, or of the steward's mapping."""
    folded = [fold_header(cell) for cell in cells if cell]
    exact, globs = _every()
    more = {fold_header(header) for wanted in own.columns.values() for header in wanted} if own else set()
    return sum(
        (cell.startswith("#") and cell[1:2].isalpha())
        or any(tail in exact or tail in more for tail in _tails(cell))
        or any(fnmatchcase(tail, glob) for glob in globs for tail in _tails(cell))
        for cell in folded
        if cell
    )


@cache
def _ours() -> Mapping[str, tuple[str, ...]]:
    return {
        name: tuple(header for layout in layouts().values() for header in layout.columns.get(name, ()))
        for name in _COLUMNS
    }


@cache
def _every() -> tuple[frozenset[str], tuple[str, ...]]:
    wanted = {
        header
        for layout in layouts().values()
        for header in (*layout.signature, *layout.act.flags, *(one for own in layout.columns.values() for one in own))
        if header != ANY and not header.startswith("#")
    }
    exact = frozenset(header for header in wanted if ANY not in header)
    return exact, tuple(sorted(header for header in wanted if ANY in header and not header.startswith("*")))


def positions(folded: Sequence[str], wanted: Iterable[str]) -> tuple[int, ...]:
    """Return where the first wanted header that the file has stands; of a wanted pattern, every place that fits."""
    for header in wanted:
        want = fold_header(header)
        at = tuple(number for number, own in enumerate(folded) if _fits(own, want))
        exact = tuple(number for number in at if folded[number] == want)
        if exact or at:
            return exact or at
    return ()


def _has(folded: Sequence[str], sign: str) -> bool:
    return bool(positions(folded, [sign]))


def _fits(own: str, want: str) -> bool:
    if want.startswith("#"):
        return _tag_fits(own, want)
    if ANY in want:
        return any(fnmatchcase(tail, want) for tail in _tails(own))
    return want in _tails(own)


def _tag_fits(own: str, want: str) -> bool:
    """Whether a tag has the wanted hashtag and at least the wanted attributes (HXL 1.1, tagspecs and patterns)."""
    if not own.startswith("#"):
        return False
    if want == "#*":
        return True
    tag, *attributes = re.split(r"[\s_]*\+[\s_]*", own)
    wanted, *needed = want.split("+")
    return (
        tag.strip("_ ") == wanted and set(needed) <= set(attributes) and (needed != [] or not _ASIDE & set(attributes))
    )


def _tails(own: str) -> tuple[str, ...]:
    """Return a header, and what remains of it without the groups of a form before it."""
    tail = own.rsplit("/", 1)[-1].rsplit("::", 1)[-1]
    return (own,) if tail == own or not tail else (own, tail)


def _settle(mapping: dict[str, int], layout: Layout) -> None:
    """Leave one way to say who and where: an event goes before no case, a point in one value before none."""
    if "case" in mapping:
        mapping.pop(EVENT, None)
    if "lat" in mapping and "lng" in mapping:
        mapping.pop(POINT, None)
    if POINT in mapping:
        for half in ("lat", "lng"):
            mapping.pop(half, None)
    for column in layout.absent:
        mapping.pop(column, None)


def _missing(mapping: Mapping[str, int], several: Mapping[str, object], layout: Layout) -> tuple[str, ...]:
    has = {*mapping, *several}
    missing = []
    if not {"case", EVENT} & has and not layout.rows_are_events:
        missing.append("case")
    if "act" not in has and layout.act.otherwise is None and not layout.act.flags:
        missing.append("act")
    if POINT not in has and not any(all(name in has for name in way) for way in PLACES):
        missing.append(PLACE_WAYS)
    missing += [name for name in layout.needs if name not in has and name not in layout.absent]
    return tuple(missing)
