"""Fonts for Korean and Chinese, kept between starts: cut once by `layers`, half a second each, then read from disk."""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

from layers import Face, subset_font


def font_name(face: Face, characters: str) -> str:
    """Return the file name of a subset; it changes with the characters, so that browsers may keep it for good.

    Examples
    --------
    >>> font_name(Face("Atlas Hangul", 1, ()), "가나")
    'atlas-hangul.37896568afd76b47.woff2'
    """
    digest = hashlib.sha256(f"{face.family} {face.position} {characters}".encode()).hexdigest()[:16]
    return f"{face.family.lower().replace(' ', '-')}.{digest}.woff2"


def cache_folder() -> Path:
    """Return the private folder in which subsets are kept between starts: not the program's, not a shared one."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "red-zone-atlas"


@cache
def font(face: Face, characters: str) -> bytes:
    """Return a subset as woff2, from the cache folder if it is there, else cut and kept there.

    Where the folder cannot be written (a read-only machine) the subset is cut once in each process.
    """
    path = cache_folder() / font_name(face, characters)
    try:
        return path.read_bytes()
    except OSError:
        content = subset_font(face, characters)
    _keep(path, content)
    return content


def _keep(path: Path, content: bytes) -> None:
    draft = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
            draft.write(content)
        Path(draft.name).replace(path)
    except OSError:
        # The cache only saves time: without it the font is cut again at the next start. Half a font is not left behind.
        if draft is not None:
            Path(draft.name).unlink(missing_ok=True)
