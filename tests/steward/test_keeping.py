"""The commands for what was released: what they say, and with which exit code."""

import getpass

import pytest

from steward.log import LOG, verify
from tests.steward.test_command_line import RELEASE


@pytest.fixture
def released(run, tmp_path):
    """Return the runner, and a folder with a release that a second person approved."""
    run("sample", "--rows", "3000", "--rng", "7", "--out", "s.csv")
    assert run(*RELEASE, "--approve", "Second Person")[0] == 0
    return run, tmp_path


def test_a_release_stands_in_the_log_and_who_approved_it_there_alone(released):
    run, folder = released
    code, said, _ = run("log", ".")
    assert code == 0
    assert "release" in said
    assert "approved by Second Person" in said
    entry = verify(folder)[0]
    assert entry.files.keys() >= {"r.zip"}
    assert b"Second Person" not in (folder / "r.zip").read_bytes()
    assert run("log", ".", "--verify") == (0, "1 line, none changed, removed, added or moved.\n", "")


def test_a_changed_line_exits_with_3_and_is_named(released):
    run, folder = released
    text = (folder / LOG).read_text(encoding="utf-8")
    (folder / LOG).write_text(text.replace("Second", "Third"), encoding="utf-8")
    for words in (("log", "."), ("log", ".", "--verify"), RELEASE):
        code, _, error = run(*words)
        assert code == 3
        assert "line 1" in error


def test_a_second_person_is_not_the_user_and_then_nothing_is_written(released):
    run, folder = released
    (folder / "r.zip").unlink()
    code, _, error = run(*RELEASE, "--approve", getpass.getuser())
    assert code == 2
    assert "second person" in error
    assert not (folder / "r.zip").exists()


def test_a_log_is_asked_of_a_folder(run):
    code, _, error = run("log", "none")
    assert code == 2
    assert "no folder" in error
