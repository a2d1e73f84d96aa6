"""What a deployment decides: frozen, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RELEASE: Final = "ATLAS_RELEASE"
"""Path of the release to show; without it the app shows the synthetic release that comes with it."""


STEWARD: Final = "ATLAS_STEWARD"
"""Set to 1, and to nothing else, it opens the steward's page, which reads uploads of incidents in memory."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running app."""

    release: Path | None = None
    steward: bool = False


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings from an environment.

    Examples
    --------
    >>> read_settings({"ATLAS_RELEASE": ""})
    Settings(release=None, steward=False)
    """
    release = environment.get(RELEASE, "").strip()
    return Settings(release=Path(release) if release else None, steward=environment.get(STEWARD) == "1")


@cache
def settings() -> Settings:
    """Return the settings of this process, as they were when first asked for."""
    return read_settings(os.environ)
