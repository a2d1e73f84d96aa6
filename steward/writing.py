"""Writing a release with what belongs beside it: its ledger, and its line in the log."""

from __future__ import annotations

import getpass
import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from errors import UsageError
from release import read_release
from steward.files import Content, write_together
from steward.log import approver, writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.log import Action, Entry


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


def write_logged(
    out: Path,
    release: bytes,
    action: Action,
    approved_by: str | None,
    ledger: tuple[str, Callable[[str], bytes]] | None = None,
) -> Entry:
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
    ledger
        Its digest, which must not depend on the line, and a function from the line's hash to the bytes of the ledger.

    Raises
    ------
    UsageError
        If a file cannot be written.
    ReleaseError
        If the log of the folder is altered.
    """
    beside = out.with_suffix(".ledger")
    files = {out.name: hashlib.sha256(release).hexdigest()}
    if ledger is not None:
        files[beside.name] = ledger[0]
    with writing(out.parent) as log:
        entry = log.entry(action, files, read_release(release).manifest.release_id, approved_by, datetime.now(tz=UTC))
        contents = [Content(out, release)]
        if ledger is not None:
            contents.append(Content(beside, ledger[1](entry.hash), private=True))
        write_together(contents)
        log.append(entry)
    return entry
