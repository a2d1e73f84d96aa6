"""Who released it: an ed25519 signature over all that a manifest says, and how a key is told from another.

A signature shows that the holder of a key made the release. Whose key it is must be learned elsewhere.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS: Final = 16


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """What a release is signed with: the raw public key in hexadecimal, and what signs; never the private key."""

    public_key: str
    sign: Callable[[bytes], bytes]

    def __repr__(self) -> str:
        """Say whose key it is, and nothing of the key itself."""
        return f"Signer({fingerprint(self.public_key)})"


def fingerprint(public_key: str) -> str:
    """Return the first 16 digits of the sha256 of a raw public key that is given in hexadecimal."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:_DIGITS]


def check_signature(public_key: str | None, signature: str | None, signed: bytes) -> None:
    """Check the signature of a release that has one.

    Raises
    ------
    ReleaseError
        If it does not fit, or if there is a key without a signature or a signature without a key.
    """
    if public_key is None and signature is None:
        return
    if public_key is None or signature is None:
        raise ReleaseError("The release is altered: its signature or its key was taken away.")
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError):
        raise ReleaseError("The release is altered: its signature does not belong to it.") from None
