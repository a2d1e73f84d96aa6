"""Each rule alone, on groups small enough to be counted by hand."""

import polars as pl
import pytest

from errors import UsageError
from geo import climb, from_text, land_cells, land_children, to_text
from protect import Embargo, Month, Policy, read_policy
from protect.entry import CUSTODY, custody_acts, is_thin, last_year_past, may_enter, years_past
from protect.rules import (
    distinct_cases,
    enough_children,
    figures,
    no_dominant,
    not_held_back,
    several_acts,
    several_sources,
)
from protect.stats import measure
from release import LADDERS, Persons
from terms import LocationClass, eras
from tests.protect.people import AS_OF, conditions

WHERE, WHAT, WHEN = LADDERS["where"], LADDERS["where_what"], LADDERS["where_when"]


def group(persons: list[int], area: int = 1) -> pl.DataFrame:
    """Return members of one group: one report for each number, which is its person."""
    return pl.DataFrame(
        {"report": range(len(persons)), "person": persons, "area": area, "period": "all", "act": "all", "more": ""},
        schema_overrides={"area": pl.UInt64},
    )


def told_by(sources: list[list[int | None]]) -> pl.DataFrame:
    """Return reports with their sources, in the order of the list."""
    return pl.DataFrame(
        {"report": range(len(sources)), "source": sources}, schema_overrides={"source": pl.List(pl.Int64)}
    ).explode("source")


def test_rows_and_reports_are_not_people():
    members = group([1] * 50 + list(range(2, 12)))
    measured = measure(members, told_by([[0]] * 60), "where", conditions(single=True))
    assert measured["cases"].to_list() == [11]
    assert measured["largest"].to_list() == [50]
    assert measured.filter(distinct_cases(conditions())).height == 1
    assert (
        measure(group(list(range(10))), told_by([[0]] * 10), "where", conditions())
        .filter(distinct_cases(conditions()))
        .is_empty()
    )


@pytest.mark.parametrize(
    ("sources", "passes"),
    [
        ([[0]] * 10 + [[1], [2]], False),  # two people are left without source 0
        ([[0]] * 9 + [[1], [1], [2]], True),  # three are
        ([[0]] * 6 + [[1]] * 6, False),  # two sources are too few
        ([[0, 1]] * 10 + [[1], [2]], False),  # whom two sources know is known to each: one person is a stranger to 1
        ([[0, 1]] * 8 + [[1], [2], [2], [0, 2]], True),  # three are strangers to 1, as many to 0, and nine to 2
        ([[0]] * 6 + [[1]] * 3 + [[None]] * 3, False),  # a source that is not named is no third one
        ([[0]] * 8 + [[1], [2], [None], [None]], False),  # nor does it leave anyone without another
        ([[0]] * 8 + [[1], [2], [2, None], [2, None]], False),  # nor is it known not to be the one that knows most
    ],
)
def test_three_sources_and_three_people_without_any_one_of_them(sources, passes):
    measured = measure(group(list(range(12))), told_by(sources), "where", conditions())
    assert (measured.filter(several_sources(conditions())).height == 1) is passes
    assert measured.filter(several_sources(conditions(single=True))).height == 1


def test_unlinked_cases_are_those_of_the_largest_single_source():
    people = list(range(22))
    measured = measure(group(people), told_by([[0]] * 12 + [[1]] * 10), "where", conditions(persons=Persons.UNLINKED))
    assert measured.select("cases", "reports", "sources", "left").row(0) == (12, 12, 2, 10)


def test_people_are_counted_without_one_of_them_and_floored_to_five():
    for many, figure in ((11, 10), (15, 10), (16, 15), (27, 25)):
        measured = measure(group(list(range(many))), told_by([[0]] * many), "where", conditions())
        assert measured["people"].to_list() == [figure]


def test_a_figure_leaves_out_the_largest_case_and_is_floored_to_five():
    counted = pl.DataFrame({"reports": [30, 12, 100], "largest": [4, 1, 60], "people": [10, 10, 25]})
    assert figures(counted).rows() == [(25, 10), (10, 10), (40, 25)]


@pytest.mark.parametrize(
    ("reports", "passes"),
    [
        ([60, 12] + [1] * 38, True),  # of a figure of 50 the second case bears 12
        ([60, 16] + [1] * 34, False),  # 16 are more than 30 % of 50
        ([60, 16] + [1] * 38, False),  # 16 are less than 30 % of 54, but the figure that is shown is 50
    ],
)
def test_after_the_largest_case_none_bears_more_than_three_tenths_of_the_figure(reports, passes):
    people = [person for person, count in enumerate(reports) for _ in range(count)]
    measured = measure(group(people), told_by([[0]] * len(people)), "where", conditions(single=True))
    figure = (sum(reports) - max(reports)) // 5 * 5
    assert passes is (sorted(reports)[-2] <= 0.3 * figure)
    assert (measured.filter(no_dominant(conditions(single=True))).height == 1) is passes


@pytest.mark.parametrize(("heavy", "passes"), [(14, True), (15, False)])
def test_no_source_bears_more_than_seven_tenths_after_the_largest_case(heavy, passes):
    # The largest case, of three reports, is set aside; of the other 20 one source tells of `heavy`.
    people = [0, 0, 0, *range(1, 21)]
    sources = [[0], [0], [0]] + [[0]] * heavy + [[1]] * (20 - heavy)
    measured = measure(group(people), told_by(sources), "where", conditions())
    assert measured.select("borne", "heaviest").row(0) == (20, heavy)
    assert (measured.filter(no_dominant(conditions())).height == 1) is passes
    assert measured.filter(no_dominant(conditions(single=True))).height == 1


def test_a_source_that_is_not_named_may_be_the_heaviest():
    people = [0, *range(21)]  # the largest case, of two reports, is of source 0
    sources = [[0]] * 12 + [[None]] * 5 + [[1]] * 5
    measured = measure(group(people), told_by(sources), "where", conditions())
    assert measured.select("borne", "heaviest").row(0) == (20, 15)


@pytest.mark.parametrize("people", [list(range(21)), list(range(20, -1, -1))])
def test_of_cases_that_are_equally_large_the_one_is_set_aside_that_leaves_a_source_heaviest(people):
    measured = measure(group(people), told_by([[0]] * 14 + [[1]] * 7), "where", conditions())
    assert measured.select("borne", "heaviest").row(0) == (20, 14)


def _told(*acts: tuple[str, int, bool]) -> pl.DataFrame:
    """Return reports of one place: for each group of acts how many, and whether in a public facility."""
    rows = [(1, "all", act, act, public) for act, count, public in acts for _ in range(count)]
    schema = {"area": pl.UInt64, "period": pl.String, "act": pl.String, "group": pl.String, "public": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.mark.parametrize(
    ("told", "passes"),
    [
        (_told(("C", 91, False), ("F", 9, False)), {"C": False, "F": False}),  # more than nine tenths, and severe
        (_told(("C", 90, False), ("F", 10, False)), {"C": True, "F": True}),
        (_told(("F", 99, False), ("C", 1, False)), {"F": True, "C": True}),  # no act of F is severe
        (_told(("D", 99, True), ("F", 9, True)), {"D": True, "F": True}),  # a facility is known for what it is
        (
            _told(("C", 20, False), ("D", 80, True)),
            {"C": False, "D": True},
        ),  # and does not hide what happened beside it
    ],
)
def test_where_one_sensitive_group_is_nearly_all_no_row_tells_the_act(told, passes):
    groups = told.select("area", "period", "act").unique().sort("act")
    got = several_acts(groups, told, told, conditions()).to_list()
    assert dict(zip(groups["act"], got, strict=True)) == passes


def _shown(cells: pl.Series, act: str = "all", period: str = "all") -> pl.DataFrame:
    schema = {"area": pl.UInt64, "period": pl.String, "act": pl.String}
    told = pl.DataFrame({"area": cells, "period": [period] * len(cells), "act": [act] * len(cells)}, schema=schema)
    return told.with_columns(more=pl.lit(""))


def whole_parent() -> int:
    """Return an r4 cell whose seven children all touch land."""
    parents = climb(land_cells(), 4)
    return next(int(cell) for cell in parents if len(land_children(int(cell))) == 7)


@pytest.mark.parametrize(("published", "passes"), [(0, True), (4, True), (5, False), (7, False)])
def test_a_wider_cell_needs_three_children_that_are_not_published(published, passes):
    cell = whole_parent()
    groups = _shown(pl.Series([cell], dtype=pl.UInt64))
    taken = _shown(pl.Series([cell] * published, dtype=pl.UInt64))
    assert enough_children(groups, taken, WHERE, WHERE.rungs[1], conditions()).to_list() == [passes]


def test_a_group_of_two_acts_in_one_cell_would_show_the_second():
    cell = pl.Series(land_cells()[:1], dtype=pl.UInt64)
    none = _shown(cell).clear()
    rung = WHAT.rungs[1]
    passes = {act: enough_children(_shown(cell, act), none, WHAT, rung, conditions())[0] for act in "ABIKZH"}
    # B2 counts as B1 where a place is told, so B has two acts there.
    assert passes == {"A": True, "B": False, "I": False, "K": False, "Z": False, "H": True}


def test_in_time_two_acts_are_enough_and_other_is_exempt():
    when = LADDERS["when_what"]
    region = pl.Series([1], dtype=pl.UInt64)
    none = _shown(region).clear()
    for act, taken, passes in (("I", 0, True), ("I", 1, False), ("Z", 0, True)):
        shown = _shown(pl.Series([1] * taken, dtype=pl.UInt64), act, "2015")
        got = enough_children(_shown(region, act, "2015"), shown if taken else none, when, when.rungs[1], conditions())
        assert got.to_list() == [passes]


def test_an_era_counts_its_years_up_to_the_release():
    cell = pl.Series(land_cells()[:1], dtype=pl.UInt64)
    shown = _shown(pl.Series([cell[0]], dtype=pl.UInt64), period="closure")
    assert enough_children(_shown(cell, period="closure"), shown.clear(), WHEN, WHEN.rungs[1], conditions())[0]
    assert not enough_children(_shown(cell, period="closure"), shown, WHEN, WHEN.rungs[1], conditions())[0]
    assert not enough_children(_shown(cell, period="undated"), shown.clear(), WHEN, WHEN.rungs[1], conditions())[0]


def test_hold_back_spares_groups_of_2k_people_and_takes_about_a_fifth_of_the_others():
    cells = land_cells()[:1000]
    groups = _shown(pl.Series(cells, dtype=pl.UInt64)).with_columns(cases=pl.Series([11] * 500 + [22] * 500))
    kept = not_held_back(groups, "where", conditions())
    assert kept[500:].all()
    assert 0.7 < kept[:500].mean() < 0.9
    assert not_held_back(groups, "where_what", conditions()).to_list() != kept.to_list()


def test_thin_years_are_those_with_few_arrivals_or_none_known():
    thin = [year for year in range(1995, 2028) if is_thin(year, Policy())]
    assert thin == [1995, 1996, 1997, 1998, 1999, 2000, *range(2020, 2028)]


def test_an_era_has_as_many_years_as_are_past_the_embargo_of_the_class():
    by_id = {era.id: era for era in eras()}
    counted = {
        (name, letter.value): years_past(by_id[name], letter, Policy(), AS_OF)
        for name in ("closure", "reopening")
        for letter in LocationClass
    }
    assert counted == {
        ("closure", "A"): 1, ("closure", "B"): 3, ("closure", "C"): 3,
        ("reopening", "A"): 0, ("reopening", "B"): 1, ("reopening", "C"): 2,
    }  # fmt: skip
    assert years_past(by_id["before"], LocationClass.A, Policy(), AS_OF) > 20


@pytest.mark.parametrize("month", [0, 13, -1])
def test_what_is_no_month_ends_no_embargo(month):
    with pytest.raises(UsageError, match="from 1 to 12"):
        Month(2026, month)


def test_an_embargo_runs_from_the_end_of_the_year():
    policy = Policy(embargo=Embargo(A=60, B=24, C=12))
    last = {one: last_year_past(one, policy, Month(2026, 1)) for one in LocationClass}
    assert last == {LocationClass.A: 2020, LocationClass.B: 2023, LocationClass.C: 2024}
    odd = Policy(embargo=Embargo(C=17))
    assert last_year_past(LocationClass.C, odd, Month(2026, 5)) == 2023
    assert last_year_past(LocationClass.C, odd, Month(2026, 6)) == 2024


@pytest.mark.parametrize(
    "text", ["k = 5", "hold_back = -0.1", "children = 1", "embargo = {A = 6}", "typo = 3", "k = [", "k = " + "[" * 5000]
)
def test_no_policy_file_goes_below_a_floor_or_names_what_is_not_known(tmp_path, text):
    path = tmp_path / "policy.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"policy\.toml"):
        read_policy(path)


def test_a_policy_file_changes_only_what_it_names(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text("k = 20\n[embargo]\nA = 72\n")
    assert read_policy(path) == Policy(k=20).model_copy(
        update={"embargo": Policy().embargo.model_copy(update={"A": 72})}
    )


def test_cells_of_the_tests_are_cells():
    assert from_text(to_text(land_cells()[:3])).tolist() == land_cells()[:3].tolist()


def test_a_group_that_holds_an_act_of_custody_is_guarded_like_custody():
    guarded = set(custody_acts())
    assert guarded >= set(CUSTODY)
    assert guarded - set(CUSTODY) == {"F", "G", "I", "J"}
    rung = next(rung for rung in WHEN.rungs if str(rung) == "r3 year")
    reports = pl.DataFrame(
        {"act": ["G", "G2", "H"], "past": True, "unstated": True, "class": "B", "year": 2010, "finest": 4,
         "short": False, "thin": False, "custody": [act in guarded for act in ("G", "G2", "H")]}
    )  # fmt: skip
    assert reports.filter(may_enter(WHEN, rung))["act"].to_list() == ["H"]
