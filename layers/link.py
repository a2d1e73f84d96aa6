"""What the reader is looking at: one frozen value that is the page's link, and is read from it field by field.

A link holds the release's id, a plate, rows of it and a level: nothing narrower than what the plate publishes. What a
link asks for and no plate holds becomes the nearest safe view, and what could not be shown is told (`layers.nearest`);
what is a matter of taste, as the language, becomes the default silently.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from errors import UsageError
from layers.nearest import (
    Lack,
    asked_before,
    nearest_act,
    nearest_choice,
    nearest_level,
    nearest_period,
    nearest_plate,
    one_of,
)
from layers.switches import read_hidden
from release import (
    ALL_ACTS,
    Level,
    Selection,
    default_level,
    offered_acts,
    offered_levels,
    offered_periods,
    view,
)
from terms import ALL_TIME, Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from release import Release

_KEPT: Final = 512
FIELDS: Final = ("plate", "period", "act", "beside", "level", "lang", "cell", "more", "rate", "hide")
"""The fields of a link, in its order; `release` stands before them."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """The plate, the period and act selected from it, the level it is drawn at, the language, and the chosen cell.

    `beside` is a second period, or where the plate tells no time a second act, that the first is compared with.

    `more` is "yes" where the map marks the areas that hold more reports than expected. `rate`
    is "yes" where its classes are of reports per 100 interviews. `hide` names what the live map
    leaves out beneath the figures (`layers.switches`).

    `level` is None where the reader has not chosen one: the map then takes the level that suits the selection.
    """

    plate: str
    period: str = ALL_TIME
    act: str = ALL_ACTS
    level: Level | None = None
    lang: Language = Language.EN
    cell: str | None = None
    more: str | None = None
    beside: str | None = None
    hide: str | None = None
    rate: str | None = None

    @property
    def selection(self) -> Selection:
        """The rows that are shown."""
        return Selection(plate=self.plate, period=self.period, act=self.act)

    def drawn_level(self, release: Release) -> Level:
        """Return the level to draw: the chosen one, or the finest that still shows at least half."""
        return self.level or levels_of(release, self.selection).default

    def turn(self, release: Release, **changes: Any) -> ViewState:  # noqa: ANN401 - as dataclasses.replace
        """Return the state with some fields changed, and every other kept as far as the release offers it there."""
        return self.ask(release, **changes).state

    def ask(self, release: Release, before: tuple[Lack, ...] = (), **changes: Any) -> Answer:  # noqa: ANN401 - as dataclasses.replace
        """Turn the state, and say what of the changed one cannot be shown. What was changed is the last to give way.

        `before`: what could not be shown until now. When the time or the act is chosen anew, the other one that had to
        give way is asked for again, so that it comes back as soon as there are figures; until then what was said stays.
        """
        chooses = not changes.keys().isdisjoint({"period", "act"})
        changed = replace(self, **{**(asked_before(before) if chooses else {}), **changes})
        answer = answer_link(changed.to_link(release), release, changed.lang, kept=next(iter(changes), ""))
        stays = () if chooses or "plate" in changes else (lack for lack in before if lack.field == "choice")
        # The chosen area goes with the map that drew it; only a link names one that was never there.
        return replace(answer, lacks=(*stays, *(lack for lack in answer.lacks if lack.field != "cell")))

    def to_link(self, release: Release) -> dict[str, str]:
        """Return the parameters of the link: the release's short id, and each field that has a value."""
        link = {"release": release.manifest.short_id}
        link |= {name: str(value) for name in FIELDS if (value := getattr(self, name)) is not None}
        return link


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels at which a selection draws something, widest first, and the one that suits it."""

    offered: tuple[Level, ...]
    default: Level


@lru_cache(maxsize=_KEPT)
def levels_of(release: Release, selection: Selection) -> Levels:
    """Return the levels of a selection."""
    return Levels(offered_levels(release, selection), default_level(release, selection))


@dataclass(frozen=True, slots=True)
class Answer:
    """The state that is shown, and what was asked for and cannot be."""

    state: ViewState
    lacks: tuple[Lack, ...]


def answer_link(link: Mapping[str, str], release: Release, language: Language, kept: str = "") -> Answer:
    """Read a link, and where it asks for what no plate holds, find the nearest safe view.

    Parameters
    ----------
    link
        Parameters of the page's address; those that are not fields are not looked at.
    release
        What is offered: its plates, and their periods, acts, levels and cells.
    language
        The default of the language.
    kept
        The field that the reader has just chosen, which is the last to be widened.

    Raises
    ------
    UsageError
        If the release holds no plate at all.
    """
    if not release.explored:
        raise UsageError("This release holds no plate that can be explored: there is nothing to show.")
    plate, no_plate = nearest_plate(link, release)
    period, no_period = nearest_period(link.get("period"), plate, release)
    act, no_act = nearest_act(link.get("act"), plate, release)
    selection, no_choice = nearest_choice(Selection(plate, period, act), release, kept)
    levels = levels_of(release, selection)
    level, no_level = nearest_level(link.get("level"), plate, levels.offered, levels.default)
    state = ViewState(
        plate=plate,
        period=selection.period,
        act=selection.act,
        level=level,
        lang=one_of(link.get("lang"), Language, language),
        more=one_of(link.get("more"), ("yes",), None),
        rate=one_of(link.get("rate"), ("yes",), None),
        hide=read_hidden(link.get("hide"), release),
        beside=one_of(
            link.get("beside"), (*offered_periods(release.plates[plate]), *offered_acts(release.plates[plate])), None
        ),
    )
    cell = _drawn_cell(link.get("cell"), release, state)
    no_cell = (Lack("cell", "undrawn"),) if link.get("cell") and cell is None else ()
    lacks = (*no_plate, *no_period, *no_act, *no_choice, *no_level, *no_cell)
    return Answer(replace(state, cell=cell), lacks)


def read_state(link: Mapping[str, str], release: Release, language: Language) -> ViewState:
    """Read the state of a link, or of the nearest safe view, without a word on what could not be shown.

    Raises
    ------
    UsageError
        If the release holds no plate at all.
    """
    return answer_link(link, release, language).state


def spoken(wanted: str | None, default: Language) -> Language:
    """Return the language of a code, or the default if the atlas does not speak it."""
    return one_of(wanted, Language, default)


def _drawn_cell(wanted: str | None, release: Release, state: ViewState) -> str | None:
    """Return the cell if the map that the state describes draws it: no other cell ever stands in a link."""
    if not wanted:
        return None
    drawn = view(release, state.selection, state.drawn_level(release)).cells["cell"]
    return wanted if wanted in set(drawn) else None


def is_foreign(link: Mapping[str, str], release: Release) -> bool:
    """Whether a link was made for another release than the one that is shown."""
    return link.get("release", release.manifest.short_id) != release.manifest.short_id
