"""The log: whatever is done to a line of it is found, and nothing is added to a broken chain."""

import json
import stat
import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import ReleaseError, UsageError
from steward.files import Content
from steward.log import LOG, Action, approver, verify, writing
from tests.made import manifest

AT = datetime(2026, 11, 2, 3, 4, 5, tzinfo=UTC)
RELEASED = manifest()


def add(folder, name="r.zip", approved_by=None, *, action=Action.RELEASE, release=RELEASED, contents=()):
    with writing(folder) as log:
        entry = log.entry(action, {name: "cd" * 32}, release, approved_by, AT)
        log.write(entry, contents)
    return entry


@pytest.fixture
def four(tmp_path):
    """Return a folder with a log of four lines, and the hash of the last."""
    heads = [add(tmp_path, f"r{number}.zip").hash for number in range(4)]
    return tmp_path, heads


def lines(folder):
    return (folder / LOG).read_text(encoding="utf-8").splitlines(keepends=True)


def test_a_log_is_read_as_it_was_written_and_only_its_owner_may(four):
    folder, heads = four
    entries = verify(folder, [("r3.ledger", heads[-1])])
    assert [entry.hash for entry in entries] == heads
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert entries[0].at == "2026-11-02T03:04:05Z"
    assert stat.S_IMODE((folder / LOG).stat().st_mode) == 0o600


def test_a_folder_without_a_log_has_an_empty_one_and_gets_none_until_something_is_written(tmp_path):
    with writing(tmp_path) as log:
        assert log.entries == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", range(4))
def test_a_changed_line_is_found_and_named(four, at):
    folder, _ = four
    changed = lines(folder)
    changed[at] = changed[at].replace("r", "s", 1).replace(f"r{at}.zip", f"q{at}.zip")
    (folder / LOG).write_text("".join(changed), encoding="utf-8")
    with pytest.raises(ReleaseError, match=f"line {at + 1}:"):
        verify(folder)


@pytest.mark.parametrize("at", range(4))
def test_a_line_that_was_changed_and_sealed_again_is_found_by_the_next_or_by_a_ledger(four, at):
    folder, heads = four
    changed = lines(folder)
    entry = verify(folder)[at].model_copy(update={"approved_by": "somebody"}).sealed()
    changed[at] = entry.line + "\n"
    (folder / LOG).write_text("".join(changed), encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"line 4, or rewritten" if at == 3 else f"line {at + 2}:"):
        verify(folder, [("r3.ledger", heads[-1])])


@pytest.mark.parametrize("at", range(4))
def test_a_removed_line_is_found_and_the_last_one_by_the_ledger_that_was_written_with_it(four, at):
    folder, heads = four
    left = lines(folder)
    del left[at]
    (folder / LOG).write_text("".join(left), encoding="utf-8")
    if at == 3:
        assert len(verify(folder)) == 3
    with pytest.raises(ReleaseError, match=r"after line 3.*r3.ledger" if at == 3 else f"line {at + 1}:"):
        verify(folder, [("r3.ledger", heads[-1])])


def test_an_inserted_and_a_moved_line_are_found(four):
    folder, _ = four
    whole = lines(folder)
    (folder / LOG).write_text("".join([*whole[:2], whole[1], *whole[2:]]), encoding="utf-8")
    with pytest.raises(ReleaseError, match="line 3: it does not follow line 2"):
        verify(folder)
    (folder / LOG).write_text("".join([whole[1], whole[0], *whole[2:]]), encoding="utf-8")
    with pytest.raises(ReleaseError, match="line 1: it does not follow the beginning"):
        verify(folder)


def test_a_line_that_is_no_entry_or_not_whole_is_found(four):
    folder, _ = four
    whole = "".join(lines(folder))
    for added, problem in (("{}\n", "line 5: it is no line"), ("\n", "line 5: it is no"), ("{", "line 5: the line is")):
        (folder / LOG).write_text(whole + added, encoding="utf-8")
        with pytest.raises(ReleaseError, match=problem):
            verify(folder)


def test_a_line_with_the_same_meaning_in_other_bytes_is_found(four):
    folder, _ = four
    whole = lines(folder)
    (folder / LOG).write_text(json.dumps(json.loads(whole[0])) + "\n" + "".join(whole[1:]), encoding="utf-8")
    with pytest.raises(ReleaseError, match="line 1:"):
        verify(folder)


@given(position=st.integers(0, 10_000), change=st.integers(1, 255))
@settings(max_examples=60)
def test_no_single_byte_can_be_changed_unseen(tmp_path_factory, position, change):
    folder = tmp_path_factory.mktemp("log")
    heads = [("r.ledger", add(folder).hash) for _ in range(2)]
    content = bytearray((folder / LOG).read_bytes())
    content[position % len(content)] ^= change
    (folder / LOG).write_bytes(bytes(content))
    with pytest.raises(ReleaseError):
        verify(folder, heads)


def test_nothing_is_added_to_a_broken_chain(four):
    folder, _ = four
    (folder / LOG).write_text("".join(lines(folder)[1:]), encoding="utf-8")
    before = (folder / LOG).read_bytes()
    with pytest.raises(ReleaseError):
        add(folder)
    assert (folder / LOG).read_bytes() == before


def test_two_who_write_at_once_wait_for_one_another(tmp_path):
    writers = [threading.Thread(target=add, args=(tmp_path, f"r{number}.zip")) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(verify(tmp_path)) == 8


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(UsageError, match="does not exist"):
        add(tmp_path / "none")


def test_a_file_and_its_line_are_written_both_or_neither(tmp_path):
    add(tmp_path, contents=[Content(tmp_path / "r.zip", b"1")])
    before = (tmp_path / LOG).read_bytes()
    with pytest.raises(UsageError, match=r"none|folder"):
        add(tmp_path, contents=[Content(tmp_path / "r.zip", b"2"), Content(tmp_path / "none" / "r.ledger", b"2")])
    assert ((tmp_path / "r.zip").read_bytes(), (tmp_path / LOG).read_bytes()) == (b"1", before)


def test_a_log_that_cannot_be_opened_is_said(tmp_path):
    (tmp_path / LOG).mkdir()
    with pytest.raises(UsageError, match="cannot be opened"):
        verify(tmp_path)


def test_an_old_copy_of_a_ledger_is_found(tmp_path):
    old, new = (add(tmp_path, "r.ledger").hash for _ in range(2))
    verify(tmp_path, [("r.ledger", new)])
    with pytest.raises(ReleaseError, match=r"r\.ledger is an old copy: line 2"):
        verify(tmp_path, [("r.ledger", old)])


def test_only_the_newest_release_of_a_series_can_be_gone_on_from(tmp_path):
    second = manifest().model_copy(update={"release_id": "22" * 32})
    other = manifest(series="77" * 32).model_copy(update={"release_id": "33" * 32})
    one = add(tmp_path, "a.ledger")
    add(tmp_path, "a.ledger.old", action=Action.WITHDRAWAL)
    add(tmp_path, "c.ledger", action=Action.NEW_SERIES, release=other)
    with writing(tmp_path) as log:
        log.check_newest(RELEASED, "a.ledger", one.hash)
    two = add(tmp_path, "b.ledger", action=Action.EDITION, release=second)
    with writing(tmp_path) as log:
        log.check_newest(second, "b.ledger", two.hash)
        with pytest.raises(UsageError, match=r"newer release of this series .*b\.ledger"):
            log.check_newest(RELEASED, "a.ledger", one.hash)
        with pytest.raises(ReleaseError, match="missing"):
            log.check_newest(second, "b.ledger", "00" * 32)


def test_who_approves_is_somebody_else_and_stands_in_the_log(tmp_path):
    assert approver(None, "mina") is None
    assert add(tmp_path, approved_by=approver(" Second Person ", "mina")).approved_by == "Second Person"
    assert verify(tmp_path)[0].approved_by == "Second Person"
    for name in ("mina", " MINA ", "\uff4dina"):
        with pytest.raises(UsageError, match="second person"):
            approver(name, "mina")
    for name in ("", " ", "a\nb", "a" * 101):
        with pytest.raises(UsageError, match="printable"):
            approver(name, "mina")
