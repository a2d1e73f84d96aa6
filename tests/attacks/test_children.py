"""Children: a wide area with one plausible part says where its reports are, however coarse it was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from geo import from_text, land_children, to_text
from release import LADDERS
from tests.attacks.naive import climb
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World


def attack(shown: set[str]) -> set[str]:
    """Claim that acts of which the cell was to be hidden happened in these cells: the last parts of what is shown.

    `shown`: the cells of the published rows, whatever their size.
    """
    found = set()
    for cell in shown:
        inside = set(to_text(land_children(int(from_text([cell])[0]))))
        hidden = inside - shown
        if inside != {cell} and len(hidden) == 1:
            found |= hidden
    return found


def _score(shown: pl.DataFrame, world: World) -> Score:
    cells = {cell for cell in shown["cell"] if cell not in {"region", "elsewhere", "not_stated"}}
    hidden = set(world.past.filter(pl.col("finest") < 5)["t5"].drop_nulls())
    claims = attack(cells)
    return Score(len(claims), len(claims & hidden))


def naive(world: World) -> Score:
    """Attack a ladder that keeps to the finest size of each class, and to the threshold, and to nothing else."""
    capped = world.past.with_columns(
        pl.when(pl.col("finest") >= size).then(pl.col(f"t{size}")).alias(f"t{size}") for size in (5, 4, 3, 2)
    )
    return _score(climb(capped, LADDERS["where"]), world)


def ours(world: World) -> Score:
    """Attack our plate of the same question."""
    return _score(rows_of(world.release, "where"), world)


CHILDREN = Attack("children", naive, ours)


def test_the_last_part_of_an_area_is_where_its_reports_are(worlds):
    score = CHILDREN.on_naive(worlds)
    assert score.precision > 0.8
    assert score.right >= len(worlds)


def test_no_area_of_ours_has_a_last_part(worlds):
    assert CHILDREN.on_ours(worlds) == Score()
