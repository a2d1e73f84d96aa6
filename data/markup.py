"""Whether the XML inside a spreadsheet is whole: a reader may wait without end for what was cut off."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat

from errors import UNPACKING, InputError


class _OwnWordsError(Exception):
    """A part defines words of its own."""


def check_markup(content: bytes) -> None:
    """Refuse a packed spreadsheet of which a part that is read is cut off, or is not XML as it should be.

    Raises
    ------
    InputError
        It says in which line of XML; nothing of the part is quoted.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in archive.namelist():
            if part == "content.xml" or (part.startswith("xl/") and part.endswith((".xml", ".rels"))):
                _check_part(archive, part)


def _check_part(archive: zipfile.ZipFile, part: str) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with archive.open(part) as stream:
            parser.ParseFile(stream)
    except UNPACKING:
        raise InputError("The spreadsheet is damaged and cannot be unpacked: save it again as XLSX.") from None
    except (expat.ExpatError, _OwnWordsError):
        raise InputError(
            f"The spreadsheet is damaged (line {parser.CurrentLineNumber} of the text that it keeps its cells in): "
            "open it in the program that made it and save it again as XLSX, or as CSV in UTF-8."
        ) from None


def _refuse_doctype(*_told: object) -> NoReturn:
    """Refuse a part that defines words of its own: no program that writes spreadsheets does, and they can be bombs."""
    raise _OwnWordsError
