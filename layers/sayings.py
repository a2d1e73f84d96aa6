"""What is said of a figure: the question, the sentence that answers it, what is left out, and the caveats.

Every number in a sentence is a figure of the view. A sentence makes no claim about causes, and compares nothing but the
figures that are shown: they are minima, and where reports are few, nothing is said to be "most".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from layers.marks import is_town, where
from layers.words import act_name, joined, listed, period_clause
from release import (
    ALL_ACTS,
    EVENTS,
    EXPLORED,
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    SYNTHETIC_NOTE,
    Level,
    SourceMode,
)
from terms import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layers.figure import Mark
    from release import LevelView, Manifest, Release, Selection
    from terms import Language

_MOST_NAMES: Final = 3
_OURS: Final = frozenset({NOT_PREVALENCE, NO_ENDORSEMENT, MINIMA, SYNTHETIC_NOTE, EVENTS})
"""Caveats that a figure says anyway, in the reader's language."""


def title_of(selection: Selection, manifest: Manifest, language: Language) -> str:
    """Return the question of a plate, with the act and the period that are chosen."""
    key = "figure-title-place" if EXPLORED[selection.plate].has_places else "figure-title-time"
    values = {}
    if selection.act != ALL_ACTS:
        key += "-act"
        values["act"] = act_name(selection.act, language)
    began = period_clause(selection.period, manifest, language)
    if began is not None:
        key += "-time"
        values["began"] = began
    return say(key, language, **values)


def plate_line(plate: str, language: Language) -> str:
    """Say which plate of the release a figure is drawn from, by its question and its name."""
    return say("figure-plate", language, question=say(f"choose-plate-{plate}", language), plate=plate)


def leaders(figures: Mapping[str, int], total: int) -> tuple[str, ...]:
    """Return the one, two or three names that hold more than half of a total, largest first; none if it takes more.

    Examples
    --------
    >>> leaders({"Yanji": 40, "Dandong": 30, "Harbin": 20}, 90), leaders({"a": 5, "b": 5, "c": 5}, 100)
    (('Yanji', 'Dandong'), ())
    """
    held = 0
    ordered = sorted(figures.items(), key=lambda item: (-item[1], item[0]))
    for place, (_, reports) in enumerate(ordered[:_MOST_NAMES], start=1):
        held += reports
        if 2 * held > total:
            return tuple(name for name, _ in ordered[:place])
    return ()


def _places(names: Sequence[str], language: Language) -> str:
    if all(is_town(name, language) for name in names):
        return say("figure-around", language, names=listed(names, language))
    if not any(is_town(name, language) for name in names):
        return say("figure-inside", language, names=listed(names, language))
    return listed([where(name, language) for name in names], language)


def _by_name(marks: Sequence[Mark]) -> dict[str, int]:
    held: dict[str, int] = {}
    for mark in marks:
        held[mark.near] = held.get(mark.near, 0) + mark.reports
    return held


def map_answer(seen: LevelView, marks: Sequence[Mark], language: Language, *, adds: bool) -> str:
    """Return the one sentence that answers a map's question, computed from its figures.

    Parameters
    ----------
    seen, marks
        What the level shows, and its areas.
    language
        Of the sentence.
    adds
        Whether reports of different areas add up; otherwise only the largest of them is said.
    """
    if not marks:
        return say("figure-answer-no-area" if seen.wider else "figure-answer-nothing", language)
    first = max(marks, key=lambda mark: (mark.reports, mark.cell))
    if seen.level is Level.REGION:
        return say("figure-answer-total", language, reports=first.reports, people=first.people)
    if not adds:
        return say("figure-answer-part", language, reports=first.reports, where=where(first.near, language))
    by_name = _by_name(marks)
    most = leaders(by_name, seen.shown)
    if most:
        key = "figure-answer-one" if len(most) == len(by_name) else "figure-answer-half"
        return say(key, language, reports=seen.shown, where=_places(most, language))
    largest = sorted({mark.near for mark in marks if mark.reports == first.reports})
    if len(largest) > _MOST_NAMES:
        return say("figure-answer-map", language, reports=seen.shown)
    return say(
        "figure-answer-largest",
        language,
        reports=seen.shown,
        largest=first.reports,
        where=_places(largest, language),
    )


def acts_answer(seen: LevelView, by_act: Mapping[str, int], language: Language, *, adds: bool) -> str:
    """Return the one sentence that answers a table's question: a total, and the acts that hold more than half of it.

    Parameters
    ----------
    seen
        What the region shows of the choice.
    by_act
        Reports by group of acts, or by act of the chosen group, in the chosen period.
    language
        Of the sentence.
    adds
        Whether reports of different acts add up.
    """
    if seen.cells.is_empty():
        return say("figure-answer-nothing", language)
    reports, people = (int(seen.cells[name].max()) for name in ("reports", "people"))  # type: ignore[arg-type] # whole numbers
    most = leaders(by_act, reports) if adds else ()
    if not most or len(most) == len(by_act):
        return say("figure-answer-total", language, reports=reports, people=people)
    what = listed([act_name(code, language) for code in most], language, of="acts")
    return say("figure-answer-acts", language, reports=reports, what=what)


def not_shown(seen: LevelView, language: Language, *, adds: bool, is_map: bool) -> str:
    """Return in one line what the drawing leaves out of the chosen rows, each with its figure."""
    figures = {
        "figure-wider": seen.wider,
        "figure-elsewhere": seen.elsewhere,
        "figure-not-stated": seen.not_stated,
        "figure-pool": seen.pool,
        "figure-blurred": seen.blurred,
    }
    word = "yes" if adds else "no"
    told = [say(key, language, reports=reports, adds=word) for key, reports in figures.items() if reports]
    if told:
        return joined(told, language)
    return say("figure-complete" if is_map else "figure-complete-table", language)


def caveats_of(release: Release, language: Language) -> tuple[str, ...]:
    """Return what every reader must know, most important first; the steward's own caveats stand as written."""
    manifest = release.manifest
    months = sorted(manifest.policy.embargo_months.values())
    told = [
        say("figure-not-prevalence", language),
        say("figure-minima", language),
        say("figure-promise", language, k=manifest.policy.k),
    ]
    if EVENTS in manifest.caveats:
        told.append(say("figure-events", language))
    if months:
        told.append(say("figure-held-back", language, least=months[0], most=months[-1]))
    told.append(say("figure-totals", language))
    if manifest.sources is SourceMode.SINGLE:
        told.append(say("figure-single-source", language))
    if not release.parts_add:
        told.append(say("figure-overlap", language))
    told += [caveat for caveat in manifest.caveats if caveat not in _OURS]
    told.append(say("figure-no-endorsement", language))
    return tuple(told)
