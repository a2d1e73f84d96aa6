"""The command that verifies, given an export: what it says, and with which exit code."""

from __future__ import annotations

import pytest

from briefing import Receipt, seal
from release import Earlier, State, read_release, write_release
from terms import Language
from tests.briefing.containers import SEALED, VIEW
from tests.made import manifest
from tests.release.releases import plates

FIRST = write_release(manifest(as_of="2024-01"), plates())
FIRST_ID = read_release(FIRST).manifest.release_id


@pytest.mark.parametrize("container", SEALED)
def test_a_genuine_export_says_its_kind_release_language_and_view_and_the_limit(run, tmp_path, container):
    (tmp_path / "export").write_bytes(SEALED[container])
    code, said, _ = run("verify", "export")
    assert code == 0
    kind = "pptx" if container == "streamed" else container
    assert said.splitlines() == [
        "genuine: export",
        f"export {kind} of release {'5e' * 32}, in ko",
        f"view {VIEW}",
        "unsigned: the check detects change, not forgery",
        "superseded or withdrawn: not checked (no newer release was given)",
    ]


def test_an_altered_export_exits_with_3_and_says_nothing_that_the_file_says(run, tmp_path):
    (tmp_path / "t.csv").write_bytes(SEALED["csv"].replace(b",25,", b",26,"))
    code, said, _ = run("verify", "t.csv")
    assert code == 3
    assert said.splitlines() == [
        "altered: t.csv",
        "The export is altered: what stands in it is not what was sealed.",
        "unsigned: the check detects change, not forgery",
    ]


def test_an_export_is_held_against_the_newest_release(run, tmp_path):
    views = f"deck=press {VIEW} plate=where"
    (tmp_path / "d.pdf").write_bytes(seal(Receipt(FIRST_ID, views, Language.EN, "pdf").token.encode()))
    earlier = Earlier(release_id=FIRST_ID, as_of="2024-01", state=State.SUPERSEDED)
    (tmp_path / "newest.zip").write_bytes(write_release(manifest(history=[earlier]), plates()))
    code, said, _ = run("verify", "d.pdf", "--release", "newest.zip")
    assert code == 0
    assert [line for line in said.splitlines() if line.startswith("view ")] == [f"view {own}" for own in views.split()]
    assert "superseded or withdrawn: superseded (so says release" in said
    (tmp_path / "newest.zip").write_bytes(FIRST + b"a")
    code, _, error = run("verify", "d.pdf", "--release", "newest.zip")
    assert code == 2
    assert "newest.zip is itself altered" in error


def test_a_release_is_still_told_by_its_manifest(run, tmp_path):
    (tmp_path / "r.zip").write_bytes(FIRST)
    assert run("verify", "r.zip")[1].splitlines()[1] == f"release {FIRST_ID}, as of 2024-01, not audited"


@pytest.mark.parametrize("content", [b"", b"case,lat\r\nK1,42\r\n", SEALED["png"][:40]])
def test_a_file_that_is_not_ours_exits_with_2_and_is_not_quoted(run, tmp_path, content):
    (tmp_path / "x.csv").write_bytes(content)
    code, said, error = run("verify", "x.csv")
    assert (code, said) == (2, "")
    assert "no release and no export" in error
    assert "K1" not in error
    assert run("verify", "gone.csv")[0] == 2
