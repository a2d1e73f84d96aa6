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
"""Set to 1, and to nothing else, it opens the steward's page, which reads uploads of incidents in memory."""

IDLE_MINUTES: Final = "ATLAS_IDLE_MINUTES"
"""Minutes without use after which a session is dropped; without it, only sessions that may hold incidents are."""

_PRIVATE_MINUTES: Final = 30.0
_MOST_MINUTES: Final = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running app."""

    release: Path | None = None
    steward: bool = False
    idle_minutes: float | None = None

    def idle_after(self, *, private: bool) -> float | None:
        """Return the minutes without use after which a session is dropped; None: never.

        Examples
        --------
        >>> Settings().idle_after(private=True), Settings().idle_after(private=False)
        (30.0, None)
        >>> Settings(idle_minutes=5).idle_after(private=False)
        5
        """
        return self.idle_minutes or (_PRIVATE_MINUTES if private else None)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings from an environment.

    Examples
    --------
    >>> read_settings({"ATLAS_RELEASE": ""})
    Settings(release=None, steward=False, idle_minutes=None)

    Raises
    ------
    UsageError
        If the minutes are no number above 0, or more than a week: a slip of the pen must not switch the time-out off.
    """
    release = environment.get(RELEASE, "").strip()
    return Settings(
        release=Path(release) if release else None,
        steward=environment.get(STEWARD) == "1",
        idle_minutes=_minutes(environment.get(IDLE_MINUTES, "").strip()),
    )


def _minutes(text: str) -> float | None:
    if not text:
        return None
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= _MOST_MINUTES:
        raise UsageError(
            f"{IDLE_MINUTES} is not a number of minutes above 0, a week at most; write for example {IDLE_MINUTES}=30."
        )
    return minutes


@cache
def settings() -> Settings:
    """Return the settings of this process, as they were when first asked for."""
    return read_settings(os.environ)
