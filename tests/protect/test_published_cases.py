"""Worked examples whose answers others have published, retyped: each test names its source and the place in it.

`Handbook` is the Handbook on Statistical Disclosure Control, 2nd edition, as kept at github.com/sdcTools/HandbookSDC.
"""

import numpy as np
import pytest
from scipy import sparse

from protect import PlainTable, derive
from protect.distances import earth_movers, hellinger
from protect.intervals import Engine, Published


def outsider(sums, columns):
    """Return the interval of each named column, given lists of columns with their published sum."""
    member = np.array([[column in part for column in columns] for part, _ in sums], dtype=float)
    totals = np.array([total for _, total in sums], dtype=float)
    engine = Engine(Published(sparse.csr_matrix(member), totals, totals))
    ends = {name: engine.interval(np.array([at], dtype=np.int32)) for at, name in enumerate(columns)}
    return {name: (round(low, 6), round(high, 6)) for name, (low, high) in ends.items()}


def two_way(rows, row_totals, column_totals):
    """Return the interval of each suppressed cell (None) of a two-way table with its totals."""
    cells = {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}
    sums = [([cell], value) for cell, value in cells.items() if value is not None]
    sums += [([cell for cell in cells if cell[0] == i], total) for i, total in enumerate(row_totals)]
    sums += [([cell for cell in cells if cell[1] == j], total) for j, total in enumerate(column_totals)]
    found = outsider(sums, list(cells))
    return {cell: found[cell] for cell, value in cells.items() if value is None}


def test_a_single_suppressed_subsector_is_the_difference():
    # Handbook, section 4.1, Example 1a: 56,600 - 47,600 - 8,002 = 998
    found = outsider([(["I", "II", "III"], 56_600), (["II"], 47_600), (["III"], 8_002)], ["I", "II", "III"])
    assert found["I"] == (998, 998)


def test_a_second_suppressed_subsector_ends_exact_disclosure():
    # Handbook, section 4.1, Example 1a asks for this second suppression; what is left is 56,600 - 8,002
    found = outsider([(["I", "II", "III"], 56_600), (["III"], 8_002)], ["I", "II", "III"])
    assert found["I"] == (0, 48_598)


def test_the_feasibility_interval_of_geurts():
    # Handbook, section 4.2, Example 3, after Geurts 1992, table 10: X11 lies from 3 to 6
    found = two_way([[None, None], [None, None], [3, 3]], [7, 3, 6], [9, 7])
    assert found[0, 0] == (3, 6)


def test_an_attack_on_a_table_with_primary_suppressions_only():
    # sdcTable 0.28, reference pages `primarySuppression` (the table) and `attack` (cell 6, value 2: bounds 2 and 2)
    found = two_way([[None, 19, 10, 14], [18, 14, 12, 11]], [45, 55], [20, 33, 22, 25])
    assert found == {(0, 0): (2, 2)}


def test_two_geographies_of_one_area_are_differenced():
    # Handbook, section 5.2, tables of single-person households in Area A by the 2001 and the 1991 definition
    narrow = {"male, more than 30": 50, "male, 16-30": 128, "male, 15 or less": 39,
              "female, more than 30": 54, "female, 16-30": 140, "female, 15 or less": 49}  # fmt: skip
    wide = {"male, more than 30": 52, "male, 16-30": 130, "male, 15 or less": 39,
            "female, more than 30": 55, "female, 16-30": 140, "female, 15 or less": 49}  # fmt: skip
    sums = [([(name, "in both")], total) for name, total in narrow.items()]
    sums += [([(name, "in both"), (name, "in the difference")], total) for name, total in wide.items()]
    found = outsider(sums, [(name, where) for name in wide for where in ("in both", "in the difference")])
    assert [found[name, "in the difference"] for name in wide] == [(2, 2), (2, 2), (0, 0), (1, 1), (0, 0), (0, 0)]


def test_linked_tables_disclose_the_one_woman_who_lives_and_works_in_the_area():
    # Handbook, section 5.2, tables of employment, of residence or workplace, and of males, linked: females 1, 5, 4
    where = ("lives and works", "lives only", "works only")
    columns = [(sex, place) for sex in ("male", "female") for place in where]
    both, lives, works = ([("male", place), ("female", place)] for place in where)
    sums = [
        ([*both, *lives], 85),  # employed, living in Area A
        ([*both, *works], 49),  # working in the area
        (both, 22),
        ([("male", where[0])], 21),
        ([("male", where[1])], 58),
        ([("male", where[2])], 23),
    ]
    found = outsider(sums, columns)
    assert [found["female", place] for place in where] == [(1, 1), (5, 5), (4, 4)]


@pytest.mark.parametrize(("coarse", "fine", "between"), [((6, 9), (7, 8), 1), ((10, 38), (10, 38), 0)])
def test_two_recodings_of_hours_worked_are_differenced(coarse, fine, between):
    # Handbook, section 5.2, hours worked by sex in Area A: one male works 20-24 hours, no female does
    sums = [(["<20"], coarse[0]), (["20-24", "25-39"], coarse[1]), (["<20", "20-24"], fine[0]), (["25-39"], fine[1])]
    assert outsider(sums, ["<20", "20-24", "25-39"])["20-24"] == (between, between)


AUTOWORKERS = """
44 40 112 67  129 145 12 23  35 12 80 33  109 67 7 9  23 32 70 66  50 80 7 13  24 25 73 57  51 63 7 16
5 7 21 9  9 17 1 4  4 3 11 8  14 17 5 2  7 3 14 14  9 16 2 3  4 0 13 11  5 14 4 4
"""
UPPER = """
88 62 224 117  261 246 25 38  88 62 224 117  261 151 25 38
58 60 170 148  115 173 20 36  58 60 170 148  115 173 20 36
88 62 126 117  134 134 25 38  88 62 126 117  134 134 25 38
58 60 126 126  115 134 20 36  58 60 126 126  115 134 20 36
"""


def test_the_bounds_of_dobra_and_fienberg_for_czech_autoworkers():
    # Fienberg, "Preserving confidentiality and providing adequate data for statistical modeling" (slides), table 1:
    # bounds given the margins [BF], [ABCE], [ADE]; all lower bounds are 0. Counts: Edwards & Havranek 1985.
    shape = dict(zip("FEDCBA", range(6), strict=True))
    counts = np.array(AUTOWORKERS.split(), dtype=float)
    cells = np.array(np.unravel_index(np.arange(64), (2,) * 6))
    rows = []
    for margin in ("BF", "ABCE", "ADE"):
        key = np.ravel_multi_index(tuple(cells[[shape[name] for name in margin]]), (2,) * len(margin))
        rows.append(np.arange(2 ** len(margin))[:, None] == key)
    member = sparse.csr_matrix(np.vstack(rows).astype(float))
    engine = Engine(Published(member, member @ counts, member @ counts))
    found = np.array([engine.interval(np.array([at], dtype=np.int32)) for at in range(64)])
    assert found[:, 0] == pytest.approx(np.zeros(64), abs=1e-6)
    assert found[:, 1] == pytest.approx(np.array(UPPER.split(), dtype=float), abs=1e-6)


def test_the_same_answers_come_from_a_plain_table():
    # Handbook, section 4.2, Example 3, through the reader's own door; any counts that fit the totals give them
    counts = {"11": 5, "12": 2, "21": 1, "22": 2, "31": 3, "32": 3}
    margins = {name: [cell for cell in counts if cell[at] == name[1]] for name, at in
               (("r1", 0), ("r2", 0), ("r3", 0), ("c1", 1), ("c2", 1))}  # fmt: skip
    found = derive(PlainTable(counts, ["11", "12", "21", "22"], margins))
    assert (found[0].low, found[0].high) == (3, 6)


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        # project-hadron/hadron-examples, jupyter/tutorials/probability_distance/hellinger_distance.ipynb: 0.05082
        ([0.36, 0.48, 0.16], [0.30, 0.50, 0.20], 0.05082),
    ],
)
def test_hellinger_distances_that_others_print(first, second, distance):
    assert round(hellinger(np.array(first), np.array(second)), 5) == distance


def on_points(first, second, first_weights, second_weights):
    """Return the earth mover's distance between weighted points, by the straight way between them."""
    points = np.array([*first, *second], dtype=float).reshape(len(first) + len(second), -1)
    ways = np.linalg.norm(points[:, None] - points, axis=2)
    ours = np.array([*first_weights, *[0.0] * len(second)])
    theirs = np.array([*[0.0] * len(first), *second_weights])
    return earth_movers(ours, theirs, ways)


@pytest.mark.parametrize(
    ("first", "second", "first_weights", "second_weights", "distance"),
    [
        # SciPy 1.17, documentation of scipy.stats.wasserstein_distance, Examples
        ([0, 1, 3], [5, 6, 8], [1, 1, 1], [1, 1, 1], 5.0),
        ([0, 1], [0, 1], [3, 1], [2, 2], 0.25),
        ([3.4, 3.9, 7.5, 7.8], [4.5, 1.4], [1.4, 0.9, 3.1, 7.2], [3.2, 3.5], 4.0781331438047861),
        # SciPy 1.17, documentation of scipy.stats.wasserstein_distance_nd, Examples
        ([[0, 2, 3], [1, 2, 5]], [[3, 2, 3], [4, 2, 5]], [1, 1], [1, 1], 3.0),
        ([[0, 2.75], [2, 209.3], [0, 0]], [[0.2, 0.322], [4.5, 25.1808]], [0.4, 5.2, 0.114], [0.8, 1.5],
         174.15840245217169),
        # j2kun/earthmover, README, example usage: 0.8
        ([[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0]], [[0, 0], [0, 2], [0, -2], [2, 0], [-2, 0]], [1] * 5, [1] * 5, 0.8),
    ],
)  # fmt: skip
def test_earth_movers_distances_that_others_print(first, second, first_weights, second_weights, distance):
    assert on_points(first, second, first_weights, second_weights) == pytest.approx(distance)
