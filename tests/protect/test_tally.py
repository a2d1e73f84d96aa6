"""What counts as one report."""

import polars as pl
import pytest

from errors import UsageError
from geo import climb, land_cells
from protect.tally import tally
from release import Persons
from tests.protect.people import SCHEMA, Rows

FINE = int(land_cells()[0])
R4, R2 = (int(climb(land_cells()[:1], size)[0]) for size in (4, 2))
OTHER = next(
    int(cell) for cell in land_cells() if climb(land_cells()[land_cells() == cell], 4)[0] == R4 and cell != FINE
)


def row(**given) -> dict[str, object]:
    """Return one row of incidents; what is not given is the plainest."""
    plain = {
        "case": "one", "source": "a", "area": "cell", "cell": FINE, "year": 2010, "until": None, "act": "B1",
        "actor": "not_stated", "country": "not_stated", "setting": "not_stated", "person_group": "woman",
        "reported": 2015,
    }  # fmt: skip
    return {**plain, **given}


def count(*rows, persons=Persons.LINKED) -> pl.DataFrame:
    """Return the reports of some rows."""
    return tally(Rows(pl.DataFrame(list(rows), schema=SCHEMA)), persons).rows


def test_the_same_act_place_and_year_of_one_person_is_one_report():
    assert count(row(), row(source="b"), row(setting="private")).height == 1
    assert count(row(), row(case="two"), row(act="B3"), row(year=2011), row(year=None)).height == 5


def test_places_that_contain_one_another_are_one_report_at_the_finest():
    wide = [row(cell=R4), row(cell=R2), row(area="region", cell=None), row(area="not_stated", cell=None)]
    for order in ([row(), *wide], [*wide, row()]):
        found = count(*order)
        assert found["c5"].to_list() == [FINE]
        assert found["resolution"].to_list() == [5]


def test_places_beside_one_another_stay_apart():
    assert count(row(), row(cell=OTHER), row(cell=R4)).height == 2
    assert count(row(), row(area="elsewhere", cell=None)).height == 2
    assert count(row(area="elsewhere", cell=None), row(area="not_stated", cell=None)).height == 1


def test_places_of_other_people_acts_and_years_absorb_nothing():
    coarse = row(cell=R4)
    assert count(coarse, row(case="two"), row(act="B3"), row(year=2011)).height == 4


def test_undated_rows_are_compared_with_undated_rows():
    assert count(row(year=None), row(year=None, cell=R4)).height == 1


def test_a_girl_is_told_apart_only_where_no_place_is_told():
    assert count(row(), row(act="B2"))["told_act"].to_list() == ["B1"]
    girl = count(row(act="B2"), row(act="B2", source="b"))
    assert girl.select("act", "told_act").rows() == [("B1", "B2")]


def test_what_rows_of_a_report_do_not_agree_on_is_not_stated():
    both = count(row(actor="private"), row(actor="private", country="CN", person_group="girl"))
    assert both.select("actor", "country", "person_group").rows() == [("private", "not_stated", "not_stated")]


@pytest.mark.parametrize(
    ("year", "told", "lag"),
    [(2010, 2011, "0-1"), (2010, 2012, "2-4"), (2010, 2015, "5-9"), (2010, 2020, "10+"), (None, 2015, "not_stated")],
)
def test_the_lag_is_the_years_until_a_report_was_first_told(year, told, lag):
    found = count(row(year=year, reported=told), row(year=year, reported=2022), row(year=year, reported=None))
    assert found["lag"].to_list() == [lag]
    assert count(row(year=year, reported=None))["lag"].to_list() == ["not_stated"]


def test_a_report_is_in_a_facility_only_if_every_row_of_it_says_so():
    assert count(row(setting="facility"))["facility"].to_list() == [True]
    assert count(row(setting="facility"), row(setting="private"))["facility"].to_list() == [False]
    assert count(row(setting="facility"), row(cell=R4))["facility"].to_list() == [False]
    assert count(row(setting="facility"), row(setting="facility", cell=R4))["facility"].to_list() == [True]


def test_a_report_counts_as_told_in_the_latest_year_or_never_if_one_is_missing():
    assert count(row(), row(reported=2018))["reported"].to_list() == [2018]
    assert count(row(), row(reported=None))["reported"].to_list() == [None]


def test_a_coarse_row_that_was_merged_delays_the_telling_of_the_finer_report():
    fine, coarse = row(year=None), row(year=None, cell=R4, reported=2024)
    assert count(fine, coarse)["reported"].to_list() == [2024]
    assert count(fine, coarse, row(year=None, cell=R2, reported=None))["reported"].to_list() == [None]
    assert count(fine, row(year=None, case="two", cell=R4, reported=2024))["reported"].to_list() == [2015, 2024]


def test_a_row_without_a_setting_is_in_no_facility():
    assert count(row(setting=None))["facility"].to_list() == [False]
    assert count(row(setting="facility"), row(cell=R4, setting=None))["facility"].to_list() == [False]


def test_unlinked_cases_of_two_sources_are_two_people():
    rows = [row(), row(source="b"), row(source="b", act="B3")]
    assert count(*rows)["person"].n_unique() == 1
    assert count(*rows, persons=Persons.UNLINKED)["person"].n_unique() == 2


def test_disjoint_sources_that_share_a_case_are_a_contradiction():
    with pytest.raises(UsageError, match=r"1 case keys stand under more than one source"):
        count(row(), row(source="b"), persons=Persons.DISJOINT)
    assert count(row(), row(case="two", source="b"), persons=Persons.DISJOINT).height == 2


def test_a_row_that_names_no_source_stops_a_count_by_source():
    with pytest.raises(UsageError, match="1 rows name no source"):
        count(row(), row(source=None), persons=Persons.UNLINKED)
    assert count(row(), row(source=None)).height == 1


def test_a_report_keeps_each_of_its_sources_once():
    reports = tally(Rows(pl.DataFrame([row(), row(), row(source="b")], schema=SCHEMA)), Persons.LINKED)
    assert reports.sources.rows() == [(0, 0), (0, 1)]


def test_nothing_that_names_a_person_or_a_source_is_kept():
    reports = tally(Rows(pl.DataFrame([row(case="Canary-7", source="Canary-8")], schema=SCHEMA)), Persons.LINKED)
    assert "anary" not in f"{reports!r}{reports.rows.write_csv()}{reports.sources.write_csv()}"
