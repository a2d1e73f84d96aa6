"""Where the release comes from: the one that the deployment names, else the synthetic one that is bundled."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import streamlit as st

from errors import UsageError
from release import Release, read_release
from settings import RELEASE, settings

if TYPE_CHECKING:
    from pathlib import Path

BUNDLED: Final = "people_1500.zip"
"""The synthetic release that is shown when no other is named."""


def _content(path: Path | None) -> bytes:
    source = path or files("release").joinpath("bundled", BUNDLED)
    try:
        return source.read_bytes()
    except OSError:
        raise UsageError(f"{source.name} cannot be opened; check {RELEASE} and your rights to the file.") from None


@st.cache_resource(show_spinner=False, max_entries=2)
def _read(path: str, digest: str, _content: bytes) -> Release:  # noqa: ARG001 - path and digest are the cache's key
    return read_release(_content)


def current_release() -> Release:
    """Return the release to show; read once for a path and content, and shared by all readers, for it is public.

    Raises
    ------
    UsageError, ReleaseError
        If the file is missing, no release, or altered.
    """
    path = settings().release
    content = _content(path)
    return _read(str(path or BUNDLED), hashlib.sha256(content).hexdigest(), content)
