"""Files that were handed in to a page: a name and bytes, never a path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Upload:
    """A file that was handed in: its name and its bytes, which never touch a disk. Private."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        """Say how large it is; its name may name a person."""
        return f"Upload({len(self.content)} bytes)"

    def read_bytes(self) -> bytes:
        """Return what is in it, as the path of a file would."""
        return self.content
