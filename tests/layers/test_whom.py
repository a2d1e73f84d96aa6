"""By whom: figures recounted by hand, added only where they add up, and nothing hidden counted twice."""

from __future__ import annotations

import polars as pl
import pytest

from layers import whom_page
from release import Persons, Plate, Release, sort_rows
from terms import Language, say
from tests.layers.handmade import handmade
from tests.layers.test_people import bundled, shown
from tests.made import manifest

EN = Language.EN
NAMES = ["cell", "resolution", "period", "act", "actor", "country", "reports", "people"]


def release(persons: Persons) -> Release:
    rows = [
        ("region", None, "before", "B", "private", "CN", 50, 20),
        ("region", None, "closure", "B", "private", "CN", 20, 10),
        ("region", None, "all", "B", "private", "KP", 15, 10),
        ("region", None, "all", "B", "all", "all", 30, 10),
        ("region", None, "before", "G", "prc_authority", "CN", 40, 20),
        ("elsewhere", None, "all", "B", "private", "other", 95, 20),
        ("", None, "", "", "", "", 10, 10),
    ]
    held = sort_rows(pl.DataFrame(rows, schema=NAMES, orient="row"))
    return Release(manifest(persons=persons), {"who_what": Plate("who_what", held)})


def test_figures_are_added_by_hand():
    page = whom_page(release(Persons.LINKED), EN)
    actor, country, era = (sheet.table for sheet in page.sheets)
    assert actor.columns[1:] == ["Private persons", "Authorities of China", "Not shown"]
    assert [row[1:] for row in actor.rows()] == [(85, None, 30), (None, 40, None)]
    assert country.columns[1:] == ["China", "North Korea", "Not shown"]
    assert [row[1:] for row in country.rows()] == [(70, 15, 30), (40, None, None)]
    assert [row[1:] for row in era.rows()] == [(50, 40, None), (20, None, None), (15, None, 30)]
    assert "155" in page.answer
    assert "95" in page.not_shown
    assert "10" in page.not_shown


def test_where_reports_do_not_add_up_the_largest_part_is_shown():
    page = whom_page(release(Persons.UNLINKED), EN)
    assert [row[1:] for row in page.sheets[0].table.rows()] == [(50, None, 30), (None, 40, None)]
    assert page.answer == say("whom-answer-part", EN, reports=50)


@pytest.mark.parametrize("people", [280, 1500, 3000])
def test_each_table_holds_every_published_report_of_the_region_once(people):
    held = bundled(people)
    region = held.plates["who_what"].rows.filter(pl.col("cell") == "region")["reports"].sum()
    for sheet in whom_page(held, EN).sheets:
        assert sum(shown(sheet.table)) == region


@pytest.mark.parametrize("language", Language)
def test_a_release_without_the_plate_says_so(language):
    page = whom_page(handmade(), language)
    assert page.sheets == ()
    assert page.answer == say("whom-nothing", language)
