"""Side channels: what a page does not draw may still stand in its file, in a tooltip, or in its address."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import polars as pl
import pytest

from geo import climb, from_text, to_text
from layers import figure_csv, figure_geojson, figure_of, one_file_html, read_state
from release import Level, Selection
from terms import Language
from tests.attacks.naive import cube
from tests.attacks.public import figures_of, rows_of
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import K

if TYPE_CHECKING:
    from tests.attacks.worlds import World

CELL = re.compile(r"\b8[2345][0-9a-f]{13}\b")
VIEWS = (
    (Selection("where"), Level.R4),
    (Selection("where"), Level.FINEST),
    (Selection("where_what", act="G"), Level.R3),
    (Selection("where_when", period="before"), Level.FINEST),
)


def attack(texts: list[str]) -> set[str]:
    """Claim of every cell that stands anywhere in a page, a file or a link that someone is there."""
    return {cell for text in texts for cell in CELL.findall(text)}


def _hidden(claims: set[str], world: World, shown: set[str]) -> Score:
    """Count the cells that are not shown, nor hold one that is, and where there are people, but fewer than k."""
    above = {up for cell in shown for size in range(2, int(cell[1])) for up in to_text(climb(from_text([cell]), size))}
    small = cube(world.reports).filter(pl.col("period") == "all", pl.col("act") == "all", pl.col("people") < K)
    return Score(len(claims), len((claims - shown - above) & set(small["cell"])))


def _public_cells(world: World) -> set[str]:
    return {cell for cell in rows_of(world.release)["cell"] if CELL.fullmatch(cell)}


def naive(world: World) -> Score:
    """Save a page that draws nothing of fewer than k people, and holds all of it."""
    counted = cube(world.reports).filter(pl.col("period") == "all", pl.col("act") == "all")
    drawn = set(counted.filter(pl.col("people") >= K)["cell"])
    data = counted.select("cell", "reports", hidden=~pl.col("cell").is_in(list(drawn)))
    page = f"<script>draw({json.dumps(data.rows())}, {{showBelow: false}})</script>"
    return _hidden(attack([page]), world, {cell for cell in drawn if CELL.fullmatch(cell)})


def texts_of(world: World, *, html: bool = False) -> list[str]:
    """Return all that leaves a few views: CSV, GeoJSON, tooltips, link, the sentences, and the page if asked."""
    found = []
    for selection, level in VIEWS:
        figure = figure_of(world.release, selection, level, Language.EN)
        state = read_state({"plate": selection.plate, "level": level.value}, world.release, Language.EN)
        found += [figure_csv(figure), figure_geojson(figure), figure.alt, figure.answer, figure.not_shown]
        found += [mark.tip for mark in figure.marks]
        found.append(json.dumps(state.to_link(world.release)))
        if html:
            found.append(one_file_html(figure))
    return found


def ours(world: World) -> Score:
    """Save all that our views give."""
    return _hidden(attack(texts_of(world)), world, _public_cells(world))


SIDE_CHANNELS = Attack("side channels", naive, ours)


def test_a_page_that_only_hides_small_numbers_holds_them(some):
    score = SIDE_CHANNELS.on_naive(some)
    assert score.right > 10 * len(some)


def test_nothing_that_leaves_a_view_of_ours_names_another_cell(some):
    score = SIDE_CHANNELS.on_ours(some)
    assert score.claims > 0
    assert score.right == 0


def test_the_saved_page_names_no_other_cell_and_no_one(some):
    world = some[-1]
    texts = texts_of(world, html=True)
    assert _hidden(attack(texts), world, _public_cells(world)).right == 0
    written = "\n".join(texts)
    words = set(re.findall(r"[\w-]+", written))
    assert not words & {*world.table["case"], *world.table["source"]}
    points = world.table.select("lat", "lng").drop_nulls().unique()
    pairs = {pair for lat, lng in points.iter_rows() for pair in ((lat, lng), (lng, lat))}
    assert not pairs & set(re.findall(r"(\d+\.\d+)[\s,;]+(\d+\.\d+)", written))


def test_every_figure_of_a_view_is_one_of_the_zip_or_a_sum_of_several(some):
    for world in some:
        known = figures_of(world.release)
        for selection, level in VIEWS:
            rows = figure_of(world.release, selection, level, Language.EN).rows
            assert set(rows["people"].drop_nulls()) <= known
            assert all(reports % 5 == 0 and reports >= 10 for reports in rows["reports"].drop_nulls())


@pytest.mark.parametrize("cell", ["85283473fffffff", "8830e1d8dbfffff", "<script>", "region'--"])
def test_a_link_asks_for_no_cell_that_is_not_drawn(some, cell):
    for world in some[:3]:
        state = read_state({"plate": "where", "cell": cell}, world.release, Language.EN)
        assert state.cell is None
        assert cell not in json.dumps(state.to_link(world.release))
