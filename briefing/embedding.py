"""Where the token of a receipt stands in each format: in one piece, unpacked, and never in the way of figures.

Each function returns a file that holds the token, the same bytes for the same file. It is sealed after that, and by
nothing but `briefing.receipt.seal`.
"""

from __future__ import annotations

import csv
import re
import zlib
from typing import TYPE_CHECKING, Final

from briefing.checksums import PNG
from errors import UsageError
from release import pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME: Final = "atlas-receipt"
"""What the receipt is called where a format asks for a name: of a `<meta>`, of a text in a PNG."""

MEMBER: Final = f"{NAME}.txt"
"""The name under which the receipt of a zip stands in it."""

COLUMN: Final = "receipt"
"""The column of a table, and the foreign member of a GeoJSON, that hold the receipt."""

_HEAD_END: Final = "</head>"
_SVG: Final = re.compile(r"""<svg\b(?:[^<>"']|"[^"]*"|'[^']*')*(?<!/)>""")
_COLLECTION: Final = re.compile(r'\s*\{\s*"type"\s*:\s*"FeatureCollection"\s*,')
_RECORD: Final = re.compile(r'(?P<fields>(?:[^"\r\n]++|"[^"]*")*+)(?P<end>\r\n|\n|\r|\Z)')
_INCH_M: Final = 0.0254
_METRE: Final = b"\x01"
_SIZE: Final = b"pHYs"


def in_html(text: str, token: str) -> str:
    """Put a token into a document, as the last thing of its head, after its security policy and its character set.

    Raises
    ------
    UsageError
        If the document does not have exactly one end of a head.
    """
    if text.count(_HEAD_END) != 1:
        raise UsageError("A document that takes a receipt has one head.")
    return text.replace(_HEAD_END, f'<meta name="{NAME}" content="{token}">\n{_HEAD_END}')


def in_svg(text: str, token: str) -> str:
    """Put a token into a drawing, as metadata right after the outermost element begins.

    Raises
    ------
    UsageError
        If this is no SVG, or an empty one.
    """
    found = _SVG.search(text)
    if found is None:
        raise UsageError("A drawing that takes a receipt is an SVG with something in it.")
    return f"{text[: found.end()]}<metadata>{token}</metadata>{text[found.end() :]}"


def in_geojson(text: str, token: str) -> str:
    """Put a token into a feature collection, as its first foreign member (RFC 7946, section 6.1).

    Raises
    ------
    UsageError
        If the text does not begin with the type of a feature collection, or holds a receipt already.
    """
    found = _COLLECTION.match(text)
    if found is None or f'"{COLUMN}":"{NAME}' in text:
        raise UsageError("A GeoJSON that takes a receipt begins with its type, FeatureCollection, and holds none yet.")
    return f'{text[: found.end()]}"{COLUMN}":"{token}",{text[found.end() :]}'


def in_csv(text: str, token: str) -> str:
    """Put a token into every row of a table, as its last column; lines end in CRLF (RFC 4180).

    A table without a row gets one, whose only other fields are empty. What stood in the table stays as it was quoted.

    Raises
    ------
    UsageError
        If the text is empty, a quotation mark is left open, or there is a column of this name already.
    """
    header, *rows = _records(text)
    names = next(csv.reader([header]), [])
    if not names or COLUMN in names:
        raise UsageError(f"A table that takes a receipt has a header, and no column {COLUMN} yet.")
    kept = rows or ["," * (len(names) - 1)]
    return "".join(f"{record},{last}\r\n" for record, last in [(header, COLUMN), *((row, token) for row in kept)])


def _records(text: str) -> Iterator[str]:
    """Return the records of a table as they are written, without their ends; the first even where there is none."""
    at = 0
    while at < len(text) or at == 0:
        found = _RECORD.match(text, at)
        if found is None:
            raise UsageError("A table that takes a receipt leaves no quotation mark open.")
        yield found["fields"]
        at = max(found.end(), 1)


def in_png(content: bytes, token: str, ppi: float) -> bytes:
    """Put a token into a picture, as a text right after its header, together with its resolution.

    Parameters
    ----------
    content
        A PNG.
    token
        Of a receipt.
    ppi
        Pixels per inch at which the picture is to be printed; a resolution that it states already is dropped.

    Raises
    ------
    UsageError
        If this is no PNG.
    """
    chunks = [] if not content.startswith(PNG) else list(_chunks(content))
    if not chunks or chunks[0][4:8] != b"IHDR":
        raise UsageError("A picture that takes a receipt is a PNG.")
    a_metre = round(ppi / _INCH_M).to_bytes(4, "big")
    header, *others = chunks
    ours = [_chunk(_SIZE, a_metre + a_metre + _METRE), _chunk(b"tEXt", f"{NAME}\0{token}".encode("ascii"))]
    return b"".join([PNG, header, *ours, *(own for own in others if own[4:8] != _SIZE)])


def _chunk(kind: bytes, told: bytes) -> bytes:
    return len(told).to_bytes(4, "big") + kind + told + zlib.crc32(kind + told).to_bytes(4, "big")


def _chunks(content: bytes) -> Iterator[bytes]:
    """Return the chunks of a PNG one by one, each with its length, its kind and its checksum."""
    at = len(PNG)
    while at < len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        yield content[at:end]
        at = end


def in_zip(members: Mapping[str, bytes], token: str, name: str = MEMBER) -> bytes:
    """Zip members together with a token, all of them stored, without any time stamp or owner.

    Parameters
    ----------
    members
        Contents by name. None holds a receipt of its own: a file has one.
    token
        Of a receipt.
    name
        Of the member that holds the token and the end of its line.

    Raises
    ------
    UsageError
        If a member has this name already.
    """
    if name in members:
        raise UsageError(f"A package that takes a receipt has no file {name} yet.")
    return pack({**members, name: f"{token}\n".encode("ascii")})
