"""What every page says of a release, whatever figures it shows: that it is invented, its caveats, its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layers.sayings import caveats_of
from release import Audit
from terms import say

if TYPE_CHECKING:
    from release import Release
    from terms import Language


@dataclass(frozen=True, slots=True)
class About:
    """Sentences about a release; `not_audited` and `synthetic` must be seen, or are None where they do not apply."""

    language: Language
    source: str
    caveats: tuple[str, ...]
    attribution: str
    not_audited: str | None
    synthetic: str | None
    release_id: str
    cite_as: str


def about(release: Release, language: Language) -> About:
    """Say what does not depend on the figures."""
    manifest = release.manifest
    return About(
        language=language,
        source=say("figure-source", language, title=manifest.title, id=manifest.short_id, as_of=manifest.as_of),
        caveats=caveats_of(release, language),
        attribution=say("figure-attribution", language),
        not_audited=say("figure-not-audited", language) if manifest.audit is Audit.NOT_AUDITED else None,
        synthetic=say("figure-synthetic", language) if manifest.synthetic else None,
        release_id=manifest.release_id,
        cite_as=manifest.cite_as,
    )
