"""What a zip file holds, looked at before anything is unpacked: XLSX, ODS and packed Shapefiles are zip files.

A small file can unpack to more than a machine has, and what it says of its sizes can be untrue; both are refused.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from errors import UNPACKING, InputError

LARGEST_MB: Final = 2048
"""The most that a packed file may unpack to."""
MOST_TIMES: Final = 400
"""It may unpack to so many times its size, or to `ALWAYS_MB` in any case."""
ALWAYS_MB: Final = 64

_MB: Final = 2**20
_LOCAL: Final = 30
_NESTED: Final = (".zip", ".gz", ".7z", ".rar", ".tar", ".tgz")
_DAMAGED: Final = "The file is damaged: make it again, or save it as CSV in UTF-8."


def parts_of(content: bytes) -> list[str]:
    """Return the names of the files in a zip file.

    Raises
    ------
    InputError
        If it is damaged, would unpack to far more than it is, or holds another packed file.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            held = archive.infolist()
    except (*UNPACKING, OverflowError):
        raise InputError(_DAMAGED) from None
    stated = sum(part.file_size for part in held)
    if stated > min(LARGEST_MB * _MB, max(ALWAYS_MB * _MB, MOST_TIMES * len(content))):
        raise InputError("The file would unpack to far more than it is: it is damaged, or made to do harm.")
    if any(part.filename.lower().endswith(_NESTED) for part in held):
        raise InputError("The file holds another packed file: unpack it and give the file inside.")
    for part in held:
        _check_size(content, part)
    return [part.filename for part in held]


def _check_size(content: bytes, part: zipfile.ZipInfo) -> None:
    """Unpack a part piece by piece, keep nothing, and refuse it if it is larger than it says."""
    begin = part.header_offset + _LOCAL
    try:
        lengths = struct.unpack("<HH", content[begin - 4 : begin])
    except struct.error:
        raise InputError(_DAMAGED) from None
    rest = content[begin + sum(lengths) :][: part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        if len(rest) != part.file_size:
            raise InputError(_DAMAGED)
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise InputError(_DAMAGED)
    unpacker, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    while rest and size <= part.file_size and not unpacker.eof:
        try:
            size += len(unpacker.decompress(rest, _MB))
        except zlib.error:
            raise InputError(_DAMAGED) from None
        rest = unpacker.unconsumed_tail
    if size > part.file_size:
        raise InputError(_DAMAGED)
