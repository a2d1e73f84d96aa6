"""The zip of a release: the same members give the same bytes everywhere, and nothing unexpected is ever unpacked.

Members are stored, not deflated: what a compressor makes of them depends on its version, and a release must not. So a
zip can be held to the bytes that its own members give, and one that was saved again by any program is told.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Final

from errors import UNPACKING, ReleaseError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST: Final = "manifest.json"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o644 << 16
_MOST_MEMBERS: Final = 64
_MOST_BYTES: Final = 256 * 1024 * 1024


def sha256(content: bytes) -> str:
    """Return the sha256 of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def pack(members: Mapping[str, bytes]) -> bytes:
    """Zip members in name order, stored, without any time stamp, owner or comment."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, members[name])
    return buffer.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """Read all members of a release into memory.

    Raises
    ------
    UsageError
        If this is no zip, or not one of ours.
    ReleaseError
        If a member is damaged or stands twice, if the whole is larger than any release, or if a single byte of the zip
        is not as `pack` would write it.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise UsageError("This file is no release: a release is a zip that holds manifest.json.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if MANIFEST not in names:
                raise UsageError("This zip is no release: it holds no manifest.json.")
            if len(entries) > _MOST_MEMBERS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise ReleaseError("The release is altered: it is larger than any release.")
            if len(set(names)) != len(names):
                raise ReleaseError("The release is altered: a file stands in it twice.")
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise ReleaseError("The release is altered: it was packed again by another program.")
            members = {entry.filename: archive.read(entry) for entry in entries}
    except UNPACKING:
        raise ReleaseError("The release is damaged: a file in it cannot be unpacked.") from None
    if pack(members) != content:
        raise ReleaseError("The release is altered: it was packed again by another program, or something was added.")
    return members
