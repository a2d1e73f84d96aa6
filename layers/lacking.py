"""One sentence on what was asked for and cannot be shown, and why. Words that the atlas does not know stay unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.words import act_name, level_name, period_name
from release import EXPLORED, Level
from terms import eras, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layers.nearest import Lack
    from release import Release
    from terms import Language


def lacks_say(lacks: Iterable[Lack], release: Release, language: Language) -> str | None:
    """Return in one sentence what was asked for and cannot be shown, and why; None if nothing was."""
    told = [_clause(lack, release, language) for lack in lacks]
    return say("nearest-says", language, what=say("nearest-between", language).join(told)) if told else None


def _clause(lack: Lack, release: Release, language: Language) -> str:
    def named(code: str) -> str:
        if code in EXPLORED:
            return say(f"choose-plate-{code}", language)
        if lack.field == "level":
            return level_name(Level(code), language)
        return _period(code, release, language) if lack.field == "period" else act_name(code, language)

    if lack.field == "cell":
        return say("nearest-cell", language)
    if lack.field == "choice":
        asked, shown = (
            say("nearest-both", language, act=act_name(act, language), period=_period(period, release, language))
            for act, period in (lack.asked, lack.shown)
        )
        return say("nearest-choice", language, asked=asked, shown=shown)
    plate, asked = {0: ("", ""), 1: ("", *lack.asked), 2: lack.asked}[len(lack.asked)]
    values = {"plate": plate, "asked": asked, "shown": lack.shown[0]}
    told = {name: named(code) for name, code in values.items() if code}
    key = f"nearest-{lack.field}-{lack.why}" if lack.why != "unknown" else "nearest-unknown"
    return say(key, language, field=lack.field, **told)


def _period(code: str, release: Release, language: Language) -> str:
    """Name a period; an era of which no year is released yet by its own years."""
    era = next((own for own in eras() if own.id == code), None)
    name = period_name(code, release.manifest, language)
    if era is None or name != say("began-none", language):
        return name
    return say(f"period-{era.id}", language, years=say("years", language, kind="one", first=str(era.first), last=""))
