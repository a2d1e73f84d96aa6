"""Rule 13: where it is known elsewhere how many there were, no figure is most of them."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from geo import climb, land_cells, land_children, province_cells, to_text
from protect.distinct import count_people
from protect.entry import add_limits
from protect.ladder import AREAS
from protect.stats import KEY
from protect.tally import tally
from protect.universe import IN_REGION, known_universes, read_universes, with_eras, within_universe
from release import TABLES, Universe, land_of
from terms import facts
from tests.protect.people import SCHEMA, Rows, climb_all, conditions, incidents

REGION, ELSEWHERE, NOT_STATED = AREAS["region"], AREAS["elsewhere"], AREAS["not_stated"]
FINE = land_cells()[1200:1201]
R5, R4, R3 = (int(climb(FINE, size)[0]) for size in (5, 4, 3))
RETURNS = with_eras(known_universes())


def stands(cases, universe, *, area=REGION, period="2021", act="I1", told="I1", more=""):
    """Tell whether a group of some cases of an act may stand."""
    schema = {"area": pl.UInt64, "period": pl.String, "act": pl.String, "more": pl.String}
    groups = pl.DataFrame([(area, period, act, more)], schema=schema, orient="row")
    members = groups.join(pl.DataFrame({"person": range(cases), "told_act": told}), how="cross")
    return within_universe(groups, members, universe, conditions())[0]


@pytest.mark.parametrize(
    ("period", "most"),
    [("2021", 10), ("2023", 124), ("2024", 12), ("2022", 10), ("closure", 10), ("reopening", 136), ("all", 1000)],
)
def test_a_year_or_an_era_of_known_returns_shows_at_most_a_fifth_of_them(period, most):
    assert stands(most, RETURNS, period=period)
    assert stands(most + 1, RETURNS, period=period) is (most == 1000)


def test_only_the_cases_of_the_act_count_and_only_in_keys_that_lie_inside():
    assert not stands(11, RETURNS, act="I")  # of the group the act is known to be a part
    assert not stands(11, RETURNS, act="I", told="I")  # and what says no more than the group may be of it
    assert stands(11, RETURNS, act="I", told="I3")
    assert stands(11, RETURNS, act="all")  # wider than what is known
    assert stands(11, RETURNS, act="G")


def test_rows_of_one_person_count_once():
    groups = pl.DataFrame([(REGION, "2021", "I1", "")], schema=list(KEY), orient="row").cast({"area": pl.UInt64})
    members = groups.join(pl.DataFrame({"person": [number % 10 for number in range(90)]}), how="cross")
    members = members.with_columns(told_act=pl.lit("I1"))
    assert within_universe(groups, members, RETURNS, conditions()).to_list() == [True]


def test_what_is_told_besides_lies_inside_too():
    assert not stands(11, (Universe("region", "all", "I", 50, "a"),), period="closure", act="I", more="private|CN")


def test_what_is_elsewhere_is_not_of_the_region_and_what_is_not_stated_may_be():
    assert stands(11, RETURNS, area=ELSEWHERE)
    assert not stands(11, RETURNS, area=NOT_STATED)
    assert stands(11, (Universe("CN-JL", "2021", "I1", 50, "a"),), area=NOT_STATED)


@pytest.mark.parametrize(
    ("inside", "period"), [(True, "closure"), (True, "2020"), (True, "2022"), (False, "2019"), (False, "undated")]
)
def test_years_lie_inside_their_era(inside, period):
    assert stands(11, (Universe("region", "closure", "I1", 50, "a"),), period=period) is not inside


def test_everything_lies_inside_a_universe_of_all_time_and_acts():
    everyone = (Universe("region", "all", "all", 50, "a"),)
    for period in ("all", "closure", "2021", "undated"):
        assert not stands(11, everyone, period=period, act="all", told="Z")
        assert stands(10, everyone, period=period, act="all", told="Z")


def test_a_place_lies_inside_if_all_its_land_does():
    siblings = ";".join(to_text(land_children(R4)))
    of_r4, of_most = ((Universe(area, "all", "all", 50, "a"),) for area in (siblings, siblings.rpartition(";")[0]))
    for area, in_whole, in_part in (
        (R5, True, int(land_children(R4)[-1]) != R5),
        (R4, True, False),
        (R3, False, False),
    ):
        assert stands(11, of_r4, area=area, period="all", act="all") is not in_whole
        assert stands(11, of_most, area=area, period="all", act="all") is not in_part
    assert stands(11, of_r4, area=REGION, period="all", act="all")


def test_a_province_holds_the_cells_that_it_shares():
    jilin = (Universe("CN-JL", "all", "all", 50, "a"),)
    inside, shared = province_cells("CN-JL")
    land = set(land_cells().tolist())
    for cells in (inside, shared):
        cell = next(cell for cell in cells.tolist() if cell in land)
        assert not stands(11, jilin, area=cell, period="all", act="all")
    outside = next(cell for cell in land_cells().tolist() if cell not in {*inside.tolist(), *shared.tolist()})
    assert stands(11, jilin, area=outside, period="all", act="all")


def test_a_girl_counts_as_a_woman_where_the_plate_does_not_tell_them_apart():
    women = (Universe("region", "all", "B1", 50, "a"),)
    assert not stands(11, women, period="all", act="B1", told="B2")
    girls = (Universe("region", "all", "B2", 50, "a"),)
    assert stands(11, girls, period="all", act="B1", told="B2")  # a key that is wider than the universe
    assert not stands(11, girls, period="all", act="B2", told="B2")


@given(st.integers(1, 2000), st.integers(0, 500))
def test_no_group_inside_ever_holds_more_than_a_fifth(people, cases):
    assert stands(cases, (Universe("region", "2021", "I1", people, "a"),)) is (5 * cases <= people)


def test_the_lowest_of_several_figures_binds():
    assert not stands(11, (Universe("region", "2021", "I1", 5000, "a"), *RETURNS))


def test_the_known_universes_are_those_of_the_facts():
    figures = {
        "F11": ("> 500 returned on 9 Oct 2023",),
        "F12": ("80 on 29 Aug 2023", "40 on 18 Sept 2023", "~50 in July 2021", "~60 on 26 Apr 2024"),
    }
    for fact, words in figures.items():
        assert all(word in facts()[fact].figure for word in words)
    assert [(one.area, one.period, one.act, one.people) for one in known_universes()] == [
        ("region", "2021", "I1", 50),
        ("region", "2023", "I1", 80 + 40 + 500),
        ("region", "2024", "I1", 60),
    ]
    assert all("F12" in one.source for one in known_universes())
    assert "F11" in RETURNS[1].source


def test_the_areas_without_a_cell_are_numbered_as_in_a_ladder():
    assert IN_REGION == (REGION, NOT_STATED)
    assert max(AREAS.values()) < min(land_cells())


def test_an_era_is_as_small_as_its_known_years_unless_it_is_known_itself():
    years = (Universe("region", "2021", "I1", 50, "a"), Universe("region", "2022", "I1", 30, "b"))
    own = Universe("region", "closure", "I1", 400, "c")
    assert [(one.period, one.people) for one in with_eras(years)[2:]] == [("closure", 80)]
    assert with_eras((*years, own)) == (*years, own)


@pytest.mark.parametrize(
    ("universes", "period"), [((), "2021"), (known_universes(), "closure"), (with_eras(known_universes()), "all")]
)
def test_a_year_or_an_era_of_which_too_much_is_known_goes_up(universes, period):
    years = {"case": [str(case) for case in range(60)], "year": [2021, 2022] * 30, "reported": 2023}
    told = dict.fromkeys(("actor", "country", "setting", "person_group"), "not_stated")
    rows = pl.DataFrame(
        {**years, **told, "source": "a", "area": "region", "cell": None, "until": None, "act": "I1"},
        schema_overrides=SCHEMA,
    )
    on = replace(conditions(single=True), universes=universes)
    climbed = climb_all(rows.select(list(SCHEMA)), on)["when_what"][0]
    assert period in climbed.groups["period"].to_list()
    assert ("2021" in climbed.groups["period"].to_list()) is not bool(universes)


def written(folder, text):
    path = folder / "u.csv"
    path.write_text("area,period,act,people,source\n" + text, encoding="utf-8")
    return path


def test_a_file_adds_to_what_is_known(tmp_path):
    path = written(
        tmp_path, f'region,2021,I1,45,"A study, 2022"\nCN-JL,all,B1,900,B\n{to_text(FINE)[0]},closure,G,80,C\n'
    )
    found = read_universes(path)
    assert found[:3] == read_universes(None) == known_universes()
    assert found[3] == Universe("region", "2021", "I1", 45, "A study, 2022")
    assert [len(land_of(one)) > 0 for one in found] == [True] * 6
    assert land_of(found[5]).tolist() == FINE.tolist()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nowhere,2021,I1,777,a", "line 2, column area: neither the region"),
        (f"{to_text(FINE)[0]};nowhere,2021,I1,777,a", "line 2, column area"),
        ("8f283473fffffff,2021,I1,777,a", "line 2, column area"),
        ("8528347bfffffff,2021,I1,777,a", "line 2, column area: a cell outside the study area"),
        ("JP-01,2021,I1,777,a", "line 2, column area"),
        ("region,20211,I1,777,a", "line 2, column period: neither a year"),
        ("region,undated,I1,777,a", "line 2, column period"),
        ("region,2021,X9,777,a", "line 2, column act: no code"),
        ("region,2021,I1,7.77,a", "line 2, column people: no number"),
        ("region,2021,I1,0,a", "line 2, column people"),
        ("region,2021,I1,-777,a", "line 2, column people"),
        ("region,2021,I1,777777777777,a", "line 2, column people"),
        ("region,2021,I1,777,", "line 2, column source: no value"),
        ("region,2021,I1,777,=cmd()", "line 2, column source"),
        ("region,2021,I1,777,x" + "x" * 300, "line 2, column source"),
    ],
)
def test_a_fault_is_told_by_line_and_column_and_never_by_value(tmp_path, line, words):
    with pytest.raises(InputError) as raised:
        read_universes(written(tmp_path, line + "\n"))
    assert words in str(raised.value)
    for value in ("777", "nowhere", "X9", "cmd", "20211", "JP-01"):
        assert value not in str(raised.value)


def test_a_row_of_people_is_held_to_what_is_known_of_its_era():
    rows = incidents(60, 3).with_columns(act=pl.lit("I1"), year=pl.lit(2005, pl.Int16))
    for most, shown in ((1000, True), (100, False)):
        on = replace(conditions(single=True), universes=(Universe("region", "before", "I1", most, "a"),))
        reports = tally(Rows(rows), on.persons)
        limited = add_limits(reports, on.policy, on.as_of)
        table = count_people(TABLES["people"], limited, reports.sources, on)
        row = table.groups.filter(pl.col("period") == "before", pl.col("act") == "I", pl.col("more") == "all")
        assert row["cases"][0] > 20
        assert row["shown"].to_list() == [shown]
