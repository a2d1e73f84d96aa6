"""The commands for what was released: what they say, and with which exit code."""

import getpass
import subprocess

import pytest

from release import Earlier, State, read_release, write_release
from steward.log import LOG, Action, verify
from steward.signing import KEY_FILE
from steward.writing import second_person, write_logged
from tests.made import manifest
from tests.release.releases import plates
from tests.steward.test_command_line import RELEASE


@pytest.fixture
def released(run, tmp_path):
    """Return the runner, and a folder with a release that a second person approved."""
    write_logged(
        tmp_path / "r.zip", write_release(manifest(), plates()), Action.RELEASE, second_person("Second Person")
    )
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


def test_a_release_is_verified_against_the_newest_one(run, tmp_path):
    first = write_release(manifest(as_of="2024-01"), plates())
    earlier = Earlier(release_id=read_release(first).manifest.release_id, as_of="2024-01", state=State.WITHDRAWN)
    (tmp_path / "first.zip").write_bytes(first)
    (tmp_path / "second.zip").write_bytes(write_release(manifest(history=[earlier]), plates()))
    assert "withdrawn: not checked (no newer release was given)" in run("verify", "first.zip")[1]
    code, said, _ = run("verify", "first.zip", "--release", "second.zip")
    assert code == 0
    assert said.startswith("genuine: first.zip")
    assert "superseded or withdrawn: withdrawn (so says release" in said
    (tmp_path / "second.zip").write_bytes(first + b"a")
    code, _, error = run("verify", "first.zip", "--release", "second.zip")
    assert code == 2
    assert "second.zip is itself altered" in error
    code, said, _ = run("verify", "second.zip", "--release", "first.zip")
    assert code == 3
    assert said.startswith("altered: second.zip")


def test_a_release_is_signed_where_there_is_a_key_and_the_key_is_in_no_file(run, tmp_path, monkeypatch):
    key = tmp_path / "keys" / "atlas.key"
    key.parent.mkdir()
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
    monkeypatch.setenv(KEY_FILE, str(key))
    run("sample", "--rows", "3000", "--rng", "7", "--out", "s.csv")
    assert run(*RELEASE, "--approve", "Second Person")[0] == 0
    assert "signed by key" in run("verify", "r.zip")[1]
    assert verify(tmp_path)[0].approved_by == "Second Person"
    secret = key.read_bytes().splitlines()[1]
    for path in tmp_path.glob("*.*"):
        assert secret not in path.read_bytes()
    monkeypatch.setenv(KEY_FILE, "none")
    (tmp_path / "r.zip").unlink()
    assert run(*RELEASE)[0] == 2
    assert not (tmp_path / "r.zip").exists()
