"""Whether a file is the release that it says it is, and whether a newer one has taken its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from errors import ReleaseError, UsageError
from release.read import read_release
from release.signature import fingerprint

if TYPE_CHECKING:
    from release.manifest import Manifest


class Verdict(StrEnum):
    """What a check of a file found."""

    GENUINE = "genuine"
    ALTERED = "altered"


class Standing(StrEnum):
    """What a newer release of the same series says of a genuine one."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a file, the reason if it is altered, and the manifest if it is not.

    `standing` is held against the newest release that was given, and `because` says what that rests on.
    """

    verdict: Verdict
    reason: str
    manifest: Manifest | None
    standing: Standing
    because: str

    @property
    def signed_by(self) -> str | None:
        """The fingerprint of the key that signed the file, if one did."""
        key = self.manifest.public_key if self.manifest else None
        return fingerprint(key) if key else None

    @property
    def limits(self) -> tuple[str, ...]:
        """What this verdict does and does not say."""
        signed = (
            f"signed by key {self.signed_by}: detects forgery if you know this key"
            if self.signed_by
            else "unsigned: the check detects change, not forgery"
        )
        if self.verdict is Verdict.ALTERED:
            return ("unsigned or not: an altered file says nothing of who made it",)
        return (signed, f"superseded or withdrawn: {self.standing.value} ({self.because})")


def verify(source: Path | bytes, newest: Path | bytes | None = None) -> Verification:
    """Check hashes, signature, schema, keys and figures of a release; a file that was saved again is altered.

    Parameters
    ----------
    source
        The file in question.
    newest
        The newest release of the same series that is known: without it nobody can tell whether a release still stands.

    Raises
    ------
    UsageError
        If a file cannot be opened or is no release at all, or if `newest` is altered.
    """
    try:
        release = read_release(source)
    except ReleaseError as error:
        return Verification(Verdict.ALTERED, str(error), None, Standing.NOT_CHECKED, "the file is altered")
    standing, because = _stands(release.manifest, newest)
    return Verification(Verdict.GENUINE, "", release.manifest, standing, because)


def _stands(manifest: Manifest, newest: Path | bytes | None) -> tuple[Standing, str]:
    """Say what the newest release says of one, and why."""
    if newest is None:
        return Standing.NOT_CHECKED, "no newer release was given"
    try:
        other = read_release(newest).manifest
    except ReleaseError:
        name = newest.name if isinstance(newest, Path) else "that was given"
        raise UsageError(f"The newest release {name} is itself altered: get a genuine copy of it.") from None
    if (reason := _cannot_tell(manifest, other)) is not None:
        return Standing.NOT_CHECKED, reason
    if other.release_id == manifest.release_id:
        return Standing.CURRENT, "it is the newest release that was given"
    told = {earlier.release_id: Standing(earlier.state.value) for earlier in other.history}
    return told[manifest.release_id], f"so says release {other.short_id} of {other.as_of}"


def _cannot_tell(manifest: Manifest, other: Manifest) -> str | None:
    """Say why one release cannot tell whether another still stands; None if it can."""
    if other.series != manifest.series:
        return "the release that was given is of another series"
    if manifest.public_key and other.public_key != manifest.public_key:
        return "the release that was given is not signed by the same key"
    if any(earlier.release_id == other.release_id for earlier in manifest.history):
        return "the release that was given is older than this one"
    if manifest.release_id not in {other.release_id, *(earlier.release_id for earlier in other.history)}:
        return "neither of the two releases names the other"
    return None
