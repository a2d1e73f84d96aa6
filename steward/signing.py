"""The steward's key for signing releases: read from a file that is named, never written anywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from errors import UsageError
from release import Signer

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_FILE: Final = "ATLAS_SIGNING_KEY_FILE"


def read_signer(environment: Mapping[str, str] = os.environ) -> Signer | None:
    """Return what signs with the key that ATLAS_SIGNING_KEY_FILE names; None if it names none.

    Raises
    ------
    UsageError
        If the file cannot be read, or holds no ed25519 private key in PEM without a password.
    """
    named = environment.get(KEY_FILE)
    if not named:
        return None
    try:
        key = load_pem_private_key(Path(named).read_bytes(), password=None)
    except OSError:
        raise UsageError(f"The file that {KEY_FILE} names cannot be read; check its path and your rights.") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(
            f"The file that {KEY_FILE} names holds no ed25519 key without a password. Make one with: "
            "openssl genpkey -algorithm ed25519 -out atlas.key"
        )
    return Signer(key.public_key().public_bytes_raw().hex(), key.sign)
