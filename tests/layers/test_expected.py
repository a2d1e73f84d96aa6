"""More reports than expected: recounted by hand, hidden areas left out, and quiet where there is nothing."""

from __future__ import annotations

import math

import h3
import numpy as np
import pytest

from geo import from_text, to_text
from layers import can_be_expected, expected_of, figure_of
from layers.expected import ALPHA, LEAST_AREAS, stands_out
from release import Level, Persons, Selection
from terms import Language, say
from tests.layers.handmade import one_plate, whole_cells

EN = Language.EN
DISK = sorted(h3.grid_disk(h3.cell_to_center_child(h3.cell_to_parent("85311bb7fffffff", 3), 4), 6))


def by_hand(cells, counts):
    """Reckon Gi* cell by cell, and the false discovery rate by its definition."""
    n, mean, spread = len(cells), float(np.mean(counts)), float(np.std(counts))
    chances, scores = [], []
    for cell in cells:
        around = [own for own, other in enumerate(cells) if other in set(h3.grid_disk(cell, 1))]
        weight = len(around)
        score = (sum(counts[own] for own in around) - mean * weight) / (
            spread * math.sqrt((n * weight - weight**2) / (n - 1))
        )
        scores.append(score)
        chances.append(math.erfc(abs(score) / math.sqrt(2)))
    ranked = sorted(chances)
    passing = [chance for rank, chance in enumerate(ranked, start=1) if chance <= ALPHA * rank / n]
    limit = max(passing, default=0)
    return {cell for cell, score, chance in zip(cells, scores, chances, strict=True) if score > 0 and chance <= limit}


def found(cells, counts):
    held = from_text(cells)
    return set(to_text(held[stands_out(held, np.array(counts, dtype=float))]))


@pytest.mark.parametrize("seed", range(5))
def test_the_areas_that_stand_out_are_those_reckoned_by_hand(seed):
    random = np.random.default_rng(seed)
    kept = [cell for cell in DISK if random.random() < 0.7]
    planted = set(h3.grid_disk(kept[20], 1))
    counts = [int(own) + 60 * (cell in planted) for own, cell in zip(random.poisson(30, len(kept)), kept, strict=True)]
    assert found(kept, counts) == by_hand(kept, counts)
    assert found(kept, counts)


def test_by_chance_alone_hardly_any_map_has_an_area_that_stands_out():
    random = np.random.default_rng(3)
    maps = [bool(found(DISK, random.poisson(40, len(DISK)))) for _ in range(40)]
    assert sum(maps) <= 6


def test_where_all_are_the_same_none_stands_out():
    assert found(DISK, [25] * len(DISK)) == set()


def test_few_areas_are_not_judged():
    few = DISK[: LEAST_AREAS - 1]
    assert found(few, range(len(few))) == set()


@pytest.mark.parametrize("language", Language)
def test_what_must_be_said_is_said(language):
    cells = whole_cells(4)[:40]
    release = one_plate([(cell, 4, "all", "all", 20 + 5 * (at % 3), 10) for at, cell in enumerate(cells)])
    own = expected_of(figure_of(release, Selection("where"), Level.R4, language))
    assert say("more-hidden", language) in own.says
    assert "40" in own.says
    few = one_plate([(cells[0], 4, "all", "all", 20, 10)])
    told = expected_of(figure_of(few, Selection("where"), Level.R4, language))
    assert told.says == say("more-few", language, least=LEAST_AREAS)
    assert told.cells == frozenset()


def test_no_sentence_calls_an_area_hot():
    for language in Language:
        for key in ("more-label", "more-found", "more-hidden", "more-alone", "more-few"):
            said = say(key, language, count=3, shown=40, least=10).lower()
            assert not any(word in said for word in ("hot", "핫", "热点"))


def test_areas_of_many_sizes_and_figures_that_do_not_add_are_not_judged():
    cells = whole_cells(4)[:12]
    rows = [(cell, 4, "all", "all", 20, 10) for cell in cells]
    for persons, level, can in (
        (Persons.LINKED, Level.R4, True),
        (Persons.LINKED, Level.FINEST, False),
        (Persons.LINKED, Level.REGION, False),
        (Persons.UNLINKED, Level.R4, False),
    ):
        release = one_plate(rows, persons=persons)
        assert can_be_expected(release, figure_of(release, Selection("where"), level, EN)) == can
