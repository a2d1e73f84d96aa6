"""A release is read whole and unaltered, or not at all."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import AtlasError, ReleaseError, UsageError
from release import Verdict, read_release, verify, write_release
from release.archive import MANIFEST, pack, sha256, unpack
from release.read import identify, write_manifest
from tests.made import manifest, plate
from tests.release.releases import R4, R5, plates

GENUINE = write_release(manifest(), plates())


def altered(name: str, old: bytes, new: bytes) -> bytes:
    """Return the release with some bytes of one file replaced, zipped again as we would."""
    members = unpack(GENUINE)
    assert old in members[name]
    return pack({**members, name: members[name].replace(old, new)})


def test_what_is_written_is_read_again():
    release = read_release(GENUINE)
    assert list(release.plates) == ["where", "where_what", "where_when", "when_what"]
    for name, written in plates().items():
        assert release.plates[name].rows.equals(written.rows)


def test_the_same_plates_give_the_same_bytes():
    assert write_release(manifest(), dict(reversed(plates().items()))) == GENUINE


def test_no_entry_of_the_zip_has_a_time_of_its_own():
    with zipfile.ZipFile(io.BytesIO(GENUINE)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("plates/where.csv", b"40,20", b"45,20"),
        ("manifest.json", b'"Handmade"', b'"Homemade"'),
        ("manifest.json", b"not audited", b"passed the audit"),
        ("cells.geojson", R4.encode(), R5.encode()),
        ("README.txt", b"at least", b"exactly"),
    ],
)
def test_one_changed_word_in_any_file_is_altered(name, old, new):
    assert verify(altered(name, old, new)).verdict is Verdict.ALTERED
    with pytest.raises(ReleaseError):
        read_release(altered(name, old, new))


def test_an_added_and_a_missing_file_are_altered():
    members = unpack(GENUINE)
    assert verify(pack({**members, "plates/extra.csv": b"a"})).verdict is Verdict.ALTERED
    del members["plates/where.csv"]
    assert verify(pack(members)).verdict is Verdict.ALTERED


def test_a_genuine_file_is_genuine_and_the_limits_of_that_are_said():
    found = verify(GENUINE)
    assert found.verdict is Verdict.GENUINE
    assert found.manifest is not None
    assert any("not forgery" in limit for limit in found.limits)
    assert any("not checked" in limit for limit in found.limits)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_sentence(content):
    with pytest.raises(AtlasError):
        read_release(content)


@given(st.integers(0, len(GENUINE) - 1), st.integers(1, 255))
def test_no_single_byte_can_be_changed_unseen(position, change):
    content = bytearray(GENUINE)
    content[position] ^= change
    with pytest.raises(AtlasError):
        read_release(bytes(content))


def saved_again(**given) -> bytes:
    """Return the same files, zipped as another program would; what is not given is as in a release."""
    plain = {"create_system": 3, "external_attr": 0o644 << 16, "compress_type": zipfile.ZIP_STORED}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(unpack(GENUINE).items()):
            entry = zipfile.ZipInfo(name)
            for field, value in {**plain, **given}.items():
                setattr(entry, field, value)
            archive.writestr(entry, content)
    return buffer.getvalue()


def test_a_zip_that_was_saved_again_is_altered_though_its_files_are_the_same():
    assert saved_again() == GENUINE
    for fields in (
        {"date_time": (2020, 1, 1, 0, 0, 0)}, {"create_system": 0}, {"external_attr": 0}, {"comment": b"a"},
        {"extra": b"\x99\x99\x01\x00a"}, {"compress_type": zipfile.ZIP_DEFLATED},
    ):  # fmt: skip
        assert verify(saved_again(**fields)).verdict is Verdict.ALTERED


def test_nothing_rides_before_between_or_behind_the_files_of_a_release():
    with_comment = bytearray(GENUINE)
    with_comment[-2:] = (1).to_bytes(2, "little")
    for content in (b"a" + GENUINE, GENUINE + b"a", bytes(with_comment) + b"a"):
        assert verify(content).verdict is Verdict.ALTERED


def test_a_release_without_a_plate_is_none():
    with pytest.raises(ReleaseError, match="no plate"):
        read_release(write_release(manifest(), {}))


def test_a_missing_file_and_a_foreign_zip_are_no_release(tmp_path):
    with pytest.raises(UsageError, match="cannot be opened"):
        read_release(tmp_path / "none.zip")
    with pytest.raises(UsageError, match="no release"):
        read_release(pack({"a.txt": b"a"}))


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([(R5, 5, "all", "all", 12, 10)], "multiple of 5"),
        ([(R5, 5, "all", "all", 10, 0)], "multiple of 5"),
        ([(R5, 5, "all", "all", 10, 15)], "more people than reports"),
        ([(R5, 4, "all", "all", 10, 10)], "not its cell's"),
        ([("85dddddfffffff", 5, "all", "all", 10, 10)], "no cell"),
        ([("85283473fffffff", 5, "all", "all", 10, 10)], "outside the study area"),
        ([(R5, 5, "2015", "all", 10, 10)], "no rung"),
        ([(R5, 5, "all", "B1", 10, 10)], "no rung"),
        ([("region", 3, "all", "all", 10, 10)], "no cell"),
        ([("somewhere", None, "all", "all", 10, 10)], "no cell"),
        ([("region", None, "all", "all", 10, 10)] * 2, "twice"),
    ],
)
def test_a_row_that_no_release_can_hold_is_neither_written_nor_read(rows, problem):
    with pytest.raises(ReleaseError, match=problem):
        write_release(manifest(), {"where": plate("where", rows)})


def test_a_figure_of_fewer_people_than_k_allows_is_altered():
    rows = plate("where", [(R5, 5, "all", "all", 10, 5)])
    assert verify(write_release(manifest(), {"where": rows})).verdict is Verdict.ALTERED


def test_a_file_that_no_release_holds_is_altered_even_if_the_manifest_lists_it():
    members = {**unpack(GENUINE), "notes.txt": b"a"}
    listed = read_release(GENUINE).manifest
    listed = listed.model_copy(update={"files": {**listed.files, "notes.txt": sha256(b"a")}})
    sealed = listed.model_copy(update={"release_id": identify(listed)})
    forged = pack({**members, MANIFEST: write_manifest(sealed)})
    assert "files in it" in verify(forged).reason


def test_the_datapackage_names_every_table():
    package = json.loads(unpack(GENUINE)["datapackage.json"])
    assert {resource["path"] for resource in package["resources"]} == {
        *(f"plates/{name}.csv" for name in plates()),
        "codebook.csv",
        "universe.csv",
    }
