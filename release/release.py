"""The public artefact in memory: plates and manifest. Everything on the public side knows only this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from release.plates import EXPLORED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from release.manifest import Manifest
    from release.plates import Plate


@dataclass(frozen=True, slots=True)
class Release:
    """What a steward published: a manifest and a few plates, each the answer to one question.

    `plates` is keyed by plate name and keeps the order of `PLATES`; a plate that could not be made safe is missing.
    """

    manifest: Manifest
    plates: Mapping[str, Plate]

    @property
    def explored(self) -> dict[str, Plate]:
        """The plates that are explored by place, time and act, in the order in which they are offered."""
        return {name: plate for name, plate in self.plates.items() if name in EXPLORED}

    @property
    def parts_add(self) -> bool:
        """Whether reports of different groups add up; where sources overlap unseen, only the largest part counts."""
        return self.manifest.persons.parts_add
