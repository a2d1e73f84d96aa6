"""What a release says of itself, as time goes on."""

import json

import polars as pl
import pytest

from protect import Request
from protect.freezing import sum_plates
from protect.publish import draft
from protect.withdrawal import withdraw
from release import read_release, write_release
from tests.protect.people import AS_OF, SECRET, conditions, incidents
from tests.protect.sealing import members
from tests.protect.series import step

ALL = incidents(420, 5)
EARLY = ALL.filter(pl.col("case").str.extract(r"(\d+)").cast(pl.Int32) < 250)
ON = conditions()
ONE = step(EARLY, ON)
REQUEST = Request("T", AS_OF, synthetic=True)


def told(ledger, given_up=()):
    """Return what is written of a ledger whose newest edition is not released yet."""
    head = ledger.head.model_copy(update={"releases": ledger.head.releases[:-1]})
    before = ledger.__class__(head, ledger.entries, ledger.placed, ledger.groups, ledger.counted)
    return draft(before, sum_plates(before), given_up, ON, REQUEST)


def test_a_plate_that_lacks_the_newest_edition_is_named_and_its_sums_are_said_to_be_incomplete():
    two = step(ALL, ON, ONE.ledger).ledger
    manifest = told(two, ("people", "where_what"))
    assert manifest.left_out == []
    assert manifest.behind == ["where_what", "people"]
    release = write_release(manifest, sum_plates(two))
    read = read_release(release).manifest
    assert read.behind == ["where_what", "people"]
    said = (
        "nothing of the edition of 2026-11, because with it they could not be made safe: where_what, people. Their sums"
    )
    assert any(said in caveat for caveat in read.caveats)
    readme = members(release)["README.txt"].decode()
    assert (
        "These plates hold nothing of the edition of 2026-11; their sums are not complete: where_what, people."
        in readme
    )
    assert said in json.loads(members(release)["datapackage.json"])["description"]


def test_a_plate_that_no_edition_could_show_is_left_out_and_none_is_behind():
    plates = sum_plates(ONE.ledger)
    del plates["lag"]
    head = ONE.ledger.head.model_copy(update={"releases": []})
    ledger = ONE.ledger.__class__(head, ONE.ledger.entries, ONE.ledger.placed, ONE.ledger.groups, ONE.ledger.counted)
    manifest = draft(ledger, plates, ("lag",), ON, REQUEST)
    assert (manifest.left_out, manifest.behind) == (["lag"], [])
    assert "behind" not in manifest.model_dump_json()
    readme = members(write_release(manifest, plates))["README.txt"].decode()
    assert "These plates could not be made safe and are not there: lag." in readme
    assert not any("not be made safe" in caveat for caveat in manifest.caveats)


def test_the_largest_case_does_not_fall_when_her_group_is_dissolved():
    grown = EARLY.filter(pl.col("case") == "case-7").head(1)
    many = pl.concat([grown.with_columns(year=pl.lit(year, pl.Int16)) for year in range(1950, 2019)])
    # A place of its own, in which one person tells of far more than anyone else.
    one = step(pl.concat([EARLY, many]), ON)
    groups = one.ledger.groups.filter(pl.col("largest") > 60)
    assert groups.height > 0
    before = told(one.ledger).policy.largest_case
    inside = one.ledger.placed.join(groups, on=["plate", "edition", "group"], how="semi").join(
        one.ledger.entries, on="n"
    )
    marks = dict(one.split.marks.select("case", "person_number").unique().iter_rows())
    names = dict(one.reports.keys.select("person", "case").iter_rows())
    leaving = [names[marks[mark]] for mark in inside["case"].unique().sort()]
    gone = withdraw(one.ledger, leaving, SECRET).ledger
    two = step(pl.concat([ALL, many]), ON, gone).ledger
    assert two.standing["largest"].max() < 50 < before
    assert told(two).policy.largest_case == before


@pytest.mark.parametrize(
    ("behind", "left_out", "editions"),
    [(["lag", "where"], [], 2), (["where"], ["where"], 2), (["nothing"], [], 2), (["where"], [], 1)],
)
def test_a_manifest_is_behind_with_plates_in_their_order_that_are_there(behind, left_out, editions):
    whole = told(ONE.ledger).model_dump()
    changed = {**whole, "behind": behind, "left_out": left_out, "editions": [{"as_of": "2026-11"}] * editions}
    with pytest.raises(ValueError, match="behind"):
        type(told(ONE.ledger)).model_validate(changed)
