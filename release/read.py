"""Reading a release: whole and unaltered, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from errors import ReleaseError, UsageError
from release.archive import MANIFEST, sha256, unpack
from release.coverage import coverage_from_csv
from release.manifest import Manifest
from release.plates import PLATES, STEP, Plate
from release.release import Release
from release.signature import check_signature
from release.tables import from_csv
from release.universe import universes_from_csv

if TYPE_CHECKING:
    from pathlib import Path

BESIDE: Final = ("README.txt", "cells.geojson", "codebook.csv", "datapackage.json", "universe.csv")
"""The files of a release that are no plate, but for one that may be missing."""
COVERAGE_FILE: Final = "coverage.csv"


def read_release(source: Path | bytes) -> Release:
    """Read a release from a file or from its bytes, and check it on the way.

    Raises
    ------
    UsageError
        If the file is missing or is no release.
    ReleaseError
        If it is a release that was altered or damaged, naming the file in it that is at fault.
    """
    if isinstance(source, bytes):
        return _read(source)
    try:
        content = source.read_bytes()
    except OSError:
        raise UsageError(f"The release {source.name} cannot be opened; check its path and your rights to it.") from None
    return _read(content)


def _read(content: bytes) -> Release:
    members = unpack(content)
    manifest = _manifest(members[MANIFEST])
    listed = {*manifest.files, MANIFEST}
    if set(members) != listed or not listed <= {
        *(f"plates/{name}.csv" for name in PLATES),
        *BESIDE,
        COVERAGE_FILE,
        MANIFEST,
    }:
        raise ReleaseError("The release is altered: the files in it are not those that its manifest lists.")
    for name, digest in manifest.files.items():
        if sha256(members[name]) != digest:
            raise ReleaseError(f"The release is altered: {name} is not the file that was released.")
    if manifest.release_id != identify(manifest):
        raise ReleaseError("The release is altered: its id does not belong to its content.")
    check_signature(manifest.public_key, manifest.signature, to_sign(manifest))
    plates: dict[str, Plate] = {}
    for name in PLATES:
        path = f"plates/{name}.csv"
        if path in members:
            plates[name] = from_csv(name, members[path])
    for name, plate in plates.items():
        if (plate.rows["people"] < (manifest.policy.k - 1) // STEP * STEP).any():
            raise ReleaseError(f"The release is altered: plate {name} has a figure of fewer people than its k allows.")
    if not plates:
        raise ReleaseError("The release is altered: it holds no plate that this version can read.")
    universes = universes_from_csv(members["universe.csv"]) if "universe.csv" in members else ()
    covered = coverage_from_csv(members[COVERAGE_FILE], manifest.policy.k) if COVERAGE_FILE in members else None
    return Release(manifest, plates, universes, covered)


def _manifest(content: bytes) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(content)
    except ValidationError:
        raise ReleaseError("The release is altered, or was made by a version that this one cannot read.") from None
    if content != write_manifest(manifest):
        raise ReleaseError("The release is altered: its manifest is not written as a release writes it.")
    return manifest


def write_manifest(manifest: Manifest) -> bytes:
    """Write a manifest in its one canonical form."""
    return (manifest.model_dump_json(indent=2) + "\n").encode()


def identify(manifest: Manifest) -> str:
    """Return the id that belongs to a manifest: the sha256 of all it says but the id and the signature.

    The other files stand in it by their hashes, and a key that signs by itself.
    """
    return sha256(write_manifest(manifest.model_copy(update={"release_id": "0" * 64, "signature": None})))


def to_sign(manifest: Manifest) -> bytes:
    """Return the bytes that a signature of a manifest is made over: all of it, the id with it, but the signature."""
    return write_manifest(manifest.model_copy(update={"signature": None}))
