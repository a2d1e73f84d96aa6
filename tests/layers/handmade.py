"""Releases made by hand: every figure in them is known, and none comes from a person."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from hypothesis import strategies as st

from geo import climb, land_cells, land_count, to_text
from release import ELSEWHERE, NOT_STATED, POOL, REGION, Persons, Release
from tests.made import Row, manifest, plate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ERAS: Final = ("before", "closure", "reopening")
YEARS: Final = ("2015", "2016", "2017", "2018", "2019", "2021", "2023", "undated")
GROUPS: Final = ("B", "I", "F", "C", "A")
ACTS: Final = ("B1", "I1", "F1", "C1", "A4", "Z")


@cache
def whole_cells(resolution: int) -> tuple[str, ...]:
    """Return the cells of a resolution that lie on land altogether, sorted."""
    cells = np.unique(climb(land_cells(), resolution))
    return tuple(to_text(cells[land_count(cells) >= 7 ** (5 - resolution)]))


def _places(random: np.random.Generator, periods: Sequence[str], acts: Sequence[str]) -> list[Row]:
    rows: dict[tuple[str, str, str], Row] = {}
    for resolution, count in ((5, 120), (4, 60), (3, 20), (2, 6)):
        held = whole_cells(resolution)
        for place in random.choice(len(held), min(count, len(held)), replace=False).tolist():
            period, act = periods[place % len(periods)], acts[place % len(acts)]
            reports = 10 + 5 * int(random.pareto(1.1) * 3)
            people = max(10, 5 * int(reports * 0.6 / 5))
            rows[held[place], period, act] = (held[place], resolution, period, act, reports, people)
    for area, reports in ((REGION, 410), (ELSEWHERE, 95), (NOT_STATED, 60)):
        rows[area, periods[0], acts[0]] = (area, None, periods[0], acts[0], reports, 35)
    return [*rows.values(), (POOL, None, POOL, POOL, 30, 15)]


@cache
def handmade() -> Release:
    """Return all five plates, with rows on every rung that matters to a drawing."""
    random = np.random.default_rng(7)
    times: list[Row] = [
        (REGION, None, period, act, 15 + 5 * ((3 * i + 7 * j) % 40), 10)
        for i, period in enumerate([*YEARS, *ERAS])
        for j, act in enumerate([*ACTS, *GROUPS])
        if (i + j) % 3
    ]
    rest: list[Row] = [(REGION, None, "all", "all", 120, 60), (ELSEWHERE, None, "before", "B", 25, 10)]
    plates = {
        "where": plate("where", _places(random, ["all"], ["all"])),
        "where_what": plate("where_what", _places(random, ["all"], [*GROUPS, *ACTS])),
        "where_when": plate("where_when", _places(random, [*ERAS, *YEARS], ["all"])),
        "when_what": plate("when_what", [*times, *rest]),
        "where_when_what": plate("where_when_what", _places(random, ERAS, GROUPS)),
    }
    return Release(manifest(), plates)


def one_plate(rows: Iterable[Row], name: str = "where", persons: Persons = Persons.LINKED) -> Release:
    """Return a release of one plate."""
    return Release(manifest(persons=persons), {name: plate(name, rows)})


def _keys(name: str) -> st.SearchStrategy[tuple[str, int | None, str, str]]:
    areas = st.one_of(
        *(st.tuples(st.sampled_from(whole_cells(resolution)), st.just(resolution)) for resolution in (2, 3, 4, 5)),
        st.tuples(st.sampled_from((REGION, ELSEWHERE, NOT_STATED)), st.none()),
    )
    if name == "when_what":
        areas = st.tuples(st.sampled_from((REGION, ELSEWHERE, NOT_STATED)), st.none())
    periods = st.sampled_from((*ERAS, *YEARS)) if "when" in name else st.just("all")
    acts = st.sampled_from((*GROUPS, *ACTS)) if "what" in name else st.just("all")
    return st.builds(lambda area, period, act: (*area, period, act), areas, periods, acts)


@st.composite
def releases(draw: st.DrawFn, name: str) -> Release:
    """Draw a release of one plate with random rows, linked or not."""
    keys = draw(st.lists(_keys(name), unique_by=lambda key: (key[0], key[2], key[3]), max_size=30))
    rows: list[Row] = []
    for key in keys:
        reports = 5 * draw(st.integers(1, 400))
        rows.append((*key, reports, min(reports, 5 * draw(st.integers(1, 100)))))
    if draw(st.booleans()):
        rows.append((POOL, None, POOL, POOL, 5 * draw(st.integers(1, 20)), 5))
    return one_plate(rows, name, draw(st.sampled_from(Persons)))
