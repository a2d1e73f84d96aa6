"""What stands beside the plates of a release: universes and coverage, each whole and checked, or not at all."""

import json

import polars as pl
import pytest

from errors import ReleaseError
from release import (
    COVERAGE_SCHEMA,
    Universe,
    Verdict,
    as_coverage,
    read_release,
    verify,
    write_release,
)
from release.archive import MANIFEST, pack, sha256, unpack
from release.read import identify, write_manifest
from tests.made import manifest, plate
from tests.release.releases import R2, R3, R4, plates

KNOWN = (
    Universe("region", "2021", "I1", 50, "A source, 2021"),
    Universe(f"{R4};{R3}", "closure", "I", 300, "Another"),
    Universe("CN-JL", "all", "all", 5000, "A third"),
)
ROWS = [
    ("region", None, "before", 40),
    (R2, 2, "reopening", 10),
    (R3, 3, "undated", 15),
    (R4, 4, "before", 25),
    ("", None, "", 10),
]


def coverage(rows=ROWS):
    return pl.DataFrame(rows, schema=COVERAGE_SCHEMA, orient="row")


def forged(name: str, content: bytes) -> bytes:
    """Return a release with one file exchanged, and sealed again."""
    members = {**unpack(write_release(manifest(), plates(), universes=KNOWN, coverage=coverage())), name: content}
    listed = read_release(write_release(manifest(), plates())).manifest
    files = {member: sha256(members[member]) for member in sorted(members) if member != MANIFEST}
    listed = listed.model_copy(update={"files": files})
    sealed = listed.model_copy(update={"release_id": identify(listed)})
    return pack({**members, MANIFEST: write_manifest(sealed)})


def test_universes_and_coverage_are_read_as_they_were_written():
    release = read_release(write_release(manifest(), plates(), universes=[*KNOWN, KNOWN[0]], coverage=coverage()))
    assert set(release.universes) == set(KNOWN)
    assert len(release.universes) == 3
    assert release.coverage.equals(coverage())
    assert dict(release.coverage.schema) == COVERAGE_SCHEMA


def test_a_release_without_coverage_says_that_it_has_none_and_always_lists_its_universes():
    content = write_release(manifest(), plates())
    assert read_release(content).coverage is None
    assert read_release(content).universes == ()
    assert unpack(content)["universe.csv"] == b"area,period,act,people,source\n"


def test_their_order_does_not_matter():
    content = write_release(manifest(), plates(), universes=KNOWN)
    assert content == write_release(manifest(), plates(), universes=KNOWN[::-1])


def test_they_are_in_the_datapackage_and_each_area_of_coverage_is_drawn():
    members = unpack(write_release(manifest(), {"where": plate("where", [("region", None, "all", "all", 10, 10)])},
                                   universes=KNOWN, coverage=coverage()))  # fmt: skip
    resources = {one["path"]: one for one in json.loads(members["datapackage.json"])["resources"]}
    assert {"universe.csv", "coverage.csv"} < set(resources)
    for path in ("universe.csv", "coverage.csv", "codebook.csv", "plates/where.csv"):
        header = members[path].decode().splitlines()[0].split(",")
        assert [field["name"] for field in resources[path]["schema"]["fields"]] == header
        assert set(resources[path]["schema"]["primaryKey"]) <= set(header)
    drawn = {feature["properties"]["cell"] for feature in json.loads(members["cells.geojson"])["features"]}
    assert drawn == {R2, R3, R4}


def test_an_interview_is_one_of_the_people_of_a_plate():
    rows = plate("where_when", [(R3, 3, "before", "all", 40, 20), ("region", None, "undated", "all", 20, 10)]).rows
    assert as_coverage(rows).rows() == [("region", None, "undated", 10), (R3, 3, "before", 20)]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(R4, 4, "before", 12)], "no multiple of 5"),
        ([(R4, 4, "before", 5)], "fewer interviews than its k allows"),
        ([(R4, 4, "before", 10), (R4, 4, "before", 10)], "a row twice"),
        ([(R4, 4, "before", 10), ("region", None, "before", 10)], "not in the order"),
        ([(R4, 4, "2015", 10)], "no rung"),
        ([(R4, 3, "before", 10)], "a resolution that is not its cell's"),
        ([("elsewhere", None, "before", 10)], "neither a cell nor the region"),
        ([("852834", 5, "before", 10)], "no cell"),
    ],
)
def test_coverage_that_no_release_can_hold_is_neither_written_nor_read(rows, words):
    with pytest.raises(ReleaseError, match=words):
        write_release(manifest(), plates(), coverage=coverage(rows))
    content = coverage(rows).write_csv().encode()
    assert words in verify(forged("coverage.csv", content)).reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("coverage.csv", b"cell,period,interviews\n"),
        ("coverage.csv", b"cell,resolution,period,interviews,names\n"),
        ("coverage.csv", b"\xff"),
        ("universe.csv", b"area,period,act,people\nregion,2021,I1,50\n"),
        ("universe.csv", b"area,period,act,people,source\nregion,2021,I1,many,a\n"),
        ("universe.csv", b"area,period,act,people,source\nregion,2021,X9,50,a\n"),
        ("universe.csv", b"area,period,act,people,source\nregion,2021,I1,50,a\nregion,2020,I1,50,a\n"),
        ("universe.csv", b"area,period,act,people,source\nregion,2021,I1,,a\n"),
    ],
)
def test_what_is_not_as_a_release_writes_it_is_altered(name, content):
    assert verify(forged(name, content)).verdict is Verdict.ALTERED


def test_the_same_key_never_stands_with_two_figures():
    # Rule 15: were one of them noisy, the other would tell the noise.
    rows = [("region", None, "before", 40), ("region", None, "before", 45)]
    with pytest.raises(ReleaseError, match="a row twice"):
        write_release(manifest(), plates(), coverage=coverage(rows))
    twice = plate("where", [("region", None, "all", "all", 40, 20), ("region", None, "all", "all", 45, 20)])
    with pytest.raises(ReleaseError, match="a row twice"):
        write_release(manifest(), {"where": twice})
