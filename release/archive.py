"""The zip of a release: the same members give the same bytes, and nothing unexpected is ever unpacked."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from errors import ReleaseError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANIFEST: Final = "manifest.json"
_MOST_MEMBERS: Final = 64
_MOST_BYTES: Final = 256 * 1024 * 1024

_VERSION: Final = 20
_UNIX: Final = 3
_FIRST_DAY: Final = 1 << 5 | 1
"""1 January 1980, the day from which a zip counts; its time is 0."""
_PLAIN_FILE: Final = 0o644 << 16
_HEADER_BYTES: Final = 30
_ABOUT: Final = struct.Struct("<5H3L")
_LENGTHS: Final = struct.Struct("<2H")
_MADE_BY: Final = struct.Struct("<2B")
_PLACE: Final = struct.Struct("<3H2L")
_END: Final = struct.Struct("<4s4H2LH")


def sha256(content: bytes) -> str:
    """Return the sha256 of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def pack(members: Mapping[str, bytes]) -> bytes:
    """Zip members in name order, without any time stamp, owner or comment."""
    return _framed([_deflated(name, members[name]) for name in sorted(members)])


def unpack(content: bytes) -> dict[str, bytes]:
    """Read all members of a release into memory.

    Raises
    ------
    UsageError
        If this is no zip, or not one of ours.
    ReleaseError
        If a member is damaged, stands twice, or the whole is larger than any release; if the zip was saved again, or
        holds a byte before, between or behind its members.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise UsageError("This file is no release: a release is a zip that holds manifest.json.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        raise ReleaseError("The release is damaged: it cannot be unpacked.") from None
    names = [entry.filename for entry in entries]
    if MANIFEST not in names:
        raise UsageError("This zip is no release: it holds no manifest.json.")
    if not all(name.isascii() for name in names):
        raise ReleaseError("The release is altered: a file in it has a name that no release uses.")
    if len(set(names)) != len(names):
        raise ReleaseError("The release is altered: a file stands in it twice.")
    if len(entries) > _MOST_MEMBERS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise ReleaseError("The release is altered: it is larger than any release.")
    streams = [_stream(content, entry) for entry in sorted(entries, key=lambda entry: entry.filename)]
    if content != _framed(streams):
        raise ReleaseError("The release is altered: it was packed again by another program, or something was added.")
    return {stream.name: _inflated(stream) for stream in streams}


@dataclass(frozen=True, slots=True)
class _Stream:
    """A deflated member, with the length and the checksum that it has when it is unpacked."""

    name: str
    deflated: bytes
    size: int
    crc: int


def _framed(streams: Sequence[_Stream]) -> bytes:
    """Write a zip around deflated members. The same streams give the same bytes, so a zip can be held to them.

    Source: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end).
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in streams:
        name = one.name.encode()
        about = _ABOUT.pack(_VERSION, 0, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, one.crc, len(one.deflated), one.size)
        body += [b"PK\3\4", about, _LENGTHS.pack(len(name), 0), name, one.deflated]
        directory += [b"PK\1\2", _MADE_BY.pack(_VERSION, _UNIX), about, _LENGTHS.pack(len(name), 0)]
        directory += [_PLACE.pack(0, 0, 0, _PLAIN_FILE, offset), name]
        offset += _HEADER_BYTES + len(name) + len(one.deflated)
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(streams), len(streams), len(index), offset, 0)
    return b"".join([*body, index, end])


def _deflated(name: str, content: bytes) -> _Stream:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Stream(name, packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))


def _stream(content: bytes, entry: zipfile.ZipInfo) -> _Stream:
    """Cut a member out of a zip, where it lies if we packed it."""
    start = entry.header_offset + _HEADER_BYTES + len(entry.filename)
    return _Stream(entry.filename, content[start : start + entry.compress_size], entry.file_size, entry.CRC)


def _inflated(stream: _Stream) -> bytes:
    """Unpack a member, never to more than the length that it should have."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(stream.deflated, stream.size + 1)
    except zlib.error:
        raise ReleaseError("The release is damaged: a file in it cannot be unpacked.") from None
    if not unpacker.eof or unpacker.unused_data or (len(content), zlib.crc32(content)) != (stream.size, stream.crc):
        raise ReleaseError("The release is damaged: a file in it is not as long, or not the same, as it was.")
    return content
