"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

LEDGER: Final = ".ledger"
"""Ending of the private file beside a release."""

_READABLE: Final = 0o644
_PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True, repr=False)
class Content:
    """What a file is to hold, and whether only its owner may read it."""

    path: Path
    content: bytes
    private: bool = False

    def __repr__(self) -> str:
        """Say which file, and nothing of what is in it."""
        return f"Content({self.path.name})"


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file so that a reader sees the old content or the new, never a part.

    Raises
    ------
    UsageError
        If the folder does not exist or may not be written to.
    """
    write_together([Content(path, content, private)])


def write_together(contents: Iterable[Content]) -> None:
    """Write files that belong together: all of them are on the disk before the first takes its name.

    Raises
    ------
    UsageError
        If a folder does not exist or may not be written to.
    """
    with ExitStack() as undone:
        parts = []
        for one in contents:
            part = _part(one)
            undone.callback(part.unlink, missing_ok=True)
            parts.append((one, part))
        for one, part in parts:
            try:
                part.replace(one.path)
            except OSError:
                raise _unwritten(one.path) from None


def _part(one: Content) -> Path:
    """Write a content under a name of its own, beside the one that it will take."""
    try:
        descriptor, name = tempfile.mkstemp(dir=one.path.parent, prefix=".atlas-")
    except OSError:
        raise UsageError(f"The folder of {one.path.name} does not exist, or may not be written to.") from None
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(one.content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_PRIVATE if one.private else _READABLE)
    except OSError:
        part.unlink(missing_ok=True)
        raise _unwritten(one.path) from None
    return part


def _unwritten(path: Path) -> UsageError:
    return UsageError(f"{path.name} could not be written: the disk may be full, or the name is taken.")
