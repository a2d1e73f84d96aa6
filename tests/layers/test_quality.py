"""What is said of the data: shares recounted by hand, and nothing that the release does not hold."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from layers import coverage_sheet, lag_sheet, levels_sheet, quality_says
from layers.quality import level_shares
from release import COVERAGE_SCHEMA, REGION, Audit, Persons, Plate, Release, SourceMode, sort_rows
from terms import Language, say
from tests.layers.handmade import one_plate, whole_cells
from tests.layers.test_people import bundled
from tests.made import manifest

EN = Language.EN


def small(persons: Persons = Persons.LINKED) -> Release:
    (fine, *_), (wide, *_) = whole_cells(4), whole_cells(2)
    rows = [(fine, 4, "all", "all", 30, 15), (wide, 2, "all", "all", 40, 15), (REGION, None, "all", "all", 30, 10)]
    return one_plate(rows, "where", persons)


def test_the_share_of_a_level_is_counted_by_hand():
    assert level_shares(small()) == {
        ("where", "region"): 100, ("where", "r2"): 70, ("where", "r3"): 30, ("where", "r4"): 30,
    }  # fmt: skip


def test_where_reports_do_not_add_up_no_share_is_given():
    sheet = levels_sheet(small(Persons.UNLINKED), EN)
    assert sheet.says == say("quality-levels-overlap", EN)
    assert all(value is None for value in sheet.table.row(0)[1:])


def lags(persons: Persons) -> Release:
    rows = [
        (REGION, None, "before", "all", "0-1", 50, 20), (REGION, None, "closure", "all", "0-1", 20, 10),
        (REGION, None, "all", "all", "10+", 15, 10), ("elsewhere", None, "before", "all", "0-1", 95, 20),
        ("", None, "", "", "", 10, 10),
    ]  # fmt: skip
    names = ["cell", "resolution", "period", "act", "lag", "reports", "people"]
    held = sort_rows(pl.DataFrame(rows, schema=names, orient="row"))
    return Release(manifest(persons=persons), {"lag": Plate("lag", held)})


@pytest.mark.parametrize(("persons", "whole"), [(Persons.LINKED, 70), (Persons.UNLINKED, 50)])
def test_lags_are_those_of_the_region_added_only_where_they_add_up(persons, whole):
    table = lag_sheet(lags(persons), EN).table
    assert table.columns[1:] == ["0-1 years", "10+ years"]
    assert [row[1:] for row in table.rows()] == [(whole, 15), (50, None), (20, None)]


def test_a_release_without_lags_has_no_table_of_them():
    assert lag_sheet(small(), EN) is None


def test_coverage_is_listed_by_interviews_and_its_pool_is_not_shown_by_name():
    (cell, *_) = whole_cells(3)
    rows = [(cell, 3, "before", 40), (REGION, None, "closure", 55), ("", None, "", 15)]
    own = replace(small(), coverage=pl.DataFrame(rows, schema=COVERAGE_SCHEMA, orient="row"))
    table = coverage_sheet(own, EN).table
    assert table["Interviews, at least"].to_list() == [55, 40, 15]
    assert table["Where"].to_list()[::2] == ["the study area", "Not shown"]
    assert table["Began in"].to_list()[2] == "Not shown"
    assert coverage_sheet(small(), EN) is None
    assert say("quality-coverage", EN, state="yes") in quality_says(own, EN)


@pytest.mark.parametrize("language", Language)
def test_sources_persons_audit_and_what_is_missing_are_said(language):
    told = quality_says(bundled(280), language)
    assert say("quality-sources", language, mode="single") in told
    assert say("quality-audit", language, state="passed") in told
    assert say("quality-coverage", language, state="no") in told
    own = replace(
        small(), manifest=manifest(persons=Persons.UNLINKED, sources=SourceMode.SEVERAL, left_out=["lag", "people"])
    )
    told = quality_says(own, language)
    assert own.manifest.audit is Audit.NOT_AUDITED
    assert say("quality-audit", language, state="none") in told
    assert say("quality-persons", language, mode="unlinked") in told
    assert say("quality-left-out", language, count=2) in told
