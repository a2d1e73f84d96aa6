"""Where a PNG or a zip keeps checksums of its own over the bytes that a receipt stands in.

A hash that is written into such a file changes these checksums, so the two have to be written together. Nothing that
is found here depends on what the checksums say. Sources: PNG, 3rd edition, section 5.3; PKWARE APPNOTE 6.3.10, 4.3.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PNG: Final = b"\x89PNG\r\n\x1a\n"
ZIP: Final = b"PK\x03\x04"
LENGTH: Final = 4
"""Bytes of a CRC-32."""

_END: Final = struct.Struct("<4s4x2xHII2x")
_END_SIGN: Final = b"PK\x05\x06"
_CENTRAL: Final = struct.Struct("<4s4xHH4xIII3H2x2x4xI")
_CENTRAL_SIGN: Final = b"PK\x01\x02"
_CENTRAL_CRC: Final = 16
_LOCAL: Final = struct.Struct("<4s22xHH")
_LOCAL_CRC: Final = 14
_BEHIND_SIGN: Final = b"PK\x07\x08"
_CRC_IS_BEHIND: Final = 0x8
_STORED: Final = 0


@dataclass(frozen=True, slots=True)
class Checksum:
    """The CRC-32 of the bytes from `start` to before `end`, and the places at which it is written."""

    start: int
    end: int
    places: tuple[int, ...]
    order: Literal["big", "little"]

    def of(self, content: bytes | bytearray) -> bytes:
        """Return the checksum as it is written, for the bytes as they are now."""
        return zlib.crc32(memoryview(content)[self.start : self.end]).to_bytes(LENGTH, self.order)

    def fits(self, content: bytes) -> bool:
        """Whether the checksum that stands there is that of the bytes."""
        own = self.of(content)
        return all(content[place : place + LENGTH] == own for place in self.places)


def checksums(content: bytes, marks: Sequence[int]) -> tuple[Checksum, ...]:
    """Return the checksums over bytes at which something is to be written; none in a file that keeps none.

    Parameters
    ----------
    content
        A whole file. One that is neither a PNG nor a zip has no checksums of its own.
    marks
        Positions in it, in ascending order.

    Raises
    ------
    ValueError, struct.error
        If it begins as a zip and cannot be read as one, or as none that anybody would write.
    """
    if content.startswith(PNG):
        found = _of_png(content)
    elif content.startswith(ZIP):
        found = _of_zip(content)
    else:
        return ()
    marked = [own for own in found if bisect_left(marks, own.start) < bisect_left(marks, own.end)]
    if sum(own.end - own.start for own in marked) > len(content):
        raise ValueError("no zip: its members lie on one another")
    return tuple(marked)


def _of_png(content: bytes) -> Iterator[Checksum]:
    """Go from chunk to chunk; what stands after the last whole one is left alone."""
    at = len(PNG)
    while at + 12 <= len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        if end + LENGTH <= len(content):
            yield Checksum(at + 4, end, (end,), "big")
        at = end + LENGTH


def _of_zip(content: bytes) -> Iterator[Checksum]:
    """Go through the central directory; a member that is packed holds nothing that can be written to."""
    _, many, _, at = _END.unpack_from(content, content.rindex(_END_SIGN))
    for _ in range(many):
        sign, flags, method, _, size, _, name, extra, comment, local = _CENTRAL.unpack_from(content, at)
        own, own_name, own_extra = _LOCAL.unpack_from(content, local)
        if (sign, own) != (_CENTRAL_SIGN, ZIP):
            raise ValueError("no zip: its directory does not lead to its members")
        start = local + _LOCAL.size + own_name + own_extra
        end = start + size
        if method == _STORED and end <= len(content):
            place = local + _LOCAL_CRC
            if flags & _CRC_IS_BEHIND:
                place = end + (len(_BEHIND_SIGN) if content.startswith(_BEHIND_SIGN, end) else 0)
            yield Checksum(start, end, (place, at + _CENTRAL_CRC), "little")
        at += _CENTRAL.size + name + extra + comment
