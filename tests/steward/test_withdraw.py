"""The command `withdraw`: nothing public changes, the ledger and the log do, and what is left to do is said."""

import stat
from dataclasses import replace

import pytest

from errors import UsageError
from protect import Secret, read_ledger
from protect.freezing import sum_plates
from protect.ledger import Made
from release import read_release, write_release
from steward.files import Content
from steward.log import LOG, Action, verify
from steward.writing import Twin, write_cases, write_logged
from tests.made import manifest
from tests.protect.people import conditions, incidents
from tests.protect.series import step
from tests.steward.conftest import SECRET

KEY = Secret(SECRET.encode())
ROWS = incidents(280, 3)
CASES = ROWS["case"].unique().sort().to_list()
LEDGER = step(ROWS, replace(conditions(), secret=KEY)).ledger


def write(folder, name="r", previous=None):
    """Write a release of invented people with its ledger and its line, as `release` does."""
    release = write_release(manifest(series=LEDGER.head.series, title=name), sum_plates(LEDGER))
    made = [Made(release_id=read_release(release).manifest.release_id, as_of="2026-11")]
    ledger = replace(LEDGER, head=LEDGER.head.model_copy(update={"releases": made}))
    twin = Twin(ledger.digest(KEY), lambda line: ledger.pack(KEY, line), previous)
    write_logged(folder / f"{name}.zip", release, Action.RELEASE, None, twin)


@pytest.fixture
def released(run, tmp_path):
    """Return the runner, and a folder with a release, its ledger, and the cases of two people."""
    write(tmp_path)
    (tmp_path / "c.csv").write_text(f"case\n{CASES[0]}\n{CASES[1]}\n", encoding="utf-8")
    return run, tmp_path


WITHDRAW = ("withdraw", "r.zip", "--cases", "c.csv")


def test_people_leave_the_ledger_and_the_release_does_not_change_by_a_byte(released):
    run, folder = released
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, said, _ = run(*WITHDRAW, "--approve", "Second Person")
    assert code == 0
    assert "2 cases: 2 were in the ledger and left it" in said
    assert "Delete the rows" in said
    assert CASES[0] not in said
    assert (folder / "r.zip").read_bytes() == before["r.zip"]
    assert len(read_ledger((folder / "r.ledger").read_bytes(), KEY).head.tombstones) == 2
    assert stat.S_IMODE((folder / "r.ledger").stat().st_mode) == 0o600
    entry = verify(folder)[-1]
    assert (entry.action, entry.approved_by, list(entry.files)) == (Action.WITHDRAWAL, "Second Person", ["r.ledger"])
    assert CASES[0].encode() not in (folder / LOG).read_bytes()
    assert run("log", ".", "--verify")[0] == 0


def test_repeating_it_changes_nothing_and_says_so(released):
    run, folder = released
    run(*WITHDRAW)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, said, _ = run(*WITHDRAW)
    assert code == 0
    assert "2 had before" in said
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_figures_that_have_become_untrue_are_said(released):
    run, folder = released
    (folder / "c.csv").write_text("case\n" + "\n".join(CASES[:150]), encoding="utf-8")
    assert "no longer true" in run(*WITHDRAW)[1]


def test_a_removed_last_line_of_the_log_is_found_by_the_ledger(released):
    run, folder = released
    run(*WITHDRAW)
    lines = (folder / LOG).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / LOG).write_text("".join(lines[:-1]), encoding="utf-8")
    for words in (("log", ".", "--verify"), WITHDRAW):
        code, _, error = run(*words)
        assert code == 3
        assert "r.ledger" in error
    assert run("log", ".")[0] == 0


def test_an_old_ledger_that_forgets_a_withdrawal_is_found(released):
    run, folder = released
    old = (folder / "r.ledger").read_bytes()
    run(*WITHDRAW)
    (folder / "r.ledger").write_bytes(old)
    for words in (("log", ".", "--verify"), WITHDRAW):
        code, _, error = run(*words)
        assert code == 3
        assert "old copy" in error


def test_nobody_withdraws_from_a_release_that_is_not_the_newest(released):
    run, folder = released
    write(folder, "newer")
    code, _, error = run(*WITHDRAW)
    assert code == 2
    assert "newer.zip" in error


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda folder: (folder / "r.ledger").unlink(), "r.ledger cannot be opened"),
        (lambda folder: (folder / "r.ledger").write_bytes(b"a"), "damaged"),
        (lambda folder: (folder / "c.csv").write_text("name\na\n"), "header"),
        (lambda folder: (folder / "c.csv").write_text("case\n"), "no case"),
        (lambda folder: (folder / "r.zip").unlink(), "cannot be opened"),
        (
            lambda folder: (folder / "r.zip").write_bytes(write_release(manifest(), sum_plates(LEDGER))),
            "not the ledger",
        ),
    ],
)
def test_bad_use_is_one_sentence_and_exit_2_and_nothing_is_written(released, spoil, sentence):
    run, folder = released
    spoil(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, _, error = run(*WITHDRAW)
    assert code == 2, error
    assert sentence in error
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_another_secret_is_refused(released, monkeypatch):
    run, _ = released
    monkeypatch.setenv("ATLAS_SECRET", "another secret of at least 32 bytes")
    code, _, error = run(*WITHDRAW)
    assert code == 2
    assert "not the one" in error


def test_a_damaged_ledger_is_named_by_the_check_of_the_log(released):
    run, folder = released
    (folder / "r.ledger").write_bytes(b"a")
    code, _, error = run("log", ".", "--verify")
    assert code == 2
    assert "r.ledger is damaged" in error


def test_an_edition_does_not_forget_who_withdrew_while_it_was_made(released):
    run, folder = released
    read = Content(folder / "r.ledger", (folder / "r.ledger").read_bytes(), private=True)
    run(*WITHDRAW)
    with pytest.raises(UsageError, match="changed meanwhile"):
        write(folder, "next", previous=read)
    (folder / "r.ledger").unlink()
    with pytest.raises(UsageError, match="changed meanwhile"):
        write(folder, "next", previous=read)
    assert not (folder / "next.zip").exists()


def test_cases_that_the_steward_has_to_see_to_stand_in_a_private_file_that_withdraw_reads(released):
    run, folder = released
    path = write_cases(folder / "next.zip", (CASES[0], 'a "quoted", key'))
    assert path.name == "next.cases.csv"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "2 cases: 1 were in the ledger" in run("withdraw", "r.zip", "--cases", path.name, "--not-yet-in")[1]


def test_a_case_that_is_not_in_the_ledger_stops_the_whole_withdrawal_unless_it_is_said_to_come(released):
    run, folder = released
    (folder / "c.csv").write_text(f"case\n{CASES[0]}\nnobody-of-ours\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, said, error = run(*WITHDRAW)
    assert code == 2
    assert "1 of 2 cases are not in the ledger: line 3 of the file of cases" in error
    assert "nobody-of-ours" not in said + error
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    code, said, _ = run(*WITHDRAW, "--not-yet-in")
    assert code == 0
    assert "1 were in the ledger" in said
    assert "1 were not in it" in said
    assert len(read_ledger((folder / "r.ledger").read_bytes(), KEY).head.tombstones) == 2
    assert run(*WITHDRAW)[0] == 0
