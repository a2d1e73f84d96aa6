"""What is read of a ledger: enough for the narrowest intervals, and nothing else."""

import io
import json
import zipfile
from dataclasses import replace
from functools import cache

import polars as pl
import pytest

from data import read_incidents, sample_people
from errors import UsageError
from protect import Month, Request, Secret, attack, known_of_ledger, protect
from protect.freezing import sum_plates
from protect.known import Known
from protect.withdrawal import withdraw
from release import LADDERS, TABLES, read_release, write_release

SECRET = Secret(b"a secret of thirty-two bytes or more")


@cache
def made():
    table = sample_people(people=100, rng=5, sources=1).write_csv().encode()
    request = Request(title="Invented", as_of=Month(2026, 11), single_source=True, synthetic=True)
    return protect(read_incidents(table, name="sample.csv"), SECRET, request)


def test_a_ledger_tells_of_every_row_of_a_ladder_and_of_its_release():
    release, known = read_release(made().release), known_of_ledger(made().ledger.pack(SECRET))
    assert known.release_id == release.manifest.release_id
    assert known.groups.height == sum(plate.rows.height for name, plate in release.plates.items() if name in LADDERS)
    assert known.complete == frozenset(name for name, one in made().audited.plates.climbed.items() if not one.withheld)
    assert repr(known) == f"Known({known.groups.height} groups)"


def test_a_release_withstands_whoever_has_its_ledger():
    assert attack(made().release, known=known_of_ledger(made().ledger.pack(SECRET))).findings == ()


def test_once_people_withdrew_no_plate_is_held_to_hold_every_report_and_their_reports_may_be_missing():
    cases = sample_people(people=100, rng=5, sources=1)["case"].unique(maintain_order=True).to_list()
    known = known_of_ledger(withdraw(made().ledger, cases[:5], SECRET).ledger.pack(SECRET))
    assert known.complete == frozenset()
    assert known.groups["lost"].sum() > 0
    assert attack(made().release, known=known).findings == ()


def test_a_release_that_was_not_written_with_the_ledger_is_found():
    known = known_of_ledger(made().ledger.pack(SECRET))
    other = Known(known.groups, known.complete, "0" * 64)
    assert [finding.rule for finding in attack(made().release, known=other).findings] == ["ledger"]


def test_a_release_of_tables_of_people_alone_has_no_group_of_a_ladder_and_is_attacked_all_the_same():
    ladders = pl.col("plate").is_in(list(LADDERS))
    ledger = made().ledger
    dissolved = ledger.groups.with_columns(dissolved=pl.col("dissolved") | ladders)
    tables = replace(ledger, groups=dissolved)
    for left in (tables, replace(ledger, groups=ledger.groups.filter(~ladders))):
        known = known_of_ledger(left.pack(SECRET))
        assert known.groups.height == 0
        assert known.groups.schema == known_of_ledger(ledger.pack(SECRET)).groups.schema
    plates = sum_plates(tables)
    assert set(plates) <= set(TABLES)
    release = write_release(read_release(made().release).manifest, plates)
    known = replace(known, complete=frozenset(), release_id=read_release(release).manifest.release_id)
    assert attack(release, known=known).findings == ()


def test_a_damaged_ledger_is_refused():
    content = made().ledger.pack(SECRET)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    head = json.loads(held["ledger.json"])
    changed = {**held, "groups.csv": held["groups.csv"].replace(b"where,1,1,", b"where,1,9,", 1)}
    assert changed != held
    for broken in (
        b"no ledger",
        zipped({"ledger.json": b"{}"}),
        zipped({**held, "ledger.json": json.dumps({**head, "releases": []}).encode()}),
        zipped(changed),
    ):
        with pytest.raises(UsageError, match="damaged"):
            known_of_ledger(broken)


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()
