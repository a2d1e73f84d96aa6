"""Invented people: exactly so many rows, always the same, with gaps and with the planted patterns."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import read_incidents, sample, sample_people, write_sample
from data.lives import CLOSED, LAST_YEAR, MOST_ACTS
from data.sample import COLUMNS
from data.schema import CANONICAL
from errors import InputError, UsageError

PEOPLE = sample_people(people=3000, rng=7, sources=3)
READ = read_incidents(PEOPLE.write_csv().encode(), name="sample.csv")
ROWS = READ.rows


def share(rows: pl.DataFrame, *acts: str) -> float:
    return float(rows["act"].is_in(acts).mean())


@given(st.integers(1, 300), st.integers(0, 1000), st.integers(1, 5))
def test_a_sample_has_exactly_so_many_rows_and_is_always_the_same(rows, seed, sources):
    made = sample(rows=rows, rng=seed, sources=sources)
    assert made.height == rows
    assert made.columns == list(COLUMNS)
    assert made.equals(sample(rows=rows, rng=seed, sources=sources))


@given(st.integers(0, 1000), st.integers(1, 5))
def test_every_sample_is_read_without_a_fault_and_is_known_to_be_invented(seed, sources):
    found = read_incidents(sample(rows=200, rng=seed, sources=sources).write_csv().encode(), name="sample.csv").report
    assert (found.used, found.synthetic, found.dropped_columns) == (200, True, ())


def test_another_seed_gives_other_people():
    assert not sample(rows=100, rng=1).equals(sample(rows=100, rng=2))


def test_so_many_people_are_invented_as_were_asked_for():
    assert sample_people(people=280, rng=3)["case"].n_unique() == 280
    assert sample_people(people=280, rng=3)["source"].n_unique() == 1


def test_a_sample_is_written_as_canonical_csv_in_which_every_row_is_marked(tmp_path):
    path = tmp_path / "sample.csv"
    write_sample(path, rows=50, rng=1)
    written = pl.read_csv(path, infer_schema=False)
    assert written.equals(sample(rows=50, rng=1))
    assert set(written.columns) <= set(CANONICAL)
    assert set(written["synthetic"]) == {"yes"}


def test_a_sample_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        write_sample(tmp_path / "none" / "sample.csv", rows=5, rng=1)


@pytest.mark.parametrize("wrong", [{"rows": 0}, {"rows": 5, "sources": 0}, {"rows": 5, "sources": 27}])
def test_numbers_out_of_range_are_an_error_of_the_call(wrong):
    with pytest.raises(UsageError):
        sample(rng=1, **wrong)
    with pytest.raises(UsageError):
        sample_people(people=0, rng=1)


def test_people_have_about_seven_acts_with_a_long_tail():
    one = sample_people(people=3000, rng=7)["case"].value_counts()["count"]
    assert 6 < one.mean() < 8
    assert one.median() <= 5
    assert (one >= 20).mean() > 0.03
    assert (one <= 2).mean() > 0.1
    assert one.max() <= MOST_ACTS


def test_there_is_one_crossing_at_least_and_no_more_than_one_return_and_arrest_a_person():
    first = sample_people(people=500, rng=1).group_by("case").agg(
        crossing=(pl.col("act").is_in(["A3", "J4", "J1", "A2"])).any(),
        back=(pl.col("act") == "I1").sum(),
        arrest=(pl.col("act") == "G1").sum(),
    )  # fmt: skip
    assert first["crossing"].all()
    assert first["back"].max() == 1
    assert first["arrest"].max() == 1


def test_a_fifth_of_all_acts_are_crossings_and_routes():
    assert 0.17 < share(ROWS, "A3", "J1", "J4") < 0.25


def test_the_file_has_the_gaps_that_files_have():
    assert 0.02 < READ.report.undated / ROWS.height < 0.07
    assert 0.02 < READ.report.not_stated / ROWS.height < 0.05
    assert 0.01 < READ.report.elsewhere.count / ROWS.height < 0.04
    assert (ROWS["area"] == "region").mean() > 0.02
    assert 0.02 < ROWS["reported"].null_count() / ROWS.height < 0.08


def test_sources_overlap_on_the_same_people():
    per_case = ROWS.group_by("case").agg(pl.col("source").n_unique())["source"]
    assert ROWS["source"].n_unique() == 3
    assert 0.1 < (per_case > 1).mean() < 0.4
    assert ROWS["source"].value_counts()["count"].max() / ROWS.height < 0.7


def test_forced_marriage_is_planted_around_mudanjiang():
    near = PEOPLE.with_columns(pl.col("lat", "lng").cast(pl.Float64)).with_columns(
        there=((pl.col("lat") - 44.58).abs() < 0.2) & ((pl.col("lng") - 129.62).abs() < 0.3)
    )
    there, elsewhere = near.filter("there"), near.filter(~pl.col("there") & pl.col("act").str.contains("^[BCDF]"))
    assert share(there, "B1", "B2") > 1.3 * share(elsewhere, "B1", "B2")


def test_the_wave_of_october_2023_is_planted():
    returns = PEOPLE.filter((pl.col("act") == "I1") & pl.col("date").is_not_null())
    wave = returns.filter(pl.col("date") == "2023-10").height
    assert wave > 0.08 * returns.height
    assert wave > 2 * returns.filter(pl.col("date").str.starts_with("2018")).height


def test_nobody_is_handed_over_in_the_closure_and_hardly_anyone_crosses():
    assert not ROWS.filter(pl.col("act") == "I1")["year"].is_in(list(CLOSED)).any()
    crossings = ROWS.filter(pl.col("act") == "A3")["year"]
    assert crossings.is_in(list(CLOSED)).mean() < 0.02


def test_most_acts_are_past_every_embargo_but_the_longest():
    assert (ROWS["year"] <= LAST_YEAR - 4).mean() > 0.85
    assert ROWS["year"].max() <= LAST_YEAR
    assert ROWS["year"].min() == 2000


def test_online_exploitation_begins_in_2012():
    assert ROWS.filter(pl.col("act") == "C2")["year"].min() == 2012
