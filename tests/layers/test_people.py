"""Distinct people: each figure is one published row, and none of them is ever added."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import polars as pl
import pytest

from layers import people_page
from release import Release, read_release
from terms import Language, say
from tests.layers.handmade import handmade

EN = Language.EN


@cache
def bundled(people: int) -> Release:
    return read_release(files("release").joinpath("bundled", f"people_{people}.zip").read_bytes())


def shown(table: pl.DataFrame) -> list[int]:
    return [value for column in table.columns[1:] for value in table[column].to_list() if value is not None]


@pytest.mark.parametrize("people", [280, 1500, 3000])
def test_every_row_of_people_is_shown_once_and_nothing_else(people):
    held = bundled(people)
    page = people_page(held, EN)
    published = [*held.plates["people"].rows["people"], *held.plates["ongoing"].rows["people"]]
    total = (
        held.plates["people"]
        .rows.filter((pl.col("period") == "all") & (pl.col("act") == "all") & (pl.col("person_group") == "all"))[
            "people"
        ]
        .to_list()
    )
    assert sorted(sum((shown(sheet.table) for sheet in page.sheets), total)) == sorted(published)
    assert f"{total[0]:,}" in page.answer


@pytest.mark.parametrize("language", Language)
def test_the_figures_are_the_same_in_every_language(language):
    ours, english = people_page(bundled(1500), language), people_page(bundled(1500), EN)
    assert [shown(sheet.table) for sheet in ours.sheets] == [shown(sheet.table) for sheet in english.sheets]


def test_a_figure_stands_in_the_row_and_column_that_it_was_published_for():
    table = people_page(bundled(3000), EN).sheets[0].table
    before = table.row(0, named=True)
    assert before["Began in"].startswith("Before the border closure")
    assert (before["Women"], before["Girls (under 18 at the time)"]) == (2400, 345)


@pytest.mark.parametrize("language", Language)
def test_a_release_without_people_says_so(language):
    page = people_page(handmade(), language)
    assert page.sheets == ()
    assert page.answer == say("people-nothing", language)
