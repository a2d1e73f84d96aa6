"""Where and when people were asked: every figure a minimum, and nothing to be had by subtraction."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import InputError
from geo import children, climb, land_cells, to_text
from protect.coverage import Coverage, protect_coverage, read_coverage
from release import COVERAGE, COVERAGE_SCHEMA, REGION, read_release, write_release
from terms import UNDATED, era_of
from tests.made import manifest
from tests.protect.people import conditions
from tests.release.releases import plates

SCHEMA = {"interview": pl.String, "area": pl.String, "cell": pl.UInt64, "year": pl.Int16, "asked": pl.Int16}
FINE = land_cells()[1200:1201]
R5, R4, R3, R2 = (int(climb(FINE, size)[0]) for size in (5, 4, 3, 2))
ON = conditions()


def asked(lines) -> Coverage:
    """Return coverage of lines: interview, cell or None for the region, year or None, and when asked, if said."""
    rows = [
        (str(who), "region" if cell is None else "cell", cell, year, told[0] if told else None)
        for who, cell, year, *told in lines
    ]
    return Coverage(pl.DataFrame(rows, schema=SCHEMA, orient="row"))


def at_random(seed: int, people: int) -> Coverage:
    """Return interviews about one to three places each, at any resolution, near one another."""
    rng = np.random.default_rng(seed)
    near = land_cells()[1100:1400:6]
    lines = []
    for who in range(people):
        for _ in range(rng.integers(1, 4)):
            size = int(rng.choice([0, 2, 3, 4, 5], p=[0.05, 0.05, 0.1, 0.4, 0.4]))
            cell = int(climb(rng.choice(near, 1, p=weights(len(near))), size)[0]) if size else None
            year = None if rng.random() < 0.1 else int(rng.integers(2005, 2027))
            lines.append((who, cell, year, 2015 + who % 12))
    return asked(lines)


def weights(many: int) -> np.ndarray:
    """Return shares with a long tail."""
    share = 1 / np.arange(1, many + 1)
    return share / share.sum()


def inside(coverage: Coverage, area: str, period: str) -> set[str]:
    """Return who was asked about an area (or a part of it) and a period, past the embargo."""
    rows = coverage.rows.filter(pl.coalesce("year", "asked") <= 2024)
    era = pl.Series([UNDATED if year is None else era_of(year) for year in rows["year"]], dtype=pl.String)
    rows = rows.filter(era == period)
    if area != REGION:
        size = int(area[1])
        fine = rows.filter((pl.col("cell") // 2**52 % 16) >= size)
        rows = fine.filter(pl.Series(to_text(climb(fine["cell"].to_numpy(), size)), dtype=pl.String) == area)
    return set(rows["interview"])


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([15, 60, 300]))
def test_every_figure_is_a_minimum_and_true_without_any_one_interview(seed, people):
    coverage = at_random(seed, people)
    rows = protect_coverage(coverage, ON).rows
    assert dict(rows.schema) == COVERAGE_SCHEMA
    assert (rows["interviews"] % 5 == 0).all()
    assert (rows["interviews"] >= 10).all()
    for cell, period, interviews in (
        rows.filter(pl.col("cell") != "").select("cell", "period", "interviews").iter_rows()
    ):
        assert len(inside(coverage, cell, period)) - 1 >= interviews


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([60, 300]))
def test_groups_are_disjoint_so_that_no_cell_is_a_part_of_one_around_it(seed, people):
    done = protect_coverage(at_random(seed, people), ON)
    members = done.climbed.members
    assert not members["report"].is_duplicated().any()
    # The difference of a cell and one around it is the other's own group: never fewer than k interviews.
    assert (done.climbed.groups["cases"] >= ON.policy.k).all()
    assert done.climbed.groups.height == done.rows.height


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_a_wider_cell_always_holds_three_r4_cells_that_are_not_told(seed):
    rows = protect_coverage(at_random(seed, 900), ON).rows
    land = np.unique(climb(land_cells(), 4))
    told = set(rows.filter(pl.col("resolution") == 4).select("cell", "period").iter_rows())
    for cell, size, period in rows.filter(pl.col("resolution") < 4).select("cell", "resolution", "period").iter_rows():
        parts = to_text(land[np.array(to_text(climb(land, size))) == cell])
        assert sum((part, period) not in told for part in parts) >= 3


def test_a_cell_of_which_nearly_all_parts_are_told_is_not_told_itself():
    parts = [int(cell) for cell in children(R3, 4)]
    full = [(f"{cell} {who}", cell, 2015) for cell in parts[:6] for who in range(30)]
    rest = [(f"rest {who}", R3, 2015) for who in range(30)]
    rows = protect_coverage(asked(full + rest), ON).rows
    assert rows.filter(pl.col("resolution") == 4).height == 6
    assert rows.filter(pl.col("resolution") == 3).is_empty()
    assert rows.filter(pl.col("resolution") == 2)["interviews"].to_list() == [25]
    few = protect_coverage(asked(full[: 4 * 30] + rest), ON).rows
    assert few.filter(pl.col("resolution") == 3)["interviews"].to_list() == [25]


def test_lines_of_one_interview_count_once():
    cells = [int(cell) for cell in children(R4, 5)]
    lines = [(who, cell, year) for who in range(23) for cell in cells for year in (2011, 2012)]
    rows = protect_coverage(asked(lines), ON).rows
    assert rows.rows() == [(to_text(np.array([R4], dtype=np.uint64))[0], 4, "before", 20)]
    ten = protect_coverage(asked([line for line in lines if line[0] < 10]), ON)
    assert ten.rows.is_empty()
    assert ten.withheld == ten.interviews == 10


@pytest.mark.parametrize(
    ("year", "finest"), [(2010, 4), (2021, 3), (2023, 3), (1995, 3), (2025, None), (2026, None), (None, None)]
)
def test_thin_years_short_eras_and_what_is_undated_are_told_at_r3_or_wider_and_the_last_year_waits(year, finest):
    done = protect_coverage(asked([(who, R5, year) for who in range(40)]), ON)
    assert done.rows["resolution"].to_list() == ([] if finest is None else [finest])
    assert done.embargoed == (40 if finest is None else 0)


@pytest.mark.parametrize(
    ("told", "finest"),
    [
        ([2024], 3),
        ([2010], 3),
        ([2025], None),
        ([2031], None),
        ([None], None),
        ([2010, 2025], None),
        ([2010, None], None),
    ],
)
def test_an_undated_interview_waits_unless_it_is_said_when_it_was(told, finest):
    lines = [(who, R5, None, told[0]) for who in range(40)]
    lines += [(who, None, 2010, year) for who in range(40) for year in told[1:]]
    done = protect_coverage(asked(lines), ON)
    own = done.rows.filter(pl.col("period") == UNDATED)
    assert own["resolution"].to_list() == ([] if finest is None else [finest])
    assert done.embargoed == (40 if finest is None else 0)


def test_hold_back_sends_some_small_groups_up():
    cells = np.unique(climb(land_cells(), 4))[:200]
    lines = [(f"{cell} {who}", int(cell), 2010) for cell in cells for who in range(12)]
    rows = protect_coverage(asked(lines), ON).rows
    fine = rows.filter(pl.col("resolution") == 4).height
    assert 0.7 * 200 < fine < 0.9 * 200


def test_a_release_holds_it_as_it_was_made():
    done = protect_coverage(at_random(3, 300), ON)
    assert done.rows.filter(pl.col("resolution") == 4).height > 0
    assert read_release(write_release(manifest(), plates(), coverage=done.rows)).coverage.equals(done.rows)


def test_the_same_interviews_in_any_order_give_the_same_rows():
    coverage = at_random(5, 200)
    other = Coverage(coverage.rows.sample(fraction=1, shuffle=True, seed=1))
    assert protect_coverage(other, ON).rows.equals(protect_coverage(coverage, ON).rows)


def test_no_place_finer_than_r4_is_ever_told():
    assert max(rung.area for rung in COVERAGE.rungs) == 4
    assert str(COVERAGE.text) == "r4 era; r3 era; r2 era; region era"


def written(folder, text):
    path = folder / "c.csv"
    path.write_text("interview,area,year\n" + text, encoding="utf-8")
    return path


def test_lines_are_read_with_a_cell_or_the_region_and_a_year_or_none(tmp_path):
    text = to_text(np.array([R5, R2], dtype=np.uint64))
    lines = f"i-1,{text[0]},2010\ni-1,{text[0]},2010\ni-2,{text[1]},\ni-3,region,2012\n"
    rows = read_coverage(written(tmp_path, lines)).rows
    assert rows.rows() == [
        ("i-1", "cell", R5, 2010, None), ("i-2", "cell", R2, None, None), ("i-3", "region", None, 2012, None),
    ]  # fmt: skip


def test_a_fourth_column_says_when_people_were_asked(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("asked,interview,area,year\n2019,i\u20111,region,\n,i\u200b-1,region,2010\n", encoding="utf-8")
    assert read_coverage(path).rows.rows() == [("i-1", "region", None, None, 2019), ("i-1", "region", None, 2010, None)]
    path.write_text("asked,interview,area,year\nMay,i-1,region,\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2, column asked: no year of four digits"):
        read_coverage(path)
    path.write_text("asked,interview,area,year,asked\n2019,i-1,region,,\n", encoding="utf-8")
    with pytest.raises(InputError, match="names asked more than once"):
        read_coverage(path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("secret-7,nowhere,2010", "line 2, column area: neither region nor an H3 cell"),
        ("secret-7,elsewhere,2010", "line 2, column area"),
        ("secret-7,8130fffffffffff,2010", "line 2, column area"),
        ("secret-7,8528347bfffffff,2010", "line 2, column area: a cell outside the study area"),
        ("secret-7,region,20102", "line 2, column year: no year of four digits"),
        ("secret-7,region,May", "line 2, column year"),
        (",region,2010", "line 2, column interview: no value"),
        ("secret-7,,2010", "line 2, column area: no value"),
    ],
)
def test_a_fault_is_told_by_line_and_column_and_never_by_value(tmp_path, line, words):
    with pytest.raises(InputError) as raised:
        read_coverage(written(tmp_path, line + "\n"))
    assert words in str(raised.value)
    for value in ("secret-7", "nowhere", "20102", "May", "8528347"):
        assert value not in str(raised.value)


def test_interviews_are_not_shown_by_accident():
    coverage = at_random(1, 40)
    assert repr(coverage) == "Coverage(40 interviews)"
    assert (
        repr(protect_coverage(coverage, ON)) == f"ProtectedCoverage({protect_coverage(coverage, ON).rows.height} rows)"
    )
