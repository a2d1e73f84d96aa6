"""Whether a file is the release that it says it is, and whether a newer one has taken its place."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from errors import UNPACKING, ReleaseError, UsageError
from release.archive import MANIFEST
from release.read import read_release
from release.signature import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from release.manifest import Manifest

UNSIGNED: Final = "unsigned: the check detects change, not forgery"
"""What a check cannot say of a file that no key has signed: whoever changes it can make it whole again."""


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
        signed = f"signed by key {self.signed_by}: detects forgery if you know this key" if self.signed_by else UNSIGNED
        if self.verdict is Verdict.ALTERED:
            return ("unsigned or not: an altered file says nothing of who made it",)
        return (signed, f"superseded or withdrawn: {self.standing.value} ({self.because})")


def is_release(content: bytes) -> bool:
    """Whether a file is meant to be a release, altered or not: a zip with a manifest."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return MANIFEST in archive.namelist()
    except UNPACKING:
        return False


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
    standing, because = _stands(release.manifest.release_id, newest, partial(_cannot_tell, release.manifest))
    return Verification(Verdict.GENUINE, "", release.manifest, standing, because)


def standing_of(release_id: str, newest: Path | bytes | None) -> tuple[Standing, str]:
    """Say what the newest release says of another one, of which nothing but the id is known; and why it says so.

    Parameters
    ----------
    release_id
        Of the release in question, as an export of it tells.
    newest
        The newest release of the series that is known, or None.

    Raises
    ------
    UsageError
        If `newest` cannot be opened, is no release, or is altered.
    """
    return _stands(release_id, newest, partial(_does_not_name, release_id))


def _stands(
    release_id: str, newest: Path | bytes | None, cannot_tell: Callable[[Manifest], str | None]
) -> tuple[Standing, str]:
    """Say what the newest release says of one, and why; `cannot_tell`: why it has nothing to say, None if it has."""
    if newest is None:
        return Standing.NOT_CHECKED, "no newer release was given"
    try:
        other = read_release(newest).manifest
    except ReleaseError:
        name = newest.name if isinstance(newest, Path) else "that was given"
        raise UsageError(f"The newest release {name} is itself altered: get a genuine copy of it.") from None
    if (reason := cannot_tell(other)) is not None:
        return Standing.NOT_CHECKED, reason
    if other.release_id == release_id:
        return Standing.CURRENT, "it is the newest release that was given"
    told = {earlier.release_id: Standing(earlier.state.value) for earlier in other.history}
    return told[release_id], f"so says release {other.short_id} of {other.as_of}"


def _cannot_tell(manifest: Manifest, other: Manifest) -> str | None:
    """Say why one release cannot tell whether another still stands; None if it can."""
    if other.series != manifest.series:
        return "the release that was given is of another series"
    if manifest.public_key and other.public_key != manifest.public_key:
        return "the release that was given is not signed by the same key"
    if any(earlier.release_id == other.release_id for earlier in manifest.history):
        return "the release that was given is older than this one"
    if _does_not_name(manifest.release_id, other) is not None:
        return "neither of the two releases names the other"
    return None


def _does_not_name(release_id: str, other: Manifest) -> str | None:
    """Say that a release neither has an id nor names it as an earlier one; None if it does."""
    if release_id in {other.release_id, *(earlier.release_id for earlier in other.history)}:
        return None
    return "the release that was given does not name this one: it is older, or of another series"
