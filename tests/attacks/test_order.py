"""Order: of rows, of keys, of time. What does not depend on the file cannot give the file away."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from tests.attacks.naive import publish_rows
from tests.attacks.scores import Attack, Score
from tests.attacks.worlds import by_the_rules, read, request

if TYPE_CHECKING:
    import polars as pl

    from tests.attacks.worlds import World


def attack(lines: pl.DataFrame) -> list[tuple[int, int]]:
    """Claim that two lines that follow one another are of one person."""
    return [(line, line + 1) for line in range(lines.height - 1)]


def naive(world: World) -> Score:
    """Read lines without names, in the order of the file."""
    cases = world.table["case"].to_list()
    claims = attack(publish_rows(world.table))
    return Score(len(claims), sum(cases[one] == cases[other] for one, other in claims))


def _renamed(values: pl.Series, rng: np.random.Generator) -> pl.Series:
    names = values.unique().sort().to_list()
    return values.replace_strict(dict(zip(names, [f"n{at}" for at in rng.permutation(len(names))], strict=True)))


def _unnamed(content: bytes) -> bytes:
    """Blank the id of the release, and the name of its series: a keyed hash of who is in it."""
    names = rb'("(release_id|series)": ")[0-9a-f]{64}'
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(re.sub(names, rb"\1", archive.read(name)) for name in archive.namelist())


def ours(world: World) -> Score:
    """Publish the same rows in another order, and under other names: count what is not the same."""
    rng = np.random.default_rng(world.seed)
    single = world.told["source"].n_unique() == 1
    shuffled = world.table[rng.permutation(world.table.height).tolist()]
    named = shuffled.with_columns(case=_renamed(shuffled["case"], rng))
    renamed = named.with_columns(source=_renamed(named["source"], rng))
    tables = (shuffled, named, renamed)
    contents = [by_the_rules(read(table), request(single=single)).release for table in tables]
    same = [contents[0] == world.content, *(_unnamed(content) == _unnamed(world.content) for content in contents[1:])]
    return Score(len(tables), same.count(False))


ORDER = Attack("order", naive, ours)


def test_lines_that_follow_one_another_are_mostly_of_one_person(worlds):
    assert ORDER.on_naive(worlds).precision > 0.7


def test_neither_order_nor_names_change_a_byte_of_ours(some):
    assert ORDER.on_ours(some[::8]).right == 0


def test_nothing_in_a_release_tells_when_it_was_made(worlds):
    for world in worlds:
        with zipfile.ZipFile(io.BytesIO(world.content)) as archive:
            entries = archive.infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(entry.extra or entry.comment for entry in entries)
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
