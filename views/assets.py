"""Files that are made here and never change under their name: the basemap and the fonts, kept by browsers for good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from errors import AtlasError
from layers import FACES, Face, alphabet, basemap_hash, basemap_json
from views.fonts import font, font_name
from views.source import current_release

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER: Final = "assets"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file by its name, which holds a hash of what is in it; `make` returns its content, slowly the first time."""

    name: str
    media_type: str
    make: Callable[[], bytes]

    @property
    def path(self) -> str:
        """Its address, below the path of the app."""
        return f"{_FOLDER}/{self.name}"


def basemap_asset() -> Asset:
    """Return the basemap of the live map."""
    return Asset(f"basemap.{basemap_hash()[:16]}.json", "application/json", basemap_json)


def _released_text() -> str:
    try:
        own = current_release().manifest
    except AtlasError:
        return ""  # the page itself says what is wrong with the release; its fonts need no more than our own words
    return own.title + own.cite_as + own.licence


@cache
def _cut_for(released: str) -> tuple[tuple[Face, Asset], ...]:
    chosen = [(face, face.choose(alphabet() + released)) for face in FACES]
    return tuple(
        (face, Asset(font_name(face, characters), "font/woff2", partial(font, face, characters)))
        for face, characters in chosen
    )


def font_assets() -> tuple[tuple[Face, Asset], ...]:
    """Return the fonts of the page: for each face, the file with just the characters that our words and names use."""
    return _cut_for(_released_text())


def find_asset(name: str) -> Asset | None:
    """Return the file of a name, None if there is none or it was of an earlier version."""
    assets = (basemap_asset(), *(asset for _, asset in font_assets()))
    return next((asset for asset in assets if asset.name == name), None)
