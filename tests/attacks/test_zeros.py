"""Zeros: if "none" and "too few to show" look different, every sign for too few says that someone is there."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import polars as pl

from geo import climb, land_cells, to_text
from layers import figure_of
from release import Level, Selection
from terms import Language
from tests.attacks.naive import exact, publish_marked
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

SIZE = 4


def attack(signs: dict[str, str]) -> list[tuple[str, set[str]]]:
    """Claim of each sign that is no number that it stands either for no one, or for someone: the sign and its cells."""
    found: dict[str, set[str]] = {}
    for cell, sign in signs.items():
        if not sign.isdecimal() or sign == "0":
            found.setdefault(sign, set()).add(cell)
    return list(found.items())


def _everywhere() -> list[str]:
    return sorted(set(to_text(climb(land_cells(), SIZE))))


def _score(signs: dict[str, str], world: World) -> Score:
    """Count the signs that never mean the other thing."""
    there = exact(world).filter(pl.col("period") == "all", pl.col("act") == "all")
    occupied = set(there["cell"])
    claims = attack(signs)
    pure = sum(cells <= occupied or not cells & occupied for _, cells in claims)
    return Score(len(claims), pure)


def naive(world: World) -> Score:
    """Read a table that writes a dash for too few, and nothing for none."""
    shown = publish_marked(world.past).filter(pl.col("period") == "all", pl.col("act") == "all")
    told = {
        cell: "-" if reports is None else str(reports) for cell, reports in shown.select("cell", "reports").iter_rows()
    }
    return _score({cell: told.get(cell, "") for cell in _everywhere()}, world)


def ours(world: World) -> Score:
    """Read our map's table, and the rows of the zip, at one level."""
    figure = figure_of(world.release, Selection("where"), Level.R4, Language.EN)
    rows = world.release.plates["where"].rows
    score = Score()
    for shown in (figure.rows, rows):
        told = {
            cell: "-" if reports is None else str(reports)
            for cell, reports in shown.select("cell", "reports").iter_rows()
        }
        score += _score({cell: told.get(cell, "") for cell in _everywhere()}, world)
    return score


ZEROS = Attack("zeros", naive, ours)


def totals(members: dict[str, bytes]) -> set[int]:
    """Claim that a number in the words around the plates is a total: of rows, reports or people."""
    words = b"\n".join(content for name, content in members.items() if not name.startswith("plates/"))
    text = re.sub(rb"[0-9a-f]{15,}|-?\d+\.\d+", b" ", words).decode()
    return {int(number) for number in re.findall(r"(?<![\w.-])\d{2,6}(?![\w.-])", text)}


def test_a_sign_for_too_few_says_that_someone_is_there(worlds):
    assert ZEROS.on_naive(worlds) == Score(2 * len(worlds), 2 * len(worlds))


def test_our_one_sign_says_neither_no_one_nor_someone(worlds):
    score = ZEROS.on_ours(worlds)
    assert score.claims == 2 * len(worlds)
    assert score.right == 0


def test_no_exact_total_is_printed_anywhere_in_a_release(worlds):
    for world in worlds:
        with zipfile.ZipFile(io.BytesIO(world.content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        people = world.reports["person"].n_unique()
        exact = {world.table.height, world.reports.height, world.past.height, people, world.past["person"].n_unique()}
        assert totals({"README.txt": f"of {people} people".encode()}) == {people}
        assert not totals(members) & exact
