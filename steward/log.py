"""The steward's log: one line for everything that left the private side, chained so that no line is changed unseen.

Each line holds the hash of the one before it, and each ledger the hash of the line that it was written with: a line
that is changed, removed, inserted or moved is told, and so is a removed last line. Whoever rewrites the log *and* every
ledger beside it is not told: keep a copy elsewhere. Kept of a release: what its files hash to. Not kept: anything of
the data, and no count of it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path  # noqa: TC003 - pydantic and dataclasses read the annotations when they run
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from errors import ReleaseError, UsageError
from steward.files import Content, write_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from release import Manifest

LOG: Final = "atlas.log"
LONGEST_NAME: Final = 100
_FIRST: Final = "0" * 64

_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Action(StrEnum):
    """What was done."""

    RELEASE = "release"
    EDITION = "edition"
    WITHDRAWAL = "withdrawal"
    NEW_SERIES = "new series"


class Entry(BaseModel):
    """One line of the log.

    `series`, `release_id`: of the release that was written, or from which someone withdrew.
    `files`: the sha256 of each file that was written, by its name; of a ledger, as `protect.ledger` seals it.
    `previous`: the hash of the line before it, zeros in the first; `hash`: the sha256 of the line with `hash` empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    number: int = Field(ge=1)
    at: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
    action: Annotated[Action, Field(strict=False)]
    files: dict[str, _Sha256]
    series: _Sha256
    release_id: _Sha256
    software: str
    approved_by: str | None
    previous: _Sha256
    hash: str = Field(pattern=r"^([0-9a-f]{64})?$")

    @property
    def line(self) -> str:
        """The entry as it stands in the log."""
        return self.model_dump_json()

    def sealed(self) -> Entry:
        """Return the entry with its own hash."""
        bare = self.model_copy(update={"hash": ""})
        return self.model_copy(update={"hash": hashlib.sha256(bare.line.encode()).hexdigest()})


@dataclass(frozen=True, slots=True)
class Book:
    """The lines of a log, each of which was checked."""

    entries: tuple[Entry, ...] = ()

    @property
    def last(self) -> str:
        """The hash of the last line; empty if there is none."""
        return self.entries[-1].hash if self.entries else ""

    def entry(
        self, action: Action, files: Mapping[str, str], release: Manifest, approved_by: str | None, at: datetime
    ) -> Entry:
        """Return the line that comes next, before the files that it tells of are written.

        Parameters
        ----------
        action
            What is done.
        files
            The sha256 of each file, by name.
        release
            The manifest of the release that is written, or from which someone withdraws.
        approved_by
            The second person, as `approver` returns it.
        at
            Now, in UTC.
        """
        return Entry(
            number=len(self.entries) + 1,
            at=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            action=action,
            files=dict(sorted(files.items())),
            series=release.series,
            release_id=release.release_id,
            software=version("red-zone-atlas"),
            approved_by=approved_by,
            previous=self.entries[-1].hash if self.entries else _FIRST,
            hash="",
        ).sealed()

    def check_newest(self, release: Manifest, ledger: str, line: str) -> None:
        """Refuse to go on from a release that is not the newest of its series, or from an old copy of its ledger.

        Parameters
        ----------
        release
            The manifest of the release.
        ledger, line
            The name of its ledger, and the hash of the line of the log that this was written with.

        Raises
        ------
        UsageError
            If the log tells of a newer release.
        ReleaseError
            If the log does not tell of the ledger, or of a newer state of it.
        """
        _check_heads(self.entries, [(ledger, line)])
        newest = [one for one in self.entries if one.series == release.series and one.action is not Action.WITHDRAWAL]
        if newest and newest[-1].release_id != release.release_id:
            raise UsageError(
                f"A newer release of this series was written at {newest[-1].at} ({', '.join(newest[-1].files)}): go on "
                "from that one."
            )

    def whole(self, entry: Entry) -> bytes:
        """Return the log as it stands in a file, with one line more."""
        return "".join(one.line + "\n" for one in (*self.entries, entry)).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLog(Book):
    """The log of a folder while nobody else can write to it."""

    folder: Path

    def write(self, entry: Entry, contents: Iterable[Content]) -> None:
        """Write files and the line that tells of them; all are on the disk before the first takes its name.

        Raises
        ------
        UsageError
            If one of them cannot be written.
        """
        write_together([*contents, Content(self.folder / LOG, self.whole(entry), private=True)])


@contextmanager
def writing(folder: Path) -> Iterator[OpenLog]:
    """Hold the log of a folder: compute the next line, then write the files and the line.

    Nobody else can write to this log meanwhile; who tries waits.

    Raises
    ------
    UsageError
        If the folder does not exist.
    ReleaseError
        If the log is altered: nothing is added to a broken chain.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        raise UsageError(f"The folder {folder.name} does not exist, or may not be opened.") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield OpenLog(verify(folder), folder=folder)
    finally:
        os.close(descriptor)


def verify(folder: Path, heads: Iterable[tuple[str, str]] = ()) -> tuple[Entry, ...]:
    """Read the log of a folder and check every line of it; a folder without a log has an empty one.

    Parameters
    ----------
    folder
        Where the releases are.
    heads
        The name of each ledger beside the log, with the hash of the line that it was written with.

    Raises
    ------
    UsageError
        If the log cannot be opened.
    ReleaseError
        Naming the first line that is not as it was written, or the ledger whose line is missing or not its newest.
    """
    path = folder / LOG
    try:
        content = path.read_bytes() if path.exists() else b""
    except OSError:
        raise UsageError(f"{LOG} cannot be opened; check your rights to it.") from None
    return read_log(content, heads)


def read_log(content: bytes, heads: Iterable[tuple[str, str]] = ()) -> tuple[Entry, ...]:
    """Check every line of a log, as `verify` does of the log of a folder.

    Raises
    ------
    ReleaseError
        Naming the first line that is not as it was written, or the ledger whose line is missing or not its newest.
    """
    lines = content.split(b"\n")
    found: list[Entry] = []
    for number, line in enumerate(lines[:-1], start=1):
        entry = _read(line, number)
        if (entry.number, entry.previous) != (number, found[-1].hash if found else _FIRST):
            before = f"line {number - 1}" if found else "the beginning"
            raise ReleaseError(
                f"The log is altered at line {number}: it does not follow {before}; a line was removed, added or moved."
            )
        found.append(entry)
    if lines[-1]:
        raise ReleaseError(f"The log is altered at line {len(lines)}: the line is not whole.")
    _check_heads(found, heads)
    return tuple(found)


def _check_heads(entries: Sequence[Entry], heads: Iterable[tuple[str, str]]) -> None:
    """Check that the log tells of each ledger, and of no newer state of it."""
    for name, head in heads:
        if head not in {entry.hash for entry in entries}:
            raise ReleaseError(
                f"The log is altered after line {len(entries)}, or rewritten: the line that {name} was written with is "
                "missing."
            )
        newest = [entry for entry in entries if name in entry.files][-1:]
        if any(entry.hash != head for entry in newest):
            raise ReleaseError(
                f"{name} is an old copy: line {newest[0].number} of the log tells of a newer one. Withdrawals may be "
                "missing from it; bring the newest one back."
            )


def _read(line: bytes, number: int) -> Entry:
    try:
        entry = Entry.model_validate_json(line)
    except ValidationError:
        raise ReleaseError(f"The log is altered at line {number}: it is no line of a log.") from None
    if entry.line.encode() != line or entry.sealed() != entry:
        raise ReleaseError(f"The log is altered at line {number}: its hash does not belong to it.")
    return entry


def approver(name: str | None, user: str) -> str | None:
    """Return the second person who approved, as the log names them; None if there is none.

    Raises
    ------
    UsageError
        If the name is no printable line, or is that of the user who runs the command: two people are needed.
    """
    if name is None:
        return None
    given = unicodedata.normalize("NFKC", name).strip()
    if not given or len(given) > LONGEST_NAME or not given.isprintable():
        raise UsageError(f"--approve must be one line of 1 to {LONGEST_NAME} printable characters.")
    if given.casefold() == unicodedata.normalize("NFKC", user).strip().casefold():
        raise UsageError("--approve names the user who runs this command: a second person has to approve.")
    return given
