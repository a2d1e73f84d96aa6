"""A ledger is read as it was written, or not at all; and it tells nothing to whoever has no secret."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import UsageError
from protect import Secret
from protect.known import known_of_ledger
from protect.ledger import COLUMNS, HEAD, log_line, read_ledger
from protect.marks import mark_cases
from protect.opened import open_release
from release import Persons
from tests.protect.people import SECRET, conditions, incidents
from tests.protect.series import step

ROWS = incidents(280, 3)
MADE = step(ROWS, conditions())
LINE = "1a" * 32
PACKED = MADE.ledger.pack(SECRET, LINE)


def test_a_ledger_is_read_as_it_was_written_and_twice_the_same_bytes():
    read = read_ledger(PACKED, SECRET)
    for name in COLUMNS:
        assert getattr(read, name).equals(getattr(MADE.ledger, name)), name
        assert getattr(read, name).height > 0
    assert read.pack(SECRET, LINE) == PACKED
    assert step(ROWS.reverse(), conditions()).ledger.pack(SECRET, LINE) == PACKED


def test_a_ledger_remembers_its_line_of_the_log_and_its_digest_does_not_depend_on_it():
    assert log_line(PACKED) == LINE
    assert read_ledger(PACKED, SECRET).digest(SECRET) == MADE.ledger.digest(SECRET)


def test_another_secret_is_told_from_damage():
    with pytest.raises(UsageError, match="not the one"):
        read_ledger(PACKED, Secret(b"another secret of at least 32 bytes"))


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_no_single_byte_can_be_changed_unseen(position, change):
    content = bytearray(PACKED)
    content[position] ^= change
    with pytest.raises(UsageError):
        read_ledger(bytes(content), SECRET)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_sentence(content):
    for read in (lambda: read_ledger(content, SECRET), lambda: log_line(content)):
        with pytest.raises(UsageError, match="damaged"):
            read()


def test_a_file_that_was_packed_and_broken_by_another_program_is_damaged_whoever_opens_it():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("ledger.json", "manifest.json"):
            archive.writestr(name, b"{}" * 1000)
    # The stream of each begins after the header and its name: three ones are a kind of block that there is not.
    content = bytearray(buffer.getvalue())
    for name in (b"ledger.json", b"manifest.json"):
        content[content.find(name) + len(name)] = 0xFF
    for read in (lambda: read_ledger(bytes(content), SECRET), lambda: known_of_ledger(bytes(content))):
        with pytest.raises(UsageError, match="damaged"):
            read()
    assert open_release(bytes(content)).manifest is None


def test_a_table_cannot_be_taken_away_or_put_in_by_whoever_has_no_secret():
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in [f"{table}.csv" for table in COLUMNS]:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for other in sorted(set(members) - {name}):
                archive.writestr(other, members[other])
        with pytest.raises(UsageError, match="damaged"):
            read_ledger(buffer.getvalue(), SECRET)


def test_a_ledger_that_was_changed_without_the_secret_is_damaged_though_its_hashes_fit():
    forged = replace(MADE.ledger, entries=MADE.ledger.entries.head(5)).pack(Secret(b"b" * 32), LINE)
    with zipfile.ZipFile(io.BytesIO(forged)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    own = read_ledger(PACKED, SECRET).head.check
    theirs = Secret(b"b" * 32).digest("ledger check").hex()
    members[HEAD] = members[HEAD].replace(theirs.encode(), own.encode())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(UsageError, match="damaged"):
        read_ledger(buffer.getvalue(), SECRET)


def test_a_ledger_holds_no_case_no_source_and_no_place_of_a_report():
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        private = b"".join(archive.read(f"{name}.csv") for name in ("entries", "placed", "counted"))
    for column in ("case", "source"):
        for value in ROWS[column].unique():
            assert value.encode() not in whole
    for cell in ROWS["cell"].drop_nulls().unique():
        assert str(cell).encode() not in private
    assert SECRET.digest("ledger check").hex().encode() in whole


def test_nothing_private_says_more_of_itself_than_how_much_there_is():
    assert repr(MADE.ledger) == "Ledger(1 editions)"
    assert repr(MADE.split) == "Split(edition 1)"


def test_a_case_has_one_mark_and_a_person_one_for_each_source_where_sources_are_unlinked():
    linked = MADE.ledger.entries
    assert linked["case"].n_unique() == linked["person"].n_unique()
    unlinked = step(ROWS, conditions(persons=Persons.UNLINKED)).ledger.entries
    assert unlinked["case"].n_unique() < unlinked["person"].n_unique()
    assert set(unlinked["case"]) <= set(mark_cases(ROWS["case"].unique(), SECRET))


def test_marks_of_one_secret_are_not_those_of_another():
    assert not set(mark_cases(["a"], SECRET)) & set(mark_cases(["a"], Secret(b"b" * 32)))
