"""From a release and a choice to one `Figure`: the only way in which anything drawn or said comes about."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from errors import UsageError
from geo import region_outline
from layers.about import about
from layers.asked import unasked_of
from layers.figure import Figure
from layers.legend import breaks_of, whole_break
from layers.marks import marks_of
from layers.sayings import acts_answer, map_answer, not_shown, title_of
from layers.tables import chosen_acts, map_rows, map_table, time_rows, time_table
from layers.words import period_label
from release import EXPLORED, Level, view
from terms import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from release import LevelView, Release, Selection
    from terms import Language


def figure_of(release: Release, selection: Selection, level: Level, language: Language) -> Figure:
    """Return what is drawn and said of a choice at a level.

    Parameters
    ----------
    release
        The only source of figures.
    selection
        A plate and the rows of it.
    level
        The tessellation to draw, `REGION` for the study area as one, or `FINEST` for each figure at its own size. A
        plate without places has `REGION` alone, and its figure is a table.
    language
        Of every word.

    Raises
    ------
    UsageError
        If the release does not hold the plate, the selection is not made of known words, or the plate has no places
        and the level asks for them.
    """
    seen = view(release, selection, level)
    has_places = EXPLORED[selection.plate].has_places
    if not has_places and level is not Level.REGION:
        raise UsageError(f"The plate {selection.plate!r} tells no places: draw it at the level `region`.")
    return (_map if has_places else _time)(release, selection, seen, language)


def _release_words(release: Release, selection: Selection, language: Language) -> Mapping[str, Any]:
    """Say what does not depend on the figures."""
    return {
        "selection": selection,
        "ground": region_outline(),
        "legend_title": say("figure-legend", language),
        "none_label": say("figure-none", language),
        "period": period_label(selection.period, release.manifest, language),
        **asdict(about(release, language)),
    }


def _map(release: Release, selection: Selection, seen: LevelView, language: Language) -> Figure:
    adds = release.parts_add
    whole = seen.level is Level.REGION and seen.shown
    breaks = whole_break(seen.shown, language) if whole else breaks_of(release, selection.plate, language)
    marks = marks_of(seen, breaks, selection.period, release.manifest, language)
    title = title_of(selection, release.manifest, language)
    answer = map_answer(seen, marks, language, adds=adds)
    left_out = not_shown(seen, language, adds=adds, is_map=True)
    rows = map_rows(seen, marks, selection)
    unasked = unasked_of(release, selection.period, seen.level, marks)
    return Figure(
        **_release_words(release, selection, language),
        level=seen.level,
        title=title,
        answer=answer,
        breaks=breaks,
        wide_label=say("figure-wide", language) if any(mark.wide for mark in marks) else None,
        marks=marks,
        not_shown=left_out,
        alt=say("figure-alt-map", language, title=title, answer=answer, not_shown=left_out),
        rows=rows,
        table=map_table(rows, seen.level, language),
        unasked=unasked,
        unasked_label=None if unasked is None else say("figure-unasked", language),
    )


def _time(release: Release, selection: Selection, seen: LevelView, language: Language) -> Figure:
    adds = release.parts_add
    plate = release.plates[selection.plate]
    rows = time_rows(plate, selection, adds=adds)
    parts = chosen_acts(plate, selection)[1:]
    whole = {own["act"]: own["reports"] for own in rows.iter_rows(named=True) if own["period"] == selection.period}
    title = title_of(selection, release.manifest, language)
    answer = acts_answer(seen, {code: whole[code] for code in parts if code in whole}, language, adds=adds)
    left_out = not_shown(seen, language, adds=adds, is_map=False)
    return Figure(
        **_release_words(release, selection, language),
        level=seen.level,
        title=title,
        answer=answer,
        breaks=(),
        wide_label=None,
        marks=(),
        not_shown=left_out,
        alt=say("figure-alt-table", language, title=title, answer=answer, not_shown=left_out),
        rows=rows,
        table=time_table(rows, release.manifest, language),
    )
