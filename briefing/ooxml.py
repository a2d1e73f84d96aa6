"""What PowerPoint files need besides: fonts by language, one date for all, and a receipt in a part of its own."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from terms import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_DATES: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_DATE: Final = rb"\g<1>2000-01-01T00:00:00Z\g<2>"
_PART: Final = "atlas-receipt.txt"
_EAST: Final = {Language.EN: "", Language.KO: "Malgun Gothic", Language.ZH: "Microsoft YaHei"}
"""Faces that PowerPoint brings on Windows and macOS; elsewhere the system chooses by the language of the text."""

_PICTURE: Final = "docProps/thumbnail.jpeg"
_PICTURED: Final = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")
_TYPES: Final = "[Content_Types].xml"
_PARTS: Final = "_rels/.rels"
_RECEIPT_KIND: Final = "https://redzoneatlas.invalid/receipt"


def _unzip(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(members: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def undated(content: bytes) -> bytes:
    """Return an Office file with one date for all that is dated in it, workbooks of its charts as well.

    `[Content_Types].xml` stays the first part, as readers expect.
    """
    members = _unzip(content)
    for name, own in members.items():
        if name.endswith("docProps/core.xml"):
            members[name] = _DATES.sub(_DATE, own)
        elif name.endswith(".xlsx"):
            members[name] = undated(own)
    return _zip(members)


def spoken_in(content: bytes, language: Language) -> bytes:
    """Return a PowerPoint file whose theme names the faces of a language, without the template's own little picture."""
    members = _unzip(content)
    del members[_PICTURE]
    members[_PARTS] = _PICTURED.sub(b"", members[_PARTS])
    for name, own in members.items():
        if name.startswith("ppt/theme/"):
            latin = re.sub(rb'(<a:latin typeface=")[^"]*(")', rb"\g<1>Arial\g<2>", own)
            east = rb"\g<1>" + _EAST[language].encode() + rb"\g<2>"
            members[name] = re.sub(rb'(<a:ea typeface=")[^"]*(")', east, latin)
    return _zip(members)


def packed(content: bytes, token: str) -> bytes:
    """Return an Office file without dates, and with the token of a receipt, if there is one, as a stored part."""
    if not token:
        return undated(content)
    members = _unzip(undated(content))
    kind = b'<Default Extension="txt" ContentType="text/plain"/>'
    members[_TYPES] = members[_TYPES].replace(b"<Default ", kind + b"<Default ", 1)
    link = f'<Relationship Id="rIdReceipt" Type="{_RECEIPT_KIND}" Target="{_PART}"/>'.encode()
    members[_PARTS] = members[_PARTS].replace(b"</Relationships>", link + b"</Relationships>")
    return _zip({**members, _PART: token.encode()}, frozenset({_PART}))
