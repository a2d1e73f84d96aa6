"""Laws of the ladder, recounted by hand from the reports and never by the code that is tested."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import land_children
from protect.entry import may_enter
from protect.ladder import POOL_RUNG, key_at
from protect.rules import figures
from protect.stats import KEY
from release import AXES, LADDERS, Acts, Area, Period, Persons
from terms import eras, taxonomy
from tests.protect.people import climb_all, conditions, incidents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protect.ladder import Climbed

worlds = st.tuples(st.sampled_from([20, 60, 150, 300]), st.integers(0, 10_000))
modes = st.sampled_from([(Persons.LINKED, False), (Persons.LINKED, True), (Persons.UNLINKED, False)])

Key = tuple[int, int, str, str, str]


def members_of(climbed: Climbed) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = defaultdict(list)
    for report, *key in climbed.members.select("report", "rung", *KEY).iter_rows():
        found[tuple(key)].append(report)
    return found


def groups_of(climbed: Climbed) -> Iterator[tuple[Key, dict[str, int]]]:
    shown = pl.concat(
        [climbed.groups, figures(climbed.groups).rename({"reports": "told", "people": "souls"})], how="horizontal"
    )
    for row in shown.iter_rows(named=True):
        yield (row["rung"], *(row[name] for name in KEY)), row


@given(worlds, modes)
def test_every_report_that_may_be_published_is_in_exactly_one_group_or_the_pool_or_counted_as_withheld(world, mode):
    for climbed, limited, _ in climb_all(incidents(*world), conditions(persons=mode[0], single=mode[1])).values():
        told = climbed.members["report"].to_list()
        assert len(set(told)) == len(told)
        may = set(limited.filter("past")["report"])
        assert set(told) <= may
        assert len(told) + climbed.withheld == len(may)
        assert set(members_of(climbed)) == {key for key, _ in groups_of(climbed)}


@given(worlds, modes)
def test_every_group_and_the_pool_has_enough_people_and_sources(world, mode):
    persons, single = mode
    for climbed, limited, reports in climb_all(incidents(*world), conditions(persons=persons, single=single)).values():
        person = dict(limited.select("report", "person").iter_rows())
        sources = defaultdict(set)
        for report, source in reports.sources.iter_rows():
            sources[report].add(source)
        for key, own in members_of(climbed).items():
            people = {person[report] for report in own}
            named = set().union(*(sources[report] for report in own))
            if persons is Persons.UNLINKED:
                by_source = Counter(
                    next(iter(sources[own_report])) for own_report in {person[r]: r for r in own}.values()
                )
                assert max(by_source.values()) >= 11, key
            else:
                assert len(people) >= 11, key
            if single:
                continue
            assert len(named) >= 3, key
            for one in named:
                assert len({person[report] for report in own if sources[report] - {one}}) >= 3, key


@given(worlds, modes)
def test_every_figure_stays_true_when_any_one_case_is_removed(world, mode):
    persons, single = mode
    for climbed, limited, reports in climb_all(incidents(*world), conditions(persons=persons, single=single)).values():
        person = dict(limited.select("report", "person").iter_rows())
        source = dict(reports.sources.iter_rows())
        members = members_of(climbed)
        for key, row in groups_of(climbed):
            of_case = Counter(person[report] for report in members[key])
            if persons is Persons.UNLINKED:
                # At least one source alone bears the figure without any one of its cases.
                by_source = defaultdict(Counter)
                for report in members[key]:
                    by_source[source[report]][person[report]] += 1
                bearing = [c for c in by_source.values() if sum(c.values()) - max(c.values()) >= row["told"]]
                assert any(len(cases) - 1 >= row["souls"] for cases in bearing), key
                continue
            for reports_of_one in of_case.values():
                assert row["told"] <= len(members[key]) - reports_of_one
                assert row["souls"] <= len(of_case) - 1
            assert row["told"] % 5 == 0
            assert row["souls"] % 5 == 0
            assert row["souls"] >= 10


@given(worlds)
def test_after_the_largest_no_case_and_no_source_dominates_a_figure(world):
    for climbed, limited, reports in climb_all(incidents(*world), conditions()).values():
        person = dict(limited.select("report", "person").iter_rows())
        sources = defaultdict(set)
        for report, source in reports.sources.iter_rows():
            sources[report].add(source)
        members = members_of(climbed)
        for key, row in groups_of(climbed):
            of_case = Counter(person[report] for report in members[key])
            (first, most), (_, second) = sorted(of_case.items(), key=lambda case: (-case[1], case[0]))[:2]
            assert second <= 0.3 * row["told"], key
            others = [report for report in members[key] if person[report] != first]
            assert len(others) == len(members[key]) - most
            of_source = Counter(source for report in others for source in sources[report])
            assert max(of_source.values()) <= 0.7 * len(others), key


@given(worlds)
def test_no_place_and_period_tells_acts_where_one_sensitive_group_is_nearly_all(world):
    rows = incidents(*world)
    alike = rows.with_columns(act=pl.when(pl.int_range(pl.len()) % 25 > 0).then(pl.lit("C1")).otherwise("act"))
    for name in ("where_what", "where_when_what"):
        climbed, limited, _ = climb_all(alike, conditions(single=True))[name]
        rows = {row["report"]: row for row in limited.filter("past").iter_rows(named=True)}
        for number, rung in enumerate(LADDERS[name].rungs):
            if not rung.area.is_place:
                continue
            entering = limited.filter("past", may_enter(LADDERS[name], rung))
            keyed = entering.select("report", *key_at(rung, LADDERS[name])).rows()
            acts = defaultdict(Counter)
            for report, area, period, _act, _more in keyed:
                if not (rows[report]["class"] == "C" and rows[report]["facility"]):
                    acts[area, period][rows[report]["group"]] += 1
            for report, _rung, area, period, _act in (
                climbed.members.filter(pl.col("rung") == number)
                .select("report", "rung", "area", "period", "act")
                .iter_rows()
            ):
                if rows[report]["class"] == "C" and rows[report]["facility"]:
                    continue
                group, count = acts[area, period].most_common(1)[0]
                severe = taxonomy().acts[group].sensitivity == "severe"
                assert not severe or count <= 0.9 * sum(acts[area, period].values()), (name, number)


@given(worlds)
def test_counts_of_groups_add_up_to_what_was_counted(world):
    for climbed, limited, _ in climb_all(incidents(*world), conditions()).values():
        assert climbed.groups["reports"].sum() + climbed.withheld == limited["past"].sum()


@given(worlds)
def test_no_report_is_told_more_finely_than_its_act_place_and_time_allow(world):
    for name, (climbed, limited, _) in climb_all(incidents(*world), conditions()).items():
        rows = {row["report"]: row for row in limited.iter_rows(named=True)}
        ladder = LADDERS[name]
        for report, number in climbed.members.select("report", "rung").iter_rows():
            if number == POOL_RUNG:
                continue
            row, rung = rows[report], ladder.rungs[number]
            act = taxonomy().acts[row["act"]]
            letter = (act.class_in_facility if row["facility"] else act.location_class).value
            assert rung.area <= row["resolution"], "never finer than its precision"
            assert rung.area <= {"A": 2, "B": 4, "C": 5}[letter], "never finer than its class"
            if rung.period is Period.YEAR and row["year"] is not None:
                assert letter != "A", "a crossing is never told by year"
                assert not (row["act"] in ["G2", "G4", "F4", "I1", "J2", "J3"] and rung.area.is_place)
                assert not (row["year"] > 2019 and rung.area.is_place), "no thin year with a place"
            if rung.period is not Period.ALL and rung.area.is_place and (row["year"] or 2026) > 2019:
                assert rung.area <= Area.R3, "a thin year is no finer than r3 where time is told"
            if rung.acts is Acts.ACT:
                assert not act.is_group, "an act that is not stated is told by group"
            last = row["year"] if row["year"] is not None else row["reported"]
            assert last <= {"A": 2020, "B": 2023, "C": 2024}[letter], "never before its embargo ends"


@given(worlds)
def test_a_wider_group_holds_enough_finest_keys_that_are_not_published(world):
    years = {era.id: len(range(era.first or 1948, min(era.last or 2026, 2026) + 1)) for era in eras()}
    for name, (climbed, limited, _) in climb_all(incidents(*world), conditions()).items():
        ladder, first = LADDERS[name], LADDERS[name].rungs[0]
        published = limited.join(climbed.members.filter(pl.col("rung") == 0), on="report", how="semi")
        for number, rung in enumerate(ladder.rungs[1:-1], start=1):
            here = published.select(key_at(rung, LADDERS[name]))
            fine = published.select(key_at(first, ladder)).rename(lambda column: f"f_{column}")
            shown = Counter(pl.concat([here, fine], how="horizontal").unique().select(KEY).iter_rows())
            for area, period, act, more in climbed.groups.filter(pl.col("rung") == number).select(KEY).iter_rows():
                whole = 1
                if ladder.has_places:
                    whole = len(land_children(area))
                if first.period is Period.YEAR:
                    whole *= years.get(period, 1)
                if first.acts is Acts.ACT and rung.acts is Acts.GROUP:
                    whole *= len(set(taxonomy().acts_of(act)) - ({"B2"} if ladder.has_places else set()))
                if first.period is Period.ERA and period == "all":
                    whole *= len(eras()) + 1
                for axis, value in zip(ladder.axes, more.split("|"), strict=bool(ladder.axes)):
                    whole *= len(AXES[axis]) if value == "all" and axis in first.axes else 1
                needed = 2 if name == "when_what" else 3
                assert whole - shown[area, period, act, more] >= needed or (name == "when_what" and act == "Z")


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(world, random):
    rows = incidents(*world)
    order = list(range(rows.height))
    random.shuffle(order)
    one, other = climb_all(rows, conditions()), climb_all(rows[order], conditions())
    for name in LADDERS:
        assert one[name][0].groups.equals(other[name][0].groups)


@pytest.mark.parametrize("persons", [Persons.LINKED, Persons.UNLINKED])
def test_small_groups_are_held_back_now_and_then_and_always_the_same_ones(persons):
    rows = incidents(900, 3)
    on = conditions(persons=persons)
    assert climb_all(rows, on)["where_what"][0].groups.equals(climb_all(rows, on)["where_what"][0].groups)
    never = conditions(persons=persons, policy=on.policy.model_copy(update={"hold_back": 0.0}))
    assert climb_all(rows, never)["where_what"][0].groups.height > climb_all(rows, on)["where_what"][0].groups.height
