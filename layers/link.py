"""What the reader is looking at: one frozen value that is the page's link, and is read from it field by field.

A link holds the release's id, a plate, rows of it and a level: nothing narrower than what the plate publishes. What a
link asks for and the release does not offer becomes the default, silently where it is a matter of taste and with a
sentence where the link was made for another release.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from errors import UsageError
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
    from collections.abc import Iterable, Mapping

    from release import Release

_Kind = TypeVar("_Kind")
_Default = TypeVar("_Default")

FIELDS: Final = ("plate", "period", "act", "beside", "level", "lang", "cell", "more")
"""The fields of a link, in its order; `release` stands before them."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """The plate, the period and act selected from it, the level it is drawn at, the language, and the chosen cell.

    `beside` is a second period, or where the plate tells no time a second act, that the first is compared with.

    `more` is "yes" where the map marks the areas that hold more reports than expected.

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

    @property
    def selection(self) -> Selection:
        """The rows that are shown."""
        return Selection(plate=self.plate, period=self.period, act=self.act)

    def drawn_level(self, release: Release) -> Level:
        """Return the level to draw: the chosen one, or the finest that still shows at least half."""
        return self.level or levels_of(release, self.selection).default

    def turn(self, release: Release, **changes: Any) -> ViewState:  # noqa: ANN401 - as dataclasses.replace
        """Return the state with some fields changed, and every other kept as far as the release offers it there."""
        changed = replace(self, **changes)
        return read_state(changed.to_link(release), release, changed.lang)

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


@cache
def _known(_release_id: str) -> dict[Selection, Levels]:
    return {}


def levels_of(release: Release, selection: Selection) -> Levels:
    """Return the levels of a selection; worked out once, for a release never changes under its id."""
    known = _known(release.manifest.release_id)
    if selection not in known:
        known[selection] = Levels(offered_levels(release, selection), default_level(release, selection))
    return known[selection]


def read_state(link: Mapping[str, str], release: Release, language: Language) -> ViewState:
    """Read the state of a link, each field by itself; what is missing or not offered becomes the default.

    Parameters
    ----------
    link
        Parameters of the page's address; those that are not fields are not looked at.
    release
        What is offered: its plates, and their periods, acts, levels and cells.
    language
        The default of the language.

    Raises
    ------
    UsageError
        If the release holds no plate at all.
    """
    if not release.explored:
        raise UsageError("This release holds no plate that can be explored: there is nothing to show.")
    plate = _one_of(link.get("plate"), release.explored, next(iter(release.explored)))
    rows = release.plates[plate]
    state = ViewState(
        plate=plate,
        period=_one_of(link.get("period"), offered_periods(rows), ALL_TIME),
        act=_one_of(link.get("act"), offered_acts(rows), ALL_ACTS),
        lang=_one_of(link.get("lang"), Language, language),
        more=_one_of(link.get("more"), ("yes",), None),
        beside=_one_of(link.get("beside"), (*offered_periods(rows), *offered_acts(rows)), None),
    )
    level = _one_of(link.get("level"), levels_of(release, state.selection).offered, None)
    state = replace(state, level=level)
    return replace(state, cell=_drawn_cell(link.get("cell"), release, state))


def spoken(wanted: str | None, default: Language) -> Language:
    """Return the language of a code, or the default if the atlas does not speak it."""
    return _one_of(wanted, Language, default)


def _one_of(wanted: str | None, offered: Iterable[_Kind], default: _Default) -> _Kind | _Default:
    return next((own for own in offered if str(own) == wanted), default)


def _drawn_cell(wanted: str | None, release: Release, state: ViewState) -> str | None:
    """Return the cell if the map that the state describes draws it: no other cell ever stands in a link."""
    if not wanted:
        return None
    drawn = view(release, state.selection, state.drawn_level(release)).cells["cell"]
    return wanted if wanted in set(drawn) else None


def is_foreign(link: Mapping[str, str], release: Release) -> bool:
    """Whether a link was made for another release than the one that is shown."""
    return link.get("release", release.manifest.short_id) != release.manifest.short_id
