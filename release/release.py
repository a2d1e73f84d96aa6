"""The public artefact in memory: plates and manifest. Everything on the public side knows only this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from release.plates import EXPLORED

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from release.manifest import Manifest
    from release.plates import Plate
    from release.universe import Universe


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """What a steward published: a manifest and a few plates, each the answer to one question.

    Two are the same only if they are one: what was worked out of a release is kept for it and shared by all readers.

    `plates` is keyed by plate name and keeps the order of `PLATES`; a plate that could not be made safe is missing.
    `universes`: what is known elsewhere of how many people there were, and figures were held to.
    `coverage`: at least how many interviews were about which area and time (`release.COVERAGE_SCHEMA`); None: not said.
    """

    manifest: Manifest
    plates: Mapping[str, Plate]
    universes: tuple[Universe, ...] = ()
    coverage: pl.DataFrame | None = None

    @property
    def explored(self) -> dict[str, Plate]:
        """The plates that are explored by place, time and act, in the order in which they are offered."""
        return {name: plate for name, plate in self.plates.items() if name in EXPLORED}

    @property
    def parts_add(self) -> bool:
        """Whether reports of different groups add up; where sources overlap unseen, only the largest part counts."""
        return self.manifest.persons.parts_add
