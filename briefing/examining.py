"""Whether a file is what left the atlas: an export by its receipt, a release by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.receipt import read_seal
from errors import ReleaseError, UsageError
from release import UNSIGNED, Standing, Verdict, is_release, standing_of, verify

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.receipt import Receipt
    from release import Verification


@dataclass(frozen=True, slots=True)
class Examination:
    """The verdict on an export, the reason if it is altered, and the receipt if it is not.

    `standing` is that of the release that the export was made from, held against the newest one that was given, and
    `because` says what that rests on. Nothing that an altered file says of itself is passed on.
    """

    verdict: Verdict
    reason: str
    receipt: Receipt | None
    standing: Standing
    because: str

    @property
    def limits(self) -> tuple[str, ...]:
        """What this verdict does and does not say: a receipt can be written anew by whoever changes a file."""
        if self.verdict is Verdict.ALTERED:
            return (UNSIGNED,)
        return (UNSIGNED, f"superseded or withdrawn: {self.standing.value} ({self.because})")


def examine(source: Path | bytes, newest: Path | bytes | None = None) -> Examination:
    """Check the receipt of an export over every byte of it; a file that was saved again is altered.

    Parameters
    ----------
    source
        The file in question.
    newest
        The newest release of the same series that is known: without it nobody can tell whether the one that the export
        was made from still stands.

    Raises
    ------
    UsageError
        If a file cannot be opened, if it holds no trace of a receipt, or if `newest` is no release, or altered.
    """
    try:
        receipt = read_seal(_content(source))
    except ReleaseError as error:
        return Examination(Verdict.ALTERED, str(error), None, Standing.NOT_CHECKED, "the file is altered")
    if receipt is None:
        raise UsageError(
            "This file is no release and no export of the atlas: it holds no trace of a receipt. Or so much of it was "
            "changed that nobody can tell."
        )
    standing, because = standing_of(receipt.release_id, newest)
    return Examination(Verdict.GENUINE, "", receipt, standing, because)


def check_file(source: Path | bytes, newest: Path | bytes | None = None) -> Examination | Verification:
    """Check a file of which it is not known whether it is a release or an export.

    A zip that holds a manifest is a release; all else is an export, or nothing of ours. The parameters are those of
    `examine`.

    Raises
    ------
    UsageError
        If a file cannot be opened, if it is neither, or if `newest` is no release, or altered.
    """
    content = _content(source)
    return verify(content, newest) if is_release(content) else examine(content, newest)


def _content(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError:
        raise UsageError(f"The file {source.name} cannot be opened; check its path and your rights to it.") from None
