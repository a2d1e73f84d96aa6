"""Writing a release with what belongs beside it: its ledger, and its line in the log."""

from __future__ import annotations

import csv
import getpass
import hashlib
import io
from collections.abc import Callable  # noqa: TC003 - dataclasses read the annotations when they run
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from errors import UsageError
from release import read_release
from steward.files import LEDGER, Content, write_whole
from steward.log import approver, writing

if TYPE_CHECKING:
    from pathlib import Path

    from steward.log import Action, Book, Entry


def second_person(name: str | None) -> str | None:
    """Return who approved besides the user of this machine, as the log names them.

    Raises
    ------
    UsageError
        If the name cannot be printed, or is the user's own.
    """
    if name is None:
        return None
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):
        raise UsageError("--approve needs to know who runs this command, and this system does not say.") from None
    return approver(name, user)


@dataclass(frozen=True, slots=True, repr=False)
class Twin:
    """The ledger that belongs to a release. Private.

    `digest`: of it, which must not depend on the line of the log. `pack`: from that line's hash to its bytes.
    `previous`: the ledger that it goes on from, as it was read; None for the first of a series. `checked`: the last
    line of the log when the folder was looked through for other ledgers, as `check_alone` returns it; None if it was
    not.
    """

    digest: str
    pack: Callable[[str], bytes]
    previous: Content | None = None
    checked: str | None = None

    def __repr__(self) -> str:
        """Say nothing of what it holds."""
        return "Twin(...)"


def write_logged(out: Path, release: bytes, action: Action, approved_by: str | None, twin: Twin | None = None) -> Entry:
    """Write a release, its ledger and their line in the log of the folder, or nothing.

    Parameters
    ----------
    out
        The zip; its ledger has the same name and the ending `.ledger`.
    release
        The bytes of the zip.
    action
        What the log says of it.
    approved_by
        As `second_person` returns it.
    twin
        Its ledger. If the one that it goes on from was changed meanwhile, nothing is written: whoever withdrew since
        then must not be forgotten; nor if the log was added to since the folder was looked through.

    Raises
    ------
    UsageError
        If a file cannot be written, or the ledger that this one goes on from, or the log, was changed meanwhile.
    ReleaseError
        If the log of the folder is altered.
    """
    with writing(out.parent) as log:
        if twin is not None and twin.previous is not None and _changed(twin.previous):
            raise UsageError(f"{twin.previous.path.name} was changed meanwhile: run this command again.")
        if twin is not None and twin.checked is not None and twin.checked != log.last:
            raise UsageError("The log of the folder was added to meanwhile: run this command again.")
        entry = entry_of(log, out.name, release, action, approved_by=approved_by, twin=twin)
        beside = out.with_suffix(LEDGER)
        private = [Content(beside, twin.pack(entry.hash), private=True)] if twin is not None else []
        log.write(entry, [Content(out, release), *private])
    return entry


def entry_of(  # noqa: PLR0913 - all that a line of the log tells
    book: Book, name: str, release: bytes, action: Action, *, approved_by: str | None, twin: Twin | None
) -> Entry:
    """Return the line of a log that tells of a release with this file name, and of its ledger."""
    files = {name: hashlib.sha256(release).hexdigest()}
    if twin is not None:
        files[PurePath(name).with_suffix(LEDGER).name] = twin.digest
    return book.entry(action, files, read_release(release).manifest, approved_by, datetime.now(tz=UTC))


def _changed(read: Content) -> bool:
    """Tell whether a file is no longer as it was read."""
    try:
        return read.path.read_bytes() != read.content
    except OSError:
        return True


def write_cases(out: Path, cases: tuple[str, ...]) -> Path:
    """Write the keys of cases that the steward has to see to, in a private file beside a release that was not written.

    It has the one column that `withdraw` reads.
    """
    path = out.with_suffix(".cases.csv")
    write_whole(path, list_cases(cases), private=True)
    return path


def list_cases(cases: tuple[str, ...]) -> bytes:
    """Return keys of cases as a CSV with the one column that `withdraw` reads. Private."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("case",), *((case,) for case in cases)])
    return text.getvalue().encode()
