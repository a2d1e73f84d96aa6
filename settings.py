"""What a deployment decides: frozen, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

RELEASE: Final = "ATLAS_RELEASE"
"""Path of the release to show; without it the app shows the synthetic release that comes with it."""

STEWARD: Final = "ATLAS_STEWARD"
"""`1` adds the steward's page; anything else but `0` or nothing is refused, so that a slip never opens it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running app."""

    release: Path | None = None
    steward: bool = False


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings from an environment.

    Raises
    ------
    UsageError
        If a variable is set to something that cannot be meant.

    Examples
    --------
    >>> read_settings({"ATLAS_STEWARD": "1"})
    Settings(release=None, steward=True)
    """
    steward = environment.get(STEWARD, "").strip()
    if steward not in {"", "0", "1"}:
        raise UsageError(f"{STEWARD} must be 1 or 0; leave it out to have no steward's page.")
    release = environment.get(RELEASE, "").strip()
    return Settings(release=Path(release) if release else None, steward=steward == "1")


@cache
def settings() -> Settings:
    """Return the settings of this process, as they were when first asked for."""
    return read_settings(os.environ)
