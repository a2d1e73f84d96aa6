"""Trends: the chart holds the figures of the table, and never stands without what must be read beside it."""

from __future__ import annotations

import json

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import (
    DARK,
    LIGHT,
    NONE_SIGN,
    arrivals_chart,
    arrivals_sheet,
    events_sheet,
    lasting_sheet,
    trend_chart,
    trend_of,
)
from layers.trends import closed_years, place_in_time
from release import Release, offered_acts
from terms import Language, arrivals, era_of, markers, say, taxonomy
from tests.layers.handmade import handmade, one_plate, releases
from tests.layers.test_people import bundled

EN = Language.EN


def drawn(chart) -> list[dict]:
    """Return every value that a chart hands to the browser."""
    spec = json.loads(chart.to_json())
    return [value for layer in spec["layer"] for value in spec["datasets"][layer["data"]["name"]]]


@pytest.mark.parametrize("act", ["all", "B", "F"])
@pytest.mark.parametrize("people", [280, 1500])
def test_the_chart_holds_each_figure_of_the_table_by_year_once(people, act):
    trend = trend_of(bundled(people), act, EN)
    years = trend.figure.rows.filter(pl.col("period").str.contains(r"^\d+$") & (pl.col("act") != "all"))
    told = sorted(value["reports"] for value in drawn(trend_chart(trend, LIGHT, EN)) if value.get("reports"))
    assert told == sorted(years["reports"])


def test_a_year_without_a_figure_has_dots_and_no_colour():
    trend = trend_of(bundled(1500), "all", EN)
    empty = trend.cells.filter(pl.col("reports").is_null())
    assert empty.height
    assert empty["class"].null_count() == empty.height
    values = [value for value in drawn(trend_chart(trend, DARK, EN)) if "act" in value]
    assert all((value["colour"] is None) == (value["reports"] is None) for value in values)
    assert NONE_SIGN in trend_chart(trend, DARK, EN).to_json(ensure_ascii=False)


def test_classes_are_the_same_for_every_choice_of_act():
    held = bundled(3000)
    found = {trend_of(held, code, EN).breaks for code in offered_acts(held.plates["when_what"]) if len(code) == 1}
    assert len(found) == 1


def test_the_closure_and_the_published_arrivals_are_always_drawn():
    trend = trend_of(bundled(280), "all", EN)
    assert [era_of(year) for year in closed_years()] == ["closure", "closure"]
    for chart in (trend_chart(trend, LIGHT, EN), arrivals_chart(trend, LIGHT, EN)):
        assert {"from": 2019.5, "to": 2022.5} in drawn(chart)
    bars = {value["year"]: value["people"] for value in drawn(arrivals_chart(trend, LIGHT, EN)) if "people" in value}
    assert bars == {own.year: own.people for own in arrivals().values()}


def test_both_charts_have_one_time_axis():
    trend = trend_of(bundled(1500), "all", EN)
    domains = {
        tuple(layer["encoding"]["x"]["scale"]["domain"])
        for chart in (trend_chart(trend, LIGHT, EN), arrivals_chart(trend, LIGHT, EN))
        for layer in json.loads(chart.to_json())["layer"]
        if "scale" in layer["encoding"]["x"]
    }
    assert domains == {(trend.years[0] - 0.5, trend.years[1] + 0.5)}


@pytest.mark.parametrize("language", Language)
def test_every_marker_of_the_file_is_an_event_with_its_source_and_a_rule_at_its_month(language):
    trend = trend_of(bundled(1500), "all", language)
    wanted = [own for own in markers() if own.id.startswith("M")]
    assert sorted(trend.events["source"]) == sorted(own.source for own in wanted)
    assert trend.events["at"].is_sorted()
    assert events_sheet(trend, language).table.height == len(wanted)
    first, last = trend.years
    shown = [own for own in trend.events["at"] if first - 0.5 <= own <= last + 0.5]
    rules = [value["from"] for value in drawn(trend_chart(trend, LIGHT, language)) if "event" in value]
    assert rules == shown


@given(st.integers(1950, 2040), st.integers(1, 12))
def test_a_month_lies_inside_its_year(year, month):
    assert abs(place_in_time(f"{year}-{month:02d}") - year) < 0.5


@given(releases("when_what"))
def test_any_release_has_a_chart_of_its_years_or_none(own: Release):
    trend = trend_of(own, "all", EN)
    if trend is None:
        assert own.plates["when_what"].groups.is_empty()
        return
    told = trend.cells["reports"].drop_nulls().to_numpy()
    rows = own.plates["when_what"].groups.filter((pl.col("cell") == "region") & pl.col("period").str.contains(r"^\d+$"))
    coarse = {taxonomy().acts[code].group for code in rows["act"] if code in taxonomy().acts}
    assert (
        len(told)
        == rows.with_columns(
            act=pl.col("act").replace({code: taxonomy().acts[code].group for code in rows["act"] if code != "all"})
        )
        .filter(pl.col("act") != "all")
        .unique(["period", "act"])
        .height
    )
    assert np.all(told > 0)
    assert bool(coarse) == bool(len(told))
    trend_chart(trend, LIGHT, EN).to_json()


def test_a_release_without_the_plate_has_no_trend():
    assert trend_of(one_plate([("region", None, "all", "all", 20, 10)]), "all", EN) is None


def test_what_lasted_stands_beside_what_began_and_is_never_less_than_a_published_row():
    held = bundled(3000)
    table = lasting_sheet(held, EN).table
    row = next(row for row in table.rows() if row[0].startswith("Forced marriage") and row[1].startswith("Since"))
    assert row[2:] == (30, 120)
    published = held.plates["ongoing"].rows.filter((pl.col("act") != "all") & (pl.col("period") != "undated"))
    assert sorted(table[table.columns[3]]) == sorted(published["people"])
    assert lasting_sheet(handmade(), EN) is None


@pytest.mark.parametrize("language", Language)
def test_what_is_not_published_is_not_called_too_few(language):
    trend = trend_of(bundled(1500), "all", language)
    assert arrivals_sheet(trend, language).none == say("trends-not-published", language)
    assert lasting_sheet(bundled(1500), language).none == say("trends-not-told", language)
