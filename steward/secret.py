"""Where the steward's secret comes from: a file that is named, or the environment; never an option, never a default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from errors import UsageError
from protect import SHORTEST_BYTES, Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_FILE: Final = "ATLAS_SECRET_FILE"
IN_ENVIRONMENT: Final = "ATLAS_SECRET"


def read_secret(environment: Mapping[str, str] = os.environ) -> Secret:
    """Return the secret of ATLAS_SECRET_FILE, or else of ATLAS_SECRET.

    Raises
    ------
    UsageError
        If neither is set, the file cannot be read, or the secret has fewer than 32 bytes.
    """
    if named := environment.get(IN_FILE):
        try:
            return Secret(Path(named).read_bytes().strip())
        except OSError:
            raise UsageError(f"The file that {IN_FILE} names cannot be read; check its path and your rights.") from None
    if given := environment.get(IN_ENVIRONMENT):
        return Secret(given.encode())
    raise UsageError(
        f"There is no secret. Put at least {SHORTEST_BYTES} random bytes in a file that only you can read and name it "
        f"in {IN_FILE} (or set {IN_ENVIRONMENT}). Keep it: the next edition needs the same one."
    )
