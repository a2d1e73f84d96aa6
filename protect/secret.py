"""The steward's secret: what is decided by chance is decided by it, so that nobody can replay the decision."""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from errors import UsageError

SHORTEST_BYTES: Final = 32
_BITS: Final = 64


class Secret:
    """A key for HMAC-SHA256, at least 32 bytes long; it is never shown, written or compared with anything."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) < SHORTEST_BYTES:
            raise UsageError(f"The secret is too short: it needs at least {SHORTEST_BYTES} bytes.")
        self._key = key

    def __repr__(self) -> str:
        """Say nothing of the key."""
        return "Secret(...)"

    def digest(self, purpose: str, *parts: str) -> bytes:
        """Return the HMAC of some words for one purpose; the parts are told apart, whatever they hold."""
        message = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in (purpose, *parts))
        return hmac.new(self._key, message, hashlib.sha256).digest()

    def chance(self, purpose: str, *parts: str) -> float:
        """Return a number in [0, 1) that is the same for the same words and cannot be guessed without the key."""
        drawn = int.from_bytes(self.digest(purpose, *parts)[: _BITS // 8], "big")
        return float(drawn / 2**_BITS)
