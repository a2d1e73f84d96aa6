"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from errors import UsageError

_READABLE: Final = 0o644


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part.

    Raises
    ------
    UsageError
        If the folder does not exist or may not be written to.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".atlas-")
    except OSError:
        raise UsageError(f"The folder of {path.name} does not exist, or may not be written to.") from None
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_READABLE)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path.name} could not be written: the disk may be full, or the name is taken.") from None
