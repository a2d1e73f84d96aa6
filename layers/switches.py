"""What a reader can hide on the live map: what lies beneath the figures, never a figure or the sign of no figure.

A link names what is hidden, in one order and joined by `-`, and nothing where all is shown. Files and prints keep all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from release import Release

GROUND: Final = ("rivers", "provinces", "names")
"""What every map has beneath or beside its figures."""

ASKED: Final = "asked"
"""Where nobody is known to have been asked; only a release with coverage can say it."""

_BETWEEN: Final = "-"


def switches_of(release: Release) -> tuple[str, ...]:
    """Return what can be hidden on the maps of a release, in order."""
    return GROUND if release.coverage is None else (*GROUND, ASKED)


def read_hidden(text: str | None, release: Release) -> str | None:
    """Return the field of a link in the one way in which it is written, None where nothing is hidden.

    Words that are no switch of the release are left out, silently: they are a matter of taste.
    """
    return write_hidden(hidden_in(text), release)


def hidden_in(text: str | None) -> frozenset[str]:
    """Return the words of the field of a link.

    Examples
    --------
    >>> sorted(hidden_in("names-rivers")), sorted(hidden_in(None))
    (['names', 'rivers'], [])
    """
    return frozenset((text or "").split(_BETWEEN)) - {""}


def write_hidden(hidden: Iterable[str], release: Release) -> str | None:
    """Return the field of a link that hides some layers, None where none of them can be hidden."""
    wanted = frozenset(hidden)
    return _BETWEEN.join(own for own in switches_of(release) if own in wanted) or None
