"""Opening a release to attack it: one that was altered is opened too, as far as it can be."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl
from pydantic import ValidationError

from errors import UNPACKING, ReleaseError
from release import PLATES, POOL, Manifest, Plate, read_release

if TYPE_CHECKING:
    from collections.abc import Mapping

    from release import Universe

_MOST_BYTES: Final = 256 * 1024 * 1024
_MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Opened:
    """A release as anyone finds it.

    `manifest` is None and `plates` is empty where they cannot be read. `fault`: why it is not the release that it says
    it is; empty if it is. Rows have the columns of a plate, but may break every rule.
    """

    manifest: Manifest | None
    plates: Mapping[str, Plate]
    universes: tuple[Universe, ...]
    fault: str


def open_release(content: bytes) -> Opened:
    """Open the bytes of a release.

    Raises
    ------
    UsageError
        If they are no release at all.
    """
    try:
        release = read_release(content)
    except ReleaseError as error:
        members = _members(content)
        return Opened(_manifest(members), _plates(members), (), str(error))
    return Opened(release.manifest, release.plates, release.universes, "")


def _members(content: bytes) -> dict[str, bytes]:
    """Unpack what can be unpacked, and is no larger than a release may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_BYTES:
                return {}
            wanted = {_MANIFEST, *(_path(name) for name in PLATES)}
            read = {entry.filename: _read(archive, entry) for entry in entries if entry.filename in wanted}
            return {name: own for name, own in read.items() if own is not None}
    except UNPACKING:
        return {}  # the fault is told already: the release cannot be unpacked


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        return archive.read(entry)
    except UNPACKING:
        return None  # the others may still be read


def _path(plate: str) -> str:
    return f"plates/{plate}.csv"


def _manifest(members: Mapping[str, bytes]) -> Manifest | None:
    try:
        return Manifest.model_validate_json(members.get(_MANIFEST, b""))
    except ValidationError:
        return None


def _plates(members: Mapping[str, bytes]) -> dict[str, Plate]:
    """Read each plate that has the columns of one; rows without a figure are left out."""
    found = {}
    for name, ladder in PLATES.items():
        try:
            read = pl.read_csv(
                io.BytesIO(members.get(_path(name), b"")), schema_overrides=ladder.schema, extra_columns="raise"
            )
        except (pl.exceptions.PolarsError, UnicodeDecodeError):
            continue  # the fault is told already: the plate cannot be read
        if dict(read.schema) == ladder.schema:
            figures = [name for name in read.columns if name in {"reports", "people"}]
            found[name] = Plate(name, read.drop_nulls(figures).with_columns(pl.col(pl.String).fill_null(POOL)))
    return found
