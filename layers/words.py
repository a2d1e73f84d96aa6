"""The names of acts, periods and levels as a figure says them, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from release import ALL_ACTS
from terms import ALL_TIME, UNDATED, eras, say, taxonomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from release import Level, Manifest
    from terms import Era, Language

_WHOLE_ERA = 3
"""An era of which fewer years are released names them, and says "only"."""

Span = tuple[int | None, int]
"""First and last year that a period can hold; None where it has no first."""


def act_name(code: str, language: Language) -> str:
    """Return the name of an act, of a group of acts, or of all of them, as it can stand alone.

    Examples
    --------
    >>> from terms import Language
    >>> act_name("F1", Language.EN), act_name("all", Language.ZH)
    ('Forced labour in the private economy, China', '所有行为')
    """
    if code == ALL_ACTS:
        return say("acts-all", language)
    return say("act-alone", language, code=code, label=taxonomy().acts[code].label[language.value])


def level_name(level: Level, language: Language) -> str:
    """Return what the areas of a level are called, with their usual size in the study area."""
    return say(f"level-{level.value}", language)


def last_year(manifest: Manifest) -> int:
    """Return the last year of which any report can be in a release: its shortest embargo is over at `as_of`.

    A year's embargo ends a number of whole months after its 31 December.
    """
    year, month = (int(part) for part in manifest.as_of.split("-"))
    shortest = min(manifest.policy.embargo_months.values(), default=0)
    return (12 * year + month - 1 - shortest) // 12 - 1


def _span(period: str, manifest: Manifest) -> Span | None:
    """Return the years that a period can hold in a release; None if there are none, or they are not stated."""
    last = last_year(manifest)
    if period == ALL_TIME:
        return None, last
    if period.isdecimal():
        return int(period), int(period)
    for era in eras():
        if era.id == period and (era.first is None or era.first <= last):
            return era.first, min(last, era.last or last)
    return None


def _kind(span: Span, era: Era | None) -> str:
    first, last = span
    if first is None:
        return "to"
    years = last - first + 1
    kind = "one" if years == 1 else "span"
    return f"{kind}-only" if era is not None and years < _WHOLE_ERA else kind


def _years(span: Span, era: Era | None, language: Language) -> str:
    return say("years", language, kind=_kind(span, era), first=str(span[0]), last=str(span[1]))


def _era(period: str) -> Era | None:
    return next((era for era in eras() if era.id == period), None)


def period_name(period: str, manifest: Manifest, language: Language) -> str:
    """Return the short name of a period, for a control or a column; an era names the years that are released of it."""
    span = _span(period, manifest)
    if span is None and period != UNDATED:
        return say("began-none", language)
    if period in {ALL_TIME, UNDATED} or span is None:
        return say(f"period-{period}", language)
    era = _era(period)
    return say(f"period-{era.id if era else 'year'}", language, years=_years(span, era, language))


def period_label(period: str, manifest: Manifest, language: Language) -> str:
    """Return when the acts of a period began, in one line; an era of few released years says which ones only."""
    span = _span(period, manifest)
    if span is None:
        return say("began-undated" if period == UNDATED else "began-none", language)
    if period == ALL_TIME:
        return say("began-all", language, last=str(span[1]))
    era = _era(period)
    return say(f"began-{era.id if era else 'year'}", language, years=_years(span, era, language))


def period_clause(period: str, manifest: Manifest, language: Language) -> str | None:
    """Return when the acts of a period began, as part of a sentence: "that began in 2017".

    None for all time, which no sentence needs to say, and for a period of which nothing is released yet.
    """
    span = _span(period, manifest)
    if period == UNDATED:
        return say("began-clause", language, kind="undated", years="")
    if span is None or period == ALL_TIME:
        return None
    return say("began-clause", language, kind=_kind(span, None), years=_years(span, None, language))


def listed(names: Sequence[str], language: Language, *, of: Literal["places", "acts"] = "places") -> str:
    """Return one, two or three names as a list in words; names of acts hold words like "and" themselves."""
    match names:
        case [a, b, c]:
            return say(f"figure-three-{of}", language, a=a, b=b, c=c)
        case [a, b]:
            return say(f"figure-two-{of}", language, a=a, b=b)
        case _:
            return names[0]


def joined(sentences: Sequence[str], language: Language) -> str:
    """Return sentences as one line; Chinese sentences need no space between them."""
    return ("" if language.value == "zh" else " ").join(sentences)
