"""What follows from rows and totals: whatever is derived of true reports, the true reports agree with it."""

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import climb, from_text, is_cell, land_children, province_cells, provinces, resolution_of, to_text
from protect.against import Total
from protect.intervals import Engine
from protect.known import Known
from protect.lattice import lattice
from protect.margins import ask
from protect.outlook import NAMED, named, published, tell
from release import ELSEWHERE, LADDERS, NOT_STATED, POOL, REGION, Acts, Area, Period, Plate, sort_rows
from terms import ALL_TIME, UNDATED, era_of, eras, taxonomy
from tests import made
from tests.protect.sealing import ERAS

SHARED = 3
HOME = province_cells("CN-JL")[0][40:41]
CELLS = to_text(np.concatenate([land_children(int(climb(HOME, 3)[0]))[:12], province_cells("CN-JL")[1][:SHARED]]))
YEARS = ("2012", "2015", "2020", "2021", "2022", "2023", UNDATED)
ACTS = ("A3", "B1", "B2", "C1", "C2", "C", "Z")
K = 3
KNOWN = {**dict.fromkeys(NAMED, pl.String), "reports": pl.Int64, "largest": pl.Int64, "lost": pl.Int64}


def held(report, area, period, act, *, place):
    """Tell whether a report is of a key; of the cells that a province shares it holds every other one."""
    where = report[0]
    of_area = area in {POOL, where} or (area == REGION and is_cell([where]).all())
    if is_cell([where]).all() and is_cell(area.split(";")).all():
        fine = from_text([where])
        of_area = any(
            to_text(climb(fine, int(resolution_of(from_text([one]))[0])))[0] == one for one in area.split(";")
        )
    if area in provinces() and is_cell([where]).all():
        inside, shared = province_cells(area)
        of_area = np.isin(from_text([where]), inside).all() or (
            np.isin(from_text([where]), shared).all() and CELLS.index(where) % 2 == 0
        )
    dated = report[1].isdecimal()
    of_period = period in {ALL_TIME, report[1]} or (dated and period == era_of(int(report[1])))
    told = "B1" if place and report[2] == "B2" else report[2]
    of_act = act in {"all", told, taxonomy().acts[report[2]].group}
    return of_area and of_period and of_act


def keys_at(report, rung, ladder):
    """Return the key that a report has at a rung; None where it cannot stand there."""
    if rung.area.is_place:
        if not is_cell([report[0]]).all():
            return None
        area = to_text(climb(from_text([report[0]]), rung.area.value))[0]
    else:
        area = REGION if is_cell([report[0]]).all() else report[0]
    year = report[1]
    era = era_of(int(year)) if year.isdecimal() else UNDATED
    period = {Period.YEAR: year, Period.ERA: era, Period.ALL: ALL_TIME}[rung.period]
    told = "B1" if ladder.has_places and report[2] == "B2" else report[2]
    if rung.acts is Acts.ACT and taxonomy().acts[told].is_group:
        return None
    act = {Acts.ACT: told, Acts.GROUP: taxonomy().acts[report[2]].group, Acts.ALL: "all"}[rung.acts]
    size = rung.area.value if rung.area is not Area.REGION else None
    return area, size, period, act, *("told" if axis in rung.axes else "all" for axis in ladder.axes)


def world(rng):
    """Return reports, and for some ladders a partition of them into rows, each with its true counts."""
    where = [*CELLS, ELSEWHERE, NOT_STATED]
    many = rng.integers(K, 40)
    reports = [tuple(str(rng.choice(kind)) for kind in (where, YEARS, ACTS)) for _ in range(many)]
    plates, known, complete = [], [], set()
    for name in rng.choice(list(LADDERS), rng.integers(1, 4), replace=False).tolist():
        ladder, groups = LADDERS[name], {}
        for one in reports:
            able = [key for rung in ladder.rungs if (key := keys_at(one, rung, ladder)) is not None]
            groups.setdefault(able[rng.integers(len(able))], []).append(one)
        few = sum(len(own) for own in groups.values() if len(own) < K)
        rows = {key: len(own) for key, own in groups.items() if len(own) >= K}
        if few >= K:
            rows[POOL, None, POOL, POOL, *(POOL for _ in ladder.axes)] = few
        elif not few:
            complete.add(name)
        table = []
        for key, held_ in rows.items():
            largest = int(rng.integers(1, min(held_, 20) + 1))
            figure = (held_ - largest) // 5 * 5
            table.append((*key, figure, 0))
            known.append((name, key[0], key[2], key[3], "|".join(key[4:]) if key[0] else "", figure, largest, 0))
        if table:
            plates.append(Plate(name, sort_rows(pl.DataFrame(table, schema=ladder.schema, orient="row"))))
    return reports, plates, Known(pl.DataFrame(known, schema=KNOWN, orient="row"), frozenset(complete))


def totals(rng, reports):
    """Return totals of the same reports, each as true as someone who counted them would publish it."""
    areas = [REGION, "CN-JL", "CN-JL", CELLS[0], f"{CELLS[1]};{CELLS[2]}", to_text(climb(HOME, 4))[0]]
    periods = [*[ALL_TIME] * 9, *YEARS, *(era.id for era in eras())]
    acts = [*["all"] * 5, "B2", "B1", "C1", "A3", "B", "C", "Z"]
    chosen = {tuple(str(rng.choice(kind)) for kind in (areas, periods, acts)) for _ in range(rng.integers(4))}
    apart = "B2" in {act for _, _, act in chosen}
    return tuple(
        Total(line, *key, sum(held(one, *key, place=not apart) for one in reports))
        for line, key in enumerate(sorted(chosen), start=2)
    )


def counts(reports, here, told):
    """Return how many of the reports each column has."""
    found = np.zeros(here.columns)
    for report in reports:
        columns = []
        for axis, test in zip(here.axes, (area_of, period_of, act_of), strict=True):
            own = np.array([test(report, name, told) for name in axis.names])
            classes = axis.touched[own].all(axis=0) & ~axis.inside[~own].any(axis=0)
            columns.append(int(np.flatnonzero(classes)[0]))
        area, period, act = columns
        found[(area * here.periods.classes + period) * here.acts.classes + act] += 1
    return found


def area_of(report, name, _):
    return held(report, name, ALL_TIME, "all", place=True)


def period_of(report, name, _):
    return held(report, POOL, name, "all", place=True)


def act_of(report, name, told):
    return held(report, POOL, ALL_TIME, name, place=not told)


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_what_is_derived_of_true_reports_agrees_with_them(seed):
    rng = np.random.default_rng(seed)
    reports, plates, known = world(rng)
    if not plates:
        return
    given_totals = totals(rng, reports)
    told = made.manifest().model_copy(
        update={"policy": made.manifest().policy.model_copy(update={"eras": ERAS, "largest_case": 20, "k": K})}
    )
    rows = named(plates)
    years = {period for period in {*rows["period"], *(one.period for one in given_totals)} if period.isdecimal()}
    shared = CELLS[-SHARED:] if seed % 2 else []  # told apart now and then, so that a province must leave them open
    here = lattice([*rows["cell"], *shared], [one.key for one in given_totals], years, 2026)
    true = counts(reports, here, "B2" in {one.act for one in given_totals})
    assert true.sum() == len(reports)
    for knows in (None, known):
        sums = published(tell(rows, told, knows), given_totals, here)
        found = sums.member @ true
        assert (found >= sums.low).all()
        assert (found <= sums.high).all()
        asked = ask(rows, given_totals, here)
        certain, may_hold = asked.certain @ true, asked.touched @ true
        assert (certain <= may_hold).all()
        engine = Engine(sums)
        for at in rng.integers(0, len(asked.names), 3).tolist():
            low, _ = engine.interval(asked.certain[at].indices)
            _, high = engine.interval(asked.touched[at].indices)
            assert low <= certain[at] + 1e-6
            assert may_hold[at] <= high + 1e-6
