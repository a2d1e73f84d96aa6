"""Time: editions are disjoint, frozen and large, and a table that no longer holds what was published is refused."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import InputError, ProtectionError, UsageError
from protect import Month, Policy, known_universes, read_ledger
from protect.editions import UnaccountedError, begin, go_on, settled, split
from protect.entry import add_limits
from protect.freezing import sum_plates
from protect.publish import to_plate
from protect.rules import figures
from protect.tally import tally
from protect.withdrawal import withdraw
from release import LADDERS, PLATES, Persons, State, Universe
from release.tables import check_rows
from tests.protect.people import SECRET, Rows, conditions, incidents
from tests.protect.series import first_ledger, step

ALL = incidents(420, 5)
EARLY = ALL.filter(pl.col("case").str.extract(r"(\d+)").cast(pl.Int32) < 250)
ON = conditions()
ONE = step(EARLY, ON)
TWO = step(ALL, ON, ONE.ledger)


def to_plates(plates):
    """Return the public rows of one edition alone."""
    groups = {name: one.groups for name, one in plates.climbed.items()}
    groups |= {name: one.groups.filter("shown") for name, one in plates.counted.items()}
    return {name: to_plate(PLATES[name], own, figures(own)) for name, own in groups.items() if own.height}


def again(rows, ledger=ONE.ledger, on=ON):
    """Split a table against a ledger."""
    reports = tally(Rows(rows), on.persons)
    return split(reports, add_limits(reports, on.policy, on.as_of), ledger, on)


def test_the_first_edition_is_all_there_is_and_its_sums_are_what_the_rules_publish():
    assert ONE.split.edition == 1
    for name in LADDERS:
        assert len(ONE.split.new[name]) == ONE.limited.height
    summed = sum_plates(ONE.ledger)
    for name, plate in to_plates(ONE.plates).items():
        assert summed[name].rows.equals(plate.rows), name


def test_what_was_published_is_skipped_and_what_was_not_is_new():
    placed = ONE.plates.climbed["where"].members.height
    assert len(TWO.split.new["where"]) == TWO.limited.height - placed
    assert TWO.split.standing.filter(pl.col("plate") == "where").height == placed


def test_no_report_is_in_two_editions_of_a_plate():
    assert not TWO.ledger.placed.select("plate", "n").is_duplicated().any()
    assert TWO.ledger.placed.filter(pl.col("edition") == 2).height > 100
    assert (
        not TWO.ledger.counted.join(
            TWO.ledger.groups.select("plate", "edition", "group", "rung", "area", "period", "act", "more"),
            on=["plate", "edition", "group"],
        )
        .select("plate", "rung", "area", "period", "act", "more", "person")
        .is_duplicated()
        .any()
    )


def test_an_edition_counts_in_a_row_of_people_only_who_was_not_counted_there_before():
    fresh = TWO.ledger.counted.group_by("plate", "edition", "group").agg(people=pl.col("person").n_unique())
    rows = TWO.ledger.groups.join(fresh, on=["plate", "edition", "group"])
    assert rows.filter(pl.col("edition") == 2).height > 3
    assert rows["cases"].to_list() == rows["people"].to_list()
    whole = rows.filter(pl.col("plate") == "people", pl.col("rung") == 0)
    assert whole["edition"].to_list() == [1, 2]
    assert whole["cases"].sum() <= TWO.reports.keys.height


def test_a_release_sums_reports_over_editions_and_takes_the_largest_part_of_people():
    one, two = (to_plates(made.plates) for made in (ONE, TWO))
    summed = sum_plates(TWO.ledger)
    for name, ladder in PLATES.items():
        check_rows(name, summed[name].rows)
        keys = list(ladder.keys)
        parts = pl.concat([one[name].rows, two[name].rows] if name in two else [one[name].rows])
        wanted = parts.group_by(keys).agg(
            pl.col("people").sum() if ladder.of_people else pl.col("people").max(),
            *([] if ladder.of_people else [pl.col("reports").sum()]),
        )
        assert summed[name].rows.sort(keys).select(wanted.columns).equals(wanted.sort(keys)), name


def test_where_sources_are_unlinked_nothing_adds():
    on = conditions(persons=Persons.UNLINKED)
    first = step(EARLY, on)
    second = step(ALL, on, first.ledger)
    one, two = (to_plates(made.plates) for made in (first, second))
    assert set(one["where"].rows["cell"]) & set(two["where"].rows["cell"])
    for name, plate in sum_plates(second.ledger).items():
        keys = list(PLATES[name].keys)
        parts = pl.concat([made[name].rows for made in (one, two) if name in made]).group_by(keys).max()
        assert plate.rows.sort(keys).equals(parts.select(plate.rows.columns).sort(keys)), name


def more(people, **changes):
    """Return the early table and so many people more, who tell what others told, but for what is changed."""
    cases = EARLY.filter(pl.col("year") < 2015)["case"].unique().sort().head(people)
    others = EARLY.filter(pl.col("case").is_in(cases.implode())).with_columns(
        case=pl.col("case") + "-b", **{name: pl.lit(value, EARLY.schema[name]) for name, value in changes.items()}
    )
    return pl.concat([EARLY, others])


def test_an_edition_waits_until_enough_people_have_come_in_and_says_how_many_are_missing():
    with pytest.raises(ProtectionError, match="20 are missing"):
        again(more(30))
    assert again(more(50)).new_cases == 50


def test_reports_under_embargo_do_not_open_an_edition():
    with pytest.raises(ProtectionError, match="50 are missing"):
        again(more(60, year=2026))


def test_a_second_report_of_someone_known_is_new_and_she_is_one_more_person_of_the_edition():
    known = EARLY.filter(pl.col("year") < 2015)["case"].unique().sort().head(50)
    told = (
        EARLY.filter(pl.col("case").is_in(known.implode()))
        .unique("case")
        .with_columns(year=pl.lit(2002, pl.Int16), act=pl.lit("H4"))
    )
    assert again(pl.concat([EARLY, told])).new_cases == 50


def test_a_missing_report_is_refused_with_counts_and_the_cases_that_still_stand_in_the_table():
    case = EARLY["case"].unique().sort()[0]
    whole = ALL.filter(pl.col("case") != case)
    with pytest.raises(UnaccountedError, match="of 1 cases were published") as refused:
        again(whole)
    assert refused.value.cases == ()
    assert isinstance(refused.value, InputError)
    assert refused.value.exit_code == 2
    assert case not in str(refused.value)


@pytest.mark.parametrize("column", ["year", "act", "cell"])
def test_a_changed_report_is_refused_and_its_case_is_told_to_the_steward_alone(column):
    known = EARLY.filter(pl.col("case") == EARLY["case"].unique().sort()[0]).sort("year")
    case = known["case"][0]
    place = pl.when(pl.col("cell").is_not_null()).then(ALL.filter(pl.col("case") != case)["cell"].drop_nulls()[0])
    other = {"year": pl.col("year") - 1, "act": pl.lit("H4"), "cell": place}[column]
    mine = pl.col("case") == case
    changed = pl.concat(
        [ALL.filter(~mine), ALL.filter(mine).with_columns(other.alias(column).cast(ALL.schema[column]))]
    )
    with pytest.raises(UnaccountedError, match="1 of these cases still stand") as refused:
        again(changed)
    assert refused.value.cases == (case,)
    assert case not in str(refused.value)


def test_rows_that_were_never_published_may_go():
    unpublished = ONE.ledger.entries.join(ONE.ledger.placed, on="n", how="anti")
    assert again(ALL).new_cases >= 50
    assert unpublished.height + ONE.ledger.placed["n"].n_unique() == ONE.ledger.entries.height
    waiting = step(more(60, year=2026), ON)
    assert waiting.limited.filter(~pl.col("past")).height > 60
    assert again(ALL, waiting.ledger).new_cases >= 50


def test_a_tombstoned_case_is_left_out_of_every_later_edition_and_counted():
    case = EARLY["case"].unique().sort()[3]
    gone = withdraw(ONE.ledger, [case], SECRET).ledger
    found = again(ALL, gone)
    own = TWO.reports.keys.filter(pl.col("case") == case)["person"][0]
    hers = TWO.reports.rows.filter(pl.col("person") == own)["report"]
    assert found.tombstoned == len(hers) > 0
    for name in LADDERS:
        assert not set(hers) & set(found.new[name])
    assert own not in set(found.counted["person"])
    assert not set(hers) & set(found.standing["report"])


def test_who_withdrew_stays_withdrawn_in_a_new_series():
    case = EARLY["case"].unique().sort()[3]
    gone = withdraw(ONE.ledger, [case], SECRET).ledger
    reports = tally(Rows(ALL), ON.persons)
    other = begin(reports, settled(ON, synthetic=True), SECRET, gone)
    assert other.head.series != gone.head.series
    assert again(ALL, other).tombstoned > 0


def test_a_series_is_named_by_its_table_and_keeps_its_name():
    assert ONE.ledger.head.series == TWO.ledger.head.series == first_ledger(EARLY, ON).head.series
    assert first_ledger(ALL, ON).head.series != ONE.ledger.head.series


def test_an_untrue_figure_is_dissolved_by_the_next_edition_and_what_is_left_of_it_is_new():
    group = ONE.ledger.groups.filter(pl.col("plate") == "where").sort("cases").head(1)
    inside = ONE.ledger.placed.join(group, on=["plate", "edition", "group"], how="semi").join(
        ONE.ledger.entries, on="n"
    )
    marks = {
        mark: case
        for case, mark in zip(
            ONE.reports.keys["case"], ONE.split.marks.unique("person_number").sort("person_number")["case"], strict=True
        )
    }
    leaving = [marks[mark] for mark in inside["case"].unique().sort()[:8]]
    gone = withdraw(ONE.ledger, leaving, SECRET)
    assert gone.untrue["where"] >= 1
    two = step(ALL, ON, gone.ledger)
    dissolved = two.split.dissolved.join(group, on=["plate", "edition", "group"], how="semi")
    assert dissolved.height == 1
    rest = inside.filter(~pl.col("case").is_in([mark for mark, case in marks.items() if case in leaving]))
    numbers = two.split.marks.join(rest, on="report", how="semi")["number"]
    assert set(numbers) <= set(two.split.new["where"])
    assert two.ledger.untrue.is_empty()
    assert two.ledger.groups.join(group, on=["plate", "edition", "group"], how="semi")["dissolved"].item()
    standing = two.ledger.standing.filter(pl.col("plate") == "where")
    assert sum_plates(two.ledger)["where"].rows["reports"].sum() == standing["figure_reports"].sum()
    assert [one.state for one in two.ledger.history] == [State.WITHDRAWN, State.WITHDRAWN]
    assert [one.state for one in TWO.ledger.history] == [State.SUPERSEDED, State.SUPERSEDED]


def test_other_conditions_need_a_new_series_and_are_named():
    ledger = ONE.ledger
    assert go_on(ledger, settled(ON, synthetic=True), ON.as_of).head == ledger.head
    others = {
        "policy k": settled(replace(ON, policy=Policy(k=12)), synthetic=True),
        "policy embargo": settled(replace(ON, policy=Policy(embargo={"A": 61})), synthetic=True),
        "persons": settled(replace(ON, persons=Persons.DISJOINT), synthetic=True),
        "sources": settled(replace(ON, single_source=True), synthetic=True),
        "synthetic": settled(ON, synthetic=False),
        "taxonomy": settled(ON, synthetic=True).model_copy(update={"taxonomy": "other"}),
        "eras": settled(ON, synthetic=True).model_copy(update={"eras": {}}),
        "ladders": settled(ON, synthetic=True).model_copy(update={"ladders": {}}),
    }
    for name, fixed in others.items():
        with pytest.raises(UsageError, match=rf"changed: {name}\. .*--new-series"):
            go_on(ledger, fixed, ON.as_of)


def test_a_universe_can_be_added_and_holds_from_then_on_and_none_can_be_dropped():
    known = known_universes()
    more = (*known, Universe("CN-JL", "all", "B1", 900, "A study"))
    first = step(EARLY, replace(ON, universes=known)).ledger
    assert len(first.head.fixed.universes) == len(known)
    grown = go_on(first, settled(replace(ON, universes=more), synthetic=True), ON.as_of)
    assert ("CN-JL", "all", "B1", 900, "A study") in grown.head.fixed.universes
    assert read_ledger(grown.pack(SECRET), SECRET).head.fixed == grown.head.fixed
    lower = (replace(known[0], people=known[0].people - 1), *known[1:])
    for fewer, missing in ((known, 1), ((), 4), ((*lower, *more[3:]), 1)):
        with pytest.raises(UsageError, match=rf"^{missing} of the universes .* universe\.csv .* --universe"):
            go_on(grown, settled(replace(ON, universes=fewer), synthetic=True), ON.as_of)
    go_on(grown, settled(replace(ON, universes=(*lower, *more)), synthetic=True), ON.as_of)


def test_time_does_not_run_backwards():
    go_on(ONE.ledger, settled(ON, synthetic=True), Month(2026, 12))
    with pytest.raises(UsageError, match="before the newest edition"):
        go_on(ONE.ledger, settled(ON, synthetic=True), Month(2026, 10))


@given(seed=st.integers(0, 1000))
@settings(max_examples=5, deadline=None)
def test_every_figure_of_two_editions_is_at_most_the_truth_without_any_one_person(seed):
    rows = incidents(300, seed)
    early = rows.filter(pl.col("case").str.extract(r"(\d+)").cast(pl.Int32) < 180)
    two = step(rows, ON, step(early, ON).ledger)
    members = two.ledger.placed.join(two.ledger.entries, on="n")
    truth = (
        members.group_by("plate", "edition", "group", "person")
        .len()
        .group_by("plate", "edition", "group")
        .agg(all=pl.col("len").sum(), most=pl.col("len").max(), people=pl.len())
    )
    held = two.ledger.standing.join(truth, on=["plate", "edition", "group"])
    assert held.height == two.ledger.standing.filter(pl.col("plate").is_in(list(LADDERS))).height
    assert (held["figure_reports"] <= held["all"] - held["most"]).all()
    assert (held["figure_people"] < held["people"]).all()
