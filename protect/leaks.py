"""The leak scan: nothing that stands in the table may stand in what leaves the building."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from errors import ProtectionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data import Incidents

TELLING: Final = 8
"""Characters from which a key or a name is looked for in every file; shorter ones may be words of ours by chance."""
SHORTEST: Final = 3
"""Characters from which it is looked for in what the steward writes: title and names of sources."""
_WORD: Final = re.compile(r"[^\W_]+(?:[-_./][^\W_]+)*")


def scan(release: bytes, written: tuple[str, ...], incidents: Incidents) -> None:
    """Refuse a release in which a case key or the name of a source stands.

    Parameters
    ----------
    release
        The bytes of the zip.
    written
        What the steward wrote of it in words of their own.
    incidents
        The table. Points, dates and free text are not kept of it at all, and cannot be looked for.

    Raises
    ------
    ProtectionError
        Naming the file of the release, and never what was found in it.
    """
    names = {name for column in ("case", "source") for name in incidents.rows[column].drop_nulls().unique().to_list()}
    if any(len(name) >= SHORTEST and _says(text, name) for text in written for name in names):
        raise ProtectionError(
            "The leak scan refuses: the title, or the name of a source of --universe, holds a case key or the name of "
            "a source of the table. Choose other words."
        )
    long = {name for name in names if len(name) >= TELLING}
    for file, words in _words(release):
        if not long.isdisjoint(words):
            raise ProtectionError(f"The leak scan refuses: {file} holds a case key or the name of a source.")


def _says(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _words(release: bytes) -> Iterator[tuple[str, set[str]]]:
    """Yield the words of each file."""
    with zipfile.ZipFile(io.BytesIO(release)) as archive:
        for name in archive.namelist():
            yield name, set(_WORD.findall(archive.read(name).decode()))
