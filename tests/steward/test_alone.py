"""A folder that tells of the people of a table already: the release has to go on from what it tells of."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from errors import UsageError
from protect import Secret, withdraw
from release import read_release, write_release
from steward.alone import check_alone
from steward.files import Content
from steward.log import LOG, Action, verify, writing
from steward.writing import Twin, write_logged
from tests.made import manifest
from tests.protect.people import conditions, incidents
from tests.protect.series import step
from tests.release.releases import plates
from tests.steward.conftest import SECRET
from tests.steward.test_command_line import RELEASE

KEY = Secret(SECRET.encode())
ROWS = incidents(280, 3)
CASES = ROWS["case"].unique().sort().to_list()
LEDGER = step(ROWS, replace(conditions(), secret=KEY)).ledger
AT = datetime(2026, 11, 24, tzinfo=UTC)
OTHERS = ["other-1", "other-2"]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a release of invented people and its ledger."""
    write(tmp_path / "r.zip")
    return tmp_path


def write(out, ledger=LEDGER, secret=KEY, checked=None):
    told = write_release(manifest(series=ledger.head.series), plates())
    made = ledger.released(read_release(told).manifest.release_id, "2026-11")
    twin = Twin(made.digest(secret), lambda line: made.pack(secret, line), None, checked)
    write_logged(out, told, Action.RELEASE, None, twin)


def test_one_shared_person_is_enough_and_the_way_out_is_named(folder):
    for cases in (CASES, [*OTHERS, CASES[7]]):
        with pytest.raises(UsageError, match=r"r\.ledger already.*--previous r\.zip.*--new-series") as told:
            check_alone(folder / "next.zip", cases, KEY, None)
        assert CASES[7] not in str(told.value)


def test_people_who_withdrew_or_stand_in_an_earlier_series_are_shared_too(folder):
    gone = withdraw(LEDGER, CASES[:1], KEY).ledger
    empty = replace(
        LEDGER, entries=LEDGER.entries.clear(), placed=LEDGER.placed.clear(), counted=LEDGER.counted.clear()
    )
    for ledger in (replace(empty, head=gone.head), replace(empty, earlier=(LEDGER,))):
        (folder / "r.ledger").write_bytes(ledger.pack(KEY))
        with pytest.raises(UsageError, match="--previous"):
            check_alone(folder / "next.zip", CASES[:1], KEY, None)


def test_other_people_are_free_and_so_is_what_goes_on_from_it(folder):
    last = verify(folder)[-1].hash
    assert check_alone(folder / "next.zip", OTHERS, KEY, None) == last
    assert check_alone(folder / "next.zip", CASES, KEY, LEDGER) == last
    assert check_alone(folder / "next.zip", CASES, KEY, replace(LEDGER, head=new_series(), earlier=(LEDGER,))) == last
    with pytest.raises(UsageError, match="--previous"):
        check_alone(folder / "next.zip", CASES, KEY, replace(LEDGER, head=new_series()))
    empty = folder / "empty"
    empty.mkdir()
    assert check_alone(empty / "next.zip", CASES, KEY, None) == ""


def new_series():
    return LEDGER.head.model_copy(update={"series": "7e" * 32})


def test_no_ledger_is_overwritten_by_a_release_of_others_whatever_its_secret(folder):
    with pytest.raises(UsageError, match="another name"):
        check_alone(folder / "r.zip", OTHERS, KEY, None)
    stranger = Secret(b"another secret of at least 32 bytes")
    assert check_alone(folder / "next.zip", CASES, stranger, None)
    with pytest.raises(UsageError, match="another name"):
        check_alone(folder / "r.zip", CASES, stranger, None)


def test_a_ledger_that_the_log_tells_of_must_be_there_and_whole(folder):
    (folder / "r.ledger").write_bytes(b"a")
    with pytest.raises(UsageError, match=r"r\.ledger is damaged"):
        check_alone(folder / "next.zip", OTHERS, KEY, None)
    (folder / "r.ledger").unlink()
    with pytest.raises(UsageError, match=r"Line 1 of the log tells of r\.ledger, which is not there"):
        check_alone(folder / "next.zip", OTHERS, KEY, None)
    assert check_alone(folder / "next.zip", CASES, KEY, LEDGER)


def test_nothing_is_written_if_the_folder_has_changed_since_it_was_looked_through(folder):
    checked = check_alone(folder / "next.zip", OTHERS, KEY, None)
    with writing(folder) as book:
        told = read_release(folder / "r.zip").manifest
        entry = book.entry(Action.WITHDRAWAL, {}, told, None, AT)
        book.write(entry, [Content(folder / "a", b"")])
    with pytest.raises(UsageError, match="meanwhile"):
        write(folder / "next.zip", replace(LEDGER, head=new_series()), checked=checked)
    assert not (folder / "next.zip").exists()
    write(folder / "next.zip", replace(LEDGER, head=new_series()), checked=verify(folder)[-1].hash)


def test_the_same_data_again_is_refused_without_previous_and_nothing_is_written(run, tmp_path):
    run("sample", "--rows", "3000", "--rng", "7", "--out", "s.csv")
    assert run(*RELEASE)[0] == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for out in ("r.zip", "other.zip"):
        code, _, error = run(*RELEASE, "--out", out)
        assert code == 2
        assert "--previous r.zip" in error
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert LOG in before
