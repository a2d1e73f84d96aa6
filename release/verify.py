"""Whether a file is the release that it says it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from errors import ReleaseError
from release.read import read_release

if TYPE_CHECKING:
    from pathlib import Path

    from release.manifest import Manifest


class Verdict(StrEnum):
    """What a check of a file found."""

    GENUINE = "genuine"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a file, the reason if it is altered, and the manifest if it is not."""

    verdict: Verdict
    reason: str
    manifest: Manifest | None

    @property
    def limits(self) -> tuple[str, ...]:
        """What this verdict does not say."""
        return (
            "unsigned: the check detects change, not forgery",
            "superseded or withdrawn: not checked (no newer release was given)",
        )


def verify(source: Path | bytes) -> Verification:
    """Check hashes, schema, keys and figures of a release; a file that was saved again is altered.

    Raises
    ------
    UsageError
        If the file cannot be opened or is no release at all.
    """
    try:
        release = read_release(source)
    except ReleaseError as error:
        return Verification(Verdict.ALTERED, str(error), None)
    return Verification(Verdict.GENUINE, "", release.manifest)
