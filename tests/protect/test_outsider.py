"""The outsider's audit: what a release by itself gives away, and what someone who edited it cannot hide."""

from functools import cache
from importlib.resources import files

import polars as pl
import pytest

from errors import UsageError
from geo import belt_cells, climb, in_belt, land_cells, land_children, land_count, to_text
from protect import Kind, attack
from release import Persons
from release.archive import MANIFEST, pack
from tests.protect.sealing import added, edited, handmade, members, seal

INLAND = land_cells()[~in_belt(land_cells())][1500:1501]
R5, R4, R3, R2 = (to_text(climb(INLAND, size))[0] for size in (5, 4, 3, 2))
[BELT] = to_text(belt_cells()[belt_cells() > 0][10:11])


@cache
def genuine():
    return files("release").joinpath("bundled", "people_280.zip").read_bytes()


def rules(content):
    return {finding.rule for finding in attack(content).findings}


def test_a_release_of_ours_gives_nothing_away():
    outcome = attack(genuine())
    assert outcome.findings == ()
    assert outcome.margins > 500
    assert outcome.rows > 100


@pytest.mark.parametrize(
    ("rule", "plate", "row"),
    [
        ("rule 2", "where", (R5, 5, "all", "all", 5, 5)),
        ("rule 2", "where", (R5, 5, "all", "all", 20, 5)),
        ("rule 8", "where", (R5, 5, "all", "all", 12, 10)),
        ("rule 8", "where", (R5, 5, "all", "all", 10, 15)),
        ("rule 1", "where_what", (R5, 5, "all", "A3", 10, 10)),
        ("rule 1", "where_what", (R3, 3, "all", "A3", 10, 10)),
        ("rule 1", "where_what", (R5, 5, "all", "B1", 10, 10)),
        ("rule 1", "where_what", (BELT, 5, "all", "F4", 10, 10)),
        ("rule 1", "where", (BELT, 5, "all", "all", 10, 10)),
        ("rule 1", "when_what", ("region", None, "2012", "A3", 10, 10)),
        ("rule 11", "where_when", (R5, 5, "2021", "all", 10, 10)),
        ("rule 11", "where_when", (R4, 4, "undated", "all", 10, 10)),
        ("rule 11", "when_what", ("region", None, "2021", "B1", 10, 10)),
        ("rule 11", "where_when", (R4, 4, "reopening", "all", 10, 10)),
        ("rule 10", "where_when_what", (R2, 2, "reopening", "J", 10, 10)),
        ("rule 10", "when_what", ("region", None, "2026", "B", 10, 10)),
        ("rule 10", "when_what", ("region", None, "reopening", "A3", 10, 10)),
        ("rule 13", "when_what", ("region", None, "2021", "I1", 10, 10)),
        ("ladder", "where_what", (R2, 2, "all", "B1", 10, 10)),
        ("ladder", "where", (R4, 5, "all", "all", 10, 10)),
        ("ladder", "where", ("8428309ffffffff", 4, "all", "all", 10, 10)),
        ("ladder", "where", ("nowhere", None, "all", "all", 10, 10)),
        ("ladder", "when_what", ("region", None, "lately", "B", 10, 10)),
    ],
)
def test_a_row_that_no_release_can_have_is_found_though_every_hash_agrees(rule, plate, row):
    found = [finding for finding in attack(added(genuine(), plate, *row)).findings if finding.kind is Kind.ROW]
    assert rule in {finding.rule for finding in found}
    assert any(f"Plate {plate}, row {row[0]}" in finding.message for finding in found)


def test_what_is_allowed_at_its_own_rung_is_no_finding():
    for plate, row in [
        ("where_what", (R5, 5, "all", "D1", 10, 10)),
        ("where_what", (R4, 4, "all", "B1", 10, 10)),
        ("where_what", (R2, 2, "all", "A", 10, 10)),
        ("where_when", (R3, 3, "reopening", "all", 10, 10)),
        ("where_when", (R5, 5, "2012", "all", 10, 10)),
        ("when_what", ("region", None, "undated", "A3", 10, 10)),
        ("where_when", ("elsewhere", None, "reopening", "all", 10, 10)),
    ]:
        outcome = attack(handmade({plate: [row]}))
        assert outcome.findings == (), (plate, row)


def test_a_row_that_stands_twice_is_found():
    twice = edited(genuine(), "where", lambda rows: pl.concat([rows, rows.head(1)]))
    assert "rule 8" in rules(twice)


def test_a_whole_of_which_all_parts_but_one_are_shown_is_found():
    whole = next(cell for cell in dict.fromkeys(climb(INLAND, 4).tolist()) if land_count(climb(INLAND, 4))[0] > 2)
    parts = to_text(land_children(whole))
    rows = [
        (to_text(climb(INLAND, 4))[0], 4, "all", "all", 10, 10),
        *((part, 5, "all", "all", 10, 10) for part in parts),
    ]
    assert rules(handmade({"where": rows[:-1]})) == {"rule 7"}
    assert rules(handmade({"where": rows[:-2]})) == set()


def test_a_figure_that_the_other_plates_cannot_hold_is_found_and_its_plate_named():
    found = attack(added(genuine(), "where", R5, 5, "all", "all", 50_000, 10)).findings
    assert [finding.kind for finding in found] == [Kind.CONTRADICTION]
    assert "Plate where contradicts the others" in found[0].message


def test_a_changed_file_is_a_finding_and_its_rows_are_judged_all_the_same():
    held = members(genuine())
    resealed = members(added(genuine(), "where", R5, 5, "all", "all", 5, 5))
    altered = {**resealed, MANIFEST: held[MANIFEST]}
    found = attack(pack(altered)).findings
    assert found[0].kind is Kind.ALTERED
    assert "plates/where.csv is not the file that was released" in found[0].message
    assert "rule 2" in {finding.rule for finding in found}


def test_a_zip_that_was_saved_again_is_altered_and_audited_as_far_as_it_can_be():
    found = attack(genuine() + b"\0").findings
    assert [finding.kind for finding in found] == [Kind.ALTERED]
    at = genuine().index(b"plates/where.csvcell,") + 100
    broken = attack(genuine()[:at] + bytes([genuine()[at] ^ 1]) + genuine()[at + 1 :])
    assert [finding.kind for finding in broken.findings] == [Kind.ALTERED]
    assert 100 < broken.rows < attack(genuine()).rows  # the other plates are judged


def test_a_plate_or_a_manifest_that_cannot_be_read_is_altered():
    held = members(genuine())
    assert rules(seal({**held, "plates/where.csv": b"cell,reports\nx,1\n"})) >= {"integrity"}
    outcome = attack(pack({**held, MANIFEST: b"{}"}))
    assert [finding.rule for finding in outcome.findings] == ["integrity"]
    assert (outcome.margins, outcome.rows) == (0, 0)


@pytest.mark.parametrize("change", [{"k": 3}, {"embargo_months": {"A": 0, "B": 0, "C": 0}}, {"thin_below_arrivals": 0}])
def test_a_manifest_that_states_less_than_the_floors_is_found(change):
    def lower(told):
        return told.model_copy(update={"policy": told.policy.model_copy(update=change)})

    assert "floors" in rules(seal(members(genuine()), lower))


def test_what_is_no_release_or_of_other_words_is_refused():
    with pytest.raises(UsageError, match="is no release"):
        attack(b"not a zip")
    with pytest.raises(UsageError, match="other acts or eras"):
        attack(seal(members(genuine()), lambda told: told.model_copy(update={"taxonomy": "0"})))


def test_where_sources_overlap_figures_of_different_groups_do_not_add():
    rows = {"where": [("region", None, "all", "all", 10, 10), (R2, 2, "all", "all", 10, 10)]}
    rows |= {"when_what": [("region", None, "all", "all", 10, 10), ("region", None, "before", "B", 10, 10)]}
    for persons in Persons:
        assert attack(handmade(rows, persons=persons)).findings == ()
